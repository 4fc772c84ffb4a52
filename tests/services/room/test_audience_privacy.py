"""The room sees nothing private: the type has no room for it, and in no moment does a word of it come through."""

import dataclasses
import itertools
import random
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum

import pytest

from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.services.room.audience import AudienceView, Scene
from netmoede_desktop.services.room.audience_view import audience_share, audience_view
from tests.services.room.canary_meetings import CANARY, CanaryMeeting, canary_meetings

#: Every field the room's value has, and nothing else: a new one is looked at here before it is shown to anybody.
FIELDS = {
    "AudienceView.scene": {"Scene"},
    "AudienceView.phases": {"AudiencePhase"},
    "AudienceView.child": {"str"},
    "AudienceView.question": {"str"},
    "AudienceView.speaker": {"str"},
    "AudienceView.reader": {"str"},
    "AudienceView.then": {"str"},
    "AudienceView.seats": {"AudienceSeat"},
    "AudienceView.board": {"RoomText"},
    "AudienceView.agreements": {"AudienceAgreement"},
    "AudienceView.reading": {"AudienceAgreement"},
    "AudienceView.pause": {"AudiencePause"},
    "AudienceView.next_meeting": {"date"},
    "AudienceView.next_meeting_at": {"time"},
    "AudienceView.no_next_meeting": {"bool"},
    "AudienceView.next_meeting_place": {"RoomText"},
    "AudienceView.pause_at": {"time"},
    "AudienceView.ends_at": {"time"},
    "AudiencePhase.title": {"str"},
    "AudiencePhase.step": {"AudienceStep"},
    "AudienceSeat.name": {"str"},
    "AudienceSeat.shape": {"Shape"},
    "AudienceSeat.state": {"AudienceSeatState"},
    "AudienceAgreement.number": {"int"},
    "AudienceAgreement.text": {"RoomText"},
    "AudienceAgreement.owner": {"str"},
    "AudienceAgreement.start": {"date"},
    "AudienceAgreement.due": {"date"},
    "AudienceAgreement.sign": {"RoomText"},
    "AudienceAgreement.agreed": {"bool"},
    "AudiencePause.back_at": {"time"},
    "RoomText.text": {"str"},
}
#: No figure that counts seconds, no instant: nothing a talking time could be read from.
LEAVES = (str, bool, int, date, time, Enum)


def parts_of(hint: object) -> Iterator[type]:
    """The types a hint is made of, containers and None left out."""
    if typing.get_origin(hint) in (tuple, types.UnionType, typing.Union):
        for inner in typing.get_args(hint):
            yield from parts_of(inner)
    elif isinstance(hint, type) and hint is not type(None):
        yield hint
    elif hint is not Ellipsis and hint is not type(None):
        raise TypeError(hint)


def fields_of(kind: type, known: dict[str, set[str]] | None = None) -> dict[str, set[str]]:
    """Every field reachable from a dataclass, with the names of its types. TypeError at a leaf of another kind."""
    found: dict[str, set[str]] = {} if known is None else known
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        inner = list(parts_of(hints[field.name]))
        found[f"{kind.__name__}.{field.name}"] = {one.__name__ for one in inner}
        for one in inner:
            if dataclasses.is_dataclass(one):
                fields_of(one, found)
            elif not issubclass(one, LEAVES) or one.__name__ == "datetime":
                raise TypeError(one)
    return found


@pytest.mark.smoke
def test_the_type_has_these_fields_and_no_other() -> None:
    assert fields_of(AudienceView) == FIELDS


def test_its_values_are_frozen_and_take_no_other_attribute() -> None:
    view = audience_view(next(iter(canary_meetings(1, 1))).state)
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.child = "x"  # type: ignore[misc]
    assert not hasattr(view, "__dict__") and not hasattr(RoomText("x"), "__dict__")


@dataclass(frozen=True)
class _PlantedSeat:
    name: str
    seconds: float


@dataclass(frozen=True)
class _PlantedView:
    seats: tuple[_PlantedSeat, ...]


@dataclass(frozen=True)
class _PlantedNotes:
    notes: tuple[str, ...]


def test_a_planted_field_is_seen() -> None:
    with pytest.raises(TypeError):
        fields_of(_PlantedView)
    assert fields_of(_PlantedNotes).keys() - FIELDS.keys() == {"_PlantedNotes.notes"}


def strings_in(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings_in(inner)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings_in(getattr(value, field.name))


def leaks(meeting: CanaryMeeting, view: AudienceView) -> set[str]:
    """What of the meeting comes through to the room though it must not."""
    texts = [text.casefold() for text in strings_in(view)]
    forbidden = [word.casefold() for word in meeting.forbidden]
    forbidden += set(meeting.relations.values()) - meeting.relations_to_tell()
    return {word for word in forbidden for text in texts if word in text}


def views(meeting: CanaryMeeting, chance: random.Random) -> Iterator[AudienceView]:
    """What the room can be shown at one moment."""
    number = chance.choice([None, *meeting.state.capture.agreements])
    yield audience_view(meeting.state)
    yield audience_view(meeting.state, reading=number)
    yield audience_view(meeting.state, show_agreements=True)


def looked_at(seeds: range, moments: int) -> tuple[set[str], set[Scene], int]:
    """What came through, which scenes were seen, and how many moments were looked at."""
    found: set[str] = set()
    scenes: set[Scene] = set()
    count = 0
    for seed in seeds:
        chance = random.Random(seed)
        for meeting in canary_meetings(seed, moments):
            count += 1
            share = audience_share(meeting.state, meeting.now)
            assert share is None or 0 <= share <= 1
            for view in views(meeting, chance):
                scenes.add(view.scene)
                found |= leaks(meeting, view)
    return found, scenes, count


def test_nothing_private_comes_through_in_two_hundred_moments() -> None:
    found, scenes, count = looked_at(range(20, 40), 10)
    assert found == set()
    assert (count, scenes | {Scene.THANKS}) == (200, set(Scene))


@pytest.mark.campaign
def test_nothing_private_comes_through_in_ten_thousand_moments() -> None:
    found, scenes, count = looked_at(range(1000, 1500), 20)
    assert found == set()
    assert (count, scenes) == (10_000, set(Scene))


@pytest.mark.smoke
def test_what_would_come_through_is_seen() -> None:
    """The control: unchecked words, a surname, a relation nobody needs."""
    meeting = next(one for one in canary_meetings(3, 20) if one.state.capture.agreements)
    view = audience_view(meeting.state)
    person = next(iter(meeting.state.people.values()))
    assert leaks(meeting, replace(view, speaker=person.name)) == {CANARY}
    assert leaks(meeting, replace(view, board=(RoomText("sag Kq-4711-88"),))) >= {"kq-4711-88"}
    assert leaks(meeting, replace(view, question=meeting.state.plan.purpose)) == {CANARY}
    lonely = next(iter(set(meeting.relations.values()) - meeting.relations_to_tell()))
    assert leaks(meeting, replace(view, then=(lonely,))) == {lonely}


def test_the_words_that_are_taken_out_were_there() -> None:
    """The control of the control: what the room may see was full of what it must not."""
    shown = [
        text
        for seed in range(10)
        for meeting in canary_meetings(seed, 10)
        for text in strings_in(audience_view(meeting.state, show_agreements=True).agreements)
    ]
    assert sum("…" in text for text in shown) > 50
    typed = itertools.chain.from_iterable(
        [*meeting.state.capture.board, *(one.text for one in meeting.state.capture.agreements.values())]
        for meeting in canary_meetings(5, 5)
    )
    assert any(CANARY in text for text in typed)
