"""A page with one agreement on it: its words as large as there is room for, who and when below, answers at the foot.

The foot never moves from one agreement to the next, and stays in sight where the words are long. Where there is no room
for it and a line of words, it scrolls with them.
"""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, row
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.wording import when_chip
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.reading.answering import Answering
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import sentence_case
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView

#: Letters at 100 %: a short agreement is read from across the room, a long one has to fit.
_LARGE, _SMALLER, _LONG = 36, 24, 160
_WIDEST = 900
#: The least to see of the words above the foot, at 100 %.
_LEAST_WORDS = 48
#: The least above the foot where a panel stands there too, at 100 %.
_LEAST_FOR_PANEL = 200
#: What may be held while a single key answers.
ALONE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class AgreementSheet(QWidget):
    """The sheet. What belongs to it is put `above` (it scrolls with the words) and `below` (it stays)."""

    def __init__(self, look: Look, beside_the_eyebrow: QWidget | None = None) -> None:
        super().__init__()
        self._look = look
        self._ringed = False
        self._eyebrow = Label("", Tone.EYEBROW_GREEN, wrap=False)
        self._words = Label("", Tone.TITLE)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._who = Label("", Tone.HEADING)
        self._more = Label("", Tone.READING)
        # Large letters reach out to the left of their place.
        for label in (self._eyebrow, self._words, self._who, self._more):
            label.setContentsMargins(look.px(5), 0, 0, 0)
        self._scroll = ScrollColumn(look, padding=0, spacing=14)
        self._scroll.column.addStretch(1)
        for label in (self._words, self._who, self._more):
            self._scroll.column.addWidget(label)
        self._scroll.column.addStretch(1)
        self._below = QWidget()
        self._foot = QVBoxLayout(self._below)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(look.px(8))
        middle = QWidget()
        middle.setMaximumWidth(look.px(_WIDEST))
        column = self._column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        beside = (self._eyebrow, None) if beside_the_eyebrow is None else (self._eyebrow, None, beside_the_eyebrow)
        self._top = row(*beside)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._below)
        self._whole = QHBoxLayout(self)
        self._middle = middle
        self._whole.addStretch(1)
        self._whole.addWidget(middle, 100)
        self._whole.addStretch(1)

    @property
    def least_above(self) -> int:
        """So much room is to be above the foot for a panel to stand there."""
        return self._look.px(_LEAST_FOR_PANEL)

    @property
    def words(self) -> str:
        """The agreement's words, as they stand there."""
        return self._words.text()

    @property
    def eyebrow(self) -> str:
        """The text above them."""
        return self._eyebrow.text()

    @property
    def who(self) -> str:
        """Who it is about."""
        return self._who.text()

    def put_above(self, widget: QWidget, *, after_words: bool = False) -> None:
        """Put a widget in the part that scrolls, right after the words or at its end."""
        column = self._scroll.column
        place = column.indexOf(self._words) + 1 if after_words else column.count() - 1
        column.insertWidget(place, widget)

    def put_below(self, widget: QWidget) -> None:
        """Put a widget at the foot."""
        self._foot.addWidget(widget)

    def show_agreement(self, eyebrow: str, words: str, who: str, more: str) -> None:
        """Show an agreement, at its beginning."""
        self._eyebrow.setText(eyebrow)
        if words != self._words.text():
            self._words.setText(words)
            self._scroll.verticalScrollBar().setValue(0)
            self._size_words()
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget that was put above."""
        self._scroll.ensureWidgetVisible(widget)

    def show_words(self, *, shown: bool) -> None:
        """Show the words, or leave room for the field in which they are put right."""
        self._words.setVisible(shown)

    def show_ring(self, *, shown: bool) -> None:
        """Have the ring of the keyboard: the page itself has it, and single keys answer."""
        if shown != self._ringed:
            self._ringed = shown
            self.update()

    def message_area(self, within: QWidget) -> QRect:
        """Where the words scroll: below them, and above the answers."""
        beside = self._look.px(12)
        seen = QRect(self._scroll.mapTo(within, QPoint(0, 0)), self._scroll.size())
        return seen.adjusted(-beside, 0, beside, 0)

    def room_above(self, height: int) -> int:
        """How much of a height is left for what scrolls, where the foot stays below it."""
        return height - self._top.sizeHint().height() - self._foot_height() - 2 * self._look.px(8)

    def _foot_height(self) -> int:
        """How high the foot is at this width: its answers may wrap."""
        return max(self._below.sizeHint().height(), self._below.heightForWidth(self._middle.width()))

    def leave_free(self, height: int) -> None:
        """Leave so many pixels below what scrolls, above the foot; the foot does not move."""
        self._scroll.column.setContentsMargins(0, 0, 0, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the ring around the sheet, in the room that is left around it."""
        if self._ringed:
            around, above = (min(self._look.px(12), margin) for margin in self._around())
            painter = QPainter(self)
            paint_ring(painter, self._middle.geometry().adjusted(-around, -above, around, above), self._look, 12)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take the room there is."""
        super().resizeEvent(event)
        side, top = self._around()
        self._whole.setContentsMargins(side, top, side, top)
        self._scroll.column.setSpacing(self._look.px(6 if self._compact() else 14))
        self._place_foot()
        self._size_words()

    def _place_foot(self) -> None:
        """Below the words, or among them where there is no room for both."""
        px, (_, around) = self._look.px, self._around()
        fixed = self._top.sizeHint().height() + self._foot_height() + 2 * px(8) + 2 * around
        place = self._scroll.column if fixed + px(_LEAST_WORDS) > self.height() else self._column
        if place.indexOf(self._below) < 0:
            for column in (self._column, self._scroll.column):
                column.removeWidget(self._below)
            place.addWidget(self._below)
            self._below.show()

    def _around(self) -> tuple[int, int]:
        """The room beside the sheet, and above and below it."""
        compact = self._compact()
        return self._look.px(12 if compact else 30), self._look.px(8 if compact else 22)

    def _compact(self) -> bool:
        return self._look.compact(self.width(), max(self.window().height(), self.height()))

    def _size_words(self) -> None:
        size = _SMALLER if self._compact() or len(self._words.text()) > _LONG else _LARGE
        self._words.setStyleSheet(f"font-size: {self._look.px(size)}px;")


def when_and_sign(agreement: AgreementView, view: MeetingView, t: Translator) -> str:
    """Return from when, by when, and how it shows that it works, a line each."""
    when = ""
    if agreement.start or agreement.due:
        when = sentence_case(when_chip(agreement.start, agreement.due, (), view.starts.date(), t))
    sign = t.gettext("Tegn på, at det lykkes: {sign}").format(sign=agreement.sign) if agreement.sign else ""
    return "\n".join(line for line in (when, sign) if line)


@dataclass(frozen=True, slots=True)
class SheetViewState:
    """Which agreement was on a sheet, and whether its words were being put right."""

    number: int | None
    editing: bool


class SheetPage(MeetingPage):
    """A page that is one sheet: it has the focus as a whole; a letter or a digit pressed alone answers."""

    sheet: AgreementSheet
    answering: Answering
    stepped_in = False
    """Whether Tab brought the keyboard to the page itself: then it goes on in reading order."""

    def answer_by(
        self,
        answers: Mapping[Qt.Key, Callable[[], object]],
        monotonic: Callable[[], float] = time.monotonic,
        *,
        harmless: Collection[Qt.Key] = (),
    ) -> None:
        """Answer by single keys; a key that is held down counts once, and one that begins a word is none.

        `harmless` keys record nothing, and count also for a sheet that has just come up by itself.
        """
        self.answering = Answering(self, answers, monotonic, harmless=harmless)
        self.answering.word_began.connect(self.typed_on)

    @property
    def number(self) -> int | None:
        """The agreement on the sheet, None for none."""
        raise NotImplementedError

    @property
    def editing(self) -> bool:
        """Whether its words are being put right."""
        return False

    def start(self, number: int | None = None) -> None:
        """Begin with an agreement, or with the first that has no answer."""
        raise NotImplementedError

    def put_right(self) -> None:
        """Open the words, where they can be put right."""

    def resume(self, field: str) -> None:
        """Begin with the agreement that has a half-written text."""
        self.start(int(field))

    @property
    def view_state(self) -> SheetViewState:
        """The agreement, and whether its words are open."""
        return SheetViewState(self.number, self.editing)

    def restore_view_state(self, view_state: object) -> None:
        """Be at that agreement."""
        if isinstance(view_state, SheetViewState) and view_state.number is not None:
            if view_state.number != self.number:
                self.start(view_state.number)
            if view_state.editing and not self.editing:
                self.put_right()

    def handle(self, action: Action) -> bool:  # noqa: ARG002 - for those that know better
        """An answer that was just given counts before anything else is done."""
        self.answering.take()
        return False

    def save(self) -> bool:
        """An answer that was just given is kept too."""
        self.answering.take()
        return True

    def typed(self, event: QKeyEvent) -> bool:
        """A letter or a figure may be an answer."""
        return self.answering.press(event)

    def resting_place(self) -> QWidget | None:
        """The page itself."""
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer."""
        if event.modifiers() & ~ALONE or not event.text() or not self.typed(event):
            super().keyPressEvent(event)

    def message_area(self, within: QWidget) -> QRect | None:
        """Above the answers."""
        return self.sheet.message_area(within)

    def panel_area(self, within: QWidget) -> QRect:
        """Above the answers, which stay under the pointer; over the whole where there is no room above them."""
        return self.sheet.message_area(within) if self._stands_above() else super().panel_area(within)

    def make_room(self, height: int) -> None:
        """Leave `height` pixels free: above the answers if there is room, else at the foot of the page."""
        above = self._stands_above()
        super().make_room(0 if above else height)
        self.sheet.leave_free(height if above else 0)

    def _stands_above(self) -> bool:
        """Return True if a panel fits above the answers: by the whole page, so that making room does not change it."""
        return self.sheet.room_above(self.height()) > self.sheet.least_above

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that the page has the keyboard."""
        super().focusInEvent(event)
        self.stepped_in = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.sheet.show_ring(shown=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that it has it no more."""
        super().focusOutEvent(event)
        self.sheet.show_ring(shown=False)
