"""The one serial lane for slow work: jobs run one at a time in a worker thread, results return to the GUI thread.

Opening the vault, papers, backups and exports go through here, so that no window blocks and no two of them meet.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

T = TypeVar("T")


class Task(Generic[T]):
    """A job in the lane. A cancelled one calls nothing back; a job that can stop early checks `cancelled`."""

    def __init__(self, done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        self._done = done
        self._failed = failed
        self._cancelled = threading.Event()
        self._answer: Callable[[], None] | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the task has been cancelled. May be read from the job's thread."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Cancel: a job not yet begun is skipped, a result is dropped."""
        self._cancelled.set()

    def work(self, job: Callable[[], T]) -> None:
        """Run the job in this thread and store its result or error."""
        if self.cancelled:
            return
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told where the job was asked for
            failure = error
            self._answer = lambda: self._failed(failure)
        else:
            self._answer = lambda: self._done(result)

    def deliver(self) -> None:
        """Call `done` or `failed`, in the GUI thread."""
        if self._answer is not None and not self.cancelled:
            self._answer()


class Lane(QObject):
    """A serial lane. `busy` is emitted with whether a job is running or queued."""

    busy = Signal(bool)
    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._open = 0
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> Task[T]:
        """Run `job` in the lane; then call `done` with its result, or `failed` with its exception, in the GUI thread.

        In a closed lane nothing runs, and neither is called.
        """
        task: Task[T] = Task(done, failed)
        if self._closed:
            task.cancel()
            return task
        self._open += 1
        if self._open == 1:
            self.busy.emit(True)
        self._executor.submit(self._work, task, job)
        return task

    def finish(self) -> None:
        """Wait until all jobs queued so far are done and called back: before a lock, or before the window is closed."""
        if not self._closed:
            self._executor.submit(int).result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Wait for the running job, drop the queued ones, and accept no more. No callback is called from now on."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _work(self, task: Task[T], job: Callable[[], T]) -> None:
        try:
            task.work(job)
        finally:
            self._ended.emit(task)

    def _deliver(self, task: Task[T]) -> None:
        self._open -= 1
        if self._open == 0:
            self.busy.emit(False)
        if not self._closed:
            task.deliver()


def ignore_result(_: object) -> None:
    """Ignore the result of a job without a listener, such as a backup: its failures show in the settings."""
