"""A bar chart: from data to shapes."""

from dataclasses import dataclass

from netmoede_desktop.documents.content.drawing import (
    BoxShape,
    Drawing,
    Ink,
    LineShape,
    Point,
    Shape,
    TextMeasure,
    TextShape,
)

#: The parts of the width that labels and amounts may take, the height of a bar, and the air round them, in points.
_LABELS, _AMOUNTS = 0.45, 0.25
_BAR = 12.0
_BESIDE, _BETWEEN = 6.0, 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long it is (at least 0, in any unit), and the same written out (`12.500 kr.`)."""

    label: str
    value: float
    amount: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars under each other, the first on top, the longest as wide as there is room for.

    Each has its label before it and its amount after it, so that nothing needs to be read off an axis.
    Raises ValueError for a value below 0.
    """

    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        if any(bar.value < 0 for bar in self.bars):
            raise ValueError("a bar cannot be shorter than nothing")

    def drawn(self, measure: TextMeasure, width: float) -> Drawing:
        """Return the chart for a place `width` points wide."""
        before, after = width * _LABELS, width * _AMOUNTS
        labels = [measure.extent(bar.label, before) for bar in self.bars]
        amounts = [measure.extent(bar.amount, after) for bar in self.bars]
        zero = max((label.width for label in labels), default=0.0) + _BESIDE
        room = width - zero - max((amount.width for amount in amounts), default=0.0) - _BESIDE
        longest = max((bar.value for bar in self.bars), default=0.0) or 1.0
        shapes: list[Shape] = []
        y = 0.0
        for bar, label, amount in zip(self.bars, labels, amounts, strict=True):
            height = max(_BAR, label.height, amount.height) + _BETWEEN
            middle, length = y + height / 2, bar.value / longest * room
            shapes += (
                TextShape(bar.label, Point(0, middle), before),
                BoxShape(Point(zero, middle - _BAR / 2), length, _BAR, fill=Ink.ACCENT, line=None),
                TextShape(bar.amount, Point(zero + length + _BESIDE, middle), after),
            )
            y += height
        return Drawing(width, y, (*shapes, LineShape(Point(zero, 0), Point(zero, y), Ink.TEXT)))
