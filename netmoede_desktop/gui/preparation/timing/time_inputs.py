"""The inputs of *Kan vi nå det?*: how many speak, for a try, and how long the meeting is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order_before
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.lengths import meeting_length

MOST_SPEAKERS = 99
#: Lengths that are one press away, in minutes.
_NEAR = (90, 120, 150, 180)
_SIGNS = {0: "", 30: "½"}


class SpeakersInput(QWidget):
    """How many speak. Another number than the list's is only tried: nothing is kept of it."""

    tried = Signal(object)
    """The number to try, None for the list's own."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._listed = 0
        self.line = LineInput(longest=2)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setFixedWidth(look.px(56))
        self.fewer = Button("−", look)
        self.more = Button("+", look)
        self.back = Button("", look, ButtonKind.QUIET)
        self.fewer.setAccessibleName(t.gettext("En taler færre"))
        self.more.setAccessibleName(t.gettext("En taler mere"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        line = QHBoxLayout()
        line.setSpacing(look.px(4))
        for widget in (self.fewer, self.line, self.more):
            line.addWidget(widget)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.back)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.fewer.clicked.connect(lambda: self._try(self._number() - 1))
        self.more.clicked.connect(lambda: self._try(self._number() + 1))
        self.back.clicked.connect(self._go_back)
        self.line.textEdited.connect(lambda _: self._try(self._number()))
        self.line.editingFinished.connect(lambda: self.line.setText(str(self._number())))

    def show_numbers(self, speakers: int, listed: int) -> None:
        """Show the number that is worked with, beside the one of the list."""
        self._listed = listed
        if not self.line.hasFocus() or self._number() != speakers:
            self.line.setText(str(speakers))
        self.back.set_label(self._t.gettext("På listen: {n}").format(n=listed))
        self.back.setVisible(speakers != listed)

    def _number(self) -> int:
        text = self.line.text().strip()
        return int(text) if text.isascii() and text.isdigit() else self._listed

    def _try(self, number: int) -> None:
        number = min(max(number, 1), MOST_SPEAKERS)
        self.tried.emit(None if number == self._listed else number)

    def _go_back(self) -> None:
        self.tried.emit(None)
        self.more.setFocus()


class LengthInput(QWidget):
    """The usual lengths as chips, and all of them in a list."""

    def __init__(self, label: str, look: Look, t: Translator) -> None:
        super().__init__()
        hours = t.gettext("{hours} t")
        options = [(str(minutes), hours.format(hours=f"{minutes // 60}{_SIGNS[minutes % 60]}")) for minutes in _NEAR]
        self.chips = AnswerChips(options, look)
        for minutes in _NEAR:
            self.chips.chips[str(minutes)].setAccessibleName(meeting_length(minutes, t))
        self.choice = Choice((), look)
        self.choice.setAccessibleName(label)
        self.choice.setMinimumWidth(look.px(150))
        column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(self.chips)
        column.addWidget(self.choice, 1)

    def show_lengths(self, options: dict[int, str], chosen: int) -> None:
        """Show the lengths there are, in minutes with their words, and the one that is chosen."""
        self.choice.set_options([(str(minutes), label) for minutes, label in options.items()], key=str(chosen))
        self.chips.set_key(str(chosen) if chosen in _NEAR else "")
        set_tab_order_before(self.choice, self.chips.stop)  # another chip is the stop, and was left behind in the chain


class SideBySide(QWidget):
    """Two widgets side by side, under each other where there is less room than `from_width` at 100 %."""

    def __init__(self, look: Look, wide: QWidget, other: QWidget, *, from_width: int, alike: bool = True) -> None:
        """Create it; the other one is as wide as the first if they are `alike`, else as it needs."""
        super().__init__()
        self._look, self._from = look, from_width
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.px(16))
        for widget, stretch in ((wide, 1), (other, int(alike))):
            self._box.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the direction."""
        super().resizeEvent(event)
        narrow = self._look.units(self.width()) < self._from
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
