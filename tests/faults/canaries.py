"""Words that occur nowhere else, and looking for them in files: in five encodings, and inside what is compressed."""

import base64
import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LETTERS = "bdfghklmnprstvæøå"


def canaries(count: int, seed: int) -> list[str]:
    """So many words, each with a Danish letter, none part of another."""
    rng = random.Random(seed)
    return [f"Zq{''.join(rng.choices(_LETTERS, k=5))}ø{number:02d}x" for number in range(count)]


def spellings(word: str) -> Iterator[bytes]:
    """The bytes a word may be on a disk: UTF-8, UTF-16 both ways, Latin-1, hex, base64 at each alignment."""
    plain = word.encode()
    yield from (plain, word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode("latin-1"))
    yield from (plain.hex().encode(), plain.hex().upper().encode())
    for before in range(3):
        whole = base64.b64encode(bytes(before) + plain)
        yield whole[(before * 4 + 2) // 3 : len(whole) - 4]


def contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and what is compressed in it when it is a PDF or a zip file."""
    raw = path.read_bytes()
    yield raw
    if raw.startswith(b"%PDF"):
        yield from _inflated(raw)
    if raw.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def _inflated(raw: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(raw):
        inflated = zlib.decompressobj()
        try:
            yield inflated.decompress(found[1])
        except zlib.error:
            continue


def found_in(folder: Path, words: Iterable[str]) -> dict[str, set[str]]:
    """Which of the words are in which files below the folder, file names included."""
    looked_for = [(word, tuple(spellings(word))) for word in words]
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        parts = [name.encode(), *(contents(path) if path.is_file() else ())]
        for word, spelled in looked_for:
            if any(bytes_ in part for part in parts for bytes_ in spelled):
                found.setdefault(name, set()).add(word)
    return found
