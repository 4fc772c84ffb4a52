"""The register of rooms as it is typed, and how a room suits a meeting; seats far apart; when a meal is due."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.language.text import one_line
from netmoede_desktop.domain.preparation.meeting_facts import InterpreterFacts, Room, RoomKind
from netmoede_desktop.domain.refusal import Refused

LONGEST_NAME = 200
MOST_SEATS = 1_000
MOST_RENT = 1_000_000
#: The least a room is to hold, also for fewer people (R081).
LEAST_SEATS = 12
#: A meeting that begins so late, or ends later than the other, has dinner for everybody (R087).
_DINNER_FROM, _DINNER_AFTER = time(17), time(18)
_ADULT = 18
_HOUR = re.compile(r"(?:kl\.? ?)?([0-9]{1,2})(?:[.:]00)?")
_COUNT = re.compile("([0-9]{1,4})")
_UNCLEAR = -1
_AMOUNT = re.compile(r"([0-9]{1,7})(?: ?(?:kr\.?|,-))?")


class RoomVerdict(StrEnum):
    """How a room suits a meeting, the worst first."""

    HOME = "home"
    FAMILY_COMES = "family_comes"
    TOWN_HALL = "town_hall"
    SCHOOL = "school"
    TOO_SMALL = "too_small"
    CLOSES = "closes"
    SMALL = "small"
    UNKNOWN = "unknown"
    FITS = "fits"


_OF_KIND = {
    RoomKind.HOME: RoomVerdict.HOME,
    RoomKind.TOWN_HALL: RoomVerdict.TOWN_HALL,
    RoomKind.SCHOOL: RoomVerdict.SCHOOL,
}


@dataclass(frozen=True, slots=True)
class TypedRoom:
    """A row of the register as it is typed."""

    name: str = ""
    capacity: str = ""
    evening_until: str = ""
    rent: str = ""
    owner: str = ""
    kind: RoomKind | None = None


def typed_room(room: Room) -> TypedRoom:
    """Return a room as it would be typed; a rent of 0 is "0"."""
    capacity, hour, rent = (
        "" if value is None else str(value) for value in (room.capacity, room.evening_until, room.rent)
    )
    return TypedRoom(room.name, capacity, hour, rent, room.owner, room.kind)


def read_room(typed: TypedRoom) -> Room:
    """Return the room of a typed row.

    Raises `Refused`: `capacity_unclear`, `hour_unclear`, `rent_unclear`, `text_too_long`.
    """
    capacity = _number(typed.capacity, _COUNT, range(1, MOST_SEATS + 1))
    if capacity == _UNCLEAR:
        raise Refused("capacity_unclear", most=MOST_SEATS)
    hour = _number(typed.evening_until, _HOUR, range(1, 25))
    if hour == _UNCLEAR:
        raise Refused("hour_unclear")
    free = typed.rent.strip().casefold() in ("gratis", "ingen")
    rent = 0 if free else _number(typed.rent, _AMOUNT, range(MOST_RENT + 1))
    if rent == _UNCLEAR:
        raise Refused("rent_unclear")
    name, owner = one_line(typed.name, LONGEST_NAME), one_line(typed.owner, LONGEST_NAME)
    return Room(name, typed.kind, capacity, hour, rent, owner)


def same_place(one: str, other: str) -> bool:
    """Return True if two names mean one place."""
    return bool(one.strip()) and name_key(one) == name_key(other)


def room_verdict(
    room: Room, people: int, starts: datetime, ends: datetime, family_places: Collection[str]
) -> RoomVerdict:
    """Return how a room suits a meeting of so many people; `starts` and `ends` are of one wall clock.

    `family_places` are where the family comes for other meetings.
    """
    return next(iter(_verdicts(room, people, starts, ends, family_places)), RoomVerdict.FITS)


def dinner_due(starts: datetime, ends: datetime) -> bool:
    """Return True if there is dinner: from 17.00 on, or to later than 18.00 (R087)."""
    return starts.time() >= _DINNER_FROM or ends.time() > _DINNER_AFTER or ends.date() > starts.date()


def may_interpret(interpreter: InterpreterFacts, year: int) -> bool | None:
    """Return False for a tolk of the family or under 18 in that year, None while either is not known."""
    if interpreter.family or (interpreter.birth_year is not None and year - interpreter.birth_year < _ADULT):
        return False
    return None if interpreter.family is None or interpreter.birth_year is None else True


def seated_apart(order: Sequence[str], one: str, other: str) -> tuple[str, ...]:
    """Return the ids round the table with the two as far from each other as they can be; the rest keep their order."""
    if one not in order or other not in order or one == other:
        return tuple(order)
    rest = [person for person in order if person != other]
    first = rest.index(one)
    round_it = [*rest[first:], *rest[:first]]
    round_it.insert(len(order) // 2, other)
    start = round_it.index(rest[0])
    return (*round_it[start:], *round_it[:start])


def _verdicts(
    room: Room, people: int, starts: datetime, ends: datetime, family_places: Collection[str]
) -> Iterator[RoomVerdict]:
    if room.kind is RoomKind.HOME:
        yield RoomVerdict.HOME
    if any(same_place(room.name, place) for place in family_places):
        yield RoomVerdict.FAMILY_COMES
    if room.kind in _OF_KIND:
        yield _OF_KIND[room.kind]
    if room.capacity is not None and room.capacity < people:
        yield RoomVerdict.TOO_SMALL
    if room.evening_until is not None and _closes_before(room.evening_until, starts, ends):
        yield RoomVerdict.CLOSES
    if room.capacity is not None and room.capacity < LEAST_SEATS:
        yield RoomVerdict.SMALL
    if room.kind is None or room.capacity is None:
        yield RoomVerdict.UNKNOWN


def _closes_before(hour: int, starts: datetime, ends: datetime) -> bool:
    minutes = ends.hour * 60 + ends.minute + (24 * 60 if ends.date() > starts.date() else 0)
    return minutes > hour * 60


def _number(typed: str, pattern: re.Pattern[str], allowed: range) -> int | None:
    """The number that is typed, None for an empty line, `_UNCLEAR` for anything else."""
    line = typed.strip().casefold()
    if not line:
        return None
    found = pattern.fullmatch(line)
    return int(found[1]) if found is not None and int(found[1]) in allowed else _UNCLEAR
