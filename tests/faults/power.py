"""What a power cut may leave of a program's writes: a disk that keeps promises only where the program waited for it.

Built from a record of the calls a program made. A write is kept for certain once its file was synced; until then any
part of it may be there, sector by sector and in any order. A new name, a rename or a removal is kept for certain once
its folder was synced; until then the changes of names are kept up to some moment, in order.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_RECORDED = (
    "openat", "writev", "write", "pwrite64", "pwritev", "fsync", "fdatasync", "ftruncate", "fallocate", "rename",
    "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "mkdir", "rmdir", "sendfile", "copy_file_range",
)  # fmt: skip
#: What strace must write down: names of open files, whole contents in hex.
RECORDING = ("-y", "-xx", "-s", "4000000", "-e", "trace=" + ",".join(f"?{call}" for call in _RECORDED))
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += +(-?\d+)(?:<(.*)>)?")
_HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN_FILE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded: its name, the file it worked on (or where it led), its other names, content, number."""

    name: str
    path: str
    other: str = ""
    content: bytes = b""
    number: int = 0


def recorded(log: Path) -> list[Call]:
    """Read what strace wrote. Raises ValueError for a call this model does not know."""
    calls = []
    for line in log.read_text(encoding="ascii").splitlines():
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        call = _call(found[1], found[2], found[4] or "", found[3])
        if call is not None:
            calls.append(call)
    return calls


def _call(name: str, arguments: str, result: str, copied: str) -> Call | None:
    strings = [_bytes(text) for text in _HEX.findall(arguments)]
    file = _OPEN_FILE.match(arguments)
    path = _bytes(file[2]).decode() if file else ""
    if name == "openat":
        created = "O_CREAT" in arguments or "O_TRUNC" in arguments
        return Call("open", _bytes(result).decode(), other="new" if "O_TRUNC" in arguments else "") if created else None
    if name in {"write", "writev"}:
        return Call(name, path, content=b"".join(strings))
    if name == "pwrite64":
        return Call("write", path, content=strings[0], number=int(arguments.rsplit(",", 1)[1]), other="at")
    if name in {"fsync", "fdatasync"}:
        return Call("sync", path)
    if name == "sendfile":
        source = _OPEN_FILE.match(arguments.split(", ", 1)[1])
        return Call("copy", path, other=_bytes(source[2]).decode() if source else "", number=int(copied))
    if name == "ftruncate":
        return Call("truncate", path, number=int(arguments.rsplit(",", 1)[1]))
    if name == "rename":
        return Call("rename", strings[0].decode(), other=strings[1].decode())
    if name == "link":
        return Call("link", strings[0].decode(), other=strings[1].decode())
    if name == "unlink":
        return Call("unlink", strings[0].decode())
    if name in {"mkdir", "rmdir", "unlinkat"}:  # folders come and go with the names in them
        return None
    raise ValueError(f"{name} is not in this model of a disk")


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


@dataclass(slots=True)
class _File:
    """A file: what is kept for certain, what was done since, and how long it is for the program that writes."""

    kept: bytearray
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    length: int = 0

    def now(self) -> bytes:
        """What the program sees."""
        content = bytearray(self.kept)
        for number, written in self.since:
            _apply(content, number, written)
        return bytes(content)

    def sync(self) -> None:
        for number, content in self.since:
            _apply(self.kept, number, content)
        self.since.clear()


def _apply(target: bytearray, number: int, content: bytes | None) -> None:
    """A write at an offset, or with no content a new length."""
    if content is None:
        del target[number:]
        target.extend(bytes(number - len(target)))
        return
    target.extend(bytes(max(0, number - len(target))))
    target[number : number + len(content)] = content


