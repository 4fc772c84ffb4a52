"""Før vi slutter: settled and missing things, in words, each with the place where it can be mended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.closing import Missing, MissingCode
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.wording.meeting_wording import joined
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import MeetingView


class MendPlace(Enum):
    """Where something can be mended."""

    OWNER = auto()
    DATE = auto()
    READING = auto()
    STATUS = auto()
    FOLLOW_UP = auto()
    EXPERIENCE = auto()
    ROUND = auto()
    BOARD = auto()
    BEGUN = auto()


@dataclass(frozen=True, slots=True)
class Destination:
    """A place, which agreement it is about where it is about one, and the field of a line that is begun."""

    place: MendPlace
    number: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class ClosingItem:
    """One line: a thing settled (`done`) or missing, and where it is mended (None: nowhere any more).

    `now` marks a lack of the agreements themselves; the rest has time until the end. A `noted` one is neither settled
    nor missing, and gets no tick.
    """

    text: str
    done: bool
    destination: Destination | None = None
    mend: str = ""
    now: bool = False
    noted: bool = False

    @property
    def ticked(self) -> bool:
        """Whether it is settled, and well."""
        return self.done and not self.noted


def spoken_item(item: ClosingItem, t: Translator) -> str:
    """Return the line as it is heard: with what the tick tells the eye."""
    if item.noted:
        return item.text
    sentence = t.gettext("{line}: i orden") if item.done else t.gettext("{line}: mangler")
    return sentence.format(line=item.text)


_PLACES: Mapping[MissingCode, MendPlace] = {
    MissingCode.AGREEMENT_WITHOUT_OWNER: MendPlace.OWNER,
    MissingCode.AGREEMENT_WITHOUT_DATE: MendPlace.DATE,
    MissingCode.AGREEMENT_WITHOUT_ANSWER: MendPlace.READING,
    MissingCode.AGREEMENT_WITHOUT_STATUS: MendPlace.STATUS,
    MissingCode.FOLLOW_UP_MISSING: MendPlace.FOLLOW_UP,
    MissingCode.FOLLOW_UP_REASON_MISSING: MendPlace.FOLLOW_UP,
    MissingCode.CHILD_NOT_ASKED: MendPlace.EXPERIENCE,
    MissingCode.NOT_EVERYONE_OFFERED: MendPlace.ROUND,
    MissingCode.EXPERIENCE_MISSING: MendPlace.EXPERIENCE,
    MissingCode.BOARD_NOT_SUMMARISED: MendPlace.BOARD,
}
_MENDS: Mapping[MendPlace, str] = {
    MendPlace.OWNER: translatable("Vælg hvem"),
    MendPlace.DATE: translatable("Sæt dato"),
    MendPlace.READING: translatable("Læs op"),
    MendPlace.STATUS: translatable("Gå igennem"),
    MendPlace.FOLLOW_UP: translatable("Aftal dagen"),
    MendPlace.EXPERIENCE: translatable("Skriv svaret"),
    MendPlace.ROUND: translatable("Til runden"),
    MendPlace.BOARD: translatable("Åbn tavlen"),
}
_DONE_WITH_AGREEMENTS: Mapping[MissingCode, str] = {
    MissingCode.AGREEMENT_WITHOUT_OWNER: translatable("Alle aftaler har en ansvarlig"),
    MissingCode.AGREEMENT_WITHOUT_DATE: translatable("Alle aftaler har en dato"),
}


def closing_items(view: MeetingView, t: Translator) -> tuple[ClosingItem, ...]:
    """Return the settled and the missing things, in the order of `MissingCode`; each round is a line of its own.

    Last come the people in no order of the method: they have had the word, and the referat says how.
    """
    items = [item for code in MissingCode for item in _items(code, view, t)]
    if view.left_out:
        sentence = t.gettext("{people} står ikke i metodens talerække og fik ordet sidst i runderne")
        items.append(ClosingItem(sentence.format(people=joined(view.left_out, t)), done=True))
    return tuple(items)


def _items(code: MissingCode, view: MeetingView, t: Translator) -> Iterator[ClosingItem]:
    found = [missing for missing in view.missing if missing.code is code]
    if code is MissingCode.AGREEMENT_WITHOUT_ANSWER:
        yield from _answers(view, t, settled=not found)
    if not found:
        settled = _settled(code, view, t)
        if settled:
            yield ClosingItem(settled, done=True)
    elif code is MissingCode.NOT_EVERYONE_OFFERED:
        yield from (_round(missing, view, t) for missing in found)
    else:
        place = _PLACES[code]
        destination = Destination(place, _number(found[0]))
        now = place in (MendPlace.OWNER, MendPlace.DATE, MendPlace.READING, MendPlace.STATUS)
        yield ClosingItem(_sentence(code, found, view, t), False, destination, t.gettext(_MENDS[place]), now)


def _answers(view: MeetingView, t: Translator, *, settled: bool) -> Iterator[ClosingItem]:
    """Yield that all have said yes; or the noes, and the unasked agreements of last time, as they are."""
    noes = sum(one.answer is Answer.NO for one in view.agreements)
    unasked = sum(one.carried and not one.settled and not one.unanswered and not one.answer for one in view.agreements)
    if settled and view.agreements and not noes and not unasked:
        yield ClosingItem(t.gettext("Alle har svaret på deres aftaler"), done=True)
    if noes:
        sentence = t.ngettext("Der er sagt nej til {n} aftale", "Der er sagt nej til {n} aftaler", noes)
        yield ClosingItem(sentence.format(n=noes), done=True, noted=True)
    if unasked:
        yield ClosingItem(_unasked(unasked, view, t), done=True, noted=True)


def _unasked(n: int, view: MeetingView, t: Translator) -> str:
    last_time = t.ngettext(
        "{n} aftale fra sidst mangler et svar i dag", "{n} aftaler fra sidst mangler et svar i dag", n
    )
    under_way = t.ngettext(
        "{n} ting, der allerede er i gang, mangler et svar i dag",
        "{n} ting, der allerede er i gang, mangler et svar i dag",
        n,
    )
    return (under_way if view.only_under_way else last_time).format(n=n)


def _not_gone_through(n: int, view: MeetingView, t: Translator) -> str:
    last_time = t.ngettext("{n} aftale fra sidst er ikke gået igennem", "{n} aftaler fra sidst er ikke gået igennem", n)
    under_way = t.ngettext(
        "{n} ting, der allerede er i gang, er ikke gået igennem",
        "{n} ting, der allerede er i gang, er ikke gået igennem",
        n,
    )
    return (under_way if view.only_under_way else last_time).format(n=n)


def _sentence(code: MissingCode, found: Sequence[Missing], view: MeetingView, t: Translator) -> str:
    n = len(found)
    match code:
        case MissingCode.AGREEMENT_WITHOUT_OWNER:
            return t.ngettext("{n} aftale har ingen ansvarlig", "{n} aftaler har ingen ansvarlig", n).format(n=n)
        case MissingCode.AGREEMENT_WITHOUT_DATE:
            return t.ngettext("{n} aftale mangler en dato", "{n} aftaler mangler en dato", n).format(n=n)
        case MissingCode.AGREEMENT_WITHOUT_ANSWER:
            return t.ngettext("{n} aftale mangler et svar", "{n} aftaler mangler et svar", n).format(n=n)
        case MissingCode.AGREEMENT_WITHOUT_STATUS:
            return _not_gone_through(n, view, t)
        case MissingCode.FOLLOW_UP_MISSING:
            return t.gettext("Næste møde er ikke aftalt")
        case MissingCode.FOLLOW_UP_REASON_MISSING:
            return t.gettext("Grunden til, at der ikke er et nyt møde, mangler")
        case MissingCode.CHILD_NOT_ASKED:
            return t.gettext("Spørg {child}, hvordan mødet var").format(child=view.child)
        case MissingCode.EXPERIENCE_MISSING:
            return t.gettext("Spørg familien, hvordan mødet var")
        case _:
            return t.gettext("Tavlen er tom: saml op på den")


def _round(missing: Missing, view: MeetingView, t: Translator) -> ClosingItem:
    part = next((part for part in view.parts if part.id == missing.subject), None)
    title = "" if part is None else short_title(part.title)
    some, nobody = t.gettext("Ikke alle har fået ordet i »{part}«"), t.gettext("Ingen har fået ordet i »{part}«")
    text = (nobody if missing.nobody else some).format(part=title)
    if part is None or part.id != view.part.id:
        return ClosingItem(text, done=False)
    return ClosingItem(text, False, Destination(MendPlace.ROUND), t.gettext(_MENDS[MendPlace.ROUND]))


def _settled(code: MissingCode, view: MeetingView, t: Translator) -> str:
    """Return the sentence on a thing that is not missing, "" for none."""
    if code in _DONE_WITH_AGREEMENTS:
        return t.gettext(_DONE_WITH_AGREEMENTS[code]) if view.agreements else ""
    child_here = any(seat.role is Role.CHILD and seat.here for seat in view.seats)
    match code:
        case MissingCode.FOLLOW_UP_MISSING if view.follow_up is not None:
            return (
                t.gettext("Opfølgning er aftalt")
                if view.follow_up.at
                else t.gettext("Ingen opfølgning, og grunden er skrevet")
            )
        case MissingCode.CHILD_NOT_ASKED if child_here:
            return t.gettext("{child} er spurgt").format(child=view.child)
        case MissingCode.AGREEMENT_WITHOUT_STATUS if any(agreement.carried for agreement in view.agreements):
            return (
                t.gettext("Alt, der allerede var i gang, er gået igennem")
                if view.only_under_way
                else t.gettext("Alle aftaler fra sidst er gået igennem")
            )
        case _:
            return ""


def _number(missing: Missing) -> int | None:
    return int(missing.subject) if missing.subject is not None and missing.subject.isdecimal() else None
