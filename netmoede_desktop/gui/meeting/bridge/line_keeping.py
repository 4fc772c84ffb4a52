"""The lines that are being written in a window: each is kept half a second late at most, until it is taken."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

#: Milliseconds without a key until what was typed is written, and the longest it may wait while keys go on: together
#: with the writing itself never more than half a second of typing is at risk.
QUIET_MS = 300
LONGEST_MS = 450

#: Makes the texts of some fields durable; False when the disk refused.
Write = Callable[[Mapping[str, str]], bool]


class LineKeeping(QObject):
    """The half-written lines, by the name of their field: `table.board`, `status.3`.

    The name begins with the page the field is on, so that the window finds it again.
    """

    def __init__(self, begun: Mapping[str, str], write: Write, *, latest: str = "") -> None:
        """Begin with the stored lines; `latest` is the field written in last, "" for none."""
        super().__init__()
        self.latest = latest
        self._write = write
        self._kept = dict(begun)
        self._waiting: dict[str, str] = {}
        self._stopped = False
        self._quiet, self._longest = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._quiet, QUIET_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self.save)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields with a half-written line."""
        return tuple(field for field in {**self._kept, **self._waiting} if self.begun(field))

    def begun(self, field: str) -> str:
        """Return the half-written line of a field, "" for none."""
        return self._waiting.get(field, self._kept.get(field, ""))

    def follow(self, field: str, editor: QLineEdit | QPlainTextEdit) -> bool:
        """Show the half-written line of a field, and store its text from now on; return True if there was one."""
        text = self.begun(field)
        if text:
            show(editor, text)
        editor.textChanged.connect(lambda *_: self.typed(field, text_in(editor)))
        return bool(text)

    def typed(self, field: str, text: str) -> None:
        """A field says something else now; "" when its line is taken or emptied, which is kept at once."""
        if self._stopped or text == self.begun(field):
            return
        self._waiting[field] = text
        if not text:
            self.save()
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def save(self) -> bool:
        """Make durable what waits; False when the disk refused. It then waits on."""
        self._quiet.stop()
        self._longest.stop()
        if not self._waiting:
            return True
        waiting, self._waiting = self._waiting, {}
        if not self._write(waiting):
            self._waiting = {**waiting, **self._waiting}
            return False
        self._kept.update(waiting)
        return True

    def stop(self) -> None:
        """Store nothing any more: the window is closing, and its text is saved."""
        self._stopped = True
        self._waiting.clear()
        self._quiet.stop()
        self._longest.stop()


def packed(**parts: str) -> str:
    """Return the parts of one line as one text, "" where all of them are empty."""
    return json.dumps(parts, ensure_ascii=False) if any(parts.values()) else ""


def unpacked(text: str) -> Mapping[str, str]:
    """Return the parts that `packed` put together; one that is not there is ""."""
    return defaultdict(str, json.loads(text) if text else {})


def text_in(editor: QLineEdit | QPlainTextEdit) -> str:
    """Return the text of a field."""
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def show(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show a text, the cursor behind it."""
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)
        editor.moveCursor(editor.textCursor().MoveOperation.End)
