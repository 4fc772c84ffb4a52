"""A notice in the layout of a page, with at most one button. Never a dialog in front of anything."""

from enum import StrEnum

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.theme.look import Look


class NoticeKind(StrEnum):
    """The purpose of a notice; the values are kinds of the style sheet."""

    ATTENTION = "notice-attention"
    DONE = "notice-done"
    INFO = "notice-info"


class Notice(Surface):
    """A sentence, and at most one button. Hidden while empty; announced politely, once."""

    acted = Signal()

    def __init__(self, look: Look, kind: NoticeKind = NoticeKind.INFO) -> None:
        super().__init__(kind.value, look, padding=12, spacing=12, row=True)
        self._text = Label()
        self._action = Button("", look, ButtonKind.PLAIN)
        self.column.addWidget(self._text, 1)
        self.column.addWidget(self._action)
        self._action.clicked.connect(self.acted)
        self.hide()

    @property
    def text(self) -> str:
        """The text shown, "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_text(self, text: str, kind: NoticeKind | None = None, *, action: str = "") -> None:
        """Show a text and announce it if new; "" hides the notice. `action` is the label of its button, "" for none."""
        unchanged = text == self.text
        if kind is not None:
            self.set_kind(kind.value)
        self._text.setText(text)
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text and not unchanged:
            announce(self, text)
