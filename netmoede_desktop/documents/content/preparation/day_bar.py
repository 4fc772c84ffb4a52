"""The day as a bar: one box per part, as wide as it is long, the present ones dark; black on white tells the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from netmoede_desktop.documents.content.blocks import Figure
from netmoede_desktop.documents.content.drawing import (
    Align,
    BoxShape,
    Drawing,
    Ink,
    Point,
    Shape,
    TextMeasure,
    TextShape,
)
from netmoede_desktop.domain.methods.method import Part, PartKind
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock

_ROUND = re.compile(r"Runde ([A-ZÆØÅ])\b")
_HIGH, _GAP, _LEAST, _TIMES = 22.0, 2.0, 8.0, 20.0


@dataclass(frozen=True, slots=True)
class DayPart:
    """One box: its label, when it begins, how many seconds it lasts, whether it is now, and whether it is a break."""

    label: str
    begins: str
    seconds: float
    now: bool
    rest: bool


@dataclass(frozen=True, slots=True)
class PaperDayBar:
    """The boxes of a whole meeting, with the time under each where there is room for it."""

    parts: tuple[DayPart, ...]

    def drawn(self, measure: TextMeasure, width: float) -> Drawing:
        """Return the bar as wide as its place."""
        return Drawing(width, _HIGH + _TIMES, tuple(self._shapes(measure, width)))

    def _shapes(self, measure: TextMeasure, width: float) -> Iterator[Shape]:
        room = width - (_GAP + _LEAST) * len(self.parts)
        whole = sum(part.seconds for part in self.parts) or 1.0
        x, free = 0.0, 0.0
        for part in self.parts:
            wide = _LEAST + room * part.seconds / whole
            fill = Ink.TEXT if part.now else Ink.GROUND if part.rest else Ink.PAPER
            yield BoxShape(Point(x, 0), wide, _HIGH, fill=fill, line=Ink.TEXT)
            if measure.extent(part.label, 200.0, strong=True).width <= wide - 2:
                middle = Point(x + wide / 2, _HIGH / 2)
                ink = Ink.PAPER if part.now else Ink.TEXT
                yield TextShape(part.label, middle, wide, Align.MIDDLE, ink, strong=True)
            time = measure.extent(part.begins, 200.0).width
            if x >= free:
                yield TextShape(part.begins, Point(x, _HIGH + _TIMES / 2 + 1), time + 1, ink=Ink.QUIET)
                free = x + time + 6
            x += wide + _GAP


def day_bar(rows: tuple[tuple[Part, datetime, datetime], ...], now: frozenset[str], t: Translator) -> Figure:
    """Return the bar of a planned meeting; the parts with these ids are the present ones."""
    parts, said = [], []
    for number, (part, begins, ends) in enumerate(rows, 1):
        found = _ROUND.search(part.title)
        rest = part.kind is PartKind.BREAK
        label = t.gettext("pause") if rest else found[1] if found else str(number)
        parts.append(DayPart(label, clock(begins), (ends - begins).total_seconds(), part.id in now, rest))
        said.append(f"{clock(begins)} {label}")
    return Figure(
        t.gettext("Mødet fra ende til anden: {parts}.").format(parts=", ".join(said)), PaperDayBar(tuple(parts))
    )
