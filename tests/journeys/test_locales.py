"""The short journeys under other locales: the app is opened, a meeting is led and its referat shown; a scenario plays.

Where the capital of i is another letter the C library is asked for nothing that depends on it.
"""

import json
import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.apps import Program, display, made_profile, notes_of
from tests.journeys.programs import netmoede
from tests.services.stories import speak, step, toml

LOCALES = ("tr_TR.UTF-8", "az_AZ.UTF-8", "da_DK.UTF-8", "C")
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the names of locales are those of Linux")

#: What the C library makes of an i; where the capital is no single byte it is left as it is.
CAPITAL = """
import ctypes, locale
locale.setlocale(locale.LC_ALL, "")
print(chr(ctypes.CDLL(None).toupper(ord("i"))))
"""


@pytest.fixture(params=LOCALES)
def around(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a locale, made for the test where the machine has not got it."""
    name: str = request.param
    if name == "C" or _answers({"LC_ALL": name}):
        return {"LC_ALL": name, "LANG": name}
    made = {"LC_ALL": name, "LANG": name, "LOCPATH": str(tmp_path / "locales")}
    if shutil.which("localedef") is not None:
        (tmp_path / "locales").mkdir()
        wanted = ("localedef", "-i", name.split(".")[0], "-f", "UTF-8", str(tmp_path / "locales" / name))
        subprocess.run(wanted, capture_output=True, check=False)
        if _answers(made):
            return made
    pytest.skip(f"NOT SHOWN under {name}: the locale is not installed, and cannot be made here")


def _answers(environment: dict[str, str]) -> bool:
    return _capital(environment).returncode == 0


def _capital(environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", CAPITAL]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def test_the_app_is_opened_a_meeting_led_and_its_referat_shown(around: dict[str, str], tmp_path: Path) -> None:
    profile = made_profile(tmp_path)
    with display("offscreen") as drawn, ExitStack() as stack:
        program = Program(profile, {**drawn, **around}, stack)
        assert program.open() == "OfficeWindow"
        program.goes((("go preparation", "there OfficeWindow"), ("go meeting", "there MeetingWindow")))
        program.goes((("write Iris sagde i går", "written"), ("audience", "audience"), ("stop", "there MinutesWindow")))
        program.tell("quit")
        assert program.ended() == (0, "")
    assert notes_of(profile) == ["Iris sagde i går"]


def test_a_scenario_plays_through_the_windows_and_gives_the_same_meeting(
    around: dict[str, str], tmp_path: Path
) -> None:
    scenario = toml(speak("ida", 30, note="Hun sagde: IĞDIR i går"), step("follow_up", none="Det er ikke nødvendigt"))
    (tmp_path / "møde.toml").write_text(scenario, encoding="utf-8")
    asked = ("play", "møde.toml", "--out", "ud", "--speed", "max", "--screenshots")
    ran = netmoede(*asked, cwd=tmp_path, environment={"QT_QPA_PLATFORM": "offscreen", **around})
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    played = json.loads((tmp_path / "ud" / "meeting.json").read_text(encoding="utf-8"))
    assert [note["text"] for note in played["notes"]] == ["Hun sagde: IĞDIR i går"]
    assert {file.suffix for file in (tmp_path / "ud").iterdir()} >= {".pdf", ".json", ".png"}


def test_the_capital_of_i_is_another_letter_there(around: dict[str, str]) -> None:
    """The control: in these two locales the C library does not know `I` as the capital of `i`."""
    other = around["LC_ALL"].startswith(("tr_", "az_"))
    assert (_capital(around).stdout.strip() != "I") is other
