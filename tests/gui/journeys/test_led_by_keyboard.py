"""A meeting of twelve led from the keyboard alone at 1366×768, beside what the room sees; and again with things gone
wrong: the projector pulled out, a crash in the middle, everything twice as large."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.meeting.bridge.gap_watch import GapWatch
from netmoede_desktop.gui.room.screens import ScreenInfo
from netmoede_desktop.gui.shell.led_meeting import LedMeeting, MeetingSurroundings
from netmoede_desktop.gui.system.awake import Awake
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage
from netmoede_desktop.services.room.audience import CurtainReason
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.vault import Vault
from tests.gui.activation import bring_to_front
from tests.gui.conftest import dressed
from tests.gui.desks import OpenOffice
from tests.gui.journeys.leading import LINES, Leader
from tests.gui.listening import listen
from tests.gui.meetings import MeetingClock
from tests.gui.minutes.opened_minutes import Answers, minutes_of, text_of
from tests.gui.room.fake_screens import FakeScreens
from tests.services.stories import Step, methods, toml
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings

LAPTOP = ScreenInfo("laptop", 0, 0, 1366, 768)
PROJECTOR = ScreenInfo("projector", 1366, 0, 1920, 1080)
TWELVE = Path(__file__).with_name("tolv.toml")
#: A small meeting of those who are named in the agreements.
FIVE: tuple[Step, ...] = (
    {"id": "alma", "name": "Alma Fjordbak", "role": "barn"},
    {"id": "mor", "name": "Trine Fjordbak", "role": "forælder", "relation": "mor"},
    {"id": "mormor", "name": "Inger Fjordbak", "role": "privat", "relation": "mormor"},
    {"id": "psykolog", "name": "Vibeke Tangaa", "role": "fagperson", "relation": "psykolog"},
    {"id": "sag", "name": "Søren Klint", "role": "myndighed", "relation": "sagsbehandler"},
    {"id": "leder", "name": "Maja Birkelund", "role": "mødeleder"},
)


class NoWay:
    """A system that is never asked to stay awake."""

    def begin(self, reason: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


@dataclass
class Hand:
    """The clock that only goes forward, for presses."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Room:
    """A meeting of twelve with its windows, and the one who leads it."""

    leader: Leader
    led: LedMeeting
    screens: FakeScreens
    clock: HandClock
    context: PageContext
    meeting: str


@contextmanager
def room(folder: Path, look: Look, t: Translator, qtbot: QtBot, scenario: Path = TWELVE) -> Iterator[Room]:
    """The meeting before it begins; the room's window can be opened on a projector."""
    clock = HandClock()
    vault, _ = Vault.create(folder / "profil", PASSPHRASE, surroundings(clock))
    told = read_scenario(scenario, methods())
    ready = prepare(told, methods()[told.meeting.method], vault.new_id, Series())
    clock.now = ready.plan.starts
    meeting = save(vault, told, ready.plan, clock())
    lane = Lane()
    context = PageContext(folder, vault, methods(), MeetingClock(clock), lane, look, t)
    try:
        with opened(context, meeting, clock, qtbot) as made:
            yield made
    finally:
        lane.close()
        vault.close()


@contextmanager
def opened(context: PageContext, meeting: str, clock: HandClock, qtbot: QtBot) -> Iterator[Room]:
    """The windows of a meeting in the vault, wherever it is."""
    hand = Hand()
    stand_in = QWidget()
    screens = FakeScreens(LAPTOP, PROJECTOR, operator=stand_in)
    around = MeetingSurroundings(
        keys=KeyMap(),
        key_file="",
        screens=screens,
        awake=Awake(NoWay()),
        gaps=GapWatch(MeetingClock(clock)),
        acute_number="",
        audience_screen="",
        sound=False,
        monotonic=hand,
    )
    led = LedMeeting(context, meeting, around)
    screens.on = {led.window: LAPTOP.name}

    def pass_time(seconds: float) -> None:
        hand.now += seconds
        clock.forward(seconds=seconds)

    led.begin()
    led.window.resize(1366, 768)
    bring_to_front(led.window, qtbot)
    try:
        yield Room(Leader(led, pass_time), led, screens, clock, context, meeting)
    finally:
        led.end()
        QApplication.processEvents()


def check_end(one: Room) -> None:
    """It ended as it should: everyone was offered the word, three agreements, a next meeting, nothing overridden."""
    view = one.led.view
    assert view.stage is MeetingStage.ENDED
    assert [agreement.text for agreement in view.agreements] == [
        "Inger henter Alma om onsdagen",
        "Søren undersøger støtte i skolen",
        "Trine ringer til Vibeke",
    ]
    assert len(view.agreements) == len(LINES)
    assert view.follow_up is not None
    assert view.experience
    notes = {note.text for note in view.notes}
    assert {"ord fra Alma", "ord fra Hanne S.", "ord fra Hanne L."} <= notes


