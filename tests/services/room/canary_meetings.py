"""Random moments of meetings in which everything that is not for the room is a word that stands nowhere else.

Board and agreements speak of people by full name, case reference, numbers and streets, as somebody in a hurry would.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.state import Capture, MeetingState
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.domain.people.people import Person
from tests.services.room.random_views import random_moments

#: What must never be shown, wherever it comes from; each is typed on the board and into agreements too.
REFERENCE, CPR, PHONE = "Kq-4711-88", "010203-4455", "61 72 83 94"
MAIL, STREET, PLACE = "kvidre@kanari.dk", "Kanarivej 77", "Kanarihuset"

#: The beginning of every secret word.
CANARY = "kanari"
_INITIALS = "BDFG"


@dataclass(frozen=True, slots=True)
class CanaryMeeting:
    """A moment of a meeting, what the room must not see of it, and everybody's relation by id."""

    state: MeetingState
    now: datetime
    forbidden: tuple[str, ...]
    relations: Mapping[str, str]

    def relations_to_tell(self) -> set[str]:
        """The relations needed to tell people apart: of those called the same whose surnames begin alike."""
        people = self.state.people.values()
        alike = Counter(_called_and_initial(person) for person in people)
        return {self.relations[person.id] for person in people if alike[_called_and_initial(person)] > 1}


def canary_meetings(seed: int, moments: int) -> Iterator[CanaryMeeting]:
    """So many moments of one random meeting."""
    chance = random.Random(seed)
    for number, (history, now) in enumerate(chance.sample(list(random_moments(seed, moments * 4)), moments)):
        first = PartTask.FOLLOW_UP if number % 2 else None
        yield _with_canaries(history.state, now, chance, {"tavlen": PartTask.BOARD, "velkomst": first})


def _with_canaries(
    state: MeetingState, now: datetime, chance: random.Random, tasks: Mapping[str, PartTask | None]
) -> CanaryMeeting:
    """The moment with secrets in everything; `tasks` says of some parts what they are for."""
    surnames = {key: f"{chance.choice(_INITIALS)}{CANARY}{_word(place)}" for place, key in enumerate(state.people)}
    relations = {key: f"slægtning {_word(place)}" for place, key in enumerate(state.people)}
    protected = chance.choice(list(state.people)) if chance.random() < 0.5 else ""
    people = {
        key: replace(
            person,
            name=f"{person.called} {surnames[key]}",
            relation=relations[key],
            protected_address=key == protected,
        )
        for key, person in state.people.items()
    }
    parts = tuple(replace(part, task=tasks.get(part.id, part.task)) for part in state.parts)
    plan = replace(
        state.plan,
        method=replace(state.plan.method, parts=parts),
        case_reference=REFERENCE,
        child=f"{state.plan.child} {CANARY}barn",
        place=PLACE,
        purpose=f"{CANARY}formål",
        people=tuple(people[person.id] for person in state.plan.people),
    )
    typed = [*surnames.values(), *(f"{name}s" for name in surnames.values()), REFERENCE, CPR, PHONE, MAIL, STREET]
    told = replace(
        state,
        plan=plan,
        parts=parts,
        people=people,
        capture=_told(state.capture, [*typed, PLACE] if protected else typed, chance),
        overridden=(("kode", f"{CANARY}grund"),),
        stop_reason=None if state.stop_reason is None else f"{CANARY}stop",
    )
    forbidden = (CANARY, REFERENCE, CPR, PHONE, MAIL, STREET, "4711", "4455", "8394", "72 83")
    return CanaryMeeting(told, now, forbidden, relations)


def _told(capture: Capture, typed: list[str], chance: random.Random) -> Capture:
    """What is written down, with a secret in everything, and protected words in what the room may see."""

    def line() -> str:
        return "Vi taler med " + " og ".join(chance.sample(typed, 3)) + "."

    return Capture(
        notes={key: replace(note, text=f"{CANARY}note") for key, note in capture.notes.items()},
        board=tuple(line() for _ in range(4)),
        private=(f"{CANARY}privat",),
        parked=(f"{CANARY}parkeret",),
        reservations=tuple((person, f"{CANARY}forbehold") for person, _ in capture.reservations),
        experience=(f"{CANARY}oplevelse",),
        agreements={
            number: replace(one, text=line(), sign=line(), result=f"{CANARY}resultat")
            for number, one in capture.agreements.items()
        },
        follow_up=capture.follow_up if chance.random() < 0.5 else FollowUpRecord(None, f"{CANARY}ingen"),
    )


def _called_and_initial(person: Person) -> tuple[str, str]:
    return person.called.casefold(), person.name.split()[-1][0]


def _word(number: int) -> str:
    """A number as two letters: names have no digits in them."""
    return chr(ord("a") + number // 20) + chr(ord("a") + number % 20)
