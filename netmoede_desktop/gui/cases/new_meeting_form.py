"""A new meeting in a sag: proposed from the last one, needing no more than a day."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.moment_field import MomentField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import suggested_sentence
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, Proposal

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_USUAL_TIME = time(16, 0)


class NewMeetingForm(Surface):
    """Method and day; everybody of the sag is invited, and can be taken off the list in the preparation."""

    asked = Signal(object)
    """A `NewMeeting`."""
    left = Signal()

    def __init__(
        self,
        methods: Methods,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        super().__init__("card-current", look, padding=20, spacing=12)
        self._methods, self._t = methods, t
        self._proposal: Proposal | None = None
        self.method = Choice([(method.id, self._named(method.id)) for method in methods.offered], look)
        self._method_field = Field(t.gettext("Metode"), self.method, look, hint=" ")
        self.starts = MomentField(t.gettext("Begynder"), look, t, today, free_days, usual_time=_USUAL_TIME)
        self._people = Label("", Tone.MUTED)
        self.keep = Button(t.gettext("Lav mødet"), look, ButtonKind.PRIMARY)
        back = Button(t.gettext("Annuller"), look, ButtonKind.QUIET)
        self.column.addWidget(Label(t.gettext("Nyt møde"), Tone.HEADING))
        for widget in (self._method_field, self.starts, self._people):
            self.column.addWidget(widget)
        self.column.addLayout(row(back, None, self.keep, spacing=look.px(8)))
        self.keep.clicked.connect(self._ask)
        back.clicked.connect(self.left)
        self.method.picked.connect(self._show_suggested)
        self.hide()

    def open_for(self, proposal: Proposal) -> None:
        """Show the proposal, and focus the date if it is missing, else the button."""
        t = self._t
        self._proposal = proposal
        self.method.set_key(proposal.method_id)
        self._show_suggested()
        self.starts.set_moment(proposal.starts)
        count = len(proposal.people)
        sentence = t.ngettext(
            "Den person, sagen kender, kommer på listen.", "De {n} personer, sagen kender, kommer på listen.", count
        )
        self._people.setText(sentence.format(n=count) if count else t.gettext("Deltagerne tilføjer du bagefter."))
        self.show()
        stop = self.keep if proposal.starts is not None else self.starts.line
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter makes it, Escape leaves."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if not self.keep.isEnabled():
            return  # it is being made already: the key was pressed twice
        proposal = self._proposal
        if proposal is None or not self.starts.commit() or self.starts.moment is None:
            self.starts.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        people = tuple(person.id for person in proposal.people)
        self.asked.emit(NewMeeting(self.method.key, self.starts.moment, place=proposal.place, people=people))

    def _named(self, method_id: str) -> str:
        method = self._methods[method_id]
        length = meeting_length(target_minutes(method, interpreter=False), self._t)
        return self._t.gettext("{method} · {length}").format(method=method.name, length=length)

    def _show_suggested(self) -> None:
        method = self._methods.get(self.method.key)
        self._method_field.show_hint("" if method is None else suggested_sentence(method.suggested, self._t))
