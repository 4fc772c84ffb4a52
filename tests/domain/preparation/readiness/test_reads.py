"""What a rule says it reads is what it reads: no less, and nothing that could not change what it finds."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from types import FunctionType, MethodType
from typing import Any

import pytest

from netmoede_desktop.domain.cases.case_facts import CaseFacts, CaseType, Screening, UnknownCase
from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.methods.fitting import Fitting
from netmoede_desktop.domain.methods.method import Limits
from netmoede_desktop.domain.people.person_facts import Channel, Chooser, PersonFacts, Sector
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import (
    ChildTalk,
    InterpreterFacts,
    MeetingFacts,
    Neutrality,
    Participation,
    Room,
    RoomKind,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from tests.domain.preparation.readiness.inputs import CONSENT, NOW, PEOPLE, READY, changed, without
from tests.domain.preparation.readiness.rows import AUNTS, ROWS

#: Values whose fields are facts of their own; any other value is one fact.
_OWNERS = (
    RuleInput,
    KnownFacts,
    MeetingPlan,
    CaseFacts,
    UnknownCase,
    MeetingFacts,
    ChildTalk,
    Neutrality,
    Room,
    InterpreterFacts,
    PersonFacts,
)
_PREFIX = {"facts.": "", "facts.case.": "case.", "facts.meeting.": "meeting."}

#: The order is asked for as a whole: how it is sorted changes no count.
_IDLE = {"turns-long-enough": {"plan.by_seating"}}

EARLIER = Said("Lone", date(2026, 11, 1), "Måske")

#: Another answer to each fact, or several, tried on each meeting of the table until a rule that reads it finds another.
ANSWERS: dict[str, tuple[Any, ...]] = {
    "now": (NOW + timedelta(days=400), NOW - timedelta(days=40)),
    "birth_year": (2011, None),
    "languages": ((), ("tyrkisk",)),
    "held": (3,),
    "last_held": (date(2026, 11, 4), None),
    "last_leader": ("Bodil Krag", ""),
    "holiday": ("Juleaftensdag",),
    "exclusions": ((),),
    "plan.people": (without("mikkel"), (*PEOPLE, *AUNTS), (), PEOPLE[:3]),
    "plan.method": (
        replace(READY.plan.method, limits=Limits(60, 60)),
        replace(READY.plan.method, id="pnm-1"),
        replace(READY.plan.method, parts=READY.plan.method.parts[:1]),
    ),
    "plan.starts": (
        READY.plan.starts.replace(hour=3),
        READY.plan.starts - timedelta(days=20),
        READY.plan.starts + timedelta(days=365 * 20),
        READY.plan.starts.replace(hour=13),
    ),
    "plan.planned_minutes": (300, 60),
    "plan.place": ("Rådhuset", ""),
    "plan.purpose": ("", "Noget andet"),
    "plan.interpreter_language": ("",),
    "plan.over_reason": ("Fordi",),
    "plan.newcomers": (("hanne",),),
    "plan.fitting": (Fitting(READY.plan.method, left_out=tuple(part.id for part in READY.plan.method.parts)),),
    "plan.by_seating": (True,),
    "plan.carried": ((CarriedAgreement(1, "Ringer", None), CarriedAgreement(2, "Klub", None, started=True)),),
    "case.known": (None, True, False),
    "case.case_type": (CaseType.PLACED, None),
    "case.screening": (None, Screening.NO),
    "case.consents": ((), (replace(CONSENT, withdrawn=NOW.date()),)),
    "meeting.child.participation": (Participation.YES, None),
    "meeting.room.kind": (RoomKind.HOME, RoomKind.SCHOOL, None),
    "meeting.room.name": ("Klubben",),
    "meeting.room.capacity": (4, None),
    "meeting.room.evening_until": (17, None),
    "meeting.minutes_spent": (None,),
    "meeting.interpreter.birth_year": (2015,),
    "meeting.interpreter.name": ("Sara",),
    "meeting.apart": ((),),
    "meeting.tasks": ((),),
    "meeting.invited": ((),),
    "meeting.neutral.on": (None, date(2026, 11, 5)),
    "people.birth_year": (2015, None),
    "people.channel": (None, Channel.DIGITAL_POST),
    "people.exempt": (True,),
    "people.chosen_by": (None, Chooser.PARENTS),
    "people.approved_by": ((),),
    "people.sector": (Sector.SCHOOL, Sector.AUTHORITY),
    "people.protected_checked": (None, date(2025, 1, 1)),
}


class Recorder:
    """A value that notes which facts are read of it, and hands them on."""

    def __init__(self, value: Any, path: str, read: set[str]) -> None:
        self._value, self._path, self._read = value, path, read

    def __getattr__(self, name: str) -> Any:
        known = getattr(type(self._value), name, None)
        if isinstance(known, property):
            assert known.fget is not None
            return known.fget(self)
        if isinstance(known, FunctionType):
            if isinstance(self._value, KnownFacts) and name == "person":
                return lambda person: Recorder(self._value.person(person), "people.", self._read)
            return MethodType(known, self)
        found = getattr(self._value, name)
        path = self._path + name
        if isinstance(found, _OWNERS):
            return Recorder(found, _PREFIX.get(path + ".", path + "."), self._read)
        self._read.add(path)
        return found


def read_by(rule: Rule, it: RuleInput) -> set[str]:
    """The facts the check of a rule reads of one meeting."""
    read: set[str] = set()
    spy: Any = Recorder(it, "", read)
    rule.check(spy)
    return read


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_reads_the_facts_it_says_and_no_others(rule: Rule) -> None:
    meetings = [READY, *(changed(READY, row.changes) for row in ROWS if row.rule == rule.id)]
    assert set().union(*(read_by(rule, it) for it in meetings)) == rule.reads


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_fact_a_rule_reads_can_change_what_it_finds(rule: Rule) -> None:
    meetings = [READY, *(changed(READY, row.changes) for row in ROWS if row.rule == rule.id)]
    idle = {
        path
        for path in rule.reads
        if all(rule.check(other) == rule.check(it) for it in meetings for other in answered(it, path))
    }
    assert idle == _IDLE.get(rule.id, set())


def test_changing_one_fact_changes_only_the_rules_that_read_it() -> None:
    facts = sorted({path for rule in RULES for path in rule.reads})
    before = {rule.id: rule.check(READY) for rule in RULES}
    for path in facts:
        for other in answered(READY, path):
            moved = {rule.id for rule in RULES if rule.check(other) != before[rule.id]}
            assert moved <= {rule.id for rule in RULES if path in rule.reads}, path


def test_the_recorder_sees_a_rule_that_reads_what_it_does_not_say() -> None:
    purpose = next(rule for rule in RULES if rule.id == "purpose")
    place = next(rule for rule in RULES if rule.id == "place-known")
    assert read_by(replace(purpose, check=place.check), READY) == {"plan.place"}


def answered(it: RuleInput, path: str) -> Iterator[RuleInput]:
    """The meeting with the fact answered otherwise: as `ANSWERS` says, or emptied, turned round, said by another."""
    if path.startswith("people."):
        name = path.removeprefix("people.")
        for person in it.plan.people:
            for value in others(getattr(it.facts.person(person.id), name), path):
                yield changed(it, {f"people.{person.id}.{name}": value})
        return
    owner: Any = it
    for name in path.split("."):
        owner = getattr(owner, name)
    for value in others(owner, path):
        yield changed(it, {path: value})


def others(value: Any, path: str) -> tuple[Any, ...]:
    """Other values of a fact."""
    if path in ANSWERS:
        return ANSWERS[path]
    match value:
        case bool() | None:
            return tuple(answer for answer in (True, False, None) if answer is not value)
        case StrEnum():
            return (None,)
        case str():
            return ("", "Noget andet")
        case Said():
            return (Said(), EARLIER)
    assert not is_dataclass(value), path
    raise AssertionError(path)
