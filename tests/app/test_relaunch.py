"""A fresh program takes this one's place however it was started, and is told the profile and a screen, nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netmoede_desktop.app.relaunch import CURTAIN, OVERVIEW, Program, beginning_of

PROGRAM = """
import os, sys
from pathlib import Path
from netmoede_desktop.app.relaunch import Program
print(os.getpid(), "utf8" if sys.flags.utf8_mode else "-", *sys.argv[1:], sep="|", flush=True)
if "--profile" not in sys.argv or "--passphrase-file" in sys.argv:
    Program.running().replace(Path("en mappe/med æøå"), "HDMI 1")
"""


@pytest.mark.parametrize(
    ("whole", "own", "bundled", "beginning"),
    [
        (["python", "-m", "x"], ["/x/__main__.py"], False, ("/bin/py", "-m", "x")),
        (["python", "-m", "x", "--profile", "p"], ["/x/__main__.py", "--profile", "p"], False, ("/bin/py", "-m", "x")),
        (["python", "-Xutf8", "-c", "code", "a"], ["-c", "a"], False, ("/bin/py", "-Xutf8", "-c", "code")),
        (["../py", "/bin/netmoede", "a", "b"], ["/bin/netmoede", "a", "b"], False, ("/bin/py", "/bin/netmoede")),
        (["netmoede", "a"], ["netmoede", "a"], True, ("/bin/py",)),
        (["netmoede"], ["netmoede"], True, ("/bin/py",)),
    ],
)
def test_what_comes_before_the_programs_own_arguments(
    whole: list[str], own: list[str], bundled: bool, beginning: tuple[str, ...]
) -> None:
    assert beginning_of(whole, own, "/bin/py", bundled=bundled) == beginning


def test_the_command_holds_the_profile_and_the_screen_and_nothing_else(tmp_path: Path) -> None:
    program = Program(("/bin/netmoede",))
    assert program.arguments(tmp_path, None) == ["/bin/netmoede", "--profile", str(tmp_path)]
    assert program.arguments(tmp_path, "HDMI-1")[3:] == [CURTAIN, "HDMI-1"]
    assert program.arguments(tmp_path, None, True)[3:] == [OVERVIEW]
    assert program.arguments(tmp_path, "HDMI-1", True)[3:] == [CURTAIN, "HDMI-1", OVERVIEW]


@pytest.mark.parametrize("way", ["command", "module", "script"])
def test_it_runs_again_in_its_own_place(way: str, tmp_path: Path, repository: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    start = {"command": ["-c", PROGRAM], "module": ["-m", "program"], "script": [str(script)]}[way]
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", *start, "--passphrase-file", "adgang.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    first, again = (line.split("|") for line in ran.stdout.splitlines())
    assert first[1:] == ["utf8", "--passphrase-file", "adgang.txt"]
    assert again[1:] == ["utf8", "--profile", "en mappe/med æøå", CURTAIN, "HDMI 1"]
    assert (first[0] == again[0]) is (sys.platform != "win32")


def test_a_program_that_cannot_be_started_again_does_not_stay(repository: Path) -> None:
    code = "from netmoede_desktop.app.relaunch import Program; from pathlib import Path\n"
    code += "Program(('/findes/ikke',)).replace(Path('p'))\nprint('still here')"
    ran = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (5, "", "")
