"""One line of typing, read as an agreement on the command line."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

DEMO = Path(__file__).parents[2] / "resources" / "scenarios" / "demo.toml"

#: What was typed, and what is to come of it; a field that is not named is not looked at.
LINES: tuple[tuple[str, dict[str, object]], ...] = (
    ("Lone ringer senest fre. 27/11", {"by": "2026-11-27", "text": "Lone ringer", "codes": []}),
    ("Lone ringer på tors. d. 3/12", {"by": "2026-12-03", "text": "Lone ringer", "codes": []}),
    ("Lone ringer senest fre. 28/11", {"by": None, "codes": ["date_not_on_that_weekday"]}),
    ("Hanne skriver dagligt (tegn: ro) senest 4/12", {"by": "2026-12-04", "sign": "ro", "codes": []}),
    (
        "Hanne skriver dagligt. Tegn: Mikkel møder til tiden. Senest 4/12",
        {"by": "2026-12-04", "sign": "Mikkel møder til tiden", "codes": []},
    ),
    ("Lone henter fra den 1. til den 4. december", {"from": "2026-12-01", "by": "2026-12-04", "text": "Lone henter"}),
    ("Lone henter 1/12-4/12", {"from": "2026-12-01", "by": "2026-12-04", "codes": []}),
    ("Lone henter juleaften", {"by": "2026-12-24", "codes": []}),
    ("Lone ringer senest skærtorsdag", {"by": "2027-03-25", "codes": []}),
    ("Lone ringer grundlovsdag", {"by": "2027-06-05", "codes": []}),
    ("Lone ringer før sommerferien", {"from": None, "by": None, "codes": ["date_vague"]}),
    ("Lone kører rute 5/7", {"by": None, "text": "Lone kører rute 5/7", "codes": []}),
    ("Lone eller Peter henter 2/12", {"owner": None, "codes": ["owner_shared"]}),
    ("Lone sammen med Peter henter 2/12", {"owner": None, "codes": ["owner_shared"]}),
    ("Farmor og farfar henter 2/12", {"owner": None, "codes": ["owner_shared"]}),
    ("Hver mandag henter Lone", {"owner": "lone", "codes": []}),
    ("Aftale: Lone henter 2/12", {"owner": "lone", "by": "2026-12-02", "codes": []}),
    ("Jeg henter Mikkel 2/12", {"owner": None, "codes": ["owner_unknown"]}),
    ("I morgen ringer Lone til skolen", {"owner": "lone", "by": "2026-11-24", "text": "Lone ringer til skolen"}),
    ("", {"owner": None, "text": "", "from": None, "by": None, "sign": None, "codes": []}),
)


def asked(line: str, *, people: object = DEMO, today: str = "2026-11-23") -> tuple[str, ...]:
    return "agreements", f"--read={line}", "--people", str(people), "--today", today


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_a_line_is_read_as_the_windows_read_it(terminal: Terminal, line: str, expected: dict[str, object]) -> None:
    ran = terminal.run(*asked(line))
    assert (ran.code, ran.err) == (0, "")
    (answer,) = ran.answers
    assert list(answer) == ["owner", "text", "from", "by", "sign", "codes"]
    assert expected.items() <= answer.items()
    assert terminal.everything() == {}


@pytest.mark.parametrize(
    ("line", "owner", "codes"),
    [
        ("Alexandra ringer i morgen", "lone", []),
        ("I morgen ringer Konstantina", "lone", []),
        ("Alex ringer i morgen", None, []),
        ("Jens ringer i morgen", None, ["owner_unclear"]),
        ("Jens-Peter ringer i morgen", "peter", []),
    ],
)
def test_a_part_of_a_name_is_enough_where_only_one_has_it(
    terminal: Terminal, line: str, owner: str | None, codes: list[str]
) -> None:
    told = DEMO.read_text(encoding="utf-8")
    for before, name in (("Lone", "Alexandra-Konstantina"), ("Peter", "Jens-Peter"), ("Kirsten", "Jens-Maria")):
        told = told.replace(f'name = "{before} Holm"\ncalled = "{before}"', f'name = "{name} Holm"\ncalled = "{name}"')
    (answer,) = terminal.run(*asked(line, people=terminal.file("dele.toml", told))).answers
    assert (answer["owner"], answer["codes"]) == (owner, codes)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["agreements"], "Der mangler: --read, --people, --today."),
        (asked("x", today="23/11"), "»23/11« kan ikke bruges som --today."),
        (asked("x", today="20261123"), "»20261123« kan ikke bruges som --today."),
        (asked("x", today="1026-11-23"), "»1026-11-23« kan ikke bruges som --today."),
        ([*asked("x"), "--due"], "»--due« kendes ikke."),
    ],
)
def test_what_cannot_be_asked_is_told(terminal: Terminal, arguments: list[str], told: str) -> None:
    ran = terminal.run(*arguments)
    assert ran.code == 2
    assert ran.sentence.startswith(told)


def test_a_scenario_that_cannot_be_read_is_named(terminal: Terminal) -> None:
    ran = terminal.run(*asked("x", people="findes-ikke.toml"))
    assert (ran.code, ran.out) == (2, "")
    assert "findes-ikke.toml" in ran.sentence
    ran = terminal.run(*asked("x", people=terminal.file("en.toml", "[case")))
    assert (ran.code, ran.out) == (2, "")
    assert "en.toml" in ran.sentence


@pytest.mark.smoke
def test_a_line_that_is_no_single_agreement_is_kept_whole(terminal: Terminal) -> None:
    line = "Lone henter fra 2/12 " * 200
    (answer,) = terminal.run(*asked(line)).answers
    assert (answer["owner"], answer["text"], answer["from"]) == ("lone", line.strip(), None)
