"""The room and what belongs to it: neutral, big enough, open; dinner in the evening, and who works then."""

from collections.abc import Callable
from datetime import timedelta

from netmoede_desktop.domain.preparation.meeting_facts import RoomKind
from netmoede_desktop.domain.preparation.readiness.findings import (
    from_said,
    in_place,
    missing,
    not_applicable,
    not_looked_at,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, RuleFinding, Step
from netmoede_desktop.domain.preparation.rooms import LEAST_SEATS


def _place_known(it: RuleInput) -> RuleFinding:
    return in_place(it.plan.place, place=it.plan.place) if it.plan.place else missing()


def _room_neutral(it: RuleInput) -> RuleFinding:
    room = it.meeting.room
    if room.kind in (RoomKind.TOWN_HALL, RoomKind.SCHOOL):
        return missing(room.kind.name.lower(), place=_room(it))
    if room.family_comes_here:
        return missing("comes", place=_room(it))
    if room.kind is None or room.family_comes_here is None:
        return not_looked_at(place=_room(it))
    return in_place(room.kind.value, place=_room(it))


def _room_not_home(it: RuleInput) -> RuleFinding:
    kind = it.meeting.room.kind
    if kind is None:
        return not_looked_at(place=_room(it))
    return missing(place=_room(it)) if kind is RoomKind.HOME else in_place(kind.value, place=_room(it))


def _room_big_enough(it: RuleInput) -> RuleFinding:
    capacity, count = it.meeting.room.capacity, len(it.plan.people)
    needed = max(LEAST_SEATS, count)
    if capacity is None:
        return not_looked_at(needed=needed, place=_room(it))
    if capacity < count:
        return missing("full", place=_room(it), capacity=capacity, needed=count)
    found = missing if capacity < needed else in_place
    return found(place=_room(it), capacity=capacity, needed=needed)


def _room_open(it: RuleInput) -> RuleFinding:
    if not it.evening:
        return not_applicable()
    closes = it.meeting.room.evening_until
    if closes is None:
        return not_looked_at(place=_room(it))
    late = it.ends_after > timedelta(hours=closes)
    return missing(place=_room(it), hour=closes) if late else in_place(place=_room(it), hour=closes)


def _dinner(it: RuleInput) -> RuleFinding:
    if not it.evening:
        return not_applicable()
    dinner = it.meeting.dinner.strip()
    return in_place(dinner) if dinner else missing()


def _food_ordered(it: RuleInput) -> RuleFinding:
    if not it.meeting.dinner.strip():
        return not_applicable()
    return from_said(it.meeting.food_ordered, it)


def _evening_agreed(it: RuleInput) -> RuleFinding:
    return from_said(it.meeting.evening, it) if it.evening else not_applicable()


def _room(it: RuleInput) -> str:
    return it.meeting.room.name or it.plan.place


_WHEN = {"plan.starts", "plan.planned_minutes"}
_ROOM = {"plan.place", "meeting.room.name"}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.FRAME, field), check)


RULES = (
    _rule("place-known", "R063", {"plan.place"}, "place", _place_known),
    _rule(
        "room-neutral",
        "R082 R080",
        _ROOM | {"meeting.room.kind", "meeting.room.family_comes_here"},
        "room_kind",
        _room_neutral,
    ),
    _rule("room-not-home", "R083", _ROOM | {"meeting.room.kind"}, "room_kind", _room_not_home),
    _rule("room-big-enough", "R081", _ROOM | {"plan.people", "meeting.room.capacity"}, "capacity", _room_big_enough),
    _rule("room-open", "R084", _ROOM | _WHEN | {"meeting.room.evening_until"}, "evening_until", _room_open),
    _rule("dinner", "R087", _WHEN | {"meeting.dinner"}, "dinner", _dinner),
    _rule(
        "food-ordered",
        "R089",
        {"now", "meeting.dinner", "meeting.food_ordered"},
        "food_ordered",
        _food_ordered,
    ),
    _rule("evening-agreed", "R086", _WHEN | {"now", "meeting.evening"}, "evening", _evening_agreed),
)
