"""A field for one sentence: it grows with its text, Enter finishes it, a pasted list is emitted as a whole."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent

from netmoede_desktop.gui.kit.fields.fields import pasted_text
from netmoede_desktop.gui.kit.fields.growing_field import GrowingField
from netmoede_desktop.gui.theme.look import Look

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEFT_ALONE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class GrowingInput(GrowingField):
    """One sentence over as many lines as it needs, up to `most`; then it scrolls. It never holds a line break."""

    entered = Signal()
    """Enter was pressed; a key that is held down counts once."""

    def __init__(
        self,
        look: Look,
        *,
        placeholder: str = "",
        size: int = 17,
        most: int = 4,
        several: Callable[[str], None] | None = None,
    ) -> None:
        """Make it, in letters of `size` at 100 %. `several` takes a pasted text of several lines as it is."""
        super().__init__("", look, most=most, placeholder=placeholder)
        self._several = several
        thicker = look.ring - look.px(look.theme.stroke)  # so that nothing moves when the ring comes
        self.setStyleSheet(f"""
            QPlainTextEdit {{ font-size: {look.px(size)}px; padding: {look.px(6)}px {look.px(10)}px; }}
            QPlainTextEdit:focus {{ padding: {look.px(6) - thicker}px {look.px(10) - thicker}px; }}
        """)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text, the cursor behind it; this clears the undo history."""
        if text != self.text:
            self.setPlainText(text)
            self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is done; Escape, Tab, and Enter with Ctrl, are the window's."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if key in _LEFT_ALONE or (key in _ENTER and not plain):
            event.ignore()
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Put plain text in as one line, or hand several lines on."""
        text = pasted_text(source)
        if self._several is not None and len(text.strip().splitlines()) > 1:
            self._several(text)
            return
        self.insertPlainText(" ".join(text.split()) if text.strip() != text or "\n" in text else text)
