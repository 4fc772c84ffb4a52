"""A single-line label that elides its text; the full text is its tool tip and its accessible name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order


class ElidedLabel(Label):
    """A label that never makes its place wider or taller. `right` aligns it to the right."""

    def __init__(self, text: str = "", tone: Tone = Tone.BODY, *, right: bool = False) -> None:
        super().__init__("", tone, wrap=False)
        self._right = right
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Set the text; nothing is repainted if it is the same."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(plain_hint(text))
            self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size for the full text."""
        return self._around(self.fontMetrics().horizontalAdvance(self.text()) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of an ellipsis and the height of a line."""
        return self._around(self.fontMetrics().horizontalAdvance("…"))

    def _around(self, width: int) -> QSize:
        self.ensurePolished()  # before it is shown, its letters are not of their size yet
        margins = self.contentsMargins()
        beside, above = margins.left() + margins.right(), margins.top() + margins.bottom()
        return QSize(width + beside, self.fontMetrics().height() + above)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the text, elided if needed."""
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(in_reading_order(self.text()), Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
