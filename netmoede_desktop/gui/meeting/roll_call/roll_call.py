"""The roll call as it is said so far, and the acts that come of it. Deciding only; the page beside it shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from netmoede_desktop.domain.language.text import clean_text, required_text
from netmoede_desktop.domain.meeting.commands import AddPerson, Command, KeepSentWords, StartMeeting
from netmoede_desktop.domain.people.people import Attendance, Network, Role, network_of
from netmoede_desktop.domain.people.person_details import entered_person
from netmoede_desktop.domain.people.role_words import suggested_role
from netmoede_desktop.services.meeting.view.values import MeetingView, SeatView

#: What can be said of each person, in the order of the keys 1, 2, 3.
ANSWERS = (Attendance.PRESENT, Attendance.ABSENT, Attendance.SENT_WORDS)

#: Someone unexpected sits down last; `MoveSeats` gives everyone a number of their own.
_LAST_SEAT = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are here, did not come, and sent words; and how many have a turn, themselves or by their words."""

    here: int
    absent: int
    sent_words: int
    turns: int


@dataclass(frozen=True, slots=True)
class RollCall:
    """Where each person is, by id. Those of whom nothing is said are here, or have sent the words that are kept."""

    said: Mapping[str, Attendance] = field(default_factory=dict)

    def of(self, seat: SeatView) -> Attendance:
        """Return where a person is."""
        return self.said.get(seat.person, Attendance.SENT_WORDS if _has_words(seat) else Attendance.PRESENT)

    def put(self, person: str, attendance: Attendance) -> "RollCall":
        """Return the roll call with something else said of a person."""
        return RollCall({**self.said, person: attendance})

    def counts(self, seats: Iterable[SeatView]) -> Counts:
        """Return how many are where."""
        everyone = tuple(seats)
        said = [self.of(seat) for seat in everyone]
        heard = [
            seat
            for seat in everyone
            if seat.has_turn and (self.of(seat) is not Attendance.ABSENT or seat.heard_when_away)
        ]
        here, absent, sent_words = (said.count(answer) for answer in ANSWERS)
        return Counts(here, absent, sent_words, turns=len(heard))

    def start(self, view: MeetingView, over_reason: str = "") -> tuple[Command, ...]:
        """Return the acts that start the meeting. Words of someone said not to have come are not read after all.

        `over_reason` says why it is longer than its hard limit.
        """
        away = tuple((seat.person, self.of(seat)) for seat in view.seats if self._is_away(seat))
        unread = [
            KeepSentWords(seat.person, None)
            for seat in view.seats
            if self.of(seat) is Attendance.ABSENT and _has_words(seat)
        ]
        return (*unread, StartMeeting(away, over_reason))

    def readers(self, view: MeetingView, person: str) -> tuple[SeatView, ...]:
        """Return who can read a person's words: everyone else who is here, and whoever is chosen already."""
        chosen = view.seat(person).words_by
        return tuple(
            seat for seat in view.seats if seat.person != person and (not self._is_away(seat) or seat.person == chosen)
        )

    def reader_away(self, view: MeetingView, person: str) -> str:
        """Return the name of who is to read a person's words and is not here, "" where all is well."""
        chosen = view.seat(person).words_by
        reader = next((seat for seat in view.seats if seat.person == chosen), None)
        return reader.name if reader is not None and self._is_away(reader) else ""

    def leader_missing(self, seats: Iterable[SeatView]) -> bool:
        """Return True if there are mødeledere, and none of them is here."""
        leaders = [seat for seat in seats if seat.role is Role.LEADER]
        return bool(leaders) and all(self._is_away(seat) for seat in leaders)

    def _is_away(self, seat: SeatView) -> bool:
        return self.of(seat) is not Attendance.PRESENT


def is_family(seat: SeatView) -> bool:
    """Return True if somebody belongs to the family and its network."""
    return seat.network is Network.PRIVATE


def unexpected(person_id: str, name: str, role: Role, relation: str) -> AddPerson:
    """Return the act that seats someone unexpected, called by the first word of the name.

    Raises `Refused` with `empty_text` where there is no name.
    """
    full_name = required_text(name)
    called = full_name.split()[0]
    return AddPerson(entered_person(person_id, full_name, role, clean_text(relation), called=called, seat=_LAST_SEAT))


def role_of_newcomer(side: Role, relation: str, child: str) -> Role:
    """Return the role of someone who belongs to a side: the one their words suggest, if it is of that side."""
    suggested = suggested_role(relation, child)
    return suggested if suggested is not None and network_of(suggested) is network_of(side) else side


def _has_words(seat: SeatView) -> bool:
    """Return True if words of the person are saved; a child may be read aloud from without any."""
    return bool(seat.words) or seat.words_by is not None or (seat.heard_when_away and seat.role is not Role.CHILD)
