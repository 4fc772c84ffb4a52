"""Jobs about one thing, done in the order they were asked for, whether the lane does them or one that cannot wait.

A page that is left keeps what was typed before it goes. What was asked for earlier, and still waits in the lane, is
done first then: else it would write an older word over a newer one, and be shown after it.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a job gave, and as which it was done: a higher number knows all that a lower one does."""

    number: int
    result: T


class JobOrder(Generic[T]):
    """The jobs that wait. They are asked for in one thread, and may be done in any."""

    def __init__(self) -> None:
        self._doing = threading.Lock()
        self._waiting: deque[_Asked[T]] = deque()
        self._count = 0

    def ask(self, job: Callable[[], T]) -> Callable[[], Done[T]]:
        """Put a job at the end. What is returned does it, and those before it, once; it gives or raises what it did."""
        asked = _Asked(job)
        self._waiting.append(asked)
        return lambda: self._until(asked)

    def _until(self, asked: "_Asked[T]") -> Done[T]:
        with self._doing:
            while asked.outcome is None:
                self._count += 1
                self._waiting.popleft().do(self._count)
        return asked.outcome()


class _Asked(Generic[T]):
    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job
        self.outcome: Callable[[], Done[T]] | None = None

    def do(self, number: int) -> None:
        try:
            done = Done(number, self._job())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told where the job was asked for
            failure = error
            self.outcome = lambda: _raise(failure)
        else:
            self.outcome = lambda: done


def _raise(error: Exception) -> NoReturn:
    raise error
