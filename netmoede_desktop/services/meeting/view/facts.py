"""Facts of a running meeting for its windows: each is computed once, and cached until one of its inputs changes.

Both windows are made of the same facts. From one act to the next a fact stays cached where the fields of the state that
it is computed from are the same objects as before, which the fold leaves alone where an event does not concern them. So
a saved note recomputes what a note can change, and nothing else.
"""

from collections.abc import Callable, Mapping
from datetime import date
from operator import attrgetter, is_
from typing import TypeVar

from netmoede_desktop.domain.agreements.agreements import AgreementCheck
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Person, display_names
from netmoede_desktop.domain.privacy.guard import RoomGuard, room_guard
from netmoede_desktop.domain.privacy.names import room_names
from netmoede_desktop.services.meeting.next_turn import offering_order
from netmoede_desktop.services.meeting.timetable import latest
from netmoede_desktop.services.meeting.view.agenda import (
    away,
    part_passages,
    parts_view,
    phases_view,
    with_current_part,
)
from netmoede_desktop.services.meeting.view.people import heard, round_states, seated, seats_view
from netmoede_desktop.services.meeting.view.values import (
    AgreementView,
    PartView,
    Passage,
    PhaseView,
    SeatView,
)
from netmoede_desktop.services.meeting.view.writing import agreements_view

T = TypeVar("T")

#: What a fact was worked out of when it was last asked for, and the fact, by what makes it.
_Known = dict[Callable[..., object], tuple[tuple[object, ...], object]]


class ViewFacts:
    """The facts of one state. Asked late or never they cost nothing; `after` gives those of the next state.

    Facts of a state stay right whatever has been asked of others since.
    """

    def __init__(self, state: MeetingState, known: _Known | None = None) -> None:
        """Compute nothing yet; facts `known` of another state of the meeting are used while their inputs stay."""
        self.state = state
        self._known: _Known = {} if known is None else known

    def after(self, state: MeetingState) -> "ViewFacts":
        """Return the facts of another state of the same meeting."""
        return type(self)(state, self._known)

    def once(self, make: Callable[..., T], *fields: str, given: tuple[object, ...] = (), stays: bool = False) -> T:
        """Return `make(state, *given)`, cached for the same fields of the state and the same given facts.

        `fields` are all that `make` reads of the state beside its plan (`capture.notes` for a field within a field).
        With `stays` a value equal to the one before is the same object, so that facts computed from it stay too.
        """
        inputs = (*attrgetter("plan", "plan", *fields)(self.state), *given)  # a tuple only for two names and more
        known = self._known.get(make)
        if known is not None and all(map(is_, known[0], inputs)):
            return known[1]  # type: ignore[return-value]  # `make` is the key, and made it
        value = make(self.state, *given)
        if stays and known is not None and known[1] == value:
            value = known[1]
        self._known[make] = (inputs, value)
        return value

    # -- people

    @property
    def names(self) -> Mapping[str, str]:
        """The name of each person id as the mødeleder reads it."""
        return self.once(_names, "people", stays=True)

    @property
    def room_names(self) -> Mapping[str, str]:
        """The name of each person id as the room reads it."""
        return self.once(_room_names, "people", given=(self.guard,))

    @property
    def guard(self) -> RoomGuard:
        """The guard that finds words that are not for the room."""
        return self.once(room_guard, "people", "capture.follow_up")

    @property
    def seated(self) -> tuple[Person, ...]:
        """The people in the order of their seats."""
        return self.once(seated, "people")

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of those still to be offered the word in the current round, in that order."""
        return self.once(offering_order, "part", "rounds", "presence", "people", "words")

    @property
    def turns(self) -> Mapping[str, TurnState]:
        """The state of the current round for each person in it."""
        return self.once(round_states, "part", "rounds")

    @property
    def seats(self) -> tuple[SeatView, ...]:
        """The people as the mødeleder sees them."""
        of_whom = self.once(heard, "rounds", "capture.notes", stays=True)
        given = (self.names, self.seated, self.order, self.turns, of_whom)
        return self.once(seats_view, "people", "presence", "words", "rounds", "floor", given=given)

    # -- the agenda

    @property
    def phases(self) -> tuple[PhaseView, ...]:
        """The phases in order."""
        return self.once(phases_view, "parts", "planned", "part_time", given=(self._passages,))

    @property
    def parts(self) -> tuple[PartView, ...]:
        """The parts in order."""
        ahead = self.once(parts_view, "parts", "planned", "dropped", given=(self._passages,))
        lacking = self.once(away, "part", "started", "people", "presence", "words", stays=True)
        return self.once(with_current_part, given=(ahead, lacking, not self.order))

    @property
    def _passages(self) -> Mapping[str, Passage]:
        return self.once(part_passages, "parts", "part", "dropped")

    # -- what is written down

    @property
    def agreements(self) -> tuple[tuple[AgreementView, ...], tuple[AgreementCheck, ...]]:
        """The agreements by number, each with the remarks on it, and the remarks on the whole list."""
        fields = ("people", "presence", "started", "capture.agreements", "capture.follow_up")
        today = self.once(_today, "started", "last_at", stays=True)
        return self.once(agreements_view, *fields, given=(self.names, today))


def _names(state: MeetingState) -> Mapping[str, str]:
    return display_names(state.people.values())


def _room_names(state: MeetingState, guard: RoomGuard) -> Mapping[str, str]:
    return room_names(state.people.values(), lambda relation: not guard.found(relation))


def _today(state: MeetingState) -> date:
    return latest(state).date()
