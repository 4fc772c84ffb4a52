"""Fonts of the machine, for letters that no bundled font has, such as Chinese, Japanese and Korean ones.

Only fonts with TrueType outlines (`glyf`) that may be embedded and subset count; those with PostScript outlines (CFF,
most `.otf`) cannot be put into our papers. In a collection each font is asked; one with axes writes in its usual look.
Looked through only when a letter is missing, in an order that the same fonts always give, and remembered.
"""

import os
import struct
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: Fonts that are made for reading, and hold much; asked first, in this order. The rest follow by name.
_PREFERRED = (
    *("msyh.ttc", "yugothm.ttc", "yugothr.ttc", "malgun.ttf", "simsun.ttc", "msgothic.ttc", "mingliub.ttc"),
    *("arial unicode.ttf", "applegothic.ttf", "stheiti light.ttc", "hiragino sans gb.ttc"),
    *(
        "wqy-zenhei.ttc",
        "wqy-microhei.ttc",
        "droidsansfallbackfull.ttf",
        "fonts-japanese-gothic.ttf",
        "nanumgothic.ttf",
    ),
)
_STYLED = ("bold", "italic", "oblique", "black", "light", "thin", "condensed", "mono")
_ENDINGS = (".ttf", ".ttc")

#: What a font forbids (OS/2, fsType): to be embedded at all, to be subset, to be embedded but as pictures.
_RESTRICTED, _ALLOWED, _WHOLE_OR_PICTURES = 0x0002, 0x000C, 0x0300

_COLLECTION = b"ttcf"
_OUTLINES = (b"\x00\x01\x00\x00", b"true")
_MOST_IN_COLLECTION = 64
_LARGEST = 64 * 1024 * 1024
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A font of the machine: its file, its number in it, and the ranges of characters it writes."""

    file: str
    number: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def has(self, character: str) -> bool:
        """Return True if the character is in one of the ranges."""
        place = bisect_left(self.ends, ord(character))
        return place < len(self.ends) and self.starts[place] <= ord(character)


def font_folders() -> tuple[Path, ...]:
    """The folders where this system keeps fonts: those of the machine, then those of the user."""
    home = Path.home()
    if sys.platform == "win32":
        own = os.environ.get("LOCALAPPDATA")
        windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        return (windows, *((Path(own) / "Microsoft" / "Windows" / "Fonts",) if own else ()))
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    own_data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own_data / "fonts", home / ".fonts")


def fonts_with(characters: str) -> Iterator[SystemFont]:
    """The fonts that have all the characters, the best first."""
    for file in _files():
        for font in _fonts_in(file):
            if all(map(font.has, characters)):
                yield font


@cache
def _files() -> tuple[str, ...]:
    found = [file for folder in font_folders() for file in _below(folder)]
    return tuple(str(file) for file in sorted(dict.fromkeys(found), key=_rank))


def _below(folder: Path) -> Iterable[Path]:
    """Every font file in a folder and under it; nothing where it cannot be read."""
    for where, _, names in os.walk(folder):
        yield from (Path(where) / name for name in names if name.lower().endswith(_ENDINGS))


def _rank(file: Path) -> tuple[int, bool, str, str]:
    name = file.name.lower()
    place = _PREFERRED.index(name) if name in _PREFERRED else len(_PREFERRED)
    return place, any(style in name for style in _STYLED), name, str(file)


@cache
def _fonts_in(file: str) -> tuple[SystemFont, ...]:
    """The usable fonts of a file; none where it is damaged or cannot be read."""
    try:
        if Path(file).stat().st_size > _LARGEST:
            return ()
        data = Path(file).read_bytes()
        return tuple(font for font in (_font(file, data, *one) for one in enumerate(_starts(data))) if font)
    except (OSError, struct.error, ValueError, MemoryError):
        return ()


def _starts(data: bytes) -> tuple[int, ...]:
    if data[:4] != _COLLECTION:
        return (0,)
    count = min(struct.unpack_from(">I", data, 8)[0], _MOST_IN_COLLECTION)
    return struct.unpack_from(f">{count}I", data, 12)


def _font(file: str, data: bytes, number: int, start: int) -> SystemFont | None:
    if data[start : start + 4] not in _OUTLINES:
        return None
    count = struct.unpack_from(">H", data, start + 4)[0]
    rows = (struct.unpack_from(">4sIII", data, start + 12 + 16 * row) for row in range(count))
    tables = {name: place for name, _, place, _ in rows}
    if not {b"glyf", b"loca", b"cmap", b"OS/2"} <= tables.keys() or not _may_be_embedded(data, tables[b"OS/2"]):
        return None
    ranges = sorted(_ranges(data, tables[b"cmap"]))
    return SystemFont(file, number, tuple(first for first, _ in ranges), tuple(last for _, last in ranges))


def _may_be_embedded(data: bytes, table: int) -> bool:
    rights = struct.unpack_from(">H", data, table + 8)[0]
    return not rights & _WHOLE_OR_PICTURES and (not rights & _RESTRICTED or bool(rights & _ALLOWED))


def _ranges(data: bytes, table: int) -> list[tuple[int, int]]:
    """The ranges of characters of the best Unicode map there is, first and last of each."""
    count = struct.unpack_from(">H", data, table + 2)[0]
    rows = (struct.unpack_from(">HHI", data, table + 4 + 8 * row) for row in range(count))
    maps = {(platform, encoding): table + place for platform, encoding, place in rows}
    place = next((maps[kind] for kind in _UNICODE if kind in maps), None)
    if place is None:
        return []
    form = struct.unpack_from(">H", data, place)[0]
    if form == 12:
        groups = struct.unpack_from(">I", data, place + 12)[0]
        return [struct.unpack_from(">II", data, place + 16 + 12 * group) for group in range(groups)]
    if form != 4:
        return []
    segments = struct.unpack_from(">H", data, place + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", data, place + 14)
    starts = struct.unpack_from(f">{segments}H", data, place + 16 + 2 * segments)
    return [(first, last) for first, last in zip(starts, ends, strict=True) if first <= last < 0xFFFF]
