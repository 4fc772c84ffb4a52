"""The roll call as it is said so far, and the acts that come of it. Deciding only; the page beside it shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from netmoede_desktop.domain.meeting.commands import AddPerson, ChoosePlace, Command, StartMeeting
from netmoede_desktop.domain.minutes import Attendance
from netmoede_desktop.domain.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.text import clean_text, required_text
from netmoede_desktop.services.meeting_view import MeetingView, SeatView

#: What can be said of each person, in the order of the keys 1, 2, 3.
ANSWERS = (Attendance.PRESENT, Attendance.ABSENT, Attendance.SENT_WORDS)

#: Someone unexpected sits down last; `MoveSeats` gives everyone a number of their own.
_LAST_SEAT = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are here, did not come, and sent words."""

    here: int
    absent: int
    sent_words: int


@dataclass(frozen=True, slots=True)
class RollCall:
    """Where each person is, by id. Those of whom nothing is said are here."""

    said: Mapping[str, Attendance] = field(default_factory=dict)

    def of(self, person: str) -> Attendance:
        """Return where a person is."""
        return self.said.get(person, Attendance.PRESENT)

    def put(self, person: str, attendance: Attendance) -> "RollCall":
        """Return the roll call with something else said of a person."""
        return RollCall({**self.said, person: attendance})

    def turn(self, person: str) -> "RollCall":
        """Return the roll call with the next of the three answers for a person."""
        place = ANSWERS.index(self.of(person))
        return self.put(person, ANSWERS[(place + 1) % len(ANSWERS)])

    def counts(self, seats: Iterable[SeatView]) -> Counts:
        """Return how many are where."""
        all_said = [self.of(seat.person) for seat in seats]
        return Counts(*(all_said.count(answer) for answer in ANSWERS))

    def start(self, view: MeetingView) -> tuple[Command, ...]:
        """Return the acts that start the meeting. A child that sent words is heard: they are read aloud."""
        away = tuple((seat.person, self.of(seat.person)) for seat in view.seats if self._is_away(seat))
        unheard = [
            ChoosePlace(seat.person, ChildPlace(PlaceKind.READ_ALOUD))
            for seat in view.seats
            if seat.role is Role.CHILD and self.of(seat.person) is Attendance.SENT_WORDS and not seat.heard_when_away
        ]
        return (*unheard, StartMeeting(away))

    def leader_missing(self, seats: Iterable[SeatView]) -> bool:
        """Whether there are mødeledere, and none of them is here."""
        leaders = [seat for seat in seats if seat.role is Role.LEADER]
        return bool(leaders) and all(self._is_away(seat) for seat in leaders)

    def _is_away(self, seat: SeatView) -> bool:
        return self.of(seat.person) is not Attendance.PRESENT


def unexpected(person_id: str, name: str, role: Role, relation: str) -> AddPerson:
    """Return the act that seats someone unexpected, called by the first word of the name.

    Raises `Refused` with `empty_text` where there is no name.
    """
    full_name = required_text(name)
    return AddPerson(Person(person_id, full_name, full_name.split()[0], role, clean_text(relation), seat=_LAST_SEAT))
