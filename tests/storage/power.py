"""A disk that loses its power: replays what a child wrote, and makes the images that a cut may leave.

What is known to be on the disk is what was synced. Of the writes after that any subset may be there, each torn at
sectors; of the names changed in a folder since that folder was synced, any number of the first ones.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
_OPENED = re.compile(r"= (\d+)<")


@dataclass
class File:
    """A file's content on the disk, and the writes not yet synced: (offset, data), or (length, None) for a cut."""

    synced: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def image(self, mode: str, rng: random.Random) -> bytes:
        content = bytearray(self.synced)
        for offset, data in self.pending:
            if mode == "none" or (mode == "some" and rng.random() < 0.5):
                continue
            if data is None:
                del content[offset:]
                continue
            content.extend(bytes(max(0, offset + len(data) - len(content))))
            for start in range(0, len(data), SECTOR):
                if mode == "all" or rng.random() < 0.8:
                    piece = data[start : start + SECTOR]
                    content[offset + start : offset + start + len(piece)] = piece
        return bytes(content)

    def sync(self) -> None:
        self.synced = self.image("all", random.Random(0))
        self.pending.clear()


class Disk:
    """The files under one folder, by path, as the disk and as the program see them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.on_disk = {path: File(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
        self.seen = dict(self.on_disk)
        self.renamings: list[tuple[Path, File | None]] = []
        self.positions: dict[int, int] = {}

    def replay(self, log: Path) -> Iterator[list[int]]:
        """Replay the log; after each call yield the numbers that were said so far."""
        said: list[int] = []
        for line in log.read_text(encoding="ascii").splitlines():
            match = _LINE.match(line)
            if match is None or int(match[3]) < 0:
                continue
            if match[1] == "write" and match[2].startswith("1<"):
                word = _texts(match[2])[0].decode().strip()
                if word.isdigit():
                    said.append(int(word))
                continue
            if self._apply(match[1], match[2], line):
                yield said

    def image(self, target: Path, mode: str, rng: random.Random) -> None:
        """Write what the disk may hold now into a folder."""
        names = dict(self.on_disk)
        count = {"none": 0, "all": len(self.renamings), "some": rng.randint(0, len(self.renamings))}[mode]
        for path, file in self.renamings[:count]:
            names.pop(path, None)
            if file is not None:
                names[path] = file
        for path, file in names.items():
            place = target / path.relative_to(self.folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.image(mode, rng))

    def _apply(self, call: str, arguments: str, line: str) -> bool:
        if call == "openat":
            return self._opened(arguments, line)
        if call in {"unlink", "rename", "link"}:
            return self._named(call, [Path(text.decode()) for text in _texts(arguments)])
        descriptor = _DESCRIPTOR.match(arguments)
        assert descriptor is not None, line
        path, number = Path(_bytes(descriptor[2]).decode(errors="replace")), int(descriptor[1])
        if path.is_dir() and call == "fsync":
            return self._folder_synced(path)
        file = self.seen.get(path)
        if file is None or path.name.endswith("-shm"):
            return False
        numbers = [int(text) for text in re.findall(r", (\d+)", _TEXT.sub("", arguments))]
        if call in {"fsync", "fdatasync"}:
            file.sync()
        elif call == "ftruncate":
            file.pending.append((numbers[-1], None))
        elif call == "pwrite64":
            file.pending.append((numbers[-1], _texts(arguments)[0]))
        else:
            data, position = _texts(arguments)[0], self.positions.get(number, 0)
            file.pending.append((position, data))
            self.positions[number] = position + len(data)
        return True

    def _opened(self, arguments: str, line: str) -> bool:
        path = Path(_texts(arguments)[0].decode(errors="replace"))
        opened = _OPENED.search(line)
        if opened is not None:
            self.positions[int(opened[1])] = 0
        if not path.is_relative_to(self.folder) or path.name.endswith("-shm") or "O_CREAT" not in arguments:
            return False
        if path not in self.seen:
            self._name(path, File())
        if "O_TRUNC" in arguments:
            self.seen[path].pending.append((0, None))
        return True

    def _named(self, call: str, paths: list[Path]) -> bool:
        if paths[0] not in self.seen:
            return False
        file = self.seen[paths[0]]
        if call in {"rename", "link"}:
            self._name(paths[1], file)
        if call in {"rename", "unlink"}:
            self._name(paths[0], None)
        return True

    def _name(self, path: Path, file: File | None) -> None:
        self.renamings.append((path, file))
        self.seen.pop(path, None)
        if file is not None:
            self.seen[path] = file

    def _folder_synced(self, folder: Path) -> bool:
        for path, file in self.renamings:
            if path.parent == folder:
                self.on_disk.pop(path, None)
                if file is not None:
                    self.on_disk[path] = file
        self.renamings = [(path, file) for path, file in self.renamings if path.parent != folder]
        return True


def _texts(arguments: str) -> list[bytes]:
    return [_bytes(text) for text in _TEXT.findall(arguments)]


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
