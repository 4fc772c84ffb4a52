"""A month to pick a day from: weeks with their numbers, weekends and days off set apart, today ringed."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import full_date, month_and_year, sentence_case, weekday_letters

_WEEKS, _DAYS = 6, 7
_CELL = 36
_DAY_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTH_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SATURDAY = 5


class MonthGrid(QWidget):
    """The month of the marked day. Arrow keys move by days, PgUp and PgDn by months; Enter or a click picks."""

    picked = Signal(object)
    """Emitted with the picked `date`."""
    moved = Signal(object)
    """Emitted with the marked `date` when it changes."""

    def __init__(self, look: Look, t: Translator, today: date, free_days: Mapping[date, str]) -> None:
        """Create the grid; `free_days` maps the days off to their names."""
        super().__init__()
        self._look = look
        self._t = t
        self._today = today
        self._free_days = free_days
        self._day = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def day(self) -> date:
        """The marked day."""
        return self._day

    @property
    def title(self) -> str:
        """The title of the month: `November 2026`."""
        return sentence_case(month_and_year(self._day, self._t))

    def mark(self, day: date) -> None:
        """Mark a day, show its month, and emit `moved`."""
        if day != self._day:
            self._day = day
            self._name()
            self.update()
            self.moved.emit(day)

    def turn(self, months: int) -> None:
        """Move by some months, forward or back, to the same day or the last of a shorter month."""
        year, month = divmod(self._day.year * 12 + self._day.month - 1 + months, 12)
        first = date(year, month + 1, 1)
        last = date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)
        self.mark(min(first + timedelta(days=self._day.day - 1), last))

    def spoken(self, day: date) -> str:
        """Return the text of a day for a screen reader: its date, and the name of a day off."""
        name = self._free_days.get(day)
        return full_date(day, self._t) if name is None else f"{full_date(day, self._t)} · {name}"

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of eight columns, the first for the number of the week, and seven rows with the heading."""
        cell = self._look.px(_CELL)
        return QSize(cell * (_DAYS + 1), cell * (_WEEKS + 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return `sizeHint`."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by days and months, pick on Enter or space."""
        key = Qt.Key(event.key())
        if key in _DAY_KEYS:
            self.mark(self._day + timedelta(days=_DAY_KEYS[key]))
        elif key in _MONTH_KEYS:
            self.turn(_MONTH_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pick the day under the pointer."""
        day = self._day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.mark(day)
            self.picked.emit(day)

    def event(self, event: QEvent) -> bool:
        """Show the name of a day off as tool tip."""
        if isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if day is None else self._free_days.get(day, ""), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the heading, the weeks, the days."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(12))
        painter.setPen(QColor(theme.muted))
        for column, letters in enumerate(weekday_letters(self._t)):
            painter.drawText(self._cell(0, column + 1), Qt.AlignmentFlag.AlignCenter, letters)
        first = self._first()
        for week in range(_WEEKS):
            monday = first + timedelta(days=7 * week)
            painter.setFont(look.font(12))
            painter.setPen(QColor(theme.muted))
            painter.drawText(self._cell(week + 1, 0), Qt.AlignmentFlag.AlignCenter, str(monday.isocalendar().week))
            for weekday in range(_DAYS):
                self._paint_day(painter, monday + timedelta(days=weekday), self._cell(week + 1, weekday + 1))
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, cell: QRect) -> None:
        look, theme = self._look, self._look.theme
        marked, free = day == self._day, day.weekday() >= _SATURDAY or day in self._free_days
        inset = look.px(2)
        area = cell.adjusted(inset, inset, -inset, -inset)
        ring = theme.focus if marked and self.hasFocus() else theme.edge if day == self._today else None
        painter.setPen(QPen(QColor(ring), look.px(2)) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.petrol) if marked else QColor(theme.panel) if free else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, look.px(8), look.px(8))
        outside = day.month != self._day.month
        ink = theme.on_petrol if marked else theme.muted if outside or free else theme.ink
        painter.setPen(QColor(ink))
        painter.setFont(look.font(14, bold=marked or day == self._today))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day in self._free_days:
            side = look.px(4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.on_petrol if marked else theme.ochre_text))
            painter.drawEllipse(QPoint(cell.center().x(), cell.bottom() - look.px(6)), side // 2, side // 2)

    def _cell(self, row: int, column: int) -> QRect:
        side = self._look.px(_CELL)
        return QRect(column * side, row * side, side, side)

    def _day_at(self, place: QPoint) -> date | None:
        side = self._look.px(_CELL)
        row, column = place.y() // side - 1, place.x() // side - 1
        if not (0 <= row < _WEEKS and 0 <= column < _DAYS):
            return None
        return self._first() + timedelta(days=7 * row + column)

    def _first(self) -> date:
        """Return the Monday of the first week shown."""
        first = self._day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def _name(self) -> None:
        self.setAccessibleName(self.spoken(self._day))
