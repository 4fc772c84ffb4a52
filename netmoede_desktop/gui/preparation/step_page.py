"""The interface of a step of the preparation: one question, its answer saved as it is typed, and a side."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting


class StepPage(QWidget):
    """A step. `aside` is shown at the side while the step is, None where it has nothing there."""

    aside: QWidget | None = None

    def __init__(self, question: str, lead: str, bridge: PreparationBridge, look: Look, t: Translator) -> None:
        super().__init__()
        self._bridge, self._look, self._t = bridge, look, t
        self.setProperty(KIND, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(12))
        self.question, self.lead = Label(question, Tone.TITLE), Label(lead, Tone.MUTED)
        self.column.addWidget(self.question)
        self.column.addWidget(self.lead)
        bridge.shown.connect(self.render)
        bridge.refused.connect(self.show_refusal)

    def ask(self, question: str, lead: str) -> None:
        """Replace the question and the line below it, where they name somebody of the meeting."""
        self.question.setText(question)
        self.lead.setText(lead)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Render the saved meeting; text being typed stays."""
        raise NotImplementedError

    def show_refusal(self, where: str, sentence: str) -> None:
        """Say what could not be done, if it was asked for here."""

    def save(self) -> bool:
        """Save the typed text, before the step is left; return False when refused."""
        return True

    def flush(self) -> bool:
        """Save the typed text, half-written lines as such, before the window closes; return False when refused."""
        return self.save()

    def focus_first(self) -> None:
        """Focus the first question."""

    def fields(self) -> Mapping[str, QWidget]:
        """The fields that a rule can be mended in, by the names that places of rules give them."""
        return {}

    def focus_on(self, field: str) -> None:
        """Give the keyboard to a field, or to the first question where there is none of that name."""
        widget = self.fields().get(field)
        if widget is None or not widget.isEnabled() or widget.isHidden():
            self.focus_first()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
