"""A meeting in preparation as the office window knows it: changes in, the frozen meeting out, one after the other.

Each change is made in the order it was asked for, and the newest is shown; a refused one changes nothing and gives
one sentence.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Room
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.preparation.bridge.job_order import Done, JobOrder
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.preparation.edit_facts import change_facts, change_room
from netmoede_desktop.services.preparation.edit_people import (
    PeopleBefore,
    invite,
    not_invited,
    remove_person,
    restore_people,
    save_people,
    save_person,
    seat_people,
    uninvite,
)
from netmoede_desktop.services.preparation.edit_plan import (
    MeetingChange,
    PlannedMeeting,
    change_meeting,
    planned_meeting,
)
from netmoede_desktop.storage.problems import StorageProblem

_Job = Callable[[], PlannedMeeting]


class PreparationBridge(QObject):
    """One planned meeting. `meeting` is as it was last shown, None before it has been loaded."""

    shown = Signal(object)
    """A `PlannedMeeting`, after each change and when it has been loaded."""
    saved = Signal(object)
    """The instant (aware) of a change that is kept now."""
    refused = Signal(str, str)
    """Where it was asked for, and the sentence for what could not be done."""
    known = Signal(object)
    """The sag's people (a tuple of `Person`) who are not in this meeting."""
    removed = Signal(object)
    """A `Person` who was taken out, and can be put back with `put_back`."""

    def __init__(self, context: PageContext, meeting_id: str) -> None:
        super().__init__()
        self._context = context
        self._id = meeting_id
        self._meeting: PlannedMeeting | None = None
        self._order: JobOrder[PlannedMeeting] = JobOrder()
        self._newest = 0
        self._before: dict[str, tuple[Person, ...]] = {}
        self._others: tuple[Person, ...] = ()

    @property
    def meeting_id(self) -> str:
        """Which meeting it is."""
        return self._id

    @property
    def meeting(self) -> PlannedMeeting | None:
        """The meeting as it was last shown."""
        return self._meeting

    @property
    def others(self) -> tuple[Person, ...]:
        """The sag's people who are not in the meeting, as they were last told."""
        return self._others

    def load(self) -> None:
        """Ask for the meeting and for the people of the sag who are not in it."""
        context, meeting = self._context, self._id
        now = context.clock.now()
        self._ask("load", lambda: planned_meeting(context.vault, meeting, now), keeps=False)
        self._ask_known()

    def change(self, where: str, change: MeetingChange) -> None:
        """Change something; `where` comes back in `refused` if it is refused."""
        self._ask(where, self._changing(change))

    def change_now(self, where: str, change: MeetingChange) -> bool:
        """Change something before this returns, when the page is left: True when it is kept."""
        return self._now(where, self._changing(change))

    def change_facts(self, where: str, change: Callable[[KnownFacts], KnownFacts]) -> None:
        """Change the facts beyond the plan; `change` gets those saved by then."""
        self._ask(where, self._changing_facts(change))

    def change_facts_now(self, where: str, change: Callable[[KnownFacts], KnownFacts]) -> bool:
        """Do as `change_facts` before this returns, when the page is left: True when it is kept."""
        return self._now(where, self._changing_facts(change))

    def change_room(self, where: str, number: int, room: Room | None) -> None:
        """Change a row of the register of rooms, add one behind the last, or remove it (None)."""
        self._ask(where, self._changing_room(number, room))

    def change_room_now(self, where: str, number: int, room: Room | None) -> bool:
        """Do as `change_room` before this returns, when the page is left: True when it is kept."""
        return self._now(where, self._changing_room(number, room))

    def put_now(self, where: str, person: Person) -> bool:
        """Change a person before this returns, when the page is left: True when it is kept."""
        context, meeting, now = self._context, self._id, self._context.clock.now()
        return self._now(where, lambda: save_person(context.vault, meeting, person, now))

    def put(self, where: str, *people: Person) -> None:
        """Add people, or change those that are in the meeting: all of them or none."""
        context, meeting = self._context, self._id
        now = context.clock.now()
        self._ask(where, lambda: save_people(context.vault, meeting, people, now))

    def invite(self, where: str, people: tuple[str, ...]) -> None:
        """Add people of the sag, by their ids."""
        context, meeting = self._context, self._id
        now = context.clock.now()
        self._ask(where, lambda: invite(context.vault, meeting, people, now))
        self._ask_known()

    def remove(self, where: str, person: str) -> None:
        """Take a person out; `removed` then tells whom."""
        if self._meeting is None:
            return
        context, meeting, before = self._context, self._id, self._meeting.plan.people
        gone = next((one for one in before if one.id == person), None)
        if gone is None:
            return
        now = context.clock.now()

        def done(shown: Done[PlannedMeeting]) -> None:
            self._before[person] = before
            self._emit_saved(shown)
            self.removed.emit(gone)

        job = lambda: remove_person(context.vault, meeting, person, now)  # noqa: E731 - a name for what is asked
        context.lane.run(self._order.ask(job), done, lambda error: self._emit_refused(where, error))
        self._ask_known()

    def uninvite(self, where: str, person: str) -> None:
        """Take a person out who stays known in the sag; `invite` brings them again."""
        context, meeting = self._context, self._id
        now = context.clock.now()
        self._ask(where, lambda: uninvite(context.vault, meeting, person, now))
        self._ask_known()

    def restore(self, where: str, before: PeopleBefore) -> None:
        """Make the people and all that is known of them what they were before."""
        context, meeting = self._context, self._id
        now = context.clock.now()
        self._ask(where, lambda: restore_people(context.vault, meeting, before, now))
        self._ask_known()

    def put_back(self, where: str, person: str) -> None:
        """Put a person back who was taken out: on the same seat, and with all that hung on them."""
        before = self._before.pop(person, None)
        if before is None or self._meeting is None:
            return
        context, meeting, now = self._context, self._id, self._context.clock.now()
        gone = next(one for one in before if one.id == person)

        def job() -> PlannedMeeting:
            shown = save_person(context.vault, meeting, gone, now)
            here = {one.id: one for one in shown.plan.people}
            hung = [one for one in before if one.id in here and _let_go_of(here[one.id], one, person)]
            save_people(context.vault, meeting, hung, now)
            order = [one.id for one in sorted(before, key=lambda one: one.seat) if one.id in here]
            order += [key for key in here if key not in order]
            return seat_people(context.vault, meeting, tuple(order), now)

        self._ask(where, job)
        self._ask_known()

    def seat(self, where: str, order: tuple[str, ...]) -> None:
        """Seat everyone in this order of ids."""
        context, meeting = self._context, self._id
        now = context.clock.now()
        self._ask(where, lambda: seat_people(context.vault, meeting, order, now))

    def new_id(self) -> str:
        """Return an id for a person who is added."""
        return self._context.vault.new_id()

    def _changing(self, change: MeetingChange) -> _Job:
        context, meeting = self._context, self._id
        now = context.clock.now()
        return lambda: change_meeting(context.vault, context.methods, meeting, change, now)

    def _changing_facts(self, change: Callable[[KnownFacts], KnownFacts]) -> _Job:
        context, meeting, now = self._context, self._id, self._context.clock.now()
        return lambda: change_facts(context.vault, meeting, change, now)

    def _changing_room(self, number: int, room: Room | None) -> _Job:
        context, meeting, now = self._context, self._id, self._context.clock.now()
        return lambda: change_room(context.vault, meeting, number, room, now)

    def _now(self, where: str, job: _Job) -> bool:
        try:
            done = self._order.ask(job)()
        except (Refused, StorageProblem) as error:
            self._emit_refused(where, error)
            return False
        self._emit_saved(done)
        return True

    def _ask(self, where: str, job: _Job, *, keeps: bool = True) -> None:
        done = self._emit_saved if keeps else self._show
        self._context.lane.run(self._order.ask(job), done, lambda error: self._emit_refused(where, error))

    def _ask_known(self) -> None:
        context, meeting = self._context, self._id
        job = lambda: not_invited(context.vault, meeting)  # noqa: E731 - a name for what is asked
        context.lane.run(job, self._emit_known, lambda error: self._emit_refused("load", error))

    def _emit_known(self, others: tuple[Person, ...]) -> None:
        self._others = others
        self.known.emit(others)

    def _emit_saved(self, done: Done[PlannedMeeting]) -> None:
        self._show(done)
        self.saved.emit(self._context.clock.now())

    def _show(self, done: Done[PlannedMeeting]) -> None:
        """Show it, unless something newer is shown already: the lane tells a little after it has worked."""
        if done.number > self._newest:
            self._newest = done.number
            self._meeting = done.result
            self.shown.emit(done.result)

    def _emit_refused(self, where: str, error: Exception) -> None:
        t = self._context.t
        match error:
            case Refused(code=code, facts=facts):
                people = () if self._meeting is None else self._meeting.plan.people
                names = {person.id: person.called for person in people}
                self.refused.emit(where, refusal_sentence(code, facts, names, t))
            case StorageProblem(code=code, facts=facts):
                self.refused.emit(where, problem_sentence(code, facts, t))
            case _:
                raise error


def _let_go_of(now: Person, before: Person, gone: str) -> bool:
    """Return True if the person referred to the one who was removed, and no longer does."""
    place_gone = before.place is not None and before.place.person == gone and now.place is None
    return place_gone or (before.supports == gone and now.supports is None)