def test_twelve_people_and_a_keyboard(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> None:
    """One press for each turn, and the keyboard is in the note of whoever speaks."""
    with room(tmp_path, look, t, qtbot) as one:
        one.leader.press(Action.AUDIENCE)
        assert one.led.projector.state.full_screen
        one.leader.to_the_end()
        check_end(one)
        turns, presses = one.leader.turns, one.leader.presses
        print(f"\n{turns} turns, {sum(presses.values())} presses besides letters: {dict(presses)}")
        assert one.leader.go_presses == turns >= 60
        assert presses[Action.NOTE.value] <= 8


@pytest.mark.smoke
def test_a_meeting_is_led_from_its_start_to_its_paper(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> None:
    """All of it in one go: what was typed in the window of the meeting stands in the PDF that is saved afterwards."""
    paper, scenario, inside = tmp_path / "referat.pdf", tmp_path / "fem.toml", tmp_path / "app"
    scenario.write_text(toml(people=FIVE), encoding="utf-8")
    inside.mkdir()
    with room(inside, look, t, qtbot, scenario) as one:
        one.leader.to_the_end()
        assert (one.led.view.stage, len(one.led.view.agreements)) == (MeetingStage.ENDED, len(LINES))
        answers = Answers(tmp_path, file=paper)
        with minutes_of(OpenOffice(one.context, one.clock), one.meeting, {}, answers, qtbot) as desktop:
            desktop.approve()
            desktop.page.go_to("way:files")
            desktop.press("Gem Referat")
            desktop.settle()
    said = text_of(paper.read_bytes())
    for words in ("ord fra Alma", "Inger henter Alma om onsdagen", "19. januar 2027", "version 1 · "):
        assert words in said


def test_the_same_twice_as_large(tmp_path: Path, qapp: QApplication, fonts: None, t: Translator, qtbot: QtBot) -> None:
    with room(tmp_path, dressed(qapp, scale=2.0), t, qtbot) as one:
        one.leader.to_the_end()
        check_end(one)
        assert one.led.window.width() <= LAPTOP.width
        assert one.led.window.height() <= LAPTOP.height


def test_the_projector_is_pulled_out_and_plugged_in_again(
    tmp_path: Path, look: Look, t: Translator, qtbot: QtBot
) -> None:
    """The meeting is not disturbed; the room's window is never left on the mødeleder's screen."""
    with room(tmp_path, look, t, qtbot) as one:
        projector = one.led.projector
        one.leader.press(Action.AUDIENCE)
        one.leader.until("d4")
        speaker = one.led.view.speaker
        one.screens.become(LAPTOP)
        assert projector.curtain is CurtainReason.SCREEN_LOST
        assert not projector.state.shown
        assert one.led.view.speaker == speaker
        one.leader.until("d5")
        one.screens.become(LAPTOP, PROJECTOR)
        assert projector.curtain is CurtainReason.SCREEN_LOST
        assert projector.state.screen_name == "projector"
        one.leader.press(Action.CURTAIN)
        assert projector.curtain is None
        one.leader.to_the_end()
        check_end(one)


def test_what_the_room_sees_is_heard_when_it_is_changed_by_hand_or_lost(
    tmp_path: Path, look: Look, t: Translator, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pause, which is heard itself, lets the curtain down without another word."""
    with room(tmp_path, look, t, qtbot) as one:
        heard = listen(monkeypatch)
        one.leader.press(Action.AUDIENCE)
        one.leader.press(Action.CURTAIN)
        one.leader.press(Action.CURTAIN)
        assert heard.take() == [
            "Det, rummet ser: På skærmen projector.",
            "Det, rummet ser: Du har sænket gardinet.",
            "Det, rummet ser: På skærmen projector.",
        ]
        one.leader.until("d4")
        heard.take()
        one.leader.press(Action.TIME_OUT)
        assert heard.take() == ["Time-out. Uret står stille."]
        one.leader.press(Action.PAUSE)
        heard.take()
        one.screens.become(LAPTOP)
        assert len(heard.take()) == 1


def test_a_crash_in_the_middle_of_a_turn(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> None:
    """The files as they were at that moment, opened by a program that knows nothing: the same speaker, the same words,
    and a question about the minutes nobody knows of."""
    left = tmp_path / "som-det-lå"
    with room(tmp_path, look, t, qtbot) as one:
        one.leader.until("d5")
        before = one.led.view
        shutil.copytree(tmp_path / "profil", left)
        clock, meeting = one.clock, one.meeting
    clock.forward(minutes=7)
    lane = Lane()
    with Vault.open(left, PASSPHRASE, surroundings(clock)) as vault:
        context = PageContext(left, vault, methods(), MeetingClock(clock), lane, look, t)
        with opened(context, meeting, clock, qtbot) as again:
            view = again.led.view
            assert view.speaker == before.speaker
            assert [note.text for note in view.notes][:-1] == [note.text for note in before.notes][:-1]
            assert view.gap is not None
            assert view.gap.name == before.speaker.name if before.speaker else False
            again.leader.walk_to("Regn som pause")
            again.leader.key(Qt.Key.Key_Return)
            assert again.led.view.gap is None
            again.leader.to_the_end()
            check_end(again)
    lane.close()
