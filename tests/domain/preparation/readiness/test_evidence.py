"""Evidence that is added never makes a verdict worse, but where it is named that evidence ages or speaks against."""

from enum import StrEnum
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import State
from tests.domain.preparation.readiness.inputs import PEOPLE, READY, changed
from tests.domain.preparation.readiness.rows import AGEING
from tests.domain.preparation.readiness.test_reads import ANSWERS, others

#: The plan, the day and the people are no evidence; nor is who somebody is, nor what is said against something.
_NO_EVIDENCE = ("plan.", "now", "held", "last_", "holiday", "exclusions")
#: A mødeleder who says that it was their wish counts more than the list that names another, and of two years of birth
#: of a tolk the one that makes them too young.
_AGAINST = {
    "people.exempt",
    "people.caseworker",
    "people.initiator",
    "meeting.neutral.initiated",
    "meeting.interpreter.birth_year",
    "meeting.apart",
    "meeting.tasks",
}

FACTS = tuple(
    sorted(
        path
        for path in {path for rule in RULES for path in rule.reads}
        if not path.startswith(_NO_EVIDENCE) and path not in _AGAINST
    )
)


def empty(value: Any) -> Any:
    """What stands in a fact before anybody has answered it."""
    match value:
        case StrEnum():
            return None
        case str():
            return ""
        case tuple():
            return ()
        case Said():
            return Said()
        case _:
            return None


def value_of(it: RuleInput, path: str, person: str) -> Any:
    """What stands in a fact now."""
    if path.startswith("people."):
        return getattr(it.facts.person(person), path.removeprefix("people."))
    owner: Any = it
    for name in path.split("."):
        owner = getattr(owner, name)
    return owner


def put(it: RuleInput, path: str, person: str, value: Any) -> RuleInput:
    """The meeting with another value in a fact."""
    place = path.replace("people.", f"people.{person}.") if path.startswith("people.") else path
    return changed(it, {place: value})


@st.composite
def gaps(draw: st.DrawFn) -> tuple[RuleInput, str, str]:
    """A meeting that is ready but for some facts nobody has answered, and one of them."""
    it = READY
    for path in draw(st.sets(st.sampled_from(FACTS), max_size=12)):
        person = draw(st.sampled_from(PEOPLE)).id
        it = put(it, path, person, empty(value_of(it, path, person)))
    path, person = draw(st.sampled_from(FACTS)), draw(st.sampled_from(PEOPLE)).id
    return put(it, path, person, empty(value_of(it, path, person))), path, person


@given(gaps(), st.data())
def test_an_answer_never_undoes_what_is_in_place(gap: tuple[RuleInput, str, str], data: st.DataObject) -> None:
    it, path, person = gap
    before = value_of(it, path, person)
    answers = (*(ANSWERS[path] if path in ANSWERS else others(before, path)), value_of(READY, path, person))
    answer = data.draw(st.sampled_from([one for one in answers if one != before] or [before]))
    after = put(it, path, person, answer)
    for rule in RULES:
        was, found = rule.check(it).state, rule.check(after).state
        if was is State.IN_PLACE and found is State.STALE:
            assert rule.id in AGEING
        elif was is State.IN_PLACE:
            assert found in (State.IN_PLACE, State.OVERRIDDEN, State.NOT_APPLICABLE), (rule.id, path, answer)


def test_the_people_of_the_meeting_are_those_whose_answers_count() -> None:
    assert {person.role for person in PEOPLE} >= {Role.CHILD, Role.PARENT, Role.LEADER, Role.INTERPRETER}
    assert len(FACTS) > 50
