"""Tries a changed module in a copy of the checkout, the nearest tests first; what failed is asked again unchanged."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutations.changes import Change

PARTS = (".ci", ".gitignore", "docs", "installer", "netmoede_desktop", "pyproject.toml", "resources", "tests")
TOPS = ("*.md", "LICENSE")
#: A test that fails for its own reasons is asked once more without the change, and left out so often at the most.
MOST_UNSURE = 5
_NONE_CHOSEN = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a change fared: the stage and the tests that caught it, or `None` and none; `unsure` fail without it too."""

    stage: str | None
    by: tuple[str, ...]
    unsure: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that one test, and all tests of a stage, may take; how many processes run them (0: this one alone)."""

    one_test: int = 300
    one_stage: int = 3600
    jobs: int = 0


class Workshop:
    """A copy of the checkout in which one module at a time is changed."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """Use a copy that `workshop` made."""
        self._folder, self._limits = folder, limits
        self._now = time.time()

    def write(self, path: str, text: str) -> None:
        """Write a module, as new as no file was: what Python kept of the one before it is never taken for this one."""
        file = self._folder / path
        file.write_text(text, encoding="utf-8")
        self._now += 2
        os.utime(file, (self._now, self._now))

    def verdict(self, change: Change, path: str, stages: Mapping[str, Sequence[str]]) -> Verdict:
        """Make the change, run the stages until one fails, and put the module back whatever happens."""
        began = time.monotonic()
        text = (self._folder / path).read_text(encoding="utf-8")
        unsure: list[str] = []
        try:
            for stage, files in stages.items():
                while files and len(unsure) <= MOST_UNSURE:
                    self.write(path, change.made_in(text))
                    failed = self.failures(files, unsure)
                    if not failed:
                        break
                    self.write(path, text)
                    again = self.failures([one for one in failed if one != HUNG] or files, unsure)
                    if not again:
                        return Verdict(stage, failed, tuple(unsure), time.monotonic() - began)
                    unsure.extend(again)
        finally:
            self.write(path, text)
        return Verdict(None, (), tuple(unsure), time.monotonic() - began)

    def failures(self, chosen: Sequence[str], left_out: Sequence[str]) -> tuple[str, ...]:
        """Run tests up to the first failure and return its name; `HUNG` where they came to no end in their time."""
        deselected = [part for name in left_out for part in ("--deselect", name)]
        command = [
            *(sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no", "-rfE"),
            *("-o", f"faulthandler_timeout={self._limits.one_test}", "-o", "faulthandler_exit_on_timeout=true"),
            *(("--numprocesses", str(self._limits.jobs)) if self._limits.jobs else ()),
            *deselected,
            *chosen,
        ]
        code, said = self._run(command)
        if code in (0, _NONE_CHOSEN):
            return ()
        return tuple(re.findall(r"^(?:FAILED|ERROR) (\S+::.+?|\S+\.py)(?: - .*)?$", said, re.MULTILINE)) or (HUNG,)

    def _run(self, command: Sequence[str]) -> tuple[int, str]:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(self._folder),
            "PYTHONPYCACHEPREFIX": str(self._folder.parent / "compiled"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        running = subprocess.Popen(
            command,
            cwd=self._folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            said, _ = running.communicate(timeout=self._limits.one_stage)
        except subprocess.TimeoutExpired:
            return 1, ""
        finally:
            _end(running)
        return running.returncode, said


HUNG = "(no end)"


def _end(running: "subprocess.Popen[str]") -> None:
    """End a run with everything it started."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


@contextmanager
def workshop(root: Path, limits: Limits) -> Iterator[Workshop]:
    """Copy the checkout into a temporary folder; raises RuntimeError where the copy is not what Python would load."""
    with TemporaryDirectory(prefix="netmoede-mutations-") as temporary:
        folder = Path(temporary) / "checkout"
        folder.mkdir()
        for part in [*PARTS, *(path.name for top in TOPS for path in root.glob(top))]:
            source = root / part
            if source.is_dir():
                shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy2(source, folder / part)
        made = Workshop(folder, limits)
        code, said = made._run([sys.executable, "-c", "import netmoede_desktop as n; print(n.__file__)"])
        if code or not Path(said.strip()).is_relative_to(folder):
            raise RuntimeError(said)
        yield made
