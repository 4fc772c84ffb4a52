"""Sager and meetings for the tests of the office: made through the services, with made-up people."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.preparation.edit_people import save_person
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, plan_meeting
from tests.gui.desks import OpenOffice

PEOPLE = (
    ("Mikkel Holm", Role.CHILD, "barnet"),
    ("Lone Holm", Role.PARENT, "mor"),
    ("Peter Holm", Role.PARENT, "far"),
    ("Kirsten Holm", Role.PRIVATE, "farmor"),
    ("Hanne Bak", Role.PROFESSIONAL, "klasselærer"),
    ("Hanne Juul", Role.PROFESSIONAL, "psykolog, PPR"),
    ("Søren Friis", Role.AUTHORITY, "sagsbehandler"),
    ("Maja Lind", Role.LEADER, "mødeleder"),
)


@dataclass(slots=True)
class Stories:
    """Makes what a test needs in an open office."""

    office: OpenOffice

    def case(self, reference: str = "M-2026-014", child: str = "Mikkel", **more: object) -> str:
        """A sag."""
        context = self.office.context
        return make_case(context.vault, CaseDetails(reference, child, **more), context.clock.now())  # type: ignore[arg-type]

    def meeting(
        self,
        case: str,
        starts: datetime,
        *,
        people: tuple[tuple[str, Role, str], ...] = PEOPLE,
        place: str = "Biblioteket, lokale 2",
        purpose: str = "Ro i hverdagen",
        method: str = "din-1",
    ) -> str:
        """A planned meeting with its people; `starts` is a local wall time."""
        context, now = self.office.context, self.office.context.clock.now()
        wanted = NewMeeting(method, starts, place=place, purpose=purpose)
        meeting = plan_meeting(context.vault, context.methods, case, wanted, now)
        for name, role, relation in people:
            save_person(context.vault, meeting, Person(context.vault.new_id(), name, "", role, relation), now)
        return meeting

    def running(self, case: str, starts: datetime) -> str:
        """A meeting that has begun."""
        meeting = self.meeting(case, starts)
        self._lead(meeting, starts).do(cmd.StartMeeting())
        return meeting

    def held(
        self,
        case: str,
        starts: datetime,
        *agreements: tuple[str, date],
        follow_up: datetime | None = None,
        led: datetime | None = None,
    ) -> str:
        """A meeting that was held, with what was agreed and by when; its owner is the first parent.

        It was `led` when it was to start, or at another local wall time.
        """
        meeting = self.meeting(case, starts)
        self.lead(meeting, led or starts, *agreements, follow_up=follow_up)
        return meeting

    def lead(
        self, meeting: str, starts: datetime, *agreements: tuple[str, date], follow_up: datetime | None = None
    ) -> None:
        """Hold a planned meeting at a local wall time."""
        leading = self._lead(meeting, starts)
        leading.do(cmd.StartMeeting())
        owner = next(p.id for p in leading.history.state.people.values() if p.role is Role.PARENT)
        for text, due in agreements:
            leading.do(cmd.WriteAgreement(text, owner, due=due))
        if follow_up is not None:
            leading.do(cmd.SetFollowUp(follow_up))
        leading.do(cmd.FinishMeeting("til en prøve"))

    def _lead(self, meeting: str, starts: datetime) -> Conducting:
        return Conducting(self.office.context.vault, meeting, _At(starts.astimezone() + timedelta(minutes=1)))


@dataclass(frozen=True, slots=True)
class _At:
    """A clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        return self.at
