"""The base of the date fields: a line, its calendar button, and below it the interpretation or the problem."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.dates.month_popup import MonthPopup
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

FreeDays = Callable[[date, date], Mapping[date, str]]


class WrittenDayField(QWidget):
    """The line, the button that opens the calendar, and the sentence; subclasses interpret the line."""

    tone = Tone.MUTED
    """The tone of the interpretation."""

    def __init__(
        self,
        label: str,
        pieces: tuple[LineInput, Button, Label],
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Create it from a line, a button and the label below; `free_days` returns the days off between two dates."""
        super().__init__()
        self._look, self._t = look, t
        self._today, self._free_days = today, free_days
        self._popup: MonthPopup | None = None
        self.line, self.calendar, self._below = pieces
        title = Label(label, Tone.STRONG)
        title.setBuddy(self.line)
        self.line.setAccessibleName(label)
        self.calendar.setAccessibleName(t.gettext("Kalender til »{field}«").format(field=label))
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
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.calendar.clicked.connect(self.open_calendar)

    def set_typed_text(self, text: str) -> None:
        """Set a text typed earlier, and interpret it."""
        self.line.setText(text)
        self._typed(text)

    def rewrite(self, text: str) -> None:
        """Replace the typed text as one edit, so that Ctrl+Z restores it."""
        self.line.selectAll()
        self.line.insert(text)

    def open_calendar(self) -> None:
        """Open the calendar under the field."""
        day = self._day_of_line()
        first, last = date(day.year - 1, 1, 1), date(day.year + 2, 12, 31)
        self._popup = MonthPopup(self._look, self._t, self._today(), self._free_days(first, last), self)
        self._popup.grid.mark(day)
        self._popup.grid.picked.connect(self._pick)
        self._popup.open_below(self.line)

    def _typed(self, text: str) -> None:
        """Interpret the text typed so far."""
        raise NotImplementedError

    def _finished(self) -> None:
        """Show the problem when editing has finished."""
        raise NotImplementedError

    def _day_of_line(self) -> date:
        """Return the day marked when the calendar opens."""
        raise NotImplementedError

    def _picked(self, day: date) -> None:
        """Accept a day picked from the calendar."""
        raise NotImplementedError

    def _pick(self, day: date) -> None:
        if self._popup is not None:
            self._popup.close()
        self._picked(day)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_below(self, sentence: str, *, wrong: bool = False) -> None:
        self._below.setText(sentence)
        self._below.set_tone(Tone.ATTENTION if wrong else self.tone)
        self.line.setAccessibleDescription(sentence.strip())
        if bool(self.line.property("wrong")) != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
