"""The steps of the preparation: a column at the left, with little room a page of its own."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.preparation.readiness.verdict import Step
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep, step_name
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Sign
from netmoede_desktop.gui.preparation.readiness.rule_row import MARKS, sign_word
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_WIDTH = 200
_UNBOUND = 16_777_215


class StepList(Surface):
    """The way back to the sag, which meeting it is, and the steps, each with the worst sign of its rules."""

    pressed = Signal(str)
    """The step that was pressed."""
    left = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("paper", look, padding=16, spacing=2)
        self._look, self._t = look, t
        self.back = Button(t.gettext("‹ Sagen"), look, ButtonKind.QUIET)
        self.back.setAccessibleName(t.gettext("Tilbage til sagen"))
        self._heading = ElidedLabel("", Tone.STRONG)
        self._heading.setContentsMargins(0, 0, 0, look.px(10))
        self.items = {step: NavItem(step_name(step, t), look, signed=True) for step in PreparationStep}
        self.column.addLayout(row(self.back, None))
        self.column.addWidget(Label(t.gettext("FORBEREDELSE"), Tone.EYEBROW))
        self.column.addWidget(self._heading)
        self.column.addSpacing(look.px(8))
        for step, item in self.items.items():
            item.clicked.connect(lambda _checked=False, step=step: self.pressed.emit(step.value))
            self.column.addWidget(item)
        self.column.addStretch(1)
        self.back.clicked.connect(self.left)

    def render(self, heading: str, signs: Mapping[Step, Sign]) -> None:  # type: ignore[override]
        """Show which meeting it is, and the signs; a step that no rule is about has none."""
        self._heading.set_text(heading)
        for step, item in self.items.items():
            sign = signs.get(step.about)
            item.set_mark(None if sign is None else MARKS[sign], "" if sign is None else sign_word(sign, self._t))

    def show_step(self, step: PreparationStep) -> None:
        """Show where the user is."""
        for other, item in self.items.items():
            item.set_current(current=other is step, spoken=self._t.gettext("du er her"))

    def focus_step(self, step: PreparationStep) -> None:
        """Give the keyboard to a step."""
        self.items[step].setFocus(Qt.FocusReason.OtherFocusReason)


def lay_out_list(holder: QWidget, look: Look, *, compact: bool) -> None:
    """Make the scrolling holder of the list a column at the left, or as wide as the page."""
    if compact:
        holder.setMinimumWidth(0)
        holder.setMaximumWidth(_UNBOUND)
    else:
        holder.setFixedWidth(look.px(_WIDTH))
