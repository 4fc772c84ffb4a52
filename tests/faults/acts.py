"""What a person does with a vault, each as a program that can be traced, disturbed and killed.

`python -m tests.faults.acts` is warm: it has imported everything, and forks one child for each request on its standard
input (a line of JSON), so that a fault costs milliseconds. A child prepares, waits until strace has taken hold of it,
then acts. What was acknowledged it says through `writev`, a call that no fault is put into and nothing else uses.
"""

import ctypes
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from netmoede_desktop.documents.papers import MINUTES, Format
from netmoede_desktop.services.files.files_out import FilesOut
from netmoede_desktop.services.minutes.exporting import Export, export
from netmoede_desktop.storage.database import driver
from netmoede_desktop.storage.migrations import steps
from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.vault import Vault
from tests.storage.later import LATER
from tests.storage.vaults import MEETING, OTHER_PASSPHRASE, PASSPHRASE, START, act, entry, note, surroundings

SAVES = 2
PAPER = "meeting.json"
#: Where only forebears may trace a program (Yama), let any do so: the test starts strace, not the warm program.
_SET_PTRACER, _ANY_PROCESS = 0x59616D61, 2**64 - 1
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Stage:
    """Where an act takes place, and how it tells: `say` a line, or `attempt` a step and say how it went."""

    profile: Path
    say: Callable[[str], None]

    def attempt(self, what: str, do: Callable[[], object]) -> bool:
        """Say `begun WHAT`, then `kept WHAT` when it was acknowledged or `problem WHAT CODE` when it was refused."""
        self.say(f"begun {what}")
        try:
            do()
        except StorageProblem as problem:
            self.say(f"problem {what} {problem.code}")
            return False
        except OSError as error:
            self.say(f"problem {what} os_error_{error.errno}")
            return False
        self.say(f"kept {what}")
        return True

    def opened(self) -> Vault:
        """The profile's vault."""
        return Vault.open(self.profile, PASSPHRASE, surroundings())


Play = Callable[[Stage], Iterator[None]]


def save(stage: Stage) -> Iterator[None]:
    """Some acts of a meeting: words, and one with a private note and the audit log in the same transaction."""
    vault = stage.opened()
    yield
    for number in range(SAVES):
        stage.attempt(f"save {number}", lambda number=number: _one_act(vault, number))  # type: ignore[misc]
    stage.attempt("after", lambda: _one_act(vault, SAVES))


def _one_act(vault: Vault, number: int) -> None:
    with vault.transaction() as transaction:
        seq = transaction.journal.last_seq(MEETING) + 1
        said = entry(seq, f"gemt-{number} " + "ord " * 200)
        transaction.journal.append(MEETING, [said, entry(seq + 1, f"slut-{number}")])
        if number == 1:
            transaction.private_notes.put(note(seq, f"privat-{number}"))
            transaction.audit.append(act())


def long_save(stage: Stage) -> Iterator[None]:
    """More acts than the log holds before it is folded into the store, a backup and a new passphrase among them."""
    vault = stage.opened()
    vault._connection.plain.execute("PRAGMA wal_autocheckpoint=8").fetchall()
    yield
    for number in range(24):
        stage.attempt(f"save {number}", lambda number=number: _one_act(vault, number))  # type: ignore[misc]
        if number == 11:
            stage.attempt("backup", vault.backup)
        if number == 17:
            stage.attempt("passphrase", lambda: vault.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE))


def careless_save(stage: Stage) -> Iterator[None]:
    """The positive control: the same with a store that does not wait for the disk."""
    driver.PRAGMAS = tuple(  # type: ignore[misc]
        ("synchronous", "NORMAL", 1) if pragma[0] == "synchronous" else pragma for pragma in driver.PRAGMAS
    )
    yield from long_save(stage)


def create(stage: Stage) -> Iterator[None]:
    """A new vault."""
    yield
    stage.attempt("create", lambda: Vault.create(stage.profile, PASSPHRASE, surroundings()))


def close(stage: Stage) -> Iterator[None]:
    """One act, and closing."""
    vault = stage.opened()
    yield
    stage.attempt("save 0", lambda: _one_act(vault, 0))
    stage.attempt("close", vault.close)


def restore(stage: Stage) -> Iterator[None]:
    """The oldest backup in the store's place."""
    name = min(path.name for path in (stage.profile / "backups").glob("*.db")).removesuffix(".db")
    yield
    stage.attempt("restore", lambda: Vault.restore(stage.profile, PASSPHRASE, name, "kl", surroundings()))


