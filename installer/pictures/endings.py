"""The mødeleder's window from the agreements to the end, and what the room sees meanwhile."""

from PySide6.QtCore import Qt

from installer.pictures.camera import ROOM_WIDTH, Camera
from installer.pictures.hands import clicks, presses, types
from installer.pictures.leading import leading
from installer.pictures.world import open_world, play_until
from netmoede_desktop.gui.desk.keys import Action

NAMES = ("aftaler", "oplaesning", "rum-oplaesning", "opfoelgning")
STATUS_NAMES = ("status",)
CLOSING_NAMES = ("foer-vi-slutter", "stop-foer-tid", "moede-slut")

#: In the demo: four agreements are made and answered; the last part is entered; all is told.
_FOUR_AGREED, _LAST_PART = 72, 89
#: In the follow-up: two agreements have got a status.
_TWO_GONE_THROUGH = 9


def shoot(camera: Camera) -> None:
    """Take the agreements: one being written, one read aloud, the next meeting."""
    with open_world() as world, leading(camera, world, play_until(world, "demo", _FOUR_AGREED)) as leader:
        leader.press(Action.AUDIENCE)
        types("Jonas giver Mikkel et lift til kamp hver lørdag fra 28/11")
        leader.wait(20)
        camera.take(leader.window, "aftaler")
        presses(Qt.Key.Key_Return)
        clicks(leader.window, "Læs op, én ad gangen")
        leader.wait(5)
        camera.take(leader.window, "oplaesning")
        camera.take(leader.room, "rum-oplaesning", ROOM_WIDTH)
        presses(Qt.Key.Key_J)
        leader.press(Action.GO_ON, Action.GO_ON)
        leader.wait(15)
        camera.take(leader.window, "opfoelgning")


def shoot_status(camera: Camera) -> None:
    """Take the agreements of last time being gone through."""
    with open_world() as world, leading(camera, world, play_until(world, "opfoelgning", _TWO_GONE_THROUGH)) as leader:
        leader.wait(15)
        camera.take(leader.window, "status")


def shoot_closing(camera: Camera) -> None:
    """Take the end: what is missing, stopping early, and the meeting that has ended."""
    with open_world() as world:
        meeting = play_until(world, "demo", _LAST_PART)
        with leading(camera, world, meeting) as leader:
            leader.window.close_meeting()
            leader.wait(1)
            camera.take(leader.window, "foer-vi-slutter")
            clicks(leader.window, "Stop mødet før tid")
            leader.wait(1)
            camera.take(leader.window, "stop-foer-tid")
    with open_world() as world, leading(camera, world, play_until(world, "demo")) as leader:
        camera.take(leader.window, "moede-slut")
