"""An agreement in one line, read while it is typed: who, when and the sign stand below as chips to be put right."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.buttons.chips import Chip, ChipKind
from netmoede_desktop.gui.kit.dates.moment_wording import example_day
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.draft import (
    DraftField,
    DraftReading,
    HandCorrections,
    pack_line,
    read_draft,
    unpack_line,
    written,
)
from netmoede_desktop.gui.meeting.agreements.fields import AgreementFields
from netmoede_desktop.gui.meeting.agreements.owner_question import OwnerQuestion
from netmoede_desktop.gui.meeting.agreements.wording import agreement_written, waiting_lines
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.agreements.agreement_help import separate_lines
from netmoede_desktop.services.meeting.view.values import MeetingView

_FIELD = "agreements.line"
#: A second Enter within so many seconds was meant for the line before.
_SAME_PRESS = 0.6
#: The weekday of the example in the line.
_WEDNESDAY = 2


class AgreementEntry(Surface):
    """The line, its chips and its remarks. Enter makes the agreement; a refused one stays in the line."""

    added = Signal(int)
    """The number of the agreement that was made."""
    led = Signal(QWidget)
    """The keyboard is led to a field by an act, as if by Tab."""

    def __init__(
        self,
        port: MeetingPort,
        look: Look,
        t: Translator,
        free_days: FreeDays,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make it. `free_days` gives the days off between two dates; `seconds` is a clock that never goes back."""
        super().__init__("card-green", look, padding=16, spacing=8)
        self._port, self._look, self._t = port, look, t
        self._seconds = seconds
        self._compact = False
        self._view = port.view
        self._loaded_at = float("-inf")
        self._field: DraftField | None = None
        self._build(free_days)
        line, self._waiting, self._corrections = unpack_line(port.lines.begun(_FIELD))
        self.line.set_text(line)
        self._show_waiting()
        self._connect()
        self._reading = self._read()

    def _build(self, free_days: FreeDays) -> None:
        look, t = self._look, self._t
        placeholder = t.gettext("Skriv fx »Kirsten henter Mikkel om onsdagen fra {day}«")
        placeholder = placeholder.format(day=example_day(self._view.starts.date(), t, _WEDNESDAY))
        self.line = GrowingInput(look, placeholder=placeholder, several=self.offer)
        self.line.setAccessibleName(t.gettext("Ny aftale: hvem gør hvad, og hvornår"))
        self.add_button = Button(t.gettext("Tilføj"), look, ButtonKind.PRIMARY, key="↵")
        self.chips = {field: Chip("", look) for field in DraftField}
        self.fields = AgreementFields(self._view, look, t, free_days)
        self.fields.hide()
        self.question = OwnerQuestion(look)
        self._remarks = Label("", Tone.MUTED)
        self._hint = Label(t.gettext("Læs højt: »Er det det, du siger ja til?«"), Tone.MUTED, wrap=False)
        self._hint.setMinimumHeight(look.px(26))
        self._queue = Label("", Tone.MUTED)
        self._next = Button(t.gettext("Tag den næste"), look, ButtonKind.QUIET)
        self._queue_row = QWidget()
        self._queue_row.setLayout(row(self._queue, self._next, spacing=look.px(8)))
        self._queue_row.hide()
        above = row(self.line, self.add_button, spacing=look.px(10))
        above.setAlignment(self.add_button, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(above)
        self.column.addWidget(flowing(*self.chips.values(), self._hint, gap=look.px(8), push_last=True))
        for widget in (self.question, self.fields, self._remarks, self._queue_row):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._line_changed)
        self.line.entered.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.fields.changed.connect(self._put_right)
        self.fields.done.connect(self._close_field)
        self.fields.led.connect(self.led)
        self.question.answered.connect(self._owner_meant)
        self._next.clicked.connect(self._swap)
        for field, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, field=field: self._toggle(field))

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text

    @property
    def reading(self) -> DraftReading:
        """The draft read from the line."""
        return self._reading

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Read the line again with the people and agreements there are now."""
        if view is not self._view:
            self._view = view
            self._reading = self._read()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return (self.line, self.add_button, *self.chips.values(), *self.question.stops, *self.fields.stops, self._next)

    def set_compact(self, compact: bool) -> None:
        """Take less room: what to say aloud is left out."""
        self._compact = compact
        inset = self._look.px(10 if compact else 16)
        self.column.setContentsMargins(inset, inset, inset, inset)
        self._hint.setVisible(not compact)

    def open(self) -> None:
        """Take the keyboard."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer(self, text: str) -> None:
        """Take a text of one or several lines: each becomes an agreement of its own, one after the other."""
        self._waiting += separate_lines(text)
        if not self.text.strip():
            self._load_next()
        self._show_waiting()

    def add(self) -> bool:
        """Make the agreement; return True if one was added. An empty line loads the next one waiting."""
        if not self.text.strip():
            self._load_next()
            return False
        if self._seconds() - self._loaded_at < _SAME_PRESS:
            return False
        if self.fields.isVisible() and self.fields.problem:
            self._show_message(self.fields.problem)
            return False
        before = {agreement.number for agreement in self._port.view.agreements}
        if not self._port.do(written(self._reading.draft)):
            self._port.press_again(self.add)
            return False
        number = next((a.number for a in self._port.view.agreements if a.number not in before), 0)
        self._cleared(number)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes an open field."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._field is not None:
            self._close_field()
        else:
            event.ignore()

    def _read(self) -> DraftReading:
        reading = read_draft(self.text, self._corrections, self._view, self._t)
        for chip, said in zip(self.chips.values(), reading.chips, strict=True):
            kind = ChipKind.DONE if said.done else ChipKind.QUIET if said.open else ChipKind.ATTENTION
            chip.show_text(said.text, kind)
        self.question.ask(reading.question, reading.meant)
        remarks = "\n".join(reading.remarks)
        if remarks != self._remarks.text():
            self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))
        self.line.setAccessibleDescription(
            "; ".join((*(said.text for said in reading.chips), reading.question, *reading.remarks)).strip("; ")
        )
        if self._field is not None:
            self.fields.show_draft(reading.draft, self._view)
        return reading

    def _line_changed(self) -> None:
        if not self.text.strip() and self._field is None:
            self._corrections = HandCorrections()
        self._reading = self._read()
        self._keep_begun()
        if self.text:
            self._hint.setVisible(not self._compact)
            self._hint.setText(self._t.gettext("Læs højt: »Er det det, du siger ja til?«"))

    def _put_right(self) -> None:
        if self._field is not None:
            self._corrections = self.fields.correction(self._field, self._corrections)
            self._reading = self._read()
            self._keep_begun()

    def _keep_begun(self) -> None:
        """Store line, waiting lines and corrections as a half-written line."""
        self._port.lines.typed(_FIELD, pack_line(self.text, self._waiting, self._corrections))

    def _owner_meant(self, person: str) -> None:
        self._corrections = replace(self._corrections, owner=person)
        self._reading = self._read()
        self.open()

    def _toggle(self, field: DraftField) -> None:
        if self._field is field:
            self._close_field()
            return
        self._field = field
        self.fields.show_only(field)
        self.fields.show_draft(self._reading.draft, self._view)
        self.fields.show()
        self.fields.focus_on(field)

    def _close_field(self) -> None:
        self._field = None
        self.fields.hide()
        self.open()

    def _cleared(self, number: int) -> None:
        self._forget()
        self._show_hint(agreement_written(number, self._t))  # a screen reader is told by the window, as of every act
        self._load_next()
        self.added.emit(number)

    def _forget(self) -> None:
        self._field = None
        self._corrections = HandCorrections()
        self.fields.hide()
        self.fields.forget()
        self.line.set_text("")
        self._show_waiting()

    def _load_next(self) -> None:
        if self._waiting:
            self.line.set_text(self._waiting.pop(0))
            self._loaded_at = self._seconds()
        self._show_waiting()

    def _swap(self) -> None:
        """The next one now, the one in the line last."""
        if self.text.strip():
            self._waiting.append(self.text.strip())
        self._load_next()
        self.open()

    def _show_waiting(self) -> None:
        self._keep_begun()
        self._queue_row.setVisible(bool(self._waiting))
        if self._waiting:
            self._queue.setText(waiting_lines(len(self._waiting), self._t))

    def _show_message(self, sentence: str) -> None:
        self._show_hint(sentence)
        announce(self._hint, sentence)

    def _show_hint(self, sentence: str) -> None:
        self._hint.setText(sentence)
        self._hint.show()
        self._hint.setAccessibleName(sentence)
