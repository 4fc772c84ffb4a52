"""The screens of the machine as values, behind an abstract class, so that tests can simulate screens."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import combinations

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

#: So long after the last change the system has moved the windows it moves by itself.
_SETTLED_MS = 250


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen: a unique name, and its geometry in device-independent pixels."""

    name: str
    x: int
    y: int
    width: int
    height: int

    @property
    def area(self) -> QRect:
        """Its geometry as a rectangle."""
        return QRect(self.x, self.y, self.width, self.height)


class Placing(Enum):
    """How a window is shown on a screen."""

    NORMAL = auto()
    MAXIMISED = auto()
    FULL_SCREEN = auto()


class Screens(QObject):
    """The screens on which windows can be shown."""

    changed = Signal()
    """Emitted when a screen is added, removed, moved or resized. A removed one is no longer in `all`."""
    settled = Signal()
    """Emitted 250 ms after the last change, when the system has finished moving windows."""

    def all(self) -> tuple[ScreenInfo, ...]:
        """Return the screens, the primary one first."""
        raise NotImplementedError

    def under(self, window: QWidget) -> str:
        """Return the name of the screen a window is on, "" if that screen is gone."""
        raise NotImplementedError

    def put(self, window: QWidget, name: str, placing: Placing) -> None:
        """Show a window on a screen. Ignored if there is no such screen."""
        raise NotImplementedError


class QtScreens(Screens):
    """The screens of Qt."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._gone: QScreen | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self.settled)
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self._emit_changed)
        for screen in app.screens():
            self._watch(screen)

    def all(self) -> tuple[ScreenInfo, ...]:
        """Return the screens, the primary one first."""
        return tuple(info(screen, name) for name, screen in self._named().items())

    def under(self, window: QWidget) -> str:
        """Return the name of the screen a window is on, "" if that screen is gone."""
        handle: QWindow | None = window.windowHandle()
        screen = window.screen() if handle is None else handle.screen()
        return next((name for name, other in self._named().items() if other is screen), "")

    def put(self, window: QWidget, name: str, placing: Placing) -> None:
        """Show a window on a screen. Ignored if there is no such screen."""
        screen = self._named().get(name)
        if screen is None:
            return
        place_on(window, screen, placing)

    def _named(self) -> dict[str, QScreen]:
        return named(screen for screen in QGuiApplication.screens() if screen is not self._gone)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._emit_changed)
        screen.availableGeometryChanged.connect(self._emit_changed)

    def _on_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._emit_changed()

    def _on_removed(self, screen: QScreen) -> None:
        self._gone = screen
        self._emit_changed()
        self._gone = None

    def _emit_changed(self, *_: object) -> None:
        self.changed.emit()
        self._timer.start()


def named(screens: Iterable[QScreen]) -> dict[str, QScreen]:
    """Return screens by unique names: equal ones get a number."""
    made: dict[str, QScreen] = {}
    for screen in screens:
        name, number = screen.name() or screen.model() or "skærm", 1
        unique = name
        while unique in made:
            number += 1
            unique = f"{name} ({number})"
        made[unique] = screen
    return made


def info(screen: QScreen, name: str) -> ScreenInfo:
    """Return a screen as a value."""
    area = screen.geometry()
    return ScreenInfo(name, area.x(), area.y(), area.width(), area.height())


def place_on(window: QWidget, screen: QScreen, placing: Placing) -> None:
    """Show a window on a screen. A maximised or full one is hidden or restored first: some systems do not move it."""
    if window.isVisible() and (window.isFullScreen() or window.isMaximized()):
        if placing is Placing.FULL_SCREEN:
            window.hide()
        else:
            window.showNormal()
    window.setScreen(screen)
    area = screen.geometry() if placing is Placing.FULL_SCREEN else screen.availableGeometry()
    match placing:
        case Placing.FULL_SCREEN:
            window.setGeometry(area)
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            window.show()  # `showFullScreen` would take the keyboard from the mødeleder
        case Placing.MAXIMISED:
            window.setGeometry(_middle(area))
            window.showMaximized()
        case Placing.NORMAL:
            window.setGeometry(_middle(area))
            window.showNormal()


def mirrored(screens: Iterable[ScreenInfo]) -> bool:
    """Return True if any two screens overlap."""
    return any(one.area.intersects(other.area) for one, other in combinations(screens, 2))


def _middle(area: QRect) -> QRect:
    """Return the middle part of an area, for a window that does not fill it."""
    across, down = area.width() // 6, area.height() // 6
    return area.adjusted(across, down, -across, -down)
