"""The dagsorden: background, time, place and participants, and the method's own points with their minutes (R063)."""

from collections.abc import Iterator
from dataclasses import replace

from netmoede_desktop.documents.content.blocks import (
    Blank,
    Block,
    Document,
    Fact,
    FactTable,
    Frame,
    Heading,
    Panel,
    Panels,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TextTone,
    cell,
    plain,
)
from netmoede_desktop.documents.content.clean import one_line, sentence
from netmoede_desktop.documents.content.minutes.rounds import part_title
from netmoede_desktop.documents.content.people import role_name
from netmoede_desktop.documents.content.preparation.frame import preparation_paper
from netmoede_desktop.documents.content.preparation.invitation import LARGE
from netmoede_desktop.documents.content.preparation.planned_words import UNKNOWN, filled, numbered, timetable
from netmoede_desktop.documents.papers import PaperChoice
from netmoede_desktop.domain.methods.method import Part, PartTask
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.invitations import answer_by, at_the_table
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.preparation.shared_text import SharedText, shared_text
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, full_date, long_date, sentence_case, weekday_date


def dagsorden(meeting: PreparedMeeting, t: Translator, choice: PaperChoice) -> Document:
    """Return the agenda of a planned meeting; it becomes the referat where the method says so."""
    title = t.gettext("Dagsorden for mødet om {child}").format(child=one_line(meeting.plan.child))
    blocks = tuple(_blocks(meeting, shared_text(meeting), t))
    foot = t.gettext("Dagsorden · fortroligt")
    document = preparation_paper(meeting, t, title, blocks, foot=foot)
    return replace(document, points=LARGE) if choice.large else document


def _blocks(meeting: PreparedMeeting, shared: SharedText, t: Translator) -> Iterator[Block]:
    principles = meeting.plan.method.principles
    if principles:
        panels = tuple(Panel((Paragraph(plain(sentence(text))),)) for text in principles)
        yield Panels((Panel((Panels(panels),), Frame.TINT),))
    yield FactTable(tuple(_facts(meeting, shared, t)), t.gettext("Mødet"), narrow=True)
    yield Heading(2, t.gettext("Baggrund"))
    background = shared.line(sentence(meeting.known.case.unknown_case.presented.text))
    if background:
        yield Paragraph(plain(background))
    yield from (Paragraph(plain(line)) for line in _before(meeting, t))
    if not background:
        yield Blank("")
    yield Heading(2, t.gettext("Punkter"))
    yield _points(meeting, shared, t)
    yield from _more(meeting, t)


def _facts(meeting: PreparedMeeting, shared: SharedText, t: Translator) -> Iterator[Fact]:
    plan = meeting.plan
    said = t.gettext("{date} kl. {start}–{end}").format(
        date=sentence_case(full_date(plan.starts, t)), start=clock(plan.starts), end=clock(meeting.ends)
    )
    yield Fact(t.gettext("Hvornår"), said, strong=True)
    place = shared.place(one_line(plan.place), meeting.known.meeting.room.kind)
    yield Fact(t.gettext("Hvor"), place or t.gettext("Ring, så får du stedet at vide"), strong=bool(place))
    coming = [one for one in at_the_table(meeting) if one.role is not Role.LEADER]
    yield Fact(t.gettext("Deltagere"), " · ".join(_named(one, shared, t) for one in coming))
    leaders = [one_line(one.name) for one in plan.people if one.role is Role.LEADER]
    if leaders:
        yield Fact(t.gettext("Leder mødet"), ", ".join(leaders))


def _named(person: Person, shared: SharedText, t: Translator) -> str:
    if person.role is Role.CHILD:
        return one_line(person.called)
    relation = shared.line(one_line(person.relation)) or role_name(person.role, t)
    return t.gettext("{name}, {relation}").format(name=one_line(person.name), relation=relation)


def _before(meeting: PreparedMeeting, t: Translator) -> Iterator[str]:
    if meeting.plan.last_held is not None:
        yield t.gettext("Sidste møde var {date}.").format(date=long_date(meeting.plan.last_held, t))


def _points(meeting: PreparedMeeting, shared: SharedText, t: Translator) -> Table:
    rows: list[tuple[TableCell, ...]] = []
    heading = ""
    for number, (part, begins, ends) in enumerate(timetable(meeting.plan), 1):
        if part.heading and part.heading != heading:
            own, _, text = one_line(part.heading).partition(". ")
            rows.append((cell(Run(own, TextTone.STRONG)), cell(Run(text or own, TextTone.STRONG)), cell("")))
        heading = part.heading
        given, title = numbered(part)
        minutes = round((ends - begins).total_seconds() / 60)
        time = t.gettext("{n} min").format(n=minutes)
        lines: list[str | Run] = [Run(part_title(title), TextTone.STRONG), *_under(part, meeting, shared, t)]
        rows.append((cell(Run(given or str(number), TextTone.STRONG)), cell(*lines), cell(time)))
    columns = (TableColumn(t.gettext("Nr."), 1), TableColumn(t.gettext("Punkt"), 12), TableColumn(t.gettext("Tid"), 2))
    return Table(t.gettext("Punkter"), columns, tuple(rows))


def _under(part: Part, meeting: PreparedMeeting, shared: SharedText, t: Translator) -> Iterator[str]:
    """The question of a point, or the purpose; then the measures under way where the method goes through them."""
    plan = meeting.plan
    if part.task is PartTask.PURPOSE and plan.purpose.strip():
        yield shared.line(sentence(plan.purpose))
    elif UNKNOWN not in (question := filled(part.prompts.room, plan)):
        yield question
    if part.task is PartTask.STATUS:
        for one in plan.carried or plan.measures:
            said = shared.line(one_line(one.text))
            if one.start is not None:
                said = t.gettext("{text}, siden {date}").format(text=said, date=long_date(one.start, t))
            yield sentence(said)


def _more(meeting: PreparedMeeting, t: Translator) -> Iterator[Block]:
    name, phone = one_line(meeting.sender.name), one_line(meeting.sender.phone)
    whom = ", ".join(part for part in (name, phone) if part)
    if not whom:
        return
    last = answer_by(meeting)
    if last is None:
        said = t.gettext("Vil du have noget med på dagsordenen, så sig det til {whom}.").format(whom=whom)
    else:
        said = t.gettext("Vil du have noget med på dagsordenen, så sig det til {whom} senest {date}.").format(
            whom=whom, date=weekday_date(last, t, today=meeting.made)
        )
    yield Paragraph((Run(said, TextTone.QUIET),))
