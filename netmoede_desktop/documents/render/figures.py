"""Drawings measured for their place: texts set in lines, and the room that everything takes together.

Nothing is clipped: a shape or a text beyond the ground of its drawing makes the figure larger, and a figure that would
be larger than its place is made smaller as a whole, its texts with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import assert_never

from netmoede_desktop.documents.content.blocks import Figure
from netmoede_desktop.documents.content.clean import bound
from netmoede_desktop.documents.content.drawing import (
    Align,
    BoxShape,
    CircleShape,
    Extent,
    Ink,
    LineShape,
    Point,
    Shape,
    TextShape,
)
from netmoede_desktop.documents.render.style import (
    BOTTOM,
    GROUND,
    INK,
    LINE,
    MUTED,
    OCHRE,
    PAPER,
    PETROL,
    TOP,
    WIDTH,
    Styles,
    TextStyle,
)
from netmoede_desktop.documents.render.typesetting import Line, StyledRun, Typesetter

#: The colour of each ink.
COLORS = {
    Ink.TEXT: INK,
    Ink.QUIET: MUTED,
    Ink.FAINT: LINE,
    Ink.ACCENT: PETROL,
    Ink.WARNING: OCHRE,
    Ink.GROUND: GROUND,
    Ink.PAPER: PAPER,
}

#: The highest figure: a page, with room for a heading over it.
_HIGHEST = BOTTOM - TOP - 70.0

#: How far beyond its own points a line reaches, with its thickness and the head of an arrow.
_REACH = 3.0

#: Where a line of text begins from its point, as a part of its width.
_SHIFTS = {Align.START: 0.0, Align.MIDDLE: -0.5, Align.END: -1.0}


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text: its position in its drawing, and its rotation, in degrees against the clock."""

    line: Line
    start: Point
    turn: float
    size: float


Part = LineShape | CircleShape | BoxShape | PlacedLine


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A drawing ready to be painted: `width` by `height` points of the page, `scale` times as large as it was drawn.

    `origin` is the upper left corner of all that is drawn, in the drawing's own points.
    """

    alternative: str
    parts: tuple[Part, ...]
    origin: Point
    width: float
    height: float
    scale: float
    before: float = 4.0
    after: float = 8.0


class FigureMeasure:
    """Measures the figures of one document, and the texts of their drawings for them."""

    def __init__(self, style: TextStyle, setter: Typesetter) -> None:
        self._style = style
        self._setter = setter

    def figure(self, figure: Figure, width: float) -> FigureBox:
        """Return a figure for a place `width` points wide."""
        drawing = figure.sketch.drawn(self, width)
        parts: list[Part] = []
        edges = [Point(0, 0), Point(drawing.width, drawing.height)]
        for shape in drawing.shapes:
            if isinstance(shape, TextShape):
                parts += self._placed(shape)
                edges += self._corners(shape)
            else:
                parts.append(shape)
                edges += _edges(shape)
        left, top = min(edge.x for edge in edges), min(edge.y for edge in edges)
        wide, high = max(edge.x for edge in edges) - left, max(edge.y for edge in edges) - top
        scale = min(1.0, width / max(wide, 1.0), _HIGHEST / max(high, 1.0))
        return FigureBox(figure.alternative, tuple(parts), Point(left, top), wide * scale, high * scale, scale)

    def extent(self, text: str, room: float, *, strong: bool = False) -> Extent:
        """Return how much a text takes in lines no wider than `room` points."""
        return self._extent(self._lines(TextShape(text, Point(0, 0), room, strong=strong)))

    def _extent(self, lines: tuple[Line, ...]) -> Extent:
        return Extent(max(line.width for line in lines), len(lines) * self._style.leading)

    def _lines(self, shape: TextShape) -> tuple[Line, ...]:
        run = StyledRun(bound(shape.text), bold=shape.strong, color=COLORS[shape.ink])
        return self._setter.lines([run], self._style.size, shape.room)

    def _placed(self, shape: TextShape) -> Iterator[PlacedLine]:
        """The lines of a text, each where it begins."""
        lines, style = self._lines(shape), self._style
        first = style.leading / 2 + style.size * 0.36 - self._extent(lines).height / 2
        for number, line in enumerate(lines):
            start = _turned(shape, line.width * _SHIFTS[shape.align], first + number * style.leading)
            yield PlacedLine(line, start, shape.turn, style.size)

    def _corners(self, shape: TextShape) -> Iterator[Point]:
        extent = self._extent(self._lines(shape))
        left = extent.width * _SHIFTS[shape.align]
        for x in (left, left + extent.width):
            yield from (_turned(shape, x, y) for y in (-extent.height / 2, extent.height / 2))


def texts_in(figure: Figure) -> Iterator[str]:
    """The texts that are drawn in a figure."""
    drawing = figure.sketch.drawn(FigureMeasure(Styles().figure, Typesetter()), WIDTH)
    yield from (shape.text for shape in drawing.shapes if isinstance(shape, TextShape))


def _turned(shape: TextShape, x: float, y: float) -> Point:
    """A place beside the point of a text, turned with the text round that point."""
    angle = radians(shape.turn)
    return Point(shape.at.x + x * cos(angle) + y * sin(angle), shape.at.y - x * sin(angle) + y * cos(angle))


def _edges(shape: Shape) -> tuple[Point, ...]:
    """Two opposite corners of all that a shape covers; more where it is easier said so."""
    match shape:
        case LineShape():
            reach = max(_REACH if shape.arrow else 0.0, shape.width / 2)
            ends = (shape.start, shape.end)
            return tuple(Point(end.x + by, end.y + by) for end in ends for by in (-reach, reach))
        case CircleShape():
            center, radius = shape.center, shape.radius
            return (Point(center.x - radius, center.y - radius), Point(center.x + radius, center.y + radius))
        case BoxShape():
            return (shape.corner, Point(shape.corner.x + shape.width, shape.corner.y + shape.height))
        case TextShape():
            return ()
        case _:
            assert_never(shape)
