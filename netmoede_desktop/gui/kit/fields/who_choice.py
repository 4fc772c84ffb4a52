"""Who it is: one of the people of the meeting, or somebody else whose name is written."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: The key of "somebody else"; no id and no name is a blank.
_OTHER = " "
_LONGEST = 200


class WhoChoice(QWidget):
    """A list of people; its last option unfolds a line for a name. Its value is a key of the list or that name."""

    chosen = Signal(str)
    """The new value, "" for none; for a name half a second after the last letter."""

    def __init__(self, label: str, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._people: Mapping[str, str] = {}
        self.choice = Choice((), look)
        self.name = LineInput(placeholder=t.gettext("Skriv navnet"), longest=_LONGEST)
        self._field = Field(label, self.choice, look)
        self._typing, self._kept = TypingDelay(self), KeptText()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._field)
        column.addWidget(self.name)
        self.name.hide()
        self.set_label(label)
        self.choice.picked.connect(self._pick)
        self.name.textEdited.connect(lambda: self._typing.restart())
        self.name.editingFinished.connect(self._typing.flush)
        self._typing.due.connect(lambda: self.chosen.emit(self.value))

    @property
    def value(self) -> str:
        """The key of the person chosen, or the name written, "" for none."""
        return self.name.text().strip() if self.choice.key == _OTHER else self.choice.key

    def set_label(self, label: str) -> None:
        """Set the question."""
        self._field.set_label(label)
        self.name.setAccessibleName(self._t.gettext("{question} Navnet").format(question=label))

    def render(self, value: str, people: Mapping[str, str]) -> None:  # type: ignore[override]
        """Show who is chosen among `people`, what they are called by key; a name being written stays."""
        other = bool(value) and value not in people
        typing = self.choice.key == _OTHER and (self.name.hasFocus() or self._typing.pending or not value)
        t = self._t
        options = [("", t.gettext("vælg")), *people.items(), (_OTHER, t.gettext("en anden …"))]
        self.choice.set_options(options, key=_OTHER if other or typing else value)
        if other and self._kept.takes(value, self.name.text(), typing=self.name.hasFocus() or self._typing.pending):
            self.name.setText(value)
            self.name.setCursorPosition(0)
        self.name.setVisible(self.choice.key == _OTHER)

    def clear(self) -> None:
        """Take back who it is, a name being written too. Emits nothing."""
        self._typing.stop()
        self.name.clear()
        self._kept = KeptText()
        self.render("", {})
        self.choice.set_key("")
        self.name.hide()

    def flush(self) -> None:
        """Stop waiting for a pause in the typing; `value` has the name typed."""
        self._typing.stop()

    def _pick(self, key: str) -> None:
        self.name.setVisible(key == _OTHER)
        if key == _OTHER:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if key != _OTHER or self.name.text():
            self.chosen.emit(self.value)
