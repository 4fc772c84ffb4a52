"""Stopping early: why, when to meet instead, and who has not been heard. The referat is made all the same."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from netmoede_desktop.domain.agreements.follow_up import is_working_day
from netmoede_desktop.domain.meeting.commands import Command, SetFollowUp, StopMeeting
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.moment_field import MomentField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.follow_up_choices import day_remarks, days_off, moment_words
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.closing.minutes_preview import not_heard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.meeting.view.values import MeetingView

_REASONS = (
    translatable("Barnet har brug for at stoppe."),
    translatable("Det blev for svært at være i rummet."),
    translatable("Der mangler en, som er vigtig for mødet."),
    translatable("Tiden slap op."),
    translatable("Vi måtte forlade huset."),
)
#: A meeting that is stopped is taken up again soon: so many weeks later are suggested.
_WEEKS = (1, 2, 3)


class StopPanel(Surface):
    """The reason is required, the new day is offered. One press stops the meeting and sets the day, as one act."""

    stopped = Signal()
    closed = Signal()
    """It was put away; what is written stays."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, free_days: FreeDays) -> None:
        """Make it. `free_days` gives the days off between two dates."""
        super().__init__("notice-attention", look, padding=16, spacing=10)
        self._port, self._look, self._t = port, look, t
        self._free_days = free_days
        self._view = port.view
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self.reasons = [Button(t.gettext(reason), look) for reason in _REASONS]
        self.reason = GrowingInput(look, size=15, placeholder=t.gettext("Vælg en grund ovenfor, eller skriv selv"))
        self._reason = Field(t.gettext("Hvorfor stopper mødet?"), self.reason, look)
        self.days = [Button("", look, one_of=True) for _ in _WEEKS]
        starts = self._view.starts
        usual = time(starts.hour, starts.minute)
        label = t.gettext("Hvornår mødes I i stedet? Det kan vente.")
        self.moment = MomentField(label, look, t, self._today, self._free_days, usual_time=usual)
        self._remarks = Label("", Tone.ATTENTION)
        self._remarks.hide()
        self._heard = Label("", Tone.MUTED)
        self.stop_button = Button(t.gettext("Stop mødet nu"), look, ButtonKind.PRIMARY)
        self.close_button = Button(t.gettext("Annuller"), look)
        self.column.addWidget(Label(t.gettext("Stop mødet før tid"), Tone.HEADING))
        self.column.addWidget(flowing(*self.reasons, gap=look.px(8)))
        self.column.addWidget(self._reason)
        self.column.addWidget(self.moment)
        self.column.addWidget(self._remarks)
        self.column.addWidget(flowing(*self.days, gap=look.px(8)))
        self.column.addWidget(self._heard)
        self.column.addLayout(row(self.stop_button, self.close_button, None, spacing=look.px(8)))

    def _connect(self) -> None:
        for button in self.reasons:
            button.clicked.connect(lambda _=False, button=button: self._take_reason(button.text()))
        for place, button in enumerate(self.days):
            button.clicked.connect(lambda _=False, place=place: self._take_day(place))
        self.moment.changed.connect(lambda _: self._show_day())
        self.stop_button.clicked.connect(self.stop)
        self.close_button.clicked.connect(self.closed)
        self._port.lines.follow("closing.stop", self.reason)
        if self._port.lines.follow("closing.stop.day", self.moment.line):
            self.moment.set_typed_text(self.moment.line.text())

    @property
    def problem(self) -> str:
        """The problem with the reason or the day, "" for none."""
        return self._reason.problem or self.moment.problem

    @property
    def not_heard(self) -> str:
        """The people not heard, and the parts not reached."""
        return self._heard.text()

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the people not heard; written text stays."""
        self._view = view
        self._heard.setText("\n".join(not_heard(view, self._t)))
        self._heard.setVisible(bool(self._heard.text()))

    def open(self) -> None:
        """Take the keyboard, with days to choose from."""
        for button, when in zip(self.days, self._suggested(), strict=True):
            button.set_label(moment_words(when, self._view, self._t))
        self.reasons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def own_text(self) -> GrowingInput:
        """Return the reason."""
        return self.reason

    def stop(self) -> bool:
        """Stop the meeting; False when the reason is missing, the day cannot be, or the disk refused."""
        t = self._t
        written = bool(self.reason.text.strip())
        self._reason.show_problem("" if written else t.gettext("Skriv, hvorfor mødet stopper."))
        line = self.moment.line.text().strip()
        if not written or (line and not self.moment.commit()):
            return False
        when = self.moment.moment if line else None
        if when is not None and not day_remarks(self._view, when, self._days_off(), t).possible:
            return False
        day: tuple[Command, ...] = () if when is None else (SetFollowUp(when),)
        if not self._port.do(*day, StopMeeting(self.reason.text)):
            self._port.press_again(self.stop)
            return False
        self.stopped.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _take_reason(self, reason: str) -> None:
        """The chosen reason can be written on."""
        self.reason.set_text(reason)
        self._reason.show_problem("")
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_day(self, place: int) -> None:
        """A press chooses the day, one more takes it back."""
        when = self._suggested()[place]
        self.moment.set_moment(None if self.moment.moment == when else when)
        self._show_day()

    def _show_day(self) -> None:
        for button, when in zip(self.days, self._suggested(), strict=True):
            button.setChecked(when == self.moment.moment)
        moment = self.moment.moment
        found: tuple[str, ...] = ()
        if moment is not None:
            remarks = day_remarks(self._view, moment, self._days_off(), self._t)
            # The rule for the time between two meetings is not for one that is taken up again.
            found = remarks.sentences if not remarks.possible else _about_the_day(moment, self._days_off(), self._t)
        self._remarks.setText("\n".join(found))
        self._remarks.setVisible(bool(found))

    def _suggested(self) -> list[datetime]:
        """The same weekday and time some weeks later, or the working day after."""
        starts, off = self._view.starts.replace(tzinfo=None), self._days_off()
        found = []
        for weeks in _WEEKS:
            when = starts + timedelta(weeks=weeks)
            while not is_working_day(when.date(), off):
                when += timedelta(days=1)
            found.append(when)
        return found

    def _today(self) -> date:
        return self._view.starts.date()

    def _days_off(self) -> Mapping[date, str]:
        return days_off(self._view, self._free_days)


def _about_the_day(when: datetime, off: Mapping[date, str], t: Translator) -> tuple[str, ...]:
    day = when.date()
    if day in off:
        return (t.gettext("Dagen er en helligdag: {holiday}.").format(holiday=off[day]),)
    return () if is_working_day(day, off) else (t.gettext("Dagen falder i en weekend."),)
