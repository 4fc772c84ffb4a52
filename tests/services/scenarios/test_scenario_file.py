"""Scenario files: what README.md describes becomes values, and every slip is named with its key and line."""

from dataclasses import fields
from datetime import date, datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.scenarios import scenario as told
from netmoede_desktop.services.scenarios.scenario_file import read_scenario, scenario_of
from netmoede_desktop.services.toml.input import InputError, InputProblem, parse_toml

FILE = Path("prøve.toml")

HEAD = """\
[case]
reference = "M-1"
child = "Ida"

[meeting]
method = "din-o"
starts = 2027-01-19T16:00:00

[[person]]
id = "ida"
name = "Ida Marie Holst"
role = "barn"
place = "efter:mor"

[[person]]
id = "mor"
name = "Åse Holst"
called = "Mor Åse"
role = "forælder"
seat = 7
through_interpreter = true
supports = "ida"
present = false

[[person]]
id = "leder"
name = "Bo Bang"
role = "mødeleder"
main = true
receives_minutes = false
protected_address = true
"""


@pytest.fixture(scope="module")
def methods(repository: Path) -> Methods:
    return load_methods(repository / "resources" / "methods")


def _read(text: str, methods: Methods) -> told.Scenario:
    return scenario_of(parse_toml(text, FILE), methods)


def _problems(text: str, methods: Methods) -> list[InputProblem]:
    with pytest.raises(InputError) as caught:
        _read(text, methods)
    return list(caught.value.problems)


def _step(methods: Methods, text: str) -> told.ScenarioStep:
    [step] = _read(f"{HEAD}\n[[step]]\n{text}", methods).steps
    return step


def test_the_shipped_scenarios_are_good(repository: Path, methods: Methods) -> None:
    paths = sorted((repository / "resources" / "scenarios").glob("*.toml"))
    assert "demo.toml" in [path.name for path in paths]
    for path in paths:
        scenario = read_scenario(path, methods)
        assert isinstance(scenario.steps[-1].action, told.FinishStep | told.StopStep), path.name


def test_the_demo_is_read_to_the_letter(repository: Path, methods: Methods) -> None:
    demo = read_scenario(repository / "resources" / "scenarios" / "demo.toml", methods)
    assert demo.case == told.ScenarioCase("M-2026-014", "Mikkel", 2015, ())
    assert (demo.meeting.method, demo.meeting.starts) == ("din-1", datetime.fromisoformat("2026-11-23T16:00"))
    assert [entry.person.id for entry in demo.people][:3] == ["mikkel", "lone", "peter"]
    first, last = demo.steps[0], demo.steps[-1]
    assert first.action == told.SpeakStep("mikkel", 30, "Jeg er Mikkel, jeg går i 5. klasse.", None)
    assert (first.number, first.line, first.wait) == (1, 104, 360)
    assert (last.number, last.do) == (91, "finish")


def test_people_have_the_defaults_of_the_format(methods: Methods) -> None:
    ida, mor, leder = _read(HEAD, methods).people
    assert (ida.person.called, ida.person.seat, ida.present, ida.person.receives_minutes) == ("Ida", 1, True, True)
    assert ida.person.place == ChildPlace(PlaceKind.AFTER, "mor")
    assert (mor.person.called, mor.person.seat, mor.present) == ("Mor Åse", 7, False)
    assert (mor.person.through_interpreter, mor.person.supports) == (True, "ida")
    assert leder.person.role is Role.LEADER
    assert (leder.person.main, leder.person.receives_minutes, leder.person.protected_address) == (True, False, True)
    assert [entry.line for entry in (ida, mor, leder)] == [9, 15, 25]


def test_every_field_of_a_person_is_a_key(methods: Methods) -> None:
    """Each is given something it cannot be, so that each key that is known is complained of for that alone."""
    keys = [one.name for one in fields(Person)]
    wrong = "".join(f"{key} = {{ x = 1 }}\n" for key in keys)
    found = {(problem.key, problem.code) for problem in _problems(f"{HEAD}\n[[person]]\n{wrong}", methods)}
    assert found == {(key, "wrong-type") for key in keys}


def test_a_meeting_has_the_defaults_of_the_format(methods: Methods) -> None:
    scenario = _read(HEAD, methods)
    assert scenario.meeting == told.ScenarioMeeting(
        "din-o", datetime.fromisoformat("2027-01-19T16:00"), None, "", "", None
    )
    assert scenario.case.birth_year is None
    assert (scenario.agreements, scenario.steps, scenario.path) == ((), (), FILE)


def test_languages_may_be_one_or_a_list(methods: Methods) -> None:
    for value in ('"somali"', '["somali"]'):
        scenario = _read(HEAD.replace('child = "Ida"', f'child = "Ida"\nlanguages = {value}'), methods)
        assert scenario.case.languages == ("somali",)


