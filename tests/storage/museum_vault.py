"""Makes the museum's vault of the present schema: `python -m tests.storage.museum_vault`.

What it holds is what `test_museum.py` looks for in every vault of that schema or a later one. A vault that is there is
never made again. A schema that adds something adds it to `fill` and to the checks, in the commit that adds the schema.
"""

import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.migrations.steps import newest_schema
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import BegunLine, FactsOf, JournalEntry, MeetingStatus, StoredFacts, StoredMeeting
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import CASE, MEETING, PASSPHRASE, START, act, add_meeting, entry, files_of, note, surroundings

MUSEUM = Path(__file__).with_name("museum")
HELD, MOVED = "meeting-3", "meeting-4"
#: What a vault is; a lock and an empty folder of backups are left out.
FILES = ("key-copy.json", "key.json", "store.db")
PEOPLE = (
    Person("barn", "Mikkel Holm", "Mikkel", Role.CHILD, place=ChildPlace(PlaceKind.FIRST), seat=1),
    Person("lone", "Lone Holm", "Lone", Role.PARENT, relation="mor", seat=2, protected_address=True),
)

FACTS = (
    (FactsOf.CASE, CASE, '{"involvement":"Mikkel har mange voksne"}'),
    (FactsOf.PERSON, "lone", '{"phone":"20 30 40 50"}'),
    (FactsOf.MEETING, MEETING, '{"dinner":"suppe"}'),
)


def make(museum: Path, world: Surroundings) -> tuple[str, RecoveryCode]:
    """Make the vault of the present schema in the museum and return its name and its recovery code.

    Raises FileExistsError where there is one already.
    """
    name = f"schema-{newest_schema()}"
    exhibit = museum / name
    exhibit.mkdir(parents=True)
    vault, code = Vault.create(exhibit, PASSPHRASE, world)
    with vault:
        with vault.transaction() as transaction:
            add_meeting(transaction, "case-2", "meeting-2")
            fill(transaction)
        with vault.transaction() as transaction:
            transaction.deletions.delete_case("case-2", START)
    for path in exhibit.rglob("*"):
        if path.is_file() and path.name not in FILES:
            path.unlink()
    for folder in [path for path in exhibit.iterdir() if not any(path.iterdir())]:
        shutil.rmtree(folder)
    return name, code


def fill(transaction: Transaction) -> None:
    """Put in what every exhibit holds, then what each schema added."""
    add_meeting(transaction)
    transaction.people.put(CASE, list(PEOPLE))
    transaction.journal.append(MEETING, [entry(seq, "Ordet gik videre, æøå " + "…" * seq) for seq in range(1, 41)])
    transaction.private_notes.put(note(3, "privat"))
    transaction.minutes.add(transaction.minutes.prepare(MEETING, '{"aftaler":[]}', START, "ab" * 32))
    for name in ("viewed", "exported"):
        transaction.audit.append(act(name, case_id=CASE))
    transaction.settings.put("theme", "lys")
    planned = transaction.meetings.get(MEETING)
    assert planned is not None
    _schema_2(transaction, planned)
    _schema_3(transaction)
    _schema_4(transaction, planned)
    _schema_5(transaction)
    _schema_6(transaction)


def _schema_2(transaction: Transaction, meeting: StoredMeeting) -> None:
    """A finished møde with its outcome and a correction, and the PDF a referat was approved as."""
    transaction.meetings.put(replace(meeting, id=HELD))
    transaction.meetings.set_state(HELD, MeetingStatus.FINISHED)
    transaction.outcomes.save_facts(HELD, {"ended": "2026-11-23T17:00:00+01:00"})
    transaction.corrections.put(HELD, "purpose", "Ro i hverdagen, også om morgenen")
    transaction.minutes.save_pdf("ab" * 32, MEETING, 1)


def _schema_3(transaction: Transaction) -> None:
    """Two lines that are being written, one of them private."""
    transaction.begun_lines.put(BegunLine(MEETING, "table.board", "Ro om morg", START))
    transaction.begun_lines.put(BegunLine(MEETING, "table.private", "", START))
    transaction.private_notes.save_begun(MEETING, "Husk at spør")


def _schema_4(transaction: Transaction, meeting: StoredMeeting) -> None:
    """A møde begun on another day than was agreed."""
    began = datetime(2026, 11, 30, 14, 57)  # noqa: DTZ001 - a local wall time
    transaction.meetings.put(replace(meeting, id=MOVED, starts=began, plan='{"starts":"2026-12-03T15:30:00+01:00"}'))
    started = JournalEntry(MOVED, 1, 1, "MeetingStarted", datetime(2026, 11, 30, 13, 57, tzinfo=UTC), {})
    transaction.journal.append(MOVED, [started])
    transaction.meetings.set_state(MOVED, MeetingStatus.FINISHED)


def _schema_5(transaction: Transaction) -> None:
    """What the preparation knows of the sag, of the mother and of the meeting."""
    for subject, subject_id, content in FACTS:
        transaction.facts.put(StoredFacts(CASE, subject, subject_id, content))


def _schema_6(transaction: Transaction) -> None:
    """The index of the names, with the keys worked out."""
    assert transaction.search.find("loone", 9)


def main() -> int:
    """Make it, and print what the README and `test_museum.py` are to say of it."""
    try:
        name, code = make(MUSEUM, surroundings())
    except FileExistsError:
        print(f"{MUSEUM.name}/schema-{newest_schema()} is there already; an exhibit is never made again.")
        return 1
    print(f"For the README:\n| `{name}` | {newest_schema()} | the same | `{code.text()}` | the same |")
    print(f'For CODES:\n    "{name}": "{code.text()}",\nFor FROZEN:')
    for path, digest in sorted(files_of(MUSEUM / name).items(), reverse=True):
        print(f'    "{name}/{path}": "{digest}",')
    return 0


if __name__ == "__main__":
    sys.exit(main())
