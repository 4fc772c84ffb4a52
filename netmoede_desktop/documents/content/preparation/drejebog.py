"""The drejebog: the mødeleder's own plan, a page for the day and a page for each round, readable at arm's length.

It is for the mødeleder alone. Its first page has the rules that were set aside with their reasons, but for those of
`ON_NO_PAPER`.
"""

from collections.abc import Iterator
from datetime import datetime

from netmoede_desktop.documents.content.blocks import (
    Block,
    Document,
    Frame,
    Heading,
    ListBlock,
    PageBreak,
    PageMark,
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
from netmoede_desktop.documents.content.preparation.day_bar import day_bar
from netmoede_desktop.documents.content.preparation.frame import language_tag
from netmoede_desktop.documents.content.preparation.planned_words import filled, phrases, timetable
from netmoede_desktop.documents.content.quotation import quoted
from netmoede_desktop.domain.methods.method import Part
from netmoede_desktop.domain.people.people import Network, Person, PlaceKind, Role, display_names
from netmoede_desktop.domain.preparation.feasibility import TimeFrame, round_times
from netmoede_desktop.domain.preparation.invitations import at_the_table
from netmoede_desktop.domain.preparation.meeting_facts import Reply
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.preparation.readiness.rule import ON_NO_PAPER
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.shared_text import shared_text
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock, full_date, long_date
from netmoede_desktop.localization.readiness_wording import WORDS

#: The size of the running text, in points; the smaller one for more speakers than this.
_POINTS, _SMALLER, _MANY = 14.0, 11.0, 12

_PLACES = {
    PlaceKind.FIRST: translatable("først, efter eget valg"),
    PlaceKind.LAST: translatable("sidst, efter eget valg"),
    PlaceKind.AFTER: translatable("efter den, barnet har valgt"),
    PlaceKind.THROUGH: translatable("taler gennem en anden"),
    PlaceKind.READ_ALOUD: translatable("ordene læses op"),
}

Row = tuple[Part, datetime, datetime]


def drejebog(meeting: PreparedMeeting, t: Translator) -> Document:
    """Return the plan of the meeting for the one who leads it."""
    plan = meeting.plan
    rows = timetable(plan)
    blocks: list[Block] = list(_first_page(meeting, rows, t))
    for page in _pages(rows):
        blocks.append(PageBreak())
        blocks += _page(meeting, rows, page, t)
    most = max((len(plan.order_if_all_come(part)) for part in plan.method.parts if part.has_turns), default=0)
    return Document(
        title=t.gettext("Drejebog"),
        language=language_tag(t),
        confidential="",
        subtitle="",
        blocks=tuple(blocks),
        mark=PageMark(t.gettext("Fortroligt · til mødelederen"), t.gettext("Side {page} af {pages}")),
        day=meeting.made,
        points=_SMALLER if most > _MANY else _POINTS,
        headed=False,
    )


def _pages(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """A page for each part with turns; the parts without that follow each other share one."""
    together: list[Row] = []
    for row in rows:
        if row[0].has_turns:
            if together:
                yield tuple(together)
                together = []
            yield (row,)
        else:
            together.append(row)
    if together:
        yield tuple(together)


def _first_page(meeting: PreparedMeeting, rows: tuple[Row, ...], t: Translator) -> Iterator[Block]:
    plan, shared = meeting.plan, shared_text(meeting)
    yield Heading(1, t.gettext("Drejebog for mødet om {child}").format(child=one_line(plan.child)))
    when = f"{full_date(plan.starts, t)} {clock(plan.starts)}–{clock(meeting.ends)}"
    number = t.gettext("{n}. møde").format(n=plan.number_in_series)
    parts = (one_line(plan.case_reference), number, when, one_line(plan.place))
    yield Paragraph((Run(" · ".join(part for part in parts if part), TextTone.QUIET),))
    yield day_bar(rows, frozenset(), t)
    if plan.purpose.strip():
        yield Heading(2, t.gettext("Formålet med mødet"))
        yield Paragraph(plain(shared.line(sentence(plan.purpose))))
    if plan.last_held is not None:
        said = t.gettext("Læs referatet fra {date}, før mødet begynder.").format(date=long_date(plan.last_held, t))
        yield Paragraph((Run(said, TextTone.STRONG),))
    yield Heading(2, t.gettext("Bordet, med uret rundt"))
    names = display_names(plan.people)
    yield Paragraph(plain(" · ".join(one_line(names[one.id]) for one in at_the_table(meeting))))
    waived = tuple(_waived(meeting, t))
    if waived:
        yield Heading(2, t.gettext("Valgt fra med en grund"))
        yield ListBlock(waived)


def _waived(meeting: PreparedMeeting, t: Translator) -> Iterator[tuple[Run, ...]]:
    shared = shared_text(meeting)
    for one in meeting.known.meeting.overrides:
        named = [rule for rule in RULES if rule.named_by(one.rule)]
        if not named or any(ON_NO_PAPER.intersection(rule.requirements) for rule in named):
            continue
        subject = t.gettext(WORDS[named[0].id].subject)
        signed = ", ".join(part for part in (one_line(one.by), long_date(one.at, t)) if part)
        reason = quoted(shared.line(one_line(one.reason)), t)
        yield (Run(subject, TextTone.STRONG), Run(f": {reason} "), Run(signed, TextTone.QUIET))


def _page(meeting: PreparedMeeting, rows: tuple[Row, ...], page: tuple[Row, ...], t: Translator) -> Iterator[Block]:
    yield day_bar(rows, frozenset(part.id for part, _, _ in page), t)
    for row in page:
        yield from _part(meeting, row, t)
    after = rows.index(page[-1]) + 1
    if after < len(rows):
        part, begins, _ = rows[after]
        said = t.gettext("Derefter, kl. {time}: ").format(time=clock(begins))
        yield Paragraph((Run(said, TextTone.QUIET), Run(part_title(part.title), TextTone.STRONG)))


def _part(meeting: PreparedMeeting, row: Row, t: Translator) -> Iterator[Block]:
    part, begins, ends = row
    plan = meeting.plan
    times = [Paragraph((Run(f"{clock(begins)}–{clock(ends)}", TextTone.STRONG),))]
    seconds = {one.part: one.seconds_each for one in round_times(TimeFrame.of_plan(plan))}.get(part.id)
    if seconds is not None:
        each = t.gettext("{minutes} min {seconds} s til hver").format(minutes=seconds // 60, seconds=seconds % 60)
        times.append(Paragraph(plain(each)))
    said = tuple(Paragraph(plain(quoted(text, t))) for text in phrases(part, plan))
    head: tuple[Block, ...] = (Heading(1 if part.has_turns else 2, part_title(part.title)), *said)
    yield Panels((Panel(head, weight=2.4), Panel(tuple(times), Frame.LINE)))
    tips = tuple(plain(filled(text, plan)) for text in part.prompts.tips)
    if not part.has_turns:
        if tips:
            yield ListBlock(tips)
        return
    aside: list[Block] = []
    if tips:
        aside += (Heading(2, t.gettext("Hvis det går i stå")), ListBlock(tips))
    aside += (
        Heading(2, t.gettext("Husk")),
        Paragraph(plain(t.gettext("Pas er i orden. Den, der siger senere, kommer igen til sidst i runden."))),
    )
    order = _order(meeting, part, t)
    if len(order.rows) > _MANY:  # beside each other they would not fit on the page
        yield order
        yield from aside
    else:
        yield Panels((Panel((order,), weight=1.7), Panel(tuple(aside))))


def _order(meeting: PreparedMeeting, part: Part, t: Translator) -> Table:
    people = {person.id: person for person in meeting.plan.people}
    names = display_names(meeting.plan.people)
    rows: list[tuple[TableCell, ...]] = []
    for number, person_id in enumerate(meeting.plan.order_if_all_come(part), 1):
        person = people[person_id]
        sign = "□" if person.network is Network.PROFESSIONAL else "○"
        notes = " · ".join(_notes(meeting, person, t))
        line = (Run(one_line(names[person_id]), TextTone.STRONG), Run(f"  {notes}" if notes else "", TextTone.QUIET))
        rows.append((cell(str(number)), cell(sign), TableCell((line,))))
    columns = (TableColumn(t.gettext("Nr."), 1), TableColumn("", 1), TableColumn(t.gettext("Ordet går sådan"), 10))
    return Table(t.gettext("Ordet går sådan"), columns, tuple(rows))


def _notes(meeting: PreparedMeeting, person: Person, t: Translator) -> Iterator[str]:
    if person.role is not Role.CHILD and person.relation.strip():
        yield one_line(person.relation)
    if person.place is not None:
        yield t.gettext(_PLACES[person.place.kind])
    if person.through_interpreter:
        yield t.gettext("gennem tolk")
    for one in meeting.known.meeting.invited:
        if one.person == person.id and one.reply is Reply.SENDS_WORDS:
            reader = next((other for other in meeting.plan.people if other.id == one.reader), None)
            name = one_line(reader.called) if reader else ""
            yield t.gettext("sender ord, læses op af {name}").format(name=name) if name else t.gettext("sender ord")
