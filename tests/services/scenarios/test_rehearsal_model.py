"""Random meetings, played by the engine and by a plain second reading of the contract: both tell the same."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from netmoede_desktop.services.scenarios.rehearsal import StepRefused
from tests.services.meeting.contract_model import Meeting, No
from tests.services.stories import FAMILY, OPENING, Step, family, methods, step, tell

#: The method and the people: all groups have a place, the child speaks last, farmor and sag stand in no order.
MEETINGS = {
    "every group has its place": ("din-1", FAMILY),
    "the child speaks last": ("din-1", family(ida={"place": "sidst"})),
    "two stand in no order": ("um", FAMILY),
    "two stand in none, and the child speaks last": ("um", family(ida={"place": "sidst"})),
}
EVERYONE = st.sampled_from([str(one["id"]) for one in FAMILY])
SPEAKERS = st.sampled_from(OPENING)
SECONDS = st.integers(0, 120)


def _steps() -> st.SearchStrategy[Step]:
    def make(do: str, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
        return st.builds(
            lambda wait, values: step(do, wait=wait, **values), st.integers(0, 9), st.fixed_dictionaries(keys)
        )

    text = st.just("Ord")
    often = [make("speak", who=SPEAKERS, seconds=SECONDS)] * 6
    return st.one_of(
        *often,
        make("pass", who=SPEAKERS),
        make("later", who=SPEAKERS),
        make("read_aloud", who=SPEAKERS, by=st.just("leder"), text=text, seconds=SECONDS),
        make("remark", who=EVERYONE, seconds=SECONDS),
        make("interpreter", seconds=SECONDS),
        make("it_was", who=EVERYONE),
        make("next_part"),
        make("pause", minutes=st.integers(1, 20)),
        make("arrive", who=SPEAKERS),
        make("leave", who=SPEAKERS),
        make("agree", text=text, who=st.just("leder")),
        make("undo"),
    )


def _rounds() -> st.SearchStrategy[list[Step]]:
    """Whole rounds between the odd steps, so that meetings get far."""
    whole = st.permutations(OPENING).map(lambda order: [step("speak", who=who, seconds=20) for who in order])
    return st.lists(st.one_of(_steps().map(lambda one: [one]), whole), max_size=14).map(
        lambda many: list(itertools.chain.from_iterable(many))
    )


def _modelled(meeting_name: str, steps: list[Step]) -> tuple[Meeting, int | None]:
    """The meeting as the contract tells it, up to the step it does not allow."""
    method, people = MEETINGS[meeting_name]
    roles = {str(one["id"]): str(one["role"]) for one in people}
    last = {str(one["id"]) for one in people if one.get("place") == "sidst"}
    meeting = Meeting(methods()[method], roles, set(roles), last)
    for number, one in enumerate(steps, start=1):
        try:
            meeting.do(one)
        except No:
            return meeting, number
    return meeting, None


def _check(folder: Path, name: str, steps: list[Step]) -> None:
    method, people = MEETINGS[name]
    meeting, refused = _modelled(name, steps)
    if refused is not None:
        event("refused")
        with pytest.raises(StepRefused) as caught:
            tell(folder, *steps, method=method, people=people)
        assert caught.value.number == refused
        steps = steps[: refused - 1]
        meeting, _ = _modelled(name, steps)
    told = tell(folder, *steps, method=method, people=people)
    event(f"rounds: {len(told.parts_with_turns())}")
    assert [
        (turn["part"], told.names[turn["person"]], turn["state"], turn["seconds"], turn["interpreter_seconds"])
        for turn in told.json["turns"]
    ] == meeting.turns()
    assert told.pauses() == meeting.pauses
    assert told.agreements() == meeting.agreements
    used = {one["id"]: one["used_seconds"] for one in told.json["parts"] if one["used_seconds"]}
    assert used == {part: seconds for part, seconds in meeting.used.items() if seconds}


@settings(max_examples=200)
@given(name=st.sampled_from(list(MEETINGS)), steps=_rounds())
def test_the_engine_and_the_contract_tell_the_same_meeting(
    name: str, steps: list[Step], tmp_path_factory: pytest.TempPathFactory
) -> None:
    _check(tmp_path_factory.getbasetemp(), name, steps)


@pytest.mark.campaign
@settings(max_examples=20_000)
@given(name=st.sampled_from(list(MEETINGS)), steps=_rounds())
def test_the_engine_and_the_contract_tell_the_same_meeting_always(
    name: str, steps: list[Step], tmp_path_factory: pytest.TempPathFactory
) -> None:
    _check(tmp_path_factory.getbasetemp(), name, steps)
