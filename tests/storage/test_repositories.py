"""Lists, pages, access requests, approved referat versions, the audit log, deletion."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.storage.problems import OutOfStep
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.values import MeetingBrief, MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import CASE, MEETING, PASSPHRASE, START, act, add_meeting, entry, note


def test_meetings_come_newest_first_and_in_pages(vault: Vault) -> None:
    with vault.transaction() as transaction:
        first = transaction.meetings.get(MEETING)
        assert first is not None
        for number in range(2, 8):
            starts = datetime(2026, 11, number, 16, 0)  # noqa: DTZ001 – a local wall time
            transaction.meetings.put(replace(first, id=f"m{number}", starts=starts, series_number=number))
    with vault.transaction() as transaction:
        assert [meeting.id for meeting in transaction.meetings.newest_first()] == [
            MEETING, "m7", "m6", "m5", "m4", "m3", "m2"
        ]  # fmt: skip
        assert [meeting.id for meeting in transaction.meetings.of_case(CASE)][:2] == [MEETING, "m2"]
        assert transaction.meetings.of_case("ukendt") == []


def test_cases_are_found_by_reference(vault: Vault) -> None:
    with vault.transaction() as transaction:
        case = transaction.cases.get(CASE)
        assert case is not None
        newer = replace(case, id="newer", created=START + timedelta(seconds=1))
        transaction.cases.put(newer)
        assert transaction.cases.with_reference("M-2026-014") == transaction.cases.all() == [case, newer]


def test_people_are_found_by_name_across_cases(vault: Vault) -> None:
    person = Person("lone", "Lone Holm", "Lone", Role.PARENT)
    with vault.transaction() as transaction:
        add_meeting(transaction, "case-2", "meeting-2")
        for case_id in (CASE, "case-2"):
            transaction.people.put(case_id, [person, replace(person, id="peter", name="Peter Holm")])
        transaction.people.remove(CASE, "ukendt")
        assert transaction.people.named("Lone Holm") == [(CASE, person), ("case-2", person)]


def test_an_approved_referat_is_never_changed(vault: Vault) -> None:
    with vault.transaction() as transaction:
        first = transaction.minutes.prepare(MEETING, "{}", START, "ab")
        transaction.minutes.add(first)
        second = transaction.minutes.prepare(MEETING, '{"rettet":true}', START, None)
        transaction.minutes.add(second)
        assert (first.version, second.version) == (1, 2)
        assert first.digest != second.digest
    for wrong in (second, replace(second, version=4), replace(second, version=3)):
        with pytest.raises(OutOfStep), vault.transaction() as transaction:
            transaction.minutes.add(wrong)
    plain = vault._connection.plain
    for statement in ("UPDATE minutes_version SET content=''", "DELETE FROM minutes_version"):
        with pytest.raises(dbapi2.IntegrityError):
            plain.execute(statement)
    plain.execute("DROP TRIGGER minutes_version_never_changes")
    plain.execute("UPDATE minutes_version SET content='[]' WHERE version=1")
    with vault.transaction() as transaction:
        assert not transaction.minutes.is_whole(MEETING)


def test_the_audit_log_cannot_be_changed_and_shows_when_it_was(vault: Vault) -> None:
    with vault.transaction() as transaction:
        for name in ("opened", "viewed", "exported"):
            transaction.audit.append(act(name, case_id=CASE))
    plain = vault._connection.plain
    for statement in ("UPDATE audit_entry SET actor='x'", "DELETE FROM audit_entry"):
        with pytest.raises(dbapi2.IntegrityError):
            plain.execute(statement)
    plain.execute("DROP TRIGGER audit_entry_never_changes")
    plain.execute("UPDATE audit_entry SET actor='x' WHERE seq=2")
    with vault.transaction() as transaction:
        assert transaction.audit.first_broken() == 2


def test_who_looked_is_told_per_person_and_case(vault: Vault) -> None:
    with vault.transaction() as transaction:
        transaction.audit.append(act("opened"))
        transaction.audit.append(act("viewed", case_id=CASE))
        transaction.audit.append(act("printed", case_id=CASE, person_id="lone"))
        transaction.audit.append(act("printed", case_id=CASE, person_id="peter"))
        transaction.audit.append(act("viewed", case_id="case-2", person_id="lone"))
        about = transaction.audit.about(case_id=CASE, person_id="lone")
        assert [(entry.seq, entry.act.name) for entry in about] == [(2, "viewed"), (3, "printed")]


def test_a_deleted_case_leaves_its_id_and_nothing_else(vault: Vault, profile: Path, world: Surroundings) -> None:
    with vault.transaction() as transaction:
        add_meeting(transaction, "case-2", "meeting-2")
        transaction.people.put(CASE, [Person("lone", "Lone Holm", "Lone", Role.PARENT)])
        transaction.journal.append(MEETING, [entry(1)])
        transaction.private_notes.put(note(1, "privat"))
        transaction.private_notes.wipe(MEETING)
        transaction.minutes.add(transaction.minutes.prepare(MEETING, "{}", START, None))
        transaction.meetings.set_state(MEETING, MeetingStatus.FINISHED)
        transaction.corrections.put(MEETING, "purpose", "rettet")
        transaction.minutes.save_pdf("ab", MEETING, 1)
        transaction.settings.put(f"grund:7:{MEETING}", "skal væk")
        transaction.settings.put("grund:7:meeting-2", "skal blive")
        transaction.audit.append(act("viewed", case_id=CASE))
    with vault.transaction() as transaction:
        transaction.deletions.delete_case(CASE, START)
        transaction.audit.append(act("deleted", case_id=CASE))
    vault.compact()
    vault.check()
    with vault.transaction() as transaction:
        assert [case.id for case in transaction.cases.all()] == ["case-2"]
        assert transaction.people.of_case(CASE) == []
        assert [meeting.id for meeting in transaction.meetings.newest_first()] == ["meeting-2"]
        assert transaction.journal.read(MEETING) == []
        assert transaction.private_notes.of_meeting(MEETING) == []
        assert transaction.minutes.of_meeting(MEETING) == []
        assert transaction.outcomes.get(MEETING) is None
        assert transaction.corrections.of_meeting(MEETING) == {}
        assert transaction.minutes.of_pdf("ab") is None
        assert transaction.settings.names("private") == []
        assert transaction.settings.names("grund") == ["grund:7:meeting-2"]
        assert [deletion.case_id for deletion in transaction.deletions.all()] == [CASE]
        assert transaction.audit.head().seq == 2
    vault.close()
    with Vault.open(profile, PASSPHRASE, world) as again:
        assert again.layout.profile == profile


def test_undo_takes_one_private_note_away(vault: Vault) -> None:
    with vault.transaction() as transaction:
        transaction.private_notes.put(note(1, "et"))
        transaction.private_notes.put(note(2, "to"))
        transaction.private_notes.put(note(2, "to igen"))
        transaction.private_notes.remove(MEETING, 1)
        transaction.private_notes.remove(MEETING, 9)
        assert transaction.private_notes.of_meeting(MEETING) == [note(2, "to igen")]


def ids(briefs: list[MeetingBrief]) -> list[str]:
    return [brief.id for brief in briefs]


def test_meetings_are_listed_by_state_without_their_plans(vault: Vault) -> None:
    states = (MeetingStatus.FINISHED, MeetingStatus.RUNNING, MeetingStatus.PLANNED)
    with vault.transaction() as transaction:
        first = transaction.meetings.get(MEETING)
        assert first is not None
        transaction.meetings.remove(MEETING)
        transaction.meetings.remove(MEETING)
        for day in range(1, 10):
            starts = datetime(2026, 11, day, 16, 0)  # noqa: DTZ001 – a local wall time
            made = replace(first, id=f"m{day}", starts=starts, series_number=day, state=states[day % 3])
            transaction.meetings.put(made)
    with vault.transaction() as transaction:
        listed = transaction.meetings
        assert ids(listed.running()) == ["m7", "m4", "m1"]
        assert ids(listed.finished(2)) == ["m9", "m6"]
        since = datetime(2026, 11, 3)  # noqa: DTZ001
        assert ids(listed.planned(since, 9)) == ["m5", "m8"]
        assert ids(listed.planned(since, 1)) == ["m5"]
        assert [listed.count_planned(since, most) for most in (9, 2, 1)] == [2, 2, 1]
        assert ids(listed.missed(since.replace(day=8), 9)) == ["m5", "m2"]
        assert ids(listed.missed(since.replace(day=8), 1)) == ["m5"]
        assert ids(listed.of_cases([CASE, "ukendt"])) == [f"m{day}" for day in range(1, 10)]
        brief = next(brief for brief in listed.of_cases([CASE]) if brief.id == "m5")
        assert (brief.reference, brief.child, brief.starts.day, brief.state) == (
            "M-2026-014", "Mikkel", 5, MeetingStatus.PLANNED
        )  # fmt: skip


def test_a_finished_meeting_has_an_outcome_until_its_referat_is_approved(vault: Vault) -> None:
    with vault.transaction() as transaction:
        assert transaction.outcomes.get(MEETING) is None
        with pytest.raises(KeyError):
            transaction.outcomes.save_facts(MEETING, {})
        transaction.meetings.set_state(MEETING, MeetingStatus.FINISHED)
        first = transaction.meetings.get(MEETING)
        assert first is not None
        transaction.meetings.put(replace(first, id="m2", starts=first.starts + timedelta(days=1)))
        transaction.outcomes.save_facts(MEETING, {"ended": "nu"})
    with vault.transaction() as transaction:
        assert ids(transaction.meetings.without_approved_minutes(9)) == ["m2", MEETING]
        assert ids(transaction.meetings.without_approved_minutes(1)) == ["m2"]
        assert [transaction.meetings.count_without_approved_minutes(most) for most in (9, 2, 1)] == [2, 2, 1]
        kept = transaction.outcomes.get(MEETING)
        assert kept is not None and (kept.approved, kept.facts) == (0, {"ended": "nu"})
        transaction.outcomes.drop_facts("m2")
        transaction.outcomes.drop_facts("ukendt")
        transaction.outcomes.drop_facts(MEETING)
        kept = transaction.outcomes.get(MEETING)
        assert kept is not None and (kept.approved, kept.facts) == (0, None)
        transaction.outcomes.save_facts(MEETING, {"ended": "nu"})
        transaction.minutes.add(transaction.minutes.prepare(MEETING, "{}", START, None))
    with vault.transaction() as transaction:
        kept = transaction.outcomes.get(MEETING)
        assert kept is not None and (kept.approved, kept.facts) == (1, None)
        assert ids(transaction.meetings.without_approved_minutes(9)) == ["m2"]


def test_corrections_are_kept_by_field(vault: Vault) -> None:
    with vault.transaction() as transaction:
        transaction.corrections.put(MEETING, "note:1", "æøå")
        transaction.corrections.put(MEETING, "board", ["et", "to"])
        transaction.corrections.put(MEETING, "note:1", "rettet igen")
        transaction.corrections.put(MEETING, "væk", value=None)
        transaction.corrections.remove(MEETING, "væk")
        transaction.corrections.remove(MEETING, "væk")
    with vault.transaction() as transaction:
        assert transaction.corrections.of_meeting(MEETING) == {"board": ["et", "to"], "note:1": "rettet igen"}
        assert transaction.corrections.of_meeting("m2") == {}
        transaction.corrections.clear(MEETING)
        assert transaction.corrections.of_meeting(MEETING) == {}


def test_sager_come_newest_first_in_pages(vault: Vault) -> None:
    with vault.transaction() as transaction:
        case = transaction.cases.get(CASE)
        assert case is not None
        for number in range(1, 5):
            made = replace(case, id=f"c{number}", reference=f"X-{number}", created=START + timedelta(days=number))
            transaction.cases.put(made)
        assert [one.id for one in transaction.cases.newest_first(9)] == ["c4", "c3", "c2", "c1", CASE]
        assert [one.id for one in transaction.cases.newest_first(2)] == ["c4", "c3"]
        assert (transaction.cases.count(9), transaction.cases.count(2)) == (5, 2)
        assert [one.id for one in transaction.cases.of_ids(["c2", "væk", CASE])] == ["c2", CASE]


def test_a_planned_meeting_goes_with_its_roll_call_and_one_that_has_begun_never(vault: Vault) -> None:
    with vault.transaction() as transaction:
        transaction.journal.append(MEETING, [entry(1)])
    with vault.transaction() as transaction:
        transaction.meetings.set_state(MEETING, MeetingStatus.RUNNING)
    with pytest.raises(IntegrityError), vault.transaction() as transaction:
        transaction.meetings.remove(MEETING)
    with vault.transaction() as transaction:
        assert transaction.journal.read(MEETING) == [entry(1)]
        transaction.meetings.set_state(MEETING, MeetingStatus.PLANNED)
        transaction.meetings.remove(MEETING)
        assert transaction.meetings.get(MEETING) is None
        assert transaction.journal.read(MEETING) == []


def test_a_pdf_is_told_to_be_of_the_version_it_was_made_of(vault: Vault) -> None:
    with vault.transaction() as transaction:
        transaction.minutes.save_pdf("ab", MEETING, 1)
        transaction.minutes.save_pdf("ab", MEETING, 2)
        transaction.minutes.save_pdf("cd", MEETING, 2)
    with vault.transaction() as transaction:
        assert transaction.minutes.of_pdf("ab") == (MEETING, 1)
        assert transaction.minutes.of_pdf("cd") == (MEETING, 2)
        assert transaction.minutes.of_pdf("ef") is None
