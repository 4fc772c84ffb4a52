"""A program that is asked to end keeps everything and ends, wherever it is; the next start opens the meeting again.

The real app in a program of its own, drawn unseen and on a display.
"""

import shutil
import signal
import sys
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.storage.vault import Vault
from tests.journeys.apps import Program, WallClock, display, made_profile, notes_of, state_of
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


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A vault with one meeting of today that has not begun."""
    return made_profile(tmp_path)


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


def test_a_lock_while_the_meeting_is_put_aside_comes_back_to_the_overview(profile: Path) -> None:
    with display("offscreen") as around, ExitStack() as stack:
        program = Program(profile, around, stack)
        program.open()
        program.goes(WAYS["put aside"])
        program.tell("lock")
        assert program.hear() == "shown EntryWindow"
        assert program.open() == "OfficeWindow"
        program.goes((("go meeting", "there MeetingWindow"),))
