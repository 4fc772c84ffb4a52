"""A heading with what has been said under it, and a place to write the next, which opens when it is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WritingPanel(QWidget):
    """The panel; subclasses define its form and how it is saved."""

    shown = Signal(object)
    """A widget that is to be seen: what holds the panel scrolls to it."""
    led = Signal(QWidget)
    """The keyboard is led to a control by an act, as if by Tab."""

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
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight()

    @property
    def opened(self) -> bool:
        """Whether there is a place to write, in sight or scrolled away."""
        return self._form.isVisible()

    def own_text(self) -> QWidget:
        """Return the text of the form."""
        return self.text

    def keep(self) -> bool:
        """Save the form; return False when incomplete or the disk refused. Its text then stays."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the form and its text stays; Enter in its list saves it, as in its text."""
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._close()
        elif event.key() in _ENTER and not event.isAutoRepeat() and self._has_keyboard():
            self.keep()
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

    def _bring_into_sight(self) -> None:
        """Scroll to the form once it has its place: all of it, or at least the text and the button below."""
        for widget in (self._form, self.keep_button, self.text):
            QTimer.singleShot(0, self, lambda widget=widget: self.shown.emit(widget))

    def _has_keyboard(self) -> bool:
        return self._form.isAncestorOf(self.window().focusWidget())

    def _lead_to(self, control: QWidget) -> None:
        """Put the keyboard where something is missing."""
        self.led.emit(control)
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight()

    def _toggle(self) -> None:
        if self._form.isHidden():
            self.open()
        else:
            self._close()

    def _close(self) -> None:
        self._form.hide()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
