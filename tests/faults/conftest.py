"""What the fault tests share."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from netmoede_desktop.storage.vault import Vault
from tests.faults.judging import BEFORE
from tests.faults.tracing import Actors, require_strace
from tests.storage.vaults import MEETING, PASSPHRASE, add_meeting, entry, new_vault, note, surroundings


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: thousands of vaults are opened there, and syncs would only cost."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="netmoede-faults-", dir=memory))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def actors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Actors]:
    require_strace()
    with Actors(tmp_path_factory.mktemp("actors")) as warm:
        yield warm


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with two sager, ten entries, a private note, and a backup with all of it."""
    profile = tmp_path_factory.mktemp("base") / "profil"
    vault, _ = new_vault(profile, surroundings())
    with vault, vault.transaction() as transaction:
        add_meeting(transaction, "case-2", "meeting-2")
        transaction.journal.append(MEETING, [entry(seq, f"før-{seq}") for seq in range(1, BEFORE + 1)])
        transaction.journal.append("meeting-2", [entry(1, "slettes", "meeting-2")])
        transaction.private_notes.put(note(1, "hemmelig"))
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        vault.backup()
    return profile
