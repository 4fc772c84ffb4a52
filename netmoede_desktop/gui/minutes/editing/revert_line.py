"""Below a corrected field: what stood there at the meeting, and the button that puts it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Of what stood there before, this much is shown.
_SHOWN = 240


class RevertLine(QWidget):
    """One line. `was` is what stood there, "" for nothing."""

    pressed = Signal()

    def __init__(self, was: str, look: Look, t: Translator, *, locked: bool) -> None:
        super().__init__()
        before = t.gettext("Rettet. På mødet stod der: {text}").format(text=_begin(was))
        label = Label(before if was else t.gettext("Tilføjet efter mødet."), Tone.MUTED)
        button = Button(t.gettext("Brug teksten fra mødet"), look, ButtonKind.QUIET)
        button.setAccessibleDescription(label.text())
        button.setVisible(not locked)
        button.clicked.connect(self.pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        line.addWidget(label, 1)
        line.addWidget(button)


def _begin(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text[: _SHOWN + 1].split())
    return line if len(text) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"
