"""What a field of a sag says of its privacy is true: measured on what the room, the papers and meeting.json hold."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.gui.cases.case_form import CaseForm
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from tests.gui.reaching import CANARY, reach_of_text

#: How what is written of a sag comes into its meetings.
INTO_MEETING: Mapping[str, Callable[[MeetingPlan], MeetingPlan]] = {
    "reference": lambda plan: replace(plan, case_reference=f"{CANARY}a"),
    "child": lambda plan: replace(plan, child=f"{CANARY}a"),
}


@pytest.mark.parametrize("name", INTO_MEETING)
def test_a_value_goes_where_its_field_says_and_nowhere_else(name: str) -> None:
    def change(history: History) -> History:
        state = history.state
        return replace(history, state=replace(state, plan=INTO_MEETING[name](state.plan)))

    assert reach_of_text(change) == CaseForm.specs()[name].privacy


def test_no_other_field_has_a_place_in_a_meeting() -> None:
    others = {name: spec.privacy for name, spec in CaseForm.specs().items() if name not in INTO_MEETING}
    assert set(others.values()) == {Reach.NOWHERE}
    assert not others.keys() & {field.name for field in dataclasses.fields(MeetingPlan)}
