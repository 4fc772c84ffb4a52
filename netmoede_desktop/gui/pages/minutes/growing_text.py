"""Room for somebody's words: as high as what is written in it, so that the page scrolls and not the field."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.fields import TextInput, pasted_text

#: Lines shown before the field scrolls in itself: a very long note would otherwise hide all the others.
MOST_LINES = 18


class GrowingText(TextInput):
    """Plain text, never higher than `MOST_LINES`; with `lines` it may hold several, without it Enter does nothing."""

    entered = Signal()
    """The keyboard came into it."""

    def __init__(self, text: str, look: Look, *, lines: bool = True) -> None:
        super().__init__(text)
        self._look = look
        self._takes_lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look.px(3))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.ensurePolished()  # the letters of the style sheet, before they are counted with
        self._fit()

    @property
    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def replace_text(self, text: str) -> None:
        """Write something else, so that Ctrl+Z brings back what stood there."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Escape and Ctrl+Enter to the page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif self._takes_lines or not enter:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Put the plain text in; where only one line fits, as one line."""
        text = pasted_text(source)
        self.insertPlainText(text if self._takes_lines else " ".join(text.split()))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()

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
        lines = min(max(round(self.document().size().height()), 1), MOST_LINES)
        margins = self.contentsMargins()
        beside = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        height = lines * QFontMetrics(self.font()).lineSpacing() + beside + self._look.px(2)
        if height == self.maximumHeight():
            return
        self.setFixedHeight(height)
        full = lines == MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
