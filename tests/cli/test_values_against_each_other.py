"""Values of a scenario that are right each alone and wrong together: key and line are told, and nothing is stored."""

from datetime import date

import pytest

from tests.cli.terminal import Terminal
from tests.services.stories import Step, speak, step

AGREED = {"text": "henter Ida", "who": "mor"}


@pytest.mark.parametrize(
    ("case", "agreed", "told"),
    [
        (
            {},
            {"from_": date(2026, 12, 2), "by": date(2026, 12, 1)},
            '"by" (2026-12-01) er før "from" (2026-12-02) – byt dem om, eller ret den ene.',
        ),
        ({}, {"by": date(1900, 1, 1)}, '"by" ligger ikke mellem 2025 og 2046 – ret årstallet.'),
        ({}, {"from_": date(1926, 12, 2)}, '"from" ligger ikke mellem 2025 og 2046 – ret årstallet.'),
        ({}, {"by": date(2126, 12, 2)}, '"by" ligger ikke mellem 2025 og 2046 – ret årstallet.'),
        ({"birth_year": 2030}, {}, '"birth_year" er 2030 – skriv højst 2026.'),
        ({"birth_year": 1915}, {}, '"birth_year" er 1915 – skriv mindst 1996.'),
    ],
)
def test_what_cannot_be_together_is_named(terminal: Terminal, case: Step, agreed: Step, told: str) -> None:
    scenario = terminal.scenario(speak("ida"), step("agree", **AGREED, **agreed), step("finish"), case=case)
    ran = terminal.real("play", scenario, "--out", terminal.out)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.sentence
    assert ", linje " in ran.sentence
    assert not terminal.profile.exists()


def test_what_was_agreed_last_time_may_be_older_but_not_turned_round(terminal: Terminal) -> None:
    old = {"text": "henter Ida", "owner": "mor", "from_": date(2024, 3, 1)}
    for by, code in ((date(2024, 6, 1), 0), (date(2024, 2, 1), 2)):
        scenario = terminal.scenario(speak("ida"), method="din-o", agreements=({**old, "by": by},))
        ran = terminal.run("play", scenario, "--out", terminal.out)
        assert ran.code == code, ran.err


def test_a_day_that_both_begins_and_ends_it_is_well(terminal: Terminal) -> None:
    day = date(2026, 12, 2)
    scenario = terminal.scenario(speak("ida"), step("agree", **AGREED, from_=day, by=day), case={"birth_year": 2026})
    assert terminal.run("play", scenario, "--out", terminal.out).code == 0
