"""How the windows are wished to look: several wishes in a hurry are one, and whoever wished is gone by then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.shell.looks import Looks
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.services.settings.preferences import Preferences, ThemeChoice, read_preferences


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.close()


def test_of_several_wishes_the_last_is_kept_and_granted_once(tmp_path: Path, lane: Lane, qtbot: QtBot) -> None:
    looks, granted = Looks(tmp_path, lane, Preferences()), list[Preferences]()
    looks.granted.connect(granted.append)
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST_DARK):
        looks.request(Preferences(theme=theme))
    assert granted == [], "not while the wish is being made"
    qtbot.waitUntil(lambda: bool(granted))
    lane.finish()
    last = Preferences(theme=ThemeChoice.CONTRAST_DARK)
    assert (granted, looks.applied, read_preferences(tmp_path)) == ([last], last, last)


def test_a_wish_made_while_one_is_being_written_is_the_one_that_is_granted(
    tmp_path: Path, lane: Lane, qtbot: QtBot
) -> None:
    looks, granted = Looks(tmp_path, lane, Preferences()), list[Preferences]()
    looks.granted.connect(granted.append)
    looks.request(Preferences(scale=110))
    looks._resting.stop()
    looks._write()
    looks.request(Preferences(scale=125))
    lane.finish()
    assert granted == []
    qtbot.waitUntil(lambda: bool(granted))
    assert granted == [Preferences(scale=125)]


def test_steps_go_on_from_what_is_wished_for(tmp_path: Path, lane: Lane) -> None:
    looks = Looks(tmp_path, lane, Preferences())
    for step in (1, 1, -1):
        looks.step(step)
    assert looks.requested.scale == 110
    looks.step(1)
    looks.step(0)
    assert looks.requested.scale == 100


def test_a_wish_that_cannot_be_written_is_granted_all_the_same_and_told_of(
    tmp_path: Path, lane: Lane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("netmoede_desktop.gui.shell.looks.write_preferences", refuse)
    looks, told = Looks(tmp_path, lane, Preferences()), list[object]()
    looks.granted.connect(told.append)
    looks.write_failed.connect(told.append)
    looks.request(Preferences(scale=125))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] == Preferences(scale=125)
    assert isinstance(told[1], PermissionError)


def test_what_is_wished_for_when_the_app_is_closed_is_there_at_the_next_start(tmp_path: Path, lane: Lane) -> None:
    looks = Looks(tmp_path, lane, Preferences())
    looks.request(Preferences(scale=150))
    looks.stop()
    assert read_preferences(tmp_path) == Preferences(scale=150)
