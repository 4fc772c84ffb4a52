"""The text layout in the middle of the table: as large as the circle allows, whole if at all possible."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from netmoede_desktop.gui.kit.table.seats.text import ELLIPSIS, divided
from netmoede_desktop.gui.kit.table.values import TableCentre


class Voice(Enum):
    """The style of a line: quiet, large, or that of the state."""

    QUIET = auto()
    LARGE = auto()
    STATE = auto()


#: Letters at 100 % in a ring as large as in a window of 1366×768.
_SIZES = {Voice.QUIET: 15.0, Voice.LARGE: 46.0, Voice.STATE: 14.0}
_LEADING = {Voice.QUIET: 1.3, Voice.LARGE: 1.12, Voice.STATE: 1.35}
_SMALLER = 0.93
_LEAST = 0.3
#: Without seconds to read the quiet words are larger. They shrink less than the large ones.
_CALM_QUIET = 22.0
_QUIET_LEAST = 0.66


class TextExtent(Protocol):
    """Measures a text in pixels."""

    def width(self, text: str, pixels: float, *, bold: bool) -> float:
        """Return the width of a text in a font of that pixel size."""


@dataclass(frozen=True, slots=True)
class MiddleLine:
    """A line of text; `top` counts from the centre of the circle downwards. All in pixels."""

    text: str
    voice: Voice
    pixels: float
    top: float
    height: float


def fit_middle(
    centre: TableCentre, radius: float, most: float, measure: TextExtent, *, sign: bool
) -> tuple[MiddleLine, ...]:
    """Lay out the words in a circle. `most` is the zoom to begin with, `sign` leaves room for the sign of the state."""
    zoom = most
    while zoom > most * _LEAST:
        for lines in _export(centre):
            set_lines = _stacked(lines, zoom, most, calm=centre.calm)
            if all(_free(line, radius) >= _needed(line, measure, sign=sign) for line in set_lines):
                return set_lines
        zoom *= _SMALLER
    cramped = _stacked(next(_export(centre)), zoom, most, calm=centre.calm)
    return tuple(_cut(line, radius, measure, sign=sign) for line in cramped)


def _export(centre: TableCentre) -> Iterator[tuple[tuple[str, Voice], ...]]:
    """Yield the lines whole, then with more and more of them divided in two or three."""
    bigs = [lines for count in (1, 2, 3) for lines in divided(centre.big, count)] or [()]
    aboves = [lines for count in (1, 2) for lines in divided(centre.above, count)] or [()]
    belows = [(centre.below,)] if centre.below else [()]
    ends = [(centre.state_word,)] if centre.state_word else [()]
    for big in bigs:
        for above in aboves:
            parts = ((above, Voice.QUIET), (big, Voice.LARGE), (belows[0], Voice.QUIET), (ends[0], Voice.STATE))
            yield tuple((text, voice) for lines, voice in parts for text in lines)


def _stacked(lines: tuple[tuple[str, Voice], ...], zoom: float, most: float, *, calm: bool) -> tuple[MiddleLine, ...]:
    small = max(zoom, most * _QUIET_LEAST)
    sizes = {
        Voice.QUIET: (_CALM_QUIET if calm else _SIZES[Voice.QUIET]) * small,
        Voice.LARGE: _SIZES[Voice.LARGE] * zoom,
        Voice.STATE: _SIZES[Voice.STATE] * small,
    }
    heights = [sizes[voice] * _LEADING[voice] for _, voice in lines]
    top = -sum(heights) / 2
    made = []
    for (text, voice), height in zip(lines, heights, strict=True):
        made.append(MiddleLine(text, voice, sizes[voice], top, height))
        top += height
    return tuple(made)


def _free(line: MiddleLine, radius: float) -> float:
    """Return the width of the circle for a line: its letters fill about the middle three quarters of its height."""
    high, low = line.top + line.height * 0.14, line.top + line.height * 0.86
    farthest = max(abs(high), abs(low))
    return 2 * math.sqrt(radius * radius - farthest * farthest) if farthest < radius else 0.0


def _needed(line: MiddleLine, measure: TextExtent, *, sign: bool) -> float:
    room = line.pixels * 1.3 if sign and line.voice is Voice.STATE else 0.0
    return measure.width(line.text, line.pixels, bold=line.voice is not Voice.QUIET) + room


def _cut(line: MiddleLine, radius: float, measure: TextExtent, *, sign: bool) -> MiddleLine:
    text = line.text
    free = max(_free(line, radius), radius)
    for kept in range(len(line.text), 0, -1):
        head = (kept + 1) // 2
        text = (
            line.text
            if kept == len(line.text)
            else line.text[:head] + ELLIPSIS + line.text[len(line.text) - kept + head :]
        )
        shown = MiddleLine(text, line.voice, line.pixels, line.top, line.height)
        if _needed(shown, measure, sign=sign) <= free:
            return shown
    return MiddleLine(text, line.voice, line.pixels, line.top, line.height)
