"""The rows of the law, the tolk and the sag."""

from dataclasses import replace
from datetime import timedelta

from netmoede_desktop.domain.cases.case_facts import CaseType, Screening
from netmoede_desktop.domain.people.person_facts import Channel
from tests.domain.preparation.readiness.inputs import (
    NOW,
    PEOPLE,
    SAID,
    TODAY,
    without,
)
from tests.domain.preparation.readiness.row import (
    AHEAD,
    ALONE,
    IN_PLACE,
    MISSING,
    NOBODY,
    NOT_APPLICABLE,
    NOT_LOOKED_AT,
    NOT_NEEDED,
    PNM_YEARS,
    STALE,
    UNKNOWN,
    Row,
    each_row,
    said_rows,
)

LAW = (
    Row("risk-assessed", IN_PLACE),
    Row("risk-assessed", MISSING, "", {"case.risk_assessed": NOBODY}),
    Row("risk-assessed", MISSING, "ahead", {"case.risk_assessed": AHEAD}),
    Row("risk-assessed", NOT_APPLICABLE, "", {"case.screening": Screening.NO}),
    Row("risk-screened", IN_PLACE),
    Row("risk-screened", NOT_LOOKED_AT, "none", {"case.screening": None}),
    Row("risk-screened", MISSING, "", {"case.screening": Screening.NOT_SCREENED}),
    Row("two-advisers", IN_PLACE),
    Row("two-advisers", MISSING, "", {"people.ulla.caseworker": False}),
    Row("two-advisers", NOT_LOOKED_AT, "none", {"case.first_assessment": None}),
    Row("two-advisers", NOT_APPLICABLE, "", {"case.first_assessment": False}),
    *each_row(
        "channels", "channel", None, *(p.id for p in PEOPLE if p.id not in ("mikkel", "maja", "amina")), met="count"
    ),
    Row("channels", NOT_LOOKED_AT, "age", {"birth_year": None}),
    Row("channels", IN_PLACE, "count", {"birth_year": 2011}),
    Row("channels", MISSING, "", {"birth_year": 2011, "people.mikkel.channel": None}),
    Row("channels", IN_PLACE, "count", {"birth_year": 2012, "people.mikkel.channel": None}),
    Row("channels", IN_PLACE, "count", {"people.lone.channel": Channel.DIGITAL_POST}),
    Row("channels", MISSING, "exempt", {"people.lone.exempt": True, "people.lone.channel": Channel.DIGITAL_POST}),
    Row("address-protected", IN_PLACE),
    Row("address-protected", NOT_LOOKED_AT, "none", {"people.kirsten.protected_checked": None}),
    Row("address-protected", IN_PLACE, "", {"people.kirsten.protected_checked": TODAY - timedelta(days=365)}),
    Row("address-protected", STALE, "stale", {"people.kirsten.protected_checked": TODAY - timedelta(days=366)}),
    Row("address-protected", STALE, "stale", {"now": NOW + timedelta(days=365)}),
    Row("address-protected", NOT_APPLICABLE, "", {"plan.people": without("kirsten")}),
)

#: A tolk who is known by name and year, and not on the list yet.
NOT_LISTED = {
    "plan.people": without("amina"),
    "meeting.interpreter.name": "Amina",
    "meeting.interpreter.birth_year": 1990,
}

INTERPRETER = (
    Row("interpreter-may", IN_PLACE),
    Row("interpreter-may", MISSING, "young", {"people.amina.birth_year": 2009}),
    Row("interpreter-may", IN_PLACE, "", {"people.amina.birth_year": 2008}),
    Row("interpreter-may", MISSING, "young", {"meeting.interpreter.birth_year": 2010}),
    Row("interpreter-may", MISSING, "family", {"meeting.interpreter.family": True}),
    Row("interpreter-may", NOT_APPLICABLE, "", {"meeting.interpreter.family": None}),
    Row("interpreter-may", IN_PLACE, "", NOT_LISTED),
    Row("interpreter-checked", IN_PLACE),
    Row("interpreter-checked", IN_PLACE, "", NOT_LISTED),
    Row("interpreter-checked", NOT_LOOKED_AT, "none", {"meeting.interpreter.family": None}),
    Row("interpreter-checked", NOT_LOOKED_AT, "none", {"people.amina.birth_year": None}),
    Row("interpreter-checked", MISSING, "turns", {"people.amina.birth_year": 2008}),
    Row("interpreter-listed", IN_PLACE),
    Row("interpreter-listed", MISSING, "", {"plan.people": without("amina")}),
    Row("interpreter-listed", NOT_LOOKED_AT, "none", {**NOT_NEEDED, "languages": ("somali",)}),
    Row("interpreter-listed", NOT_APPLICABLE, "", NOT_NEEDED),
    Row("interpreter-listed", IN_PLACE, "", NOT_LISTED),
    Row("interpreter-listed", MISSING, "", {**NOT_NEEDED, "plan.interpreter_language": "somali"}),
    *said_rows("interpreter-ordered", "meeting.interpreter.ordered"),
    Row("interpreter-ordered", IN_PLACE, "", {**NOT_NEEDED, "plan.interpreter_language": "somali"}),
    Row("interpreter-ordered", IN_PLACE, "", {**NOT_NEEDED, "meeting.interpreter.needed": True}),
    Row("interpreter-ordered", NOT_APPLICABLE, "", {**NOT_NEEDED, "languages": ("somali",)}),
    Row("interpreter-ordered", NOT_APPLICABLE, "", NOT_NEEDED),
    Row("languages-known", IN_PLACE),
    Row("languages-known", NOT_LOOKED_AT, "none", {"people.lone.language": ""}),
    Row(
        "languages-known",
        MISSING,
        "",
        {"plan.people": (PEOPLE[1], replace(PEOPLE[2], through_interpreter=True)), "people.peter.language": ""},
    ),
    Row("languages-known", NOT_APPLICABLE, "", {"plan.people": (ALONE,), "languages": ("dansk",)}),
)

