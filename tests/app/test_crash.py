"""The last net: no traceback, nothing of what people wrote, and an exit code for whatever stopped the program."""

import io
import signal
import sys
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

from netmoede_desktop.app.crash import masked, stop_tidily
from netmoede_desktop.localization.catalogue import load

DANISH = load("da")


def raising(error: BaseException) -> Callable[[], int]:
    def run() -> NoReturn:
        raise error

    return run


def raising_while_stopping(stop: BaseException) -> Callable[[], int]:
    """A program that is stopped and then stumbles over what it had open."""

    def run() -> NoReturn:
        try:
            raise stop
        finally:
            raise ValueError("closed")

    return run


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("run", "code"),
    [
        (lambda: 0, 0),
        (lambda: 4, 4),
        (raising(SystemExit(0)), 0),
        (raising(SystemExit(143)), 143),
        (raising(SystemExit()), 0),
        (raising(KeyboardInterrupt()), 130),
        (raising(BrokenPipeError()), 5),
        (raising_while_stopping(KeyboardInterrupt()), 130),
        (raising_while_stopping(SystemExit(143)), 143),
    ],
)
def test_a_run_ends_with_its_code_and_in_silence(
    run: Callable[[], int], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert masked(run, DANISH) == code
    assert capsys.readouterr().err == ""


@pytest.mark.smoke
def test_a_bug_is_told_by_its_kind_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert masked(raising(KeyError("Mikkel Holm")), DANISH) == 5
    told = capsys.readouterr().err
    assert told == "Der skete en fejl i programmet (KeyError). Det, der var gemt, er der stadig.\n"


class _Full(io.StringIO):
    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_an_answer_that_cannot_be_written_at_the_end_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", _Full())
        assert masked(lambda: 0, DANISH) == 5
    assert capsys.readouterr().err == "Disken er fuld. Gør plads, og prøv igen.\n"


def test_without_a_standard_output_it_runs_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        assert masked(lambda: 0, DANISH) == 0
        assert masked(raising(ValueError()), DANISH) == 5


@pytest.fixture
def _signals() -> Iterator[None]:
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM to itself")
@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_stop_leaves_through_every_finally(name: str) -> None:
    closed = []
    number = getattr(signal, name)

    def run() -> int:
        try:
            signal.raise_signal(number)
            return 0
        finally:
            closed.append(True)

    signal.signal(number, signal.SIG_DFL)
    stop_tidily()
    assert masked(run, DANISH) == 128 + number
    assert closed == [True]


@pytest.mark.usefixtures("_signals")
def test_a_signal_that_is_to_be_ignored_stays_ignored() -> None:
    """Under nohup the program goes on when the terminal closes."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    stop_tidily()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
