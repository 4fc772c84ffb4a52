"""*Sidst* is last, and nobody who is in the room is left without a turn.

Source: docs/decisions/0017-everyone-has-a-turn.md.
"""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from tests.domain.meeting.script import FAMILY, PARTS, Told, groups, method, plan, state_of

LAST = ChildPlace(PlaceKind.LAST)
OTHERS = ("lone", "peter", "kirsten", "hanne", "soeren")


def child_last(*, absent: tuple[str, ...] = ()) -> Told:
    return Told().does(cmd.ChoosePlace("mikkel", LAST)).starts(absent=absent).enters("åbning")


# -- sidst


def test_a_child_who_speaks_last_comes_after_those_who_said_senere() -> None:
    told = child_last().defers("lone").gives("peter", "kirsten", "hanne", "soeren").expects(waiting=("lone", "mikkel"))
    told.goes_on().expects(speaking="lone").goes_on().expects(speaking="mikkel")


def test_a_child_who_speaks_last_comes_after_who_comes_late() -> None:
    told = child_last(absent=("peter",)).gives("lone").does(cmd.Arrive("peter"))
    told.expects(order=("lone", "kirsten", "hanne", "soeren", "peter", "mikkel"))
    told.gives("kirsten", "hanne", "soeren").expects(next="peter").goes_on().goes_on().expects(speaking="mikkel")


def test_a_child_who_speaks_last_comes_after_a_new_person_and_one_who_came_back() -> None:
    told = child_last().gives("lone").does(cmd.Leave("peter")).does(cmd.Arrive("peter"))
    told.does(cmd.AddPerson(Person("aya", "Aya Sahl", "Aya", Role.PRIVATE)))
    told.expects(order=("lone", "kirsten", "hanne", "soeren", "peter", "aya", "mikkel"))
    told.defers("soeren").expects(waiting=("kirsten", "hanne", "peter", "aya", "soeren", "mikkel"))


def test_a_child_who_says_senere_too_is_still_last() -> None:
    told = child_last().gives("lone", "peter", "kirsten").defers("mikkel").defers("hanne").gives("soeren")
    told.expects(waiting=("hanne", "mikkel"))


def test_sidst_chosen_in_the_middle_of_a_round_holds_at_once() -> None:
    told = Told().starts().enters("åbning").gives("lone").does(cmd.ChoosePlace("mikkel", LAST))
    told.expects(waiting=("peter", "kirsten", "hanne", "soeren", "mikkel"))


def test_a_child_who_had_the_word_before_it_chose_sidst_is_not_moved() -> None:
    told = Told().starts(absent=("peter",)).enters("åbning").gives("mikkel").does(cmd.ChoosePlace("mikkel", LAST))
    told.does(cmd.Arrive("peter")).expects(waiting=("lone", "kirsten", "hanne", "soeren", "peter"))
    told.expects(order=("mikkel", "lone", "kirsten", "hanne", "soeren", "peter"))


def test_a_dragged_order_does_not_take_the_last_word_from_the_child() -> None:
    child_last().does(cmd.ReorderRound(("mikkel", *OTHERS))).expects(next="lone", waiting=(*OTHERS, "mikkel"))


def test_the_bisidder_of_a_child_who_speaks_last_speaks_after_it() -> None:
    helper = Person("bis", "Bo Dam", "Bo", Role.ASSISTANT, seat=9)
    told = Told(plan((*FAMILY, helper))).does(cmd.ChoosePlace("mikkel", LAST)).starts().enters("åbning")
    told.defers("lone").expects(waiting=("peter", "kirsten", "hanne", "soeren", "lone", "mikkel", "bis"))


# -- in no order of the method

NO_PRIVATE = tuple(
    replace(part, order=tuple(group for group in part.order if group.code.value != "PRIV")) for part in PARTS
)


def without_private(people: tuple[Person, ...] = FAMILY) -> Told:
    return Told(plan(people, method=method(NO_PRIVATE)))


def test_whose_group_stands_in_no_order_has_a_turn_at_the_end_and_is_named() -> None:
    told = without_private().starts().enters("åbning")
    told.expects(order=("mikkel", "lone", "peter", "hanne", "soeren", "kirsten"))
    told.enters("forældre").expects(order=("lone", "peter"))
    told.enters("veje").expects(order=("hanne", "soeren", "lone", "peter", "mikkel", "kirsten"))
    assert queries.left_out(told.state) == ("kirsten",)
    told.does(cmd.FinishMeeting("prøve"))
    assert "not_in_any_order" in record(told.history).overridden


def test_a_newcomer_whose_group_stands_in_no_order_joins_the_running_round() -> None:
    told = without_private(tuple(person for person in FAMILY if person.id != "kirsten")).starts().enters("åbning")
    assert queries.left_out(told.state) == ()
    told.does(cmd.AddPerson(Person("aya", "Aya Sahl", "Aya", Role.PRIVATE))).expects(
        waiting=("mikkel", "lone", "peter", "hanne", "soeren", "aya")
    )
    assert queries.left_out(told.state) == ("aya",)


def test_who_never_came_is_not_named_and_who_left_is() -> None:
    told = without_private().starts(absent=("kirsten",)).enters("åbning")
    assert queries.left_out(told.state) == ()
    told.does(cmd.Arrive("kirsten")).does(cmd.Leave("kirsten")).does(cmd.StopMeeting("Alarmen gik"))
    assert state_of(told, "kirsten") is TurnState.GONE
    assert record(told.history).overridden == ("not_in_any_order", "stopped_early")


@pytest.mark.parametrize("finish", [cmd.FinishMeeting("prøve"), cmd.StopMeeting("Alarmen gik")])
def test_nothing_is_recorded_where_everyone_has_an_order(finish: cmd.Command) -> None:
    told = Told().starts().enters("åbning").does(finish)
    assert "not_in_any_order" not in record(told.history).overridden


def test_a_child_who_speaks_last_comes_after_whose_group_stands_in_no_order() -> None:
    told = without_private().does(cmd.ChoosePlace("mikkel", LAST)).starts().enters("åbning")
    assert groups("FOR") == told.plan.method.part("forældre").order
    told.expects(order=("lone", "peter", "hanne", "soeren", "kirsten", "mikkel"))
