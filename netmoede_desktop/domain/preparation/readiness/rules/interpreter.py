"""The tolk: on the list where one is needed, ordered, of age and not of the family; and who reads which language."""

from collections.abc import Callable, Iterator

from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.people.people import FAMILY, Role
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

#: Nobody younger interprets for the authority (lov 469 of 14 May 2025).
INTERPRETER_AGE = 18

_DANISH = frozenset({"", "dansk", "da", "danish"})


def _wanted(it: RuleInput) -> bool | None:
    """Return True if a tolk is needed, None where the family speaks another language and was not asked."""
    if _needed(it):
        return True
    if it.meeting.interpreter.needed is None and _foreign(it):
        return None
    return False


def _needed(it: RuleInput) -> bool:
    return it.plan.interpreter or bool(it.meeting.interpreter.needed)


def _foreign(it: RuleInput) -> tuple[str, ...]:
    return tuple(language for language in it.languages if name_key(language) not in _DANISH)


def _interpreter_listed(it: RuleInput) -> RuleFinding:
    wanted = _wanted(it)
    if wanted is None:
        return not_looked_at(languages=_foreign(it))
    if not wanted:
        return not_applicable()
    listed = it.in_role(Role.INTERPRETER)
    name = listed[0].name if listed else it.meeting.interpreter.name
    return in_place(name, name=name) if name else missing()


def _interpreter_ordered(it: RuleInput) -> RuleFinding:
    return from_said(it.meeting.interpreter.ordered, it) if _needed(it) else not_applicable()


def _interpreter_may(it: RuleInput) -> RuleFinding:
    """A *stop* only by known facts: a tolk under 18, or of the family."""
    if not _has_interpreter(it):
        return not_applicable()
    ages = tuple(_ages(it))
    if it.meeting.interpreter.family:
        return missing("family", name=_name(it))
    if any(age < INTERPRETER_AGE for age in ages):
        return missing("young", name=_name(it))
    if not ages or it.meeting.interpreter.family is None:
        return not_applicable()
    return in_place(name=_name(it))


def _interpreter_checked(it: RuleInput) -> RuleFinding:
    if not _has_interpreter(it):
        return not_applicable()
    ages, family = tuple(_ages(it)), it.meeting.interpreter.family
    if not ages or family is None:
        return not_looked_at(name=_name(it))
    if INTERPRETER_AGE in ages:
        return missing("turns", name=_name(it))
    return in_place(name=_name(it))


def _has_interpreter(it: RuleInput) -> bool:
    said = it.meeting.interpreter
    return bool(it.in_role(Role.INTERPRETER) or said.name or said.birth_year is not None or said.family is not None)


def _ages(it: RuleInput) -> Iterator[int]:
    """The age each tolk reaches in the year of the meeting, of those whose year is known."""
    years = [it.facts.person(person.id).birth_year for person in it.in_role(Role.INTERPRETER)]
    for year in (*years, it.meeting.interpreter.birth_year):
        if year is not None:
            yield it.day.year - year


def _name(it: RuleInput) -> str:
    listed = it.in_role(Role.INTERPRETER)
    return it.names[listed[0].id] if listed else it.meeting.interpreter.name


def _languages_known(it: RuleInput) -> RuleFinding:
    through = [person for person in it.plan.people if person.through_interpreter]
    if not through and not _foreign(it):
        return not_applicable()
    family = [person for person in it.plan.people if person.role in FAMILY]
    asked = through or family
    known = [person.id for person in asked if it.facts.person(person.id).language]
    open_ones = it.called(person.id for person in asked if person.id not in known)
    if not known:
        return not_looked_at(people=open_ones)
    if through and open_ones:
        return missing(people=open_ones)
    return in_place(", ".join(sorted({it.facts.person(one).language for one in known})))


_NEEDED = {"plan.people", "plan.interpreter_language", "meeting.interpreter.needed"}
_AGE = {
    "plan.people",
    "plan.starts",
    "people.birth_year",
    "meeting.interpreter.name",
    "meeting.interpreter.birth_year",
    "meeting.interpreter.family",
}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.FRAME, field), check)


RULES = (
    _rule("interpreter-may", "R078", _AGE, "interpreter_birth_year", _interpreter_may),
    _rule("interpreter-checked", "R078", _AGE, "interpreter_birth_year", _interpreter_checked),
    _rule(
        "interpreter-listed",
        "R078",
        _NEEDED | {"languages", "meeting.interpreter.name"},
        "interpreter",
        _interpreter_listed,
    ),
    _rule(
        "interpreter-ordered",
        "R078",
        _NEEDED | {"now", "meeting.interpreter.ordered"},
        "interpreter_ordered",
        _interpreter_ordered,
    ),
    Rule(
        "languages-known",
        ("R079", "R056"),
        frozenset({"plan.people", "languages", "people.language"}),
        PageField(Step.PEOPLE, "language"),
        _languages_known,
    ),
)
