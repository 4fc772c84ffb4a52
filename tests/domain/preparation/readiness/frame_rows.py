"""The rows of time, room, food and invitation."""

from dataclasses import replace
from datetime import datetime, timedelta

from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.methods.method import Limits
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.meeting_facts import Invited, RoomKind
from tests.domain.meeting.script import STARTS, groups
from tests.domain.preparation.readiness.inputs import (
    NOW,
    PEOPLE,
    READY,
    TOMORROW,
    without,
)
from tests.domain.preparation.readiness.row import (
    ALONE,
    IN_PLACE,
    MISSING,
    NOT_APPLICABLE,
    NOT_LOOKED_AT,
    NOT_NEEDED,
    OVERRIDDEN,
    Row,
    each_row,
    said_rows,
)

AUNTS = tuple(Person(f"tante-{n}", f"Tante {n}", f"Tante {n}", Role.PRIVATE, seat=20 + n) for n in range(12))


NO_TOLK = tuple(replace(person, through_interpreter=False) for person in without("amina"))
SPOKEN = {"plan.people": NO_TOLK, "plan.interpreter_language": "somali"}
METHOD = READY.plan.method
FOR_NEWCOMERS = tuple(replace(part, order=groups("FOR, NYE")) if part.has_turns else part for part in METHOD.parts)


def _at(hour: int, **later: int) -> datetime:
    return STARTS.replace(hour=hour) + timedelta(**later)


TIME = (
    Row("within-limit", IN_PLACE),
    Row("within-limit", MISSING, "", {"plan.planned_minutes": 200}),
    Row("within-limit", OVERRIDDEN, "", {"plan.planned_minutes": 200, "plan.over_reason": "To tolke"}),
    Row("within-limit", NOT_APPLICABLE, "", {"plan.method": replace(METHOD, limits=Limits(None, None))}),
    Row("within-limit", MISSING, "", {**NOT_NEEDED, "plan.method": replace(METHOD, limits=Limits(120, 180))}),
    Row("within-limit", IN_PLACE, "", {**SPOKEN, "plan.method": replace(METHOD, limits=Limits(120, 180))}),
    Row("turns-long-enough", IN_PLACE),
    Row("turns-long-enough", IN_PLACE, "", SPOKEN),
    Row("turns-long-enough", IN_PLACE, "", {"plan.method": replace(METHOD, parts=FOR_NEWCOMERS)}),
    Row("turns-long-enough", MISSING, "longer", {"plan.people": (*PEOPLE, *AUNTS[:4]), "plan.planned_minutes": 60}),
    Row("turns-long-enough", MISSING, "", {"plan.people": (*PEOPLE, *AUNTS)}),
    Row("turns-long-enough", NOT_APPLICABLE, "", {"plan.people": ()}),
    Row("hour-fits", IN_PLACE, "outside"),
    Row("hour-fits", IN_PLACE, "", {"plan.starts": _at(13)}),
    Row("hour-fits", MISSING, "night", {"plan.starts": _at(3)}),
    Row("hour-fits", MISSING, "night", {"plan.starts": _at(20)}),
    Row("hour-fits", MISSING, "weekend", {"plan.starts": _at(13, days=5)}),
    Row("hour-fits", MISSING, "holiday", {"holiday": "Juleaftensdag"}),
    Row("still-ahead", IN_PLACE),
    Row("still-ahead", MISSING, "", {"now": NOW + timedelta(days=12)}),
    Row("time-spent", IN_PLACE, "", {"meeting.minutes_spent": 300}),
    Row("time-spent", MISSING, "", {"meeting.minutes_spent": 301}),
    Row("time-spent", NOT_LOOKED_AT, "none", {"meeting.minutes_spent": None}),
)

_OF_THE_ROOM = ("room-neutral", "room-not-home", "room-big-enough", "room-open")
_BY_DAY = {"plan.starts": _at(13)}

