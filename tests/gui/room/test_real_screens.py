"""On a real display with two monitors: the projector pulled and plugged in again, screens swapped, scaled, mirrored."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

NEEDED = ("Xvfb", "xrandr", "openbox")
missing = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(missing), reason=f"NOT SHOWN on real screens: {', '.join(missing)} is not installed"
)

L, R = ("L", "1280/338x800/211+0+0", "screen"), ("R", "1024/270x768/203+1280+0", "none")
PATIENCE = 20.0


class Display:
    """A display with monitors that are set and deleted, and the program on it."""

    def __init__(self, folder: Path, stack: ExitStack, scales: str = "") -> None:
        self._stack = stack
        read, write = os.pipe()
        server = ("Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp", "-screen", "0", "2304x800x24")
        self._start(server, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as numbers:
            self.name = f":{numbers.readline().strip()}"
        self.environment = {
            **os.environ,
            "DISPLAY": self.name,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(folder),
            "QT_SCREEN_SCALE_FACTORS": scales,
        }
        self.plug(*L)
        self.plug(*R)
        self._start(("openbox", "--sm-disable"))
        self.program = self._start(
            (sys.executable, "-m", "tests.gui.room.screen_child"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.state: dict[str, Any] = {}

    def _start(self, command: tuple[str, ...], **more: Any) -> subprocess.Popen[str]:
        environment = getattr(self, "environment", None)
        settings = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more}
        process = subprocess.Popen(command, env=environment, text=True, **settings)

        def end() -> None:
            process.terminate()
            process.wait(PATIENCE)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

        self._stack.callback(end)
        return process

    def _xrandr(self, *arguments: str) -> None:
        command = ("xrandr", *arguments)
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=PATIENCE)

    def plug(self, name: str, place: str, output: str) -> None:
        """Add or move a monitor."""
        self._xrandr("--setmonitor", name, place, output)

    def unplug(self, name: str) -> None:
        """Take a monitor away."""
        self._xrandr("--delmonitor", name)

    def ask(self, word: str = "tell") -> dict[str, Any]:
        """Tell the program to do something and return where it then is."""
        assert self.program.stdin is not None and self.program.stdout is not None
        self.program.stdin.write(word + "\n")
        self.program.stdin.flush()
        line = self.program.stdout.readline()
        assert line, "the program ended"
        self.state = json.loads(line)
        return self.state

    def wait(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Ask until something holds: a window manager takes the time it takes."""
        until = time.monotonic() + PATIENCE
        while not holds(self.ask()):
            assert time.monotonic() < until, json.dumps(self.state)
        return self.state


@pytest.fixture
def display(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Display]:
    """Two monitors; the scales come from the test's parameter."""
    with ExitStack() as stack:
        made = Display(tmp_path, stack, getattr(request, "param", ""))
        assert made.program.stdout is not None
        made.program.stdout.readline()
        yield made


def full_on(x: int, y: int, width: int, height: int) -> Callable[[dict[str, Any]], bool]:
    return lambda s: s["visible"] and s["full"] and s["audience"] == [x, y, width, height]


RIGHT, LEFT = full_on(1280, 0, 1024, 768), full_on(0, 0, 1280, 800)


def test_the_projector_is_pulled_and_plugged_in_again(display: Display) -> None:
    assert not display.ask()["visible"], "off until it is asked for"
    display.wait(lambda s: s["active"])
    display.ask("open")
    display.wait(lambda s: RIGHT(s) and s["told"] and s["curtain"] is None)
    assert display.state["active"], "the keyboard stays with the mødeleder"
    display.unplug("R")
    display.wait(lambda s: s["curtain"] == "screen_lost" and not s["visible"] and not s["told"])
    assert display.state["operator_on"] == "L"
    display.plug(*R)
    display.wait(lambda s: RIGHT(s) and s["curtain"] == "screen_lost" and not s["told"])
    display.ask("toggle_curtain")
    display.wait(lambda s: RIGHT(s) and s["told"] and s["curtain"] is None)


def test_screens_are_swapped_and_the_mødeleders_own_goes(display: Display) -> None:
    display.ask("open")
    display.wait(RIGHT)
    display.ask("swap")
    display.wait(lambda s: LEFT(s) and s["operator_on"] == "R" and s["operator"][0] >= 1270)
    display.wait(lambda s: s["curtain"] == "by_hand" and not s["told"])
    display.ask("toggle_curtain")
    display.wait(lambda s: s["told"])
    display.unplug("R")
    display.wait(lambda s: not s["visible"] and s["curtain"] == "screen_lost" and 0 <= s["operator"][0] <= 1100)


def test_screens_that_show_the_same_are_noticed(display: Display) -> None:
    display.ask("open")
    display.wait(RIGHT)
    display.plug("M", "1024/270x768/203+0+0", "none")
    display.wait(lambda s: s["curtain"] == "mirrored" and not s["visible"] and not s["told"])
    display.unplug("M")
    display.wait(lambda s: RIGHT(s) and s["told"] and s["curtain"] is None)


@pytest.mark.parametrize("display", ["L=1;R=1.5"], indirect=True)
def test_screens_of_different_scale_are_filled(display: Display) -> None:
    display.ask("open")
    display.wait(lambda s: s["full"] and s["told"])
    x, y, width, height = display.state["screens"]["R"]
    assert display.state["ratios"]["R"] == 1.5
    display.wait(full_on(x, y, width, height))
