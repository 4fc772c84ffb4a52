"""The events a command will cause, gathered one by one with the state each of them leads to."""

from datetime import datetime

from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.evolve.dispatch import evolve
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.refusal import Refused


class Draft:
    """Events decided so far at one instant, and the state they lead to. Lives only while one command is decided."""

    def __init__(self, state: MeetingState, now: datetime) -> None:
        self.state = state
        self.now = now
        self.events: list[ev.Event] = []

    def add(self, *events: ev.Event) -> None:
        """Take the events in, in order."""
        for event in events:
            self.events.append(event)
            self.state = evolve(self.state, event)

    def person(self, person_id: str) -> Person:
        """Return a person of the meeting, or refuse."""
        person = self.state.people.get(person_id)
        if person is None:
            raise Refused("unknown_person", person=person_id)
        return person

    def person_here(self, person_id: str) -> Person:
        """Return a person who is in the room. Raises `Refused` where they are not."""
        person = self.person(person_id)
        if not self.state.presence[person_id].here:
            raise Refused("not_here", person=person_id)
        return person

    def go_on_after_pause(self) -> None:
        """End the pause that is running, if any."""
        if self.state.pause is not None:
            self.add(ev.PauseEnded(self.now))

    def free_the_floor(self) -> None:
        """End the running turn, if any: the word moves."""
        if self.state.floor is not None:
            self.add(ev.TurnEnded(self.now))

    def enter(self, part_id: str) -> None:
        """Go to a part, and open its round where it has one."""
        self.free_the_floor()
        self.add(ev.PartEntered(self.now, part_id))
        self.open_round()

    def open_round(self) -> None:
        """Open the current part's round where it has one that is not open yet."""
        part = self.state.current_part()
        if part.has_turns and part.id not in self.state.rounds:
            self.add(ev.RoundOpened(self.now, part.id, queries.order_of(self.state, part)))

    def round_begun(self) -> bool:
        """Return True if anybody has been offered the word in the current part."""
        turns = self.state.rounds.get(self.state.part, ())
        return any(turn.state not in (TurnState.WAITING, TurnState.GONE) for turn in turns)
