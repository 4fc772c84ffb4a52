"""Corrections of a referat: laid over what was held, taken back without a trace, field by field."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.minutes.draft import MinutesDraft, Value, corrected
from netmoede_desktop.domain.minutes.outline import (
    LONGEST_LINE,
    LONGEST_TEXT,
    FieldCode,
    FieldKind,
    OutlineField,
    SectionCode,
    checked_value,
    find_field,
    sections,
)
from netmoede_desktop.domain.minutes.record import MeetingRecord, NoteRecord, ReservationRecord
from netmoede_desktop.domain.refusal import Refused
from tests.documents.meetings import agreement, meeting

NOTHING = MinutesDraft()
HELD = meeting(
    agreements=(
        *meeting().agreements,
        agreement(5, "Lone ringer til skolen", "lone", carried=True, status="i gang", result="Næsten"),
    ),
    notes=(*meeting().notes, NoteRecord("d2", "mikkel", "Og jeg har en hund.", None, None)),
)


def draft(**corrections: Value) -> MinutesDraft:
    """Corrections by key, with `__` for `:`."""
    return MinutesDraft({key.replace("__", ":"): value for key, value in corrections.items()})


def every_field(record: MeetingRecord = HELD, corrections: MinutesDraft = NOTHING) -> dict[str, OutlineField]:
    return {field.key: field for section in sections(record, corrections) for field in section.fields}


def test_without_corrections_the_facts_are_the_same() -> None:
    assert corrected(HELD, NOTHING) is HELD


def test_texts_are_corrected_where_they_stand() -> None:
    changed = corrected(
        HELD,
        MinutesDraft(
            {
                "purpose": "Ro om morgenen",
                "place": "Skolen",
                "note:d2:mikkel:1": "Og jeg har en kat.",
                "board:1": "Alle vil vide mere",
                "experience:0": "Det var rart.",
                "parked:0": "Vinterferien",
                "reservation:0:text": "Hellere tirsdag",
            }
        ),
    )
    assert (changed.purpose, changed.place) == ("Ro om morgenen", "Skolen")
    assert [note.text for note in changed.notes if note.person == "mikkel" and note.part == "d2"] == [
        "Jeg er Mikkel, jeg går i 5. klasse.",
        "Og jeg har en kat.",
    ]
    assert changed.board == ("Mikkel sover bedst hos farmor", "Alle vil vide mere")
    assert (changed.experience, changed.parked) == (("Det var rart.",), ("Vinterferien",))
    assert changed.reservations == (ReservationRecord("lone", "Hellere tirsdag"),)
    assert changed.turns == HELD.turns


def test_where_the_next_meeting_is_is_corrected_and_the_day_is_not() -> None:
    assert HELD.follow_up is not None
    changed = corrected(HELD, draft(next_place="Kulturhuset"))
    assert changed.follow_up == replace(HELD.follow_up, place="Kulturhuset")
    none = replace(HELD, follow_up=FollowUpRecord(None, "Flytter"))
    assert "next_place" not in every_field(none)
    assert corrected(none, draft(next_place="Kulturhuset")).follow_up == none.follow_up


def test_r027_who_made_the_referat_is_corrected_and_is_never_nobody() -> None:
    changed = corrected(HELD, draft(responsible="hanne", author="lone"))
    assert (changed.responsible, changed.author) == ("hanne", "lone")
    for key in ("responsible", "author"):
        with pytest.raises(Refused, match="empty_text"):
            checked_value(HELD, every_field()[key], None)


def test_an_agreement_is_corrected_field_by_field() -> None:
    changed = corrected(
        HELD,
        MinutesDraft(
            {
                "agreement:1:text": "Kirsten henter torsdage",
                "agreement:1:owner": None,
                "agreement:1:start": None,
                "agreement:1:due": "2026-12-10",
                "agreement:1:sign": "",
                "agreement:5:result": "Helt",
                "agreement:2:owner": "lone",
            }
        ),
    )
    first, second, *_, last = changed.agreements
    assert (first.text, first.owner, first.start, first.due, first.sign) == (
        "Kirsten henter torsdage", None, None, date(2026, 12, 10), None
    )  # fmt: skip
    assert first.answer == HELD.agreements[0].answer
    assert (second.owner, last.result) == ("lone", "Helt")


def test_what_is_corrected_to_nothing_is_left_out_and_one_beyond_the_last_is_added() -> None:
    changed = corrected(
        HELD,
        MinutesDraft(
            {
                "note:d2:mikkel:0": "",
                "board:0": "",
                "board:2": "En ny linje",
                "experience:0": "",
                "reservation:1:person": "peter",
                "reservation:1:text": "Peter er i tvivl",
                "reservation:2:text": "Hvem siger det?",
                "reservation:3:person": "peter",
            }
        ),
    )
    assert len(changed.notes) == len(HELD.notes) - 1
    assert changed.board == ("Alle vil gerne vide mere om hinandens dage", "En ny linje")
    assert changed.experience == ()
    assert changed.reservations == (*HELD.reservations, ReservationRecord("peter", "Peter er i tvivl"))


def test_people_are_corrected_and_told_whether_they_get_the_referat() -> None:
    changed = corrected(
        HELD,
        MinutesDraft(
            {
                "person:hanne:name": "Hanne Bakke",
                "person:hanne:relation": "lærer",
                "person:hanne:receives_minutes": False,
            }
        ),
    )
    hanne = changed.person("hanne")
    assert (hanne.name, hanne.relation, hanne.receives_minutes) == ("Hanne Bakke", "lærer", False)
    assert changed.person("lone") == HELD.person("lone")


def test_a_correction_taken_back_leaves_no_trace() -> None:
    corrections = NOTHING.put("purpose", "andet").put("board:0", "").without("purpose").without("board:0").without("x")
    assert corrections == NOTHING


def test_what_changed_between_two_drafts_is_told_by_key() -> None:
    before = MinutesDraft({"purpose": "a", "board:0": "b", "person:x:receives_minutes": False})
    after = MinutesDraft({"purpose": "a", "board:0": "c", "agreement:1:owner": None})
    assert after.changed_since(before) == ("agreement:1:owner", "board:0", "person:x:receives_minutes")
    assert after.changed_since(after) == ()


def test_the_outline_follows_the_paper() -> None:
    found = sections(HELD, NOTHING)
    assert [section.id for section in found] == [
        "agreements", "carried", "purpose", "notes:d2", "notes:d4", "notes:d5", "notes:d9", "notes:d13",
        "board", "reservations", "experience", "parked", "next_meeting", "minutes",
        "participants",
    ]  # fmt: skip
    notes = [section for section in found if section.code is SectionCode.NOTES]
    assert notes[0].title == "Præsentationsrunde"
    assert [field.person for field in notes[0].fields] == ["mikkel", "lone", "mikkel"]
    assert len({field.key for section in found for field in section.fields}) == sum(len(s.fields) for s in found)


def test_notes_of_a_part_that_is_not_known_are_not_lost() -> None:
    loose = replace(HELD, notes=(NoteRecord("ukendt", "lone", "Ord", None, None),))
    assert [(s.id, s.title) for s in sections(loose, NOTHING) if s.code is SectionCode.NOTES] == [("notes:ukendt", "")]


def test_a_field_knows_what_it_was_and_what_it_is() -> None:
    fields = every_field(corrections=MinutesDraft({"purpose": "Ro", "board:2": "Ny", "agreement:5:result": "Næsten"}))
    assert (fields["purpose"].original, fields["purpose"].current, fields["purpose"].corrected) == (
        HELD.purpose, "Ro", True
    )  # fmt: skip
    assert not fields["place"].corrected
    assert [(key, fields[key].added) for key in ("board:1", "board:2", "board:3")] == [
        ("board:1", False), ("board:2", True), ("board:3", True)
    ]  # fmt: skip
    assert (fields["agreement:1:start"].current, fields["agreement:1:due"].current) == ("2026-12-02", None)
    assert fields["agreement:1:text"].required and fields["person:lone:name"].required
    assert "agreement:1:result" not in fields and not fields["agreement:5:result"].corrected
    assert fields["reservation:1:person"].added
    assert {field.code for field in fields.values()} == set(FieldCode)


@given(st.data())
def test_every_field_lays_its_value_over_the_facts_and_shows_it_again(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from([f for f in every_field().values() if f.code is not FieldCode.WHOSE]))
    values: dict[FieldKind, st.SearchStrategy[Value]] = {
        FieldKind.LINE: st.sampled_from(["Noget andet", "x"]),
        FieldKind.TEXT: st.sampled_from(["Noget andet", "To\nlinjer"]),
        FieldKind.PERSON: st.sampled_from(["lone", "peter", "soeren"]),
        FieldKind.DAY: st.dates(date(2026, 1, 1), date(2027, 1, 1)).map(date.isoformat),
        FieldKind.FLAG: st.booleans(),
    }
    value = checked_value(HELD, field, data.draw(values[field.kind]))
    corrections = NOTHING.put(field.key, value)
    assert find_field(HELD, corrections, field.key).current == value
    after = corrected(HELD, corrections)
    if field.key != "reservation:1:text":  # words of nobody are nobody's
        assert (after != HELD) == (value != field.original)
    assert corrected(after, NOTHING) == after


@pytest.mark.parametrize(
    ("key", "given_value", "kept"),
    [
        ("purpose", " To\r\nlinjer ", "To\nlinjer"),
        ("place", " Skolen\n", "Skolen"),
        ("purpose", None, ""),
        ("agreement:1:owner", "", None),
        ("agreement:1:due", date(2026, 12, 10), "2026-12-10"),
        ("agreement:1:due", None, None),
        ("agreement:1:due", "", None),
        ("person:lone:receives_minutes", False, False),
    ],
)
def test_values_are_kept_clean(key: str, given_value: Value | date, kept: Value) -> None:
    assert checked_value(HELD, every_field()[key], given_value) == kept


def refuses(code: str, key: str, value: Value) -> tuple[str, Value, str]:
    """A value that is refused in the field of this key."""
    return key, value, code


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        refuses("empty_text", "agreement:1:text", " "),
        refuses("empty_text", "person:lone:name", "\u200b"),
        refuses("text_too_long", "place", "x" * (LONGEST_LINE + 1)),
        refuses("text_too_long", "purpose", "x" * (LONGEST_TEXT + 1)),
        refuses("unknown_person", "agreement:1:owner", "ukendt"),
        refuses("date_unclear", "agreement:1:due", "i morgen"),
    ],
)
def test_what_may_not_stand_in_a_field_is_refused(key: str, value: Value, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_value(HELD, every_field()[key], value)
    assert refused.value.code == code


@pytest.mark.parametrize(("key", "value"), [("purpose", True), ("person:lone:receives_minutes", "ja")])
def test_a_value_of_another_kind_is_a_mistake_of_ours(key: str, value: Value) -> None:
    with pytest.raises(ValueError, match=key):
        checked_value(HELD, every_field()[key], value)


def test_a_key_of_no_field_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        find_field(HELD, NOTHING, "board:9")
    assert corrected(HELD, draft(ukendt__1="x", note__d2__ukendt__0="y")) == HELD
