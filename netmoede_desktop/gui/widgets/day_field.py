"""A day, typed as people write it or picked from a month; what was understood stands below. It may be empty."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.written_moment import MomentTrouble, read_day
from netmoede_desktop.gui.moment_wording import day_as_typed, day_sentence
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.fields import LineInput
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.gui.widgets.month_popup import MonthPopup
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import weekday_date

FreeDays = Callable[[date, date], Mapping[date, str]]


class DayField(QWidget):
    """The field. `day` is what the line means now, None while it means none; `changed` tells of each new one."""

    changed = Signal(object)
    """The `date` or None."""

    def __init__(self, label: str, look: Look, t: Translator, today: Callable[[], date], free_days: FreeDays) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        super().__init__()
        self._look, self._t = look, t
        self._today, self._free_days = today, free_days
        self._day: date | None = None
        self._popup: MonthPopup | None = None
        self._build(label)
        self._connect()

    def _build(self, label: str) -> None:
        look, t = self._look, self._t
        title = Label(label, Tone.STRONG)
        self.line = LineInput(placeholder=t.gettext("fx 2/12"), longest=40)
        self.line.setAccessibleName(label)
        title.setBuddy(self.line)
        self.calendar = Button(t.gettext("Kalender"), look, ButtonKind.QUIET)
        self.calendar.setAccessibleName(t.gettext("Kalender til »{field}«").format(field=label))
        self._below = Label(" ", Tone.SMALL, wrap=False)
        beside = QHBoxLayout()
        beside.setSpacing(look.px(4))
        beside.addWidget(self.line, 1)
        beside.addWidget(self.calendar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(title)
        column.addLayout(beside)
        column.addWidget(self._below)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.calendar.clicked.connect(self.open_calendar)

    @property
    def day(self) -> date | None:
        """What the line means."""
        return self._day

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong with the line, "" where nothing is; an empty line is no day."""
        read = read_day(self.line.text(), self._today())
        if self._day is not None or read is MomentTrouble.EMPTY or not isinstance(read, MomentTrouble):
            return ""
        return day_sentence(read, self._t)

    def set_day(self, day: date | None) -> None:
        """Show a day, or none. Tells nobody; what is being typed and means the same stays as it is."""
        if day == self._day:
            return
        self._day = day
        self.line.setText("" if day is None else day_as_typed(day))
        self._say_understood()

    def clear(self) -> None:
        """Forget what was typed. Tells nobody."""
        self._day = None
        self.line.clear()
        self._say_understood()

    def open_calendar(self) -> None:
        """Open the month under the field."""
        day = self._day or self._today()
        first, last = date(day.year - 1, 1, 1), date(day.year + 2, 12, 31)
        self._popup = MonthPopup(self._look, self._t, self._today(), self._free_days(first, last), self)
        self._popup.grid.mark(day)
        self._popup.grid.picked.connect(self._picked)
        self._popup.open_below(self.line)

    def _typed(self, text: str) -> None:
        read = read_day(text, self._today())
        self._take(None if isinstance(read, MomentTrouble) else read)
        self._say_understood()

    def _finished(self) -> None:
        problem = self.problem
        if problem:
            self._say(problem, wrong=True)

    def _picked(self, day: date) -> None:
        if self._popup is not None:
            self._popup.close()
        self.line.setText(day_as_typed(day))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(day)
        self._say_understood()

    def _take(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.changed.emit(day)

    def _say_understood(self) -> None:
        day = self._day
        self._say(" " if day is None else weekday_date(day, self._t, today=self._today()), wrong=False)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._below.setText(sentence)
        self._below.setWordWrap(wrong)
        self._below.set_tone(Tone.ATTENTION if wrong else Tone.SMALL)
        self.line.setAccessibleDescription(sentence.strip())
        if bool(self.line.property("wrong")) != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
