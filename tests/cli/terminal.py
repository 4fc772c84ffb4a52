"""The command line in this process: what a run answers, what it says, and what it leaves behind."""

import contextlib
import io
import json
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.cli.main import run
from netmoede_desktop.cli.world import World
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.files.files_out import FolderOut
from netmoede_desktop.storage.surroundings import Surroundings
from tests.services.stories import Step, toml
from tests.storage.vaults import PASSPHRASE, START, files_of, surroundings


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended, and what came out."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[Any]:
        """Each line of stdout as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """The one line on stderr, which ends as a sentence does."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].endswith((".", "?", "filen)")), self.err
        assert "{" not in lines[0]
        return lines[0]


@dataclass(slots=True)
class StandInWindows:
    """Windows that remember what was asked of them."""

    watched: bool = False
    opened: list[Path] = field(default_factory=list)
    curtains: list[str | None] = field(default_factory=list)
    overviews: list[bool] = field(default_factory=list)
    speeds: list[float | None] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    closed: int = 0

    def open(self, profile: Path, curtain: str | None, *, overview: bool = False) -> int:
        self.opened.append(profile)
        self.curtains.append(curtain)
        self.overviews.append(overview)
        return 7

    def play_stage(self) -> "StandInWindows":
        return self

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)

    def stage(self, speed: float | None) -> "StandInWindows":
        self.speeds.append(speed)
        return self

    def close(self) -> None:
        self.closed += 1

    def show(self, history: History, at: datetime) -> None:
        """Nothing to see."""

    def picture_names(self, name: str) -> tuple[str, ...]:
        return (f"{name}.png",)

    def pictures(self, name: str, out: FolderOut) -> tuple[str, ...]:
        out.write(f"{name}.png", b"")
        return self.picture_names(name)


@dataclass(slots=True)
class Terminal:
    """A folder to be in, and a way to run the program there."""

    folder: Path
    now: datetime = START
    slept: list[float] = field(default_factory=list)
    language: str = "da"
    windows: StandInWindows | None = None

    @property
    def profile(self) -> Path:
        return self.folder / "profil"

    @property
    def out(self) -> Path:
        return self.folder / "ud"

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def scenario(self, *steps: Step, name: str = "møde.toml", **keys: Any) -> Path:
        return self.file(name, toml(*steps, **keys))

    def run(self, *arguments: object, stdin: bytes | None = None) -> Ran:
        """Run the program with these arguments and nothing else."""
        default = self.folder / "standardprofil"
        world = World(self._clock, self.slept.append, lambda: default, load(self.language), self.windows)
        out, err, given = io.StringIO(), io.StringIO(), sys.stdin
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                sys.stdin = io.TextIOWrapper(io.BytesIO(stdin or b""))
                code = run([str(argument) for argument in arguments], world)
            except SystemExit as leaving:
                assert isinstance(leaving.code, int)
                code = leaving.code
            finally:
                sys.stdin = given
        return Ran(code, out.getvalue(), err.getvalue())

    def real(self, *arguments: object, passphrase: str = PASSPHRASE) -> Ran:
        """Run with the named profile and its passphrase."""
        file = self.file("adgang.txt", passphrase + "\n")
        return self.run("--profile", self.profile, "--passphrase-file", file, *arguments)

    def play(self, *steps: Step, **keys: Any) -> dict[str, Any]:
        """Play a meeting into the named profile; what the program said last."""
        ran = self.real("play", self.scenario(*steps, **keys), "--out", self.out)
        assert (ran.code, ran.err) == (0, "")
        last: dict[str, Any] = ran.answers[-1]
        return last

    def everything(self) -> dict[str, str]:
        """Every file in the folder by content, and every folder."""
        folders = {f"{path.relative_to(self.folder)}/": "" for path in self.folder.rglob("*") if path.is_dir()}
        return {**files_of(self.folder), **folders}

    def _clock(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now.astimezone(UTC)


def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at next to no cost; everything else of the vault is as it is."""
    monkeypatch.setattr(Surroundings, "of_this_machine", surroundings)
