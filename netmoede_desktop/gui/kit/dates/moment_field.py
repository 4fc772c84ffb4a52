"""A day and a time, typed as people write them or picked from a month. What was understood stands below."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Signal

from netmoede_desktop.domain.dates.written_moment import MomentTrouble, read_day, read_moment
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.moment_wording import example_day, moment_as_typed, moment_sentence
from netmoede_desktop.gui.kit.dates.written_day import FreeDays, WrittenDayField
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import full_moment, sentence_case


class MomentField(WrittenDayField):
    """The field. `moment` is what the line means now, None while it means none; `changed` tells of each new one."""

    changed = Signal(object)
    """The `datetime` (a local wall time) or None."""

    def __init__(
        self,
        label: str,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
        *,
        usual_time: time,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates, `usual_time` the time of a day picked alone."""
        example = t.gettext("fx {day} kl. 16").format(day=example_day(today(), t))
        line = LineInput(placeholder=example, longest=80)
        calendar = Button(t.gettext("Kalender"), look, ButtonKind.PLAIN)
        super().__init__(label, (line, calendar, Label(" ", self.tone)), look, t, today, free_days)
        self._usual_time = usual_time
        self._moment: datetime | None = None

    @property
    def moment(self) -> datetime | None:
        """What the line means, a local wall time."""
        return self._moment

    @property
    def problem(self) -> str:
        """The sentence below that says what is wrong, "" where nothing is."""
        return self._below.text() if self.line.property("wrong") else ""

    def set_moment(self, moment: datetime | None) -> None:
        """Show a moment, or none. Tells nobody."""
        self._moment = moment
        self.line.setText("" if moment is None else moment_as_typed(moment))
        self._show_understood()

    def set_usual_time(self, at: time) -> None:
        """Take another time for a day that is written or picked without one."""
        self._usual_time = at

    def settle(self) -> bool:
        """Say what is wrong with the line, or take the moment it means; whether it means one."""
        read = read_moment(self.line.text(), self._today(), self._usual_time)
        if isinstance(read, MomentTrouble):
            self._say(moment_sentence(read, self._today(), self._t), wrong=True)
            return False
        if read != self._moment:
            self.rewrite(moment_as_typed(read))
            self._take(read)
            self._show_understood()
        return True

    def _day_of_line(self) -> date:
        if self._moment is not None:
            return self._moment.date()
        read = read_day(self.line.text(), self._today())
        return self._today() if isinstance(read, MomentTrouble) else read

    def _typed(self, text: str) -> None:
        """While typing: say what is understood, and nothing of what is not yet."""
        read = read_moment(text, self._today(), None)
        self._take(None if isinstance(read, MomentTrouble) else read)
        self._show_understood()

    def _finished(self) -> None:
        if self.line.text().strip():
            self.settle()

    def _picked(self, day: date) -> None:
        at = self._moment.time() if self._moment is not None else self._usual_time
        moment = datetime.combine(day, at)
        self.rewrite(moment_as_typed(moment))
        self._take(moment)
        self._show_understood()

    def _take(self, moment: datetime | None) -> None:
        if moment != self._moment:
            self._moment = moment
            self.changed.emit(moment)

    def _show_understood(self) -> None:
        moment = self._moment
        self._say(" " if moment is None else sentence_case(full_moment(moment, self._t)))
