"""What the referat says under *Det gjorde vi anderledes*."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.methods.method import FollowUpRule
from tests.documents.meetings import agreement, meeting
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
        "* Mødet var sat til at vare længere, end metoden siger. Grunden er: Der er tolk, og vi er mange.",
        "* Barnet blev ikke spurgt til sidst. Familien blev ikke spurgt, hvordan mødet var. Grunden er: Tiden gik.",
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


_OPEN = (
    agreement(1, "Lone ringer", "lone", start=date(2026, 12, 1)),
    agreement(2, "Peter henter", "peter", answer=None),
    replace(agreement(3, "Nogen henter", "", due=date(2026, 12, 4)), owner=None),
    agreement(4, "Lone øver", "lone", due=date(2026, 12, 4), answer=None),
    agreement(5, "Lone laver mad", "lone", carried=True, due=date(2026, 12, 4)),
    agreement(6, "Peter kører", "peter", carried=True, due=date(2026, 12, 4)),
)


@pytest.mark.parametrize(
    ("code", "always", "said"),
    [
        ("agreement_without_date", False, "Nr. 1 har ingen sidste dag. Nr. 2 har ingen dag."),
        ("agreement_without_date", True, "Nr. 1 og 2 har ingen sidste dag."),
        ("agreement_without_owner", False, "1 aftale har ingen ansvarlig endnu: nr. 3."),
        ("agreement_without_answer", False, "2 aftaler er der ikke sagt ja eller nej til: nr. 2 og 4."),
        ("agreement_without_status", False, "Nr. 5 og 6 fra sidst fik vi ikke talt om."),
    ],
)
def test_what_agreements_lack_is_told_by_their_numbers(code: str, always: bool, said: str) -> None:
    lines = lines_of(overridden=(code,), agreements=_OPEN, deadline_always=always)
    assert section(lines, "Det gjorde vi anderledes") == [f"* {said}"]


def test_what_was_put_in_afterwards_is_told_as_it_was_when_the_meeting_ended() -> None:
    lines = lines_of(
        overridden=("agreement_without_date",), agreements=(agreement(1, "A", "lone", due=date(2027, 1, 4)),)
    )
    assert section(lines, "Det gjorde vi anderledes") == ["* Da mødet sluttede, var der en aftale uden dato."]


def test_a_meeting_longer_than_the_method_lets_it_be_says_how_long() -> None:
    changes = {"overridden": ("over_hard_limit",), "hard_limit": 120}
    longer = lines_of(planned_minutes=140, extra_minutes=10, **changes)
    assert section(longer, "Det gjorde vi anderledes") == ["* Mødet var sat til 150 minutter. Metoden siger højst 120."]


@pytest.mark.parametrize(
    ("reason", "said"),
    [("Tiden gik", "Tiden gik."), ("Hvorfor ikke?", "Hvorfor ikke?"), ("Hun sagde: »Nej.«", "Hun sagde: »Nej.«")],
)
def test_a_reason_ends_as_a_sentence(reason: str, said: str) -> None:
    lines = lines_of(
        overridden=("child_not_asked",),
        reasons=(("child_not_asked", reason),),
        stop_reason=reason,
        follow_up=FollowUpRecord(None, reason),
    )
    assert section(lines, "Det gjorde vi anderledes") == [f"* Barnet blev ikke spurgt til sidst. Grunden er: {said}"]
    assert section(lines, "Mødet sluttede før tid")[0] == f"Grunden er: {said}"
    assert section(lines, "Næste møde") == [f"Der er ikke aftalt et nyt møde. Grunden er: {said}"]
