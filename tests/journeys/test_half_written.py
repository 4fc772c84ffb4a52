"""A program killed half a second after the last key: every line that was being written stands in its field again."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.meeting.bridge.line_keeping import text_in
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingBridge
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.storage.vault import Vault
from tests.faults.canaries import found_in
from tests.gui.conftest import dressed
from tests.gui.meeting.window.keyboard.writing_places import PLACES, Place
from tests.gui.meeting.window.led_windows import window_over
from tests.gui.meetings import LedMeeting, MeetingClock
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings


@dataclass(frozen=True)
class Killed:
    """What the program left: its vault, opened again, and what stood in each field, with its meeting and moment."""

    folder: Path
    vault: Vault
    clock: HandClock
    written: dict[str, tuple[str, str, str]]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    """Let the program write everywhere, and kill it."""
    folder = tmp_path_factory.mktemp("skriver")
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.writer", str(folder)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        child.kill()
    verb, _, told = line.partition(" ")
    assert verb == "written"
    clock = HandClock()
    with Vault.open(folder / "profil", PASSPHRASE, surroundings(clock)) as vault:
        yield Killed(folder, vault, clock, json.loads(told))


def test_none_of_it_lies_in_the_clear(killed: Killed) -> None:
    texts = tuple({text for _, text, _ in killed.written.values() if len(text) > 4})
    assert len(texts) > 3 and found_in(killed.folder / "profil", texts) == {}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_line_stands_in_its_field_again(place: Place, killed: Killed, qapp: QApplication, qtbot: QtBot) -> None:
    meeting, text, at = killed.written[place.name]
    killed.clock.now = datetime.fromisoformat(at)
    t = load("da")
    bridge = MeetingBridge(Conducting(killed.vault, meeting, MeetingClock(killed.clock)), t)
    led = LedMeeting(killed.vault, meeting, {}, killed.clock, bridge)
    with window_over(led, dressed(qapp), t, qtbot) as again:

        def shown() -> list[str]:
            lines, texts = again.window.findChildren(QLineEdit), again.window.findChildren(QPlainTextEdit)
            return [text_in(one) for one in lines if one.isVisible()] + [
                text_in(one) for one in texts if one.isVisible()
            ]

        qtbot.waitUntil(lambda: text in shown())
        if place.keyboard:
            focused = QApplication.focusWidget()
            assert isinstance(focused, QLineEdit | QPlainTextEdit) and text_in(focused) == text
