"""Corrections of a referat after the meeting, beside the facts as they were held; the facts stay as they are.

A correction is a value under the key of a field: `note:d4:<person>:0`, `agreement:3:due`, `board:1` … The keys name
parts, people and numbers, never words, so that they may be in the audit log. An item that is corrected to nothing is
left out; a key one beyond the last item adds one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.minutes.record import (
    AgreementRecord,
    MeetingRecord,
    NoteRecord,
    PersonRecord,
    ReservationRecord,
)

#: What a correction may hold: a text or a person's id, yes or no, a date as ISO text, or nothing.
Value = str | bool | None


@dataclass(frozen=True, slots=True)
class MinutesDraft:
    """The corrections of one referat by field key. Keys that fit nothing in the facts do nothing."""

    corrections: Mapping[str, Value] = field(default_factory=dict)

    def put(self, key: str, value: Value) -> "MinutesDraft":
        """Return the draft with one correction more, or another in place of the one under that key."""
        return MinutesDraft({**self.corrections, key: value})

    def without(self, key: str) -> "MinutesDraft":
        """Return the draft without one correction."""
        return MinutesDraft({other: value for other, value in self.corrections.items() if other != key})

    def text(self, key: str, original: str) -> str:
        """Return the text under a key: the correction, or else the original."""
        value = self.corrections.get(key, original)
        return value if isinstance(value, str) else ""

    def optional(self, key: str, original: str | None) -> str | None:
        """The same for a text that may be missing."""
        return self.text(key, original or "") or None

    def day(self, key: str, original: date | None) -> date | None:
        """Return the date under a key."""
        if key not in self.corrections:
            return original
        text = self.text(key, "")
        return date.fromisoformat(text) if text else None

    def flag(self, key: str, *, original: bool) -> bool:
        """Return the yes or no under a key."""
        return self.corrections.get(key, original) is True

    def items(self, name: str) -> int:
        """Return how many items of a list the corrections reach to: one more than the highest number in their keys."""
        numbers = (key.split(":")[1] for key in self.corrections if key.startswith(f"{name}:"))
        return max((int(number) + 1 for number in numbers), default=0)

    def changed_since(self, before: "MinutesDraft") -> tuple[str, ...]:
        """Return the keys, in order, under which the two drafts differ."""
        keys = sorted({*self.corrections, *before.corrections})
        return tuple(key for key in keys if _at(self, key) != _at(before, key))


def corrected(record: MeetingRecord, draft: MinutesDraft) -> MeetingRecord:
    """Return the facts with the corrections laid over them."""
    if not draft.corrections:
        return record
    return replace(
        record,
        place=draft.text("place", record.place),
        purpose=draft.text("purpose", record.purpose),
        people=tuple(_person(person, draft) for person in record.people),
        notes=tuple(note for key, was in note_keys(record) if (note := _note(was, key, draft)).text),
        agreements=tuple(_agreement(agreement, draft) for agreement in record.agreements),
        board=_lines("board", record.board, draft),
        experience=_lines("experience", record.experience, draft),
        parked=_lines("parked", record.parked, draft),
        reservations=_reservations(record, draft),
        follow_up=_follow_up(record.follow_up, draft),
        responsible=draft.optional("responsible", record.responsible),
        author=draft.optional("author", record.author),
    )


def note_keys(record: MeetingRecord) -> tuple[tuple[str, NoteRecord], ...]:
    """Return each note with its key: the part, the person, and which of the person's notes in that part it is."""
    counts: dict[tuple[str, str], int] = {}
    found = []
    for note in record.notes:
        number = counts.get((note.part, note.person), 0)
        counts[note.part, note.person] = number + 1
        found.append((f"note:{note.part}:{note.person}:{number}", note))
    return tuple(found)


def _at(draft: MinutesDraft, key: str) -> tuple[bool, Value]:
    return key in draft.corrections, draft.corrections.get(key)


def _note(note: NoteRecord, key: str, draft: MinutesDraft) -> NoteRecord:
    return replace(note, text=draft.text(key, note.text))


def _person(person: PersonRecord, draft: MinutesDraft) -> PersonRecord:
    key = f"person:{person.id}"
    return replace(
        person,
        name=draft.text(f"{key}:name", person.name),
        relation=draft.text(f"{key}:relation", person.relation),
        receives_minutes=draft.flag(f"{key}:receives_minutes", original=person.receives_minutes),
    )


def _agreement(agreement: AgreementRecord, draft: MinutesDraft) -> AgreementRecord:
    key = f"agreement:{agreement.number}"
    return replace(
        agreement,
        text=draft.text(f"{key}:text", agreement.text),
        owner=draft.optional(f"{key}:owner", agreement.owner),
        start=draft.day(f"{key}:start", agreement.start),
        due=draft.day(f"{key}:due", agreement.due),
        sign=draft.optional(f"{key}:sign", agreement.sign),
        result=draft.optional(f"{key}:result", agreement.result),
    )


def _follow_up(follow_up: FollowUpRecord | None, draft: MinutesDraft) -> FollowUpRecord | None:
    """Only where we meet: the day was agreed in the room."""
    if follow_up is None or follow_up.at is None:
        return follow_up
    return replace(follow_up, place=draft.text("next_place", follow_up.place))


def _lines(name: str, originals: tuple[str, ...], draft: MinutesDraft) -> tuple[str, ...]:
    items = _items(name, originals, draft)
    lines = (draft.text(f"{name}:{number}", item or "") for number, item in items)
    return tuple(line for line in lines if line)


def _reservations(record: MeetingRecord, draft: MinutesDraft) -> tuple[ReservationRecord, ...]:
    words = (
        ReservationRecord(
            person=draft.text(f"reservation:{number}:person", was.person if was else ""),
            text=draft.text(f"reservation:{number}:text", was.text if was else ""),
        )
        for number, was in _items("reservation", record.reservations, draft)
    )
    return tuple(reservation for reservation in words if reservation.text and reservation.person)


Item = TypeVar("Item")


def _items(name: str, originals: tuple[Item, ...], draft: MinutesDraft) -> list[tuple[int, Item | None]]:
    """The items of a list by number, None for those that the corrections add."""
    added = draft.items(name) - len(originals)
    return list(enumerate([*originals, *[None] * added]))
