"""What the tests of the command line share."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, cheap_keys
from tests.services.stories import speak, step


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in an empty folder, which is also the current one."""
    cheap_keys(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path)


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a profile and the papers of a finished meeting in it, and the meeting's id; made once."""
    folder = tmp_path_factory.mktemp("holdt")
    with pytest.MonkeyPatch.context() as patch:
        cheap_keys(patch)
        next_time = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a wall time
        played = Terminal(folder).play(speak("ida", 30, note="Hej"), next_time, step("finish"))
    return folder, str(played["meeting"])


@pytest.fixture
def meeting(terminal: Terminal, held: tuple[Path, str]) -> str:
    """The id of a finished meeting in the terminal's profile."""
    folder, meeting = held
    shutil.copytree(folder, terminal.folder, dirs_exist_ok=True)
    terminal.now += timedelta(hours=3)
    return meeting