def migrate(stage: Stage) -> Iterator[None]:
    """A vault of today opened by a program of tomorrow."""
    steps.STEPS = LATER  # type: ignore[misc]
    yield
    stage.attempt("migrate", stage.opened)


def open_it(stage: Stage) -> Iterator[None]:
    """Opening, after whatever happened before, and one act."""
    yield
    opened: list[Vault] = []
    if stage.attempt("open", lambda: opened.append(stage.opened())):
        stage.attempt("save 0", lambda: _one_act(opened[0], 0))


def back_up(stage: Stage) -> Iterator[None]:
    """A backup, and an act after it."""
    vault = stage.opened()
    _one_act(vault, 0)
    yield
    stage.attempt("backup", vault.backup)
    stage.attempt("after", lambda: _one_act(vault, SAVES))


def passphrase(stage: Stage) -> Iterator[None]:
    """A new passphrase."""
    vault = stage.opened()
    yield
    stage.attempt("passphrase", lambda: vault.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE))
    stage.attempt("after", lambda: _one_act(vault, SAVES))


def hasty_passphrase(stage: Stage) -> Iterator[None]:
    """The positive control: the same by a program that never waits for its small files."""
    os.fsync = lambda fd: None
    yield from passphrase(stage)


def delete(stage: Stage) -> Iterator[None]:
    """A sag deleted with everything in it, and the store rewritten without its room."""
    vault = stage.opened()
    yield
    stage.attempt("delete", lambda: _in_transaction(vault, lambda it: it.deletions.delete_case("case-2", START)))
    stage.attempt("compact", vault.compact)
    stage.attempt("after", lambda: _one_act(vault, SAVES))


def forget(stage: Stage) -> Iterator[None]:
    """The meeting's private notes wiped, also from the backups."""
    vault = stage.opened()
    yield
    stage.attempt("wipe", lambda: _in_transaction(vault, lambda it: it.private_notes.wipe(MEETING)))
    stage.attempt("forget", vault.purge_wiped_notes)
    stage.attempt("after", lambda: _one_act(vault, SAVES))


def paper(stage: Stage) -> Iterator[None]:
    """The played meeting as a file beside the profile."""
    vault = stage.opened()
    with vault.transaction() as transaction:
        meeting = transaction.meetings.newest_first()[0].id
    asked = Export(meeting, MINUTES, Format.JSON, stage.profile.parent / PAPER)
    yield
    stage.attempt("export", lambda: export(vault, asked, FilesOut((stage.profile,)), START))


def _in_transaction(vault: Vault, do: Callable[[Transaction], object]) -> None:
    with vault.transaction() as transaction:
        do(transaction)


PLAYS: dict[str, Play] = {
    play.__name__: play
    for play in (
        save, long_save, careless_save, create, close, restore, migrate, open_it, back_up, passphrase,
        hasty_passphrase, delete, forget, paper,
    )
}  # fmt: skip


def _await_tracer() -> None:
    """Tell this program's id, and go on when strace has hold of it. Raises TimeoutError when none comes."""
    ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_ulong(_ANY_PROCESS), 0, 0, 0)
    print(os.getpid(), flush=True)
    until = time.monotonic() + _PATIENCE
    while "TracerPid:\t0\n" in Path("/proc/self/status").read_text(encoding="ascii"):
        if time.monotonic() > until:
            raise TimeoutError("no strace came")
        time.sleep(0.001)
    time.sleep(0.01)


def _play(verb: str, profile: Path, told: Path) -> None:
    words = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def say(text: str) -> None:
        os.writev(words, [f"{text}\n".encode()])

    acting = PLAYS[verb](Stage(profile, say))
    try:
        prepared = False
        next(acting)
        prepared = True
        _await_tracer()
        say("begin")
        next(acting, None)
        say("end")
    except BaseException:  # noqa: BLE001 – told to the test, which fails
        if not prepared:
            print("nothing to trace", flush=True)
        say("bug " + json.dumps(traceback.format_exc()))


def main() -> None:
    """Fork a child for each request; it tells its process id when it is prepared, this tells how it ended."""
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                _play(asked["verb"], Path(asked["profile"]), Path(asked["told"]))
            finally:
                os._exit(0)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main()
