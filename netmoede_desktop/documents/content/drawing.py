"""The shapes of a drawing: lines, circles, boxes and texts, placed in points from its upper left corner.

A drawing says where its shapes are, never how a text is set: whoever sets it hands in a `TextMeasure`, so that room is
left for every text. Colours are roles; the renderer knows them. Every text is clean (see `content.clean`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Ink(StrEnum):
    """The colours of a drawing, by what they are for. Nothing is told by colour alone."""

    TEXT = "text"
    QUIET = "quiet"
    FAINT = "faint"
    ACCENT = "accent"
    WARNING = "warning"
    GROUND = "ground"
    PAPER = "paper"


class Align(StrEnum):
    """Where a text has its point: at its beginning, its middle or its end."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in points: `x` grows to the right, `y` grows downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LineShape:
    """A straight line, `width` points thick; an `arrow` has its head at `end`."""

    start: Point
    end: Point
    ink: Ink = Ink.QUIET
    width: float = 0.75
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class CircleShape:
    """A circle round a point. Without a `fill` it is transparent; without a `line` it has no edge.

    `width` is how thick the edge is, in points.
    """

    center: Point
    radius: float
    fill: Ink | None = None
    line: Ink | None = Ink.QUIET
    width: float = 0.75


@dataclass(frozen=True, slots=True)
class BoxShape:
    """An upright rectangle from its upper left corner; `fill` and `line` as those of a circle.

    `rounded` is the radius of its corners, and `edge` how thick its edge is, in points.
    """

    corner: Point
    width: float
    height: float
    fill: Ink | None = None
    line: Ink | None = Ink.QUIET
    rounded: float = 0.0
    edge: float = 0.75


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text in lines no wider than `room` points, aligned at `at`, which is at the middle of their height.

    `turn` turns all of it round `at`, in degrees against the clock; with `angle` of a line the text runs along it.
    """

    text: str
    at: Point
    room: float
    align: Align = Align.START
    ink: Ink = Ink.TEXT
    strong: bool = False
    turn: float = 0.0


Shape = LineShape | CircleShape | BoxShape | TextShape


@dataclass(frozen=True, slots=True)
class Extent:
    """How much room a text takes, in points."""

    width: float
    height: float


class TextMeasure(Protocol):
    """Measures a text as it will be set in a drawing."""

    def extent(self, text: str, room: float, *, strong: bool = False) -> Extent:
        """Return how much a text takes in lines no wider than `room` points."""


class Sketch(Protocol):
    """A drawing of any width, such as a chart of its data."""

    def drawn(self, measure: TextMeasure, width: float) -> "Drawing":
        """Return the drawing for a place `width` points wide."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground of so many points, painted in order. It is itself a sketch, the same in every width.

    A shape that reaches beyond the ground gets its room as well; a drawing too large for its place is made smaller.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def drawn(self, measure: TextMeasure, width: float) -> "Drawing":
        """Return the drawing itself."""
        del measure, width
        return self
