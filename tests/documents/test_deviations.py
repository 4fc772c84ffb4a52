"""What the referat says under *Det gjorde vi anderledes*."""

from dataclasses import replace
from datetime import datetime

import pytest

from netmoede_desktop.domain.method import FollowUpRule
from netmoede_desktop.domain.minutes import FollowUpRecord
from tests.documents.meetings import meeting
from tests.documents.told import lines_of, section


def test_what_was_set_aside_stands_with_its_reason_and_a_shared_one_once() -> None:
    parts = (*meeting().parts[:-1], replace(meeting().parts[-1], begun=False, dropped=True))
    lines = lines_of(
        parts=parts,
        overridden=("over_hard_limit", "child_not_asked", "not_in_any_order", "experience_missing", "stopped_early"),
        reasons=(
            ("over_hard_limit", "Der er tolk, og vi er mange"),
            ("child_not_asked", "Tiden gik"),
            ("experience_missing", "Tiden gik"),
            ("stopped_early", "Alarmen gik"),
        ),
    )
    assert section(lines, "Det gjorde vi anderledes") == [
        "* Mødet var sat til at vare længere, end metoden siger. Grunden er: Der er tolk, og vi er mange",
        "* Barnet blev ikke spurgt til sidst. Familien blev ikke spurgt, hvordan mødet var. Grunden er: Tiden gik",
        "* Ikke alle havde en plads i metodens talerække. De fik ordet sidst i runderne.",
        "* Vi sprang »Slutrunde« over.",
    ]
    assert not any("nåede ikke" in line for line in lines)


@pytest.mark.parametrize(
    ("rule", "day", "said"),
    [
        ((42, 70), datetime(2026, 12, 21), "Der går 4 uger til næste møde. Metoden siger 6 til 10 uger."),  # noqa: DTZ001
        ((50, 77), datetime(2026, 12, 22), "Der går 29 dage til næste møde. Metoden siger 50 til 77 dage."),  # noqa: DTZ001
        ((30, None), datetime(2026, 11, 24), "Der går 1 dag til næste møde. Metoden siger tidligst 30 dage."),  # noqa: DTZ001
        ((None, 90), datetime(2027, 11, 22), "Der går 52 uger til næste møde. Metoden siger senest 90 dage."),  # noqa: DTZ001
        (None, datetime(2026, 12, 21), "Næste møde er tidligere, end metoden siger."),  # noqa: DTZ001
    ],
)
def test_r123_a_next_meeting_outside_the_window_says_how_far_away_and_what_the_method_says(
    rule: tuple[int | None, int | None] | None, day: datetime, said: str
) -> None:
    lines = lines_of(
        overridden=("follow_up_too_early",),
        follow_up=FollowUpRecord(day, None),
        follow_up_rule=None if rule is None else FollowUpRule(True, *rule),
    )
    assert section(lines, "Det gjorde vi anderledes") == [f"* {said}"]
