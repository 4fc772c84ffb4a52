"""Who said it, and when, side by side: the evidence only a person can give. There is no tick."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from netmoede_desktop.domain.dates.written_moment import read_day_near
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.gui.kit.dates.day_field import DayField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.who_choice import WhoChoice
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class SaidField(QWidget):
    """Who and when, either first. The words of a `Said` are somebody else's, and stay as they are."""

    changed = Signal()
    """`typed` returns another value than the one shown."""

    def __init__(
        self,
        who: str,
        when: str,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it with its two questions; `free_days` gives the days off between two dates."""
        super().__init__()
        self._said, self._today = Said(), today
        self._shown: date | None = None
        self.who = WhoChoice(who, look, t)
        self.when = DayField(when, look, t, today, free_days, read=read_day_near)
        self.when.line.setPlaceholderText(t.gettext("fx i dag"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.when, 1, top)
        row.addWidget(self.who, 1, top)
        self._row: QBoxLayout = row
        self.who.chosen.connect(lambda _: self.changed.emit())
        self.when.changed.connect(lambda _: self.changed.emit())

    @property
    def typed(self) -> Said:
        """The value as it is now, without a day while that cannot be read."""
        return replace(self._said, by=self.who.value, on=self.when.day)

    def render(self, said: Said, people: Mapping[str, str]) -> None:  # type: ignore[override]
        """Show who and when; `people` are the names to choose from, what they are called by name."""
        self._said = said
        self.who.render(said.by, people)
        if self.when.day == self._shown and said.on != self._shown:  # a day that is being typed stays
            self.when.set_day(said.on)
        self._shown = self.when.day

    def begin_today(self) -> None:
        """Set the day of today where there is none; emits nothing."""
        if self.when.day is None:
            self.when.set_day(self._today())

    def clear(self) -> None:
        """Take back who and when; emits nothing."""
        self.when.clear()
        self.who.clear()
        self._said, self._shown = Said(), None

    def flush(self) -> None:
        """Stop waiting for a pause in the typing."""
        self.who.flush()

    def lay_out(self, *, compact: bool) -> None:
        """Put the two under each other, or side by side."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
