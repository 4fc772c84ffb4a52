"""A text field as high as its text, so that the page scrolls and not the field, up to a number of lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.fields.fields import TextInput
from netmoede_desktop.gui.theme.look import Look


class GrowingField(TextInput):
    """The text, never lower than `least` lines. From `most` lines on it scrolls."""

    def __init__(self, text: str, look: Look, *, most: int, least: int = 1, placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder)
        self._look = look
        self._least, self._most = least, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look.px(3))
        self.document().clearUndoRedoStacks()  # the margin is nothing that was typed: Ctrl+Z is not the field's
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """The text."""
        return self.toPlainText()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the text."""
        return QSize(self._look.px(320), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow, and as high as the text."""
        return QSize(self._look.px(120), self.height())

    def _fit(self) -> None:
        # A plain document counts its height in lines.
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        margins = self.contentsMargins()
        beside = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        height = lines * QFontMetrics(self.font()).lineSpacing() + beside + self._look.px(2)
        if height == self.maximumHeight():
            return
        self.setFixedHeight(height)
        full = lines == self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
