"""A heading with what has been said under it, and a place to write the next, which opens when it is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.frames import Surface, row
from netmoede_desktop.gui.widgets.growing_input import GrowingInput
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.localization.catalogue import Translator


class WritingPanel(QWidget):
    """The panel; what is written in it, and what becomes of it, is for those that are made of it."""

    shown = Signal(object)
    """A widget that is to be seen: what holds the panel scrolls to it."""

    def __init__(self, title: str, purpose: str, look: Look, t: Translator) -> None:
        """Make it; `purpose` is what a screen reader says of the button that opens it."""
        super().__init__()
        self._said: tuple[str, ...] = ()
        self.open_button = Button(t.gettext("Skriv"), look, ButtonKind.QUIET)
        self.open_button.setAccessibleName(purpose)
        self._list = Label("", Tone.BODY)
        self._list.hide()
        self._form = Surface("card", look, padding=12, spacing=8)
        self._form.hide()
        self.text = GrowingInput(look, size=14, most=6)
        self.keep_button = Button(t.gettext("Gem"), look, ButtonKind.PRIMARY, key="↵")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(row(Label(title, Tone.HEADING), self.open_button))
        column.addWidget(self._list)
        column.addWidget(self._form)
        self.open_button.clicked.connect(self._toggle)
        self.text.entered.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)

    def open(self) -> None:
        """Open the place to write."""
        self._form.show()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(self._form)

    def keep(self) -> bool:
        """Keep what is written; False when something is missing or the disk refused. It is then still here."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the place to write; what is written stays in it, and is taken by nothing but its own button."""
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._close()
        else:
            super().keyPressEvent(event)

    def _fill_form(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._form.column.addWidget(widget)
        self._form.column.addLayout(row(self.keep_button, None))

    def _show_said(self, said: Sequence[str]) -> None:
        """Show what has been said, a line each."""
        if tuple(said) != self._said:
            self._said = tuple(said)
            self._list.setText("\n".join(said))
        self._list.setVisible(bool(said))

    def _first(self) -> QWidget:
        """Return what has the keyboard first."""
        return self.text

    def _toggle(self) -> None:
        if self._form.isHidden():
            self.open()
        else:
            self._close()

    def _close(self) -> None:
        self._form.hide()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
