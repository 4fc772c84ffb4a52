"""The fields of a referat in words: what a section is called, whose words a field holds, what stood there before."""

from collections.abc import Mapping
from datetime import date

from netmoede_desktop.domain.minutes.draft import MinutesDraft, Value, note_keys
from netmoede_desktop.domain.minutes.outline import (
    FieldCode,
    FieldKind,
    OutlineField,
    Section,
    SectionCode,
    may_answer_for,
    sections,
)
from netmoede_desktop.domain.minutes.record import MeetingRecord, NoteRecord, PersonRecord
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.minutes.editing.outline import EditorEntry, EditorField, EditorSection
from netmoede_desktop.gui.wording.meeting_wording import mark_name
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import full_moment, long_date, sentence_case
from netmoede_desktop.localization.part_titles import short_title

#: What a section is called in the list, and what it is called on the paper.
_SECTIONS: Mapping[SectionCode, tuple[str, str]] = {
    SectionCode.AGREEMENTS: (translatable("Aftaler"), translatable("Det aftalte vi")),
    SectionCode.CARRIED: (translatable("Aftaler fra sidst"), translatable("Aftaler fra sidst")),
    SectionCode.PURPOSE: (translatable("Formål og sted"), translatable("Formålet med mødet")),
    SectionCode.BOARD: (translatable("Tavlen"), translatable("Det har vi hørt")),
    SectionCode.RESERVATIONS: (translatable("Uenighed og forbehold"), translatable("Uenighed og forbehold")),
    SectionCode.EXPERIENCE: (translatable("Familiens oplevelse"), translatable("Familiens oplevelse af mødet")),
    SectionCode.PARKED: (translatable("Gemt til en anden gang"), translatable("Gemt til en anden gang")),
    SectionCode.PARTICIPANTS: (translatable("Deltagere"), translatable("Deltagere")),
    SectionCode.NEXT_MEETING: (translatable("Næste møde"), translatable("Næste møde")),
    SectionCode.MINUTES: (translatable("Om referatet"), translatable("Om referatet")),
}
#: What those from before are called where all of them had begun before there were any meetings.
_UNDER_WAY = (translatable("Det var allerede i gang"), translatable("Det var allerede i gang"))
_FIELDS: Mapping[FieldCode, str] = {
    FieldCode.PURPOSE: translatable("Formål"),
    FieldCode.PLACE: translatable("Sted"),
    FieldCode.WHAT: translatable("Hvad"),
    FieldCode.OWNER: translatable("Hvem"),
    FieldCode.START: translatable("Fra"),
    FieldCode.DUE: translatable("Senest"),
    FieldCode.SIGN: translatable("Tegn på, at det lykkes"),
    FieldCode.RESULT: translatable("Sådan gik det"),
    FieldCode.WHOSE: translatable("Hvem siger det?"),
    FieldCode.WORDS: translatable("Ordene"),
    FieldCode.NAME: translatable("Navn"),
    FieldCode.RELATION: translatable("Relation til barnet"),
    FieldCode.RECEIVES: translatable("Får referatet"),
    FieldCode.NEXT_PLACE: translatable("Sted"),
    FieldCode.RESPONSIBLE: translatable("Ansvarlig for referatet"),
    FieldCode.AUTHOR: translatable("Skrevet af"),
}
#: Those who come last among who may answer for the referat.
_FAMILY = (Role.PARENT, Role.PRIVATE)
_NEW_LINE = translatable("Tilføj en linje")


def editor_sections(record: MeetingRecord, draft: MinutesDraft, t: Translator) -> tuple[EditorSection, ...]:
    """Return the referat as the editor shows it, in the order of the paper."""
    words = _Words(record, t)
    return tuple(words.section(section) for section in sections(record, draft))


