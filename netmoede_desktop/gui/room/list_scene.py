"""The board and the agreements: a growing list in one font size, the newest line always visible."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from netmoede_desktop.gui.kit.layout.discarding import discard
from netmoede_desktop.gui.kit.table.seats.marks import paint_mark
from netmoede_desktop.gui.kit.table.values import SeatMark
from netmoede_desktop.gui.room import wording
from netmoede_desktop.gui.room.fitted_label import FittedLabel
from netmoede_desktop.gui.room.scenes import RoomScene
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudienceAgreement, AudienceView, Scene

_MOST, _LEAST = 40.0, 17.0
_SMALLER = 0.92
_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class SceneLine:
    """A line of the list: its number ("" for a dot), its text, the smaller text below, and whether it is ticked."""

    head: str
    text: str
    under: str = ""
    ticked: bool = False


class ListScene(RoomScene):
    """A heading and lines, in as many columns as keep the font large."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._scale = 1.0
        self._lines: tuple[SceneLine, ...] = ()
        self._rows: list[_Row] = []
        self._heading = FittedLabel(look, 54, 26, parent=self, bold=True)
        self._more = FittedLabel(look, 24, 16, parent=self, colour=look.theme.muted)

    def render_view(self, view: AudienceView) -> None:
        """Render the board or the agreements."""
        if view.scene is Scene.BOARD:
            lines = tuple(SceneLine("", text.text) for text in view.board)
        else:
            lines = tuple(self._agreement(agreement) for agreement in view.agreements)
        default = "" if view.scene is Scene.BOARD else wording.agreements_heading(self._t)
        self._heading.set_text(view.question or default)
        if lines != self._lines:
            self._lines = lines
            self._lay_out()

    def place(self, scale: float) -> None:
        """Lay out the heading on top, the lines under it."""
        self._scale = scale
        self._heading.set_place(QRect(0, 0, self.width(), round(self.height() * 0.14)), scale)
        self._lay_out()

    def _agreement(self, agreement: AudienceAgreement) -> SceneLine:
        under = (wording.agreement_line(agreement, self._t), wording.agreement_sign(agreement, self._t))
        return SceneLine(
            str(agreement.number), agreement.text.text, " · ".join(part for part in under if part), agreement.agreed
        )

    def _lay_out(self) -> None:
        """Choose font size, columns and, if even the smallest size is too large, how many newest lines to show."""
        top = round(self.height() * 0.21)
        room = QRect(0, top, self.width(), self.height() - top)
        shown, letters, places = self._fitting(room)
        while len(self._rows) > len(shown):
            discard(self._rows.pop())
        while len(self._rows) < len(shown):
            self._rows.append(_Row(self))
        for row, line, place in zip(self._rows, shown, places, strict=True):
            row.show_line(line, letters)
            row.setGeometry(place)
            row.show()
        self._more.set_text(wording.more_lines(len(self._lines) - len(shown), self._t))
        place = QRect(0, round(self.height() * 0.145), self.width(), round(self.height() * 0.05))
        self._more.set_place(place, self._scale)

    def _fitting(self, room: QRect) -> tuple[Sequence[SceneLine], "_Letters", list[QRect]]:
        size = _MOST * self._scale
        while size >= _LEAST * self._scale:
            for columns in range(1, _MOST_COLUMNS + 1):
                letters = _Letters(self._look, size)
                places = letters.placed(self._lines, room, columns)
                if places is not None:
                    return self._lines, letters, places
            size *= _SMALLER
        letters = _Letters(self._look, _LEAST * self._scale)
        for dropped in range(1, len(self._lines)):
            places = letters.placed(self._lines[dropped:], room, _MOST_COLUMNS)
            if places is not None:
                return self._lines[dropped:], letters, places
        return self._lines[-1:], letters, [room] * len(self._lines[-1:])


class _Letters:
    """Fonts of one size, and the layout of lines in them."""

    def __init__(self, look: Look, size: float) -> None:
        self.look = look
        self.text_font = _font(look, size, bold=True)
        self.under_font = _font(look, size * 0.78, bold=False)
        self.head_width = round(size * 1.7)
        self.gap = round(size * 0.75)

    def height(self, line: SceneLine, width: int) -> int:
        """Return the height in pixels of a line at a width."""
        tall = _height(self.text_font, line.text, width - self.head_width)
        if line.under:
            tall += _height(self.under_font, line.under, width - self.head_width)
        return tall

    def placed(self, lines: Sequence[SceneLine], room: QRect, columns: int) -> list[QRect] | None:
        """Return the rectangles of the lines, filled column by column; None if they do not fit."""
        between = self.gap * 2
        width = (room.width() - between * (columns - 1)) // columns
        places: list[QRect] = []
        column, top = 0, room.top()
        for line in lines:
            tall = self.height(line, width)
            if top + tall > room.bottom() + 1 and top > room.top():
                column, top = column + 1, room.top()
            if column == columns or top + tall > room.bottom() + 1:
                return None
            places.append(QRect(room.left() + column * (width + between), top, width, tall))
            top += tall + self.gap
        return places


class _Row(QLabel):
    """A line of the list, painted by itself; its accessible text is complete."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._shown: tuple[SceneLine, _Letters] | None = None

    def show_line(self, line: SceneLine, letters: _Letters) -> None:
        """Show a line in these fonts."""
        self._shown = (line, letters)
        text = " ".join(part for part in (line.head, line.text, line.under) if part)
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the number, dot or tick, the text, and the smaller text below."""
        if self._shown is None:
            return
        line, letters = self._shown
        theme = letters.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = letters.head_width, self.width() - letters.head_width
        tall = QFontMetrics(letters.text_font).height()
        self._paint_head(painter, QRectF(0, 0, left, tall))
        painter.setPen(QColor(theme.ink))
        painter.setFont(letters.text_font)
        text_height = _height(letters.text_font, line.text, width)
        painter.drawText(QRect(left, 0, width, text_height), _WRAPPED, line.text)
        if line.under:
            painter.setPen(QColor(theme.muted))
            painter.setFont(letters.under_font)
            painter.drawText(QRect(left, text_height, width, self.height() - text_height), _WRAPPED, line.under)
        painter.end()

    def _paint_head(self, painter: QPainter, area: QRectF) -> None:
        if self._shown is None:
            return
        line, letters = self._shown
        green = QColor(letters.look.theme.green_text)
        side = area.height() * 0.5
        box = QRectF(area.x(), area.center().y() - side / 2, side, side)
        if line.ticked:
            paint_mark(painter, SeatMark.TICK, box, green)
        elif line.head:
            painter.setPen(green)
            painter.setFont(letters.text_font)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, line.head)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(letters.look.theme.petrol))
            painter.drawEllipse(box.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25))


_WRAPPED = Qt.TextFlag.TextWordWrap.value


def _font(look: Look, size: float, *, bold: bool) -> QFont:
    font = look.font(1, bold=bold)
    font.setPixelSize(max(round(size), 1))
    return font


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 1 << 20), _WRAPPED, text).height()
