"""The fields of a referat that can be corrected, section by section in the order of the paper, and their kinds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from netmoede_desktop.domain.language.text import one_line, several_lines
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.domain.minutes.draft import MinutesDraft, Value, note_keys
from netmoede_desktop.domain.minutes.record import AgreementRecord, MeetingRecord, PartRecord, PersonRecord
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.domain.refusal import Refused

#: How a numbered point of an agenda begins: `1. `, `4a. `.
_POINT = re.compile(r"\d+[a-z]?\. ")

LONGEST_LINE = 2_000
LONGEST_TEXT = 100_000


class SectionCode(StrEnum):
    """A heading of the referat."""

    AGREEMENTS = "agreements"
    CARRIED = "carried"
    PURPOSE = "purpose"
    NOTES = "notes"
    BOARD = "board"
    RESERVATIONS = "reservations"
    EXPERIENCE = "experience"
    PARKED = "parked"
    PARTICIPANTS = "participants"
    NEXT_MEETING = "next_meeting"
    MINUTES = "minutes"


class FieldCode(StrEnum):
    """The meaning of a field, for its label."""

    PURPOSE = "purpose"
    PLACE = "place"
    NOTE = "note"
    WHAT = "what"
    OWNER = "owner"
    START = "start"
    DUE = "due"
    SIGN = "sign"
    RESULT = "result"
    LINE = "line"
    WHOSE = "whose"
    WORDS = "words"
    NAME = "name"
    RELATION = "relation"
    RECEIVES = "receives"
    NEXT_PLACE = "next_place"
    RESPONSIBLE = "responsible"
    AUTHOR = "author"


class FieldKind(StrEnum):
    """The value of a field: one line, several, a person's id or None, a date as ISO text or None, yes or no."""

    LINE = "line"
    TEXT = "text"
    PERSON = "person"
    DAY = "day"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class OutlineField:
    """One field: `original` as it was held, `current` as it is corrected. `required` cannot be emptied.

    Fields with the same `entry` belong together (one agreement, one person). `person` is whose words or whose row it
    is. An `added` field has no original: it is new, or the empty place for one more.
    """

    key: str
    code: FieldCode
    kind: FieldKind
    entry: str
    original: Value
    current: Value
    person: str | None = None
    required: bool = False
    added: bool = False

    @property
    def corrected(self) -> bool:
        """Whether the field differs from the meeting."""
        return self.current != self.original


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the referat; `title` is that of its part, empty under a heading of its own.

    `part` is the id of that part. `over` is the method's heading that begins with the section, and is also that of the
    sections after it.
    """

    id: str
    code: SectionCode
    title: str
    fields: tuple[OutlineField, ...]
    part: str = ""
    over: str = ""


def sections(record: MeetingRecord, draft: MinutesDraft) -> tuple[Section, ...]:
    """Return everything that can be corrected, in the order of the paper; each list ends with a place for one more."""
    today = [agreement for agreement in record.agreements if not agreement.carried]
    carried = [agreement for agreement in record.agreements if agreement.carried]
    make = _Fields(record, draft)
    found = [
        Section("agreements", SectionCode.AGREEMENTS, "", tuple(make.agreements(today))),
        Section("carried", SectionCode.CARRIED, "", tuple(make.agreements(carried))),
        Section("purpose", SectionCode.PURPOSE, "", tuple(make.frame())),
        *make.notes(),
        Section("board", SectionCode.BOARD, "", tuple(make.lines("board", record.board))),
        Section("reservations", SectionCode.RESERVATIONS, "", tuple(make.reservations())),
        Section("experience", SectionCode.EXPERIENCE, "", tuple(make.lines("experience", record.experience))),
        Section("parked", SectionCode.PARKED, "", tuple(make.lines("parked", record.parked))),
        Section("next_meeting", SectionCode.NEXT_MEETING, "", tuple(make.next_meeting())),
        Section("minutes", SectionCode.MINUTES, "", tuple(make.makers())),
        Section("participants", SectionCode.PARTICIPANTS, "", tuple(make.people())),
    ]
    kept = [section for section in found if section.fields]
    return tuple(_under_headings(record, _by_points(record, kept) if is_a_form(record) else kept))


def is_a_form(record: MeetingRecord) -> bool:
    """Return True if the method numbers the points of its agenda: then the referat is the agenda filled in (R135)."""
    points = [part for part in record.parts if not part.rests]
    return bool(points) and all(_POINT.match(part.title) for part in points)


def task_part(record: MeetingRecord, task: PartTask) -> PartRecord | None:
    """The part that is for a task, or None."""
    return next((part for part in record.parts if part.task is task), None)


def _by_points(record: MeetingRecord, found: list[Section]) -> list[Section]:
    """The sections of a form: a point is one section under its title, its own fields before the notes of the part."""
    points = {
        SectionCode.AGREEMENTS: task_part(record, PartTask.AGREEMENTS),
        SectionCode.CARRIED: task_part(record, PartTask.STATUS),
        SectionCode.PURPOSE: task_part(record, PartTask.PURPOSE),
        SectionCode.EXPERIENCE: task_part(record, PartTask.EXPERIENCE),
        SectionCode.NEXT_MEETING: task_part(record, PartTask.FOLLOW_UP),
    }
    place = {part.id: number for number, part in enumerate(record.parts)}
    notes = {section.part: section for section in found if section.code is SectionCode.NOTES}
    placed: list[tuple[int, Section]] = []
    for section in found:
        part = points.get(section.code)
        if part is not None:
            notes_of_part = notes.pop(part.id).fields if part.id in notes else ()
            point = replace(section, title=part.title, fields=(*section.fields, *notes_of_part), part=part.id)
            placed.append((place[part.id], point))
        elif section.code is not SectionCode.NOTES:
            placed.append((len(place), section))
    placed += [(place.get(part, len(place)), section) for part, section in notes.items()]
    return [section for _, section in sorted(placed, key=lambda item: item[0])]


def _under_headings(record: MeetingRecord, found: list[Section]) -> Iterator[Section]:
    headings, before = {part.id: part.heading for part in record.parts}, ""
    for section in found:
        heading = headings.get(section.part, "")
        yield replace(section, over=heading) if heading != before else section
        before = heading


def may_answer_for(person: PersonRecord) -> bool:
    """Return True if the referat can be a person's responsibility: a grown-up who was here."""
    return person.role is not Role.CHILD and person.attendance not in (Attendance.ABSENT, Attendance.SENT_WORDS)


