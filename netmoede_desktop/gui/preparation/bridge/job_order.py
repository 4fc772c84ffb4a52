"""Jobs about one thing, done in the order they were asked for, by the lane or by a caller that cannot wait.

A page saves its typed text before it is left. Earlier jobs that still wait in the lane are done first then: else
they would write an older word over a newer one, and be shown after it.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The result of a job, and its number: a higher one includes the effects of all lower ones."""

    number: int
    result: T


class JobOrder(Generic[T]):
    """The jobs that wait. They are asked for in one thread, and may be done in any."""

    def __init__(self) -> None:
        self._doing = threading.Lock()
        self._waiting: deque[_Asked[T]] = deque()
        self._count = 0

    def ask(self, job: Callable[[], T]) -> Callable[[], Done[T]]:
        """Append a job. The function returned runs it, and those before it, once, and returns or raises its outcome."""
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
