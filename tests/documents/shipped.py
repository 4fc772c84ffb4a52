"""The shipped scenarios as meetings that were held."""

import itertools
from pathlib import Path

from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario_file import read_scenario

SCENARIOS = sorted(path.stem for path in (resource_folder() / "scenarios").glob("*.toml"))


def held(name: str) -> MeetingRecord:
    """The facts of a scenario at its end."""
    methods = load_methods(resource_folder() / "methods")
    scenario = read_scenario(Path(resource_folder() / "scenarios" / f"{name}.toml"), methods)
    numbers = itertools.count(1)
    method = methods[scenario.meeting.method]
    prepared = prepare(scenario, method, lambda: f"p{next(numbers)}", Series())
    *_, last = rehearsing(scenario, prepared.plan, prepared.ids)
    return record(last.history)
