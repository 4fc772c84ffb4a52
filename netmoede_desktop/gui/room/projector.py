"""Controls the room's window and its screen: closed by default, and never on the mødeleder's own screen.

It opens on a screen that is not the mødeleder's; if there is only one it is an ordinary window that says so. The
curtain is lowered automatically when the screen is lost, when screens are mirrored, and for each reason set by
`set_reason`.
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
    """The state of the room's window. `curtain` is the most important reason; `screen_name` is "" while it is hidden.

    `shown` is False while it is open but hidden: its screen is gone, or screens are mirrored.
    """

    open: bool
    shown: bool
    full_screen: bool
    curtain: CurtainReason | None
    screen_name: str


class Projector(QObject):
    """Opens, closes and places the room's window, and lowers its curtain."""

    changed = Signal(object)
    """Emitted with the new `ProjectorState` on each change."""
    repainted = Signal()
    """Emitted when the contents of the window change (the shrinking shape apart)."""

    def __init__(self, look: Look, t: Translator, screens: Screens, operator: QWidget) -> None:
        """Create it; `operator` is the mødeleder's window, whose screen the room never gets."""
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
        self._requested_screen = ""
        self._ordinary = False
        self._arranging = self._changed_meanwhile = False
        self._followed: QWindow | None = None
        self._tries = 0
        self._ended = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._check_placement)
        self._state = self.state
        screens.changed.connect(self._rearrange)
        screens.settled.connect(self._settle)

    # What it is

    @property
    def is_open(self) -> bool:
        """Whether there is a window, hidden or not."""
        return self._window is not None

    @property
    def window(self) -> AudienceWindow | None:
        """The room's window, None while closed."""
        return self._window

    @property
    def reasons(self) -> frozenset[CurtainReason]:
        """Every reason for the curtain to be down, also while there is no window."""
        return frozenset(self._reasons)

    @property
    def curtain(self) -> CurtainReason | None:
        """The most important active reason, None while the curtain is up.

        *Privat* counts only where the room may see the mødeleder's own screen.
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
        """The current state."""
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
        """Whether the mødeleder's window is on the screen of the room."""
        return bool(self._placed) and not self._ordinary and self._screens.under(self._operator) == self._placed

    @property
    def can_swap(self) -> bool:
        """Whether the room has a screen of its own that can be swapped with the mødeleder's."""
        here = self._screens.under(self._operator)
        shown = self._window is not None and not self._window.isHidden() and not self._ordinary
        return shown and bool(here) and self._placed != here

    # What it is asked to do

    def open(self, screen: str = "") -> None:
        """Open the window, on the named screen if it exists and is not the mødeleder's; ignored after `end`."""
        if self._ended:
            return
        self._requested_screen = screen
        if self._window is None:
            self._placed = ""
            self._window = AudienceWindow(self._look, self._t)
            self._window.closed.connect(self.close)
            self._window.key_pressed.connect(self._forward_key)
            self._follow_operator()
        self._rearrange()

    def close(self) -> None:
        """Close the window. Reasons set by `set_reason` stay; those found from the screens are cleared."""
        window, self._window = self._window, None
        if window is None:
            return
        window.closed.disconnect(self.close)
        window.show_curtain(CurtainReason.BY_HAND)
        window.close()
        window.deleteLater()
        self._placed = ""
        self._reasons -= set(_OF_SCREENS)
        self._emit_changed()

    def end(self) -> None:
        """Close the window for good: a key event that arrives late cannot open it again."""
        self._ended = True
        self.close()

    def swap(self) -> None:
        """Swap the screens of mødeleder and room, behind the curtain; ignored unless `can_swap`."""
        here, there = self._screens.under(self._operator), self._placed
        if self._window is None or not self.can_swap:
            return
        self.set_reason(CurtainReason.BY_HAND, on=True)  # the room is not to see the one window go and the other come
        placing = Placing.FULL_SCREEN if self._operator.isFullScreen() else Placing.MAXIMISED
        self._arranging = True
        self._window.hide()
        self._screens.put(self._operator, there, placing)
        self._arranging = False
        self._requested_screen = self._placed = here
        self._rearrange()

    def show_view(self, view: AudienceView) -> None:
        """Set the view to render; stored while the curtain is down."""
        if view != self._view:
            self._view = view
            self._paint()

    def show_share(self, share: float | None) -> None:
        """Set the remaining share of the turn, 1.0 to 0.0. Cheap enough for every tick."""
        self._share = share
        if self._window is not None:
            self._window.show_share(share)

    def set_reason(self, reason: CurtainReason, on: bool) -> None:
        """Add or remove a reason for the curtain. Those found from the screens are added again while they hold."""
        before = frozenset(self._reasons)
        (self._reasons.add if on else self._reasons.discard)(reason)
        if self._window is not None:
            self._update_screen_reasons()
        if before != self._reasons:
            self._paint()

    def toggle_curtain(self) -> None:
        """Lower the curtain by hand, or raise it, also after a lost screen is back."""
        by_hand = {CurtainReason.BY_HAND, CurtainReason.SCREEN_LOST} & self._reasons
        if not by_hand:
            self.set_reason(CurtainReason.BY_HAND, on=True)
            return
        self._reasons -= by_hand
        if self._window is not None:
            self._update_screen_reasons()
        self._paint()

    def picture(self, size: QSize, ratio: float) -> QPixmap:
        """Return a thumbnail of the room's window, at most `size` large; a null pixmap while it is closed."""
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
        """Connect to screen changes of the mødeleder's window, once per window handle."""
        handle: QWindow | None = self._operator.windowHandle()
        if handle is not None and handle is not self._followed:
            handle.screenChanged.connect(self._rearrange)
            self._followed = handle

    def _rearrange(self, *_: object) -> None:
        """Lower the curtain if needed, then place the window on its screen."""
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
                    self._update_screen_reasons()
                    self._paint()
                if self._window is not None:  # whoever was told may have closed it
                    self._place(self._window)
        finally:
            self._arranging = False
        self._paint()

    def _settle(self) -> None:
        """Place all windows once the system has finished moving them, and keep the mødeleder's reachable."""
        ensure_reachable(self._operator, [screen.area for screen in self._screens.all()])
        self._rearrange()

    def _update_screen_reasons(self) -> None:
        """Update the reasons found from the screens."""
        screens = self._screens.all()
        if mirrored(screens):
            self._reasons.add(CurtainReason.MIRRORED)
        else:
            self._reasons.discard(CurtainReason.MIRRORED)
        had = self._placed and not self._ordinary
        if had and (len(screens) < 2 or self._placed not in {screen.name for screen in screens}):
            self._reasons.add(CurtainReason.SCREEN_LOST)

    def _for_the_room(self) -> list[str]:
        """Return the names of the screens the room may have."""
        names = [screen.name for screen in self._screens.all()]
        own = self._screens.under(self._operator)
        return [name for name in names if name != own] if len(names) > 1 else []

    def _place(self, window: AudienceWindow) -> None:
        rooms = self._for_the_room()
        if mirrored(self._screens.all()):
            window.hide()
        elif rooms:
            name = next((name for name in (self._requested_screen, self._placed) if name in rooms), rooms[0])
            if name != self._placed or self._ordinary or window.isHidden() or self._is_misplaced(window, name):
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

    def _check_placement(self) -> None:
        """Check that the system has placed the window where requested; retry if not."""
        window = self._window
        if window is None or window.isHidden() or self._ordinary or not self._is_misplaced(window, self._placed):
            return
        if self._tries:
            self._tries -= 1
            self._screens.put(window, self._placed, Placing.FULL_SCREEN)
            self._later.start()

    def _is_misplaced(self, window: AudienceWindow, name: str) -> bool:
        area = next((screen.area for screen in self._screens.all() if screen.name == name), QRect())
        return window.geometry() != area or not window.isFullScreen()

    # What is seen

    def _paint(self) -> None:
        """Render the curtain or the view in the window."""
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
        self._emit_changed()

    def _emit_changed(self) -> None:
        state = self.state
        if state != self._state:
            self._state = state
            self.changed.emit(state)

    def _forward_key(self, event: QKeyEvent) -> None:
        """Forward a key from the room's window to the focused widget of the mødeleder's, unless that is hidden."""
        if self._operator.isHidden():
            return
        focused: QWidget | None = self._operator.focusWidget()
        QCoreApplication.sendEvent(self._operator if focused is None else focused, event.clone())
