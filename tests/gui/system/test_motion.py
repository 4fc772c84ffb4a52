"""Less motion where the system asks for it; a system that cannot be asked lets things move."""

import shutil
import subprocess
import sys
from typing import Any

import pytest

from netmoede_desktop.gui.system.motion import system_wants_motion


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked directly")
@pytest.mark.parametrize(
    ("system", "answer", "moves"),
    [("linux", "false\n", False), ("linux", "true\n", True), ("darwin", "1\n", False), ("darwin", "0\n", True)],
)
def test_the_system_decides(monkeypatch: pytest.MonkeyPatch, system: str, answer: str, moves: bool) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    def run(command: tuple[str, ...], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, answer, "")

    monkeypatch.setattr(subprocess, "run", run)
    assert system_wants_motion() is moves


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked directly")
def test_a_system_that_does_not_answer_lets_things_move(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert system_wants_motion()

    def slow(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("gsettings", 1)

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", slow)
    assert system_wants_motion()
