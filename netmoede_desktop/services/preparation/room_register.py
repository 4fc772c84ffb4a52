"""The rooms that meetings can be held in: one list for the whole vault, written once and chosen from in every sag."""

from dataclasses import replace
from typing import Final

from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Room
from netmoede_desktop.domain.preparation.rooms import same_place
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.storage.journal.event_codec import from_json, to_json
from netmoede_desktop.storage.transaction import Transaction

_SETTING: Final = "rooms"
MOST_ROOMS = 200


def saved_rooms(store: Transaction) -> tuple[Room, ...]:
    """Return the rooms in the order they were written."""
    saved = store.settings.get(_SETTING)
    return tuple(from_json(Room, one) for one in saved) if isinstance(saved, list) else ()


def put_room(store: Transaction, number: int, room: Room | None) -> tuple[Room, Room]:
    """Put a room into the register in place of the one there, or behind the last; None or no name removes it.

    Returns the room as it was and as it is. Refused: `place_listed` for another row's name, `too_many_places`.
    """
    rooms = list(saved_rooms(store))
    before = rooms[number] if number < len(rooms) else Room()
    after = room if room is not None and room.name else Room()
    others = [one for place, one in enumerate(rooms) if place != number]
    if any(same_place(one.name, after.name) for one in others):
        raise Refused("place_listed")
    if len(others) >= MOST_ROOMS:
        raise Refused("too_many_places", most=MOST_ROOMS)
    rooms[number : number + 1] = [after] if after.name else []
    store.settings.put(_SETTING, [to_json(one) for one in rooms])
    return before, after


def room_called(store: Transaction, place: str) -> Room:
    """Return the room of the register with that name; one of which nothing more is known where there is none."""
    found = next((room for room in saved_rooms(store) if same_place(room.name, place)), Room())
    return replace(found, name=place)


def with_room(facts: KnownFacts, room: Room) -> KnownFacts:
    """Return the facts of a meeting that is held in a room; the sag knows where the family comes."""
    comes = True if any(same_place(room.name, place) for place in facts.case.family_places) else None
    return replace(facts, meeting=replace(facts.meeting, room=replace(room, family_comes_here=comes)))


def meeting_is_in(facts: KnownFacts, room: Room) -> bool:
    """Return True if the meeting is to be held in this room."""
    return same_place(facts.meeting.room.name, room.name)
