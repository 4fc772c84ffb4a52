"""One of a few: a list that opens. The wheel never changes it by accident while the page is scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.hints import plain_hint

#: So many options are shown at once where the screen has room: everybody at a large table.
_SHOWN = 20


class Choice(QComboBox):
    """A choice among options, each a key and what it is called."""

    picked = Signal(str)
    """The key the user has picked; never sent for what the program sets."""

    def __init__(self, options: Sequence[tuple[str, str]], look: Look, *, key: str | None = None) -> None:
        """Make it, with the option of that key chosen, or the first."""
        super().__init__()
        self._look = look
        self._keys: list[str] = []
        self._named = False
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_SHOWN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options, key=key)
        self.activated.connect(lambda number: self.picked.emit(self._keys[number]))
        self.currentTextChanged.connect(lambda text: self.setToolTip(plain_hint(text)))
        self.setToolTip(plain_hint(self.currentText()))

    @property
    def key(self) -> str:
        """The key of what is chosen, "" where there are no options."""
        number = self.currentIndex()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def set_key(self, key: str) -> None:
        """Choose the option with that key; an unknown one changes nothing."""
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))

    def set_options(self, options: Sequence[tuple[str, str]], *, key: str | None = None) -> None:
        """Offer other options; what was chosen stays so if it is among them and `key` names no other."""
        wanted = self.key if key is None else key
        if [(k, self.itemText(n)) for n, k in enumerate(self._keys)] != list(options):
            self._keys = [option for option, _ in options]
            self.clear()
            self.addItems([label for _, label in options])
        self.set_key(wanted)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower than its longest option: what does not fit is cut, and whole in the opened list."""
        return QSize(self._look.px(96), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter and Escape to the page; letters name an option, a blank before any of them opens the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            if not self._named:  # between two words it opens nothing
                self.showPopup()
        else:
            self._named = bool(event.text()) and event.text().isprintable()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Nothing is named yet."""
        self._named = False
        super().focusInEvent(event)
