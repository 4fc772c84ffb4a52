"""The value a readiness rule reads: the plan, the facts beyond it, the child, the møderække and the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Person, Role, display_names
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts
from netmoede_desktop.domain.preparation.rooms import dinner_due

#: Roles nobody has to be chosen for: child and parents are always meant, the others serve the meeting.
NO_GUESTS = frozenset({Role.CHILD, Role.PARENT, Role.LEADER, Role.INTERPRETER, Role.SCRIBE})


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A case type for which a method must not be used in this municipality, and why (R006)."""

    method: str
    case_type: str
    reason: str


@dataclass(frozen=True, slots=True)
class RuleInput:
    """All that the rules of one meeting read.

    `now` is aware, by the wall clock of the place of the meeting. `birth_year` and `languages` are the child's and the
    family's. `held` counts the sag's meetings before this one, `last_held` is the day of the latest and `last_leader`
    the full name of who led it, "" where unknown. `holiday` names the day off the meeting falls on, "" for a
    working day. A rule names what it reads by the path of the field from here: "plan.purpose", "case.known",
    "meeting.child.talk", "people.why", "now".
    """

    plan: MeetingPlan
    now: datetime
    facts: KnownFacts = field(default=KnownFacts())
    birth_year: int | None = None
    languages: tuple[str, ...] = ()
    held: int = 0
    last_held: date | None = None
    last_leader: str = ""
    holiday: str = ""
    exclusions: tuple[Exclusion, ...] = ()

    @property
    def case(self) -> CaseFacts:
        """The facts of the sag."""
        return self.facts.case

    @property
    def meeting(self) -> MeetingFacts:
        """The facts of the meeting beyond its plan."""
        return self.facts.meeting

    @property
    def today(self) -> date:
        """The day it is where the meeting is held."""
        return self.now.date()

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.plan.starts.date()

    @property
    def ends(self) -> datetime:
        """When the meeting ends as planned."""
        return self.plan.starts + timedelta(minutes=self.plan.planned_minutes)

    @property
    def names(self) -> Mapping[str, str]:
        """The name to show for each person of the plan."""
        return display_names(self.plan.people)

    @property
    def leader(self) -> Person | None:
        """Who leads: the main mødeleder, where there are several; None where there is none."""
        return leader_of(self.plan.people)

    @property
    def child(self) -> Person | None:
        """The child on the list of people, or None."""
        return next(iter(self.in_role(Role.CHILD)), None)

    def in_role(self, *roles: Role) -> tuple[Person, ...]:
        """Return the people of the plan with one of these roles, in its order."""
        return tuple(person for person in self.plan.people if person.role in roles)

    @property
    def ends_after(self) -> timedelta:
        """How long after the midnight before the meeting it ends, by the wall clock."""
        ends = self.ends
        return timedelta(days=(ends.date() - self.day).days, hours=ends.hour, minutes=ends.minute)

    @property
    def evening(self) -> bool:
        """Whether the meeting starts at 17.00 or later, or ends after 18.00."""
        return dinner_due(self.plan.starts, self.ends)

    @property
    def guests(self) -> tuple[Person, ...]:
        """Those who take part beside child, parents, mødeleder, tolk and referent."""
        return tuple(person for person in self.plan.people if person.role not in NO_GUESTS)

    def called(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names to show for these people of the plan, in the order given; unknown ids are left out."""
        names = self.names
        return tuple(names[person] for person in ids if person in names)

    def is_person(self, typed: str, person: Person) -> bool:
        """Return True if the words of a fact mean this person: their id, or a name they go by."""
        return typed == person.id or name_key(typed) in {name_key(person.name), name_key(person.called)}


def leader_of(people: Iterable[Person]) -> Person | None:
    """Return who leads a meeting of these people: the main mødeleder, else the first; None where there is none."""
    leaders = [person for person in people if person.role is Role.LEADER]
    return next((person for person in leaders if person.main), leaders[0] if leaders else None)
