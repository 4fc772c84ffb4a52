"""Messages, panels and questions of the window, at the foot of the page or of an area that the page names.

A panel that stays gets room of its own from the page, so that it hides nothing. A message disappears by itself; it
overlays the page's message area. A question is answered at once, and overlays the foot of the page.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Milliseconds a message stays.
MESSAGE_MS = 6000

#: The widest a notice gets at 100 %.
_WIDEST = 640
#: Around a notice, between two, and of the words of one from its edge.
_INSET, _GAP, _PADDING = 12, 8, 40


class OverlayAnchor(Protocol):
    """The page as the overlay uses it; areas are in the coordinates of `within`."""

    moves_for_messages: bool

    def message_area(self, within: QWidget) -> QRect | None:
        """Return the area at whose foot a message hides nothing needed."""

    def panel_area(self, within: QWidget) -> QRect:
        """Return the area at whose foot a panel is shown until it is answered."""

    def make_room(self, height: int) -> None:
        """Leave so many pixels free at the foot of that place."""


class Overlay(QWidget):
    """From the top down: panels that stay, the storage's banner, a question. As high as it must be, at the foot of
    where panels stand. The message has a place of its own.
    """

    retry = Signal()
    """*Prøv igen* was pressed."""

    def __init__(self, parent: QWidget, look: Look, t: Translator) -> None:
        super().__init__(parent)
        self._look = look
        self._t = t
        self._ground: Callable[[], OverlayAnchor | None] = lambda: None
        self.banner = Notice(look, NoticeKind.ATTENTION)
        self.message = Notice(look, NoticeKind.INFO)
        self.message.setParent(parent)
        self.question_bar = QuestionBar(look, t)
        self._staying: list[QWidget] = [self.banner]
        self._column = QVBoxLayout(self)
        inset = look.px(_INSET)
        self._column.setContentsMargins(inset, 0, inset, inset)
        self._column.setSpacing(look.px(_GAP))
        self._column.addWidget(self.banner, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.question_bar)
        for widget in (self.banner, self.question_bar):
            widget.installEventFilter(self)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(MESSAGE_MS)
        self._passing.timeout.connect(self.clear_message)
        self.banner.acted.connect(self.retry)

    def add_panels(self, *widgets: QWidget) -> None:
        """Hold panels too, each above all before it; they show and hide themselves."""
        for widget in widgets:
            self._staying.append(widget)
            widget.installEventFilter(self)
            self._column.insertWidget(0, widget, alignment=Qt.AlignmentFlag.AlignHCenter)

    def anchor_to(self, ground: Callable[[], OverlayAnchor]) -> None:
        """Ask the page that is shown where there is room."""
        self._ground = ground

    def show_message(self, sentence: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        """Say one sentence; it goes by itself."""
        self.message.show_text(sentence, kind)
        self._passing.start()
        self.place()

    def clear_message(self) -> None:
        """Say nothing any more."""
        self._passing.stop()
        if self.message.text:
            self.message.show_text("")
            self.place()

    def warn(self, sentence: str) -> None:
        """Say that nothing can be stored now, until it can."""
        self.banner.show_text(sentence, action=self._t.gettext("Prøv igen"))
        self.place()

    def all_is_stored(self) -> None:
        """Storing works again."""
        if self.banner.text:
            self.banner.show_text("")
            self.show_message(self._t.gettext("Alt er gemt igen."), NoticeKind.DONE)

    def place(self) -> None:
        """Lie at the foot of the parent, as high as what there is to say."""
        parent = self.parentWidget()
        if parent is None:
            return
        px, ground = self._look.px, self._ground()
        asked = not self.question_bar.isHidden()
        place = parent.rect() if ground is None else ground.panel_area(parent)
        staying = [widget for widget in self._staying if not widget.isHidden()]
        heights = [self._set_width(widget, place.width()) for widget in staying]
        taken = sum(heights) + px(_GAP) * (len(staying) - 1) + px(_INSET) if staying else 0
        self.setVisible(asked or bool(staying))
        if not self.isHidden():
            self.question_bar.set_room(parent.height() - taken - px(_INSET) - px(_GAP))
            over = parent.rect() if asked else place
            height = min(taken + self._asked(over.width()), parent.height())
            self.setGeometry(over.x(), over.bottom() + 1 - height, over.width(), height)
            self.raise_()
        moved = self._place_message(parent, place)
        if ground is not None:
            ground.make_room(max(taken, moved))

    def _set_width(self, widget: QWidget, width: int) -> int:
        """Set a panel as wide as it may be and return how high it then is.

        The column would give it the height it needs at the whole width, which cuts a second line off.
        """
        widget.setFixedWidth(self._widest(width))
        needed = widget.heightForWidth(self._widest(width)) if widget.hasHeightForWidth() else 0
        high = max(needed, widget.sizeHint().height())
        widget.setMinimumHeight(high)
        return high

    def _asked(self, width: int) -> int:
        """Return the height of the question with its margins in pixels, 0 while hidden."""
        bar, inset = self.question_bar, self._look.px(_INSET)
        return 0 if bar.isHidden() else bar.heightForWidth(width - 2 * inset) + inset

    def _widest(self, width: int) -> int:
        return min(self._look.px(_WIDEST), width - 2 * self._look.px(_INSET))

    def _place_message(self, parent: QWidget, area: QRect) -> int:
        """In the quiet place, or above everything else at the foot; return how high the foot of the page is to be free.

        A page that moves for messages has it where panels stand, if the quiet place is too small for it.
        """
        ground, px = self._ground(), self._look.px
        if self.message.isHidden():
            return 0
        foot = parent.height() - px(_INSET) if self.isHidden() else self.geometry().top() - px(_GAP)
        quiet = None if ground is None else ground.message_area(parent)
        if quiet is not None and not self.isHidden():
            shared = quiet.intersected(self.geometry())
            if shared.width() > px(2 * _INSET) and not shared.isEmpty():
                quiet.setBottom(shared.top() - px(_GAP))  # a panel stands there: above it
        if quiet is None:
            self._lay_message(QRect(0, 0, parent.width(), foot))
            return 0
        if self._lay_message(quiet) or ground is None or not ground.moves_for_messages:
            return 0
        self._lay_message(QRect(area.x(), 0, area.width(), foot))
        return parent.height() - self.message.y() + px(_GAP)

    def _lay_message(self, place: QRect) -> bool:
        """Lay it at the foot of a place, no wider than its sentence; False where it is higher than the place."""
        message, px = self.message, self._look.px
        sentence = QFontMetrics(self._look.font(14)).horizontalAdvance(message.text) + px(_PADDING)
        width = min(sentence, self._widest(place.width()), place.width() - 2 * px(_INSET))
        message.setFixedWidth(width)
        height = max(message.heightForWidth(width), message.minimumSizeHint().height())
        message.setGeometry(place.center().x() - width // 2, place.bottom() + 1 - height, width, height)
        message.raise_()
        return height <= place.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Something has come or gone."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Place everything again on a layout request."""
        if event.type() == QEvent.Type.LayoutRequest:
            done = super().event(event)
            self.place()
            return done
        return super().event(event)
