"""A field for a passphrase: hidden until its button shows it; it reports when Caps Lock seems to be on."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Longer than any passphrase may be, so that too much is told and never cut off unseen.
_LONGEST = 2000
_BUTTONS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LINE_ENDS = "\r\n\u2028\u2029"


class PassphraseInput(LineInput):
    """A masked line with a button that unmasks it. The text is held nowhere else."""

    caps_lock = Signal(bool)
    """Emitted with whether Caps Lock seems to be on, as far as the letters show: no system gives the state to all
    programs.
    """
    shown = Signal(bool)
    """Emitted with True when the text becomes readable, False when it is masked again."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(longest=_LONGEST)
        self._look, self._t = look, t
        self._labels = (t.gettext("Vis"), t.gettext("Skjul"))
        self._button = Button(self._labels[0], look, ButtonKind.QUIET, parent=self)
        self._button.installEventFilter(self)
        self._button.clicked.connect(lambda: self.show_text(shown=not self.is_shown))
        self._names = (t.gettext("Vis adgangssætningen"), t.gettext("Skjul adgangssætningen"))
        self._button.setAccessibleName(self._names[0])
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        width = max(self._width(label) for label in self._labels)
        self.setTextMargins(0, 0, width + look.px(4), 0)

    @property
    def button(self) -> QWidget:
        """The button that shows and hides the text."""
        return self._button

    @property
    def passphrase(self) -> str:
        """The text without the line end that pasted text may bring along."""
        return self.text().rstrip(_LINE_ENDS)

    @property
    def is_shown(self) -> bool:
        """Whether the text is readable."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Set the accessible name, also of the button, so that several on a page can be told apart."""
        super().setAccessibleName(name)
        show, hide = self._t.gettext("Vis: {field}"), self._t.gettext("Skjul: {field}")
        self._names = (show.format(field=name), hide.format(field=name))
        self._button.setAccessibleName(self._names[self.is_shown])

    def show_text(self, *, shown: bool) -> None:
        """Unmask or mask the text, and emit `shown`."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._button.set_label(self._labels[shown])
        self._button.setAccessibleName(self._names[shown])
        self._place_button()
        self.shown.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Emit `caps_lock` as the letter suggests, then handle the key."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Swallow printable keys on the button: they may be meant for quite another field than the line around it."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() not in _BUTTONS
        if watched is self._button and typed and isinstance(event, QKeyEvent) and event.text().isprintable():
            return bool(event.text())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the button at the end of the line."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        width, gap, above = self._width(self._button.text()), self._look.px(3), self._look.px(2)
        self._button.setGeometry(self.width() - width - gap, above, width, self.height() - 2 * above)

    def _width(self, label: str) -> int:
        return self._look.px(28) + QFontMetrics(self._look.font(14, bold=True)).horizontalAdvance(label)


def fields_first(*lines: PassphraseInput) -> None:
    """Set the tab order: all lines first, then their buttons, beginning with that of the last line."""
    for one, other in pairwise((*lines, *(line.button for line in reversed(lines)))):
        QWidget.setTabOrder(one, other)


def caps_lock_hint(t: Translator) -> str:
    """Return the hint shown while Caps Lock seems to be on."""
    return t.gettext("Caps Lock ser ud til at være slået til.")
