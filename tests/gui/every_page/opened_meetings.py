"""A meeting of twenty in memory and its window, opened for a picture of it; several have names of forty letters."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.meeting.window.messages.veil import Veil
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar
from netmoede_desktop.services.meeting.private_notes import PrivateLine
from tests.gui.every_page.staging import Sight, Stage, settle, take_away
from tests.gui.meeting.rooms import TWENTY, Room

_LONG = {
    "kirsten": ("Kirsten Margrethe Vestergaard-Christoffersen", "Kirsten Margrethe"),
    "ali": ("Muhammad Abdirahman Yusuf Warsame-Hassan", "Muhammad Abdirahman"),
    "p14": ("Christina Schjellerup-Brandenborg Nielsen", "Christina"),
}


def _seated(person: Person) -> Person:
    name, called = _LONG.get(person.id, (person.name, person.called))
    last = person is TWENTY[-1]
    return replace(
        person,
        name=name,
        called=called,
        through_interpreter=person.id == "ali",
        role=Role.INTERPRETER if last else person.role,
        relation="tolk" if last else person.relation,
    )


#: Twenty people, four of them with a name of forty letters, one who speaks through an interpreter, and the interpreter.
CROWD: tuple[Person, ...] = tuple(_seated(person) for person in TWENTY)


@dataclass(slots=True)
class Meeting:
    """A meeting in memory, and its window."""

    room: Room
    window: MeetingWindow

    def press(self, action: Action) -> "Meeting":
        """What a key of the meeting does."""
        self.window.press(action)
        settle()
        return self

    def types(self, text: str) -> "Meeting":
        """Write where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        return self

    def key(self, key: Qt.Key) -> "Meeting":
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        settle()
        return self

    def after(self, **by: float) -> "Meeting":
        """Let time pass, and the window see it."""
        self.room.after(**by)
        self.window.tick()
        return self


@dataclass(slots=True)
class _Private:
    """The private lines of a meeting in memory."""

    room: Room

    def lines(self) -> tuple[PrivateLine, ...]:
        told = "{n}. gang: spørg far igen i pausen, og hør, om farmor kan være med næste gang"
        notes = enumerate(self.room.history.state.capture.private, start=1)
        return tuple(PrivateLine(note, told.format(n=n)) for n, note in notes)


@contextmanager
def opened_meeting(stage: Stage, room: Room) -> Iterator[Meeting]:
    """The window over a meeting in memory, with the keyboard."""
    room.setParent(None)
    window = MeetingWindow(
        room,
        KeyMap(),
        stage.look,
        stage.t,
        private=_Private(room),
        acute_number="35 55 00 00",
        key_file="C:/Users/maja/Documents/Netværksmøde/keys.toml",
        monotonic=_Strides(),
    )
    try:
        stage.show(window)
        yield Meeting(room, window)
    finally:
        window.lift_veil()
        window.close_now()
        take_away(window)
        room.deleteLater()


@contextmanager
def opened_at(stage: Stage, room: Room, act: Callable[[Meeting], object]) -> Iterator[QWidget]:
    with opened_meeting(stage, room) as meeting:
        seen = act(meeting)
        settle()
        yield seen if isinstance(seen, Veil | QuestionBar) else meeting.window


@dataclass(frozen=True, slots=True)
class MeetingSight(Sight):
    """A sight of a meeting: the meeting it is of, and what is done in its window."""

    make: Callable[[], Room]
    act: Callable[[Meeting], object]


class _Strides:
    """A clock that goes forward by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


def sight(name: str, make: Callable[[], Room], act: Callable[[Meeting], object]) -> MeetingSight:
    def opened(stage: Stage) -> AbstractContextManager[QWidget]:
        return opened_at(stage, make(), act)

    return MeetingSight(f"meeting, {name}", opened, make, act)
