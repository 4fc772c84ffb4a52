"""The clock of the top bar: the time of day, and under it when the meeting ends, in words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.clock_words import ClockWords


class ClockFace(QWidget):
    """Two lines to the right. It never gets narrower while it is shown, so that its neighbours stand still."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._quiet = False
        self._words = ClockWords("", "", "", "")
        self._widest = 0
        self._now = Label("", Tone.TITLE, wrap=False)
        set_role(self._now, SpokenRole.TEXT)  # large, but it heads nothing
        self._line = Label("", Tone.MUTED, wrap=False)
        self._build(look)

    def _build(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._now, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)
        self._now.setFixedHeight(look.px(30))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> ClockWords:
        """The displayed texts."""
        return self._words

    def set_quiet(self, quiet: bool) -> None:
        """Say the short line, where room is short."""
        if quiet != self._quiet:
            self._quiet = quiet
            self._widest = 0
            self.setMinimumWidth(0)
            self._update_texts()

    def show_clock(self, words: ClockWords) -> None:
        """Say the time. Nothing is painted when it says so already."""
        if words != self._words:
            self._words = words
            self._update_texts()

    def _update_texts(self) -> None:
        words = self._words
        self._now.setText(words.now)
        self._line.setText(words.short if self._quiet else words.line)
        self._line.setToolTip(words.line)
        self._line.set_tone(Tone.ATTENTION if words.late else Tone.MUTED)
        self.setAccessibleName(words.spoken)
        self._widest = max(self._widest, super().sizeHint().width())
        self.setMinimumWidth(self._widest)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the widest line so far."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._widest), hint.height())
