"""The common frame of a meeting's papers: the head, the facts, the page line, the next meeting."""

from netmoede_desktop.documents.content.blocks import (
    Block,
    Document,
    Fact,
    FactTable,
    NoteBlock,
    PageMark,
    Paragraph,
    plain,
)
from netmoede_desktop.documents.content.clean import one_line, sentence, unbroken
from netmoede_desktop.documents.content.people import full_name, listed, role_name
from netmoede_desktop.documents.content.quotation import set_alike
from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.domain.minutes.record import MeetingRecord, PersonRecord
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, full_date, full_moment, long_moment, sentence_case

_LANGUAGES = {"da": "da-DK", "en": "en-GB"}
#: So much of a reference stands beside a stamp or the word for the state, which are never cut.
_SHORT_REFERENCE = 20


def paper(
    record: MeetingRecord,
    t: Translator,
    title: str,
    blocks: tuple[Block, ...],
    *,
    large: bool,
    stamp: Stamp | None = None,
) -> Document:
    """Put blocks under the head that every paper has; a meeting that is not finished gives a draft, marked as one.

    Every page shows the state of the paper: a word, or the stamp of an approved version.
    """
    state = _state_word(record, stamp, t)
    warning = (NoteBlock(t.gettext("Dette er et udkast. Mødet er ikke afsluttet, så noget kan blive ændret.")),)
    document = Document(
        title=title,
        language=_LANGUAGES.get(t.language, t.language),
        confidential=t.gettext("Fortroligt · indeholder personoplysninger"),
        subtitle=_subtitle(record, t),
        blocks=(_facts(record, t), *(() if record.finished else warning), *blocks),
        mark=PageMark(_page_line(record, t, state, stamp), t.gettext("Side {page} af {pages}")),
        draft=state,
        large=large,
        goes_on=t.gettext("{heading} – fortsat"),
        day=record.began.date(),
    )
    return set_alike(document, t)


def _state_word(record: MeetingRecord, stamp: Stamp | None, t: Translator) -> str:
    """`Udkast` while the meeting goes on, `Ikke godkendt` until it is approved, "" for an approved one."""
    if not record.finished:
        return t.gettext("Udkast")
    return t.gettext("Ikke godkendt") if stamp is None else ""


def next_meeting(record: MeetingRecord, t: Translator) -> Paragraph:
    """When and where the next meeting is, or why there is none."""
    follow_up = record.follow_up
    if follow_up and follow_up.at:
        day, place = sentence_case(full_moment(follow_up.at, t)) + ".", one_line(follow_up.place)
        where = t.gettext("Sted: {place}").format(place=place) if place else ""
        return Paragraph(plain(f"{day} {where}".strip()))
    reason = sentence(follow_up.none_reason or "") if follow_up else ""
    if reason:
        return Paragraph(plain(t.gettext("Der er ikke aftalt et nyt møde. Grunden er: {reason}").format(reason=reason)))
    return Paragraph(plain(t.gettext("Der er ikke aftalt et nyt møde.")))


def _subtitle(record: MeetingRecord, t: Translator) -> str:
    parts = (
        one_line(record.method_name).split(" – ")[0],
        t.gettext("{number}. møde").format(number=record.number_in_series),
        t.gettext("sag {reference}").format(reference=one_line(record.case_reference)),
    )
    return " · ".join(part for part in parts if part)


def _page_line(record: MeetingRecord, t: Translator, state: str, stamp: Stamp | None) -> str:
    reference = record.case_reference
    if len(reference) > _SHORT_REFERENCE:
        reference = f"{reference[: _SHORT_REFERENCE - 1]}…"
    case = t.gettext("Sag {reference}").format(reference=one_line(reference))
    parts = [case, state.lower(), *(_stamped(stamp, t) if stamp else ())]
    return " · ".join(part for part in parts if part)


def _stamped(stamp: Stamp, t: Translator) -> tuple[str, str, str]:
    approved = t.gettext("godkendt {date}").format(date=f"{stamp.approved:%d.%m.%Y}")
    return t.gettext("version {number}").format(number=stamp.version), stamp.short_hash, approved


def _facts(record: MeetingRecord, t: Translator) -> FactTable:
    facts = [Fact(t.gettext("Dato"), _held(record, t))]
    place = one_line(record.place)
    if place:
        facts.append(Fact(t.gettext("Sted"), place))
    leaders = [_leader(person, t) for person in record.people if person.role is Role.LEADER]
    if leaders:
        facts.append(Fact(t.gettext("Mødeleder"), listed(leaders, t)))
    facts.append(Fact(t.gettext("Næste møde"), _next(record, t)))
    return FactTable(tuple(facts), t.gettext("Om mødet"))


def _leader(person: PersonRecord, t: Translator) -> str:
    """The name; of one who also took part, as what."""
    if person.party is None:
        return full_name(person, t)
    return t.gettext("{name}, også med som {role}").format(name=full_name(person, t), role=role_name(person.party, t))


def _held(record: MeetingRecord, t: Translator) -> str:
    """When the meeting was held; as planned while it has not begun."""
    hours = f"{clock(record.began)}–{clock(record.ended)}" if record.ended else clock(record.began)
    at = unbroken(t.gettext("kl. {time}").format(time=hours))
    return f"{sentence_case(full_date(record.began, t))} {at}"


def _next(record: MeetingRecord, t: Translator) -> str:
    follow_up = record.follow_up
    if follow_up is None or follow_up.at is None:
        return t.gettext("ikke aftalt")
    return ", ".join(part for part in (long_moment(follow_up.at, t), one_line(follow_up.place)) if part)
