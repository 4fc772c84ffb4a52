"""The journal is appended in order, whole or not at all, and never changed."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from netmoede_desktop.storage.problems import DamagedStore, OutOfStep
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.values import MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, PASSPHRASE, act, add_meeting, entry, note


@pytest.mark.parametrize(
    ("entries", "facts"),
    [
        ([entry(2)], {"expected": 1, "found": 2}),
        ([entry(1), entry(3)], {"expected": 2, "found": 3}),
        ([entry(1), entry(1)], {"expected": 2, "found": 1}),
        ([entry(1, meeting_id="et andet")], {"expected": 1, "found": 1}),
    ],
)
def test_entries_out_of_step_are_refused_whole(vault: Vault, entries: list[object], facts: dict[str, object]) -> None:
    with pytest.raises(OutOfStep) as problem:
        vault.append(MEETING, entries)  # type: ignore[arg-type]
    assert problem.value.facts == facts
    with vault.transaction() as transaction:
        assert transaction.journal.read(MEETING) == []


def test_meetings_do_not_mix(vault: Vault) -> None:
    with vault.transaction() as transaction:
        add_meeting(transaction, meeting_id="meeting-2")
        transaction.journal.append("meeting-2", [entry(1, "to", "meeting-2")])
        transaction.journal.append(MEETING, [entry(1, "et")])
    with vault.transaction() as transaction:
        assert transaction.journal.read(MEETING) == [entry(1, "et")]
        assert transaction.journal.read("ukendt") == []


def test_a_meeting_that_is_not_there_has_no_journal(vault: Vault) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        vault.append("ukendt", [entry(1, meeting_id="ukendt")])


@pytest.mark.smoke
def test_a_new_meeting_and_its_first_entries_are_one_transaction(vault: Vault) -> None:
    with vault.transaction() as transaction:
        add_meeting(transaction, "case-2", "meeting-2")
        transaction.journal.append("meeting-2", [entry(1, meeting_id="meeting-2")])
        transaction.meetings.set_state("meeting-2", MeetingStatus.RUNNING)
        transaction.journal.append("meeting-2", [entry(2, meeting_id="meeting-2")])
    with vault.transaction() as transaction:
        found = transaction.meetings.get("meeting-2")
        assert found is not None and found.state is MeetingStatus.RUNNING
        assert transaction.journal.last_seq("meeting-2") == 2


@pytest.mark.smoke
def test_everything_in_a_block_that_raises_is_undone(vault: Vault, profile: Path, world: Surroundings) -> None:
    with pytest.raises(ZeroDivisionError), vault.transaction() as transaction:
        transaction.journal.append(MEETING, [entry(1)])
        transaction.meetings.set_state(MEETING, MeetingStatus.FINISHED)
        transaction.private_notes.put(note(1, "privat"))
        transaction.audit.append(act())
        _ = 1 // 0
    vault.append(MEETING, [entry(1)])
    vault.close()
    with Vault.open(profile, PASSPHRASE, world) as again, again.transaction() as transaction:
        assert transaction.journal.read(MEETING) == [entry(1)]
        found = transaction.meetings.get(MEETING)
        assert found is not None and found.state is MeetingStatus.PLANNED
        assert transaction.private_notes.of_meeting(MEETING) == []
        assert transaction.audit.head().seq == 0


def test_an_error_of_the_callers_own_stays_his(vault: Vault) -> None:
    with pytest.raises(FileNotFoundError), vault.transaction():
        Path("findes/ikke").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "statement", ["UPDATE journal_event SET payload='{}'", "DELETE FROM journal_event", "DELETE FROM meeting"]
)
def test_nothing_in_the_journal_of_a_meeting_that_has_begun_can_be_changed_or_taken_away(
    vault: Vault, statement: str
) -> None:
    vault.append(MEETING, [entry(1), entry(2)])
    with vault.transaction() as transaction:
        transaction.meetings.set_state(MEETING, MeetingStatus.RUNNING)
    with pytest.raises(dbapi2.IntegrityError):
        vault._connection.plain.execute(statement)


def test_a_gap_is_found(vault: Vault) -> None:
    vault.append(MEETING, [entry(1), entry(2), entry(3)])
    plain = vault._connection.plain
    plain.execute("DROP TRIGGER journal_event_goes_with_its_case")
    plain.execute("DELETE FROM journal_event WHERE seq=2")
    with vault.transaction() as transaction:
        assert transaction.journal.meetings_with_gaps() == [MEETING]
    with pytest.raises(DamagedStore) as problem:
        vault.check()
    assert problem.value.facts["reason"] == "journal_gap"


def test_an_unknown_meeting_has_no_state_to_set(vault: Vault) -> None:
    with pytest.raises(KeyError), vault.transaction() as transaction:
        transaction.meetings.set_state("ukendt", MeetingStatus.RUNNING)
