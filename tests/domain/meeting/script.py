"""A meeting told as a script: what the clock says, what happens, who speaks, what remains.

`Told(plan()).starts().at("16:06").gives("lone").after(85).expects(speaking="lone", left=35)` reads as it is played.
Every act goes through `decided`, the journal and its codec, so that the meeting told is the one the app would hold.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, Self

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.clock import Timer
from netmoede_desktop.domain.meeting.decide.dispatch import decided
from netmoede_desktop.domain.meeting.history import Entry, History, advance, begin, redo, replay, undo
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.state import MeetingState, Turn
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import (
    FollowUpRule,
    GroupCode,
    LeaderRule,
    Limits,
    Method,
    OrderGroup,
    Part,
    PartKind,
    PartTask,
    Phase,
    Span,
)
from netmoede_desktop.domain.people.people import Attendance, Person, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.storage.journal.event_codec import decode_event, encode_event

STARTS = datetime(2026, 11, 23, 16, 0, tzinfo=timezone(timedelta(hours=1)))

FAMILY = (
    Person("mikkel", "Mikkel Holm", "Mikkel", Role.CHILD, "barnet", seat=1),
    Person("lone", "Lone Holm", "Lone", Role.PARENT, "mor", seat=2),
    Person("peter", "Peter Holm", "Peter", Role.PARENT, "far", seat=3),
    Person("kirsten", "Kirsten Holm", "Kirsten", Role.PRIVATE, "farmor", seat=4),
    Person("hanne", "Hanne Bak", "Hanne", Role.PROFESSIONAL, "klasselærer", seat=5),
    Person("soeren", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler", seat=6),
    Person("maja", "Maja Lind", "Maja", Role.LEADER, "mødeleder", seat=7),
)


def groups(words: str) -> tuple[OrderGroup, ...]:
    """The groups of an order as the method file writes them: `groups("BARN*, FOR, (PRIV)")`."""
    bare = [word.strip() for word in words.split(",") if word.strip()]
    return tuple(
        OrderGroup(GroupCode(word.strip("()*")), chooses_place="*" in word, if_present=word.startswith("("))
        for word in bare
    )


def part(
    part_id: str,
    kind: PartKind,
    minutes: tuple[int, int, int],
    order: str = "",
    **more: Any,
) -> Part:
    """A part of the agenda in one phase."""
    return Part(part_id, part_id.capitalize(), kind, "midt", Span(*minutes), order=groups(order), **more)


OPENING = "BARN*, FOR, PRIV, FAG, MYN"
CLOSING = "PRIV, FAG, MYN, FOR, BARN*"

PARTS = (
    part("velkomst", PartKind.INFO, (4, 6, 10)),
    part("åbning", PartKind.ROUND, (8, 12, 20), OPENING),
    part("forældre", PartKind.ROUND, (2, 4, 6), "FOR"),
    part("tavlen", PartKind.INFO, (2, 4, 6)),
    part("hvil", PartKind.BREAK, (6, 10, 14)),
    part("veje", PartKind.ROUND, (8, 10, 14), CLOSING, optional=True),
    part("aftaler", PartKind.AGREEMENTS, (12, 14, 20), task=PartTask.AGREEMENTS, protected=True),
    part("frit", PartKind.OPEN, (0, 2, 6), optional=True),
    part("slutrunde", PartKind.ROUND, (6, 8, 10), CLOSING),
)


def method(parts: Sequence[Part] = PARTS, **more: Any) -> Method:
    """A small method of 70 minutes with every kind of part the engine treats differently."""
    told: dict[str, Any] = {
        "id": "prøve",
        "version": 1,
        "name": "Prøvemetode",
        "short_name": "Prøve",
        "phases": (Phase("midt", "Midte", "Her er vi"),),
        "parts": tuple(parts),
        "limits": Limits(120, 180),
        "interpreter_factor": 1.5,
        "leader": LeaderRule.NEUTRAL,
        "follow_up": FollowUpRule(required=True, earliest_days=56, latest_days=77),
        "statuses": ("gjort", "i gang", "ikke nået", "ændret", "ikke aktuel"),
    }
    return Method(**(told | more))


def plan(
    people: Iterable[Person] = FAMILY, parts: Sequence[Part] = PARTS, minutes: int | None = None, **more: Any
) -> MeetingPlan:
    """A prepared meeting; without `minutes` as long as the parts aim at."""
    held = more.pop("method", None) or method(parts)
    total = sum(each.minutes.target for each in held.parts) if minutes is None else minutes
    return MeetingPlan(held, "M-2026-014", "Mikkel", STARTS, total, tuple(people), **more)


class Told:
    """One meeting, played act by act with a clock that only moves when it is told to."""

    def __init__(self, meeting: MeetingPlan | None = None) -> None:
        self.plan = meeting or plan()
        self.history = begin(self.plan)
        self.now = STARTS
        self.journal: list[Entry] = []

    @property
    def state(self) -> MeetingState:
        return self.history.state

    # -- the clock

    def at(self, clock: str) -> Self:
        """The clock says `16:06` or `16:06:30`, on the day of the meeting."""
        hour, minute, *second = (int(word) for word in clock.split(":"))
        then = STARTS.replace(hour=hour, minute=minute, second=second[0] if second else 0)
        assert then >= self.now, f"{clock} is before {self.now:%H:%M:%S}"
        self.now = then
        return self

    def after(self, seconds: float) -> Self:
        self.now += timedelta(seconds=seconds)
        return self

    # -- what happens

    def does(self, *commands: cmd.Command, step: bool = True) -> Self:
        """The commands as one act; with `step=False` as typing."""
        history, entries = self.history, []
        act = history.last_act + 1 if step else None
        for command in commands:
            for event in decided(history.state, command, self.now).events:
                entries.append(Entry(history.events + 1, act, event))
                history = advance(history, entries[-1])
        self.journal += entries
        self.history = history
        return self

    def refuses(self, code: str, *commands: cmd.Command) -> Self:
        """The rules say no to the last of the commands, with this code, and nothing has changed."""
        before = self.history
        try:
            self.does(*commands)
        except Refused as refusal:
            assert refusal.code == code, f"refused with {refusal.code}, not {code}"
        else:
            raise AssertionError(f"{commands} was not refused")
        assert self.history == before
        return self

    def undoes(self, acts: int = 1) -> Self:
        for _ in range(acts):
            entry = Entry(self.history.events + 1, None, undo(self.history, self.now))
            self.journal.append(entry)
            self.history = advance(self.history, entry)
        return self

    def redoes(self, acts: int = 1) -> Self:
        for _ in range(acts):
            entry = Entry(self.history.events + 1, None, redo(self.history, self.now))
            self.journal.append(entry)
            self.history = advance(self.history, entry)
        return self

    def starts(self, *, absent: Sequence[str] = (), sent_words: Sequence[str] = ()) -> Self:
        said = [(who, Attendance.ABSENT) for who in absent] + [(who, Attendance.SENT_WORDS) for who in sent_words]
        return self.does(cmd.StartMeeting(tuple(said)), step=False)

    def enters(self, part_id: str) -> Self:
        """On to a later part, whoever is waiting."""
        while self.state.part != part_id:
            self.does(cmd.NextPart(confirmed=True))
        return self

    def goes_on(self, *, twice: bool = False) -> Self:
        return self.does(cmd.GoOn(confirmed=twice))

    def gives(self, *people: str, each: float = 0) -> Self:
        """The word to each of the people in turn, for so many seconds."""
        for person in people:
            self.does(cmd.GiveWord(person)).after(each)
        return self

    def passes(self, person: str) -> Self:
        return self.does(cmd.PassWord(person))

    def defers(self, person: str) -> Self:
        return self.does(cmd.DeferWord(person))

    def notes(self, person: str, text: str, **more: Any) -> Self:
        """Typing in a person's note: no step of its own."""
        return self.does(cmd.WriteNote(person, text, **more), step=False)

    def agrees(self, text: str, owner: str | None = None, **more: Any) -> Self:
        return self.does(cmd.WriteAgreement(text, owner, **more))

    # -- what is expected

    def turns(self, part_id: str | None = None) -> list[tuple[str, str]]:
        """Who has a turn in a part, and in which state, in order."""
        return [(turn.person, turn.state.value) for turn in self.state.rounds[part_id or self.state.part]]

    def turn(self, person: str, number: int = 0, part_id: str | None = None) -> Turn:
        """A person's how-manieth turn in a part."""
        own = [turn for turn in self.state.rounds[part_id or self.state.part] if turn.person == person]
        return own[number]

    def spoken(self, person: str, number: int = 0, part_id: str | None = None) -> float:
        """The seconds of a person's own words in a turn."""
        return self.turn(person, number, part_id).own.elapsed(self.now).total_seconds()

    def expects(self, **facts: object) -> Self:
        """What holds now; see `_fact` for the words."""
        for word, expected in facts.items():
            found = self._fact(word)
            found = round(found, 6) if isinstance(found, float) else found
            assert found == expected, f"{word}: {found!r}, not {expected!r}, at {self.now:%H:%M:%S}"
        return self

    def _fact(self, word: str) -> object:
        state, speaking = self.state, self.state.speaking()
        match word:
            case "speaking":
                silent = state.floor is None or state.floor.rests or state.pause is not None
                return None if speaking is None or silent else speaking.person
            case "left":
                assert speaking is not None
                return queries.turn_left(speaking, self.now)
            case "spoken":
                assert speaking is not None
                return speaking.own.elapsed(self.now).total_seconds()
            case "next":
                ref = queries.next_turn(state)
                return None if ref is None else state.turn(ref).person
            case "waiting":
                return queries.waiting(state)
            case "order":
                return tuple(turn.person for turn in state.rounds.get(state.part, ()))
            case "part":
                return state.part
            case "part_used":
                return state.part_time.get(state.part, Timer()).elapsed(self.now).total_seconds()
            case "silent":
                return queries.silent_for(state, self.now)
            case "ends":
                return f"{queries.expected_end(state, self.now):%H:%M:%S}"
            case _:
                raise KeyError(word)


def state_of(told: Told, person: str, number: int = 0) -> TurnState:
    """The state of a person's turn in the current part."""
    return told.turn(person, number).state


def kept_and_read(entries: Iterable[Entry]) -> list[Entry]:
    """The entries after a trip through the journal's JSON."""
    read = []
    for entry in entries:
        name, payload = encode_event(entry.event)
        read.append(Entry(entry.seq, entry.act, decode_event(name, entry.event.at, json.loads(json.dumps(payload)))))
    return read


def replayed(told: Told) -> History:
    """The meeting as it comes back from its journal."""
    return replay(told.plan, kept_and_read(told.journal))
