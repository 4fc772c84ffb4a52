"""Random meetings for the property tests: plans of 6–20 people, and commands that are often, not always, possible."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import Entry, History
from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.acts import Act, all_of, as_typed
from tests.domain.meeting.script import STARTS, method, plan

ROLES = [Role.CHILD, *[Role.PARENT] * 2, *[Role.PRIVATE] * 5, *[Role.PROFESSIONAL] * 4, *[Role.AUTHORITY] * 2]
ODD_ROLES = [Role.LEADER, Role.INTERPRETER, Role.SCRIBE, Role.ASSISTANT, Role.CHILD, Role.COORDINATOR]
Maker = Callable[[History], cmd.Command]

TEXTS = ("Jeg ønsker ro", " ", "لا أنام جيدا", "👍", "x" * 200, "to\nlinjer", "\u200b", "Det går godt")


def random_plan(chance: random.Random) -> MeetingPlan:
    """A plan of 6–20 people with every role, some of whom support each other, and a child with a place of its own."""
    size = chance.randint(6, 20)
    keys = [f"p{number:02}" for number in range(size)]
    people = [Person(keys[0], "Maja Lind", "Maja", Role.LEADER, seat=1)]
    for seat, key in enumerate(keys[1:], start=2):
        role = chance.choice(ROLES) if chance.random() < 0.8 else chance.choice(ODD_ROLES)
        supports = chance.choice(keys) if chance.random() < 0.2 else None
        place = random_place(chance, keys) if role is Role.CHILD else None
        people.append(Person(key, f"Navn {seat}", f"N{seat % 9}", role, seat=seat, supports=supports, place=place))
    carried = tuple(CarriedAgreement(number, f"Fra sidst {number}", chance.choice(keys)) for number in (1, 2))
    return plan(
        people,
        method=method(),
        minutes=chance.choice((45, 70, 100, 130)),
        over_reason="Mange skal høres",
        interpreter_language=chance.choice(("", "somali")),
        carried=carried if chance.random() < 0.5 else (),
        newcomers=chance.choice((None, tuple(keys[:2]))),
        by_seating=chance.random() < 0.2,
    )


def random_place(chance: random.Random, keys: list[str]) -> ChildPlace | None:
    kind = chance.choice(list(PlaceKind))
    person = chance.choice(keys) if kind in (PlaceKind.AFTER, PlaceKind.THROUGH) else None
    return chance.choice((None, ChildPlace(kind, person)))


class RandomMeeting:
    """A meeting in which anything may be pressed at any time; every act and how it went is kept."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.plan = random_plan(self.chance)
        self.now = STARTS
        self.journal: list[Entry] = []
        self.refused: set[str] = set()
        self._new = 0

    def press(self, history: History) -> History:
        """Let some time pass and do one act, or be refused and change nothing. Only `Refused` may come out of it."""
        self.now += timedelta(seconds=self.chance.choice((0, 0, 1, 7.25, 45, 90, 400)))
        act = Act(history, step=True)
        try:
            if self.chance.random() < 0.15:
                act.undo(self.now)
            elif history.undone and self.chance.random() < 0.5:
                act.redo(self.now)
            elif self.chance.random() < 0.2:
                act = self.typing(history)
            else:
                for _ in range(self.chance.choice((1, 1, 1, 2))):
                    act.do(self.command(act.history), self.now)
        except Refused as refusal:
            self.refused.add(refusal.code)
            return history
        self.journal += act.change().entries
        return act.history

    def typing(self, history: History) -> Act:
        """What is no step of its own: a note, words that were sent, and a gap that is noticed."""
        if self.chance.random() < 0.1:
            since = self.now - timedelta(seconds=self.chance.choice((0, 100, 900)))
            return all_of(history, (cmd.ReportGap(since),), self.now, step=False)
        if self.chance.random() < 0.2:
            text, reader = self.chance.choice(TEXTS), self.chance.choice((None, self.person(history)))
            return as_typed(history, cmd.KeepSentWords(self.person(history), text, reader), self.now)
        return as_typed(history, self.note(history), self.now)

    def note(self, history: History) -> cmd.WriteNote:
        mark, turn, again = (
            self.chance.choice((None, *Mark)),
            self.chance.choice((None, 0, 1)),
            self.chance.choice((0, 0, 1)),
        )
        added = self.chance.random() < 0.3
        text = self.chance.choice(TEXTS)
        return cmd.WriteNote(self.person(history), text, mark, turn=turn, again=again, added=added)

    def person(self, history: History) -> str:
        return self.chance.choice([*history.state.people, "ukendt"])

    def command(self, history: History) -> cmd.Command:
        if history.state.started is None and self.chance.random() < 0.7:
            absent = self.chance.sample(list(history.state.people)[1:], 2)
            return cmd.StartMeeting(((absent[0], Attendance.ABSENT), (absent[1], Attendance.SENT_WORDS)))
        makers = self.of_the_word() if self.chance.random() < 0.6 else self.of_the_rest()
        return self.chance.choice(makers)(history)

    def of_the_word(self) -> list[Maker]:
        chance, who = self.chance, self.person
        return [
            *[lambda h: cmd.GoOn(confirmed=chance.random() < 0.5)] * 6,
            *[lambda h: cmd.GiveWord(who(h))] * 4,
            lambda h: cmd.PassWord(who(h)),
            lambda h: cmd.DeferWord(who(h)),
            lambda h: cmd.ReadAloud(who(h), who(h)),
            lambda h: cmd.RestWord(),
            lambda h: cmd.ResumeWord(),
            *[lambda h: cmd.BackdateWord(chance.choice((0, 5, 40, 600, -1)))] * 2,
            *[lambda h: cmd.ItWas(who(h))] * 2,
            lambda h: cmd.BeginRemark(who(h)),
            lambda h: cmd.EndRemark(),
            lambda h: cmd.BeginInterpreting(),
            lambda h: cmd.EndInterpreting(),
            lambda h: cmd.LetRun(),
            lambda h: cmd.AddTime(),
            lambda h: cmd.ReorderRound(self.dragged(h)),
            lambda h: cmd.NextPart(confirmed=chance.random() < 0.3),
            lambda h: cmd.OpenNextRound() if chance.random() < 0.3 else cmd.GoOn(),
        ]

    def of_the_rest(self) -> list[Maker]:
        chance, who, text = self.chance, self.person, self.chance.choice(TEXTS)
        number = chance.randint(1, 4)
        return [
            lambda h: cmd.WriteBoard(text, chance.choice((None, 0, 1))),
            lambda h: cmd.ParkTopic(text),
            lambda h: cmd.Reserve(who(h), text),
            lambda h: cmd.TellExperience(text),
            lambda h: cmd.WriteAgreement(text, chance.choice((None, who(h))), date(2026, 12, 2), None, text, None),
            lambda h: cmd.WriteAgreement(text, who(h), number=number),
            lambda h: cmd.DropAgreement(number),
            lambda h: cmd.AnswerAgreement(number, chance.choice(list(Answer)), chance.choice((None, text))),
            lambda h: cmd.GiveStatus(number, chance.choice(("gjort", "stop")), chance.choice((None, text))),
            lambda h: cmd.RankAgreements((number, 1)),
            lambda h: cmd.SetFollowUp(datetime(2027, 1, chance.randint(1, 31), 16, 0)),  # noqa: DTZ001
            lambda h: cmd.DeclineFollowUp(text),
            lambda h: cmd.AddPerson(self.newcomer(h)),
            *[lambda h: cmd.Arrive(who(h))] * 2,
            *[lambda h: cmd.Leave(who(h))] * 2,
            lambda h: cmd.MoveSeats(tuple(chance.sample(list(h.state.people), len(h.state.people)))),
            lambda h: cmd.ChoosePlace(who(h), random_place(chance, list(h.state.people))),
            *[lambda h: cmd.KeepSentWords(who(h), chance.choice((None, "", text)), chance.choice((None, who(h))))] * 2,
            lambda h: cmd.ShortenTurns(),
            lambda h: cmd.DropPart(chance.choice(h.state.parts).id),
            lambda h: cmd.ExtendMeeting(chance.choice((0, 15))),
            lambda h: cmd.OverrideRule("regel", text),
            lambda h: cmd.BeginPause(chance.choice((0, 5, 10))),
            lambda h: cmd.TimeOut(),
            *[lambda h: cmd.EndPause()] * 2,
            lambda h: cmd.ReportGap(self.now - timedelta(seconds=chance.choice((-5, 0, 100, 900)))),
            lambda h: cmd.CountGap(),
            *[lambda h: cmd.GapAsPause()] * 2,
            *[lambda h: cmd.GoBackToGap()] * 2,
            lambda h: cmd.TakePrivate(str(h.last_act + 1)),
            lambda h: cmd.MovePrivate(chance.choice([*h.state.capture.private, "0"])),
            lambda h: cmd.FinishMeeting(chance.choice((None, text))) if chance.random() < 0.05 else cmd.GoOn(),
            lambda h: cmd.StopMeeting(text) if chance.random() < 0.05 else cmd.GoOn(),
        ]

    def newcomer(self, history: History) -> Person:
        self._new += 1
        role = self.chance.choice([*ROLES, *ODD_ROLES])
        return Person(f"ny{self._new}", f"Ny {self._new}", "Ny", role, seat=self.chance.randint(0, 30))

    def dragged(self, history: History) -> tuple[str, ...]:
        turns = history.state.rounds.get(history.state.part, ())
        people = list(dict.fromkeys(turn.person for turn in turns))
        return tuple(self.chance.sample(people, len(people)))
