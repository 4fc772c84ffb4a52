"""Every file written for a user goes through here: its allowed places, the files it may replace, the way it is written.

Links, devices, pipes, any file in a profile, recovery codes, cases handed over and figures are never overwritten.
A file is whole or absent, readable by its owner alone, and never replaces an unchecked one: it is written beside under
a temporary name, made durable, and renamed once the place has been checked again.
"""

import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from netmoede_desktop.services.files.own_papers import FileIdentity, kind_of
from netmoede_desktop.storage.files import PRIVATE_FILE, sync_folder
from netmoede_desktop.storage.layout import Layout

#: What Windows opens as a device, whatever the ending.
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)


class PlaceRefused(Exception):
    """No file may be written there, now or with leave. `name` is the name of the place.

    `code`: `link` · `device` · `folder` · `no_folder` · `profile` · `recovery_code` · `handover` · `figures` ·
    `taken` (something is there, and it may not be replaced at all) · `not_ours` (it may be with leave).
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code)
        self.code = code
        self.name = name


class May(Enum):
    """The files that a new file may replace."""

    NOTHING = auto()
    PAPERS = auto()
    """Papers and calendars written by this program and not edited since."""
    ANYTHING = auto()
    """Any plain file: the user has said so, or the name is the program's own."""


@dataclass(frozen=True, slots=True)
class FilesOut:
    """The writer of users' files. `profiles` are known profiles; others are recognised by their content."""

    profiles: tuple[Path, ...] = ()

    def check(self, file: Path, may: May = May.PAPERS) -> None:
        """Raise `PlaceRefused` if no file may be written there, OSError where that is unknown. Nothing is touched."""
        with _named(file):
            self._checked_place(file, may)

    def write(self, file: Path, content: bytes, may: May = May.PAPERS) -> None:
        """Write the file whole or not at all, for its owner alone. Raises `PlaceRefused`, or OSError that names it."""
        with _named(file):
            place = self._checked_place(file, may)
            temporary = place.with_name(f".netmoede-{secrets.token_hex(8)}")
            try:
                _fill(temporary, content)
                self._checked_place(file, may)
                _rename_into_place(temporary, place, replacing=os.path.lexists(place))
            except BaseException:
                with contextlib.suppress(OSError):
                    temporary.unlink()
                raise
            with contextlib.suppress(OSError):  # some sticks and shares cannot do it; the file is whole all the same
                sync_folder(place.parent)

    def folder(self, folder: Path) -> "FolderOut":
        """Return the folder, which need not be there yet, as a place for several files."""
        return FolderOut(folder, self)

    def require_outside(self, folder: Path) -> None:
        """Raise `PlaceRefused` if the folder, which need not exist yet, is a profile or inside one."""
        if self._in_profile(folder.resolve()):
            raise PlaceRefused("profile", folder.name or str(folder))

    def _checked_place(self, file: Path, may: May) -> Path:
        """Return the place the file really has. Raises `PlaceRefused`."""
        name = file.name or str(file)
        if file.is_dir() and not file.is_symlink():
            raise PlaceRefused("folder", name)
        if not file.parent.is_dir():
            raise PlaceRefused("no_folder", file.parent.name or str(file.parent))
        place = file.parent.resolve(strict=True) / file.name
        if self._in_profile(place.parent):
            raise PlaceRefused("profile", name)
        if sys.platform == "win32" and place.name.partition(".")[0].strip().casefold() in _WINDOWS_DEVICES:
            raise PlaceRefused("device", name)
        try:
            about = place.lstat()
        except FileNotFoundError:
            return place
        code = "taken" if may is May.NOTHING else _refusal_code(place, about, may)
        if code:
            raise PlaceRefused(code, name)
        return place

    def _in_profile(self, folder: Path) -> bool:
        """Return True if a real folder is a profile's or inside one, by any path: other letters, another mount."""
        levels = (folder, *folder.parents)
        known = [profile.resolve() for profile in self.profiles]
        if any(_folded(level) == _folded(profile) for level in levels for profile in known):
            return True
        rooms = {room for profile in known for room in map(_identity, _rooms(profile)) if room is not None}
        return any(_identity(level) in rooms or _looks_like_profile(level) for level in levels)


@dataclass(frozen=True, slots=True)
class FolderOut:
    """A folder written to through `FilesOut`, under names of the program's own: those replace any plain file."""

    path: Path
    files: FilesOut

    def check(self, names: Iterable[str], may: May = May.ANYTHING) -> None:
        """Raise `PlaceRefused` if one of the files may not be written, or the folder is inside a profile."""
        self.files.require_outside(self.path)
        if self.path.is_dir():
            for name in names:
                self.files.check(self.path / name, may)

    def write(self, name: str, content: bytes, may: May = May.ANYTHING) -> None:
        """Write one file. Raises as `FilesOut.write`."""
        self.files.write(self.path / name, content, may)

    def require_writable(self) -> None:
        """See that files can be made in the folder. Raises OSError that names it."""
        with _named(self.path):
            trial = self.path / f".netmoede-{secrets.token_hex(8)}"
            try:
                _fill(trial, b"")
            finally:
                trial.unlink(missing_ok=True)


def _refusal_code(place: Path, about: os.stat_result, may: May) -> str:
    """The code of why the existing file may not be replaced, or ""."""
    if stat.S_ISLNK(about.st_mode):
        return "link"
    if not stat.S_ISREG(about.st_mode):
        return "device"
    found = kind_of(place)
    match found:
        case FileIdentity.PAPER:
            return ""
        case FileIdentity.RECOVERY_CODE | FileIdentity.HANDOVER | FileIdentity.FIGURES:
            return found.value
        case FileIdentity.OTHER:
            # A second name of a file that is none of ours: nobody can tell what else hangs on it.
            return "link" if about.st_nlink > 1 else "" if may is May.ANYTHING else "not_ours"


def _fill(file: Path, content: bytes) -> None:
    """Make a new file for its owner alone, and make it durable."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, PRIVATE_FILE), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _rename_into_place(temporary: Path, place: Path, *, replacing: bool) -> None:
    """Rename the file into place. Raises FileExistsError where a file has come since none was there."""
    if replacing:
        temporary.replace(place)
    elif os.name == "nt":
        temporary.rename(place)
    else:
        try:
            place.hardlink_to(temporary)
        except FileExistsError:
            raise
        except OSError:  # a stick or a share that knows no second name of a file
            temporary.replace(place)
        else:
            temporary.unlink()


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Make a failure name the requested file, not the temporary one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _rooms(profile: Path) -> tuple[Path, ...]:
    """The folders of a profile: one of them may also be reached by a mount of its own."""
    layout = Layout(profile)
    return profile, layout.vault, layout.backups, layout.set_aside, profile / "methods"


def _looks_like_profile(folder: Path) -> bool:
    """Return True if a folder holds a vault or its backups, or is the vault's own."""
    layout = Layout(folder)
    try:
        if layout.has_vault or any(layout.backups.glob("*.key.json")):
            return True
        return all((folder / file.name).exists() for file in (layout.store, layout.key_files[0]))
    except OSError:
        return False


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        about = folder.stat()
    except (OSError, ValueError):
        return None
    return about.st_dev, about.st_ino


def _folded(path: Path) -> str:
    """The name as the system compares it; a folder that is not there yet has no other identity."""
    return str(path).casefold() if sys.platform in ("win32", "darwin") else str(path)
