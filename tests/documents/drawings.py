"""Drawings as later papers will have them: a network map of twenty people, and a chart of ten bars with long labels."""

from dataclasses import dataclass
from math import atan2, degrees

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.bar_chart import Bar, BarChart
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.content.drawing import (
    Align,
    BoxShape,
    CircleShape,
    Drawing,
    Ink,
    LineShape,
    Point,
    Shape,
    TextMeasure,
    TextShape,
)

#: Twenty names of forty letters each.
_BEGUN = (
    *("Mikkel", "Lone", "Peter", "Kirsten", "Jonas", "Hanne", "Ali", "Birthe", "Søren", "Maja"),
    *("Łukasz", "Ślązak", "Ayşe", "Đorđe", "Ngọc", "Aïcha", "Zoë", "Þóra", "Ömer"),
)
NAMES = (
    *(f"{name} Holm-Sørensen af Nordre Birkeholm Skovgård"[:40] for name in _BEGUN),
    "فاطمة الزهراء عبد الرحمن آل سعيد المنصوري",
)


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """The child in the middle, the others on both sides, each tied to the child."""

    child: str
    others: tuple[str, ...]

    def drawn(self, measure: TextMeasure, width: float) -> Drawing:
        room = width * 0.3
        sides = (self.others[::2], self.others[1::2])
        step = max(measure.extent(name, room).height for name in self.others) + 10
        height = step * max(map(len, sides))
        center = Point(width / 2, height / 2)
        shapes: list[Shape] = []
        for names, x, away, align in zip(
            sides, (room + 12, width - room - 12), (-9, 9), (Align.END, Align.START), strict=True
        ):
            for number, name in enumerate(names):
                at = Point(x, (number + 0.5) * height / len(names))
                shapes.append(LineShape(at, center, width=1.0, dashed=number % 3 == 0))
                shapes.append(CircleShape(at, 5, fill=Ink.ACCENT, line=None))
                shapes.append(TextShape(one_line(name), Point(x + away, at.y), room, align))
        shapes.append(CircleShape(center, 44, fill=Ink.GROUND, line=Ink.ACCENT))
        shapes.append(TextShape(one_line(self.child), center, 76, Align.MIDDLE, strong=True))
        return Drawing(width, height, tuple(shapes))


def network_map() -> blocks.Figure:
    """A map of twenty people."""
    said = f"Netværkskort over {len(NAMES)} personer med {NAMES[0]} i midten."
    return blocks.Figure(said, NetworkMap(NAMES[0], NAMES[1:]))


def long_bars() -> blocks.Figure:
    """A chart of ten bars with labels of two lines."""
    bars = tuple(
        Bar(one_line(f"{number}. Støtte i skolen og hjemme, aftalt med {NAMES[number]}"), number * 1250, f"{number} t.")
        for number in range(10)
    )
    return blocks.Figure("Ti slags støtte, fra 0 til 9 timer.", BarChart(bars))


def every_shape() -> blocks.Figure:
    """One of each shape, an arrow, and a text along a line in each direction; some of it beyond the ground."""
    start, end = Point(20, 90), Point(180, 30)
    along = degrees(atan2(start.y - end.y, end.x - start.x))
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    shapes: tuple[Shape, ...] = (
        BoxShape(Point(0, 0), 240, 120, fill=Ink.GROUND, line=Ink.FAINT),
        LineShape(start, end, Ink.WARNING, 1.5, arrow=True),
        TextShape("taler med", Point(middle.x - 3, middle.y - 8), 100, Align.MIDDLE, turn=along),
        CircleShape(Point(20, 90), 12, fill=Ink.PAPER),
        CircleShape(Point(20, 90), 15),
        TextShape("سارة", Point(20, 90), 40, Align.MIDDLE, strong=True),
        TextShape("Uden for kanten 👍🏽", Point(235, 60), 120, Align.START, Ink.QUIET),
        TextShape("op ad siden", Point(-10, 60), 120, Align.MIDDLE, turn=90),
        LineShape(Point(60, 110), Point(220, 110), dashed=True),
    )
    return blocks.Figure("En pil fra سارة og det, hun siger.", Drawing(240, 120, shapes))
