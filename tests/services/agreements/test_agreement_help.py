"""Help while an agreement is written. The meeting is on Monday 23 November 2026."""

from datetime import date, timedelta

import pytest

from netmoede_desktop.domain.agreements.agreements import CheckCode
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Attendance, Person, Role
from netmoede_desktop.services.agreements.agreement_help import (
    AgreementDraft,
    draft_checks,
    owner_candidates,
    possible_owners,
    read_line,
    read_measure,
    separate_lines,
)
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import MeetingView
from tests.domain.meeting.script import FAMILY, Told, plan

FRIDAY = date(2026, 11, 27)


def view(told: Told) -> MeetingView:
    return meeting_view(told.history)


def draft(text: str = "Noget", owner: str | None = "kirsten", number: int | None = None) -> AgreementDraft:
    return AgreementDraft(text, owner, FRIDAY, None, None, number)


def test_a_line_is_read_with_the_people_and_the_day_of_the_meeting() -> None:
    parsed = read_line("farmor henter Mikkel onsdage fra 2/12", view(Told(plan()).starts()))
    assert (parsed.owner, parsed.start, parsed.text) == ("kirsten", date(2026, 12, 2), "farmor henter Mikkel onsdage")


def test_of_a_text_too_long_for_one_agreement_the_owner_is_read_and_the_words_are_whole() -> None:
    line = "Kirsten henter " + "og bringer " * 5000 + "fra 2/12"
    parsed = read_line(line, view(Told(plan()).starts()))
    assert (parsed.owner, parsed.start, parsed.text) == ("kirsten", None, line)


def test_a_name_that_two_are_called_by_is_nobodys_though_they_are_shown_apart() -> None:
    other = Person("hanne2", "Hanne Lund", "Hanne", Role.PROFESSIONAL, "pædagog", seat=9)
    meeting = view(Told(plan(people=(*FAMILY, other))).starts())
    assert read_line("Hanne skriver til mor", meeting).owner is None
    assert read_line("Hanne B. skriver til mor", meeting).owner == "hanne"
    assert {c.called for c in owner_candidates(meeting.seats) if c.id.startswith("hanne")} == {"Hanne"}


def test_who_never_came_cannot_take_an_agreement_on_and_who_has_left_can() -> None:
    told = Told(plan()).starts(absent=["peter"]).does(cmd.Leave("hanne"))
    able = {seat.person for seat in possible_owners(view(told))}
    assert "peter" not in able
    assert {"hanne", "kirsten"} <= able


def test_a_draft_is_looked_at_together_with_the_agreements_there_are() -> None:
    told = Told(plan()).starts()
    for text in ("Ringer", "Skriver", "Kører"):
        told.does(cmd.WriteAgreement(text, "lone", FRIDAY))
    assert CheckCode.FOURTH_ON_PARENT in draft_checks(draft("Handler", "lone"), view(told))
    assert CheckCode.SAME_TEXT in draft_checks(draft("ringer."), view(told))
    assert CheckCode.FOURTH_ON_PARENT not in draft_checks(draft("Handler", "kirsten"), view(told))


def test_an_agreement_that_is_worded_anew_is_not_held_up_against_itself() -> None:
    told = Told(plan()).starts().does(cmd.WriteAgreement("Ringer", "lone", FRIDAY))
    assert CheckCode.SAME_TEXT not in draft_checks(draft("Ringer", "lone", number=1), view(told))


@pytest.mark.parametrize(
    ("attendance", "code"),
    [(Attendance.ABSENT, CheckCode.OWNER_NEVER_CAME), (Attendance.LEFT_EARLY, CheckCode.OWNER_LEFT)],
)
def test_an_owner_who_is_not_there_is_noticed(attendance: Attendance, code: CheckCode) -> None:
    told = Told(plan()).starts(absent=["peter"] if attendance is Attendance.ABSENT else [])
    if attendance is Attendance.LEFT_EARLY:
        told.does(cmd.Leave("peter"))
    assert code in draft_checks(draft(owner="peter"), view(told))


def test_a_draft_may_lie_before_the_meeting_has_begun() -> None:
    assert CheckCode.OWNER_NEVER_CAME not in draft_checks(draft(), view(Told(plan())))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kirsten henter Mikkel", ("Kirsten henter Mikkel",)),
        ("- Kirsten henter\r\n- Lone ringer\n\n", ("Kirsten henter", "Lone ringer")),
        ("1. Kirsten henter\n2) Lone ringer", ("Kirsten henter", "Lone ringer")),
        ("• Kirsten\thenter  Mikkel\u2028☐\u00a0", ("Kirsten henter Mikkel",)),
        ("2/12 henter Kirsten", ("2/12 henter Kirsten",)),
        ("\n \u200b\n", ()),
    ],
)
def test_a_pasted_list_is_taken_apart_into_lines_without_its_signs(text: str, lines: tuple[str, ...]) -> None:
    assert separate_lines(text) == lines


def test_seats_tell_who_has_been_heard() -> None:
    told = Told(plan()).starts().enters("åbning").gives("mikkel", each=20).passes("lone").notes("kirsten", "Hej")
    heard = {seat.person for seat in view(told).seats if seat.heard}
    assert heard == {"mikkel", "lone", "kirsten"}


def test_what_is_under_way_has_the_latest_such_day_before_the_meeting() -> None:
    people = owner_candidates(view(Told(plan()).starts()).seats)
    held = date(2026, 11, 23)
    for days in range(1, 364, 7):
        day = held - timedelta(days=days)
        read = read_measure(f"Kirsten henter siden {day.day}/{day.month}", people, held)
        assert (read.text, read.owner, read.start) == ("Kirsten henter", "kirsten", day)
    read = read_measure("Kirsten henter siden 2/11 senest 1/8", people, date(2026, 11, 30))
    assert (read.text, read.start, read.due) == ("Kirsten henter", date(2026, 11, 2), date(2027, 8, 1))
    assert read_measure("Kirsten henter siden sommeren", people, held).text == "Kirsten henter siden sommeren"
