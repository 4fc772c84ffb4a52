"""Scripts that join, stack or run from right to left: HarfBuzz chooses the glyphs, python-bidi the direction.

Imported only when a text needs it; ordinary Danish never does. Nothing here depends on the language of the machine.
"""

from functools import cache
from itertools import groupby
from typing import Any, cast

import uharfbuzz
from bidi import algorithm

from netmoede_desktop.documents.render.faces import GLYPH_BASE, Face, Glyph
from netmoede_desktop.localization.direction import BACKWARDS, END_ISOLATE, FIRST_ISOLATE, FROM_THE_LEFT

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u202a", "\u202b", "\u202c"

#: How far to look for the first letter that has a direction.
_ENOUGH = 1000


def shape(face: Face, text: str, *, backwards: bool) -> tuple[Glyph, ...]:
    """Return the glyphs of a word from left to right as they stand on paper."""
    font = _font(face.name, face.file, face.number)
    scale = 1000 / face.font.unitsPerEm
    buffer: Any = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.language = "da"
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": False})
    letters = _letters([info.cluster for info in buffer.glyph_infos], text, backwards=backwards)
    glyphs = []
    for info, place, said in zip(buffer.glyph_infos, buffer.glyph_positions, letters, strict=True):
        own = face.font.hmetrics[info.codepoint][0] * scale
        code = GLYPH_BASE + info.codepoint
        advance, dx, dy = (value * scale for value in (place.x_advance, place.x_offset, place.y_offset))
        glyphs.append(Glyph(code, advance, dx, dy, own, said))
    return tuple(glyphs)


def _letters(clusters: list[int], text: str, *, backwards: bool) -> list[str]:
    """The letters of each glyph, as the eye meets them: readers of the file turn what runs backwards.

    Of a cluster with as many glyphs as letters each has its own; else the first glyph has all of them.
    """
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    letters: list[str] = []
    for start, group in groupby(clusters):
        glyphs = len(list(group))
        said = text[start : ends[start]]
        seen = said[::-1] if backwards else said
        letters.extend(seen if glyphs == len(seen) else [seen, *[""] * (glyphs - 1)])
    return letters


@cache
def _font(name: str, file: str, number: int) -> Any:
    """The HarfBuzz side of a face; the name only tells the faces apart in the cache."""
    del name
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file), number))


def directed(texts: list[str]) -> list[tuple[str, list[int]]]:
    """Return texts that follow each other on a line, without isolating marks, with the level of every character.

    An odd level is right to left. The line itself reads left to right; what an isolating mark begins is embedded in the
    direction of its first letter, and fenced off so that figures and commas beside it stay where they are.
    """
    framed: list[str] = []
    owners: list[tuple[int, int] | None] = []
    kept: list[list[str]] = [[] for _ in texts]
    for number, text in enumerate(texts):
        for place, char in enumerate(text):
            if char == FIRST_ISOLATE:
                backwards = algorithm.get_base_level(text[place : place + _ENOUGH]) == 1
                framed += (FROM_THE_LEFT, _RIGHT_TO_LEFT if backwards else _LEFT_TO_RIGHT)
                owners += (None, None)
            elif char == END_ISOLATE:
                framed += (_END, FROM_THE_LEFT)
                owners += (None, None)
            else:
                framed.append(char)
                owners.append((number, len(kept[number])))
                kept[number].append(char)
    found = [[0] * len(letters) for letters in kept]
    for position, level in _storage("".join(framed)):
        owner = owners[position]
        if owner:
            found[owner[0]][owner[1]] = level
    return [("".join(letters), _joiners_follow(letters, row)) for letters, row in zip(kept, found, strict=True)]


def _storage(line: str) -> list[tuple[int, int]]:
    """Run the Unicode bidirectional algorithm on a line; joiners and frames have no place in the answer."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    algorithm.get_embedding_levels(line, storage)
    for position, char in enumerate(storage["chars"]):
        char["position"] = position
        if not char["type"]:  # not in the character database of this Python
            char["type"] = char["orig"] = "R" if BACKWARDS.match(char["ch"]) else "L"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [(char["position"], cast("int", char["level"])) for char in storage["chars"]]


def _joiners_follow(letters: list[str], row: list[int]) -> list[int]:
    """Give joiners the level of the letter before them; the algorithm leaves them out."""
    for place in range(1, len(letters)):
        if letters[place] in "\u200c\u200d":
            row[place] = row[place - 1]
    return row
