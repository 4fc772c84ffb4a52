"""From runs of text to lines: which face writes what, where a line breaks, in which order its pieces stand.

Words break at spaces, and after a hyphen or a slash between letters; a word wider than the line breaks anywhere between
letters. Nothing is ever clipped. Widths are in points.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from netmoede_desktop.documents.render.clusters import clusters
from netmoede_desktop.documents.render.faces import GLYPH_BASE, REPLACEMENT, Face, Glyph, body_face, face_for, shown
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.direction import BACKWARDS

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-/–—])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A piece of text with its weight and colour."""

    text: str
    bold: bool
    color: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one face, colour and direction. `shown` is the text written; `glyphs` where it had to be shaped."""

    face: Face
    color: str
    text: str
    shown: str
    width: float
    level: int = 0
    glyphs: tuple[Glyph, ...] | None = None

    @property
    def plain(self) -> bool:
        """Whether the characters themselves are written, from left to right."""
        return self.glyphs is None and self.level == 0 and self.shown == self.text


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its pieces from left to right, and its width in points.

    The gap between two words is at the end of the line that is broken there, so that whoever searches, copies or
    listens meets two words (ISO 32000-1, 14.8.2.5); the width is without it.
    """

    pieces: tuple[Piece, ...]
    width: float


@dataclass(slots=True)
class _Unit:
    """Letters that must stay on one line, and the space that follows them."""

    pieces: list[Piece]
    width: float
    gap: Piece | None


