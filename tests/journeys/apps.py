"""The real app in a program of its own, told what to do; drawn unseen or on a display."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.storage.vault import Vault
from tests.journeys.programs import surrounded
from tests.services.preparation.waived import waive_all
from tests.services.stories import methods, toml
from tests.storage.vaults import PASSPHRASE, surroundings


class WallClock:
    """The clock of the machine, `ahead` of it."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


def made_profile(folder: Path) -> Path:
    """A vault with one meeting of today that has not begun."""
    file = folder / "møde.toml"
    file.write_text(toml(starts=datetime.now().replace(microsecond=0)), encoding="utf-8")  # noqa: DTZ005
    told = read_scenario(file, methods())
    with Vault.create(folder / "profil", PASSPHRASE, surroundings(WallClock().now))[0] as vault:
        confirm_code_on_paper(vault)
        now = WallClock().now()
        meeting = save(vault, told, prepare(told, methods()["din-1"], vault.new_id, Series()).plan, now)
        waive_all(vault, meeting, now)
    return folder / "profil"


@contextmanager
def display(kind: str) -> Iterator[dict[str, str]]:
    """What draws the windows: nothing, or a display of its own."""
    if kind == "offscreen":
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    server = ("Xvfb", "-displayfd", str(writing), "-noreset", "-nolisten", "tcp", "-screen", "0", "1366x768x24")
    with subprocess.Popen(server, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        os.close(writing)
        try:
            with os.fdopen(reading) as numbers:
                yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{numbers.readline().strip()}"}
        finally:
            running.terminate()


class Program:
    """The app, told what to do."""

    def __init__(self, profile: Path, drawn: dict[str, str], stack: ExitStack) -> None:
        command = [sys.executable, "-m", "tests.journeys.lock_player", "--profile", str(profile)]
        environment = surrounded({**drawn, "PYTHONPATH": str(Path.cwd())})
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
        )
        stack.enter_context(self.process)
        stack.callback(self.process.kill)
        assert self.hear() == "shown EntryWindow"

    def tell(self, words: str) -> None:
        assert self.process.stdin is not None
        print(words, file=self.process.stdin, flush=True)

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def open(self) -> str:
        """Type the passphrase; return the window behind it."""
        self.tell(f"type {PASSPHRASE}")
        assert self.hear() == "typed"
        self.tell("enter")
        return self.hear().removeprefix("open ")

    def goes(self, way: tuple[tuple[str, str], ...]) -> None:
        for told, answer in way:
            self.tell(told)
            assert self.hear() == answer

    def ended(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was said of errors."""
        _, told = self.process.communicate(timeout=60)
        return self.process.returncode, told


def state_of(profile: Path) -> MeetingState:
    """The meeting as the vault holds it; that it opens shows that the program has let go of it."""
    with Vault.open(profile, PASSPHRASE, surroundings(WallClock().now)) as vault:
        vault.check()
        return meeting_journal.load(vault, list_meetings(vault)[0].id).state


def notes_of(profile: Path) -> list[str]:
    return [note.text for note in state_of(profile).capture.notes.values()]
