"""The room's window: phases on top, the topic in the middle, who is next and the times at the bottom.

It renders an `AudienceView` and nothing else. While the curtain is down it holds no view and no widget with content.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.layout.discarding import discard
from netmoede_desktop.gui.room import wording
from netmoede_desktop.gui.room.curtain_page import CurtainPage
from netmoede_desktop.gui.room.fitted_label import FittedLabel
from netmoede_desktop.gui.room.list_scene import ListScene
from netmoede_desktop.gui.room.phase_row import PhaseRow
from netmoede_desktop.gui.room.scenes import DayScene, ReadingScene, RoomScene, TableScene, WordScene
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudiencePause, AudienceView, CurtainReason, Scene

#: The window the sizes are told for.
_WIDTH, _HEIGHT = 1300.0, 819.0
_MARGIN, _TOP, _BOTTOM = 58.0, 92.0, 76.0

_SCENES: dict[Scene, Callable[[Look, Translator], RoomScene]] = {
    Scene.WELCOME: TableScene,
    Scene.TABLE: TableScene,
    Scene.BOARD: ListScene,
    Scene.AGREEMENTS: ListScene,
    Scene.READING: ReadingScene,
    Scene.NEXT_MEETING: DayScene,
    Scene.PAUSE: WordScene,
    Scene.THANKS: WordScene,
}


class AudienceWindow(QWidget):
    """The window on the room's screen. It takes no focus; a key that reaches it is emitted as `key_pressed`."""

    closed = Signal()
    """Emitted when the user closes the window itself."""
    key_pressed = Signal(object)
    """Emitted with a `QKeyEvent` meant for the mødeleder's window."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._view: AudienceView | None = None
        self._share: float | None = None
        self._reason: CurtainReason | None = None
        self._page: _Page | None = None
        self._curtain: CurtainPage | None = None
        self._strip: FittedLabel | None = None
        self.setProperty(KIND, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)  # it keeps no program alive
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(wording.window_title(t))

    @property
    def curtain(self) -> CurtainReason | None:
        """The reason for the curtain to be down, None while it is up."""
        return self._reason

    @property
    def view(self) -> AudienceView | None:
        """The rendered view; None before the first one and while the curtain is down."""
        return self._view

    def show_view(self, view: AudienceView) -> None:
        """Render a view. Ignored while the curtain is down: the view is not even stored."""
        if self._reason is not None or view == self._view:
            return
        before, self._view = self._view, view
        kind = _SCENES[view.scene]
        if self._page is None or before is None or kind is not _SCENES[before.scene]:
            self._drop_page()
            self._page = _Page(self._look, self._t, kind, self)
            self._place()
        self._page.render_view(view, self._share)
        self._page.show()

    def show_share(self, share: float | None) -> None:
        """Show the remaining share of the turn, 1.0 to 0.0; None if no turn has a limit."""
        if self._reason is None and share != self._share:
            self._share = share
            if self._page is not None:
                self._page.scene.show_share(share)

    def show_curtain(self, reason: CurtainReason | None, pause: AudiencePause | None = None) -> None:
        """Lower the curtain for a reason, or raise it (None): the next `show_view` is rendered then."""
        self._reason = reason
        if reason is None:
            if self._curtain is not None:
                discard(self._curtain)
                self._curtain = None
            return
        self._view = self._share = None
        word = wording.curtain_words(reason, pause, self._t)
        if self._curtain is None:
            self._curtain = CurtainPage(self._look, word, self)
            self._place()
            self._curtain.show()
        else:
            self._curtain.set_word(word)
        self._drop_page()

    def set_only_screen(self, only: bool) -> None:
        """Show or hide the strip on top that says there is no other screen."""
        if only and self._strip is None:
            align = Qt.AlignmentFlag.AlignCenter
            self._strip = FittedLabel(self._look, 18, 13, parent=self, colour=self._look.theme.muted, align=align)
            self._strip.set_text(wording.only_screen(self._t))
            self._strip.show()
        elif not only and self._strip is not None:
            discard(self._strip)
            self._strip = None
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out everything in the new size."""
        super().resizeEvent(event)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Emit `closed`."""
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Emit `key_pressed`."""
        self.key_pressed.emit(event)

    def _place(self) -> None:
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        strip = round(34 * scale) if self._strip is not None else 0
        if self._strip is not None:
            self._strip.set_place(QRect(0, 0, self.width(), strip), scale)
        room = QRect(0, strip, self.width(), self.height() - strip)
        if self._curtain is not None:
            self._curtain.setGeometry(room)
        if self._page is not None:
            self._page.place(room, scale)

    def _drop_page(self) -> None:
        if self._page is not None:
            discard(self._page)
            self._page = None


class _Page(QWidget):
    """Phases, a scene, and the line at the bottom."""

    def __init__(
        self, look: Look, t: Translator, kind: Callable[[Look, Translator], RoomScene], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._phases = PhaseRow(look, t, self)
        self.scene = kind(look, t)
        self.scene.setParent(self)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._coming = FittedLabel(look, 23, 14, parent=self, colour=look.theme.muted)
        self._times = FittedLabel(look, 23, 14, parent=self, colour=look.theme.muted, align=right)
        self._phases.setHidden(kind is ReadingScene)

    def render_view(self, view: AudienceView, share: float | None) -> None:
        """Render a view with the remaining share of the turn."""
        self._phases.show_phases(view.phases)
        self.scene.render_view(view)
        self.scene.show_share(share)
        self._coming.set_text(wording.below(view, self._t))
        self._times.set_text("" if view.scene in (Scene.THANKS, Scene.READING) else wording.times(view, self._t))

    def place(self, room: QRect, scale: float) -> None:
        """Lay out everything in a rectangle."""
        self.setGeometry(room)
        margin, top, bottom = round(_MARGIN * scale), round(_TOP * scale), round(_BOTTOM * scale)
        width = room.width() - 2 * margin
        self._phases.setGeometry(margin, 0, width, top)
        self._phases.set_scale(scale)
        self.scene.setGeometry(margin, top, width, room.height() - top - bottom)
        self.scene.place(scale)
        below = room.height() - bottom
        self._coming.set_place(QRect(margin, below, width // 2, bottom - margin // 3), scale)
        self._times.set_place(QRect(margin + width // 2, below, width - width // 2, bottom - margin // 3), scale)
