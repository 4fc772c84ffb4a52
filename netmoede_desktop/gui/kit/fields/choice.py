"""One of a few: a list that opens. The wheel never changes it by accident while the page is scrolled."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QToolTip

from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.theme.look import Look

#: So many options are shown at once where the screen has room: everybody at a large table.
_SHOWN = 20
#: Seconds after which a letter begins another name.
_NAMING_S = 1.5


class Choice(QComboBox):
    """A choice among options, each a key and what it is called."""

    picked = Signal(str)
    """The key the user has picked; never sent for what the program sets."""
    chosen = Signal(str)
    """The same, but only out of the opened list: arrows may pass by others on the way."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        look: Look,
        *,
        key: str | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make it, with the option of that key chosen, or the first; `seconds` is a clock that only goes forward."""
        super().__init__()
        self._look = look
        self._seconds = seconds
        self._keys: list[str] = []
        self._named, self._named_at = "", 0.0
        self._walking = False
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_SHOWN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options, key=key)
        self.activated.connect(self._activated)

    @property
    def key(self) -> str:
        """The key of the current option, "" without options."""
        number = self.currentIndex()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def set_key(self, key: str) -> None:
        """Choose the option with that key; an unknown one changes nothing."""
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))

    def set_options(self, options: Sequence[tuple[str, str]], *, key: str | None = None) -> None:
        """Replace the options; the current one stays selected if it is among them and `key` names no other."""
        wanted = self.key if key is None else key
        if [(k, self.itemText(n)) for n, k in enumerate(self._keys)] != list(options):
            self._keys = [option for option, _ in options]
            self.clear()
            self.addItems([label for _, label in options])
        self.set_key(wanted)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower than its longest option: what does not fit is cut, and whole in the opened list."""
        return QSize(self._look.px(96), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Show the current option in full on hover; a tip of Qt's would be its description too, said once more."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_hint(self.currentText()), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter and Escape to the page; letters name an option, a blank before any of them opens the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        named = self._named_by(event)
        if named is None and event.key() == Qt.Key.Key_Space:
            self.showPopup()
            return
        self._walking = True
        if named is None:
            self._named = ""
            super().keyPressEvent(event)
        else:
            place = self._place_of(named, self.currentIndex())
            if place != self.currentIndex():
                self.setCurrentIndex(place)
                self.activated.emit(place)
        self._walking = False

    def showPopup(self) -> None:  # noqa: N802
        """Open the list; names are found in it as without it."""
        self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Select the option typed in the opened list."""
        if watched is not self.view() or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        named = self._named_by(event)
        if named is None:
            return super().eventFilter(watched, event)
        place = self._place_of(named, self.view().currentIndex().row())
        self.view().setCurrentIndex(self.model().index(place, self.modelColumn()))
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Nothing is named yet."""
        self._named = ""
        super().focusInEvent(event)

    def _named_by(self, event: QKeyEvent) -> str | None:
        """Return the letters typed with this key included; None for no such key. A name does not begin with a space.

        Qt by itself leaves spaces out, and would never find a second name.
        """
        sign, now = event.text(), self._seconds()
        if not sign or not sign.isprintable() or (sign == " " and not self._named):
            return None
        late = now - self._named_at > _NAMING_S and sign != " "
        self._named, self._named_at = sign if late else self._named + sign, now
        return self._named

    def _place_of(self, named: str, here: int) -> int:
        """The option that begins so, from here on; a letter that is pressed again goes on to the next. Else here."""
        again = len(set(named.casefold())) == 1
        sought = named[0].casefold() if again else named.casefold()
        places = [(here + again + step) % self.count() for step in range(self.count())]
        return next((place for place in places if self.itemText(place).casefold().startswith(sought)), here)

    def _activated(self, number: int) -> None:
        self.picked.emit(self._keys[number])
        if not self._walking:
            self.chosen.emit(self._keys[number])
