"""Moments of random and of shipped meetings, for what must hold of every view."""

import itertools
from collections.abc import Iterator
from datetime import datetime

from netmoede_desktop.domain.meeting.history import History, begin
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from tests.domain.meeting.random_meetings import RandomMeeting
from tests.services.stories import methods

SCENARIOS = sorted(path.stem for path in (resource_folder() / "scenarios").glob("*.toml"))


def random_moments(seed: int, presses: int) -> Iterator[tuple[History, datetime]]:
    """A random meeting after each press, and what the clock then says."""
    meeting = RandomMeeting(seed)
    history = begin(meeting.plan)
    for _ in range(presses):
        history = meeting.press(history)
        yield history, meeting.now


def shipped_moments(name: str) -> Iterator[tuple[History, datetime]]:
    """A shipped meeting after each step, and what the clock then says."""
    scenario = read_scenario(resource_folder() / "scenarios" / f"{name}.toml", methods())
    numbers = itertools.count(1)
    ready = prepare(scenario, methods()[scenario.meeting.method], lambda: f"p{next(numbers)}", Series())
    for step in rehearsing(scenario, ready.plan, ready.ids):
        yield step.history, step.history.state.last_at or ready.plan.starts
