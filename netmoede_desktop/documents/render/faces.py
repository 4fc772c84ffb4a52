"""The faces: which writes which character, and how wide. A face is read once and never changes.

Noto Sans writes most of the world's Latin, Greek and Cyrillic; a sister face takes over where its script begins, and a
font of the machine what none of ours has.
ReportLab reads and subsets the files; it has no fallback from one font to the next, so that is done here.
"""

import re
import struct
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from netmoede_desktop.documents.render.system_fonts import fonts_with
from netmoede_desktop.localization.resources import resource_folder

#: Glyphs without a character of their own (joined letters, placed marks) are numbered from here, by glyph id.
GLYPH_BASE = 0xF0000

#: Written where no face has the character; the character itself stays in the text of the file.
REPLACEMENT = "\u25cc"

#: Where a script begins and ends, and the face that writes it; bold only where the file is shipped.
_SCRIPTS = (
    ((0x0530, 0x058F), (0xFB13, 0xFB17), "NotoSansArmenian", False),
    ((0x0590, 0x05FF), (0xFB1D, 0xFB4F), "NotoSansHebrew", False),
    ((0x0600, 0x077F), (0x08A0, 0x08FF), "NotoSansArabic", True),
    ((0xFB50, 0xFDFF), (0xFE70, 0xFEFE), "NotoSansArabic", True),
    ((0x0780, 0x07BF), (0x0780, 0x07BF), "NotoSansThaana", False),
    ((0x0900, 0x097F), (0xA8E0, 0xA8FF), "NotoSansDevanagari", False),
    ((0x0B80, 0x0BFF), (0x0B80, 0x0BFF), "NotoSansTamil", False),
    ((0x0E00, 0x0E7F), (0x0E00, 0x0E7F), "NotoSansThai", False),
    ((0x0E80, 0x0EFF), (0x0E80, 0x0EFF), "NotoSansLao", False),
    ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), "NotoSansGeorgian", False),
    ((0x1200, 0x139F), (0x2D80, 0x2DDF), "NotoSansEthiopic", True),
)


#: Signs and pictures, in the order they are asked; each is drawn alone, whatever colour or joiner goes with it.
_PICTURES = ("NotoSansSymbols-Part", "NotoSansSymbols2-Part", "NotoEmoji-Part")

#: Joiners, and what chooses the colour or the style of a picture: they have no look of their own.
_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font of a file. Widths are in thousandths of the size; `simple` are the characters that need no shaping."""

    name: str
    file: str
    font: Any
    widths: dict[str, float]
    simple: frozenset[str]
    number: int = 0
    of_machine: bool = False

    def has(self, character: str) -> bool:
        """Return True if the file has a glyph for the character."""
        return character in self.widths

    def width(self, text: str) -> float:
        """The width of simple text; KeyError for a character that is not in the file."""
        return sum(map(self.widths.__getitem__, text))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A placed glyph, in thousandths of the size: how far it moves the pen, and its offset from the pen.

    `code` is its number in the face (`GLYPH_BASE` + glyph id), `own` its own width, `text` its letters.
    """

    code: int
    advance: float
    dx: float
    dy: float
    own: float
    text: str


@cache
def face(name: str) -> Face:
    """Read a bundled font, once in the life of the process. FileNotFoundError-like `TTFError` when it is missing."""
    return _read(name, str(resource_folder() / "fonts" / f"{name}.ttf"), 0)


@cache
def _system_face(file: str, number: int) -> Face | None:
    """A font of the machine, or None where it cannot be used after all."""
    try:
        return replace(_read(f"{file}#{number}", file, number), of_machine=True)
    except (TTFError, OSError, ValueError, LookupError, struct.error):
        return None


def _read(name: str, file: str, number: int) -> Face:
    font: Any = TTFontFace(file, subfontIndex=number)
    _mend_widths(font)
    widths = {chr(code): float(font.charWidths[code]) for code, glyph in font.charToGlyph.items() if glyph}
    scale = 1000 / font.unitsPerEm
    for glyph, (advance, _) in enumerate(font.hmetrics):
        font.charToGlyph[GLYPH_BASE + glyph] = glyph
        font.charWidths[GLYPH_BASE + glyph] = advance * scale
    return Face(name, file, font, widths, frozenset(char for char in widths if _is_simple(char)), number)


def _mend_widths(font: Any) -> None:
    """Give the last glyphs, which share a width, that width: ReportLab has it in thousandths among font units."""
    font.seek_table("hhea", 34)
    own = font.read_ushort()
    shared = font.hmetrics[own - 1][0]
    font.hmetrics[own:] = [(shared, bearing) for _, bearing in font.hmetrics[own:]]


def body_face(*, bold: bool) -> Face:
    """The face of ordinary text."""
    return face("NotoSans-Bold" if bold else "NotoSans-Regular")


def face_for(cluster: str, *, bold: bool) -> Face | None:
    """The face that can write a letter together with its marks, or None when neither we nor the machine have one."""
    body = body_face(bold=bold)
    wanted = cluster[0] + _UNSEEN.sub("", cluster[1:])
    if all(map(body.has, wanted)):
        return body
    script = _script_face(ord(wanted[0]), bold=bold)
    if script is not None and all(map(script.has, wanted)):
        return script
    pictures = map(face, _PICTURES) if script is None else ()
    return next((other for other in pictures if all(map(other.has, wanted))), None) or _of_the_machine(wanted)


@cache
def _of_the_machine(wanted: str) -> Face | None:
    if not wanted.isprintable():
        return None
    faces = (_system_face(font.file, font.number) for font in fonts_with(wanted))
    return next((found for found in faces if found and all(map(found.has, wanted))), None)


def shown(face: Face, text: str) -> str:
    """Return the characters drawn for a text in a face: of emoji, without selectors of colour and joiners."""
    return text[0] + _UNSEEN.sub("", text[1:]) if face.name in _PICTURES else text


def _script_face(code: int, *, bold: bool) -> Face | None:
    for first, second, family, has_bold in _SCRIPTS:
        if first[0] <= code <= first[1] or second[0] <= code <= second[1]:
            return face(f"{family}-Bold" if bold and has_bold else f"{family}-Regular")
    return None


def _is_simple(char: str) -> bool:
    """Return True if a character is independent: written left to right, no mark, no joiner."""
    return unicodedata.category(char)[0] not in "MC" and unicodedata.bidirectional(char) not in ("R", "AL", "AN")
