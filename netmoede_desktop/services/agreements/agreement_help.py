"""Help while an agreement is written: reading the line, the possible owners, the remarks on the draft."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from netmoede_desktop.domain.agreements.agreement_line import ParsedAgreement, parse_line
from netmoede_desktop.domain.agreements.agreements import Agreement, CheckCode, Participant, checks
from netmoede_desktop.domain.agreements.owner_names import Candidate
from netmoede_desktop.domain.language.text import clean_text
from netmoede_desktop.domain.methods.speaking_order import HEARD_WHEN_AWAY
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView, SeatView

#: Lines longer than this many characters are no single agreement any more.
LONGEST_READ = 2000

#: From so many days before the meeting the day is read on which something began.
_SAID_BEFORE = (182, 300, 60)

#: What a list in another program puts before each of its lines.
_BULLET = re.compile(r"^(?:[-–—*•·▪◦‣>]|\[[ xX]?\]|[0-9]{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """An agreement that is not made yet, or the one with `number` as it would be. `owner` is a person's id."""

    text: str
    owner: str | None
    start: date | None
    due: date | None
    sign: str | None
    number: int | None = None


def read_line(line: str, view: MeetingView) -> ParsedAgreement:
    """Read the fields of an agreement out of a line, with the people of this meeting and the day it is held."""
    return read_line_among(line, owner_candidates(view.seats), view.starts.date())


def read_line_among(line: str, people: Sequence[Candidate], today: date) -> ParsedAgreement:
    """Read the fields of an agreement out of a line.

    Of a text too long to be one agreement only the owner is read, so that it can still be typed in.
    """
    if len(line) <= LONGEST_READ:
        return parse_line(line, people, today)
    head = parse_line(line[:LONGEST_READ], people, today)
    return ParsedAgreement(line, line.strip(), head.owner, None, None, None, (), ())


def read_measure(line: str, people: Sequence[Candidate], held: date) -> ParsedAgreement:
    """Read a measure that has already begun from a line: what, who, since when. A day is the latest before the meeting.

    An agreement's day is in the future, so the line is read as if it were said some months before; a day that is
    unclear from one such date is clear from another.
    """
    begun = re.sub(r"\bsiden(?=\s+(?:den\s+)?\d)", "fra", line, flags=re.IGNORECASE)
    readings = [read_line_among(begun, people, held - timedelta(days=days)) for days in _SAID_BEFORE]
    read = next((one for one in readings if one.start is not None), readings[0])
    if read.start is None:
        return read_line_among(line, people, held)
    return replace(read, start=_not_after(read.start, held))


def _not_after(day: date, held: date) -> date:
    while day > held:
        day = day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else day - timedelta(days=366)
    return day


def owner_candidates(seats: Iterable[SeatView]) -> tuple[Candidate, ...]:
    """Return the names each person answers to in a line."""
    return tuple(
        Candidate(
            seat.person,
            seat.name,
            seat.called,
            seat.full_name,
            seat.relation,
            seat.role is Role.CHILD,
            seat.role is Role.PARENT,
        )
        for seat in seats
    )


def possible_owners(view: MeetingView) -> tuple[SeatView, ...]:
    """Return those who can take an agreement on: who are here, have been here, or are heard without being here."""
    return tuple(seat for seat in view.seats if seat.here or _heard_by_choice(seat) or _has_left(seat))


def likely_owners(text: str, view: MeetingView) -> tuple[SeatView, ...]:
    """Return those who can take an agreement with these words on, the ones its words name first."""
    parsed = read_line(text, view)
    named = (parsed.owner, *parsed.meant)
    able = possible_owners(view)
    first = [seat for person in dict.fromkeys(named) for seat in able if seat.person == person]
    return (*first, *(seat for seat in able if seat not in first))


def draft_checks(draft: AgreementDraft, view: MeetingView) -> tuple[CheckCode, ...]:
    """Return the remarks about the draft, checked together with the existing agreements."""
    number = draft.number if draft.number is not None else max((a.number for a in view.agreements), default=0) + 1
    others = [as_agreement(agreement) for agreement in view.agreements if agreement.number != number]
    carried = any(agreement.carried for agreement in view.agreements if agreement.number == number)
    drafted = Agreement(number, draft.text, draft.owner, draft.start, draft.due, draft.sign, carried=carried)
    together = sorted((*others, drafted), key=lambda agreement: agreement.number)
    follow_up = None if view.follow_up is None or view.follow_up.at is None else view.follow_up.at.date()
    found = checks(
        together,
        [_participant(seat, view) for seat in view.seats],
        follow_up,
        view.starts.date(),
        deadline_always=view.deadline_always,
    )
    return tuple(check.code for check in found if check.number == number)


def separate_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text that hold words, in order, without the signs of a list before them."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in clean_text(text).split("\n"))
    bare = (_BULLET.sub("", line) for line in lines)
    return tuple(line for line in bare if re.search(r"\w", line))


def as_agreement(view: AgreementView) -> Agreement:
    """Return the agreement a view shows."""
    return Agreement(
        number=view.number,
        text=view.text,
        owner=view.owner,
        start=view.start,
        due=view.due,
        sign=view.sign,
        answer=view.answer,
        answered_at=view.answered_at,
        status=view.status,
        carried=view.carried,
        started=view.started,
        result=view.result,
        priority=view.priority,
    )


def _participant(seat: SeatView, view: MeetingView) -> Participant:
    """Before the roll call everyone is expected; words that are heard without their person count as being there."""
    expected = view.started is None or (_heard_by_choice(seat) and not _has_left(seat))
    return Participant(seat.person, seat.role, seat.network, Attendance.PRESENT if expected else seat.attendance)


def _has_left(seat: SeatView) -> bool:
    return seat.attendance is Attendance.LEFT_EARLY


def _heard_by_choice(seat: SeatView) -> bool:
    """Return True if a child takes part without being in the room; one who only sent words cannot agree to anything."""
    return seat.place is not None and seat.place.kind in HEARD_WHEN_AWAY
