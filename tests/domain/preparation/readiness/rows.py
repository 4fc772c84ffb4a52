"""One row for each thing a rule can find: what is changed on a meeting that is ready, and the state it leaves."""

from tests.domain.preparation.readiness.family_rows import CHILD, CONSENTS, PARENTS
from tests.domain.preparation.readiness.frame_rows import AUNTS, FRAME, INVITATION, TIME
from tests.domain.preparation.readiness.people_rows import LEADER, WHO
from tests.domain.preparation.readiness.row import Row
from tests.domain.preparation.readiness.sag_rows import CASE, INTERPRETER, LAW

__all__ = ["AGEING", "AUNTS", "ROWS", "Row"]

ROWS = (
    *LAW,
    *INTERPRETER,
    *CASE,
    *CHILD,
    *PARENTS,
    *LEADER,
    *WHO,
    *CONSENTS,
    *TIME,
    *FRAME,
    *INVITATION,
)

#: The rules whose evidence ages by itself, and so may turn *forældet*.
AGEING = frozenset(
    {
        "address-protected",
        "child-talked-with",
        "child-told",
        "leader-not-initiator",
        "leader-knows-no-family",
        "leader-knows-no-case",
        "consent-given",
        "consent-covers-everybody",
        "contact-data-passed-on",
    }
)
