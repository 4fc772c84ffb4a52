"""Disturbing a program from outside with strace: which calls it makes, and one of them failing or killing it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

import pytest

#: The calls by which a vault changes what is on disk. `?` – this kernel may not have it.
CHANGING = (
    "write", "pwrite64", "pwritev", "fsync", "fdatasync", "unlink", "unlinkat", "rename", "renameat", "renameat2",
    "ftruncate", "fallocate", "link", "linkat", "mkdir", "mkdirat", "rmdir", "sendfile", "copy_file_range", "chmod",
    "fchmod",
)  # fmt: skip
_PATIENCE = 300.0
_CALL = re.compile(r"^\d+ +(?:[\d.:]+ +)?(\w+)\(")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """The n-th call of a name that a program makes, from 1."""

    call: str
    number: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program said before it ended, and how it ended: 0, or the signal that killed it."""

    said: tuple[str, ...]
    status: int

    def told(self, kind: str) -> list[str]:
        """The rest of each line that begins with `kind`."""
        return [line.removeprefix(f"{kind} ") for line in self.said if line.startswith(f"{kind} ")]

    @property
    def killed(self) -> bool:
        """Whether it was killed."""
        return os.WIFSIGNALED(self.status)


def require_strace() -> None:
    """Skip loudly where programs cannot be traced."""
    if not sys.platform.startswith("linux") or shutil.which("strace") is None:
        pytest.skip("SKIPPED: strace is not installed, so no system call can be made to fail here")
    trial = subprocess.run(["strace", "-e", "trace=none", "true"], check=False, capture_output=True, text=True)
    if trial.returncode != 0:
        pytest.skip(f"SKIPPED: strace may trace nothing here: {trial.stderr.strip()}")


class Actors:
    """A warm program that forks one child per act (see `acts.py`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._server: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.acts"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()

    def run(self, verb: str, profile: Path, *tracing: str, prepared: Callable[[], object] | None = None) -> Outcome:
        """Let a child act under strace with these arguments, and return what came of it.

        `prepared` is called when the child is about to act.
        """
        self._number += 1
        told = self._folder / f"told-{self._number}"
        told.touch()
        request = {"verb": verb, "profile": str(profile), "told": str(told)}
        print(json.dumps(request), file=self._stdin, flush=True)
        child = self._stdout.readline().strip()
        if prepared is not None:
            prepared()
        command = ["strace", "-f", "-p", child, *tracing]
        tracer = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_PATIENCE)
        status = int(self._stdout.readline())
        said = tuple(told.read_text(encoding="utf-8").splitlines())
        told.unlink()
        assert "begin" in said, (said, tracer.stderr)
        assert not [line for line in said if line.startswith("bug")], said[-1].replace("\\n", "\n")
        return Outcome(said, status)

    def points(self, verb: str, profile: Path) -> list[Point]:
        """Every call of the undisturbed act that changes what is on disk."""
        log = self._folder / "calls"
        outcome = self.run(verb, profile, "-o", str(log), "-e", f"trace={_set(CHANGING)}")
        assert not outcome.told("problem") and not outcome.killed, outcome
        counts: dict[str, int] = {}
        points = []
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            found = _CALL.match(line)
            if found:
                counts[found[1]] = counts.get(found[1], 0) + 1
                points.append(Point(found[1], counts[found[1]]))
        return points

    def disturbed(self, verb: str, profile: Path, point: Point, fault: str) -> Outcome:
        """The act with one call failing: `fault` is `EIO`, `ENOSPC` or `KILL`."""
        what = "signal=KILL" if fault == "KILL" else f"error={fault}"
        inject = f"inject={point.call}:{what}:when={point.number}"
        return self.run(verb, profile, "-o", os.devnull, "-e", f"trace={point.call}", "-e", inject)

    @property
    def _stdin(self) -> IO[str]:
        assert self._server.stdin is not None
        return self._server.stdin

    @property
    def _stdout(self) -> IO[str]:
        assert self._server.stdout is not None
        return self._server.stdout


def _set(calls: tuple[str, ...]) -> str:
    return ",".join(f"?{call}" for call in calls)
