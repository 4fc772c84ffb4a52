"""The label class, with a kind from the style sheet. Its text is plain, never read as HTML."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order
from netmoede_desktop.gui.theme.stylesheet import KIND


class Tone(StrEnum):
    """The style of a text; sizes and colours are in the style sheet."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    READING = "reading"
    MUTED = "muted"
    SMALL = "small"
    SECTION = "section"
    EYEBROW = "eyebrow"
    EYEBROW_GREEN = "eyebrow-green"
    ATTENTION = "attention"
    DONE = "done"
    BRAND = "brand"


#: Texts that head what comes after them: somebody who does not see the page jumps from one to the next.
_HEADINGS = frozenset({Tone.TITLE, Tone.HEADING, Tone.SECTION, Tone.EYEBROW, Tone.EYEBROW_GREEN})


class Label(QLabel):
    """A text in a tone. It wraps unless `wrap` is False, and elides nothing: a longer text makes it taller."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.BODY, *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plain = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty(KIND, tone.value)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if tone in _HEADINGS:
            set_role(self, SpokenRole.HEADING)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Set the text, in its reading direction."""
        self._plain = text
        super().setText(in_reading_order(text))

    def text(self) -> str:
        """Return the text as it was set."""
        return self._plain

    def set_tone(self, tone: Tone) -> None:
        """Set the tone."""
        if self.property(KIND) == tone.value:
            return
        self.setProperty(KIND, tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
