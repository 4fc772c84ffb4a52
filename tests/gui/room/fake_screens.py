"""Screens that are plugged and unplugged by a test."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.room.screens import Placing, ScreenInfo, Screens

LAPTOP = ScreenInfo("laptop", 0, 0, 1366, 768)
PROJECTOR = ScreenInfo("projektor", 1366, 0, 1920, 1080)
SHARP = ScreenInfo("4k", 1366, 0, 1920, 1080)
THIRD = ScreenInfo("tv", -1280, 0, 1280, 720)


class FakeScreens(Screens):
    """Screens as a list. As a system does, it moves what stood on a screen that went to the first one left."""

    def __init__(self, *screens: ScreenInfo, operator: QWidget, on: str = "laptop") -> None:
        super().__init__()
        self.screens = list(screens)
        self.operator = operator
        self.on = {operator: on}
        self.placings: list[tuple[QWidget, str, Placing]] = []

    def all(self) -> tuple[ScreenInfo, ...]:
        return tuple(self.screens)

    def under(self, window: QWidget) -> str:
        name = self.on.get(window, "")
        return name if name in {screen.name for screen in self.screens} else ""

    def put(self, window: QWidget, name: str, placing: Placing) -> None:
        [screen] = [screen for screen in self.screens if screen.name == name]
        self.placings.append((window, name, placing))
        self.on[window] = name
        if placing is Placing.FULL_SCREEN:
            window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()
        window.setGeometry(screen.area)

    def become(self, *screens: ScreenInfo) -> None:
        """Plug, unplug, move: the change is told first, the windows moved after it, as Qt does."""
        self.screens = list(screens)
        self.changed.emit()
        names = {screen.name for screen in screens}
        for window, name in self.on.items():
            if name not in names and screens:
                self.on[window] = screens[0].name
        self.settled.emit()
