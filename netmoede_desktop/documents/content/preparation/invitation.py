"""The invitation: one letter per person, followed by its pjece; purpose, time, place, the reader's own seat, an answer.

Only the child, the mødeleder and the sender are named: no consent of the sag is about names, so all others are told by
their relation to the child.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from netmoede_desktop.documents.content.blocks import (
    Blank,
    Block,
    Document,
    Fact,
    FactTable,
    Frame,
    Heading,
    ListBlock,
    PageBreak,
    PageMark,
    Panel,
    Panels,
    Paragraph,
    Run,
    TextTone,
    plain,
)
from netmoede_desktop.documents.content.clean import one_line, sentence
from netmoede_desktop.documents.content.people import listed, role_name
from netmoede_desktop.documents.content.preparation.editions import letter_words
from netmoede_desktop.documents.content.preparation.frame import language_tag
from netmoede_desktop.documents.content.preparation.pjece import pjece_blocks, pjece_title
from netmoede_desktop.documents.content.preparation.ring import ring_figure
from netmoede_desktop.documents.papers import PaperChoice, PaperProblem
from netmoede_desktop.domain.methods.method import LeaderRule
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Chooser, Edition
from netmoede_desktop.domain.preparation.invitations import answer_by, at_the_table, edition_of, invited
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.preparation.shared_text import SharedText, names_somebody, shared_text
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, full_date, sentence_case, weekday_date

#: The size of the running text, in points: the usual and the large one.
USUAL, LARGE = 12.0, 16.0

#: With more letters than this, those who come are told by their roles.
_MOST_LETTERS = 320

_TICK = "☐"


def invitation(meeting: PreparedMeeting, t: Translator, choice: PaperChoice) -> Document:
    """Return the letter to one, or to all invited. Raises `PaperProblem`: `not_invited`, `nobody_invited`."""
    readers = _readers(meeting, choice)
    shared = shared_text(meeting)
    blocks: list[Block] = []
    for reader in readers:
        if blocks:
            blocks.append(PageBreak())
        edition = edition_of(meeting, reader) if choice.variant is None else Edition(choice.variant.value)
        blocks += _letter(meeting, reader, edition, shared, t, large=choice.large)
        blocks.append(PageBreak())
        blocks += pjece_blocks(meeting, edition, t, large=choice.large)
    return Document(
        title=t.gettext("Invitation"),
        language=language_tag(t),
        confidential="",
        subtitle="",
        blocks=tuple(blocks),
        mark=PageMark(t.gettext("Invitation og pjece · teksterne er forslag og kan tilpasses"), ""),
        day=meeting.made,
        points=LARGE if choice.large else USUAL,
        headed=False,
    )


def _readers(meeting: PreparedMeeting, choice: PaperChoice) -> tuple[Person, ...]:
    if not choice.person:
        everyone = invited(meeting)
        if not everyone:
            raise PaperProblem("nobody_invited")
        return everyone
    found = tuple(person for person in meeting.plan.people if person.id == choice.person)
    if not found:
        raise PaperProblem("not_invited")
    return found


def _letter(
    meeting: PreparedMeeting, reader: Person, edition: Edition, shared: SharedText, t: Translator, *, large: bool
) -> Iterator[Block]:
    plan = meeting.plan
    child = one_line(plan.child)
    own = reader.role is Role.CHILD
    words = letter_words(edition, child, t, own=own)
    yield from _head(meeting, reader, shared, t)
    yield Heading(1, words.title)
    yield from (Paragraph(plain(line)) for line in why_lines(meeting, reader, shared, t))
    yield _card(meeting, reader, shared, t)
    yield Heading(2, words.purpose)
    purpose = shared.line(sentence(plan.purpose))
    yield Paragraph(plain(purpose)) if purpose else Blank("")
    yield Heading(2, words.who)
    yield Paragraph(plain(_who_comes(meeting, reader, shared, t)))
    yield Heading(2, words.how)
    yield Paragraph(plain(" ".join(words.how_lines)))
    yield _answer(meeting, words.ways, words.blank, t, large=large)
    yield from _signed(meeting, shared, t)


def _head(meeting: PreparedMeeting, reader: Person, shared: SharedText, t: Translator) -> Iterator[Block]:
    unit = shared.line(one_line(meeting.sender.unit))
    municipality = shared.line(one_line(meeting.sender.municipality))
    sender = [Run(unit or municipality, TextTone.STRONG)]
    if unit and municipality:
        sender.append(Run(f" · {municipality}", TextTone.QUIET))
    name, day = one_line(reader.name), full_date(meeting.made, t)
    personal = Run(t.gettext("Personligt til {name} · {date}").format(name=name, date=day), TextTone.QUIET)
    lines = (tuple(sender), (personal,)) if unit or municipality else ((personal,),)
    yield Panels((Panel(tuple(map(Paragraph, lines))),))
    yield Paragraph(plain(t.gettext("Kære {name}").format(name=one_line(reader.called))))


def why_lines(meeting: PreparedMeeting, reader: Person, shared: SharedText, t: Translator) -> Iterator[str]:
    """Return why this reader is invited: who chose it, and the sentence written for them."""
    facts = meeting.known.person(reader.id)
    child = one_line(meeting.plan.child)
    chosen = ""
    if reader.role is not Role.CHILD and facts.chosen_by is Chooser.CHILD:
        chosen = t.gettext("{child} har selv valgt, at du skal være med.").format(child=child)
    elif reader.role not in (Role.CHILD, Role.PARENT) and facts.chosen_by is Chooser.PARENTS:
        chosen = t.gettext("Forældrene har valgt, at du skal være med.")
    written = shared.line(sentence(facts.why))
    if chosen or written:
        yield f"{chosen} {written}".strip()
    elif reader.role is Role.CHILD:
        yield t.gettext("Det er dit møde. De voksne vil gerne høre, hvad du synes.")
    else:
        yield t.gettext("Du er inviteret, fordi du er vigtig for {child}.").format(child=child)


def _card(meeting: PreparedMeeting, reader: Person, shared: SharedText, t: Translator) -> Block:
    facts = FactTable(tuple(_facts(meeting, shared, t)), t.gettext("Mødet"), narrow=True)
    ring = ring_figure(at_the_table(meeting), reader.id, t)
    inside = Panels((Panel((facts,), weight=2.1), Panel((ring,))))
    return Panels((Panel((inside,), Frame.LINE),))


def _facts(meeting: PreparedMeeting, shared: SharedText, t: Translator) -> Iterator[Fact]:
    plan, known = meeting.plan, meeting.known.meeting
    day = sentence_case(full_date(plan.starts, t))
    yield Fact(
        t.gettext("Hvornår"),
        t.gettext("{date} kl. {start}–{end}").format(date=day, start=clock(plan.starts), end=clock(meeting.ends)),
        strong=True,
    )
    place = shared.place(one_line(plan.place), known.room.kind)
    yield Fact(t.gettext("Hvor"), place or t.gettext("Ring, så får du stedet at vide"), strong=bool(place))
    leaders = [one_line(person.name) for person in plan.people if person.role is Role.LEADER]
    if leaders:
        named = listed(leaders, t)
        neutral = plan.method.leader is LeaderRule.NEUTRAL
        said = (
            t.gettext("{name} leder mødet og holder ikke med nogen.") if neutral else t.gettext("{name} leder mødet.")
        )
        yield Fact(t.gettext("Mødeleder"), said.format(name=named))
    if plan.interpreter:
        language = one_line(plan.interpreter_language)
        yield Fact(
            t.gettext("Tolk"), t.gettext("Ja, {language}").format(language=language) if language else t.gettext("Ja")
        )
    food = shared.line(one_line(known.dinner))
    if food:
        yield Fact(t.gettext("Mad"), food)


def _who_comes(meeting: PreparedMeeting, reader: Person, shared: SharedText, t: Translator) -> str:
    """Everyone by what they are to the child, or by their roles where that would be too long for the page."""
    everyone = [person for person in at_the_table(meeting) if person.role is not Role.CHILD and person.id != reader.id]
    known = _counted((_as_role(person, meeting, shared, t) for person in everyone), t)
    if sum(map(len, known)) > _MOST_LETTERS:
        known = _counted((role_name(person.role, t) for person in everyone), t)
    child = [] if reader.role is Role.CHILD else [one_line(meeting.plan.child)]
    return sentence(sentence_case(listed([*child, t.gettext("dig"), *known], t)))


def _counted(words: Iterable[str], t: Translator) -> list[str]:
    """Each of the words once, with how many there are of it."""
    several = t.gettext("{role} ({n} personer)")
    return [several.format(role=word, n=n) if n > 1 else word for word, n in Counter(words).items()]


def _as_role(person: Person, meeting: PreparedMeeting, shared: SharedText, t: Translator) -> str:
    """The relation as it is written, or the role where it tells a name or a place, or where there is none."""
    relation = shared.line(one_line(person.relation))
    telling = person.role is Role.LEADER or names_somebody(relation, meeting.everyone)
    return role_name(person.role, t) if telling or not relation else relation


def _answer(meeting: PreparedMeeting, ways: tuple[str, ...], blank: str, t: Translator, *, large: bool) -> Block:
    last = answer_by(meeting)
    ask = t.gettext("Sig til hurtigst muligt")
    if last is not None:
        ask = t.gettext("Sig til senest {date}").format(date=weekday_date(last, t, today=meeting.made))
    name, phone = one_line(meeting.sender.name), one_line(meeting.sender.phone)
    whom = [Run(ask, TextTone.STRONG)]
    if name or phone:
        whom.append(Run(" · " + ", ".join(part for part in (name, phone) if part)))
    items = tuple(plain(way) for way in ways)
    if large:
        return Panels((Panel((Paragraph(tuple(whom)), ListBlock(items, _TICK), Blank(blank)), Frame.DASHED),))
    left, right = ListBlock(items[:2], _TICK), ListBlock(items[2:], _TICK)
    inside = Panels((Panel((left,)), Panel((right, Blank(blank)))))
    return Panels((Panel((Paragraph(tuple(whom)), inside), Frame.DASHED),))


def _signed(meeting: PreparedMeeting, shared: SharedText, t: Translator) -> Iterator[Block]:
    name, title = one_line(meeting.sender.name), shared.line(one_line(meeting.sender.title))
    regards = t.gettext("Venlig hilsen")
    if not name:
        yield Blank(regards)
        return
    signed = (Run(f"{regards}  "), Run(name, TextTone.STRONG), Run(f", {title}" if title else ""))
    yield Paragraph(signed)


def pjece(meeting: PreparedMeeting, t: Translator, choice: PaperChoice) -> Document:
    """Return the pjece of one edition, *voksen* where none is chosen."""
    edition = Edition.ADULT if choice.variant is None else Edition(choice.variant.value)
    return Document(
        title=pjece_title(meeting.plan.method, t),
        language=language_tag(t),
        confidential="",
        subtitle="",
        blocks=tuple(pjece_blocks(meeting, edition, t, large=choice.large)),
        mark=PageMark(
            t.gettext("Pjece · findes til voksne, børn, fagfolk og let at læse"), t.gettext("Forslag, kan tilpasses")
        ),
        day=meeting.made,
        points=LARGE if choice.large else USUAL,
        headed=False,
    )
