"""The check that a folder is fit for a vault: on this machine, and not one that a program copies to other machines."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from netmoede_desktop.storage.problems import UnsuitableFolder

#: Tells the file system type of the mount a folder lies on ("ext4", "cifs"), or None where it cannot be known.
FileSystemOf = Callable[[Path], str | None]

_NETWORK_TYPES = frozenset(
    {
        "afpfs", "afs", "auristorfs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs", "fuse.davfs2",
        "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "gfs2", "glusterfs", "lustre",
        "ncpfs", "nfs", "nfs4", "ocfs2", "remote", "smb2", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
_SYNCED_NAMES = frozenset(
    {
        "box", "box sync", "creative cloud files", "dropbox", "google drive", "googledrive", "icloud drive",
        "iclouddrive", "mega", "megasync", "mobile documents", "my drive", "nextcloud", "onedrive", "owncloud",
        "pcloud drive", "pclouddrive", "proton drive", "seafile", "sharepoint", "syncthing", "tresorit",
    }
)  # fmt: skip
_SYNCED_BEGINNINGS = ("onedrive - ", "onedrive-", "dropbox (", "googledrive-", "nextcloud-", "owncloud-")
_SYNCED_MARKERS = (".stfolder", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")
_MOUNT_POINT, _SEPARATOR = 4, "-"
_DRIVE_REMOTE = 4


@dataclass(frozen=True, slots=True)
class FolderVerdict:
    """The verdict on a folder: `reason` is `network` or `synced`, `found` the file system type or the folder's name."""

    reason: str
    found: str


def judge_folder(folder: Path, file_system_of: FileSystemOf) -> FolderVerdict | None:
    """Return why a vault must not lie in the folder, or None if it may. The folder need not exist yet."""
    path = folder.expanduser().absolute()
    for candidate in (path, path.resolve()):
        if str(candidate).startswith(("\\\\", "//")):
            return FolderVerdict("network", "unc")
        for level in (candidate, *candidate.parents):
            name = level.name.casefold()
            if name in _SYNCED_NAMES or name.startswith(_SYNCED_BEGINNINGS):
                return FolderVerdict("synced", level.name)
            marker = next((marker for marker in _SYNCED_MARKERS if (level / marker).exists()), None)
            if marker is not None:
                return FolderVerdict("synced", marker)
    file_system = file_system_of(path.resolve())
    if file_system is not None and file_system.casefold() in _NETWORK_TYPES:
        return FolderVerdict("network", file_system)
    return None


def require_suitable(folder: Path, file_system_of: FileSystemOf) -> None:
    """Raise `UnsuitableFolder` if a vault must not lie in the folder."""
    verdict = judge_folder(folder, file_system_of)
    if verdict is not None:
        raise UnsuitableFolder(reason=verdict.reason, found=verdict.found)


def file_system_type(folder: Path) -> str | None:
    """Return the type of a folder's file system: from the mount table (Linux) or the drive type (Windows).

    None on other systems, where only the names of synced folders are checked.
    """
    if sys.platform == "win32":
        import ctypes

        return "remote" if ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE else "local"
    try:
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return file_system_in(table, folder)


def file_system_in(mount_table: str, folder: Path) -> str | None:
    """Return the type of the innermost mount that holds the folder, in the text of a Linux `mountinfo`."""
    best: tuple[int, str] | None = None
    for line in mount_table.splitlines():
        fields = line.split(" ")
        if _SEPARATOR not in fields[_MOUNT_POINT + 1 :]:
            continue
        mount_point = Path(_unescaped(fields[_MOUNT_POINT]))
        kind = fields[fields.index(_SEPARATOR, _MOUNT_POINT + 1) + 1]
        depth = len(mount_point.parts)
        if folder.is_relative_to(mount_point) and (best is None or depth >= best[0]):
            best = (depth, kind)
    return None if best is None else best[1]


def _unescaped(field: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, character)
    return field
