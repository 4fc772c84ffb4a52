"""The consent sheet: one per parent, topics × recipients to tick, purpose, until when, and how to take it back.

Only the parent's own topics stand on it: another's are that one's to answer. The texts are ours and proposals.
"""

from collections.abc import Iterator

from netmoede_desktop.documents.content.blocks import (
    Blank,
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
from netmoede_desktop.documents.content.preparation.frame import language_tag
from netmoede_desktop.documents.content.preparation.invitation import LARGE, USUAL
from netmoede_desktop.documents.papers import PaperChoice, PaperProblem
from netmoede_desktop.domain.cases.case_facts import Consent
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.preparation.shared_text import SharedText, shared_text
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import full_date, long_date

_TICK = "☐"

#: Empty rows for topics that come up in the talk.
_EMPTY_ROWS = 3


def samtykke(meeting: PreparedMeeting, t: Translator, choice: PaperChoice) -> Document:
    """Return the sheet of one parent, or of all. Raises `PaperProblem`: `not_a_parent`, `no_parents`."""
    parents = [one for one in meeting.everyone if one.role is Role.PARENT and choice.person in ("", one.id)]
    if not parents:
        raise PaperProblem("not_a_parent" if choice.person else "no_parents")
    shared = shared_text(meeting)
    blocks: list[Block] = []
    for parent in parents:
        if blocks:
            blocks.append(PageBreak())
        blocks += _sheet(meeting, parent, shared, t)
    return Document(
        title=t.gettext("Samtykke"),
        language=language_tag(t),
        confidential="",
        subtitle="",
        blocks=tuple(blocks),
        mark=PageMark(t.gettext("Samtykke · fortroligt · teksten er et forslag og kan tilpasses"), ""),
        day=meeting.made,
        points=LARGE if choice.large else USUAL,
        headed=False,
    )


def _sheet(meeting: PreparedMeeting, parent: Person, shared: SharedText, t: Translator) -> Iterator[Block]:
    plan = meeting.plan
    name = one_line(parent.name)
    head = t.gettext("Til {name} · sag {reference}").format(name=name, reference=one_line(plan.case_reference))
    yield Paragraph((Run(head, TextTone.QUIET),))
    yield Heading(1, t.gettext("Må vi tale om det her?"))
    asked = t.gettext(
        "Vi vil gerne holde et møde om {child} {date}. Du bestemmer, hvad vi må fortælle, og hvem der må høre det. Du "
        "kan sige ja til noget og nej til andet."
    )
    yield Paragraph(plain(asked.format(child=one_line(plan.child), date=full_date(plan.starts, t))))
    yield Heading(2, t.gettext("Hvad må vi fortælle, og til hvem?"))
    yield Paragraph((Run(t.gettext("Sæt kryds, hvor du siger ja. Et tomt felt betyder nej."), TextTone.QUIET),))
    yield _grid(meeting, parent, shared, t)
    purpose = shared.line(sentence(plan.purpose))
    until = max((one.until for one in _own(meeting, parent) if one.until is not None), default=None)
    lasts = t.gettext("Til opfølgningen er holdt. Kommer der nye personer eller emner, spørger vi igen.")
    if until is not None:
        lasts = t.gettext(
            "Til opfølgningen er holdt, dog højst til {date}. Kommer der nye personer eller emner, spørger vi igen."
        ).format(date=long_date(until, t))
    used = (Paragraph(plain(purpose)),) if purpose else (Blank(""),)
    yield Panels(
        (
            Panel((_strong(t.gettext("Hvad bruger vi det til?")), *used), Frame.TINT),
            Panel((_strong(t.gettext("Hvor længe gælder det?")), Paragraph(plain(lasts))), Frame.TINT),
        )
    )
    yield Panels((Panel((_taking_back(meeting, t),), Frame.LINE),))
    yield ListBlock(
        (
            plain(t.gettext("Jeg siger ja til det, jeg har sat kryds ved")),
            plain(t.gettext("Jeg siger nej til det hele")),
        ),
        _TICK,
    )
    yield Blank(t.gettext("Dato og underskrift, {name}").format(name=name))
    oral = t.gettext("Udfyldes af kommunen, hvis svaret er givet mundtligt: dato, og hvem der spurgte")
    yield Paragraph((Run(oral, TextTone.QUIET),))
    yield Blank("")


def _own(meeting: PreparedMeeting, parent: Person) -> tuple[Consent, ...]:
    return tuple(one for one in meeting.known.case.consents if one.by == parent.id)


def _strong(text: str) -> Paragraph:
    return Paragraph((Run(text, TextTone.STRONG),))


def _taking_back(meeting: PreparedMeeting, t: Translator) -> Paragraph:
    name, phone = one_line(meeting.sender.name), one_line(meeting.sender.phone)
    whom = ", ".join(part for part in (name, phone) if part) or t.gettext("den, der har spurgt dig")
    rest = t.gettext("Ring til {whom}. Så fortæller vi ikke mere. Det, der er sagt, kan vi ikke kalde tilbage.")
    back = Run(t.gettext("Du kan altid tage dit ja tilbage.") + " ", TextTone.STRONG)
    return Paragraph((back, Run(rest.format(whom=whom))))


def _grid(meeting: PreparedMeeting, parent: Person, shared: SharedText, t: Translator) -> Table:
    topics = dict.fromkeys(shared.line(one_line(text)) for one in _own(meeting, parent) for text in one.topics)
    groups = (t.gettext("Familie"), t.gettext("Skole"), t.gettext("Fagfolk"), t.gettext("Kommune"))
    columns = (TableColumn(t.gettext("Emne"), 5), *(TableColumn(group, 2) for group in groups))
    boxes = (cell(_TICK),) * len(groups)
    rows: list[tuple[TableCell, ...]] = [(cell(topic), *boxes) for topic in topics if topic]
    if not any(one.protected_address for one in meeting.everyone):
        nothing = (cell("–"),) * (len(groups) - 1)
        rows.append((cell(t.gettext("Telefon og adresse")), *nothing, cell(_TICK)))
    rows += [(cell(" "), *boxes)] * _EMPTY_ROWS
    return Table(t.gettext("Hvad må vi fortælle, og til hvem?"), columns, tuple(rows))