def test_open_agreements_are_read(methods: Methods) -> None:
    text = HEAD + '[[agreement]]\ntext = "Bo ringer"\nowner = "leder"\nfrom = 2026-12-01\nby = 2026-12-24\n'
    [agreement] = _read(text, methods).agreements
    assert agreement == told.ScenarioAgreement("Bo ringer", "leder", date(2026, 12, 1), date(2026, 12, 24), 32)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ('do = "speak"\nwho = "ida"\nseconds = 30', told.SpeakStep("ida", 30, None, None)),
        (
            'do = "speak"\nwho = "ida"\nseconds = 2.5\nnote = "a"\nmark = "ønske"',
            told.SpeakStep("ida", 2.5, "a", Mark.WISH),
        ),
        ('do = "speak"\nwho = "ida"\nseconds = 3\nnote = ""', told.SpeakStep("ida", 3, None, None)),
        ('do = "pass"\nwho = "ida"', told.PassStep("ida")),
        ('do = "later"\nwho = "ida"', told.LaterStep("ida")),
        (
            'do = "read_aloud"\nwho = "ida"\nby = "mor"\ntext = "hej"',
            told.ReadAloudStep("ida", "mor", "hej", None),
        ),
        (
            'do = "read_aloud"\nwho = "ida"\nby = "mor"\ntext = "hej"\nseconds = 9',
            told.ReadAloudStep("ida", "mor", "hej", 9),
        ),
        ('do = "remark"\nwho = "mor"\nseconds = 5', told.RemarkStep("mor", 5)),
        ('do = "interpreter"\nseconds = 0', told.InterpretedStep(0)),
        ('do = "let_run"', told.LetRunStep()),
        ('do = "board"\ntext = "a\\nb"', told.BoardStep("a\nb")),
        ('do = "private"\ntext = "a"', told.PrivateStep("a")),
        ('do = "park"\ntext = "a"', told.ParkStep("a")),
        ('do = "reservation"\nwho = "mor"\ntext = "a"', told.ReserveStep("mor", "a")),
        ('do = "experience"\ntext = "a"', told.ExperienceStep("a")),
        ('do = "agree"\ntext = "a"\nwho = "ida"', told.AgreeStep("a", "ida", None, None, None)),
        (
            'do = "agree"\ntext = "a"\nwho = "ida"\nfrom = 2027-01-20\nby = 2027-01-21\nsign = "b"',
            told.AgreeStep("a", "ida", date(2027, 1, 20), date(2027, 1, 21), "b"),
        ),
        ('do = "confirm"\nagreement = 2\nanswer = "ja"', told.ConfirmStep(2, Answer.YES, None)),
        ('do = "confirm"\nagreement = 2\nanswer = "ret"\ntext = "c"', told.ConfirmStep(2, Answer.CHANGE, "c")),
        ('do = "status"\nagreement = 1\nvalue = "i gang"', told.SetStatusStep(1, "i gang")),
        ('do = "arrive"\nwho = "mor"', told.ArriveStep("mor")),
        ('do = "leave"\nwho = "mor"', told.LeaveStep("mor")),
        ('do = "pause"\nminutes = 0.5', told.PauseStep(0.5)),
        ('do = "next_part"', told.NextPartStep()),
        ('do = "undo"', told.UndoStep()),
        ('do = "it_was"\nwho = "mor"', told.ItWasStep("mor")),
        (
            'do = "follow_up"\nat = 2027-03-01T16:00:00',
            told.FollowUpStep(datetime.fromisoformat("2027-03-01T16:00"), None),
        ),
        (
            'do = "follow_up"\nat = 2027-03-01T16:00:00\nplace = "Kulturhuset"',
            told.FollowUpStep(datetime.fromisoformat("2027-03-01T16:00"), None, "Kulturhuset"),
        ),
        ('do = "follow_up"\nnone = "familien flytter"', told.FollowUpStep(None, "familien flytter")),
        ('do = "stop"\nreason = "brandalarm"', told.StopStep("brandalarm")),
        ('do = "finish"', told.FinishStep()),
    ],
)
def test_every_step_of_the_format(methods: Methods, text: str, action: told.Action) -> None:
    step = _step(methods, text + "\nwait = 12.5")
    assert step.action == action
    assert (step.number, step.line, step.wait) == (1, 33, 12.5)


@pytest.mark.parametrize("place", ["først", "sidst", "læses op", "via:mor", "efter: mor"])
def test_the_child_may_choose_any_place(methods: Methods, place: str) -> None:
    child = _read(HEAD.replace("efter:mor", place), methods).people[0].person
    assert child.place is not None
    assert child.place.person == ("mor" if ":" in place else None)


