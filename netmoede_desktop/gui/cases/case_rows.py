"""Texts of sager and their meetings: rows for the lists. Knows no window."""

from collections.abc import Mapping, Sequence
from datetime import date

from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.gui.desk.office_page import Destination, ToMeeting, ToMinutes, ToPreparation
from netmoede_desktop.gui.kit.lists.value_table import Cell, Row
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.wording.moments import moment_in_list
from netmoede_desktop.gui.wording.office_wording import role_label
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.cases.cases import (
    CaseCard,
    CaseDetails,
    CaseFile,
    FoundPerson,
    MeetingBrief,
    MeetingStatus,
)

#: The key of the row of a meeting that is agreed and not planned.
AGREED = "agreed"

_STATES = {
    MeetingStatus.PLANNED: translatable("planlagt"),
    MeetingStatus.RUNNING: translatable("i gang"),
    MeetingStatus.FINISHED: translatable("afsluttet"),
}
_TONES = {MeetingStatus.RUNNING: Tone.ATTENTION, MeetingStatus.FINISHED: Tone.MUTED}


def case_rows(cards: Sequence[CaseCard], today: date, t: Translator) -> list[Row]:
    """Return rows of sager: number, child, who was found, next meeting, last meeting, count."""
    return [
        Row(
            card.id,
            (
                Cell(card.details.reference, Tone.STRONG),
                Cell(card.details.child),
                Cell("" if card.found is None else _found_name(card.found)),
                _next_cell(card, today, t),
                Cell("" if card.last is None else moment_in_list(card.last.starts, today, t), Tone.MUTED),
                Cell(t.ngettext("{n} møde", "{n} møder", card.meetings).format(n=card.meetings), Tone.MUTED),
            ),
        )
        for card in cards
    ]


def case_sentence(details: CaseDetails, t: Translator) -> str:
    """Return further details of a sag: `født 2015 · dansk, somali`."""
    parts = []
    if details.birth_year is not None:
        parts.append(t.gettext("født {year}").format(year=details.birth_year))
    if details.languages:
        parts.append(", ".join(details.languages))
    return " · ".join(parts)


def agreed_rows(file: CaseFile, today: date, t: Translator) -> list[Row]:
    """Return a row with key `AGREED` for the next meeting agreed in the last one and not planned yet, or no row."""
    agreed, number = file.card.agreed, file.card.next_number
    if agreed is None:
        return []
    cells = (
        Cell(t.gettext("{number}. møde").format(number=number), Tone.STRONG),
        Cell(moment_in_list(agreed, today, t), Tone.ATTENTION if agreed.date() < today else Tone.BODY),
        Cell(t.gettext("aftalt · forbered"), Tone.ATTENTION),
        Cell(""),
        Cell(""),
    )
    return [Row(AGREED, cells)]


def meeting_rows(meetings: Sequence[MeetingBrief], methods: Mapping[str, str], today: date, t: Translator) -> list[Row]:
    """Return rows of a sag's meetings, newest first: number, date, state, method (its short name), place."""
    return [
        Row(
            meeting.id,
            (
                Cell(t.gettext("{number}. møde").format(number=meeting.series_number), Tone.STRONG),
                Cell(moment_in_list(meeting.starts, today, t)),
                Cell(t.gettext(_STATES[meeting.state]), _TONES.get(meeting.state, Tone.BODY)),
                Cell(methods.get(meeting.method_id, meeting.method_id)),
                Cell(meeting.place, Tone.MUTED),
            ),
        )
        for meeting in reversed(meetings)
    ]


def destination_of(meeting: MeetingBrief) -> Destination:
    """Return the page on which to open a meeting: preparation, meeting or referat, by its state."""
    match meeting.state:
        case MeetingStatus.PLANNED:
            return ToPreparation(meeting.id)
        case MeetingStatus.RUNNING:
            return ToMeeting(meeting.id)
        case MeetingStatus.FINISHED:
            return ToMinutes(meeting.id)


def people_rows(people: Sequence[Person], t: Translator) -> list[Row]:
    """Return rows of a sag's people: name, relation to the child, role, protected address."""
    return [
        Row(
            person.id,
            (
                Cell(person.name, Tone.STRONG),
                Cell(person.relation),
                Cell(role_label(person.role, t), Tone.MUTED),
                Cell(t.gettext("beskyttet adresse") if person.protected_address else "", Tone.ATTENTION),
            ),
        )
        for person in people
    ]


def _found_name(person: FoundPerson) -> str:
    """Return relation and name as they are said: `Mormor Åse Krog`, but `Kim Ravn, mor til en veninde`."""
    if not person.relation or " " in person.relation:
        return ", ".join(part for part in (person.name, person.relation) if part)
    return f"{person.relation[0].upper()}{person.relation[1:]} {person.name}"


def _next_cell(card: CaseCard, today: date, t: Translator) -> Cell:
    meeting = card.next
    if meeting is None:
        if card.agreed is None or card.agreed.date() < today:
            return Cell("")
        return Cell(t.gettext("{moment} · aftalt").format(moment=moment_in_list(card.agreed, today, t)), Tone.ATTENTION)
    if meeting.state is MeetingStatus.RUNNING:
        return Cell(t.gettext(_STATES[meeting.state]), Tone.ATTENTION)
    return Cell(moment_in_list(meeting.starts, today, t))
