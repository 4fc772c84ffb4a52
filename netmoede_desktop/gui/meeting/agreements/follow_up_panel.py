"""When do we meet again? Days the method's rule suggests, any other day typed in Danish, or none, with the reason."""

from collections.abc import Mapping
from datetime import date, datetime, time
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.dates.written_moment import MomentTrouble, read_moment
from netmoede_desktop.domain.meeting.commands import DeclineFollowUp, SetFollowUp
from netmoede_desktop.domain.privacy.guard import RoomGuard
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.moment_field import MomentField
from netmoede_desktop.gui.kit.dates.moment_wording import moment_sentence
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import add_to_flow, flowing
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.follow_up_choices import (
    away_words,
    day_remarks,
    days_off,
    moment_words,
    place_remark,
    report_words,
    suggestions,
    window_words,
)
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, sentence_case, weekday_names
from netmoede_desktop.services.meeting.view.values import MeetingView

_WORKING_DAYS = 5
_DAY, _REASON, _PLACE = "agreements.day", "agreements.reason", "agreements.place"
#: The longest place, in characters, as the rules take it.
_LONGEST_PLACE = 200


class FollowUpPanel(QWidget):
    """The choice of the next meeting. A choice is saved at once, and changed by choosing again."""

    settled = Signal()
    """A day was set, or the reason why there is none."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, free_days: FreeDays) -> None:
        """Make it. `free_days` gives the days off between two dates."""
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._free_days = free_days
        self._view = port.view
        starts = self._view.starts
        self._at = time(starts.hour, starts.minute)
        self._weekday = min(starts.weekday(), _WORKING_DAYS - 1)
        self._stale = True
        self._known: tuple[FollowUpRecord | None, datetime, RoomGuard] | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._chosen_card())
        column.addWidget(self._days_card())
        column.addWidget(self._place_card())
        column.addWidget(self._other_card())
        column.addWidget(self._none_card())

    def _chosen_card(self) -> QWidget:
        self._chosen = Surface("card-green", self._look, padding=16, spacing=4)
        self._chosen_day = Label("", Tone.HEADING)
        self._chosen_more = Label("", Tone.MUTED)
        self._chosen.column.addWidget(Label(self._t.gettext("NÆSTE MØDE"), Tone.EYEBROW_GREEN))
        self._chosen.column.addWidget(self._chosen_day)
        self._chosen.column.addWidget(self._chosen_more)
        self._chosen.hide()
        return self._chosen

    def _place_card(self) -> QWidget:
        look, t = self._look, self._t
        card = Surface("card", look, padding=16, spacing=8)
        self.place = LineInput(longest=_LONGEST_PLACE)
        self._where = Field(t.gettext("Hvor mødes vi?"), self.place, look)
        self.place_button = Button(t.gettext("Gem stedet"), look, key="↵")
        self.place_button.hide()
        card.column.addWidget(self._where)
        card.column.addLayout(row(self.place_button, None))
        return card

    def _days_card(self) -> QWidget:
        look, t = self._look, self._t
        card = Surface("card", look, padding=16, spacing=10)
        self._window = Label("", Tone.MUTED)
        names = enumerate(weekday_names(t)[:_WORKING_DAYS])
        self.weekdays = AnswerChips([(str(number), name) for number, name in names], look, flowing=True)
        self.weekdays.setAccessibleName(t.gettext("Ugedag"))
        self.at = LineInput(clock(self._view.starts), longest=8)
        self.at.setFixedWidth(look.px(90))
        self.at.setAccessibleName(t.gettext("Klokken"))
        at_label = Label(t.gettext("kl."), Tone.BODY, wrap=False)
        at_label.setBuddy(self.at)
        self._at_problem = Label("", Tone.ATTENTION)
        self._at_problem.hide()
        self._days = flowing(gap=look.px(8))
        self.days: list[Button] = []
        self._no_days = Label(t.gettext("Der er ingen ledig hverdag på den ugedag. Vælg en anden."), Tone.MUTED)
        card.column.addWidget(self._window)
        card.column.addWidget(flowing(self.weekdays, at_label, self.at, gap=look.px(6)))
        card.column.addWidget(self._at_problem)
        card.column.addWidget(self._days)
        card.column.addWidget(self._no_days)
        return card

    def _other_card(self) -> QWidget:
        look, t = self._look, self._t
        card = Surface("card", look, padding=16, spacing=8)
        label = t.gettext("Eller en anden dag")
        self.other = MomentField(label, look, t, self._today, self._free_days, usual_time=self._at)
        self._remarks = Label("", Tone.ATTENTION)
        self._remarks.hide()
        self.other_button = Button(t.gettext("Aftal dagen"), look)
        card.column.addWidget(self.other)
        card.column.addWidget(self._remarks)
        card.column.addLayout(row(self.other_button, None))
        return card

    def _none_card(self) -> QWidget:
        look, t = self._look, self._t
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.none_button = Button(t.gettext("Ingen opfølgning …"), look, ButtonKind.QUIET)
        self._none = Surface("card", look, padding=16, spacing=8)
        self.reason = GrowingInput(look, size=14)
        self._reason = Field(t.gettext("Hvorfor mødes vi ikke igen?"), self.reason, look)
        self.reason_button = Button(t.gettext("Gem grunden"), look, key="↵")
        self._none.column.addWidget(self._reason)
        self._none.column.addLayout(row(self.reason_button, None))
        self._none.hide()
        column.addLayout(row(self.none_button, None))
        column.addWidget(self._none)
        return holder

    def _connect(self) -> None:
        self.weekdays.picked.connect(lambda key: self._choose_weekday(int(key)))
        self.at.textEdited.connect(lambda _: self._time_typed())
        self.other.changed.connect(lambda _: self._show_remarks())
        self.other.line.textEdited.connect(lambda _: self._show_remarks())
        self.other.line.returnPressed.connect(self._set_other)
        self.other_button.clicked.connect(self._set_other)
        self.none_button.clicked.connect(self._open_reason)
        self.reason.entered.connect(self._decline)
        self.reason_button.clicked.connect(self._decline)
        self.place.textChanged.connect(lambda _: self._place_typed())
        self.place.returnPressed.connect(self._place_entered)
        self.place_button.clicked.connect(self._place_entered)
        lines = self._port.lines
        lines.follow(_PLACE, self.place)
        self._none.setVisible(lines.follow(_REASON, self.reason))
        if lines.follow(_DAY, self.other.line):
            self.other.set_typed_text(self.other.line.text())

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the agreed next meeting."""
        self._view = view
        known = (view.follow_up, view.starts, view.guard)
        if known != self._known:
            another_day = self._known is None or self._known[1] != view.starts
            self._known = known
            agreed = None if view.follow_up is None else view.follow_up.at
            if agreed is not None or another_day:
                self._weekday = min((agreed or view.starts).weekday(), _WORKING_DAYS - 1)
            self._stale = True
        if self.isVisible():
            self._show_days()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The days are worked out when they are first seen."""
        super().showEvent(event)
        self._show_days()

    def _show_days(self) -> None:
        if self._stale:
            self._stale = False
            self._show_place()
            self._show_chosen()
            self._suggest()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        other = (self.other.line, self.other.calendar, self.other_button)
        where, none = (self.place, self.place_button), (self.none_button, self.reason, self.reason_button)
        return (*self.weekdays.chips.values(), self.at, *self.days, *where, *other, *none)

    def open(self) -> None:
        """Take the keyboard."""
        self._show_days()
        chosen = next((button for button in self.days if button.isChecked()), None)
        first = chosen or (self.days[0] if self.days else self.weekdays.stop)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resume(self, name: str) -> None:
        """Focus the field with a half-written text: the `reason`, the `place`, or the other `day`."""
        places = {"reason": self.reason, "place": self.place}
        places.get(name, self.other.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self) -> None:
        """Show the agreed place, else today's; a half-written one stays."""
        if self._port.lines.begun(_PLACE):
            return
        with QSignalBlocker(self.place):
            self.place.setText(self._agreed_place())
        self._place_typed()

    def _agreed_place(self) -> str:
        follow_up = self._view.follow_up
        return self._view.place if follow_up is None or follow_up.at is None else follow_up.place

    def _place_typed(self) -> None:
        """Say where the room is not told it, and offer to keep it where the day is agreed already."""
        place, follow_up = self.place.text().strip(), self._view.follow_up
        self._where.show_hint(place_remark(self._view.guard, place, self._t))
        agreed = follow_up is not None and follow_up.at is not None
        self.place_button.setVisible(agreed and place != self._agreed_place())

    def _place_entered(self) -> None:
        """Keep it with the day; without one go on to the days."""
        follow_up = self._view.follow_up
        if follow_up is None or follow_up.at is None:
            self.open()
        else:
            self._set(follow_up.at)

    def _show_chosen(self) -> None:
        view, t = self._view, self._t
        follow_up = view.follow_up
        self._chosen.setVisible(follow_up is not None)
        if follow_up is None:
            return
        if follow_up.at is None:
            self._chosen_day.setText(t.gettext("Ingen opfølgning"))
            self._chosen_more.setText(follow_up.none_reason or "")
            return
        self._chosen_day.setText(sentence_case(moment_words(follow_up.at, view, t)))
        away, report = away_words(follow_up.at, view, t), report_words(follow_up.at, view, self._days_off(), t)
        lines = [
            *((follow_up.place,) if follow_up.place else ()),
            t.gettext("{away} · {report}").format(away=away, report=report),
            *day_remarks(view, follow_up.at, self._days_off(), t).sentences,
        ]
        self._chosen_more.setText("\n".join(lines))

    def _suggest(self) -> None:
        view, t = self._view, self._t
        self._window.setText(window_words(view, t))
        self.weekdays.set_key(str(self._weekday))
        found = suggestions(view, self._weekday, self._at, self._days_off())
        while len(self.days) > len(found):
            button = self.days.pop()
            button.hide()
            button.deleteLater()
        chosen = None if view.follow_up is None else view.follow_up.at
        for place, when in enumerate(found):
            if place == len(self.days):
                made = Button("", self._look, elide=True, one_of=True)
                made.clicked.connect(lambda _=False, place=place: self._take(place))
                add_to_flow(self._days, made)
                self.days.append(made)
            words = t.gettext("{day} · {away}").format(day=moment_words(when, view, t), away=away_words(when, view, t))
            self.days[place].set_label(words)
            self.days[place].setChecked(when == chosen)
        self._no_days.setVisible(not found)
        for before, after in pairwise((self.at, *self.days)):
            QWidget.setTabOrder(before, after)

    def _choose_weekday(self, weekday: int) -> None:
        self._weekday = weekday
        self._suggest()

    def _time_typed(self) -> None:
        read = _time_of(self.at.text(), self._today())
        problem = moment_sentence(read, self._today(), self._t) if isinstance(read, MomentTrouble) else ""
        self._at_problem.setText(problem)
        self._at_problem.setVisible(bool(problem))
        if not isinstance(read, MomentTrouble):
            self._at = read
            self.other.set_usual_time(read)
            self._suggest()

    def _take(self, place: int) -> None:
        found = suggestions(self._view, self._weekday, self._at, self._days_off())
        self._set(found[place])
        self._suggest()

    def _set_other(self) -> None:
        if not self.other.commit():
            return
        when = read_moment(self.other.line.text(), self._today(), self._at)
        if isinstance(when, datetime) and day_remarks(self._view, when, self._days_off(), self._t).possible:
            self._set(when)

    def _set(self, when: datetime) -> None:
        if not self._port.do(SetFollowUp(when, self.place.text())):
            self._port.press_again(lambda: self._set(when))
            return
        self._port.lines.typed(_DAY, "")
        self._port.lines.typed(_PLACE, "")
        self._show_place()
        self._none.hide()
        self.settled.emit()

    def _show_remarks(self) -> None:
        when = read_moment(self.other.line.text(), self._today(), self._at)
        found: tuple[str, ...] = ()
        if isinstance(when, datetime):
            found = day_remarks(self._view, when, self._days_off(), self._t).sentences
        self._remarks.setText("\n".join(found))
        self._remarks.setVisible(bool(found))

    def _open_reason(self) -> None:
        self._none.setVisible(not self._none.isVisible())
        if self._none.isVisible():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decline(self) -> bool:
        if not self.reason.text.strip():
            self._reason.show_problem(self._t.gettext("Skriv grunden med et par ord."))
            return False
        if not self._port.do(DeclineFollowUp(self.reason.text)):
            self._port.press_again(self._decline)
            return False
        self._reason.show_problem("")
        self.reason.set_text("")
        self._none.hide()
        self.settled.emit()
        return True

    def _today(self) -> date:
        return self._view.starts.date()

    def _days_off(self) -> Mapping[date, str]:
        return days_off(self._view, self._free_days)


def _time_of(text: str, today: date) -> time | MomentTrouble:
    """Return the time of day written alone, as `16`, `16.30` or `kl. 16`, or the trouble with it."""
    read = read_moment(f"{today.day}/{today.month} kl. {text.lower().removeprefix('kl.').strip()}", today)
    if isinstance(read, datetime):
        return read.time()
    return read if read is MomentTrouble.UNCLEAR_TIME else MomentTrouble.IMPOSSIBLE_TIME
