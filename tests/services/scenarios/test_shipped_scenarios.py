"""The shipped meetings are held from beginning to end, and between them show everything a scenario can tell."""

import itertools
from pathlib import Path

import pytest

from netmoede_desktop.domain.agreements.agreements import SETTLED, Answer
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.domain.people.people import display_names
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario import Scenario
from netmoede_desktop.services.scenarios.scenario_file import read_scenario

#: One meeting for each method, held as it is meant to be.
BY_THE_BOOK = ("demo", "din-o", "pnm-1", "pnm-n", "hlb-1", "hlb-o", "um-1", "um-o", "um")
ALL = (*BY_THE_BOOK, "tolk", "opfoelgning", "tyve-personer", "alt-gaar-galt")


@pytest.fixture(scope="module")
def methods(repository: Path) -> Methods:
    return load_methods(repository / "resources" / "methods")


@pytest.fixture(scope="module")
def scenarios(repository: Path, methods: Methods) -> dict[str, Scenario]:
    folder = repository / "resources" / "scenarios"
    return {path.stem: read_scenario(path, methods) for path in folder.glob("*.toml")}


def _held(scenario: Scenario, methods: Methods, series: Series | None = None) -> MeetingRecord:
    numbers = itertools.count(1)
    method = methods[scenario.meeting.method]
    prepared = prepare(scenario, method, lambda: f"p{next(numbers)}", series or Series())
    *_, last = rehearsing(scenario, prepared.plan, prepared.ids)
    return record(last.history)


def _minutes(held: MeetingRecord) -> float:
    assert held.started is not None
    assert held.ended is not None
    return (held.ended - held.started).total_seconds() / 60


def test_all_of_them_are_known_here(scenarios: dict[str, Scenario]) -> None:
    assert set(scenarios) == set(ALL)


def test_there_is_one_for_each_method(scenarios: dict[str, Scenario], methods: Methods) -> None:
    assert [scenarios[name].meeting.method for name in BY_THE_BOOK] == [
        "din-1",
        *(name for name in BY_THE_BOOK if name != "demo"),
    ]
    assert {scenarios[name].meeting.method for name in BY_THE_BOOK} == set(methods.ids)


@pytest.mark.parametrize("name", [name for name in ALL if name != "alt-gaar-galt"])
def test_a_meeting_by_the_book_leaves_nothing_out_and_keeps_its_time(
    scenarios: dict[str, Scenario], methods: Methods, name: str
) -> None:
    held = _held(scenarios[name], methods)
    assert held.finished
    assert held.overridden == ()
    assert held.follow_up is not None
    assert held.experience
    assert {turn.state for turn in held.turns} <= {TurnState.SPOKEN, TurnState.PASSED}
    assert 0.75 * held.planned_minutes <= _minutes(held) <= held.planned_minutes


def test_between_them_they_use_every_step_of_the_format(scenarios: dict[str, Scenario]) -> None:
    used = {step.do for scenario in scenarios.values() for step in scenario.steps}
    assert used == {
        "speak",
        "pass",
        "later",
        "read_aloud",
        "remark",
        "interpreter",
        "let_run",
        "board",
        "private",
        "park",
        "reservation",
        "experience",
        "agree",
        "confirm",
        "status",
        "arrive",
        "leave",
        "pause",
        "next_part",
        "undo",
        "it_was",
        "follow_up",
        "stop",
        "finish",
    }


def test_twenty_people_with_names_of_forty_letters_are_all_told_apart(
    scenarios: dict[str, Scenario], methods: Methods
) -> None:
    people = [entry.person for entry in scenarios["tyve-personer"].people]
    assert len(people) == 20
    assert sum(len(person.name) >= 40 for person in people) >= 19
    assert len(set(display_names(people).values())) == 20
    held = _held(scenarios["tyve-personer"], methods)
    assert {len([turn for turn in held.turns if turn.part == part]) for part in ("d2", "d4", "d10", "d13")} == {19}


def test_with_a_tolk_every_spoken_turn_is_interpreted(scenarios: dict[str, Scenario], methods: Methods) -> None:
    held = _held(scenarios["tolk"], methods)
    assert held.planned_minutes == 165
    spoken = [turn for turn in held.turns if turn.state is TurnState.SPOKEN]
    assert all(turn.interpreter_seconds > 0 for turn in spoken)


def test_the_follow_up_goes_through_ten_agreements(scenarios: dict[str, Scenario], methods: Methods) -> None:
    held = _held(scenarios["opfoelgning"], methods)
    carried = [agreement for agreement in held.agreements if agreement.carried]
    assert len(carried) == 10
    assert {agreement.status for agreement in carried} == set(methods["din-o"].statuses)
    assert held.follow_up is not None
    assert held.follow_up.none_reason is not None


def test_where_everything_goes_wrong_the_meeting_still_tells_its_story(
    scenarios: dict[str, Scenario], methods: Methods
) -> None:
    held = _held(scenarios["alt-gaar-galt"], methods)
    assert held.finished
    assert held.stop_reason == "Brandalarmen gik, og alle måtte ud."
    assert held.overridden == ("stopped_early",)
    assert set(TurnState) - {turn.state for turn in held.turns} == {TurnState.SPEAKING, TurnState.GONE}
    notes = {note.text: held.person(note.person).name for note in held.notes}
    assert notes["Jeg er Hanne, klasselæreren."] == "Hanne Skov", "it was the other Hanne who had the word"
    assert [agreement.answer for agreement in held.agreements] == [Answer.YES, Answer.NO, Answer.YES, Answer.YES]
    assert held.agreements[2].text == held.agreements[3].text, "the same words twice are two agreements"
    assert not any("far tog ordet" in note.text for note in held.notes), "private notes are not in the record"
    assert [note.text for note in held.notes if note.without] == ["Jeg bliver behandlet som en fremmed."]


@pytest.mark.parametrize(
    ("first", "second"), [("demo", "din-o"), ("pnm-1", "pnm-n"), ("hlb-1", "hlb-o"), ("um-1", "um-o")]
)
def test_a_series_is_told_on_in_its_second_meeting(
    scenarios: dict[str, Scenario], methods: Methods, first: str, second: str
) -> None:
    before, after = scenarios[first], scenarios[second]
    assert before.case.reference == after.case.reference
    assert methods[before.meeting.method].next_method == after.meeting.method
    agreed = [one.text for one in _held(before, methods).agreements if not one.status or one.status not in SETTLED]
    assert [agreement.text for agreement in after.agreements] == agreed
    names = frozenset(entry.person.name for entry in before.people)
    assert _held(after, methods, Series(1, names)).overridden == ()
