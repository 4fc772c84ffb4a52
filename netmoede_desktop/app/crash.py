"""The last net: our own bugs, a reader that has gone, a program asked to stop. Never a traceback."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.localization.catalogue import Translator

#: What a shell gives a program that the user stopped with Ctrl+C.
_INTERRUPTED = 130
#: What it gives one that a signal stopped, beside the signal's own number.
_STOPPED_BY_SIGNAL = 128


def masked(run: Callable[[], int], t: Translator) -> int:
    """Run, and turn anything unforeseen into a sentence and exit code 5; only the kind of error is named."""
    no_core_dumps()
    try:
        return _flushed(run)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return Exit.NOT_NOW
    except Exception as error:  # noqa: BLE001 - the last net: a user never sees a traceback
        _forget_stdout()
        stopped = _stopped(error)
        if stopped is not None:
            return stopped
        print(_sentence(error, t), file=sys.stderr)
        return Exit.NOT_NOW


def stop_tidily() -> None:
    """Make a stop signal end the program as Ctrl+C does: vaults are closed, a temporary profile is removed."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(_STOPPED_BY_SIGNAL + number)


def _flushed(run: Callable[[], int]) -> int:
    """Run, and flush the answer: a full disk behind stdout is met here and not after the end.

    A run that has failed has reported why; that its answer cannot be written either is not reported as a second fault.
    """
    try:
        code = run()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    if code != 0:
        _forget_stdout()
    elif sys.stdout is not None:
        sys.stdout.flush()
    return code


def _sentence(error: Exception, t: Translator) -> str:
    from netmoede_desktop.localization.problem_wording import disk_full_sentence

    full = disk_full_sentence(error, t) if isinstance(error, OSError) else None
    if full is not None:
        return full
    sentence = t.gettext("Der skete en fejl i programmet ({kind}). Det, der var gemt, er der stadig.")
    return sentence.format(kind=type(error).__name__)


def _stopped(error: BaseException | None) -> int | None:
    """The exit code if the error only comes from stopping in the middle of something, else None."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return _INTERRUPTED
        if isinstance(error, SystemExit) and isinstance(error.code, int):
            return error.code
        error = error.__context__
    return None


def _forget_stdout() -> None:
    """Discard output that cannot be written. The store is durable already; the interpreter must not fail on it."""
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        sys.stdout = None


def no_core_dumps() -> None:
    """Prevent the system from writing the program's memory, and so the key, to disk when it crashes."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
