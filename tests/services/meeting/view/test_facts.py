"""What is kept from one act to the next is what would be made anew; and a saved note makes anew what it can change."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.state import Capture, MeetingState
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.facts import ViewFacts
from netmoede_desktop.services.room.audience_view import audience_view
from tests.domain.meeting.script import Told
from tests.services.room.random_views import SCENARIOS, random_moments, shipped_moments

T = TypeVar("T")


def kept_as_made_anew(moments: Iterator[tuple[History, datetime]]) -> None:
    """Both values made with what is known from before are the same as those made of the state alone."""
    facts: ViewFacts | None = None
    shows: Iterator[dict[str, Any]] = itertools.cycle(({}, {"reading": 1}, {"show_agreements": True}))
    for (history, now), shown in zip(moments, shows, strict=False):
        state = history.state
        facts = ViewFacts(state) if facts is None else facts.after(state)
        assert meeting_view(history, facts) == meeting_view(history)
        assert audience_view(state, now, facts=facts, **shown) == audience_view(state, now, **shown)


@given(st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_after_every_act_of_a_random_meeting_both_views_are_as_if_made_anew(seed: int) -> None:
    kept_as_made_anew(random_moments(seed, 40))


@pytest.mark.parametrize("name", SCENARIOS)
def test_after_every_step_of_a_shipped_meeting_both_views_are_as_if_made_anew(name: str) -> None:
    kept_as_made_anew(shipped_moments(name))


class ReadState(MeetingState):
    """A state that remembers which of its fields were read."""

    read: ClassVar[set[str]] = set()

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS and name != "capture":
            ReadState.read.add(name)
        return super().__getattribute__(name)


class ReadCapture(Capture):
    """What is written down, remembering likewise."""

    def __getattribute__(self, name: str) -> Any:
        if name in _WRITTEN:
            ReadState.read.add(f"capture.{name}")
        return super().__getattribute__(name)


_FIELDS = {one.name for one in fields(MeetingState)}
_WRITTEN = {one.name for one in fields(Capture)}


class WatchedFacts(ViewFacts):
    """Facts of which each says whether it reads what it names, and no more."""

    used: ClassVar[set[str]] = set()

    def once(self, make: Callable[..., T], *names: str, given: tuple[object, ...] = (), stays: bool = False) -> T:
        state = self.state
        written = ReadCapture(**{name: getattr(state.capture, name) for name in _WRITTEN})
        watched = ReadState(**{**{name: getattr(state, name) for name in _FIELDS}, "capture": written})
        ReadState.read.clear()
        make(watched, *given)
        named = {*names, *(f"capture.{name}" for name in _WRITTEN if "capture" in names)}
        assert ReadState.read - {"plan"} <= named, f"{make.__name__} reads more than it names"
        WatchedFacts.used |= {f"{make.__name__} {name}" for name in ReadState.read}
        return super().once(make, *names, given=given, stays=stays)


def test_no_fact_reads_more_of_the_state_than_it_names() -> None:
    for seed in range(4):
        for history, now in random_moments(seed, 60):
            facts = WatchedFacts(history.state)
            meeting_view(history, facts)
            audience_view(history.state, now, facts=facts)
    assert "seats_view floor" in WatchedFacts.used


def test_the_control_a_fact_that_names_too_little_is_seen() -> None:
    with pytest.raises(AssertionError, match="reads more than it names"):
        WatchedFacts(Told().state).once(lambda state: state.part, "parts")


def test_a_saved_note_leaves_alone_what_it_cannot_change() -> None:
    told = Told().starts().enters("åbning").gives("lone").notes("lone", "Hun sover bedre")
    before = ViewFacts(told.state)
    first = meeting_view(told.history, before)
    told.after(1).notes("lone", "Hun sover meget bedre")
    after = before.after(told.state)
    second = meeting_view(told.history, after)
    assert first.notes != second.notes
    for name in ("phases", "parts", "seats", "agreements", "list_checks", "guard"):
        assert getattr(second, name) is getattr(first, name), name
    told.does(cmd.WriteBoard("Søvn"))
    assert meeting_view(told.history, after.after(told.state)) == meeting_view(told.history)
