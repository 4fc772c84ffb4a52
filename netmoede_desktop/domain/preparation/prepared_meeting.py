"""A planned meeting as the papers before it need it: one frozen value, the same whoever asks for a paper."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.preparation.known_facts import KnownFacts


@dataclass(frozen=True, slots=True)
class PreparedMeeting:
    """The plan, the facts beyond it, and the people of the sag who are not in the meeting.

    `sender` is who uses the program: who invites and signs.
    `made` is the day the paper is made: it is among the facts, so that the same facts give the same bytes.
    """

    plan: MeetingPlan
    made: date
    known: KnownFacts = field(default=KnownFacts())
    others: tuple[Person, ...] = ()
    sender: AboutMe = field(default=AboutMe())

    @property
    def ends(self) -> datetime:
        """The moment the meeting ends as planned."""
        return self.plan.starts + timedelta(minutes=self.plan.planned_minutes)

    @property
    def everyone(self) -> tuple[Person, ...]:
        """The people of the sag: those in the meeting as its plan has them, then the others."""
        return (*self.plan.people, *self.others)
