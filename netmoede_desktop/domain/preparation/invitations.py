"""Who is invited to a planned meeting, in which edition each reads it, and by when they answer."""

from datetime import date, timedelta

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Edition
from netmoede_desktop.domain.preparation.meeting_facts import Reply
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting

#: How long before the meeting an answer is asked for (our own figure).
_ANSWERED_BEFORE = timedelta(days=7)

#: Who leads, interprets or writes is asked in another way than by an invitation.
_NOT_INVITED = frozenset({Role.LEADER, Role.INTERPRETER, Role.SCRIBE})

_PROFESSIONAL = frozenset({Role.PROFESSIONAL, Role.AUTHORITY, Role.COORDINATOR, Role.INFORMANT, Role.REFLECTOR})

_AWAY = (Reply.DECLINES, Reply.SENDS_WORDS)


def invited(meeting: PreparedMeeting) -> tuple[Person, ...]:
    """Return those who get an invitation, in the order of the plan: not who leads or serves, nor the sender."""
    return tuple(
        person for person in meeting.plan.people if person.role not in _NOT_INVITED and not _sends(meeting, person)
    )


def edition_of(meeting: PreparedMeeting, person: Person) -> Edition:
    """Return the edition a person reads: the one chosen for them, else the one that goes with the role."""
    chosen = meeting.known.person(person.id).edition
    if chosen is not None:
        return chosen
    if person.role is Role.CHILD:
        return Edition.CHILD
    return Edition.PROFESSIONAL if person.role in _PROFESSIONAL else Edition.ADULT


def answer_by(meeting: PreparedMeeting) -> date | None:
    """Return the last day to answer, a week before the meeting; None where that day is past when the paper is made."""
    last = meeting.plan.starts.date() - _ANSWERED_BEFORE
    return last if last > meeting.made else None


def at_the_table(meeting: PreparedMeeting) -> tuple[Person, ...]:
    """Return those who are expected, by seat: all in the plan but who answered that they do not come."""
    away = {one.person for one in meeting.known.meeting.invited if one.reply in _AWAY}
    return tuple(sorted((one for one in meeting.plan.people if one.id not in away), key=lambda one: one.seat))


def _sends(meeting: PreparedMeeting, person: Person) -> bool:
    return bool(meeting.sender.name) and person.name.casefold() == meeting.sender.name.casefold()
