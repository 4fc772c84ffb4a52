"""Meetings told in a few lines: a scenario file made of steps, and what `meeting.json` says of it, by scenario id."""

import functools
import itertools
import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.documents.formats import meeting_json
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare
from netmoede_desktop.services.scenarios.rehearsal import RehearsedStep, StepRefused, rehearsing
from netmoede_desktop.services.scenarios.scenario import Scenario
from netmoede_desktop.services.scenarios.scenario_file import read_scenario

Step = dict[str, object]

#: A small meeting: a child, two parents, a farmor, a teacher, a sagsbehandler, a mødeleder.
FAMILY: tuple[Step, ...] = (
    {"id": "ida", "name": "Ida Holst", "role": "barn"},
    {"id": "mor", "name": "Åse Holst", "role": "forælder", "relation": "mor"},
    {"id": "far", "name": "Bent Holst", "role": "forælder", "relation": "far"},
    {"id": "farmor", "name": "Grete Holst", "role": "privat", "relation": "farmor"},
    {"id": "lærer", "name": "Hanne Bak", "role": "fagperson", "relation": "klasselærer"},
    {"id": "sag", "name": "Søren Friis", "role": "myndighed", "relation": "sagsbehandler"},
    {"id": "leder", "name": "Maja Lind", "role": "mødeleder"},
)
#: Those of the family who have a turn, in the order a round with BARN* first offers them the word.
OPENING = ("ida", "mor", "far", "farmor", "lærer", "sag")
#: And in the order of a round that ends with the child.
CLOSING = ("farmor", "lærer", "sag", "mor", "far", "ida")
STARTS = datetime(2026, 11, 23, 16, 0)  # noqa: DTZ001 - a scenario's times are local wall times


def family(**changed: Step) -> tuple[Step, ...]:
    """The family with some keys of some people changed."""
    return tuple({**person, **changed.get(str(person["id"]), {})} for person in FAMILY)


def step(do: str, **keys: object) -> Step:
    """One step; `from_` stands for the key `from`."""
    return {"do": do, **{key.rstrip("_"): value for key, value in keys.items()}}


def speak(who: str, seconds: float = 30, **more: object) -> Step:
    return step("speak", who=who, seconds=seconds, **more)


def everyone(order: tuple[str, ...] = OPENING, seconds: float = 30) -> list[Step]:
    """A whole round."""
    return [speak(who, seconds) for who in order]


def toml(
    *steps: Step,
    people: tuple[Step, ...] = FAMILY,
    agreements: tuple[Step, ...] = (),
    case: Step | None = None,
    **meeting: object,
) -> str:
    """A scenario file; without more said it is a first meeting with the family, by din-1."""
    told = {"method": "din-1", "starts": STARTS, **meeting}
    tables = [
        ("[case]", {"reference": "M-1", "child": "Ida", **(case or {})}),
        ("[meeting]", {key: value for key, value in told.items() if value is not None}),
        *(("[[person]]", person) for person in people),
        *(("[[agreement]]", {key.rstrip("_"): value for key, value in one.items()}) for one in agreements),
        *(("[[step]]", one) for one in steps),
    ]
    return "\n".join(itertools.chain.from_iterable(_lines(header, keys) for header, keys in tables))


def _lines(header: str, keys: Step) -> list[str]:
    return [header, *(f"{key} = {_value(value)}" for key, value in keys.items()), ""]


def _value(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as `meeting.json` tells it, with the scenario's ids in place of the meeting's own."""

    json: dict[str, Any]
    names: dict[str, str]

    def turns(self, part: str) -> list[tuple[str, str, int]]:
        """Who, state and seconds of each turn in a part, in order."""
        return [(self.names[t["person"]], t["state"], t["seconds"]) for t in self.json["turns"] if t["part"] == part]

    def spoke(self, part: str) -> list[str]:
        """Who has spoken in a part, in the order of the turns."""
        return [who for who, state, _ in self.turns(part) if state == "talt"]

    def parts_with_turns(self) -> list[str]:
        return list(dict.fromkeys(turn["part"] for turn in self.json["turns"]))

    def notes(self) -> list[tuple[str, str, str]]:
        """Part, who and text of each note."""
        return [(note["part"], self.names[note["person"]], note["text"]) for note in self.json["notes"]]

    def used(self, part: str) -> int:
        return next(int(one["used_seconds"]) for one in self.json["parts"] if one["id"] == part)

    def planned(self) -> dict[str, int]:
        return {one["id"]: one["planned_seconds"] for one in self.json["parts"]}

    def pauses(self) -> list[tuple[str | None, int]]:
        return [(pause["part"], pause["seconds"]) for pause in self.json["pauses"]]

    def agreements(self) -> dict[int, str]:
        return {one["number"]: one["text"] for one in self.json["agreements"]}


@functools.cache
def methods() -> Methods:
    """The shipped methods."""
    return load_methods(resource_folder() / "methods")


def read(folder: Path, *steps: Step, **keys: Any) -> Scenario:
    """The scenario of these steps, read from a file in `folder`."""
    path = folder / "scenarie.toml"
    path.write_text(toml(*steps, **keys), encoding="utf-8")
    return read_scenario(path, methods())


def fold(scenario: Scenario, series: Series | None = None) -> tuple[tuple[RehearsedStep, ...], dict[str, str]]:
    """The scenario folded in memory, and the scenario's ids by the meeting's own."""
    numbers = itertools.count(1)
    method = methods()[scenario.meeting.method]
    prepared = prepare(scenario, method, lambda: f"p{next(numbers)}", series or Series())
    steps = tuple(rehearsing(scenario, prepared.plan, prepared.ids))
    return steps, {own: told for told, own in prepared.ids.items()}


def tell(folder: Path, *steps: Step, **keys: Any) -> Told:
    """Play the steps in memory. Raises what reading and rehearsing raise."""
    rehearsed, names = fold(read(folder, *steps, **keys))
    return Told(json.loads(meeting_json(record(rehearsed[-1].history))), names)


def refusal(folder: Path, *steps: Step, **keys: Any) -> tuple[int, str]:
    """The number and code of the step that is refused."""
    with pytest.raises(StepRefused) as caught:
        tell(folder, *steps, **keys)
    return caught.value.number, caught.value.refusal.code
