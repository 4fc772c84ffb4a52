"""Small vaults for tests: real SQLCipher, cheap key derivation, a clock that is set by hand."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import (
    AuditAct,
    JournalEntry,
    MeetingStatus,
    PrivateNote,
    StoredCase,
    StoredMeeting,
)
from netmoede_desktop.storage.vault import Vault

PASSPHRASE = "seks grønne både sejler"
OTHER_PASSPHRASE = "en helt anden sætning"
CHEAP = KdfParameters(passes=1, memory_kib=8, lanes=1)
START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
CASE, MEETING = "case-1", "meeting-1"


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def surroundings(clock: Callable[[], datetime] | None = None) -> Surroundings:
    return Surroundings(
        clock=clock or HandClock(), random_bytes=os.urandom, kdf=CHEAP, file_system_of=lambda _folder: "ext4"
    )


def kept_nowhere(_: RecoveryCode) -> None:
    """A code that no test asks for again."""


def new_vault(profile: Path, world: Surroundings) -> tuple[Vault, RecoveryCode]:
    vault, code = Vault.create(profile, PASSPHRASE, world)
    with vault.transaction() as transaction:
        add_meeting(transaction)
    return vault, code


def add_meeting(transaction: Transaction, case_id: str = CASE, meeting_id: str = MEETING) -> None:
    transaction.cases.put(StoredCase(case_id, "M-2026-014", "Mikkel", 2015, ("dansk", "somali"), START))
    transaction.meetings.put(
        StoredMeeting(
            id=meeting_id,
            case_id=case_id,
            method_id="din-1",
            method_version=1,
            starts=datetime(2026, 11, 23, 16, 0),  # noqa: DTZ001 – a local wall time
            planned_minutes=120,
            place="Biblioteket",
            purpose="Ro i hverdagen",
            interpreter=None,
            plan="{}",
            state=MeetingStatus.PLANNED,
            series_number=1,
        )
    )


def entry(seq: int, text: str = "", meeting_id: str = MEETING) -> JournalEntry:
    return JournalEntry(meeting_id, seq, seq, "WordGiven", START + timedelta(seconds=seq), {"text": text})


def act(name: str = "viewed", **ids: str) -> AuditAct:
    return AuditAct(at=START, actor="kl", name=name, **ids)  # type: ignore[arg-type]


def note(number: int, text: str) -> PrivateNote:
    return PrivateNote(MEETING, number, text)


def files_of(folder: Path) -> dict[str, str]:
    """Every file's content as a digest, by its path; locks and the log's index hold nothing that lasts."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "vault.lock" and path.suffix != ".db-shm"
    }
