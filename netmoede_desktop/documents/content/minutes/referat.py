"""The referat: the agreements, then why we met, the notes, the disagreements, and how it felt.

Every note is in it in people's own words, full names of all, the child's too; no addresses, nothing private
(R075, R112, R127). Where the method numbers its agenda, the referat is the agenda filled in (R135).
"""

from collections.abc import Iterator

from netmoede_desktop.documents.content.agreements.agreements import agreed_now, earlier_tables
from netmoede_desktop.documents.content.blocks import (
    Block,
    Document,
    Heading,
    NoteBlock,
    Paragraph,
    Run,
    Table,
    TableColumn,
    TextTone,
    cell,
    plain,
)
from netmoede_desktop.documents.content.clean import one_line, paragraphs, sentence
from netmoede_desktop.documents.content.frame import next_meeting, paper
from netmoede_desktop.documents.content.minutes.agenda_form import filled_in
from netmoede_desktop.documents.content.minutes.deviations import done_differently
from netmoede_desktop.documents.content.minutes.rounds import loose_words, not_heard, spoken_words
from netmoede_desktop.documents.content.people import (
    attendance,
    full_name,
    name_of,
    named_by_id,
    relation_only,
    role_in_full,
)
from netmoede_desktop.documents.content.sections import experience, listed_lines, purpose
from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.domain.minutes.outline import is_a_form
from netmoede_desktop.domain.minutes.record import MeetingRecord, PauseRecord
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock

_TITLES = {
    "netværksmøde": translatable("Referat af netværksmøde"),
    "udviklingsmøde": translatable("Referat af udviklingsmøde"),
}


def referat(record: MeetingRecord, t: Translator, stamp: Stamp | None = None) -> Document:
    """Return the referat of a meeting; a draft of an unfinished one, with a stamp where approved."""
    return paper(record, t, _title(record, t), tuple(_blocks(record, t)), large=False, stamp=stamp)


def _title(record: MeetingRecord, t: Translator) -> str:
    if record.called in _TITLES:
        return t.gettext(_TITLES[record.called])
    return t.gettext("Referat af {meeting}").format(meeting=one_line(record.called))


def _blocks(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    if record.stop_reason:
        yield NoteBlock(t.gettext("Mødet sluttede før tid. Hvem der ikke nåede at få ordet, står længere nede."))
    form = is_a_form(record)
    yield from _form(record, t) if form else _free(record, t)
    yield from _board(record, t)
    yield from _reservations(record, t)
    if not form:
        yield Heading(2, t.gettext("Familiens oplevelse af mødet"))
        yield from experience(record, t)
    yield from _parked(record, t)
    yield from _not_reached(record, t)
    yield from done_differently(record, t)
    yield from _pauses(record, t)
    if not form:
        yield Heading(2, t.gettext("Næste møde"))
        yield next_meeting(record, t)
    yield from _about_the_minutes(record, t)
    yield Heading(2, t.gettext("Deltagere"))
    yield _participants(record, t)


def _form(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    yield from filled_in(record, t)
    yield from loose_words(record, t)


def _free(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    if record.principles:
        yield Heading(2, t.gettext("Det bygger vi på"))
        yield listed_lines(record.principles)
    yield Heading(2, t.gettext("Det aftalte vi"))
    yield from agreed_now(record, t)
    for earlier in earlier_tables(record, t):
        yield Heading(2, earlier.title)
        yield earlier
    yield Heading(2, t.gettext("Formålet med mødet"))
    yield from purpose(record, t)
    yield from spoken_words(record, t)


def _board(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    if record.board:
        yield Heading(2, t.gettext("Det har vi hørt"))
        yield listed_lines(record.board)


def _reservations(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    yield Heading(2, t.gettext("Uenighed og forbehold"))
    if not record.reservations:
        yield Paragraph(plain(t.gettext("Ingen tog forbehold.")))
    for reservation in record.reservations:
        speaker = Run(named_by_id(record, reservation.person, t) + ".", TextTone.STRONG)
        first, *rest = paragraphs(reservation.text) or ("",)
        yield Paragraph((speaker, Run(f" {first}")))
        yield from (Paragraph(plain(line), follows=True) for line in rest)


def _parked(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    if record.parked:
        yield Heading(2, t.gettext("Gemt til en anden gang"))
        yield Paragraph(plain(t.gettext("Det tager vi op en anden gang:")), leads=True)
        yield listed_lines(record.parked)


def _not_reached(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    missed = tuple(not_heard(record, t))
    if record.stop_reason is not None:
        yield Heading(2, t.gettext("Mødet sluttede før tid"))
        reason = sentence(record.stop_reason)
        if reason:
            yield Paragraph(plain(t.gettext("Grunden er: {reason}").format(reason=reason)))
    elif missed:
        yield Heading(2, t.gettext("Det nåede vi ikke"))
    if missed:
        yield listed_lines(missed)


def _pauses(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    if record.pauses:
        yield Heading(2, t.gettext("Pauser"))
        yield listed_lines(tuple(_pause(pause, t) for pause in record.pauses))


def _pause(pause: PauseRecord, t: Translator) -> str:
    minutes = round(pause.seconds / 60)
    length = (
        t.ngettext("{n} minut", "{n} minutter", minutes).format(n=minutes) if minutes else t.gettext("under et minut")
    )
    return t.gettext("Kl. {time}, {length}").format(time=clock(pause.started), length=length)


def _participants(record: MeetingRecord, t: Translator) -> Block:
    if not record.people:
        return Paragraph(plain(t.gettext("Der er ingen deltagere på listen.")))
    columns = (
        TableColumn(t.gettext("Navn"), 5),
        TableColumn(t.gettext("Relation til barnet"), 4),
        TableColumn(t.gettext("Rolle på mødet"), 3),
        TableColumn(t.gettext("Til stede"), 3),
        TableColumn(t.gettext("Får referat"), 2),
    )
    rows = tuple(
        (
            cell(full_name(person, t)),
            cell(relation_only(person)),
            cell(role_in_full(person, t)),
            cell(attendance(person, t)),
            cell(t.gettext("ja") if person.receives_minutes else t.gettext("nej")),
        )
        for person in record.people
    )
    return Table(t.gettext("Deltagere"), columns, rows)


def _about_the_minutes(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """A heading and who made the referat (R026, R027, R133); nothing where no one is named."""
    sentence = _makers(record, t)
    if sentence:
        yield Heading(2, t.gettext("Om referatet"))
        yield Paragraph(plain(sentence))


def _makers(record: MeetingRecord, t: Translator) -> str:
    """`Maja Lind er ansvarlig for referatet. Bo Ek har skrevet det.`, "" where no one is named."""
    if record.responsible is not None and record.responsible == record.author:
        both = t.gettext("{name} er ansvarlig for referatet og har skrevet det.")
        return both.format(name=name_of(record, record.responsible, t))
    said = (
        (record.responsible, t.gettext("{name} er ansvarlig for referatet.")),
        (record.author, t.gettext("{name} har skrevet referatet.")),
    )
    return " ".join(words.format(name=name_of(record, who, t)) for who, words in said if who is not None)
