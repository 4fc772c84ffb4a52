"""Everything worth noticing about a planned meeting has its Danish sentence."""

import pytest

from netmoede_desktop.domain.preparation import PlanCode, PlanRemark
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.preparation_wording import plan_remark_sentence
from tests.localization.sentences import check_sentence

DANISH = load("da")


@pytest.mark.parametrize("code", PlanCode)
def test_every_remark_has_a_sentence(code: PlanCode) -> None:
    check_sentence(plan_remark_sentence(PlanRemark(code, minutes=180, seconds=30, parts=("Runde A",), count=2), DANISH))


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        (PlanRemark(PlanCode.OVER_HARD_LIMIT, minutes=180), "Metoden siger højst 180 minutter."),
        (
            PlanRemark(PlanCode.CROWDED, seconds=31, parts=("Runde A", "Slutrunde")),
            "Hver taler får kun 31 sekunder i: Runde A, Slutrunde. Giv mødet længere tid, eller vær færre.",
        ),
        (
            PlanRemark(PlanCode.OWNER_NOT_INVITED, count=1),
            "Den ansvarlige for 1 aftale fra sidst er ikke med i mødet.",
        ),
        (
            PlanRemark(PlanCode.OWNER_NOT_INVITED, count=3),
            "De ansvarlige for 3 aftaler fra sidst er ikke med i mødet.",
        ),
    ],
)
def test_figures_are_told(remark: PlanRemark, told: str) -> None:
    assert plan_remark_sentence(remark, DANISH) == told
