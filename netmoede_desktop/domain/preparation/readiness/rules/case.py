"""The sag: why a netværksmøde, for whom, by which method; PNM's visitation; Holbæk's known and unknown sager."""

from collections.abc import Callable

from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.readiness.findings import (
    from_said,
    heard,
    in_place,
    missing,
    not_applicable,
    not_looked_at,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule, family_of
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, RuleFinding, Step

#: PNM is made for children of these ages (R009), and does less from the last one on (R012).
PNM_AGES = range(7, 14)
PNM_OLD = 15


def _involvement(it: RuleInput) -> RuleFinding:
    return _written(it.case.involvement)


def _target_group(it: RuleInput) -> RuleFinding:
    return _written(it.case.target_group)


def _expectations(it: RuleInput) -> RuleFinding:
    return _written(it.case.expectations)


def _written(text: str) -> RuleFinding:
    return in_place(text.strip()) if text.strip() else missing()


def _case_type(it: RuleInput) -> RuleFinding:
    kind = it.case.case_type
    return not_looked_at() if kind is None else in_place(kind.value)


def _method_allowed(it: RuleInput) -> RuleFinding:
    method = it.plan.method.id
    excluded = [one for one in it.exclusions if one.method in (method, family_of(method))]
    if not excluded:
        return not_applicable()
    kind = it.case.case_type
    if kind is None:
        return not_looked_at()
    against = next((one for one in excluded if one.case_type == kind.value), None)
    return in_place(kind.value) if against is None else missing(kind=kind.value, reason=against.reason)


def _pnm_age(it: RuleInput) -> RuleFinding:
    if it.birth_year is None:
        return not_looked_at()
    age = it.day.year - it.birth_year
    if age >= PNM_OLD:
        return missing("old", age=age)
    found = in_place if age in PNM_AGES else missing
    return found(age=age)


def _pnm_fits(it: RuleInput) -> RuleFinding:
    answers = (it.case.complex_needs, it.case.hard_cooperation)
    if False in answers:
        return missing("complex" if it.case.complex_needs is False else "cooperation")
    return not_looked_at() if None in answers else in_place()


def _visitation(it: RuleInput) -> RuleFinding:
    return from_said(it.case.visitation, it)


def _nominated(it: RuleInput) -> RuleFinding:
    if heard(it.case.nominated, it) and not it.case.nominated.text.strip():
        return missing("why", name=it.case.nominated.by)
    return from_said(it.case.nominated, it)


def _known_answered(it: RuleInput) -> RuleFinding:
    if it.case.known is None:
        return not_looked_at()
    return in_place(code="known" if it.case.known else "unknown")


def _adviser_asked(it: RuleInput) -> RuleFinding:
    return from_said(it.case.adviser_asked, it) if it.case.known else not_applicable()


def _unknown_criteria(it: RuleInput) -> RuleFinding:
    if it.case.known is not False:
        return not_applicable()
    asked = it.case.unknown_case
    answers = {
        "concern": asked.concern,
        "family": asked.beyond_family,
        "partners": asked.beyond_partners,
    }
    failed = next((name for name, answer in answers.items() if answer is False), None)
    if failed is not None:
        return missing(failed)
    return not_looked_at() if None in answers.values() else in_place()


def _unknown_parents(it: RuleInput) -> RuleFinding:
    asked = it.case.unknown_case
    return _steps(it, {"presented": asked.presented, "willing": asked.willing, "active": asked.active_case})


def _unknown_authority(it: RuleInput) -> RuleFinding:
    asked = it.case.unknown_case
    return _steps(it, {"asked": asked.asked_authority, "confirmed": asked.confirmed})


def _steps(it: RuleInput, steps: dict[str, Said]) -> RuleFinding:
    """The steps of the procedure for an unknown sag in their order; the first that is open is named."""
    if it.case.known is not False:
        return not_applicable()
    for name, said in steps.items():
        if not heard(said, it):
            return not_looked_at(name)
    last = max(steps.values(), key=lambda said: said.on or it.today)
    return in_place(last.text, last.by, last.on)


_SAID = {"now"}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.CASE, field), check)


RULES = (
    _rule("involvement", "R001", {"case.involvement"}, "involvement", _involvement),
    _rule("target-group", "R003 R013", {"case.target_group"}, "target_group", _target_group),
    _rule("case-type", "R004 R005", {"case.case_type"}, "case_type", _case_type),
    _rule("method-allowed", "R006", {"plan.method", "case.case_type", "exclusions"}, "case_type", _method_allowed),
    _rule("pnm-age", "R009 R012", {"plan.starts", "birth_year"}, "birth_year", _pnm_age),
    _rule("pnm-fits", "R010 R011", {"case.complex_needs", "case.hard_cooperation"}, "complex_needs", _pnm_fits),
    _rule("visitation", "R014 R015", _SAID | {"case.visitation"}, "visitation", _visitation),
    _rule("nominated", "R153", _SAID | {"case.nominated"}, "nominated", _nominated),
    _rule("known-answered", "R058", {"case.known"}, "known", _known_answered),
    _rule("adviser-asked", "R059", _SAID | {"case.known", "case.adviser_asked"}, "adviser_asked", _adviser_asked),
    _rule(
        "unknown-criteria",
        "R018 R060",
        {
            "case.known",
            "case.unknown_case.concern",
            "case.unknown_case.beyond_family",
            "case.unknown_case.beyond_partners",
        },
        "concern",
        _unknown_criteria,
    ),
    _rule(
        "unknown-parents",
        "R061 R019 R060 R069",
        _SAID
        | {
            "case.known",
            "case.unknown_case.presented",
            "case.unknown_case.willing",
            "case.unknown_case.active_case",
        },
        "presented",
        _unknown_parents,
    ),
    _rule(
        "unknown-authority",
        "R062 R060",
        _SAID | {"case.known", "case.unknown_case.asked_authority", "case.unknown_case.confirmed"},
        "asked_authority",
        _unknown_authority,
    ),
    _rule("expectations", "R064", {"case.expectations"}, "expectations", _expectations),
)
