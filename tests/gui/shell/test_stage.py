"""The windows of a meeting that plays itself: they show each moment, leave pictures, and can be closed early."""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.shell.stage import LAPTOP, PROJECTOR, WindowStage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.files.files_out import FilesOut, PlaceRefused
from netmoede_desktop.services.room.audience import CurtainReason
from netmoede_desktop.services.scenarios.meeting_tables import MOST_OF
from tests.gui.meetings import histories
from tests.services.stories import FAMILY, fold, read, speak


@pytest.fixture
def unseen(qapp: QApplication, look: Look, t: Translator, qtbot: QtBot) -> Iterator[WindowStage]:
    """A stage that nobody watches."""
    stage = WindowStage(qapp, look, t, watched=False)
    yield stage
    stage.close()


def test_pictures_show_both_windows_as_the_meeting_stands(unseen: WindowStage, tmp_path: Path) -> None:
    seen = set()
    for number, history in enumerate(histories("demo")[:6]):
        unseen.show(history, history.state.plan.starts)
        names = unseen.pictures(f"{number:02d}", FilesOut().folder(tmp_path))
        assert names == (f"{number:02d}-moedeleder.png", f"{number:02d}-rummet.png")
        operator, room = (QImage(str(tmp_path / name)) for name in names)
        assert (operator.size().toTuple(), room.size().toTuple()) == (LAPTOP, PROJECTOR)
        seen.add((tmp_path / names[0]).read_bytes())
    assert len(seen) == 6


def test_a_picture_that_cannot_be_written_is_told(unseen: WindowStage, tmp_path: Path) -> None:
    history = histories("demo")[0]
    unseen.show(history, history.state.plan.starts)
    with pytest.raises(PlaceRefused, match="no_folder"):
        unseen.pictures("01", FilesOut().folder(tmp_path / "ingen"))


def test_in_a_pause_the_curtain_is_down_for_the_room(unseen: WindowStage) -> None:
    for history in histories("demo"):
        unseen.show(history, history.state.last_at or history.state.plan.starts)
        expected = None if history.state.pause is None else CurtainReason.PAUSE
        assert unseen.windows[1].curtain is expected


def test_the_most_people_that_a_scenario_may_have_are_shown(unseen: WindowStage, tmp_path: Path) -> None:
    more = range(MOST_OF["person"] - len(FAMILY))
    crowd = tuple({"id": f"p{n}", "name": f"Person {n} Holst", "role": "fagperson"} for n in more)
    steps, _ = fold(read(tmp_path, speak("ida"), people=(*FAMILY, *crowd)))
    for step in steps:
        unseen.show(step.history, step.history.state.plan.starts)
    assert len(unseen.pictures("01", FilesOut().folder(tmp_path))) == 2


def test_waiting_lets_the_windows_live_on_and_the_clock_go(unseen: WindowStage, qtbot: QtBot) -> None:
    unseen.stage(60.0)
    history = histories("demo")[2]
    at = history.state.last_at or history.state.plan.starts
    unseen.show(history, at)
    lived: list[str] = []
    QTimer.singleShot(0, lambda: lived.append("at once"))
    QTimer.singleShot(25, lambda: lived.append("before the end"))
    unseen.wait(0.05)
    assert lived == ["at once", "before the end"]
    port = unseen.meeting
    assert port is not None
    assert port.instant() - at > timedelta(seconds=1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix")
def test_a_signal_to_stop_is_told_between_two_steps_and_then_left_to_others(unseen: WindowStage) -> None:
    before = signal.getsignal(signal.SIGTERM)
    history = histories("demo")[2]
    unseen.stop_on_signals()
    unseen.show(history, history.state.plan.starts)
    QTimer.singleShot(10, lambda: os.kill(os.getpid(), signal.SIGTERM))
    with pytest.raises(SystemExit, match="143"):
        unseen.wait(30)
    unseen.close()
    assert signal.getsignal(signal.SIGTERM) == before


def test_closing_a_window_lets_the_rest_go_at_once(qapp: QApplication, look: Look, t: Translator, qtbot: QtBot) -> None:
    stage = WindowStage(qapp, look, t, watched=True)
    history = histories("demo")[2]
    stage.stage(1.0)
    stage.show(history, history.state.plan.starts)
    operator, room = stage.windows
    QTimer.singleShot(0, operator.close)
    waited: list[bool] = []
    QTimer.singleShot(30_000, lambda: waited.append(True))
    stage.wait(60)
    stage.wait(60)
    assert waited == []
    assert (operator.isHidden(), room.isHidden()) == (True, True)
    stage.show(histories("demo")[3], history.state.plan.starts)
    assert operator.isHidden()
    stage.close()
    with pytest.raises(RuntimeError):
        _ = stage.windows


def test_keys_do_nothing_to_a_meeting_that_plays_itself(unseen: WindowStage) -> None:
    history = histories("demo")[2]
    unseen.show(history, history.state.plan.starts)
    port = unseen.meeting
    assert port is not None
    before = port.view
    assert not port.undo()
    assert not port.save_private("x")
    assert port.view == before