def find_field(record: MeetingRecord, draft: MinutesDraft, key: str) -> OutlineField:
    """Return the field under a key; KeyError if there is none."""
    for section in sections(record, draft):
        for field in section.fields:
            if field.key == key:
                return field
    raise KeyError(key)


def checked_value(record: MeetingRecord, field: OutlineField, value: Value | date) -> Value:
    """Return a value as saved in a field, clean. Raises `Refused` for one that the field may not hold.

    Refused: `empty_text`, `text_too_long`, `unknown_person`, `date_unclear`. ValueError for a value of another kind.
    """
    if isinstance(value, bool) != (field.kind is FieldKind.FLAG):
        raise ValueError(f"{field.key} takes {field.kind}")
    if isinstance(value, bool):
        return value
    text = value.isoformat() if isinstance(value, date) else value or ""
    kept = _checked_text(record, field, text)
    if field.required and not kept:
        raise Refused("empty_text")
    return kept if field.kind in (FieldKind.LINE, FieldKind.TEXT) else kept or None


def _checked_text(record: MeetingRecord, field: OutlineField, text: str) -> str:
    match field.kind:
        case FieldKind.LINE:
            return one_line(text, LONGEST_LINE)
        case FieldKind.TEXT:
            return several_lines(text, LONGEST_TEXT)
        case FieldKind.PERSON:
            if text and text not in {person.id for person in record.people}:
                raise Refused("unknown_person", person=text)
            return text
        case _:
            return _day(text)


def _day(text: str) -> str:
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("date_unclear") from None


