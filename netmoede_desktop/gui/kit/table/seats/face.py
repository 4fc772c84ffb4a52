"""The painting of a seat, interactive or not."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from netmoede_desktop.gui.kit.table.seats.marks import paint_mark, paint_next
from netmoede_desktop.gui.kit.table.seats.text import ANY_SIZE, NameSize, SeatText, fit
from netmoede_desktop.gui.kit.table.values import SeatShape, SeatState, TableSeat, mark_of
from netmoede_desktop.gui.theme.look import Look

#: Room at 100 % between a seat at rest and its box: for the speaker, who is larger, and for the ring of the keyboard.
_REST = 5.0
_SQUARE_RADIUS = 11.0
_BADGE = 15.0


class Letters:
    """The cached fonts of one table; a `Ruler` for `seat_text`. Sizes in pixels at 100 % and a zoom of 1."""

    def __init__(self, look: Look, zoom: float) -> None:
        self.look = look
        self.zoom = zoom
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def px(self, units: float) -> float:
        """Return pixels for a length at 100 % and a zoom of 1."""
        return units * self.look.scale * self.zoom

    def font(self, size: float, *, bold: bool) -> QFont:
        """Return the house font at a size."""
        return self._made(size, bold=bold)[0]

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """Return the width of a text in pixels."""
        return self._made(size, bold=bold)[1].horizontalAdvance(text)

    def height(self, size: float, *, bold: bool) -> float:
        """Return the height of a line in pixels: less than the font's own, as there are two or three lines at most."""
        return self._made(size, bold=bold)[0].pixelSize() * 1.2

    def _made(self, size: float, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        made = self._fonts.get((size, bold))
        if made is None:
            font = self.look.font(size * self.zoom, bold=bold)
            made = self._fonts[size, bold] = (font, QFontMetricsF(font))
        return made


@dataclass(frozen=True, slots=True)
class _Inside:
    """The inside of a seat of a shape and size; an `Outline` for `seat_text`."""

    shape: SeatShape
    full_width: float
    full_height: float
    padding: float

    @property
    def height(self) -> float:
        return self.full_height - self.padding

    def width_at(self, top: float, bottom: float) -> float:
        if self.shape in (SeatShape.SQUARE, SeatShape.PLAIN):
            return self.full_width - 2 * self.padding
        half = self.full_height / 2
        farthest = min(max(abs(top), abs(bottom)) / half, 1.0) if half else 1.0
        return self.full_width * math.sqrt(1 - farthest * farthest) - 2 * self.padding


class SeatFace:
    """A seat as painted: its value, its size, and its growth towards the speaker's size (0.0 to 1.0).

    `stroke` is how thick its edge is, and `padding` the room between it and the words, in pixels at 100 %.
    """

    def __init__(self, seat: TableSeat, letters: Letters) -> None:
        self.seat = seat
        self.letters = letters
        self.stroke = 2.0
        self.padding = 3.0
        self.grown = 1.0 if seat.state is SeatState.SPEAKING else 0.0
        self._width = self._height = 0.0
        self._sizes = ANY_SIZE
        self._text: SeatText | None = None
        self._own_size: float | None = None

    def set_seat(self, seat: TableSeat) -> None:
        """Set the value."""
        if (seat.name, seat.caption, seat.shape, mark_of(seat)) != self._set_by:
            self._text = self._own_size = None
        self.seat = seat

    def set_size(self, width: float, height: float, letters: Letters) -> None:
        """Set the size in pixels, and the fonts."""
        if (width, height, letters) != (self._width, self._height, self.letters):
            self._width, self._height, self.letters = width, height, letters
            self._text = self._own_size = None

    def set_sizes(self, sizes: NameSize) -> bool:
        """Restrict the font sizes of the name. Return True if that changes the text."""
        before = self._text
        if sizes != self._sizes:
            self._sizes = sizes
            self._text = None
        return self.text != before

    @property
    def text(self) -> SeatText:
        """The layout of name and caption."""
        if self._text is None:
            self._text = self._fitted(self._sizes)
        return self._text

    @property
    def own_size(self) -> float:
        """The font size of the name if the seat were alone."""
        if self._own_size is None:
            self._own_size = self._fitted(ANY_SIZE).size
        return self._own_size

    def _fitted(self, sizes: NameSize) -> SeatText:
        rest, stroke = self.letters.px(_REST), self.letters.px(2)
        width, height = max(self._width - 2 * rest, 0.0), max(self._height - 2 * rest, 0.0)
        inside = _Inside(self.seat.shape, width, height, stroke + self.letters.px(self.padding))
        mark = mark_of(self.seat) is not None
        return fit(self.seat.name, self.seat.caption, inside, self.letters, mark=mark, sizes=sizes)

    @property
    def _set_by(self) -> tuple[object, ...]:
        return self.seat.name, self.seat.caption, self.seat.shape, mark_of(self.seat)

    def paint(self, painter: QPainter, *, focused: bool = False, lit: bool = False) -> None:
        """Paint the seat at the painter's origin; `lit` under the mouse or while pressed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest = self.letters.px(_REST) * (1 - self.grown)
        body = QRectF(0, 0, self._width, self._height).adjusted(rest, rest, -rest, -rest)
        ground, border, ink, faint = self._colours(lit=lit)
        stroke = self.letters.px(self.stroke)
        pen = QPen(border, stroke)
        if self.seat.shape is SeatShape.DASHED:
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.setBrush(ground)
        self._outline(painter, body, stroke / 2)
        if focused:
            self._paint_focus(painter, body)
        self._paint_text(painter, body, ink, faint)
        self._paint_signs(painter, body, faint, ground)

    def _paint_signs(self, painter: QPainter, body: QRectF, faint: QColor, ground: QColor) -> None:
        """Paint the badges on the edge: next in turn, and the sign of the state if it has no room beside a caption."""
        theme, mark = self.letters.look.theme, mark_of(self.seat)
        if self.seat.next_in == 1:
            self._badge(painter, body, QColor(theme.petrol), QColor(theme.petrol), left=True)
            paint_next(painter, self._badge_box(body, 0.5, left=True), QColor(theme.on_petrol))
        if mark and not self.text.mark_beside:
            self._badge(painter, body, ground, faint, left=False)
            paint_mark(painter, mark, self._badge_box(body, 0.58, left=False), faint)

    def _badge(self, painter: QPainter, body: QRectF, ground: QColor, border: QColor, *, left: bool) -> None:
        painter.setPen(QPen(border, self.letters.px(1.2)))
        painter.setBrush(ground)
        painter.drawEllipse(self._badge_box(body, 1.0, left=left))

    def _badge_box(self, body: QRectF, part: float, *, left: bool) -> QRectF:
        """Return the square of a badge, or the middle part of it: top left or bottom right on the outline."""
        side = self.letters.px(_BADGE) * part
        near = 0.8 if self.seat.shape in (SeatShape.ROUND, SeatShape.DASHED) else 1.0
        whole = self.letters.px(_BADGE) + self.letters.px(1.5)
        x = min(body.width() / 2 * near, (self._width - whole) / 2)
        y = min(body.height() / 2 * near, (self._height - whole) / 2)
        middle = body.center() + (QPointF(-x, -y) if left else QPointF(x, y))
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)

    def _paint_focus(self, painter: QPainter, body: QRectF) -> None:
        theme = self.letters.look.theme
        inside = self.seat.state is SeatState.SPEAKING
        stroke = max(self.letters.px(2.5), self.letters.look.ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.on_petrol if inside else theme.focus), stroke))
        whole = QRectF(0, 0, self._width, self._height)
        self._outline(painter, body if inside else whole, self.letters.px(3) + stroke / 2 if inside else stroke / 2)

    def _outline(self, painter: QPainter, body: QRectF, inset: float) -> None:
        area = body.adjusted(inset, inset, -inset, -inset)
        match self.seat.shape:
            case SeatShape.ROUND | SeatShape.DASHED:
                painter.drawEllipse(area)
            case SeatShape.SQUARE:
                radius = max(self.letters.px(_SQUARE_RADIUS) - inset * 0.6, 2)
                painter.drawRoundedRect(area, radius, radius)
            case SeatShape.PLAIN:
                painter.drawRoundedRect(area, area.height() / 2.6, area.height() / 2.6)

    def _paint_text(self, painter: QPainter, body: QRectF, ink: QColor, faint: QColor) -> None:
        text, letters = self.text, self.letters
        line = letters.height(text.size, bold=True)
        foot = letters.height(text.caption_size, bold=False) if text.caption else 0.0
        top = body.center().y() - (line * len(text.lines) + foot) / 2
        painter.setFont(letters.font(text.size, bold=True))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        for number, words in enumerate(text.lines):
            painter.drawText(QRectF(body.x(), top + number * line, body.width(), line), flags, words)
        if text.caption:
            self._paint_foot(painter, QRectF(body.x(), top + line * len(text.lines), body.width(), foot), faint)

    def _paint_foot(self, painter: QPainter, area: QRectF, faint: QColor) -> None:
        text, letters = self.text, self.letters
        mark = mark_of(self.seat) if text.mark_beside else None
        width = letters.width(text.caption, text.caption_size, bold=False)
        side = letters.px(10.5) if mark else 0.0
        between = letters.px(5) if mark else 0.0
        left = area.center().x() - (width + between + side) / 2
        painter.setFont(letters.font(text.caption_size, bold=False))
        painter.setPen(faint)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(left, area.y(), width, area.height()), flags, text.caption)
        if mark:
            box = QRectF(left + width + between, area.center().y() - side / 2, side, side)
            paint_mark(painter, mark, box, faint)

    def _colours(self, *, lit: bool) -> tuple[QColor, QColor, QColor, QColor]:
        """Return ground, border, ink of the name, ink of the caption."""
        theme = self.letters.look.theme
        border = {
            SeatShape.ROUND: theme.ochre,
            SeatShape.SQUARE: theme.violet,
            SeatShape.DASHED: theme.ink,
            SeatShape.PLAIN: theme.edge,
        }[self.seat.shape]
        ground, ink, faint = theme.card, theme.ink, theme.muted
        match self.seat.state:
            case SeatState.SPEAKING:
                ground, ink, faint = theme.petrol, theme.on_petrol, theme.on_petrol
            case SeatState.DONE | SeatState.PASSED:
                ground = theme.petrol_tint
            case SeatState.AWAY:
                ground, ink, border = theme.paper, theme.muted, theme.edge
            case SeatState.REMARK:
                ground, border = theme.petrol_tint, theme.petrol
            case SeatState.WAITING | SeatState.LATER | SeatState.QUIET:
                pass
        colour = QColor(ground)
        if lit:
            colour = colour.lighter(125) if theme.dark else colour.darker(104)
        return colour, QColor(border), QColor(ink), QColor(faint)
