"""Texts of the step of the frame: how a room suits the meeting, its figures, the ways out."""

from collections.abc import Mapping

from netmoede_desktop.domain.preparation.meeting_facts import Room, RoomKind, Separation
from netmoede_desktop.domain.preparation.rooms import LEAST_SEATS, RoomVerdict
from netmoede_desktop.localization.catalogue import Translator, translatable

_VERDICTS: Mapping[RoomVerdict, str] = {
    RoomVerdict.HOME: translatable("hjemme hos nogen: vælg et andet sted"),
    RoomVerdict.FAMILY_COMES: translatable("familien kommer her til andre møder"),
    RoomVerdict.TOWN_HALL: translatable("ikke neutralt: et rådhus"),
    RoomVerdict.SCHOOL: translatable("ikke neutralt: en skole"),
    RoomVerdict.TOO_SMALL: translatable("for lille: I er {people}"),
    RoomVerdict.CLOSES: translatable("lukker, før I er færdige"),
    RoomVerdict.SMALL: translatable("lidt lille: metoden siger {least}"),
    RoomVerdict.UNKNOWN: translatable("skriv pladser og slags sted"),
    RoomVerdict.FITS: translatable("neutralt"),
}
_KINDS: Mapping[RoomKind, str] = {
    RoomKind.NEUTRAL: translatable("neutralt"),
    RoomKind.TOWN_HALL: translatable("rådhus"),
    RoomKind.SCHOOL: translatable("skole eller institution"),
}
_WAYS_OUT: Mapping[Separation, str] = {
    Separation.FAR_APART: translatable("langt fra hinanden"),
    Separation.ARRIVE_APART: translatable("kommer hver for sig"),
    Separation.TWO_ROOMS: translatable("to rum"),
    Separation.READ_ALOUD: translatable("ord læses op"),
}


def verdict_sentence(verdict: RoomVerdict, people: int, t: Translator) -> str:
    """Return in a few words how a room suits a meeting of so many people, led by a sign."""
    words = t.gettext(_VERDICTS[verdict]).format(people=people, least=LEAST_SEATS)
    return t.gettext("✓ {words}").format(words=words) if verdict is RoomVerdict.FITS else words


def kind_options(t: Translator) -> list[tuple[str, str]]:
    """Return the kinds of place to choose from; somebody's home is none of them."""
    return [("", t.gettext("vælg")), *((kind.value, t.gettext(label)) for kind, label in _KINDS.items())]


def way_out_options(t: Translator) -> list[tuple[str, str]]:
    """Return the ways out to choose from."""
    return [(way.value, t.gettext(label)) for way, label in _WAYS_OUT.items()]


def seats_text(room: Room) -> str:
    """Return how many a room holds, "" where that is not known."""
    return "" if room.capacity is None else str(room.capacity)


def open_text(room: Room, t: Translator) -> str:
    """Return until when a room is open, "" where that is not known."""
    return "" if room.evening_until is None else t.gettext("til kl. {hour}").format(hour=room.evening_until)


def rent_text(room: Room, t: Translator) -> str:
    """Return the rent of a room, "" where that is not known."""
    if room.rent is None:
        return ""
    return t.gettext("{n} kr.").format(n=room.rent) if room.rent else t.gettext("gratis")
