"""What is known of a profile folder before anything heavy is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netmoede_desktop.services.vaults.profiles import (
    ProfileContent,
    found_in,
    has_vault,
    municipal_methods,
    preferences_file,
)
from netmoede_desktop.services.vaults.vaults import VaultOpener
from tests.storage.vaults import kept_nowhere


def test_nothing_a_vault_or_only_its_backups(opener: VaultOpener) -> None:
    profile = opener.profile
    assert (found_in(profile), has_vault(profile)) == (ProfileContent.NOTHING, False)
    vault = opener.create(kept_nowhere)
    vault.backup()
    vault.close()
    assert (found_in(profile), has_vault(profile)) == (ProfileContent.VAULT, True)
    store, *keys = vault.layout.store, *vault.layout.key_files
    store.unlink()
    assert found_in(profile) is ProfileContent.VAULT
    for key in keys:
        key.unlink()
    assert (found_in(profile), has_vault(profile)) == (ProfileContent.ONLY_BACKUPS, False)


def test_a_folder_that_cannot_be_looked_into_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.touch()
    assert found_in(file) is ProfileContent.NOTHING


def test_what_cannot_be_looked_into_is_not_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> list[str]:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "listdir", refused)
    assert found_in(tmp_path) is ProfileContent.ONLY_BACKUPS
    monkeypatch.undo()
    (tmp_path / "vault").write_bytes(b"noget andet")
    assert found_in(tmp_path) is ProfileContent.VAULT
    monkeypatch.setattr(Path, "exists", refused)
    assert found_in(tmp_path) is ProfileContent.VAULT


def test_where_things_lie(tmp_path: Path) -> None:
    assert preferences_file(tmp_path).parent == municipal_methods(tmp_path).parent == tmp_path


def test_what_the_first_window_needs_loads_the_standard_library_only() -> None:
    names = ("vaults.profiles", "vaults.passphrases", "settings.preferences")
    program = "import sys; before = set(sys.modules); "
    program += "; ".join(f"import netmoede_desktop.services.{name}" for name in names)
    program += "; print(*{name.split('.')[0] for name in set(sys.modules) - before})"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    assert {name for name in loaded if name not in sys.stdlib_module_names} == {"netmoede_desktop"}
