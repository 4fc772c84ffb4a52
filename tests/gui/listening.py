"""What a screen reader would be told: every sentence the one voice sends, in order, and by which window."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.speech import voice


@dataclass
class Listener:
    """Hears the program. `take` empties it."""

    sentences: list[str] = field(default_factory=list)

    def hear(self, _widget: QWidget, sentence: str) -> None:
        self.sentences.append(sentence)

    def take(self) -> list[str]:
        said, self.sentences = self.sentences, []
        return said


def listen(monkeypatch: pytest.MonkeyPatch) -> Listener:
    """Listen in place of the system's screen reader until the test ends."""
    listener = Listener()
    monkeypatch.setattr(voice, "_send", listener.hear)
    return listener