class Disk:
    """The files of one folder, as they are sure to be and as they may be."""

    def __init__(self, top: Path) -> None:
        """Begin with a folder as it is; all of it is kept for certain."""
        self._top = str(top)
        self._files: list[_File] = []
        self._names: dict[str, int] = {}
        for path in sorted(top.rglob("*")):
            if path.is_file() and path.suffix != ".db-shm":
                self._names[str(path)] = self._new(path.read_bytes())
        self._sure_names = dict(self._names)
        self._changes: list[tuple[set[str], dict[str, int | None]]] = []

    def do(self, call: Call) -> None:
        """Let the program make a call."""
        if not call.path.startswith(self._top) or call.path.endswith("-shm"):
            return
        match call.name:
            case "open" if call.path not in self._names:
                self._change({call.path: self._new(b"")})
            case "open":
                if call.other == "new":
                    self._write(call.path, 0, None)
            case "write":
                file = self._files[self._names[call.path]]
                self._write(call.path, call.number if call.other == "at" else file.length, call.content)
            case "copy":
                file = self._files[self._names[call.path]]
                source = self._files[self._names[call.other]].now()
                self._write(call.path, file.length, source[file.length : file.length + call.number])
            case "truncate":
                self._write(call.path, call.number, None)
            case "sync" if call.path in self._names:
                self._files[self._names[call.path]].sync()
            case "sync":
                self._sync_folder(call.path)
            case "rename":
                self._rename(call.path, call.other)
            case "link":
                self._change({call.other: self._names[call.path]})
            case "unlink":
                self._change({call.path: None})

    def after_a_power_cut(self, rng: random.Random) -> dict[str, bytes]:
        """Return one of the many ways the files may look, by their paths below the folder."""
        names = dict(self._sure_names)
        count = len(self._changes)
        for _, change in self._changes[: rng.choice((0, count, rng.randint(0, count)))]:
            _set(names, change)
        keep = rng.choice((0.0, 0.5, 0.9, 1.0))
        return {
            name[len(self._top) + 1 :]: bytes(_torn(self._files[number], keep, rng)) for name, number in names.items()
        }

    def _new(self, content: bytes) -> int:
        self._files.append(_File(bytearray(content), length=len(content)))
        return len(self._files) - 1

    def _write(self, path: str, number: int, content: bytes | None) -> None:
        file = self._files[self._names[path]]
        file.since.append((number, content))
        file.length = number if content is None else max(file.length, number + len(content))

    def _rename(self, path: str, other: str) -> None:
        """A file, or a folder with all that is in it, in one step."""
        moved = [name for name in self._names if name == path or name.startswith(f"{path}/")]
        old: dict[str, int | None] = dict.fromkeys(moved)
        new: dict[str, int | None] = {other + name[len(path) :]: self._names[name] for name in moved}
        self._change(old | new, path, other)

    def _change(self, change: dict[str, int | None], *places: str) -> None:
        """A change of names in the folders of these places, or of the names themselves."""
        _set(self._names, change)
        self._changes.append(({place.rsplit("/", 1)[0] for place in places or change}, change))

    def _sync_folder(self, folder: str) -> None:
        """Names are kept up to the last change in this folder; the changes before it are kept with it."""
        last = max((place for place, (folders, _) in enumerate(self._changes) if folder in folders), default=-1)
        for _, change in self._changes[: last + 1]:
            _set(self._sure_names, change)
        del self._changes[: last + 1]


def _set(names: dict[str, int], change: dict[str, int | None]) -> None:
    for name, number in change.items():
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def _torn(file: _File, keep: float, rng: random.Random) -> bytearray:
    """What was sure, and of what was done since about the share `keep` of writes, some of them in part."""
    result = bytearray(file.kept)
    for number, content in file.since:
        if rng.random() >= keep:
            continue
        if content is None or rng.random() < 0.7:
            _apply(result, number, content)
            continue
        for start, end in _sectors(number, len(content)):
            if rng.random() < 0.5:
                _apply(result, start, content[start - number : end - number])
    return result


def _sectors(number: int, length: int) -> Iterator[tuple[int, int]]:
    """The whole sectors, and the parts of sectors at both ends, that a write covers."""
    start = number
    while start < number + length:
        end = min(number + length, (start // SECTOR + 1) * SECTOR)
        yield start, end
        start = end
