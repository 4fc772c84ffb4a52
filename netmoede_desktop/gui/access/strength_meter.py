"""The strength of a new passphrase: four steps that fill, a word, one sentence. Word and shape, not colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look

_STEPS = 4


class StrengthMeter(QWidget):
    """A row of steps, the word beside it, the sentence below. Its height does not change with the text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._steps = _StrengthSteps(look)
        self._word = Label("", Tone.STRONG, wrap=False)
        self._sentence = Label("", Tone.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addLayout(row(self._steps, self._word, spacing=look.px(10)))
        column.addWidget(self._sentence)
        self._word.setMinimumHeight(self._word.fontMetrics().height() + look.px(2))

    @property
    def text(self) -> str:
        """The word and the sentence, as announced."""
        return " ".join(part for part in (self._word.text(), self._sentence.text()) if part)

    def render_strength(self, filled: float, *, accepted: bool, word: str, sentence: str) -> None:
        """Show `filled` of four steps (0.0 to 4.0), the word and the sentence."""
        self._steps.fill(filled, accepted=accepted)
        self._word.setText(word)
        self._word.set_tone(Tone.DONE if accepted else Tone.ATTENTION)
        self._sentence.setText(sentence)
        self.setAccessibleName(self.text)


class _StrengthSteps(QWidget):
    """The four steps, painted."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._filled = 0.0
        self._accepted = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, steps: float, *, accepted: bool) -> None:
        if (steps, accepted) != (self._filled, self._accepted):
            self._filled, self._accepted = steps, accepted
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(160), self._look.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, stroke = look.px(6), look.px(theme.stroke)
        width = (self.width() - gap * (_STEPS - 1)) / _STEPS
        height = look.px(8)
        top = (self.height() - height) / 2
        ink = QColor(theme.green if self._accepted else theme.ochre)
        for number in range(_STEPS):
            area = QRectF(number * (width + gap), top, width, height).adjusted(stroke, stroke, -stroke, -stroke)
            share = min(max(self._filled - number, 0.0), 1.0)
            painter.setPen(QPen(QColor(theme.edge), stroke))
            painter.setBrush(QColor(theme.card))
            painter.drawRoundedRect(area, look.px(4), look.px(4))
            if share > 0:
                painter.setBrush(ink)
                part = QRectF(area.x(), area.y(), area.width() * share, area.height())
                painter.drawRoundedRect(part, look.px(4), look.px(4))
        painter.end()
