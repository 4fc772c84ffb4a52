"""The steps of the preparation: a column at the left, a row on top where there is little room."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.buttons.navigation import NavItem, StepMark
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep, step_name
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_WIDTH = 200
_UNBOUND = 16_777_215


class StepList(Surface):
    """The way back to the sag, which meeting it is, the steps, and when it was kept last."""

    pressed = Signal(str)
    """The step that was pressed."""
    left = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("paper", look, padding=16, spacing=2)
        self._look, self._t = look, t
        self.back = Button(t.gettext("‹ Sagen"), look, ButtonKind.QUIET)
        self.back.setAccessibleName(t.gettext("Tilbage til sagen"))
        self._eyebrow = Label(t.gettext("FORBEREDELSE"), Tone.EYEBROW)
        self._heading = ElidedLabel("", Tone.STRONG)
        self._heading.setContentsMargins(0, 0, 0, look.px(10))
        self.saved = Label(" ", Tone.SMALL)
        self.items = {step: NavItem(step_name(step, t), look) for step in PreparationStep}
        self.column.addLayout(row(self.back, None))
        self.column.addWidget(self._eyebrow)
        self.column.addWidget(self._heading)
        self.column.addSpacing(look.px(8))
        for step, item in self.items.items():
            item.set_mark(StepMark.OPEN, t.gettext("mangler noget"))
            item.clicked.connect(lambda _checked=False, step=step: self.pressed.emit(step.value))
            self.column.addWidget(item)
        self.column.addStretch(1)
        self.column.addWidget(self.saved)
        self.back.clicked.connect(self.left)
        self.lay_out(compact=False)

    def render(self, heading: str, done: Collection[PreparationStep]) -> None:  # type: ignore[override]
        """Show which meeting it is, and which steps nothing is missing in."""
        self._heading.set_text(heading)
        for step, item in self.items.items():
            ready = step in done
            spoken = self._t.gettext("der mangler ikke noget") if ready else self._t.gettext("der mangler noget")
            item.set_mark(StepMark.DONE if ready else StepMark.OPEN, spoken)

    def show_step(self, step: PreparationStep) -> None:
        """Show where the user is."""
        for other, item in self.items.items():
            item.set_current(current=other is step, spoken=self._t.gettext("du er her"))

    def show_saved(self, sentence: str) -> None:
        """Say when something was kept."""
        self.saved.setText(sentence)

    def lay_out(self, *, compact: bool) -> None:
        """Stand at the left, or lie on top."""
        self._eyebrow.setVisible(not compact)
        self._heading.setVisible(not compact)
        self.saved.setVisible(not compact)
        inset = self._look.px(4 if compact else 16)
        self.column.setContentsMargins(inset, inset, inset, inset)
        directions, policy = QBoxLayout.Direction, QSizePolicy.Policy
        self.column.setDirection(directions.LeftToRight if compact else directions.TopToBottom)
        if compact:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_UNBOUND)
            self.setSizePolicy(policy.Expanding, policy.Fixed)
        else:
            self.setFixedWidth(self._look.px(_WIDTH))
            self.setSizePolicy(policy.Fixed, policy.Expanding)
