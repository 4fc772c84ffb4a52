"""*Kan vi nå det?* on the command line: always JSON, no store, one sentence where something cannot be asked."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.mark.smoke
def test_nine_people_for_two_hours(terminal: Terminal) -> None:
    ran = terminal.run("feasibility", "--method", "din-1", "--speakers", "9")
    assert (ran.code, ran.err) == (0, "")
    (answer,) = ran.answers
    assert list(answer) == ["planned_minutes", "rounds", "advice"]
    assert answer["planned_minutes"] == 120
    assert answer["rounds"][0] == {"part": "d2", "minutes": 6, "seconds_each": 36, "verdict": "for kort"}
    assert [(one["part"], one["seconds_each"], one["verdict"]) for one in answer["rounds"][1:]] == [
        ("d4", 84, "god tid"),
        ("d5", 108, "god tid"),
        ("d6", 72, "god tid"),
        ("d9", 60, "kort"),
        ("d10", 84, "god tid"),
        ("d13", 24, "for kort"),
    ]
    assert answer["advice"][0] == "Mød i 3 timer. Til hver: Præsentationsrunde 60 s. Stadig for kort: Slutrunde 36 s."
    assert len(answer["advice"]) == 5
    assert terminal.everything() == {}


def test_length_and_tolk_change_the_answer(terminal: Terminal) -> None:
    (longer,) = terminal.run("feasibility", "--method", "din-1", "--speakers", "9", "--minutes", "180").answers
    assert [one["seconds_each"] for one in longer["rounds"]] == [60, 120, 156, 108, 84, 120, 36]
    (tolk,) = terminal.run("feasibility", "--method", "din-1", "--speakers", "6", "--interpreter", "--json").answers
    assert tolk["planned_minutes"] == 180
    assert tolk["rounds"][0] == {"part": "d2", "minutes": 9, "seconds_each": 81, "verdict": "god tid"}
    (ample,) = terminal.run("feasibility", "--method", "hlb-o", "--speakers", "4").answers
    assert ([one["part"] for one in ample["rounds"]], ample["advice"]) == (["i5"], [])


def test_a_method_of_the_profile_is_known(terminal: Terminal) -> None:
    folder = terminal.folder / "profil" / "methods"
    folder.mkdir(parents=True)
    shipped = Path(__file__).parents[2] / "resources" / "methods" / "um.toml"
    own = shipped.read_text(encoding="utf-8").replace('id = "um"', 'id = "vores"', 1)
    (folder / "vores.toml").write_text(own, encoding="utf-8")
    arguments = ("feasibility", "--method", "vores", "--speakers", "5")
    assert terminal.run("--profile", str(folder.parent), *arguments).code == 0
    assert terminal.run(*arguments).code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Der mangler: --method, --speakers."),
        (["--method", "din-9", "--speakers", "9"], "»din-9« er ingen metode."),
        (["--method", "din-1", "--speakers", "0"], "»0« kan ikke bruges som --speakers."),
        (["--method", "din-1", "--speakers", "1001"], "»1001« kan ikke bruges som --speakers."),
        (["--method", "din-1", "--speakers", "ni"], "»ni« kan ikke bruges som --speakers."),
        (["--method", "din-1", "--speakers", "9", "--minutes", "9"], "»9« kan ikke bruges som --minutes."),
        (["--method", "din-1", "--speakers", "9", "--minutes", "721"], "»721« kan ikke bruges som --minutes."),
        (["--method", "din-1", "--speakers", "9", "--minutes", "1_0"], "»1_0« kan ikke bruges som --minutes."),
        (["--method", "din-1", "--speakers", "-3"], "»-3« kan ikke bruges som --speakers."),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_sentence(terminal: Terminal, arguments: list[str], told: str) -> None:
    ran = terminal.run("feasibility", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.sentence.startswith(told)


@pytest.mark.parametrize("minutes", ["10", "720"])
def test_the_shortest_and_the_longest_meeting_have_an_answer(terminal: Terminal, minutes: str) -> None:
    ran = terminal.run("feasibility", "--method", "pnm-1", "--speakers", "1000", "--minutes", minutes)
    assert ran.code == 0
    assert all(one["verdict"] == "for kort" for one in ran.answers[0]["rounds"])
