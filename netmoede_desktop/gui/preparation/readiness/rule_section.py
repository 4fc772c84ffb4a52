"""A group of rules under a heading. A long one is folded after the first few."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.readiness.verdict import PageField
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Hairline, row
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import RuleRow
from netmoede_desktop.gui.preparation.readiness.rule_row import RuleButton
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: So many are shown before the rest is folded.
SHOWN = 6


class RuleSection(QWidget):
    """The heading, the rules, and *n mere*. Hidden while there is no rule in it."""

    pressed = Signal(object)
    """The `PageField` of the rule that was pressed."""
    undone = Signal(str)
    """The rule whose reason is to be changed or taken back."""
    unfolded = Signal()

    def __init__(
        self, heading: str, look: Look, t: Translator, leads: Callable[[PageField], bool], *, shown: int
    ) -> None:
        """Create it; `leads` says whether a place can be gone to, `shown` how many rules are never folded."""
        super().__init__()
        self._heading, self._look, self._t, self._leads, self._limit = heading, look, t, leads, shown
        self._rows: tuple[RuleRow, ...] = ()
        self._open = False
        self.list = Listed(heading)
        self.more = Button("", look, ButtonKind.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        self._line = Hairline(look)
        column.addWidget(self._line)
        column.addSpacing(look.px(6))
        self._title = Label(heading, Tone.SECTION)
        column.addWidget(self._title)
        column.addWidget(self.list)
        column.addLayout(row(self.more, None))
        self.more.clicked.connect(self._unfold)
        self.hide()

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """The rules in it, folded ones too."""
        return self._rows

    @property
    def buttons(self) -> tuple[RuleButton, ...]:
        """The rows in sight."""
        return tuple(button for button in self.findChildren(RuleButton) if not button.isHidden())

    def render(self, rows: Sequence[RuleRow], *, line: bool) -> None:  # type: ignore[override]
        """Show these rules; `line` draws the line above. The focus stays on its rule, if it is still there."""
        self._line.setVisible(line)
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._fill()
        self.setVisible(bool(rows))

    def _fill(self) -> None:
        here = next((button.row.rule for button in self.buttons if button.hasFocus()), None)
        for button in self.buttons:
            button.hide()
        self.list.clear()
        shown = self._rows if self._open else self._rows[: self._limit]
        folded = len(self._rows) - len(shown)
        if folded == 1:  # a line for one more is as high as the one
            shown, folded = self._rows, 0
        for one in shown:
            self._add(one, focused=one.rule == here)
        self.more.setVisible(bool(folded))
        self.more.set_label(self._label(folded))
        self.more.setAccessibleName(
            self._t.gettext("{section}: {more}").format(section=self._heading, more=self.more.text())
        )
        self._title.setVisible(bool(self._heading) and bool(shown))

    def _label(self, folded: int) -> str:
        if self._limit:
            return self._t.ngettext("{n} mere", "{n} mere", folded).format(n=folded)
        return self._t.ngettext("{n} mere skal klares", "{n} mere skal klares", folded).format(n=folded)

    def _add(self, one: RuleRow, *, focused: bool) -> None:
        button = RuleButton(one, self._look, self._t, leads=self._leads(one.place))
        button.clicked.connect(lambda: self.pressed.emit(one.place))
        if not one.signed:
            self.list.add(button, button.text())
        else:
            undo = Button(self._t.gettext("Ret"), self._look, ButtonKind.QUIET)
            undo.setAccessibleName(self._t.gettext("Ret grunden: {rule}").format(rule=one.name))
            undo.clicked.connect(lambda: self.undone.emit(one.rule))
            both = QWidget()
            line = row(button, undo)
            line.setStretch(0, 1)
            line.setAlignment(undo, Qt.AlignmentFlag.AlignTop)
            both.setLayout(line)
            self.list.add(both, button.text())
        if focused:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        first = len(self.buttons)
        self._open = True
        self._fill()
        self.unfolded.emit()
        stops = [button for button in self.buttons[first:] if button.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
