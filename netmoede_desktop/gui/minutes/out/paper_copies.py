"""A paper to tick, and in how many copies it is wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_MOST = 99
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class CountInput(LineInput):
    """A number from 1 to 99; arrows count up and down. An empty line counts as the number before it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("1", longest=2)
        self._count = 1
        self.setValidator(QIntValidator(1, _MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(lambda: self.setText(str(self._count)))

    @property
    def count(self) -> int:
        """The number."""
        return self._count

    def set_count(self, count: int) -> None:
        """Put a number in; one too low or too high becomes the nearest."""
        nearest = min(max(count, 1), _MOST)
        self.setText(str(nearest))
        if nearest != self._count:
            self._count = nearest
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows count."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_count(self._count + step)

    def _typed(self, text: str) -> None:
        if text.isdecimal() and int(text) >= 1:
            self._count = int(text)
            self.changed.emit()


class PaperCopies(QWidget):
    """The box to tick, the number, and one fewer or one more."""

    changed = Signal()

    def __init__(self, paper: str, look: Look, t: Translator) -> None:
        super().__init__()
        self.tick = QCheckBox(paper)
        self.tick.setChecked(True)
        self.count = CountInput()
        self.count.setFixedWidth(look.px(56))
        self.count.setAccessibleName(t.gettext("Antal eksemplarer: {paper}").format(paper=paper))
        self._fewer = Button("−", look, ButtonKind.QUIET)
        self._more = Button("+", look, ButtonKind.QUIET)
        self._fewer.setAccessibleName(t.gettext("Ét eksemplar færre: {paper}").format(paper=paper))
        self._more.setAccessibleName(t.gettext("Ét eksemplar mere: {paper}").format(paper=paper))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self.tick, None, self._fewer, self.count, self._more, spacing=look.px(2)))
        self._connect()

    def _connect(self) -> None:
        for widget in (self.count, self._fewer, self._more):
            self.tick.toggled.connect(widget.setEnabled)
        self.tick.toggled.connect(self.changed)
        self.count.changed.connect(self.changed)
        self._fewer.clicked.connect(lambda: self.count.set_count(self.count.count - 1))
        self._more.clicked.connect(lambda: self.count.set_count(self.count.count + 1))

    @property
    def copies(self) -> int:
        """In how many copies, 0 where it is not ticked."""
        return self.count.count if self.tick.isChecked() else 0

    def suggest(self, copies: int) -> None:
        """Put a number in."""
        self.count.set_count(copies)
