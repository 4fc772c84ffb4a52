"""Fonts a machine might have, made of a bundled one: the same outlines under other characters, rights and wrappings."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netmoede_desktop.documents.render import faces, system_fonts
from netmoede_desktop.localization.resources import resource_folder

_OUTLINE_OF_A = 36
_RIGHTS = 8


@contextmanager
def only_fonts_of(folder: Path) -> Iterator[None]:
    """Let the machine have the fonts in this folder and no others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(system_fonts, "font_folders", lambda: (folder,))
        forget()
        yield
    forget()


def forget() -> None:
    """Let the fonts of the machine be looked for anew."""
    for kept in (system_fonts._files, system_fonts._fonts_in, faces._of_the_machine, faces._system_face):
        kept.cache_clear()


def font(characters: str, *, rights: int = 0) -> bytes:
    """A TrueType font that writes these characters and no others, all with one outline."""
    data = (resource_folder() / "fonts" / "NotoSans-Bold.ttf").read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    rows = [struct.unpack_from(">4sIII", data, 12 + 16 * row) for row in range(count)]
    tables = {name: data[start : start + length] for name, _, start, length in rows}
    tables[b"cmap"] = _map(characters)
    tables[b"OS/2"] = _with(tables[b"OS/2"], rights)
    return _file(tables)


def collection(*fonts: bytes) -> bytes:
    """Several fonts in one file."""
    head = 12 + 4 * len(fonts)
    starts, moved = [], b""
    for one in fonts:
        starts.append(head + len(moved))
        count = struct.unpack_from(">H", one, 4)[0]
        rows = [struct.unpack_from(">4sIII", one, 12 + 16 * row) for row in range(count)]
        table = b"".join(struct.pack(">4sIII", name, check, at + starts[-1], size) for name, check, at, size in rows)
        moved += one[:12] + table + one[12 + 16 * count :]
    return struct.pack(f">4sII{len(fonts)}I", b"ttcf", 0x00010000, len(fonts), *starts) + moved


def _map(characters: str) -> bytes:
    groups = b"".join(struct.pack(">III", ord(one), ord(one), _OUTLINE_OF_A) for one in sorted(characters))
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(characters)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _with(table: bytes, rights: int) -> bytes:
    return table[:_RIGHTS] + struct.pack(">H", rights) + table[_RIGHTS + 2 :]


def _file(tables: dict[bytes, bytes]) -> bytes:
    start = 12 + 16 * len(tables)
    rows, body = b"", b""
    for name, table in sorted(tables.items()):
        rows += struct.pack(">4sIII", name, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", len(tables), 0, 0, 0) + rows + body
