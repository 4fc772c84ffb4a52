"""An agreement opened in its place in the list: its words and all its fields, to be put right or taken away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.draft import (
    DraftField,
    HandCorrections,
    day_in_words,
    draft_of,
    read_fields,
    written,
)
from netmoede_desktop.gui.meeting.agreements.fields import AgreementFields
from netmoede_desktop.gui.meeting.bridge.line_keeping import packed, unpacked
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.agreements.agreement_help import AgreementDraft
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView


class AgreementEditor(Surface):
    """The open agreement. Enter saves it, Esc discards the changes; a refused one stays in the fields."""

    closed = Signal(int)
    """It is kept, or left as it was; the number."""
    dropped = Signal(int)
    led = Signal(QWidget)
    """The keyboard is led to a field by an act, as if by Tab."""

    def __init__(
        self, port: MeetingPort, agreement: AgreementView, look: Look, t: Translator, free_days: FreeDays
    ) -> None:
        """Open the agreement. `free_days` gives the days off between two dates."""
        super().__init__("card-current", look, padding=16, spacing=12)
        set_role(self, SpokenRole.LIST_ITEM)
        self.setAccessibleName(t.gettext("Ret aftale {number}").format(number=agreement.number))
        self._port, self._look, self._t = port, look, t
        self._view = port.view
        self._agreement = agreement
        self._field = f"agreements.edit.{agreement.number}"
        self._days_by_hand = bool(agreement.start or agreement.due)
        self._said_of_day = ""
        self._build(free_days)
        begun = port.lines.begun(self._field)
        if begun:
            parts = unpacked(begun)
            self.text.set_text(parts["text"])
            self.fields.show_typed(parts)
            self._days_by_hand = True
        self._connect()
        self._look_at_it()

    def _build(self, free_days: FreeDays) -> None:
        look, t, agreement = self._look, self._t, self._agreement
        title = t.gettext("Aftale {number}").format(number=agreement.number)
        self.text = GrowingInput(look, size=15, most=6)
        self.text.set_text(agreement.text)
        self.text.setAccessibleName(title)
        self.fields = AgreementFields(self._view, look, t, free_days)
        self.fields.show_draft(draft_of(agreement), self._view)
        self._remarks = Label("", Tone.MUTED)
        self.keep_button = Button(t.gettext("Gem"), look, ButtonKind.PRIMARY, key="↵")
        self.leave_button = Button(t.gettext("Annuller"), look, key="Esc")
        self.drop_button = Button(t.gettext("Fjern aftalen"), look, ButtonKind.QUIET)
        self.column.addWidget(Label(title, Tone.EYEBROW, wrap=False))
        for widget in (self.text, self.fields, self._remarks):
            self.column.addWidget(widget)
        buttons = (self.keep_button, self.leave_button, None, self.drop_button)
        self.column.addLayout(row(*buttons, spacing=look.px(8)))

    def _connect(self) -> None:
        self.text.textChanged.connect(self._read_day)
        self.text.textChanged.connect(self._look_at_it)
        self.text.entered.connect(self.keep)
        self.fields.changed.connect(self._look_at_it)
        self.fields.done.connect(self.keep)
        self.fields.led.connect(self.led)
        for signal in (self.text.textChanged, self.fields.changed):
            signal.connect(self._keep_begun)
        for line in (self.fields.start.line, self.fields.due.line):
            line.textEdited.connect(self._keep_begun)
        for day in (self.fields.start, self.fields.due):
            day.line.textEdited.connect(self._day_put_right)
            day.changed.connect(self._day_put_right)
        for done in (self.closed, self.dropped):
            done.connect(lambda _: self._port.lines.typed(self._field, ""))
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(lambda: self.closed.emit(self.number))
        self.drop_button.clicked.connect(lambda: self.dropped.emit(self.number))

    @property
    def number(self) -> int:
        """Which agreement it is."""
        return self._agreement.number

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        fields = self.fields.stops
        return (self.text, *fields, self.keep_button, self.leave_button, self.drop_button)

    @property
    def draft(self) -> AgreementDraft:
        """The agreement as it would be; a date that cannot be read leaves the one there was."""
        owner, dates, sign = (self.fields.correction(field, HandCorrections()) for field in DraftField)
        start, due = dates.dates or (None, None)
        start = self._agreement.start if self.fields.start.problem else start
        due = self._agreement.due if self.fields.due.problem else due
        return AgreementDraft(self.text.text.strip(), owner.owner or None, start, due, sign.sign or None, self.number)

    @property
    def changed(self) -> bool:
        """Whether keeping it would change anything."""
        return self.draft != draft_of(self._agreement)

    def open(self, field: DraftField | None = None) -> None:
        """Take the keyboard, in the words or in a field."""
        if field is None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.focus_on(field)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Use the people of this view; the edits stay."""
        self._view = view
        self._look_at_it()

    def keep(self) -> bool:
        """Save the fields and emit `closed`; return False when refused or if a date cannot be read."""
        if self.fields.problem:
            return False
        if self.changed and not self._port.do(written(self.draft)):
            self._port.press_again(self.keep)
            return False
        self.closed.emit(self.number)
        return True

    def save(self) -> bool:
        """Save the changes before the page is left; return False when refused."""
        if not self.changed or not self.draft.text:
            return True
        if not self._port.do(written(self.draft)):
            return False
        self._port.lines.typed(self._field, "")
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit(self.number)
        else:
            super().keyPressEvent(event)

    def _keep_begun(self) -> None:
        """Store the edits as a half-written line while they differ from the agreement."""
        differs = self.changed or bool(self.fields.problem)
        text = packed(text=self.text.text, **self.fields.typed) if differs else ""
        self._port.lines.typed(self._field, text)

    def _read_day(self) -> None:
        """Put the day in the words of an agreement without one into the fields, until a day is entered there."""
        if not self._days_by_hand:
            day = day_in_words(self.text.text, self._agreement, self._view, self._t)
            self.fields.start.set_day(day.start)
            self.fields.due.set_day(day.due)
            self._said_of_day = "" if day.start or day.due else day.said

    def _day_put_right(self) -> None:
        self._days_by_hand, self._said_of_day = True, ""

    def _look_at_it(self) -> None:
        reading = read_fields(self.draft, self._view, self._t)
        asked_again = self._agreement.answer is not None and self.changed
        again = self._t.gettext("Når aftalen ændres, skal den læses op igen.") if asked_again else ""
        remarks = "\n".join(line for line in (self._said_of_day, *reading.remarks, again) if line)
        if remarks != self._remarks.text():
            self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))
