"""A program that is asked to end keeps everything and ends, wherever it is; the next start opens the meeting again.

The real app in a program of its own, drawn unseen and on a display.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.services import meeting_journal
from netmoede_desktop.services.code_on_paper import put_on_paper
from netmoede_desktop.services.conducting import Conducting
from netmoede_desktop.services.meeting_list import list_meetings
from netmoede_desktop.services.planning import Series, prepare, save
from netmoede_desktop.services.scenario_file import read_scenario
from netmoede_desktop.services.viewing import meeting_view
from netmoede_desktop.storage.vault import Vault
from tests.journeys.programs import surrounded
from tests.services.stories import methods, toml
from tests.storage.vaults import PASSPHRASE, surroundings

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix")
on_a_display = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="NOT SHOWN on a display: no Xvfb is installed")

#: Where the program may be, and what leads there; each of them is answered with the words behind it.
_LED = ("go meeting", "there MeetingWindow")
_WRITTEN = (_LED, ("write midt i det", "written"))
WAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "lock screen": (),
    "overview": (("go overview", "there OfficeWindow"),),
    "preparation": (("go preparation", "there OfficeWindow"),),
    "roll call": (_LED,),
    "meeting": _WRITTEN,
    "put aside": (*_WRITTEN, ("aside", "there OfficeWindow")),
    "referat": (*_WRITTEN, ("stop", "there MinutesWindow")),
    "backup": (*_WRITTEN, ("backup", "backing-up")),
}
#: Where a note has been typed.
WRITTEN = ("meeting", "put aside", "referat", "backup")


class WallClock:
    """The clock of the machine, `ahead` of it."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A vault with one meeting of today that has not begun."""
    file = tmp_path / "møde.toml"
    file.write_text(toml(starts=datetime.now().replace(microsecond=0)), encoding="utf-8")  # noqa: DTZ005
    told = read_scenario(file, methods())
    with Vault.create(tmp_path / "profil", PASSPHRASE, surroundings(WallClock().now))[0] as vault:
        put_on_paper(vault)
        save(vault, told, prepare(told, methods()["din-1"], vault.new_id, Series()).plan, WallClock().now())
    return tmp_path / "profil"


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


@unix
@pytest.mark.parametrize(
    ("where", "drawn"),
    [
        *((where, "offscreen") for where in WAYS),
        *(pytest.param(where, "xcb", marks=on_a_display) for where in ("lock screen", "meeting", "put aside")),
    ],
)
def test_one_signal_ends_the_program_wherever_it_is_and_everything_is_kept(
    profile: Path, where: str, drawn: str
) -> None:
    with display(drawn) as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        if where != "lock screen":
            assert program.open() == "OfficeWindow"
            program.goes(WAYS[where])
        program.process.send_signal(signal.SIGTERM)
        assert program.ended() == (143, "")
    assert notes_of(profile) == (["midt i det"] if where in WRITTEN else [])


@unix
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGHUP", 129)])
def test_other_signals_end_it_too(profile: Path, name: str, code: int) -> None:
    with display("offscreen") as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        assert program.open() == "OfficeWindow"
        program.goes(WAYS["meeting"])
        program.process.send_signal(getattr(signal, name))
        assert program.ended() == (code, "")
    assert notes_of(profile) == ["midt i det"]


@pytest.mark.parametrize("where", ["lock screen", "meeting", "put aside"])
def test_a_program_that_is_asked_to_quit_ends_too(profile: Path, where: str) -> None:
    with display("offscreen") as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        if where != "lock screen":
            program.open()
            program.goes(WAYS[where])
        program.tell("quit")
        assert program.ended() == (0, "")
    assert notes_of(profile) == (["midt i det"] if where in WRITTEN else [])


def test_what_is_typed_is_kept_before_the_system_kills_it_at_the_end_of_the_session(profile: Path) -> None:
    with display("offscreen") as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        program.open()
        program.goes((*WAYS["meeting"], ("session_ends", "kept")))
        program.process.kill()
        program.process.wait()
    assert notes_of(profile) == ["midt i det"]


@unix
@pytest.mark.parametrize("where", ["meeting", "put aside"])
def test_the_next_start_opens_the_meeting_itself_and_asks_how_the_gap_counts(profile: Path, where: str) -> None:
    with display("offscreen") as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        program.open()
        program.goes(WAYS[where])
        program.process.send_signal(signal.SIGTERM)
        program.ended()
        assert Program(profile, around, stack).open() == "MeetingWindow"
    later = WallClock(ahead=timedelta(minutes=10))
    with Vault.open(profile, PASSPHRASE, surroundings(later.now)) as vault:
        conducting = Conducting(vault, list_meetings(vault)[0].id, later)
        assert meeting_view(conducting.history).gap is not None


def test_closing_the_overview_too_ends_the_program(profile: Path) -> None:
    with display("offscreen") as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        program.open()
        program.goes((("go meeting", "there MeetingWindow"), ("write midt i det", "written"), ("audience", "audience")))
        program.goes((("aside", "there OfficeWindow"),))
        program.tell("close")
        assert program.ended() == (0, "")
    assert notes_of(profile) == ["midt i det"]
    assert state_of(profile).running
