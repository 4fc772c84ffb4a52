"""Single keys that answer, distinct from words that begin with one: an answer is a key pressed alone."""

import time
from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from netmoede_desktop.domain.agreements.agreements import Answer

#: What each key answers to an agreement that is read aloud.
ANSWER_KEYS = {
    Qt.Key.Key_J: Answer.YES,
    Qt.Key.Key_1: Answer.YES,
    Qt.Key.Key_R: Answer.CHANGE,
    Qt.Key.Key_2: Answer.CHANGE,
    Qt.Key.Key_N: Answer.NO,
    Qt.Key.Key_3: Answer.NO,
}
#: Of these, the keys that open the words and settle nothing yet.
OPENING_KEYS = (Qt.Key.Key_R, Qt.Key.Key_2)
#: Milliseconds without another letter after which a key was an answer and not the beginning of a word.
ALONE_MS = 400
#: Seconds in which nobody has read aloud what is new on the page: an answer is still meant for what stood there before.
READ_S = 1.0


class Answering(QObject):
    """Waits a moment with each answer. Whatever is done meanwhile takes it first: `take`."""

    word_began = Signal(str)
    """A word was begun: what was taken for an answer until now."""
    too_soon = Signal()
    """A key stood alone that would have answered, and nobody has read yet what it would have answered."""

    def __init__(
        self,
        parent: QObject,
        answers: Mapping[Qt.Key, Callable[[], object]],
        monotonic: Callable[[], float] = time.monotonic,
        *,
        harmless: Collection[Qt.Key] = (),
    ) -> None:
        """Make it; `monotonic` is a clock in seconds that only goes forward. `harmless` keys are never too early."""
        super().__init__(parent)
        self._answers = answers
        self._harmless = harmless
        self._monotonic = monotonic
        self._came: float | None = None
        self._pending: Callable[[], object] | None = None
        self._letters = ""
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE_MS)
        self._alone.timeout.connect(self.take)

    @property
    def waiting(self) -> bool:
        """Whether an answer waits for its moment."""
        return self._pending is not None

    def press(self, event: QKeyEvent) -> bool:
        """Take a typed key; False for one that is part of a word."""
        writing = self._alone.isActive()
        if event.isAutoRepeat():
            return self._pending is not None or not writing
        if self._pending is not None and event.text() == self._letters:
            return True  # pressed twice: no word begins so
        answer = None if writing else self._answers.get(Qt.Key(event.key()))
        if answer is not None and self.too_early and Qt.Key(event.key()) not in self._harmless:
            answer = self.too_soon.emit  # held back like any other, since it may begin a word
        if self._letters:
            began, self._letters, self._pending = self._letters, "", None
            self.word_began.emit(began)
        self._alone.start()
        if answer is None:
            return False
        self._pending, self._letters = answer, event.text()
        return True

    @property
    def too_early(self) -> bool:
        """Whether the thing to answer has just come up by itself."""
        return self._came is not None and self._monotonic() - self._came < READ_S

    def turned(self) -> None:
        """Something else is asked about, without a key that asked for it."""
        self._came = self._monotonic()

    def forget(self) -> None:
        """Drop a waiting answer: its question is closed."""
        self._pending, self._letters = None, ""

    def take(self) -> None:
        """The key stood alone: it answers."""
        self._alone.stop()
        answer, self._pending, self._letters = self._pending, None, ""
        if answer is not None:
            answer()
