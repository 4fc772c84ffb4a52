"""What is missing before a meeting is closed (R115, R117, R119, R120, R126, R142)."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from netmoede_desktop.domain.agreements.agreements import Agreement, Answer
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.closing import (
    ClosingFacts,
    Missing,
    MissingCode,
    RoundOffer,
    missing_before_closing,
    overridden_codes,
)
from netmoede_desktop.domain.methods.method import FollowUpRule

pytestmark = pytest.mark.smoke

FOLLOW_UP = FollowUpRecord(datetime.combine(date(2027, 1, 19), time(16)), None)
DONE = Agreement(1, "Lone ringer", "lone", due=date(2026, 12, 4), answer=Answer.YES)
READY = ClosingFacts(
    agreements=(DONE,),
    follow_up=FOLLOW_UP,
    follow_up_rule=FollowUpRule(required=True),
    child_present=True,
    child_heard_at_end=True,
    rounds=(RoundOffer("d4"), RoundOffer("d5")),
    experience_present=True,
    experience_required=True,
    board_present=True,
    board_required=True,
)


def test_nothing_is_missing_from_a_meeting_held_to_its_end() -> None:
    assert missing_before_closing(READY) == ()


@pytest.mark.parametrize(
    ("agreement", "code"),
    [
        (replace(DONE, owner=None), MissingCode.AGREEMENT_WITHOUT_OWNER),
        (replace(DONE, due=None), MissingCode.AGREEMENT_WITHOUT_DATE),
        (replace(DONE, carried=True), MissingCode.AGREEMENT_WITHOUT_STATUS),
    ],
)
def test_r115_every_agreement_has_owner_date_and_status(agreement: Agreement, code: MissingCode) -> None:
    facts = replace(READY, agreements=(DONE, replace(agreement, number=2)))
    assert missing_before_closing(facts) == (Missing(code, "2"),)


def test_r115_from_alone_is_date_enough_only_for_what_repeats() -> None:
    once = replace(DONE, due=None, start=date(2026, 12, 2))
    weekly = replace(once, text="Kirsten henter Mikkel hver onsdag")
    no_date = (Missing(MissingCode.AGREEMENT_WITHOUT_DATE, "1"),)
    assert missing_before_closing(replace(READY, agreements=(once,))) == no_date
    assert missing_before_closing(replace(READY, agreements=(weekly,))) == ()
    assert missing_before_closing(replace(READY, agreements=(weekly,), deadline_always=True)) == no_date


def test_r117_every_owner_has_answered_and_no_is_an_answer_too() -> None:
    def left(answer: Answer | None) -> tuple[Missing, ...]:
        return missing_before_closing(replace(READY, agreements=(replace(DONE, answer=answer),)))

    assert left(None) == (Missing(MissingCode.AGREEMENT_WITHOUT_ANSWER, "1"),)
    assert left(Answer.NO) == left(Answer.CHANGE) == ()


def test_settled_agreements_miss_nothing_and_open_ones_from_last_time_no_new_answer() -> None:
    carried = Agreement(1, "Lone ringer", "lone", start=date(2026, 9, 1), status="i gang", carried=True)
    settled = Agreement(2, "Peter ringer", status="gjort", carried=True)
    assert missing_before_closing(replace(READY, agreements=(carried, settled))) == ()


def test_r119_the_next_meeting_is_agreed_in_the_room() -> None:
    assert missing_before_closing(replace(READY, follow_up=None)) == (Missing(MissingCode.FOLLOW_UP_MISSING),)


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_r120_r126_no_follow_up_is_a_choice_with_a_reason(reason: str | None) -> None:
    declined = replace(READY, follow_up=FollowUpRecord(None, reason))
    assert missing_before_closing(declined) == (Missing(MissingCode.FOLLOW_UP_REASON_MISSING),)
    assert missing_before_closing(replace(READY, follow_up=FollowUpRecord(None, "Familien flytter"))) == ()
    assert missing_before_closing(replace(declined, follow_up_rule=FollowUpRule(required=False))) == ()


def test_r074_the_child_is_asked_before_the_end_when_it_is_there() -> None:
    unheard = replace(READY, child_heard_at_end=False)
    assert missing_before_closing(unheard) == (Missing(MissingCode.CHILD_NOT_ASKED),)
    assert missing_before_closing(replace(unheard, child_present=False)) == ()


def test_everyone_is_offered_the_word_in_every_round_that_was_begun() -> None:
    rounds = (RoundOffer("d4", ("jonas", "ali")), RoundOffer("d5"), RoundOffer("d6", ("ali",)))
    assert missing_before_closing(replace(READY, rounds=rounds)) == (
        Missing(MissingCode.NOT_EVERYONE_OFFERED, "d4"),
        Missing(MissingCode.NOT_EVERYONE_OFFERED, "d6"),
    )


def test_r142_the_family_is_asked_how_the_meeting_was_where_the_method_asks() -> None:
    unasked = replace(READY, experience_present=False)
    assert missing_before_closing(unasked) == (Missing(MissingCode.EXPERIENCE_MISSING),)
    assert missing_before_closing(replace(unasked, experience_required=False)) == ()


def test_the_board_is_summed_up_where_the_method_has_one() -> None:
    empty = replace(READY, board_present=False)
    assert missing_before_closing(empty) == (Missing(MissingCode.BOARD_NOT_SUMMARISED),)
    assert missing_before_closing(replace(empty, board_required=False)) == ()


def everything_missing() -> tuple[Missing, ...]:
    bare = Agreement(3, "Ring", None)
    return missing_before_closing(
        replace(
            READY,
            agreements=(replace(bare, number=1, carried=True), bare),
            follow_up=None,
            child_heard_at_end=False,
            rounds=(RoundOffer("d4", ("ali",)), RoundOffer("d5", ("ali",))),
            experience_present=False,
            board_present=False,
        )
    )


def test_the_overridden_codes_are_public_words_each_once() -> None:
    assert overridden_codes(everything_missing()) == (
        "agreement_without_owner",
        "agreement_without_date",
        "agreement_without_answer",
        "agreement_without_status",
        "follow_up_missing",
        "child_not_asked",
        "not_everyone_offered",
        "experience_missing",
        "board_not_summarised",
    )
    assert overridden_codes([Missing(MissingCode.FOLLOW_UP_REASON_MISSING)]) == ("follow_up_reason_missing",)
