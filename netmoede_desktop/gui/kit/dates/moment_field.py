"""A field for a day and a time, typed as people write them or picked from a calendar, with its interpretation below."""

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
    """The field. `moment` is the moment typed, None if it cannot be read; `changed` is emitted on each change of it."""

    changed = Signal(object)
    """Emitted with the `datetime` (a local wall time) or None."""

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
        """Create it; `free_days` returns the days off between two dates, `usual_time` the time of a day typed alone."""
        example = t.gettext("fx {day} kl. 16").format(day=example_day(today(), t))
        line = LineInput(placeholder=example, longest=80)
        calendar = Button(t.gettext("Kalender"), look, ButtonKind.PLAIN)
        super().__init__(label, (line, calendar, Label(" ", self.tone)), look, t, today, free_days)
        self._usual_time = usual_time
        self._moment: datetime | None = None

    @property
    def moment(self) -> datetime | None:
        """The moment typed, a local wall time; None if it cannot be read."""
        return self._moment

    @property
    def problem(self) -> str:
        """The problem shown below, "" if there is none."""
        return self._below.text() if self.line.property("wrong") else ""

    def set_moment(self, moment: datetime | None) -> None:
        """Show a moment, or none. Emits nothing."""
        self._moment = moment
        self.line.setText("" if moment is None else moment_as_typed(moment))
        self._show_understood()

    def set_usual_time(self, at: time) -> None:
        """Set the time added to a day typed or picked without one."""
        self._usual_time = at

    def commit(self) -> bool:
        """Accept the line and return True, or show its problem and return False."""
        read = read_moment(self.line.text(), self._today(), self._usual_time)
        if isinstance(read, MomentTrouble):
            self._show_below(moment_sentence(read, self._today(), self._t), wrong=True)
            return False
        if read != self._moment:
            self.rewrite(moment_as_typed(read))
            self._change_moment(read)
            self._show_understood()
        return True

    def _day_of_line(self) -> date:
        if self._moment is not None:
            return self._moment.date()
        read = read_day(self.line.text(), self._today())
        return self._today() if isinstance(read, MomentTrouble) else read

    def _typed(self, text: str) -> None:
        """Show the interpretation of the text while typing, but no problem yet."""
        read = read_moment(text, self._today(), None)
        self._change_moment(None if isinstance(read, MomentTrouble) else read)
        self._show_understood()

    def _finished(self) -> None:
        if self.line.text().strip():
            self.commit()

    def _picked(self, day: date) -> None:
        at = self._moment.time() if self._moment is not None else self._usual_time
        moment = datetime.combine(day, at)
        self.rewrite(moment_as_typed(moment))
        self._change_moment(moment)
        self._show_understood()

    def _change_moment(self, moment: datetime | None) -> None:
        if moment != self._moment:
            self._moment = moment
            self.changed.emit(moment)

    def _show_understood(self) -> None:
        moment = self._moment
        self._show_below(" " if moment is None else sentence_case(full_moment(moment, self._t)))
