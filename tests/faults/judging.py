"""What must hold of a vault whatever befell the program that had it open."""

from pathlib import Path

import pytest

from netmoede_desktop.storage.keys.keyring import unlock_with_passphrase
from netmoede_desktop.storage.migrations import steps
from netmoede_desktop.storage.problems import NoStore, WrongPassphrase
from netmoede_desktop.storage.vault import Vault
from tests.faults.acts import SAVES
from tests.faults.tracing import Outcome
from tests.storage.later import LATER
from tests.storage.vaults import MEETING, OTHER_PASSPHRASE, PASSPHRASE, surroundings

#: So many entries the journal has before the acts.
BEFORE = 10
#: The problems a disk that refuses may be told as.
DISK = {"disk_failure", "disk_full", "os_error_5", "os_error_28"}


def judge(profile: Path, outcome: Outcome) -> None:
    """The vault is whole, opens with one passphrase, and holds every act that was acknowledged, none of them half."""
    assert {line.split()[-1] for line in outcome.told("problem")} <= DISK
    kept, begun = outcome.told("kept"), outcome.told("begun")
    with _opened(profile, changed="passphrase" in kept, maybe="passphrase" in begun) as vault:
        vault.check()
        with vault.transaction() as transaction:
            entries = transaction.journal.read(MEETING)
            notes = {item.text for item in transaction.private_notes.of_meeting(MEETING)}
            others = transaction.journal.last_seq("meeting-2")
        for backup in vault.backups():
            vault.verify_backup(backup.name)
        if "forget" in kept:
            assert len(vault.backups()) == 1
    texts = [str(item.payload["text"]) for item in entries]
    assert [item.seq for item in entries] == list(range(1, len(entries) + 1))
    assert texts[:BEFORE] == [f"før-{seq}" for seq in range(1, BEFORE + 1)]
    firsts, lasts = ([int(text.split()[0].split("-")[1]) for text in half] for half in _halves(texts[BEFORE:]))
    assert firsts == lasts, "half an act"
    lost = {_number(line) for line in kept if line.startswith(("save", "after"))} - set(firsts)
    assert not lost, f"acknowledged and lost: {lost}"
    assert ("privat-1" in notes) == (1 in firsts)
    assert ("hemmelig" in notes) or "wipe" in begun
    assert (others == 0) if "delete" in kept else (others in ({0, 1} if "delete" in begun else {1}))


def judge_create(profile: Path, outcome: Outcome) -> None:
    """There is a vault that opens, or none that stands in the way of making one; one that was acknowledged is there."""
    try:
        vault = Vault.open(profile, PASSPHRASE, surroundings())
    except NoStore:
        assert "create" not in outcome.told("kept"), "acknowledged and lost"
        vault, _ = Vault.create(profile, PASSPHRASE, surroundings())
    with vault:
        vault.check()
    Vault.open(profile, PASSPHRASE, surroundings()).close()


def judge_migrate(profile: Path, outcome: Outcome) -> None:
    """The program of tomorrow finds everything, and a backup from before."""
    with pytest.MonkeyPatch.context() as later:
        later.setattr(steps, "STEPS", LATER)
        judge(profile, outcome)
        with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
            assert vault._connection.plain.execute("SELECT count(*) FROM topic").fetchone() == (2,)
            assert vault.backups()


def _opened(profile: Path, *, changed: bool, maybe: bool) -> Vault:
    """Open with the passphrase that must work: the new one if it was acknowledged, one of both if it was begun."""
    try:
        vault = Vault.open(profile, OTHER_PASSPHRASE if maybe else PASSPHRASE, surroundings())
    except WrongPassphrase:
        assert maybe and not changed
        return Vault.open(profile, PASSPHRASE, surroundings())
    if maybe:
        with pytest.raises(WrongPassphrase):
            unlock_with_passphrase(vault.layout.key_files, PASSPHRASE)
    return vault


def _halves(texts: list[str]) -> tuple[list[str], list[str]]:
    assert len(texts) % 2 == 0, "half an act"
    return texts[::2], texts[1::2]


def _number(line: str) -> int:
    return SAVES if line == "after" else int(line.split()[1])