CASE = (
    *(
        row
        for rule, path in (
            ("involvement", "case.involvement"),
            ("target-group", "case.target_group"),
            ("expectations", "case.expectations"),
        )
        for row in (Row(rule, IN_PLACE), Row(rule, MISSING, "", {path: " "}))
    ),
    Row("case-type", IN_PLACE),
    Row("case-type", NOT_LOOKED_AT, "none", {"case.case_type": None}),
    Row("method-allowed", IN_PLACE),
    Row("method-allowed", MISSING, "", {"case.case_type": CaseType.PLACED}),
    Row("method-allowed", NOT_LOOKED_AT, "none", {"case.case_type": None}),
    Row("method-allowed", NOT_APPLICABLE, "", {"exclusions": ()}),
    *(Row("pnm-age", IN_PLACE, "", {"birth_year": PNM_YEARS[age]}) for age in (7, 13)),
    *(Row("pnm-age", MISSING, "", {"birth_year": PNM_YEARS[age]}) for age in (6, 14)),
    Row("pnm-age", MISSING, "old", {"birth_year": PNM_YEARS[15]}),
    Row("pnm-age", NOT_LOOKED_AT, "none", {"birth_year": None}),
    Row("pnm-fits", IN_PLACE),
    Row("pnm-fits", MISSING, "complex", {"case.complex_needs": False}),
    Row("pnm-fits", MISSING, "cooperation", {"case.hard_cooperation": False}),
    Row("pnm-fits", NOT_LOOKED_AT, "none", {"case.complex_needs": None}),
    *said_rows("visitation", "case.visitation"),
    *said_rows("nominated", "case.nominated"),
    Row("nominated", MISSING, "why", {"case.nominated": replace(SAID, text="")}),
    Row("known-answered", IN_PLACE, "known"),
    Row("known-answered", IN_PLACE, "unknown", {"case.known": False}),
    Row("known-answered", NOT_LOOKED_AT, "none", {"case.known": None}),
    *said_rows("adviser-asked", "case.adviser_asked"),
    Row("adviser-asked", NOT_APPLICABLE, "", {"case.known": False}),
    Row("unknown-criteria", IN_PLACE, "", UNKNOWN),
    Row("unknown-criteria", NOT_APPLICABLE),
    *(
        Row("unknown-criteria", MISSING, code, {**UNKNOWN, f"case.unknown_case.{fact}": False})
        for code, fact in (("concern", "concern"), ("family", "beyond_family"), ("partners", "beyond_partners"))
    ),
    *(
        Row("unknown-criteria", NOT_LOOKED_AT, "none", {**UNKNOWN, f"case.unknown_case.{fact}": None})
        for fact in ("concern", "beyond_family", "beyond_partners")
    ),
    Row("unknown-parents", IN_PLACE, "", UNKNOWN),
    Row("unknown-parents", NOT_APPLICABLE),
    *(
        Row("unknown-parents", NOT_LOOKED_AT, code, {**UNKNOWN, f"case.unknown_case.{fact}": said})
        for code, fact in (("presented", "presented"), ("willing", "willing"), ("active", "active_case"))
        for said in (NOBODY, AHEAD)
    ),
    Row("unknown-authority", IN_PLACE, "", UNKNOWN),
    Row("unknown-authority", NOT_APPLICABLE),
    *(
        Row("unknown-authority", NOT_LOOKED_AT, code, {**UNKNOWN, f"case.unknown_case.{fact}": NOBODY})
        for code, fact in (("asked", "asked_authority"), ("confirmed", "confirmed"))
    ),
)
