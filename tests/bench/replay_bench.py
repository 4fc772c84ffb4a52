"""How long a meeting of three hours takes to come back from its journal, and whether twice as long takes twice as long.

A meeting of twenty people is led through its rounds, with what they say typed as it is said; most events are notes.
What is timed is what opening does after the database has answered: JSON to events, events to the meeting. Run by
`dev.py bench`. The control folds ten times as many events: the time per event must not change by more than 30 %.
"""

import random
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import Entry, History, begin, replay
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.acts import Act
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.storage.journal.event_codec import decode_event, encode_event
from netmoede_desktop.storage.tables.columns import instant_of, instant_text, json_of, json_text

EVENTS = 2_000
MANY_TIMES = 10
MOST_MILLISECONDS = 50.0
MOST_DIFFERENCE = 0.30
RUNS = 9
STARTS = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
_WORDS = ("Mikkel", "kan", "godt", "lide", "at", "lave", "mad", "hos", "sin", "farmor", "om", "lørdagen", "når", "der")

Line = tuple[int, int | None, str, str, str]


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    plan = plan_of_twenty()
    short, long = journal(plan, EVENTS), journal(plan, EVENTS * MANY_TIMES)
    times_short, times_long = [], []
    for _ in range(RUNS):
        times_short.append(timed(plan, short))
        times_long.append(timed(plan, long))
    milliseconds = statistics.median(times_short) * 1000
    ratio = statistics.median(times_long) / statistics.median(times_short) / MANY_TIMES
    notes = sum(name == "NoteWritten" for _, _, name, _, _ in short)
    print(f"{EVENTS} events ({notes} of them notes), {len(plan.people)} people, medians of {RUNS} runs:")
    print(f"  replay of {EVENTS}: {milliseconds:.1f} ms (at most {MOST_MILLISECONDS:.0f})")
    print(f"  replay of {EVENTS * MANY_TIMES}: {statistics.median(times_long) * 1000:.0f} ms")
    within = f"{1 - MOST_DIFFERENCE:.1f} and {1 + MOST_DIFFERENCE:.1f}"
    print(f"  time per event, long against short: {ratio:.2f} (within {within})")
    return 0 if milliseconds <= MOST_MILLISECONDS and abs(ratio - 1) <= MOST_DIFFERENCE else 1


def plan_of_twenty() -> MeetingPlan:
    """Three hours by din-1 with twenty people, a leader among them."""
    roles = [Role.LEADER, Role.CHILD, *[Role.PARENT] * 2, *[Role.PRIVATE] * 7, *[Role.PROFESSIONAL] * 7]
    roles += [Role.AUTHORITY] * (20 - len(roles))
    people = tuple(
        Person(f"{seat:032x}", f"Person {seat} Prøve", f"Person {seat}", role, seat=seat)
        for seat, role in enumerate(roles, start=1)
    )
    method = load_methods(resource_folder() / "methods")["din-1"]
    return MeetingPlan(method, "M-2026-014", "Mikkel", STARTS, 180, people)


def timed(plan: MeetingPlan, lines: Sequence[Line]) -> float:
    """Seconds from the journal's rows to the meeting as it stands."""
    begun = time.perf_counter()
    history = replay(
        plan,
        (
            Entry(seq, act, decode_event(name, instant_of(at), json_of(payload)))
            for seq, act, name, at, payload in lines
        ),
    )
    taken = time.perf_counter() - begun
    assert history.events == len(lines)
    return taken


class _Pen:
    """Leads the meeting and keeps the journal."""

    def __init__(self, plan: MeetingPlan, events: int) -> None:
        self.history: History = begin(plan)
        self.lines: list[Line] = []
        self.now = STARTS
        self.step = timedelta(hours=3) / events

    def write(self, *commands: cmd.Command, step: bool = True) -> None:
        act = Act(self.history, step=step)
        for command in commands:
            act.do(command, self.now)
        for entry in act.change().entries:
            name, payload = encode_event(entry.event)
            self.lines.append((entry.seq, entry.act, name, instant_text(entry.event.at), json_text(payload)))
        self.history = act.history
        self.now += self.step


def journal(plan: MeetingPlan, events: int) -> list[Line]:
    """The rows of a meeting with so many events: rounds gone through, notes typed a few words at a time."""
    chance, pen = random.Random(20), _Pen(plan, events)
    rounds = sum(part.has_turns for part in plan.method.parts)
    typed = max(1, round(events / (rounds * (len(plan.people) - 1)) - 2.4))
    pen.write(cmd.StartMeeting(), step=False)
    for part in plan.method.parts:
        while pen.history.state.part != part.id:
            pen.write(cmd.NextPart(confirmed=True))
        for turn in pen.history.state.rounds.get(part.id, ()):
            pen.write(cmd.GoOn())
            for words in range(1, typed + 1):
                said = " ".join(chance.choices(_WORDS, k=min(words * 3, 40)))
                pen.write(cmd.WriteNote(turn.person, said, chance.choice((None, *Mark))), step=False)
    owner = plan.people[2].id
    for number in range(1, 9):
        pen.write(cmd.WriteAgreement(f"Aftale {number}", owner, STARTS.date(), None, "Det kan ses"))
        pen.write(cmd.AnswerAgreement(number, Answer.YES))
    while len(pen.lines) < events:
        pen.write(cmd.WriteNote(owner, " ".join(chance.choices(_WORDS, k=20))), step=False)
    return pen.lines[:events]


if __name__ == "__main__":
    sys.exit(main())
