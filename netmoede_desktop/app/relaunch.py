"""Relaunching this program in its own place, however it was started: by `python -m`, its script, or bundled."""

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

#: The hidden argument that says on which screen an empty curtain is to be opened before the lock screen.
CURTAIN = "--curtain"

#: The hidden argument that says that a meeting that runs was put aside for the overview.
OVERVIEW = "--overview"

_NOT_NOW = 5


@dataclass(frozen=True, slots=True)
class Program:
    """How this program was started: everything before its own arguments."""

    beginning: tuple[str, ...]

    @classmethod
    def running(cls) -> "Program":
        """The one that runs now, with the same Python and the same flags of it."""
        return cls(beginning_of(sys.orig_argv, sys.argv, sys.executable, bundled=getattr(sys, "frozen", False)))

    def arguments(self, profile: Path, curtain: str | None, overview: bool = False) -> list[str]:
        """Return the whole command: the profile, the name of the audience window's screen, whether to the overview.

        Nothing else is ever in it: other programs can read it, so it holds no secret and no person's name.
        """
        covered = (CURTAIN, curtain) if curtain is not None else ()
        return [*self.beginning, "--profile", str(profile), *covered, *((OVERVIEW,) if overview else ())]

    def replace(self, profile: Path, curtain: str | None = None, overview: bool = False) -> NoReturn:
        """Replace this program with a fresh one. All memory of this one is given back to the system.

        Everything is closed by the caller. On Windows a program cannot be replaced: a new one is started and this one
        ends at once. If no new one can be started this one ends all the same: it must not be left unlocked.
        """
        command = self.arguments(profile, curtain, overview)
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()
            sys.stderr.flush()
        try:
            if sys.platform != "win32":
                os.execv(command[0], command)  # noqa: S606 - no shell, and the same program
            import subprocess  # only here: no other system waits for it at every start

            subprocess.Popen(command, close_fds=True)
        except OSError:
            os._exit(_NOT_NOW)
        os._exit(0)


def beginning_of(whole: Sequence[str], own: Sequence[str], executable: str, *, bundled: bool) -> tuple[str, ...]:
    """Return the part of the command before a program's own arguments.

    `whole` is the command as the system has it, `own` the program's name and arguments as it knows them.
    """
    if bundled:
        return (executable,)
    count = len(own) - 1
    before = list(whole[: len(whole) - count]) if count else list(whole)
    return (executable, *before[1:])
