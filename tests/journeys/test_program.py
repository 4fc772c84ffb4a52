"""`netmoede` as a program: signals, pipes, languages, a home that is missing, and real keys from start to end."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import IO

import pytest

from tests.journeys.programs import command, netmoede, surrounded
from tests.services.stories import speak, step, toml
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE

NEXT = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a wall time
unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and /dev/full are Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good scenario, one that is refused, and two passphrase files."""
    (tmp_path / "møde.toml").write_text(toml(speak("ida", 30, note="Hej"), NEXT, step("finish")), encoding="utf-8")
    (tmp_path / "galt.toml").write_text(toml(speak("leder")), encoding="utf-8")
    (tmp_path / "adgang.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (tmp_path / "forkert.txt").write_text(OTHER_PASSPHRASE + "\n", encoding="utf-8")
    return tmp_path


def test_a_meeting_is_played_listed_exported_and_kept_from_others(folder: Path) -> None:
    mine = ("--profile", "profil", "--passphrase-file", "adgang.txt")
    played = netmoede(*mine, "play", "møde.toml", "--out", "ud", cwd=folder)
    assert (played.returncode, played.stderr) == (0, b"")
    meeting = json.loads(played.stdout.splitlines()[-1])["meeting"]

    listed = netmoede(*mine, "meetings", "--json", cwd=folder)
    assert [one["id"] for one in json.loads(listed.stdout)] == [meeting]
    asked = ("export", meeting, "--document", "referat", "--format", "pdf", "--out", "igen.pdf")
    assert netmoede(*mine, *asked, cwd=folder).returncode == 0
    assert (folder / "igen.pdf").read_bytes() == (folder / "ud" / "referat.pdf").read_bytes()
    theirs = ("--profile", "profil", "--passphrase-file", "-")
    wrong = netmoede(*theirs, "meetings", cwd=folder, given=OTHER_PASSPHRASE.encode())
    assert (wrong.returncode, wrong.stdout) == (3, b"")


@unix
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 129)])
def test_a_program_that_is_asked_to_stop_closes_and_leaves_no_temporary_profile(
    folder: Path, name: str, code: int
) -> None:
    temporary = folder / "tmp"
    temporary.mkdir()
    with subprocess.Popen(
        command("play", "møde.toml", "--out", "ud", "--speed", "0.01"),
        cwd=folder,
        env=surrounded({"TMPDIR": str(temporary)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        deadline = time.monotonic() + 60
        while not list(temporary.glob("*/vault/store.db")):
            assert time.monotonic() < deadline and program.poll() is None
            time.sleep(0.02)
        program.send_signal(getattr(signal, name))
        try:
            out, err = program.communicate(timeout=60)
        finally:
            program.kill()
    assert (program.returncode, out, err) == (code, b"", b"")
    assert list(temporary.iterdir()) == []
    assert not (folder / "ud").exists()


@unix
@pytest.mark.parametrize("unbuffered", [None, "1"])
@pytest.mark.parametrize("arguments", [("play", "møde.toml", "--out", "ud"), ("methods", "list")])
def test_a_reader_that_has_gone_or_a_full_disk_behind_it_makes_no_noise(
    folder: Path, arguments: tuple[str, ...], unbuffered: str | None
) -> None:
    def run(stdout: int | IO[bytes]) -> subprocess.CompletedProcess[bytes]:
        around = surrounded({"PYTHONUNBUFFERED": unbuffered})
        return subprocess.run(
            command(*arguments), cwd=folder, env=around, stdout=stdout, stderr=subprocess.PIPE, check=False
        )

    reading, writing = os.pipe()
    os.close(reading)
    gone = run(stdout=writing)
    os.close(writing)
    assert (gone.returncode, gone.stderr) == (5, b"")
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            told = run(stdout=full)
        assert (told.returncode, told.stderr.decode()) == (5, "Disken er fuld. Gør plads, og prøv igen.\n")


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"LC_ALL": "C", "LANG": "C"}, "Maja er mødeleder og har ingen tur i runderne."),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "Maja er mødeleder"),
        ({"NETMOEDE_LANGUAGE": "xx"}, "Maja er mødeleder"),
        ({"NETMOEDE_LANGUAGE": "../../etc"}, "Maja er mødeleder"),
        ({"NETMOEDE_LANGUAGE": ""}, "Maja er mødeleder"),
        ({"NETMOEDE_LANGUAGE": "en"}, "Maja is mødeleder and has no turn in the rounds. Correct or delete step 1"),
        ({"HOME": None, "XDG_DATA_HOME": None}, "Maja er mødeleder"),
    ],
    ids=str,
)
def test_the_sentence_comes_out_whole_in_any_surroundings(
    folder: Path, environment: dict[str, str | None], told: str
) -> None:
    ran = netmoede("play", "galt.toml", "--out", "ud", cwd=folder, environment=environment)
    assert ran.returncode == 2
    assert told in ran.stderr.decode("utf-8")
    assert not (folder / "ud").exists()


def test_a_passphrase_from_standard_input_is_utf8_whatever_the_locale(folder: Path) -> None:
    given = ("--profile", "profil", "--passphrase-file")
    assert netmoede(*given, "adgang.txt", "play", "møde.toml", "--out", "ud", cwd=folder).returncode == 0
    plain: dict[str, str | None] = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = netmoede(*given, "-", "meetings", cwd=folder, given=PASSPHRASE.encode(), environment=plain)
    assert ran.returncode == 0
