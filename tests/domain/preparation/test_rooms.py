"""Rooms as they are typed, the hour of dinner, who may interpret, and seats far from each other."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.preparation.meeting_facts import InterpreterFacts, Room, RoomKind
from netmoede_desktop.domain.preparation.rooms import (
    RoomVerdict,
    TypedRoom,
    dinner_due,
    may_interpret,
    read_room,
    room_verdict,
    seated_apart,
    typed_room,
)
from netmoede_desktop.domain.refusal import Refused


def at(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day} {clock}")


@pytest.mark.parametrize(
    "room", [Room("Salen", RoomKind.SCHOOL, 24, 22, 300, "klubben"), Room("Salen", rent=0), Room()]
)
def test_a_room_is_read_as_it_is_typed(room: Room) -> None:
    assert read_room(typed_room(room)) == room


def test_figures_are_read_as_people_write_them() -> None:
    assert read_room(TypedRoom(" Salen ", "24", "kl. 22.00", "300 kr.")) == Room("Salen", None, 24, 22, 300)
    assert read_room(TypedRoom("Salen", rent="Gratis")).rent == 0


def refuses(code: str, typed: TypedRoom) -> tuple[TypedRoom, str]:
    """A row that is refused with this code."""
    return typed, code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        refuses("capacity_unclear", TypedRoom("S", capacity="0")),
        refuses("hour_unclear", TypedRoom("S", evening_until="20.30")),
        refuses("rent_unclear", TypedRoom("S", rent="-5")),
    ],
)
def test_a_figure_that_is_none_is_refused(typed: TypedRoom, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_room(typed)


@pytest.mark.parametrize(
    ("ends", "verdict"), [("20:00", RoomVerdict.FITS), ("20:01", RoomVerdict.CLOSES), ("00:30", RoomVerdict.CLOSES)]
)
def test_a_room_is_open_until_its_hour_is_over(ends: str, verdict: RoomVerdict) -> None:
    room = Room("Salen", RoomKind.NEUTRAL, 12, 20)
    assert room_verdict(room, 12, at("16:00"), at(ends, 24 if ends < "16" else 23), ()) is verdict


def test_dinner_begins_at_five_or_after_six() -> None:
    assert not dinner_due(at("16:00"), at("18:00"))
    assert dinner_due(at("16:00"), at("18:01"))
    assert dinner_due(at("17:00"), at("17:30"))
    assert dinner_due(at("10:00"), at("01:00", 24))


def test_a_tolk_is_grown_up_and_of_no_family() -> None:
    assert may_interpret(InterpreterFacts(birth_year=2009, family=False), 2026) is False
    assert may_interpret(InterpreterFacts(birth_year=1985, family=True), 2026) is False
    assert may_interpret(InterpreterFacts(birth_year=1985, family=False), 2026) is True
    assert may_interpret(InterpreterFacts(birth_year=1985), 2026) is None


@given(st.integers(2, 20), st.data())
def test_two_apart_sit_as_far_from_each_other_as_they_can(count: int, data: st.DataObject) -> None:
    order = tuple("abcdefghijklmnopqrst"[:count])
    one, other = data.draw(st.permutations(order))[:2]
    seated = seated_apart(order, one, other)
    apart = abs(seated.index(one) - seated.index(other))
    assert sorted(seated) == sorted(order) and min(apart, count - apart) == count // 2
    assert seated_apart(order, one, one) == order
