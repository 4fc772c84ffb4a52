"""After the meeting: the referat being corrected, approved, put on paper, saved, and its pages."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from installer.pictures.camera import LAPTOP, Camera
from installer.pictures.hands import clicks
from installer.pictures.world import open_world, play_until
from netmoede_desktop.gui.desk.dialogs import FileAsked, QtDialogs
from netmoede_desktop.gui.shell.led_meeting import screens_of_this_machine
from netmoede_desktop.gui.shell.minutes_window import MinutesWindow

NAMES = ("referat", "referat-godkend", "referat-filer", "referat-versioner")


class _Printers(QtDialogs):
    """A machine with one printer; nobody is asked for a file."""

    def printers(self) -> tuple[str, ...]:
        """Return the printer."""
        return ("Printeren på gangen",)

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:  # noqa: ARG002 - a dialog's shape
        """Nowhere."""
        return None


def shoot(camera: Camera) -> None:
    """Take the referat of the demo."""
    with open_world() as world:
        meeting = play_until(world, "demo")
        world.clock.forward(120)
        context = world.context(camera.dressed())
        window = MinutesWindow(context, meeting, _Printers(), screens_of_this_machine(), "")
        window.resize(*LAPTOP)
        window.show()
        window.activateWindow()
        camera.until(window.isActiveWindow)
        world.lane.finish()
        camera.pause(0.6)
        world.lane.finish()
        camera.take(window, "referat")
        clicks(window, "Godkend og udskriv")
        world.lane.finish()
        camera.take(window, "referat-godkend")
        clicks(window, "Gem som fil")
        camera.take(window, "referat-filer")
        clicks(window, "Godkend og udskriv")
        clicks(window, "Godkend uden at udskrive")
        for _ in range(3):
            world.lane.finish()
            camera.pause(0.3)
        clicks(window, "Versioner og kontrol")
        world.lane.finish()
        camera.pause(0.3)
        camera.take(window, "referat-versioner")
        window.end()
        camera.end(window)
