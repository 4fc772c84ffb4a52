"""The check before a meeting is closed: missing things, each to be mended or overridden with a reason (R115, R119).

The codes are public: those that were overridden are in `meeting.json` under `overridden`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from netmoede_desktop.domain.agreements.agreements import Agreement
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord, no_follow_up_remark
from netmoede_desktop.domain.methods.method import FollowUpRule

#: The code under which it is recorded at the end that the method's orders had no place for somebody who was there.
NOT_IN_ANY_ORDER = "not_in_any_order"
#: And that there are parents, and none of them was there.
PARENTS_ABSENT = "parents_absent"
#: And that the meeting was stopped before its time.
STOPPED_EARLY = "stopped_early"


class MissingCode(StrEnum):
    """The things that can be missing; the values never change."""

    AGREEMENT_WITHOUT_OWNER = "agreement_without_owner"
    AGREEMENT_WITHOUT_DATE = "agreement_without_date"
    AGREEMENT_WITHOUT_ANSWER = "agreement_without_answer"
    AGREEMENT_WITHOUT_STATUS = "agreement_without_status"
    FOLLOW_UP_MISSING = "follow_up_missing"
    FOLLOW_UP_REASON_MISSING = "follow_up_reason_missing"
    CHILD_NOT_ASKED = "child_not_asked"
    NOT_EVERYONE_OFFERED = "not_everyone_offered"
    EXPERIENCE_MISSING = "experience_missing"
    BOARD_NOT_SUMMARISED = "board_not_summarised"


@dataclass(frozen=True, slots=True)
class RoundOffer:
    """A round that was begun, and the ids of those who were never offered the word in it. `nobody`: no one was."""

    part: str
    not_offered: tuple[str, ...] = ()
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """The facts for the check before closing, taken from the meeting in its present state.

    `child_heard_at_end`: the child was offered the word in the last round, the evaluation or the experience.
    `experience_required`: the method asks the family in the meeting (R142). `board_required`: it sums up on the board.
    `deadline_always`: in the method `fra` is no date for an agreement.
    """

    agreements: tuple[Agreement, ...]
    follow_up: FollowUpRecord | None
    follow_up_rule: FollowUpRule
    child_present: bool
    child_heard_at_end: bool
    rounds: tuple[RoundOffer, ...]
    experience_present: bool
    experience_required: bool
    board_present: bool = True
    board_required: bool = False
    deadline_always: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing. `subject` is the agreement's number or the part's id, None where it is the meeting.

    `nobody`: not one person was offered the word in that round.
    """

    code: MissingCode
    subject: str | None = None
    nobody: bool = False


def missing_before_closing(facts: ClosingFacts) -> tuple[Missing, ...]:
    """Return the missing things, in the order of `MissingCode`; empty when the meeting can be closed."""
    found = [
        *missing_of_agreements(facts.agreements, deadline_always=facts.deadline_always),
        *_from_follow_up(facts),
        *_from_people(facts),
    ]
    order = list(MissingCode)
    return tuple(sorted(found, key=lambda missing: order.index(missing.code)))


def overridden_codes(missing: Iterable[Missing]) -> tuple[str, ...]:
    """Return each code once, as written to `meeting.json`, for a meeting closed in spite of `missing`."""
    return tuple(dict.fromkeys(one.code.value for one in missing))


def missing_of_agreements(agreements: Iterable[Agreement], *, deadline_always: bool) -> Iterator[Missing]:
    """Yield the missing things of each agreement, with its number."""
    for agreement in agreements:
        subject = str(agreement.number)
        if agreement.settled:
            continue
        if agreement.owner is None:
            yield Missing(MissingCode.AGREEMENT_WITHOUT_OWNER, subject)
        if not agreement.has_its_date(deadline_always=deadline_always):
            yield Missing(MissingCode.AGREEMENT_WITHOUT_DATE, subject)
        if agreement.unanswered:
            yield Missing(MissingCode.AGREEMENT_WITHOUT_ANSWER, subject)
        if agreement.carried and agreement.status is None:
            yield Missing(MissingCode.AGREEMENT_WITHOUT_STATUS, subject)


def _from_follow_up(facts: ClosingFacts) -> Iterator[Missing]:
    if facts.follow_up is None:
        yield Missing(MissingCode.FOLLOW_UP_MISSING)
    elif facts.follow_up.at is None and no_follow_up_remark(facts.follow_up_rule, facts.follow_up.none_reason or ""):
        yield Missing(MissingCode.FOLLOW_UP_REASON_MISSING)


def _from_people(facts: ClosingFacts) -> Iterator[Missing]:
    if facts.child_present and not facts.child_heard_at_end:
        yield Missing(MissingCode.CHILD_NOT_ASKED)
    for offer in facts.rounds:
        if offer.not_offered:
            yield Missing(MissingCode.NOT_EVERYONE_OFFERED, offer.part, nobody=offer.nobody)
    if facts.experience_required and not facts.experience_present:
        yield Missing(MissingCode.EXPERIENCE_MISSING)
    if facts.board_required and not facts.board_present:
        yield Missing(MissingCode.BOARD_NOT_SUMMARISED)
