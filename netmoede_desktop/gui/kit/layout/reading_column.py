"""A scrolling column for texts: never wider than is good to read."""

from PySide6.QtGui import QResizeEvent

from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.theme.look import Look


class ReadingColumn(ScrollColumn):
    """The column; a wide page has an empty margin at the right.

    A maximum width on the widgets themselves would not do: their height would be asked for at the width of the page.
    """

    def __init__(self, look: Look, widest: int, *, padding: int = 24, spacing: int = 16) -> None:
        """Create it; `widest`, `padding` and `spacing` in pixels at 100 %."""
        super().__init__(look, padding=padding, spacing=spacing)
        self._widest, self._inset = look.px(widest), look.px(padding)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Widen the right margin as the page gets wider."""
        super().resizeEvent(event)
        inset = self._inset
        spare = self.viewport().width() - 2 * inset - self._widest
        self.column.setContentsMargins(inset, inset, inset + max(spare, 0), inset)
