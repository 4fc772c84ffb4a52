"""Every value comes back from its row as it went in, through the real store."""

import string
from dataclasses import fields
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.storage.tables.begun_line import BegunLineRow
from netmoede_desktop.storage.tables.columns import instant_text, json_text, local_text
from netmoede_desktop.storage.tables.journal_event import JournalEventRow
from netmoede_desktop.storage.values import (
    AuditAct,
    BegunLine,
    Deletion,
    JournalEntry,
    MeetingStatus,
    Payload,
    PrivateNote,
    StoredCase,
    StoredMeeting,
)
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING

ids = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=32)
texts = st.text(max_size=250) | st.sampled_from(
    ["Nguyễn Thị Ánh", "محمد عبد الله", "👩‍👧 Mor", "   ", "å" * 200, "\x00"]
)
instants = st.datetimes(timezones=st.just(UTC))
locals_ = st.datetimes()
small = st.integers(0, 2**31)
payloads: st.SearchStrategy[Payload] = st.dictionaries(
    texts,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)
cases = st.builds(
    StoredCase,
    id=ids,
    reference=texts,
    child=texts,
    birth_year=st.none() | st.integers(1990, 2100),
    languages=st.lists(texts, max_size=3).map(tuple),
    created=instants,
    journalised=st.none() | st.dates(),
    delete_on=st.none() | st.dates(),
)
places = st.none() | st.builds(ChildPlace, st.sampled_from(PlaceKind), st.none() | ids)
#: What is kept of a person. A field that is not drawn here would be lost in the store without a word.
PERSON: dict[str, st.SearchStrategy[object]] = {
    "id": ids,
    "name": texts,
    "called": texts,
    "role": st.sampled_from(Role),
    "relation": texts,
    "seat": small,
    "main": st.booleans(),
    "through_interpreter": st.booleans(),
    "supports": st.none() | ids,
    "place": places,
    "receives_minutes": st.booleans(),
    "protected_address": st.booleans(),
}
people = st.builds(Person, **PERSON)
meetings = st.builds(
    StoredMeeting,
    id=ids,
    case_id=st.just("case-1"),
    method_id=ids,
    method_version=small,
    starts=locals_,
    planned_minutes=small,
    place=texts,
    purpose=texts,
    interpreter=st.none() | texts,
    plan=payloads.map(json_text),
    state=st.sampled_from(MeetingStatus),
    series_number=small,
)
short = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@short
@given(cases)
def test_case(vault: Vault, case: StoredCase) -> None:
    with vault.transaction() as transaction:
        transaction.cases.put(case)
    with vault.transaction() as transaction:
        assert transaction.cases.get(case.id) == case


def test_every_field_of_a_person_is_kept_but_how_they_take_part_in_one_meeting() -> None:
    """Only a meeting's own plan says whether its mødeleder is a party too."""
    assert {one.name for one in fields(Person)} - set(PERSON) == {"party"}


@short
@given(st.lists(people, max_size=5, unique_by=lambda person: person.id))
def test_people_keep_their_order(vault: Vault, everyone: list[Person]) -> None:
    with vault.transaction() as transaction:
        for person in transaction.people.of_case("case-1"):
            transaction.people.remove("case-1", person.id)
        transaction.people.put("case-1", everyone)
    with vault.transaction() as transaction:
        transaction.people.put("case-1", reversed(everyone))
        assert transaction.people.of_case("case-1") == everyone


@short
@given(meetings)
def test_meeting(vault: Vault, meeting: StoredMeeting) -> None:
    with vault.transaction() as transaction:
        transaction.meetings.put(meeting)
    with vault.transaction() as transaction:
        assert transaction.meetings.get(meeting.id) == meeting


@short
@given(st.none() | small, texts, instants, payloads)
def test_journal_entry(vault: Vault, act: int | None, name: str, at: datetime, payload: Payload) -> None:
    with vault.transaction() as transaction:
        seq = transaction.journal.last_seq(MEETING) + 1
        entry = JournalEntry(MEETING, seq, act, name, at, payload)
        transaction.journal.append(MEETING, [entry])
    with vault.transaction() as transaction:
        assert transaction.journal.read(MEETING)[-1] == entry
    assert JournalEventRow.from_value(entry).to_value() == entry


@short
@given(st.integers(1, 2**31), texts)
def test_private_note(vault: Vault, act: int, text: str) -> None:
    note = PrivateNote(MEETING, act, text)
    with vault.transaction() as transaction:
        transaction.private_notes.put(note)
    with vault.transaction() as transaction:
        assert note in transaction.private_notes.of_meeting(MEETING)


@short
@given(texts, texts, instants)
def test_begun_line(vault: Vault, name: str, text: str, at: datetime) -> None:
    line = BegunLine(MEETING, name, text, at)
    with vault.transaction() as transaction:
        transaction.begun_lines.put(line)
    with vault.transaction() as transaction:
        assert line in transaction.begun_lines.of_meeting(MEETING)
        transaction.begun_lines.remove(MEETING, name)
        assert transaction.begun_lines.of_meeting(MEETING) == []
    assert BegunLineRow.from_value(line).to_value() == line


@short
@given(texts, instants, st.none() | ids)
def test_minutes_version(vault: Vault, content: str, approved: datetime, pdf_digest: str | None) -> None:
    with vault.transaction() as transaction:
        minutes = transaction.minutes.prepare(MEETING, content, approved, pdf_digest)
        transaction.minutes.add(minutes)
    with vault.transaction() as transaction:
        assert transaction.minutes.of_meeting(MEETING)[-1] == minutes
        assert transaction.minutes.is_whole(MEETING)


@short
@given(st.builds(AuditAct, instants, texts, texts, st.none() | ids, st.none() | ids, st.none() | ids, payloads))
def test_audit_entry(vault: Vault, act: AuditAct) -> None:
    with vault.transaction() as transaction:
        entry = transaction.audit.append(act)
    with vault.transaction() as transaction:
        assert transaction.audit.about()[-1] == entry
        assert entry.act == act
        assert transaction.audit.first_broken() is None


@short
@given(ids, instants)
def test_deletion(vault: Vault, case_id: str, at: datetime) -> None:
    with vault.transaction() as transaction:
        transaction.deletions.delete_case(case_id + "x", at)
    with vault.transaction() as transaction:
        assert Deletion(case_id + "x", at) in transaction.deletions.all()


@short
@given(texts, payloads)
def test_setting(vault: Vault, name: str, value: Payload) -> None:
    with vault.transaction() as transaction:
        transaction.settings.put(name, value)
    with vault.transaction() as transaction:
        assert transaction.settings.get(name) == value
        assert name in transaction.settings.names()
        transaction.settings.remove(name)
        assert transaction.settings.get(name) is None


def test_instants_sort_as_text_and_carry_their_zone() -> None:
    assert instant_text(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000000+00:00"
    with pytest.raises(ValueError, match="aware"):
        instant_text(datetime(2026, 1, 1))  # noqa: DTZ001 – that is the point
    with pytest.raises(ValueError, match="naive"):
        local_text(datetime(2026, 1, 1, tzinfo=UTC))


def test_numbers_json_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"x": float("nan")})


def test_private_text_is_not_in_a_repr() -> None:
    assert "hemmelig" not in repr(PrivateNote(MEETING, 1, "hemmelig"))
    assert "hemmelig" not in repr(BegunLine(MEETING, "table.board", "hemmelig", datetime.now(UTC)))
