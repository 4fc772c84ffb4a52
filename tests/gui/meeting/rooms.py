"""A meeting in memory behind the port of the windows: the real rules, no vault, a clock moved by hand, a full disk."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Self

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import History, begin
from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.people.people import Attendance, Person, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort, RefusalNotice
from netmoede_desktop.gui.meeting.reading.sheet import SheetPage
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.acts import Act, all_of, as_typed
from netmoede_desktop.services.meeting.view.values import AgreementView, NextKind
from netmoede_desktop.services.methods.method_files import load_methods
from tests.domain.meeting.script import FAMILY, STARTS

METHODS = load_methods(resource_folder() / "methods")

#: A name of forty letters.
LONG_NAME = "Anne-Margrethe Kirstine Lund-Frederiksen"
MORE = (
    Person("jonas", "Jonas Vang", "Jonas", Role.PRIVATE, "træner", seat=8),
    Person("birthe", "Birthe Dahl", "Birthe", Role.PROFESSIONAL, "psykolog, PPR", seat=9),
    Person("ali", "Ali Demir", "Ali", Role.PROFESSIONAL, "pædagog", seat=10),
)
TWENTY = (
    *FAMILY,
    *MORE,
    Person("lang", LONG_NAME, "Anne-Margrethe Kirstine", Role.PRIVATE, "mormor og plejemor gennem mange år", seat=11),
    *(
        Person(f"p{n}", f"Person {n} Holst", f"Person {n}", Role.PROFESSIONAL, f"fagperson {n}", seat=n)
        for n in range(12, 21)
    ),
)


class Room(MeetingPort):
    """The port to a meeting in memory. With `full` the disk takes nothing."""

    def __init__(self, people: tuple[Person, ...] = (*FAMILY, *MORE), method: str = "din-1", **more: Any) -> None:
        held = METHODS[method]
        minutes = more.pop("minutes", sum(part.minutes.target for part in held.parts))
        plan = MeetingPlan(held, "M-2026-014", "Mikkel", STARTS, minutes, people, **more)
        super().__init__(begin(plan), lambda: self.now)
        self.now = STARTS
        self.full = False
        self.acts: list[tuple[cmd.Command, ...]] = []
        self.heard: list[RefusalNotice] = []
        self.refused.connect(self.heard.append)

    @property
    def history(self) -> History:
        return self._history

    @history.setter
    def history(self, history: History) -> None:
        self._history = history

    def shows(self, page: Any) -> None:
        """Let a page or a panel show the meeting after each act, as the window does."""
        self.shown.connect(lambda shown: page.render(shown.view))

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return (self.now - STARTS).total_seconds()

    def do(self, *commands: cmd.Command) -> bool:
        step = not any(isinstance(command, cmd.StartMeeting) for command in commands)
        return self._tried(commands, lambda: all_of(self.history, commands, self.now, step=step))

    def type(self, typed: cmd.WriteNote | cmd.KeepSentWords) -> bool:
        return self._tried((typed,), lambda: as_typed(self.history, typed, self.now))

    def save_private(self, text: str) -> bool:
        def made() -> Act:
            act = Act(self.history)
            act.save_private(text, self.now)
            return act

        return self._tried((), made)

    def undo(self) -> bool:
        def made() -> Act:
            act = Act(self.history)
            act.undo(self.now)
            return act

        return self._tried((), made)

    def redo(self) -> bool:
        def made() -> Act:
            act = Act(self.history)
            act.redo(self.now)
            return act

        return self._tried((), made)

    @property
    def latest(self) -> cmd.Command:
        """The last command of the last act."""
        return self.acts[-1][-1]

    # -- telling the story

    def starts(self, *, absent: tuple[str, ...] = ()) -> Self:
        assert self.do(cmd.StartMeeting(tuple((who, Attendance.ABSENT) for who in absent)))
        return self

    def enters(self, part: str) -> Self:
        while self.history.state.part != part:
            assert self.do(cmd.NextPart(confirmed=True))
        return self

    def holds(self, until: str) -> Self:
        """Give everyone the word in every round before a part."""
        while self.view.part.id != until:
            while self.view.next.kind is NextKind.PERSON:
                assert self.do(cmd.GoOn())
            assert self.do(cmd.NextPart(confirmed=True))
        return self

    def agrees(self, *lines: tuple[str, str | None]) -> Self:
        for text, owner in lines:
            assert self.do(cmd.WriteAgreement(text, owner, start=STARTS.date() + timedelta(days=4)))
        return self

    def after(self, **by: float) -> Self:
        self.now += timedelta(**by)
        return self

    def agreement(self, number: int) -> AgreementView:
        return next(agreement for agreement in self.view.agreements if agreement.number == number)

    def _tried(self, commands: tuple[cmd.Command, ...], make: Callable[[], Act]) -> bool:
        try:
            act = make()
        except Refused as refusal:
            self.refused.emit(RefusalNotice(refusal.code, refusal.code))
            return False
        return self._kept(commands, act)

    def _kept(self, commands: tuple[cmd.Command, ...], act: Act) -> bool:
        if self.full:
            self.storage_failed.emit("Disken er fuld.")
            return False
        self.acts.append(commands)
        self._show(act.history)
        return True


def answers(page: SheetPage, key: Qt.Key) -> None:
    """A key that answers, and the moment in which no other follows it."""
    QTest.keyClick(page, key)
    page.answering.take()


def stops(page: QWidget) -> list[QWidget]:
    """Where Tab stops on a shown page, in its order, from the page's first."""
    found: list[QWidget] = []
    here = page.nextInFocusChain()
    while here is not None and here is not page:
        reached = page.isAncestorOf(here) and here.isVisible() and here.isEnabled()
        if reached and here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.width() > 0:
            found.append(here)
        here = here.nextInFocusChain()
    return found


def in_reading_order(page: QWidget, column: QWidget) -> bool:
    """Whether Tab goes through a column from the top down, and along each line from left to right."""
    places = [widget.mapTo(page, QPoint(0, 0)) for widget in stops(page) if column.isAncestorOf(widget)]
    lines = [(place.y() // 24, place.x()) for place in places]
    return len(lines) > 1 and all(a[0] < b[0] or (abs(a[0] - b[0]) <= 1 and a[1] < b[1]) for a, b in pairwise(lines))


def carried(*texts: tuple[str, str]) -> tuple[CarriedAgreement, ...]:
    """Agreements of last time, by text and owner."""
    return tuple(
        CarriedAgreement(number, text, owner, start=(STARTS - timedelta(days=60)).date())
        for number, (text, owner) in enumerate(texts, start=1)
    )


def moment(day: int, month: int, hour: int, year: int = 2026) -> datetime:
    """A local wall time."""
    return datetime(year, month, day, hour)  # noqa: DTZ001
