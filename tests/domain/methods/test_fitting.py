"""Rounds that are left out, and rounds that are merged into the one before: only what the method allows."""

import pytest

from netmoede_desktop.domain.methods.fitting import Fitting, droppable_rounds, fitting, mergeable_rounds
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import load_methods

METHODS = load_methods(resource_folder() / "methods", None)
DIN = METHODS["din-1"]


@pytest.mark.parametrize(
    ("method", "dropped", "merged"),
    [
        ("din-1", ["d9"], [("d5", "d6"), ("d9", "d10")]),
        ("din-o", [], []),
        ("pnm-1", ["p7"], [("p4", "p5")]),
        ("hlb-1", [], []),
        ("hlb-o", [], []),
        ("um", ["u4"], []),
    ],
)
def test_what_goes_well_keeps_its_round_and_a_fixed_agenda_all_of_its_points(
    method: str, dropped: list[str], merged: list[tuple[str, str]]
) -> None:
    assert [part.id for part in droppable_rounds(METHODS[method])] == dropped
    assert [(before.id, after.id) for before, after in mergeable_rounds(METHODS[method])] == merged


def test_a_merged_round_asks_both_questions_in_the_minutes_of_the_first() -> None:
    method = fitting(DIN, (), ("d6",)).method
    assert [part.id for part in method.parts] == [part.id for part in DIN.parts if part.id != "d6"]
    both, first, second = method.part("d5"), DIN.part("d5"), DIN.part("d6")
    assert both.title == "Fase 1 · Runde B: Det, der fylder + Runde C: Ønsker"
    assert (both.minutes, both.order) == (first.minutes, first.order)
    assert both.prompts.say == first.prompts.say + second.prompts.say
    assert both.prompts.room == f"{first.prompts.room} {second.prompts.room}"


def test_what_the_method_does_not_allow_is_no_choice() -> None:
    assert fitting(DIN, ("d4", "findes-ikke"), ("d5", "d13")) == Fitting(DIN)
    assert fitting(DIN, (), ()).method is DIN
    assert fitting(DIN, ("d9",), ("d10",)) == Fitting(DIN, ("d9",)), "nothing is merged into what is left out"
    assert [part.id for part in fitting(DIN, ("d9",), ("d6",)).method.parts] == [
        part.id for part in DIN.parts if part.id not in ("d6", "d9")
    ]
