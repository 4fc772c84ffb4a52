"""A field for a day, typed as people write it or picked from a calendar, its interpretation below. May be empty."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from netmoede_desktop.domain.dates.written_moment import MomentTrouble, read_day
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.moment_wording import day_as_typed, day_sentence, example_day
from netmoede_desktop.gui.kit.dates.written_day import FreeDays, WrittenDayField
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import weekday_date


class DayField(WrittenDayField):
    """The field. `day` is the day typed, None if it cannot be read; `changed` is emitted on each change of it."""

    changed = Signal(object)
    """Emitted with the `date` or None."""
    tone = Tone.SMALL

    def __init__(
        self,
        label: str,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
        *,
        read: Callable[[str, date], date | MomentTrouble] = read_day,
    ) -> None:
        """Create the field; `free_days` returns the days off between two dates, `read` the day a line means."""
        self._read = read
        line = LineInput(placeholder=t.gettext("fx {day}").format(day=example_day(today(), t)), longest=40)
        calendar = Button(t.gettext("Kalender"), look, ButtonKind.QUIET)
        super().__init__(label, (line, calendar, Label(" ", self.tone, wrap=False)), look, t, today, free_days)
        self._day: date | None = None

    @property
    def day(self) -> date | None:
        """The day typed, None if the line is empty or cannot be read."""
        return self._day

    @property
    def problem(self) -> str:
        """The problem with the line, "" if there is none; an empty line has no day."""
        read = self._read(self.line.text(), self._today())
        if self._day is not None or read is MomentTrouble.EMPTY or not isinstance(read, MomentTrouble):
            return ""
        return day_sentence(read, self._today(), self._t)

    def set_day(self, day: date | None) -> None:
        """Show a day, or none. Emits nothing; a typed text that means the same day is left unchanged."""
        if day == self._day:
            return
        self._day = day
        self.line.setText("" if day is None else day_as_typed(day))
        self._show_understood()

    def clear(self) -> None:
        """Clear the line. Emits nothing."""
        self._day = None
        self.line.clear()
        self._show_understood()

    def _typed(self, text: str) -> None:
        read = self._read(text, self._today())
        self._change_day(None if isinstance(read, MomentTrouble) else read)
        self._show_understood()

    def _finished(self) -> None:
        problem = self.problem
        if problem:
            self._show_below(problem, wrong=True)

    def _day_of_line(self) -> date:
        return self._day or self._today()

    def _picked(self, day: date) -> None:
        self.rewrite(day_as_typed(day))
        self._change_day(day)
        self._show_understood()

    def _change_day(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.changed.emit(day)

    def _show_understood(self) -> None:
        day = self._day
        self._show_below(" " if day is None else weekday_date(day, self._t, today=self._today()))

    def _show_below(self, sentence: str, *, wrong: bool = False) -> None:
        """Wrap the text if it is a problem, which may need more than a line."""
        self._below.setWordWrap(wrong)
        super()._show_below(sentence, wrong=wrong)
