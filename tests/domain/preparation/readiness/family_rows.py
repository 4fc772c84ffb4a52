"""The rows of the child, the parents and consent."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.meeting_facts import Participation
from tests.domain.preparation.readiness.inputs import (
    CONSENT,
    DAY,
    LAST_HELD,
    PEOPLE,
    SAID,
    TODAY,
    TOMORROW,
    without,
)
from tests.domain.preparation.readiness.row import (
    IN_PLACE,
    MISSING,
    NOT_APPLICABLE,
    NOT_LOOKED_AT,
    STALE,
    Row,
    said_rows,
)

CHILD = (
    *said_rows("child-talked-with", "meeting.child.talk")[1:],
    Row("child-talked-with", IN_PLACE, "alone"),
    Row("child-talked-with", IN_PLACE, "together", {"meeting.child.alone": False}),
    Row("child-talked-with", IN_PLACE, "", {"meeting.child.alone": None}),
    Row("child-talked-with", STALE, "stale", {"meeting.child.talk": replace(SAID, on=LAST_HELD)}),
    Row("child-talked-with", STALE, "stale", {"last_held": SAID.on}),
    Row("child-told", IN_PLACE),
    Row("child-told", MISSING, "", {"meeting.child.explained": ""}),
    Row("child-told", STALE, "stale", {"meeting.child.talk": replace(SAID, on=LAST_HELD)}),
    Row("child-takes-part", IN_PLACE, "partly"),
    Row(
        "child-takes-part",
        IN_PLACE,
        "yes",
        {"meeting.child.participation": Participation.YES, "meeting.child.participation_reason": ""},
    ),
    Row("child-takes-part", IN_PLACE, "no", {"meeting.child.participation": Participation.NO}),
    Row("child-takes-part", MISSING, "reason", {"meeting.child.participation_reason": ""}),
    Row("child-takes-part", NOT_LOOKED_AT, "none", {"meeting.child.participation": None}),
    Row("child-place-chosen", IN_PLACE, "first"),
    Row("child-place-chosen", NOT_LOOKED_AT, "none", {"plan.people": (replace(PEOPLE[0], place=None),)}),
    Row("child-place-chosen", NOT_APPLICABLE, "", {"plan.people": without("mikkel")}),
    Row("child-supported", IN_PLACE),
    *(
        Row("child-supported", MISSING, "parts", {f"meeting.child.{when}": ""})
        for when in ("before", "during", "after")
    ),
    Row(
        "child-supported",
        NOT_LOOKED_AT,
        "none",
        {"meeting.child.before": "", "meeting.child.during": "", "meeting.child.after": ""},
    ),
    *said_rows("bisidder-told", "meeting.bisidder_told"),
    Row("bisidder-of-age", IN_PLACE),
    Row("bisidder-of-age", IN_PLACE, "", {"people.nadia.birth_year": 2011}),
    Row("bisidder-of-age", MISSING, "", {"people.nadia.birth_year": 2012}),
    Row("bisidder-of-age", NOT_LOOKED_AT, "none", {"people.nadia.birth_year": None}),
    Row("bisidder-of-age", NOT_APPLICABLE, "", {"plan.people": without("nadia")}),
)

PARENTS = (
    *said_rows("parents-asked", "meeting.parents_asked"),
    *said_rows("shared-agreed", "meeting.shared_agreed"),
    *said_rows("first-visit", "meeting.first_visit"),
    Row("first-visit", MISSING, "phone", {"meeting.first_visit_by_phone": True}),
    Row("first-visit", NOT_LOOKED_AT, "how", {"meeting.first_visit_by_phone": None}),
)


def _consents(**lone: Any) -> dict[str, Any]:
    return {"case.consents": (replace(CONSENT, **lone), replace(CONSENT, by="peter"))}


CONSENTS = (
    Row("consent-given", IN_PLACE),
    Row("consent-given", NOT_LOOKED_AT, "none", {"case.consents": (CONSENT,)}),
    Row("consent-given", MISSING, "refused", _consents(refused=True)),
    *(
        Row("consent-given", MISSING, "part", _consents(**lacking))
        for lacking in ({"topics": ()}, {"recipients": ()}, {"purpose": ""}, {"since": None}, {"since": TOMORROW})
    ),
    Row("consent-given", STALE, "withdrawn", _consents(withdrawn=TODAY)),
    Row("consent-given", IN_PLACE, "", _consents(withdrawn=TOMORROW)),
    Row("consent-given", STALE, "ended", _consents(until=DAY - timedelta(days=1))),
    Row("consent-given", IN_PLACE, "", _consents(until=DAY)),
    Row("consent-given", NOT_APPLICABLE, "", {"plan.people": without("lone", "peter")}),
    Row("consent-covers-everybody", IN_PLACE),
    Row(
        "consent-covers-everybody",
        STALE,
        "stale",
        {"plan.people": (*PEOPLE, Person("eva", "Eva Dam", "Eva", Role.PROFESSIONAL, "psykolog", seat=13))},
    ),
    Row("consent-covers-everybody", STALE, "stale", _consents(recipients=("skolen", "kommunen", "Nadia"))),
    Row("consent-covers-everybody", IN_PLACE, "", _consents(recipients=("alle",))),
    Row("consent-covers-everybody", IN_PLACE, "", _consents(recipients=("familie og netværk", "skole", "kommune"))),
    Row("consent-covers-everybody", IN_PLACE, "", {"case.consents": (replace(CONSENT, until=DAY),)}),
    Row("consent-covers-everybody", NOT_APPLICABLE, "", {"case.consents": ()}),
    Row("contact-data-passed-on", IN_PLACE),
    Row("contact-data-passed-on", IN_PLACE, "", {"case.consents": (replace(CONSENT, until=DAY),)}),
    Row("contact-data-passed-on", NOT_LOOKED_AT, "none", {"case.consents": (replace(CONSENT, topics=("Skole",)),)}),
    Row("contact-data-passed-on", MISSING, "form", {"case.consents": (replace(CONSENT, form=None),)}),
    Row("contact-data-passed-on", STALE, "stale", {"case.consents": (replace(CONSENT, withdrawn=TODAY),)}),
)
