"""The room's window and its screen: off until it is asked for, and never where it should not be.

It opens on a screen that is not the mødeleder's; where there is only one it is an ordinary window that says so. The
curtain falls by itself when the screen is lost, when screens show the same, and for the reasons it is told of.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QWindow
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.layout.placing import ensure_reachable
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.room.screens import Placing, Screens, mirrored
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudienceView, CurtainReason

#: So long after it was put on a screen it is looked whether it stands there, and put again at most so often.
_LATER_MS, _TRIES = 300, 5
#: What the screens decide; the others are told to `set_reason`.
_OF_SCREENS = (CurtainReason.SCREEN_LOST, CurtainReason.MIRRORED)


@dataclass(frozen=True, slots=True)
class ProjectorState:
    """Where the room's window is. `curtain` is the most important reason; `screen_name` is "" while it is hidden.

    `shown` is False while it is open but hidden: its screen is gone, or screens show the same.
    """

    open: bool
    shown: bool
    full_screen: bool
    curtain: CurtainReason | None
    screen_name: str


class Projector(QObject):
    """Opens, closes and places the room's window, and lets the curtain down."""

    changed = Signal(object)
    """A `ProjectorState`, whenever it is another."""
    repainted = Signal()
    """The room sees something else (the shrinking shape apart)."""

    def __init__(self, look: Look, t: Translator, screens: Screens, operator: QWidget) -> None:
        """Make it; `operator` is the mødeleder's window, whose screen the room never gets."""
        super().__init__(operator)
        self._look = look
        self._t = t
        self._screens = screens
        self._operator = operator
        self._window: AudienceWindow | None = None
        self._view: AudienceView | None = None
        self._share: float | None = None
        self._reasons: set[CurtainReason] = set()
        self._placed = ""
        self._wished = ""
        self._ordinary = False
        self._arranging = self._changed_meanwhile = False
        self._followed: QWindow | None = None
        self._tries = 0
        self._ended = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._look_again)
        self._state = self.state
        screens.changed.connect(self._rearrange)
        screens.settled.connect(self._settle)

    # What it is

    @property
    def is_open(self) -> bool:
        """Whether the room has a window, hidden or not."""
        return self._window is not None

    @property
    def window(self) -> AudienceWindow | None:
        """The room's window."""
        return self._window

    @property
    def reasons(self) -> frozenset[CurtainReason]:
        """Every reason for the curtain to be down, also while there is no window."""
        return frozenset(self._reasons)

    @property
    def curtain(self) -> CurtainReason | None:
        """The most important reason that counts now, None while the curtain is up.

        *Privat* lets it down only where the room may see the mødeleder's own screen.
        """
        alone = mirrored(self._screens.all()) or len(self._screens.all()) < 2
        return next(
            (
                reason
                for reason in CurtainReason
                if reason in self._reasons and (reason is not CurtainReason.PRIVATE or alone)
            ),
            None,
        )

    @property
    def state(self) -> ProjectorState:
        """Where the window is and why the curtain is down."""
        shown = self._window is not None and not self._window.isHidden()
        return ProjectorState(
            open=self._window is not None,
            shown=shown,
            full_screen=shown and not self._ordinary,
            curtain=self.curtain,
            screen_name=self._placed if shown else "",
        )

    @property
    def on_one_screen(self) -> bool:
        """Whether the mødeleder's window has come onto the screen the room looks at."""
        return bool(self._placed) and not self._ordinary and self._screens.under(self._operator) == self._placed

    @property
    def can_swap(self) -> bool:
        """Whether the room has a screen of its own that the mødeleder could have."""
        here = self._screens.under(self._operator)
        shown = self._window is not None and not self._window.isHidden() and not self._ordinary
        return shown and bool(here) and self._placed != here

    # What it is asked to do

    def open(self, screen: str = "") -> None:
        """Open the window, on a named screen if it is there and not the mødeleder's; nothing once it has ended."""
        if self._ended:
            return
        self._wished = screen
        if self._window is None:
            self._placed = ""
            self._window = AudienceWindow(self._look, self._t)
            self._window.closed.connect(self.close)
            self._window.key_pressed.connect(self._pass_on)
            self._follow_operator()
        self._rearrange()

    def close(self) -> None:
        """Close the window. Reasons it was told of stay; what the screens said is forgotten."""
        window, self._window = self._window, None
        if window is None:
            return
        window.closed.disconnect(self.close)
        window.show_curtain(CurtainReason.BY_HAND)
        window.close()
        window.deleteLater()
        self._placed = ""
        self._reasons -= set(_OF_SCREENS)
        self._tell()

    def end(self) -> None:
        """Close the window for good: what was pressed for it and comes late opens none that nobody could close."""
        self._ended = True
        self.close()

    def swap(self) -> None:
        """Let the mødeleder and the room change screens, behind the curtain; nothing where there is only one."""
        here, there = self._screens.under(self._operator), self._placed
        if self._window is None or not self.can_swap:
            return
        self.set_reason(CurtainReason.BY_HAND, on=True)  # the room is not to see the one window go and the other come
        placing = Placing.FULL_SCREEN if self._operator.isFullScreen() else Placing.MAXIMISED
        self._arranging = True
        self._window.hide()
        self._screens.put(self._operator, there, placing)
        self._arranging = False
        self._wished = self._placed = here
        self._rearrange()

    def show_view(self, view: AudienceView) -> None:
        """Take what the room is to see."""
        if view != self._view:
            self._view = view
            self._paint()

    def show_share(self, share: float | None) -> None:
        """Take how much of the turn is left, 1 to 0. Cheap enough for every tick."""
        self._share = share
        if self._window is not None:
            self._window.show_share(share)

    def set_reason(self, reason: CurtainReason, on: bool) -> None:
        """Give a reason for the curtain to be down, or take it back. What the screens say is not taken back."""
        before = frozenset(self._reasons)
        (self._reasons.add if on else self._reasons.discard)(reason)
        if self._window is not None:
            self._judge_screens()
        if before != self._reasons:
            self._paint()

    def toggle_curtain(self) -> None:
        """Let the curtain down by hand; up again, also after a screen was lost and is back."""
        by_hand = {CurtainReason.BY_HAND, CurtainReason.SCREEN_LOST} & self._reasons
        if not by_hand:
            self.set_reason(CurtainReason.BY_HAND, on=True)
            return
        self._reasons -= by_hand
        if self._window is not None:
            self._judge_screens()
        self._paint()

    def picture(self, size: QSize, ratio: float) -> QPixmap:
        """Return a small picture of what the room sees, at most `size` large; a null one while it is closed."""
        if self._window is None or self._window.width() < 2:
            return QPixmap()
        shown = self._window.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        picture = QPixmap(shown * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.colour(self._look.theme.paper))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(shown.width() / self._window.width(), shown.height() / self._window.height())
        self._window.render(painter, QPoint())
        painter.end()
        return picture

    # Where it belongs

    def _follow_operator(self) -> None:
        """Notice when the mødeleder's window goes to another screen."""
        handle: QWindow | None = self._operator.windowHandle()
        if handle is not None and handle is not self._followed:
            handle.screenChanged.connect(self._rearrange)
            self._followed = handle

    def _rearrange(self, *_: object) -> None:
        """Let the curtain down where it must be, then put the window where it belongs."""
        self._changed_meanwhile = True
        if self._arranging:
            return
        self._arranging = True
        try:
            while self._changed_meanwhile:
                self._changed_meanwhile = False
                if self._window is not None:
                    if self.on_one_screen:
                        self._reasons.add(CurtainReason.BY_HAND)  # the room has just read the mødeleder's window
                    self._judge_screens()
                    self._paint()
                if self._window is not None:  # whoever was told may have closed it
                    self._place(self._window)
        finally:
            self._arranging = False
        self._paint()

    def _settle(self) -> None:
        """After the system has moved windows by itself: everything where it belongs, and within reach."""
        ensure_reachable(self._operator, [screen.area for screen in self._screens.all()])
        self._rearrange()

    def _judge_screens(self) -> None:
        """Find out what the screens say of the curtain."""
        screens = self._screens.all()
        if mirrored(screens):
            self._reasons.add(CurtainReason.MIRRORED)
        else:
            self._reasons.discard(CurtainReason.MIRRORED)
        had = self._placed and not self._ordinary
        if had and (len(screens) < 2 or self._placed not in {screen.name for screen in screens}):
            self._reasons.add(CurtainReason.SCREEN_LOST)

    def _for_the_room(self) -> list[str]:
        """Return the screens the room may have."""
        names = [screen.name for screen in self._screens.all()]
        own = self._screens.under(self._operator)
        return [name for name in names if name != own] if len(names) > 1 else []

    def _place(self, window: AudienceWindow) -> None:
        rooms = self._for_the_room()
        if mirrored(self._screens.all()):
            window.hide()
        elif rooms:
            name = next((name for name in (self._wished, self._placed) if name in rooms), rooms[0])
            if name != self._placed or self._ordinary or window.isHidden() or self._strayed(window, name):
                self._placed, self._ordinary = name, False
                window.set_only_screen(False)
                self._screens.put(window, name, Placing.FULL_SCREEN)
                self._tries = _TRIES
                self._later.start()
        elif self._placed and not self._ordinary:
            window.hide()
        elif window.isHidden():
            here = self._screens.under(self._operator)
            for name in [here] if here else [screen.name for screen in self._screens.all()][:1]:
                self._placed, self._ordinary = name, True
                window.set_only_screen(True)
                self._screens.put(window, name, Placing.NORMAL)

    def _look_again(self) -> None:
        """See whether the system put the window where it was asked to; some now and then do not."""
        window = self._window
        if window is None or window.isHidden() or self._ordinary or not self._strayed(window, self._placed):
            return
        if self._tries:
            self._tries -= 1
            self._screens.put(window, self._placed, Placing.FULL_SCREEN)
            self._later.start()

    def _strayed(self, window: AudienceWindow, name: str) -> bool:
        area = next((screen.area for screen in self._screens.all() if screen.name == name), QRect())
        return window.geometry() != area or not window.isFullScreen()

    # What is seen

    def _paint(self) -> None:
        """Let the window show the curtain, or the view."""
        window, reason = self._window, self.curtain
        if window is not None:
            before = (window.curtain, window.view)
            pause = None if self._view is None else self._view.pause
            if reason is not None:
                window.show_curtain(reason, pause)
            else:
                window.show_curtain(None)
                if self._view is not None:
                    window.show_view(self._view)
                    window.show_share(self._share)
            if before != (window.curtain, window.view):
                self.repainted.emit()
        self._tell()

    def _tell(self) -> None:
        state = self.state
        if state != self._state:
            self._state = state
            self.changed.emit(state)

    def _pass_on(self, event: QKeyEvent) -> None:
        """Give a key that came to the room's window to the one it was meant for; to none while that is put aside."""
        if self._operator.isHidden():
            return
        focused: QWidget | None = self._operator.focusWidget()
        QCoreApplication.sendEvent(self._operator if focused is None else focused, event.clone())
