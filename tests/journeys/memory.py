"""Looking through the whole memory of another program, as somebody could who finds the laptop open (Linux only)."""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

_PLACE = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (r\S+) ")
_PIECE = 16 * 1024 * 1024


def require_memory(pid: int) -> None:
    """Skip loudly where another program's memory cannot be read."""
    if not sys.platform.startswith("linux"):
        pytest.skip("SKIPPED: the memory of another program is read through /proc, which only Linux has")
    try:
        with Path(f"/proc/{pid}/mem").open("rb"):
            return
    except OSError as problem:
        pytest.skip(f"SKIPPED: the memory of another program may not be read here: {problem}")


def spelled(words: Iterable[str]) -> dict[str, tuple[bytes, ...]]:
    """How each word may lie in memory: in UTF-8, as Python keeps it, and as Qt does."""
    return {word: tuple({word.encode(), word.encode("latin-1"), word.encode("utf-16-le")}) for word in words}


def hits(pid: int, wanted: Mapping[str, Iterable[bytes]]) -> dict[str, int]:
    """How often each thing is found in the readable memory of a program; what is not found is left out."""
    overlap = max(len(one) for spellings in wanted.values() for one in spellings)
    found: dict[str, int] = {}
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _places(pid):
            for begin in range(start, end, _PIECE):
                piece = _read(memory, begin, min(end - begin, _PIECE + overlap))
                for name, spellings in wanted.items():
                    count = sum(piece.count(one) for one in spellings)
                    if count:
                        found[name] = found.get(name, 0) + count
    return found


def _places(pid: int) -> list[tuple[int, int]]:
    lines = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace").splitlines()
    matches = (_PLACE.match(line) for line in lines if "[vvar]" not in line and "[vsyscall]" not in line)
    return [(int(found[1], 16), int(found[2], 16)) for found in matches if found is not None]


def _read(memory: "object", begin: int, size: int) -> bytes:
    try:
        memory.seek(begin)  # type: ignore[attr-defined]
        read: bytes = memory.read(size)  # type: ignore[attr-defined]
    except OSError:  # a place that went away meanwhile, or may not be touched
        return b""
    return read