def test_roles_of_other_methods_are_taken_where_they_belong(tmp_path: Path, repository: Path) -> None:
    both = load_methods(repository / "resources" / "methods", repository / "tests" / "data" / "methods")
    text = HEAD.replace('"din-o"', '"aad"').replace('"mødeleder"', '"reflektant"').replace("main = true\n", "")
    assert _read(text, both).people[2].person.role is Role.REFLECTOR


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "code"),
    [
        ('[case]\nreference = "M-1"\nchild = "Ida"\n', "", None, "case", "missing-table"),
        ('reference = "M-1"\n', "", 1, "reference", "missing-key"),
        ('child = "Ida"', "child = 3", 3, "child", "wrong-type"),
        ('child = "Ida"', 'child = "Ida"\nbirth_year = 12', 4, "birth_year", "too-small"),
        ('child = "Ida"', 'child = "Ida"\nlanguages = 3', 4, "languages", "wrong-type"),
        ('child = "Ida"', 'child = "Ida"\nfoedt = 3', 4, "foedt", "unknown-key"),
        ('method = "din-o"', 'method = "din-2"', 6, "method", "unknown-method"),
        ("starts = 2027-01-19T16:00:00", 'starts = "i morgen"', 7, "starts", "wrong-type"),
        ("starts = 2027-01-19T16:00:00", "starts = 2027-01-19", 7, "starts", "wrong-type"),
        ("starts = 2027-01-19T16:00:00", "starts = 2027-01-19T16:00:00Z", 7, "starts", "wrong-type"),
        ("starts = 2027-01-19T16:00:00\n", "", 5, "starts", "missing-key"),
        ("T16:00:00", "T16:00:00\nplanned_minutes = 0", 8, "planned_minutes", "too-small"),
        ("T16:00:00", "T16:00:00\nplanned_minutes = true", 8, "planned_minutes", "wrong-type"),
        ("T16:00:00", "T16:00:00\ninterpreter = 3", 8, "interpreter", "wrong-type"),
        ("T16:00:00", 'T16:00:00\npractice = "ålborg"', 8, "practice", "unknown-choice"),
        ("T16:00:00", "T16:00:00\nover_reason = 3", 8, "over_reason", "wrong-type"),
        ('id = "mor"', 'id = "ida"', 16, "id", "duplicate-id"),
        ('id = "mor"\n', "", 15, "id", "missing-key"),
        ('name = "Åse Holst"', 'name = "   "', 17, "name", "blank"),
        ('name = "Åse Holst"', 'name = "Åse\\u0000"', 17, "name", "control-character"),
        ('called = "Mor Åse"', 'called = "  "', 18, "called", "blank"),
        ('role = "forælder"', 'role = "mor"', 19, "role", "unknown-choice"),
        ('role = "forælder"', 'role = "reflektant"', 19, "role", "role-not-in-method"),
        ("seat = 7", "seat = -1", 20, "seat", "too-small"),
        ("seat = 7", "seat = 7.5", 20, "seat", "wrong-type"),
        ("through_interpreter = true", 'through_interpreter = "ja"', 21, "through_interpreter", "wrong-type"),
        ('supports = "ida"', 'supports = "mor"', 22, "supports", "own-id"),
        ('supports = "ida"', 'supports = "idda"', 22, "supports", "unknown-person"),
        ('supports = "ida"', 'place = "først"', 22, "place", "place-not-child"),
        ('supports = "ida"', 'party = "fagperson"', 22, "party", "party-not-leader"),
        ('role = "forælder"', 'role = "mødeleder"\nparty = "fagperson"', 20, "party", "party-not-in-method"),
        ('role = "forælder"', 'role = "mødeleder"\nparty = "privat"', 20, "party", "unknown-choice"),
        ("efter:mor", "efter:ida", 13, "place", "own-id"),
        ("efter:mor", "efter:far", 13, "place", "unknown-person"),
        ("efter:mor", "efter:", 13, "place", "unknown-place"),
        ("efter:mor", "efter", 13, "place", "unknown-place"),
        ("efter:mor", "først:mor", 13, "place", "unknown-place"),
        ("efter:mor", "midt i", 13, "place", "unknown-place"),
        ("efter:mor", "", 13, "place", "blank"),
        ("[[person]]", "[person]", 15, "", "syntax"),
    ],
)
def test_each_slip_in_the_head_is_named_with_its_line_and_key(
    methods: Methods, old: str, new: str, line: int | None, key: str, code: str
) -> None:
    assert old in HEAD
    text = HEAD.replace(old, new, 1)
    assert (line, key, code) in [(problem.line, problem.key, problem.code) for problem in _problems(text, methods)]