class _Words:
    """Puts the fields of one referat into words."""

    def __init__(self, record: MeetingRecord, t: Translator) -> None:
        self._t = t
        self._follow_up = record.follow_up
        self._people = {person.id: person for person in record.people}
        self._notes = dict(note_keys(record))
        self._only_started = all(one.started for one in record.agreements if one.carried)

    def section(self, section: Section) -> EditorSection:
        """One section; a part of the meeting is called as the method calls it."""
        t = self._t
        if section.code is SectionCode.NOTES:
            title = short_title(section.title) or t.gettext("Andet, der blev sagt")
            heading = title
        else:
            point = short_title(section.title)
            title, heading = (point or t.gettext(words) for words in self._names(section.code))
        entries: dict[str, list[OutlineField]] = {}
        for field in section.fields:
            entries.setdefault(field.entry, []).append(field)
        made = tuple(self._entry(section.code, key, fields) for key, fields in entries.items())
        return EditorSection(section.id, title, heading, made, section.over)

    def _names(self, code: SectionCode) -> tuple[str, str]:
        return _UNDER_WAY if code is SectionCode.CARRIED and self._only_started else _SECTIONS[code]

    def _entry(self, code: SectionCode, key: str, fields: list[OutlineField]) -> EditorEntry:
        made = tuple(self._field(field) for field in fields)
        return EditorEntry(key, self._entry_title(code, key, fields), made, self._missing(code, fields))

    def _entry_title(self, code: SectionCode, key: str, fields: list[OutlineField]) -> str:
        t = self._t
        match code:
            case _ if fields[0].code is FieldCode.NOTE:
                return ""
            case SectionCode.AGREEMENTS | SectionCode.CARRIED:
                return t.gettext("Aftale {number}").format(number=key.split(":")[1])
            case SectionCode.RESERVATIONS if fields[0].added:
                return t.gettext("Et forbehold mere")
            case SectionCode.RESERVATIONS:
                return t.gettext("Forbehold {number}").format(number=int(key.split(":")[1]) + 1)
            case SectionCode.PARTICIPANTS:
                return self._name(fields[0].person or "")
            case SectionCode.NEXT_MEETING if self._follow_up is not None and self._follow_up.at is not None:
                return sentence_case(full_moment(self._follow_up.at, t))
            case _:
                return ""

    def _missing(self, code: SectionCode, fields: list[OutlineField]) -> str:
        """Return the sentence on a missing choice: the speaker of a reservation, or the responsible person (R027)."""
        values = {field.code: field.current for field in fields}
        if code is SectionCode.MINUTES and not values[FieldCode.RESPONSIBLE]:
            return self._t.gettext("Vælg, hvem der er ansvarlig for referatet.")
        if code is not SectionCode.RESERVATIONS:
            return ""
        if values[FieldCode.WORDS] and not values[FieldCode.WHOSE]:
            return self._t.gettext("Vælg, hvem der siger det. Ellers kommer det ikke med på papiret.")
        return ""

    def _field(self, field: OutlineField) -> EditorField:
        return EditorField(
            key=field.key,
            kind=field.kind,
            label=self._label(field),
            current=field.current,
            original=field.original,
            was=self._in_words(field.kind, field.original),
            remark=self._remark(self._notes.get(field.key)),
            options=self._options(field) if field.kind is FieldKind.PERSON else (),
        )

    def _label(self, field: OutlineField) -> str:
        t = self._t
        match field.code:
            case FieldCode.NOTE:
                return self._named(field.person or "")
            case FieldCode.LINE if field.added:
                return t.gettext(_NEW_LINE)
            case FieldCode.LINE:
                return t.gettext("Linje {number}").format(number=int(field.key.split(":")[1]) + 1)
            case code:
                return t.gettext(_FIELDS[code])

    def _in_words(self, kind: FieldKind, value: Value) -> str:
        t = self._t
        match kind:
            case FieldKind.FLAG:
                return t.gettext("ja") if value else t.gettext("nej")
            case FieldKind.PERSON if isinstance(value, str):
                return self._name(value)
            case FieldKind.DAY if isinstance(value, str):
                return long_date(date.fromisoformat(value), t)
            case _:
                return value if isinstance(value, str) else ""

    def _remark(self, note: NoteRecord | None) -> str:
        if note is None:
            return ""
        t = self._t
        reader = note.read_aloud_by
        read = t.gettext("læst op af {name}").format(name=self._name(reader)) if reader else ""
        mark = mark_name(note.mark, t) if note.mark else ""
        return " · ".join(part for part in (mark, read) if part)

    def _options(self, field: OutlineField) -> tuple[tuple[str, str], ...]:
        people = tuple((person, self._name(person)) for person in self._choosable(field))
        if field.required and field.current:
            return people
        nobody = self._t.gettext("ingen endnu") if field.code is FieldCode.OWNER else self._t.gettext("Vælg")
        return (("", nobody), *people)

    def _choosable(self, field: OutlineField) -> list[str]:
        """Return everyone; for the referat itself the grown-ups who were here, family last, and the present choice."""
        if field.code not in (FieldCode.RESPONSIBLE, FieldCode.AUTHOR):
            return list(self._people)
        able = [person for person in self._people.values() if may_answer_for(person) or person.id == field.current]
        return [person.id for person in sorted(able, key=lambda one: one.role in _FAMILY)]

    def _name(self, person: str) -> str:
        found = self._people.get(person)
        return person if found is None else found.name or found.called or self._t.gettext("(uden navn)")

    def _named(self, person: str) -> str:
        """`Kirsten Holm, farmor`."""
        found: PersonRecord | None = self._people.get(person)
        if found is None or not found.relation:
            return self._name(person)
        return self._t.gettext("{name}, {relation}").format(name=self._name(person), relation=found.relation)