FRAME = (
    Row("place-known", IN_PLACE),
    Row("place-known", MISSING, "", {"plan.place": ""}),
    Row("room-neutral", IN_PLACE),
    Row("room-neutral", MISSING, "town_hall", {"meeting.room.kind": RoomKind.TOWN_HALL}),
    Row("room-neutral", MISSING, "school", {"meeting.room.kind": RoomKind.SCHOOL}),
    Row("room-neutral", MISSING, "comes", {"meeting.room.family_comes_here": True}),
    Row("room-neutral", NOT_LOOKED_AT, "none", {"meeting.room.family_comes_here": None}),
    Row("room-neutral", NOT_LOOKED_AT, "none", {"meeting.room.kind": None}),
    Row("room-not-home", IN_PLACE),
    Row("room-not-home", MISSING, "", {"meeting.room.kind": RoomKind.HOME}),
    Row("room-not-home", NOT_LOOKED_AT, "none", {"meeting.room.kind": None}),
    Row("room-big-enough", IN_PLACE, "", {"meeting.room.capacity": 12}),
    Row("room-big-enough", MISSING, "", {"meeting.room.capacity": 11}),
    Row("room-big-enough", MISSING, "full", {"meeting.room.capacity": 10}),
    Row("room-big-enough", NOT_LOOKED_AT, "none", {"meeting.room.capacity": None}),
    Row("room-open", IN_PLACE),
    Row("room-open", MISSING, "", {"meeting.room.evening_until": 19}),
    Row("room-open", NOT_LOOKED_AT, "none", {"meeting.room.evening_until": None}),
    Row("room-open", NOT_APPLICABLE, "", _BY_DAY),
    *(Row(rule, IN_PLACE, "", {"meeting.room.name": ""}) for rule in _OF_THE_ROOM),
    Row("dinner", IN_PLACE),
    Row("dinner", MISSING, "", {"meeting.dinner": ""}),
    Row("dinner", NOT_APPLICABLE, "", _BY_DAY),
    Row("dinner", NOT_APPLICABLE, "", {"plan.starts": _at(15), "plan.planned_minutes": 180}),
    Row("dinner", MISSING, "", {"plan.starts": _at(15, minutes=1), "plan.planned_minutes": 180, "meeting.dinner": ""}),
    *said_rows("food-ordered", "meeting.food_ordered"),
    Row("food-ordered", NOT_APPLICABLE, "", {"meeting.dinner": ""}),
    *said_rows("evening-agreed", "meeting.evening"),
    Row("evening-agreed", NOT_APPLICABLE, "", _BY_DAY),
    Row("evening-agreed", NOT_APPLICABLE, "", {"plan.starts": _at(15), "plan.planned_minutes": 180}),
)

_NO_CONTACT = ("lone", "peter", "kirsten", "hanne", "soeren", "ulla", "bodil", "nadia")

INVITATION = (
    Row("purpose", IN_PLACE),
    Row("purpose", MISSING, "", {"plan.purpose": " "}),
    Row("contact-data", IN_PLACE, "count", {"people.lone.phone": "", "people.lone.mail": "lone@example.dk"}),
    Row("contact-data", IN_PLACE, "count", {"people.lone.phone": "", "people.lone.address": "Aagade 1"}),
    *each_row("contact-data", "phone", "", *_NO_CONTACT, met="count"),
    *(
        Row("invited", state, code, {"meeting.invited": invited})
        for state, code, invited in (
            (NOT_LOOKED_AT, "none", ()),
            (MISSING, "", READY.meeting.invited[1:]),
            (MISSING, "", (Invited("mikkel", TOMORROW), *READY.meeting.invited[1:])),
            (IN_PLACE, "count", READY.meeting.invited),
        )
    ),
    Row("invited", NOT_APPLICABLE, "", {"plan.people": (ALONE,)}),
    Row("owners-invited", IN_PLACE),
    Row("owners-invited", MISSING, "", {"plan.carried": (CarriedAgreement(1, "Henter", None),)}),
    Row("owners-invited", NOT_APPLICABLE, "", {"plan.carried": ()}),
    Row("measures-owned", IN_PLACE),
    Row("measures-owned", MISSING, "", {"plan.carried": (CarriedAgreement(1, "Klub", None, started=True),)}),
    Row("measures-owned", NOT_APPLICABLE, "", {"plan.carried": ()}),
)