@pytest.mark.parametrize(
    ("text", "line", "key", "code"),
    [
        ('who = "ida"', 33, "do", "missing-key"),
        ('do = "speek"', 34, "do", "unknown-step"),
        ("do = 1", 34, "do", "wrong-type"),
        ('do = "speak"\nwho = "ida"', 33, "seconds", "missing-key"),
        ('do = "speak"\nseconds = 3', 33, "who", "missing-key"),
        ('do = "speak"\nwho = "aida"\nseconds = 3', 35, "who", "unknown-person"),
        ('do = "speak"\nwho = "ida"\nseconds = "30"', 36, "seconds", "wrong-type"),
        ('do = "speak"\nwho = "ida"\nseconds = -1', 36, "seconds", "too-small"),
        ('do = "speak"\nwho = "ida"\nseconds = nan', 36, "seconds", "not-finite"),
        ('do = "speak"\nwho = "ida"\nseconds = 1e9', 36, "seconds", "too-large"),
        ('do = "speak"\nwho = "ida"\nseconds = 3\nmark = "glæde"', 37, "mark", "unknown-choice"),
        ('do = "speak"\nwho = "ida"\nseconds = 3\ntext = "a"', 37, "text", "unknown-key"),
        ('do = "finish"\nwait = -1', 35, "wait", "too-small"),
        ('do = "finish"\nwait = true', 35, "wait", "wrong-type"),
        ('do = "read_aloud"\nwho = "ida"\nby = "ida"\ntext = "a"', 36, "by", "own-id"),
        ('do = "read_aloud"\nwho = "ida"\nby = "mor"', 33, "text", "missing-key"),
        ('do = "agree"\nwho = "vi"\ntext = "a"', 35, "who", "unknown-person"),
        ('do = "agree"\nwho = "ida"\ntext = "a"\nfrom = "2/12"', 37, "from", "wrong-type"),
        ('do = "confirm"\nagreement = 1\nanswer = "måske"', 36, "answer", "unknown-choice"),
        ('do = "confirm"\nagreement = 0\nanswer = "ja"', 35, "agreement", "too-small"),
        ('do = "confirm"\nanswer = "ja"', 33, "agreement", "missing-key"),
        ('do = "confirm"\nagreement = 1\nanswer = "ret"', 33, "text", "ret-without-text"),
        ('do = "confirm"\nagreement = 1\nanswer = "ja"\ntext = "a"', 37, "text", "text-without-ret"),
        ('do = "status"\nagreement = 1\nvalue = "stop"', 36, "value", "unknown-choice"),
        ('do = "pause"\nminutes = 0', 35, "minutes", "too-small"),
        ('do = "pause"', 33, "minutes", "missing-key"),
        ('do = "follow_up"', 33, "at", "follow-up-neither"),
        ('do = "follow_up"\nnone = "a"\nplace = "b"', 36, "place", "unknown-key"),
        ('do = "follow_up"\nat = 2027-03-01T16:00:00\nnone = "a"', 36, "none", "follow-up-both"),
        ('do = "follow_up"\nat = 2027-03-01', 35, "at", "wrong-type"),
        ('do = "stop"', 33, "reason", "missing-key"),
        ('do = "undo"\nwho = "ida"', 35, "who", "unknown-key"),
    ],
)
def test_each_slip_in_a_step_is_named_with_its_line_and_key(
    methods: Methods, text: str, line: int, key: str, code: str
) -> None:
    [problem] = _problems(f"{HEAD}\n[[step]]\n{text}\n", methods)
    assert (problem.line, problem.key, problem.code) == (line, key, code)


def test_agreements_from_last_time_need_a_method_that_goes_through_them(methods: Methods) -> None:
    text = HEAD.replace('"din-o"', '"din-1"') + '[[agreement]]\ntext = "a"\nowner = "mor"\n'
    [problem] = _problems(text, methods)
    assert (problem.line, problem.code, problem.facts) == (33, "no-status-part", {"method": "din-1"})


def test_an_agreement_needs_an_owner_who_is_there(methods: Methods) -> None:
    [problem] = _problems(HEAD + '[[agreement]]\ntext = "a"\nowner = "vi"\n', methods)
    assert (problem.line, problem.key, problem.code) == (34, "owner", "unknown-person")


def test_a_file_without_people_or_of_nothing_at_all_is_told_of(methods: Methods) -> None:
    assert [problem.facts.get("header") for problem in _problems("", methods)] == [
        "[case]",
        "[meeting]",
        "[[person]]",
    ]


def test_every_slip_of_a_file_is_found_and_the_first_comes_first(methods: Methods) -> None:
    text = (
        HEAD.replace('"M-1"', "1").replace('"barn"', '"bern"')
        + '\n[[step]]\ndo = "spek"\n[[step]]\ndo = "undo"\nx = 1\n'
    )
    assert [(problem.line, problem.code) for problem in _problems(text, methods)] == [
        (2, "wrong-type"),
        (12, "unknown-choice"),
        (34, "unknown-step"),
        (37, "unknown-key"),
    ]
