"""Closing, overriding, stopping early (R112, R115, R119, R120, R126, R142)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.closing import Missing, MissingCode
from netmoede_desktop.domain.meeting.closing_facts import closing_facts, missing
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import PartKind, PartTask
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.storage.journal.event_codec import decode_event
from tests.domain.meeting.script import CLOSING, FAMILY, OPENING, STARTS, Told, method, part, plan

pytestmark = pytest.mark.smoke

NEXT = datetime(2027, 1, 19, 16, 0)  # noqa: DTZ001

HELD = method(
    (
        part("åbning", PartKind.ROUND, (4, 8, 12), OPENING),
        part("tavlen", PartKind.INFO, (2, 4, 6), task=PartTask.BOARD, optional=True),
        part("oplevelse", PartKind.INFO, (2, 4, 6), task=PartTask.EXPERIENCE),
        part("slutrunde", PartKind.ROUND, (4, 8, 10), CLOSING),
    )
)


def codes(told: Told) -> list[str]:
    return [one.code.value for one in missing(told.state)]


def held_to_the_end() -> Told:
    """Everyone heard in both rounds, one agreement with a yes, the board, the experience and the next date."""
    told = Told(plan(method=HELD)).starts().gives("mikkel", "lone", "peter", "kirsten", "hanne", "soeren", each=30)
    told.does(cmd.WriteBoard("Vi vil det samme")).does(cmd.TellExperience("Det var godt"))
    told.agrees("Kirsten henter hver onsdag", "kirsten", start=date(2026, 12, 2)).does(
        cmd.AnswerAgreement(1, Answer.YES)
    )
    told.does(cmd.SetFollowUp(NEXT)).enters("slutrunde")
    return told.gives("kirsten", "hanne", "soeren", "lone", "peter", "mikkel", each=20)


def test_a_meeting_held_to_its_end_is_closed_with_nothing_overridden() -> None:
    told = held_to_the_end()
    assert codes(told) == []
    told.does(cmd.FinishMeeting()).after(600)
    facts = record(told.history)
    assert facts.finished and facts.overridden == () and facts.ended is not None
    assert told.state.floor is None and not told.state.running
    assert told.turn("mikkel").state is TurnState.SPOKEN and told.spoken("mikkel") == 20
    assert sum(one.used_seconds for one in facts.parts) == 300


def test_r115_r119_closing_shows_all_that_is_missing_and_changes_nothing() -> None:
    told = Told(plan(method=HELD)).starts().gives("mikkel", each=30).agrees("Nogen ringer").does(cmd.TimeOut())
    before = told.history
    try:
        told.does(cmd.FinishMeeting())
        raise AssertionError("was closed")
    except Refused as refusal:
        assert refusal.code == "closing_incomplete"
        assert refusal.facts["missing"] == missing(before.state)
    assert told.history == before
    assert codes(told) == [
        "agreement_without_owner",
        "agreement_without_date",
        "agreement_without_answer",
        "follow_up_missing",
        "child_not_asked",
        "not_everyone_offered",
        "experience_missing",
        "board_not_summarised",
    ]


def test_r115_closing_in_spite_of_it_needs_a_reason_which_is_kept_for_each_thing() -> None:
    told = Told(plan(method=HELD)).starts().gives("mikkel", each=30).does(cmd.TimeOut()).after(60)
    told.refuses("empty_text", cmd.FinishMeeting("  ")).does(cmd.FinishMeeting("Tiden gik"))
    assert told.state.overridden == tuple(
        (code, "Tiden gik")
        for code in (
            "follow_up_missing",
            "child_not_asked",
            "not_everyone_offered",
            "experience_missing",
            "board_not_summarised",
        )
    )
    assert told.state.pause is None


def test_the_next_meeting_is_where_we_are_today_unless_something_else_is_said() -> None:
    told = Told(plan(method=HELD, place="Biblioteket")).starts().does(cmd.SetFollowUp(NEXT))
    assert told.state.capture.follow_up == FollowUpRecord(NEXT, None, "Biblioteket")
    told.does(cmd.SetFollowUp(NEXT, "  Kulturhuset,\n sal B "))
    told.does(cmd.SetFollowUp(NEXT.replace(hour=15)))
    agreed = FollowUpRecord(NEXT.replace(hour=15), None, "Kulturhuset, sal B")
    assert record(told.history).follow_up == agreed
    told.refuses("text_too_long", cmd.SetFollowUp(NEXT, "x" * 201))
    told.does(cmd.DeclineFollowUp("Flytter")).does(cmd.SetFollowUp(NEXT))
    assert told.state.capture.follow_up == FollowUpRecord(NEXT, None, "Biblioteket")
    assert told.does(cmd.SetFollowUp(NEXT, "")).state.capture.follow_up == FollowUpRecord(NEXT, None)


def test_a_follow_up_of_a_journal_before_says_nothing_of_where() -> None:
    event = decode_event("FollowUpSet", STARTS, {"when": NEXT.isoformat()})
    assert event == ev.FollowUpSet(STARTS, NEXT, None, "")


def test_r026_r133_the_modeleder_makes_the_referat_unless_a_referent_came() -> None:
    second = Person("dorte", "Dorte Vang", "Dorte", Role.LEADER, seat=8, main=True)
    scribe = Person("bo", "Bo Ek", "Bo", Role.SCRIBE, seat=9)

    def makers(*people: Person, absent: tuple[str, ...] = ()) -> tuple[str | None, str | None]:
        facts = record(Told(plan(people=people)).starts(absent=absent).history)
        return facts.responsible, facts.author

    assert makers(*FAMILY) == ("maja", "maja")
    assert makers(*FAMILY, scribe) == ("maja", "bo")
    assert makers(*FAMILY, scribe, absent=("bo",)) == ("maja", "maja")
    assert makers(*FAMILY, second) == ("dorte", "dorte")
    assert makers(*FAMILY[:-1]) == (None, None)


def test_r126_the_further_course_is_agreed_before_the_end_or_declined_with_a_reason() -> None:
    told = held_to_the_end().does(cmd.DeclineFollowUp("Familien flytter"))
    assert codes(told) == []
    told.undoes().undoes()
    assert MissingCode.FOLLOW_UP_MISSING not in codes(told)
    assert codes(Told(plan(method=HELD)).starts()) == [
        "follow_up_missing",
        "child_not_asked",
        "experience_missing",
        "board_not_summarised",
    ]


def test_r112_r142_the_familys_experience_is_asked_for_and_a_note_in_its_part_answers() -> None:
    told = Told(plan(method=HELD)).starts().enters("oplevelse").notes("lone", "Det var rart")
    assert "experience_missing" not in codes(told) and "child_not_asked" in codes(told)
    for helper in ("hanne", "soeren", "maja"):
        told = Told(plan(method=HELD)).starts().enters("oplevelse").notes(helper, "Det gik godt")
        assert "experience_missing" in codes(told), "the family has said nothing yet"
    told.notes("lone", "")
    assert "experience_missing" in codes(told)
    told.does(cmd.TellExperience("Det var rart"))
    assert "experience_missing" not in codes(told) and "child_not_asked" not in codes(told)


def test_r074_the_child_is_asked_at_the_end_when_it_is_there() -> None:
    told = Told(plan(method=HELD)).starts().enters("slutrunde")
    assert "child_not_asked" in codes(told)
    assert "child_not_asked" not in codes(told.passes("mikkel"))
    away = Told(plan(method=HELD)).starts(absent=("mikkel",)).enters("slutrunde")
    assert "child_not_asked" not in codes(away)


def test_the_last_round_that_is_held_is_where_the_child_is_asked() -> None:
    told = Told(plan(method=HELD)).starts().gives("mikkel")
    assert "child_not_asked" in codes(told)
    assert "child_not_asked" not in codes(told.does(cmd.DropPart("slutrunde")))
    no_rounds = Told(plan(method=method((part("velkomst", PartKind.INFO, (2, 4, 6)),)))).starts()
    assert "child_not_asked" in codes(no_rounds)


def test_everyone_is_offered_the_word_in_rounds_that_were_begun() -> None:
    told = Told(plan(method=HELD)).starts().gives("mikkel").does(cmd.Leave("lone")).defers("peter")
    (offer,) = closing_facts(told.state).rounds
    assert (offer.part, offer.not_offered) == ("åbning", ("peter", "kirsten", "hanne", "soeren"))
    assert closing_facts(Told(plan(method=HELD)).starts().state).rounds == (), "it can still be held"


def test_a_round_that_was_left_with_nobody_heard_is_missing_and_told() -> None:
    told = Told(plan(method=HELD)).starts().enters("oplevelse")
    (offer,) = closing_facts(told.state).rounds
    assert (offer.part, offer.nobody) == ("åbning", True)
    assert Missing(MissingCode.NOT_EVERYONE_OFFERED, "åbning", nobody=True) in missing(told.state)
    told.does(cmd.FinishMeeting("Tiden gik"))
    facts = record(told.history)
    assert facts.turns == (), "as `meeting.json` has it"
    assert {part.id for part in facts.parts if part.nobody_heard} == {"åbning"}
    assert [part.id for part in facts.parts if not part.begun] == ["slutrunde"]


def test_what_is_left_out_is_not_missing() -> None:
    told = Told(plan(method=replace(HELD, parts=HELD.parts))).starts()
    assert "board_not_summarised" in codes(told)
    assert "board_not_summarised" not in codes(told.does(cmd.DropPart("tavlen")))


def test_a_meeting_stopped_early_keeps_its_reason_its_new_date_and_who_was_not_heard() -> None:
    told = Told(plan(method=HELD)).starts().gives("mikkel", each=45).does(cmd.SetFollowUp(NEXT)).does(cmd.TimeOut())
    told.after(60).does(cmd.StopMeeting(" Mikkel blev ked af det ")).after(999)
    facts = record(told.history)
    assert (facts.stop_reason, facts.overridden, facts.finished) == ("Mikkel blev ked af det", ("stopped_early",), True)
    assert not told.state.finished and told.state.ended is not None
    assert facts.follow_up is not None and facts.follow_up.at == NEXT
    heard = {turn.person: (turn.state.value, turn.seconds) for turn in facts.turns}
    assert heard["mikkel"] == ("talt", 45) and heard["lone"] == ("venter", 0)
    assert facts.pauses[0].seconds == 60


def test_after_the_end_nothing_can_be_asked() -> None:
    told = held_to_the_end().does(cmd.FinishMeeting())
    for command in (cmd.GoOn(), cmd.GiveWord("lone"), cmd.WriteNote("lone", "x"), cmd.StopMeeting("x"), cmd.EndPause()):
        told.refuses("meeting_ended", command)
    try:
        told.undoes()
        raise AssertionError("was undone")
    except Refused as refusal:
        assert refusal.code == "meeting_ended"


def test_before_the_start_only_the_roll_call_and_the_seats() -> None:
    told = Told()
    for command in (cmd.GoOn(), cmd.WriteBoard("x"), cmd.Leave("lone"), cmd.StopMeeting("x"), cmd.NextPart()):
        told.refuses("not_started", command)
    facts = record(told.history)
    assert facts.started is None and not facts.finished and facts.turns == () and facts.events == 0


def test_a_pause_that_still_runs_is_told_with_the_seconds_so_far() -> None:
    told = Told(plan(method=HELD)).starts().does(cmd.BeginPause(10)).after(120).notes("lone", "…")
    assert record(told.history).pauses[0].seconds == 120