class Typesetter:
    """Sets the texts of one document. It remembers the widths of the words it has met."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], float] = {}

    def lines(self, runs: Sequence[StyledRun], size: float, width: float) -> tuple[Line, ...]:
        """Break runs into lines no wider than `width` points (at least one letter each); at least one line."""
        room = width / size * 1000
        lines: list[Line] = []
        current: list[Piece] = []
        used, gap = 0.0, None
        for unit in self._fitting(self._units(runs), room):
            extra = gap.width if gap and current else 0.0
            if current and used + extra + unit.width > room:
                lines.append(_line(current, size, gap))
                current, used, extra = [], 0.0, 0.0
            elif gap and current:
                current.append(gap)
            current.extend(unit.pieces)
            used += extra + unit.width
            gap = unit.gap
        lines.append(_line(current, size))
        return tuple(lines)

    def natural(self, runs: Sequence[StyledRun], size: float) -> tuple[float, float]:
        """Return the width of the widest word and of the whole text on one line, in points."""
        units = self._units(runs)
        widest = max((unit.width for unit in units), default=0.0)
        whole = sum(unit.width + (unit.gap.width if unit.gap else 0.0) for unit in units)
        return widest * size / 1000, whole * size / 1000

    def _units(self, runs: Sequence[StyledRun]) -> list[_Unit]:
        units: list[_Unit] = []
        open_end = False
        for run, levels in _directed(runs):
            face = body_face(bold=run.bold)
            easy = levels is None and face.simple.issuperset(run.text)
            position = 0
            for number, word in enumerate(run.text.split(" ")):
                if number:
                    open_end = False
                    if units:
                        units[-1].gap = self._gap(face, run.color, levels[position - 1] if levels else 0)
                if word:
                    row = levels[position : position + len(word)] if levels else None
                    for part in self._parts(face, run, word, row, easy=easy):
                        if open_end and units:
                            units[-1].pieces.extend(part.pieces)
                            units[-1].width += part.width
                        else:
                            units.append(part)
                        open_end = False
                    open_end = True
                position += len(word) + 1
        return units

    def _parts(self, face: Face, run: StyledRun, word: str, levels: list[int] | None, *, easy: bool) -> list[_Unit]:
        """The unbreakable parts of a word."""
        if easy or (levels is None and face.simple.issuperset(word)):
            parts = _AFTER_HYPHEN.split(word) if "-" in word or "/" in word or "–" in word else [word]
            return [_unit([Piece(face, run.color, part, part, self._width(face, part))]) for part in parts]
        return [_unit(self._pieces(run, word, levels or [0] * len(word)))]

    def _width(self, face: Face, word: str) -> float:
        key = (face.name, word)
        width = self._words.get(key)
        if width is None:
            width = self._words[key] = face.width(word)
        return width

    def _gap(self, face: Face, color: str, level: int) -> Piece:
        return Piece(face, color, " ", " ", self._width(face, " "), level)

    def _pieces(self, run: StyledRun, word: str, levels: list[int]) -> list[Piece]:
        """Split a word where the face or the direction changes, and shape what needs it."""
        chosen: list[tuple[str, Face | None, int]] = []
        position = 0
        for cluster in clusters(word):
            chosen.append((cluster, face_for(cluster, bold=run.bold), levels[position]))
            position += len(cluster)
        pieces = []
        for (face, level), group in groupby(chosen, key=lambda item: (item[1], item[2])):
            letters = [cluster for cluster, _, _ in group]
            pieces.append(self._piece(face, run, letters, level))
        return pieces

    def _piece(self, face: Face | None, run: StyledRun, letters: list[str], level: int) -> Piece:
        text = "".join(letters)
        if face is None:
            return _marked(run, letters, level)
        seen = shown(face, text)
        if level % 2 == 0 and face.simple.issuperset(seen):
            return Piece(face, run.color, text, seen, face.width(seen), level)
        with one_at_a_time:
            from netmoede_desktop.documents.render.shaping import shape

        glyphs = shape(face, seen, backwards=level % 2 == 1)
        if any(glyph.code == GLYPH_BASE for glyph in glyphs):
            return _marked(run, letters, level)
        return Piece(face, run.color, text, seen, sum(glyph.advance for glyph in glyphs), level, glyphs)

    def _fitting(self, units: Iterable[_Unit], room: float) -> Iterable[_Unit]:
        """The units, those that are wider than a line broken between letters."""
        for unit in units:
            if unit.width <= room:
                yield unit
            else:
                yield from self._broken(unit, room)

    def _broken(self, unit: _Unit, room: float) -> list[_Unit]:
        parts: list[_Unit] = [_unit([])]
        for piece in unit.pieces:
            for part in self._slices(piece, room, room - parts[-1].width):
                if parts[-1].pieces and parts[-1].width + part.width > room:
                    parts.append(_unit([]))
                parts[-1].pieces.append(part)
                parts[-1].width += part.width
        parts[-1].gap = unit.gap
        return parts

    def _slices(self, piece: Piece, room: float, first: float) -> list[Piece]:
        """A piece cut so that each part fits a line; the first one the rest of the present line, if it can."""
        run = StyledRun(piece.text, bold=piece.face.name.endswith("-Bold"), color=piece.color)
        face = face_for(next(clusters(piece.text)), bold=run.bold)
        slices: list[Piece] = []
        letters: list[str] = []
        used = 0.0
        for cluster in clusters(piece.text):
            width = self._piece(face, run, [cluster], piece.level).width
            limit = room if slices else first
            if letters and used + width > limit:
                slices.append(self._piece(face, run, letters, piece.level))
                letters, used = [], 0.0
            letters.append(cluster)
            used += width
        return [*slices, self._piece(face, run, letters, piece.level)]


def _marked(run: StyledRun, letters: list[str], level: int) -> Piece:
    """Letters no face can write: a mark for each, and the letters in the text of the file."""
    body = body_face(bold=run.bold)
    marks = REPLACEMENT * len(letters)
    return Piece(body, run.color, "".join(letters), marks, body.width(marks), level)


def _unit(pieces: list[Piece]) -> _Unit:
    return _Unit(pieces, sum(piece.width for piece in pieces), None)


def _directed(runs: Sequence[StyledRun]) -> list[tuple[StyledRun, list[int] | None]]:
    """The runs with the direction of every character, or None where everything runs from left to right."""
    if not any(BACKWARDS.search(run.text) for run in runs):
        return [(run, None) for run in runs]
    with one_at_a_time:
        from netmoede_desktop.documents.render.shaping import directed

    found = directed([run.text for run in runs])
    return [(StyledRun(text, run.bold, run.color), row) for run, (text, row) in zip(runs, found, strict=True)]


def _line(pieces: list[Piece], size: float, gap: Piece | None = None) -> Line:
    """Put pieces in the order they stand on paper, the gap last, and join neighbours that are written alike."""
    width = sum(piece.width for piece in pieces) * size / 1000
    ordered = [*_in_sight(pieces), *((replace(gap, level=0),) if gap else ())]
    merged: list[Piece] = []
    alike = groupby(ordered, key=lambda piece: (piece.plain, piece.face, piece.color))
    for (plain, face, color), group in alike:
        neighbours = list(group)
        if plain and len(neighbours) > 1:
            text = "".join([piece.text for piece in neighbours])
            merged.append(Piece(face, color, text, text, sum([piece.width for piece in neighbours])))
        else:
            merged.extend(neighbours)
    return Line(tuple(merged), width)


def _in_sight(pieces: list[Piece]) -> list[Piece]:
    """Reverse what runs backwards, from the deepest level out (rule L2 of the Unicode bidirectional algorithm)."""
    ordered = pieces
    for level in range(max((piece.level for piece in pieces), default=0), 0, -1):
        ordered = _turned(ordered, level)
    return ordered


def _turned(pieces: list[Piece], level: int) -> list[Piece]:
    turned: list[Piece] = []
    for inside, group in groupby(pieces, key=lambda piece: piece.level >= level):
        members = list(group)
        turned.extend(reversed(members) if inside else members)
    return turned


def spoken(pieces: Sequence[Piece]) -> str:
    """Return the text of neighbouring pieces in reading order: undo, from the outside in, what `_in_sight` did."""
    ordered = list(pieces)
    for level in range(1, max((piece.level for piece in pieces), default=0) + 1):
        ordered = _turned(ordered, level)
    return "".join(piece.text for piece in ordered)
