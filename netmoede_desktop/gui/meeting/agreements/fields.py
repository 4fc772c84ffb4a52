"""The fields of an agreement, each to be put right by hand: who, from when, by when, and how it shows that it works."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.agreements.agreements import repeats
from netmoede_desktop.gui.kit.dates.day_field import DayField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.meeting.agreements.draft import DraftField, HandCorrections
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.agreements.agreement_help import AgreementDraft, possible_owners
from netmoede_desktop.services.meeting.view.values import MeetingView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgreementFields(QWidget):
    """The fields; `shown` chooses which. Enter in one of them says that it is done."""

    changed = Signal()
    """Something was put right by hand."""
    done = Signal()
    led = Signal(QWidget)
    """The keyboard is led to a field by an act, as if by Tab."""

    def __init__(self, view: MeetingView, look: Look, t: Translator, free_days: FreeDays) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        super().__init__()
        self._view = view
        self._look, self._t = look, t
        self._repeats = False
        self._build(free_days)
        self._connect()

    def _build(self, free_days: FreeDays) -> None:
        look, t = self._look, self._t
        self.owner = Choice(self._people(None), look)
        self._owner = Field(t.gettext("Hvem"), self.owner, look)
        self.start = DayField(t.gettext("Fra"), look, t, self._today, free_days)
        self.due = DayField(t.gettext("Senest"), look, t, self._today, free_days)
        self.sign = LineInput(placeholder=t.gettext("fx »mor ved, hvad der gik godt i ugen«"), longest=1000)
        self._sign = Field(t.gettext("Tegn på, at det lykkes"), self.sign, look)
        above = QHBoxLayout()
        above.setSpacing(look.px(12))
        for field in (self._owner, self.start, self.due):
            above.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(above)
        column.addWidget(self._sign)

    def _connect(self) -> None:
        self.owner.picked.connect(lambda _: self.changed.emit())
        self.start.changed.connect(lambda _: self.changed.emit())
        self.due.changed.connect(lambda _: self.changed.emit())
        self.sign.textEdited.connect(lambda _: self.changed.emit())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in them, in reading order."""
        return self.owner, self.start.line, self.start.calendar, self.due.line, self.due.calendar, self.sign

    def show_only(self, field: DraftField | None) -> None:
        """Show one field, or with None all of them."""
        self._owner.setVisible(field in (None, DraftField.OWNER))
        self.start.setVisible(field in (None, DraftField.WHEN))
        self.due.setVisible(field in (None, DraftField.WHEN))
        self._sign.setVisible(field in (None, DraftField.SIGN))

    def focus_on(self, field: DraftField) -> None:
        """Give a field the keyboard; of the days the missing one: by when, or from when what repeats begins."""
        begins = self.start.day is None and self._repeats
        day = self.due if self.due.day is None and not begins else self.start
        editors: Mapping[DraftField, QWidget]
        editors = {DraftField.OWNER: self.owner, DraftField.WHEN: day.line, DraftField.SIGN: self.sign}
        self.led.emit(editors[field])
        editors[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_draft(self, draft: AgreementDraft, view: MeetingView) -> None:
        """Show the draft's values. Emits no signal, and leaves fields with an equal value alone."""
        self._view = view
        self._repeats = repeats(draft.text)
        self.owner.set_options(self._people(draft.owner), key=draft.owner or "")
        self.owner.set_key(draft.owner or "")
        self.start.set_day(draft.start)
        self.due.set_day(draft.due)
        if self.sign.text().strip() != (draft.sign or ""):
            self.sign.setText(draft.sign or "")

    def forget(self) -> None:
        """Clear the dates as typed, including unreadable ones."""
        self.start.clear()
        self.due.clear()

    @property
    def typed(self) -> Mapping[str, str]:
        """The text of each field as typed, including a date that cannot be read yet."""
        return {
            "owner": self.owner.key,
            "start": self.start.line.text(),
            "due": self.due.line.text(),
            "sign": self.sign.text(),
        }

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Show the text of each field as typed."""
        self.owner.set_key(typed["owner"])
        self.start.set_typed_text(typed["start"])
        self.due.set_typed_text(typed["due"])
        self.sign.setText(typed["sign"])

    def correction(self, field: DraftField, before: HandCorrections) -> HandCorrections:
        """Return the corrections `before` with the present value of this field."""
        match field:
            case DraftField.OWNER:
                return HandCorrections(self.owner.key, before.dates, before.sign)
            case DraftField.WHEN:
                return HandCorrections(before.owner, (self.start.day, self.due.day), before.sign)
            case DraftField.SIGN:
                return HandCorrections(before.owner, before.dates, self.sign.text().strip())

    @property
    def problem(self) -> str:
        """The problem with a date, "" for none."""
        return self.start.problem or self.due.problem

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in a field says that it is done."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.done.emit()
        else:
            super().keyPressEvent(event)

    def _today(self) -> date:
        return self._view.starts.date()

    def _people(self, owner: str | None) -> list[tuple[str, str]]:
        """Return the options: no owner, the people who can take an agreement on, and the present owner in any case."""
        able = possible_owners(self._view)
        others = [seat for seat in self._view.seats if seat.person == owner and seat not in able]
        named = [(seat.person, with_relation(seat.name, seat.relation, self._t)) for seat in (*able, *others)]
        return [("", self._t.gettext("Ingen endnu")), *named]