class _Fields:
    """Makes the fields of one referat."""

    def __init__(self, record: MeetingRecord, draft: MinutesDraft) -> None:
        self._record = record
        self._draft = draft

    def frame(self) -> Iterator[OutlineField]:
        """Why and where."""
        yield self._text("purpose", FieldCode.PURPOSE, "purpose", self._record.purpose)
        yield self._line("place", FieldCode.PLACE, "purpose", self._record.place)

    def agreements(self, agreements: list[AgreementRecord]) -> Iterator[OutlineField]:
        """The agreements, field by field."""
        for one in agreements:
            entry = f"agreement:{one.number}"
            yield self._text(f"{entry}:text", FieldCode.WHAT, entry, one.text, required=True)
            yield self._made(f"{entry}:owner", FieldCode.OWNER, FieldKind.PERSON, entry, one.owner)
            yield self._made(f"{entry}:start", FieldCode.START, FieldKind.DAY, entry, _iso(one.start))
            yield self._made(f"{entry}:due", FieldCode.DUE, FieldKind.DAY, entry, _iso(one.due))
            yield self._line(f"{entry}:sign", FieldCode.SIGN, entry, one.sign or "")
            if one.carried:
                yield self._text(f"{entry}:result", FieldCode.RESULT, entry, one.result or "")

    def notes(self) -> Iterator[Section]:
        """The notes, a section for each part; those of an unknown part come last."""
        titles = {part.id: part.title for part in self._record.parts}
        by_part: dict[str, list[OutlineField]] = {part: [] for part in titles}
        for key, note in note_keys(self._record):
            field = self._text(key, FieldCode.NOTE, key, note.text, person=note.person)
            by_part.setdefault(note.part, []).append(field)
        for part, fields in by_part.items():
            yield Section(f"notes:{part}", SectionCode.NOTES, titles.get(part, ""), tuple(fields), part)

    def lines(self, name: str, originals: tuple[str, ...]) -> Iterator[OutlineField]:
        """A list of short texts, and a place for one more."""
        count = max(len(originals), self._draft.items(name))
        for number in range(count + 1):
            key = f"{name}:{number}"
            known = number < len(originals)
            original = originals[number] if known else ""
            yield self._text(key, FieldCode.LINE, key, original, added=not known)

    def reservations(self) -> Iterator[OutlineField]:
        """Disagreement, whose words it is, and a place for one more."""
        known = self._record.reservations
        count = max(len(known), self._draft.items("reservation"))
        for number in range(count + 1):
            entry = f"reservation:{number}"
            person, words = (known[number].person, known[number].text) if number < len(known) else (None, "")
            added = number >= len(known)
            yield self._made(f"{entry}:person", FieldCode.WHOSE, FieldKind.PERSON, entry, person, added=added)
            yield self._text(f"{entry}:text", FieldCode.WORDS, entry, words, person=person, added=added)

    def people(self) -> Iterator[OutlineField]:
        """Who took part, and who gets the referat."""
        for person in self._record.people:
            entry, who = f"person:{person.id}", person.id
            yield self._line(f"{entry}:name", FieldCode.NAME, entry, person.name, person=who, required=True)
            yield self._line(f"{entry}:relation", FieldCode.RELATION, entry, person.relation, person=who)
            key = f"{entry}:receives_minutes"
            yield self._made(key, FieldCode.RECEIVES, FieldKind.FLAG, entry, person.receives_minutes, person=who)

    def next_meeting(self) -> Iterator[OutlineField]:
        """Where we meet again, where a day was agreed."""
        follow_up = self._record.follow_up
        if follow_up is not None and follow_up.at is not None:
            yield self._line("next_place", FieldCode.NEXT_PLACE, "next_meeting", follow_up.place)

    def makers(self) -> Iterator[OutlineField]:
        """The fields for the one responsible for the referat, which is never empty, and for its author."""
        people = (
            ("responsible", FieldCode.RESPONSIBLE, self._record.responsible),
            ("author", FieldCode.AUTHOR, self._record.author),
        )
        for key, code, person in people:
            yield self._made(key, code, FieldKind.PERSON, "minutes", person, required=True)

    def _line(
        self, key: str, code: FieldCode, entry: str, original: str, *, person: str | None = None, required: bool = False
    ) -> OutlineField:
        return self._made(key, code, FieldKind.LINE, entry, original, person=person, required=required)

    def _text(
        self,
        key: str,
        code: FieldCode,
        entry: str,
        original: str,
        *,
        person: str | None = None,
        required: bool = False,
        added: bool = False,
    ) -> OutlineField:
        return self._made(key, code, FieldKind.TEXT, entry, original, person=person, required=required, added=added)

    def _made(
        self,
        key: str,
        code: FieldCode,
        kind: FieldKind,
        entry: str,
        original: Value,
        *,
        person: str | None = None,
        required: bool = False,
        added: bool = False,
    ) -> OutlineField:
        current = self._draft.corrections.get(key, original)
        return OutlineField(key, code, kind, entry, original, current, person, required, added)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
