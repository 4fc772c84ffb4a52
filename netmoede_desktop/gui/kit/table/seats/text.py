"""The text layout of a seat: the caption gives way first, the name is shortened at the very last."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Protocol

ELLIPSIS = "…"
#: Ends a line where a word was divided: the soft hyphen's visible cousin, so that a written hyphen is told apart.
_BREAK = "\u2010"

#: Letters at 100 %: the name with a caption, the name alone, the smallest name, the caption.
_WITH_CAPTION = (15.5, 14.5, 13.5, 12.5)
_ALONE = (17.5, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5)
#: Where not even so many letters go in a line, smaller ones are better than half a name.
_TINY, _FEW = (10.0, 9.0), 10
#: And smaller still where everything is scaled up, down to a line of so many pixels.
_TINIEST, _LOWEST_LINE = (8.0, 7.0), 14.4
#: As long as letters are this large, one line reads better than two of larger ones.
_ONE_LINE = 14.0
#: Where nobody at the table has a caption.
_LARGE = (20.0, 18.5)
_CAPTIONS = (12.0, 11.0)
_MOST_LINES = 3
#: A caption of which less than this share is seen says nothing.
_LEAST_CAPTION = 0.5


class Ruler(Protocol):
    """Measures letters; sizes are in pixels at 100 %, lengths in pixels."""

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """Return the width of a text."""

    def height(self, size: float, *, bold: bool) -> float:
        """Return the height of a line."""


class Outline(Protocol):
    """The inside of a seat."""

    @property
    def height(self) -> float:
        """The height available for text."""

    def width_at(self, top: float, bottom: float) -> float:
        """Return the width available from `top` to `bottom`, counted from the centre of the seat downwards."""


@dataclass(frozen=True, slots=True)
class SeatText:
    """The name in lines at a size, the caption ("" if omitted), and whether a mark has room beside it."""

    lines: tuple[str, ...]
    size: float
    caption: str = ""
    caption_size: float = _CAPTIONS[0]
    mark_beside: bool = False

    @property
    def shown_letters(self) -> int:
        """The number of visible letters of the name."""
        return sum(len(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class NameSize:
    """The font sizes allowed at one table, at 100 %: none above `most`; with `only` exactly `most`."""

    most: float = math.inf
    only: bool = False

    def within(self, sizes: Sequence[float]) -> tuple[float, ...]:
        """Return the allowed ones of these sizes, and `most`; the largest first."""
        largest = self.most if self.only else min(self.most, sizes[0])
        return (largest, *(() if self.only else (size for size in sizes if size < largest)))


#: A seat that is looked at by itself.
ANY_SIZE = NameSize()


def fit(name: str, caption: str, outline: Outline, ruler: Ruler, *, mark: bool, sizes: NameSize = ANY_SIZE) -> SeatText:
    """Lay out a name and a caption in a seat, in `sizes`; `mark` reserves room for a sign beside the caption.

    If there is no room for the sign, the caption stays and the sign goes elsewhere: who somebody is does not change
    with what they say.
    """
    for beside in (True, False) if caption and mark else (False,) if caption else ():
        for count, size, caption_size in product((1, 2), sizes.within(_WITH_CAPTION), _CAPTIONS):
            setting = _Setting(outline, ruler, size, count, caption_size)
            lines = setting.whole(name)
            shortened = caption_size == _CAPTIONS[-1] and not (mark and beside)
            if lines and (shown := setting.shown_caption(caption, mark=beside, shortened=shortened)):
                return SeatText(lines, size, shown, caption_size, mark_beside=beside)
    few = outline.width_at(0, 0) < _FEW * ruler.width("n", _ALONE[-1], bold=True)
    tiny = (*_TINY, *(size for size in _TINIEST if ruler.height(size, bold=True) >= _LOWEST_LINE)) if few else ()
    tried = sizes.within((() if caption else _LARGE) + _ALONE + tiny)
    on_one_line = [(size, 1) for size in tried if size >= _ONE_LINE]
    for size, count in (*on_one_line, *product(tried, range(1, _MOST_LINES + 1))):
        if lines := _Setting(outline, ruler, size, count).whole(name):
            return SeatText(lines, size)
    smallest = tried[-1]
    settings = [_Setting(outline, ruler, smallest, count) for count in range(1, _MOST_LINES + 1)]
    cut = [SeatText(setting.cut(name), smallest) for setting in settings if setting.count == 1 or setting.has_height]
    return max(cut, key=lambda text: text.shown_letters)


@dataclass(frozen=True, slots=True)
class _Setting:
    """A number of lines of one size in a seat."""

    outline: Outline
    ruler: Ruler
    size: float
    count: int
    caption_size: float = 0.0

    @property
    def _line(self) -> float:
        return self.ruler.height(self.size, bold=True)

    @property
    def _foot(self) -> float:
        return self.ruler.height(self.caption_size, bold=False) if self.caption_size else 0.0

    @property
    def _top(self) -> float:
        return -(self.count * self._line + self._foot) / 2

    @property
    def has_height(self) -> bool:
        return -2 * self._top <= self.outline.height

    def _room(self, number: int) -> float:
        # The letters themselves fill about three quarters of a line's height.
        top = self._top + number * self._line
        return self.outline.width_at(top + self._line * 0.15, top + self._line * 0.85)

    def _width(self, text: str) -> float:
        return self.ruler.width(text, self.size, bold=True)

    def whole(self, name: str) -> tuple[str, ...]:
        """Return the whole name in exactly `count` lines, () if it does not fit."""
        if not self.has_height:
            return ()
        fitting = [
            (max(self._width(line) for line in lines), lines)
            for lines in divided(name, self.count)
            if all(self._width(line) <= self._room(number) for number, line in enumerate(lines))
        ]
        return min(fitting)[1] if fitting else ()

    def shown_caption(self, caption: str, *, mark: bool, shortened: bool) -> str:
        """Return the caption, shortened if needed and allowed, "" if too little of it would be visible."""
        top = self._top + self.count * self._line
        room = self.outline.width_at(top + self._foot * 0.15, top + self._foot * 0.75)
        room -= self._foot if mark else 0.0
        least = max(round(len(caption) * _LEAST_CAPTION), 3) if shortened else len(caption)
        for kept in range(len(caption), least - 1, -1):
            shown = caption if kept == len(caption) else caption[:kept].rstrip(" ,.") + ELLIPSIS
            if self.ruler.width(shown, self.caption_size, bold=False) <= room:
                return shown
        return ""

    def cut(self, name: str) -> tuple[str, ...]:
        """Return the name in at most `count` lines, a long word divided, an overlong text elided in the middle."""
        lines: list[str] = []
        rest = name.strip()
        for number in range(self.count):
            room = self._room(number)
            if not rest:
                break
            if number == self.count - 1:
                lines.append(self._middle_out(rest, room))
                break
            line = self._line_of(rest, room)
            lines.append(line)
            rest = rest[len(line.removesuffix(_BREAK)) :].strip()
        return tuple(lines)

    def _line_of(self, text: str, room: float) -> str:
        """Return as many whole pieces of a text as fit in a line, or else the start of the first with a soft hyphen."""
        pieces = _pieces(text)
        taken = 0
        while taken < len(pieces) and self._width("".join(pieces[: taken + 1]).strip()) <= room:
            taken += 1
        if taken:
            return "".join(pieces[:taken]).strip()
        kept = next((end for end in range(len(pieces[0]), 1, -1) if self._width(text[:end] + _BREAK) <= room), 1)
        return text[:kept] + _BREAK

    def _middle_out(self, text: str, room: float) -> str:
        if self._width(text) <= room:
            return text
        for kept in range(len(text) - 1, 1, -1):
            head = (kept + 1) // 2
            shown = text[:head].rstrip() + ELLIPSIS + text[len(text) - (kept - head) :].lstrip()
            if self._width(shown) <= room:
                return shown
        return text[:1] + ELLIPSIS


def _pieces(name: str) -> list[str]:
    """Return a name in pieces at which it may be divided: after a space or a hyphen."""
    return [piece for piece in re.split(r"(?<=[\s\-])", name) if piece]


@lru_cache(maxsize=512)
def divided(name: str, count: int) -> tuple[tuple[str, ...], ...]:
    """Return every division of a name into exactly `count` lines."""
    pieces = _pieces(name)

    def ways(start: int, left: int) -> Iterator[tuple[str, ...]]:
        if left == 1:
            yield ("".join(pieces[start:]).strip(),)
            return
        for end in range(start + 1, len(pieces) - left + 2):
            for rest in ways(end, left - 1):
                yield ("".join(pieces[start:end]).strip(), *rest)

    return tuple(lines for lines in ways(0, count) if all(lines)) if len(pieces) >= count else ()
