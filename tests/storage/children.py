"""Programs that use a vault until they are killed; started by the fault tests, one verb each.

`python -m tests.storage.children VERB PROFILE`. Each prints a line after what it did was acknowledged.
"""

import os
import sys
import time
from pathlib import Path

from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, OTHER_PASSPHRASE, PASSPHRASE, act, entry, note, surroundings

#: Seconds between saying and committing in the program that does it wrong.
_DAWDLING = 0.01


def say(text: str) -> None:
    """Print without a buffer."""
    os.write(1, f"{text}\n".encode())


def append(profile: Path) -> None:
    """Append until killed, saying each number after it is durable."""
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    with vault.transaction() as transaction:
        seq = transaction.journal.last_seq(MEETING)
    while True:
        seq += 1
        vault.append(MEETING, [entry(seq, "x" * (seq % 700))])
        say(str(seq))


def append_too_early(profile: Path) -> None:
    """The positive control: say each number before it is committed, which takes it a while.

    Where committing is quick the moment between the two is seldom met on a busy machine.
    """
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    with vault.transaction() as transaction:
        seq = transaction.journal.last_seq(MEETING)
    while True:
        seq += 1
        with vault.transaction() as transaction:
            transaction.journal.append(MEETING, [entry(seq)])
            say(str(seq))
            time.sleep(_DAWDLING)


def save(profile: Path) -> None:
    """One act with everything in it: journal, private note, audit."""
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    say("begin")
    with vault.transaction() as transaction:
        transaction.journal.append(MEETING, [entry(1), entry(2)])
        transaction.private_notes.put(note(1, "privat"))
        transaction.audit.append(act())
    say("done")
    os._exit(0)


def save_in_two(profile: Path) -> None:
    """The positive control: the same act without one transaction around it."""
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    say("begin")
    with vault.transaction() as transaction:
        transaction.journal.append(MEETING, [entry(1), entry(2)])
    with vault.transaction() as transaction:
        transaction.private_notes.put(note(1, "privat"))
        transaction.audit.append(act())
    say("done")
    os._exit(0)


def back_up(profile: Path) -> None:
    """One backup."""
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    say("begin")
    vault.backup()
    say("done")
    os._exit(0)


def change_passphrase(profile: Path) -> None:
    """A new passphrase."""
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    say("begin")
    vault.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    say("done")
    os._exit(0)


def create(profile: Path) -> None:
    """A new vault beside the others."""
    say("begin")
    Vault.create(profile, PASSPHRASE, surroundings())
    say("done")
    os._exit(0)


def restore(profile: Path) -> None:
    """The oldest backup in the store's place."""
    name = min(path.name for path in (profile / "backups").glob("*.db")).removesuffix(".db")
    say("begin")
    Vault.restore(profile, PASSPHRASE, name, "kl", surroundings())
    say("done")
    os._exit(0)


def restore_foreign(profile: Path) -> None:
    """The backup of another vault, the newest, in the place of the whole vault."""
    name = max(path.name for path in (profile / "backups").glob("*.db")).removesuffix(".db")
    say("begin")
    Vault.restore(profile, OTHER_PASSPHRASE, name, "kl", surroundings())
    say("done")
    os._exit(0)


def close(profile: Path) -> None:
    """Open, append and close."""
    vault = Vault.open(profile, PASSPHRASE, surroundings())
    vault.append(MEETING, [entry(1), entry(2)])
    say("begin")
    vault.close()
    say("done")
    os._exit(0)


def reopen(profile: Path) -> None:
    """Open what an abnormal exit left."""
    say("begin")
    Vault.open(profile, PASSPHRASE, surroundings())
    say("done")
    os._exit(0)


def migrate(profile: Path) -> None:
    """Open a vault of schema 1 with a program of schema 2."""
    from netmoede_desktop.storage.migrations import steps
    from tests.storage.later import LATER

    steps.STEPS = LATER  # type: ignore[misc]
    say("begin")
    Vault.open(profile, PASSPHRASE, surroundings())
    say("done")
    os._exit(0)


if __name__ == "__main__":
    try:
        globals()[sys.argv[1]](Path(sys.argv[2]))
    except StorageProblem as problem:
        say(f"problem {problem.code}")
        os._exit(0)
