"""Which folders are refused for a vault, and by what they are known."""

from pathlib import Path

import pytest

from netmoede_desktop.storage.vault_folder import FolderVerdict, file_system_in, file_system_type, judge_folder

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /mnt/fælles rw,relatime shared:12 master:3 - cifs //server/share rw
31 22 0:27 / /mnt/med\\040mellemrum rw - nfs4 server:/x rw
32 30 0:28 / /mnt/fælles/lokal rw - xfs /dev/vdb rw
33 22 0:29 / /home/kl/Sky rw - fuse.rclone sky: rw
broken line
"""


def local(_folder: Path) -> str | None:
    return "ext4"


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Eksempel Kommune", "onedrive-privat", "Dropbox", "Dropbox (Eksempel)", "Google Drive",
     "Nextcloud", "iCloud Drive", "Mobile Documents", "SharePoint"],
)  # fmt: skip
def test_synced_folders_are_known_by_name_at_any_level(tmp_path: Path, name: str) -> None:
    assert judge_folder(tmp_path / name / "dybt" / "nede", local) == FolderVerdict("synced", name)


@pytest.mark.parametrize("name", ["Netmoede", "boxen", "Mine onedrive-noter", "dropboxfri", "mega-vigtigt"])
def test_other_names_are_not(tmp_path: Path, name: str) -> None:
    assert judge_folder(tmp_path / name, local) is None


def test_and_by_what_the_syncing_program_leaves(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert judge_folder(tmp_path / "profil", local) == FolderVerdict("synced", ".stfolder")


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "netmoede").mkdir(parents=True)
    (tmp_path / "profil").symlink_to(tmp_path / "Dropbox" / "netmoede")
    assert judge_folder(tmp_path / "profil", local) == FolderVerdict("synced", "Dropbox")


def test_a_server_path_is_a_network_folder() -> None:
    assert judge_folder(Path("//server/share/profil"), local) == FolderVerdict("network", "unc")


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/kl/profil", "ext4"),
        ("/mnt/fælles", "cifs"),
        ("/mnt/fælles/profil", "cifs"),
        ("/mnt/fælles/lokal/profil", "xfs"),
        ("/mnt/med mellemrum/profil", "nfs4"),
        ("/home/kl/Sky/profil", "fuse.rclone"),
    ],
)
def test_the_innermost_mount_counts(folder: str, kind: str) -> None:
    assert file_system_in(MOUNTS, Path(folder)) == kind


def test_an_empty_table_tells_nothing() -> None:
    assert file_system_in("", Path("/x")) is None


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="SKIPPED: no mount table on this system")
def test_this_machine_is_asked(tmp_path: Path) -> None:
    # In a plain chroot the table does not name what the root lies on.
    assert file_system_type(tmp_path) is not None or not _root_is_mounted()
    assert file_system_type(Path("/proc/self")) == "proc"


def _root_is_mounted() -> bool:
    return any(line.split()[4] == "/" for line in Path("/proc/self/mountinfo").read_text().splitlines())
