"""A place of the register as a row: chosen by a press or an arrow; where there is little room a card of three lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Widths of seats, evening, rent and verdict at 100 %.
_WIDTHS = (46, 76, 60, 156)
#: The room of the radio button, so that the heads stand over their columns.
_RADIO = 34
_UNBOUND = 16_777_215


class RoomRow(QWidget):
    """One place with its figures and the verdict in words."""

    chosen = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self.radio = QRadioButton()
        self.name = Label("", Tone.STRONG)
        self.figures = [Label("") for _ in range(3)]
        self.verdict = Label("")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.px(2), 0, look.px(2))
        self._grid.setSpacing(look.px(8))
        self.radio.clicked.connect(lambda: self.chosen.emit())
        self.lay_out(compact=False)

    def show_room(self, name: str, figures: Sequence[str], verdict: str, *, fits: bool) -> None:
        """Show the place; the radio button says the whole row."""
        self.name.setText(name)
        for label, text in zip(self.figures, figures, strict=True):
            label.setText(text)
        self.verdict.setText(verdict)
        self.verdict.set_tone(Tone.DONE if fits else Tone.ATTENTION)
        seats = self._t.gettext("{n} pladser").format(n=figures[0]) if figures[0] else ""
        self.radio.setAccessibleName(", ".join(part for part in (name, seats, *figures[1:], verdict) if part))

    def set_chosen(self, *, chosen: bool, open_to_change: bool) -> None:
        """Say whether the meeting is held here."""
        self.radio.setChecked(chosen)
        self.radio.setEnabled(open_to_change)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the place wherever its row is pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.click()

    def lay_out(self, *, compact: bool) -> None:
        """Be a row, or a card of three lines: name, figures, verdict."""
        grid, look = self._grid, self._look
        for widget in (self.radio, self.name, *self.figures, self.verdict):
            grid.removeWidget(widget)
        grid.addWidget(self.radio, 0, 0, Qt.AlignmentFlag.AlignTop)
        if compact:
            grid.addWidget(self.name, 0, 1, 1, 3)
            for column, label in enumerate(self.figures):
                grid.addWidget(label, 1, 1 + column)
            grid.addWidget(self.verdict, 2, 1, 1, 3)
        else:
            grid.addWidget(self.name, 0, 1)
            for column, label in enumerate((*self.figures, self.verdict), start=2):
                grid.addWidget(label, 0, column)
        grid.setColumnStretch(1, 1)
        for column, (label, width) in enumerate(zip((*self.figures, self.verdict), _WIDTHS, strict=True), start=2):
            grid.setColumnStretch(column, int(compact))
            label.setMinimumWidth(0 if compact else look.px(width))
            label.setMaximumWidth(_UNBOUND if compact else look.px(width))


class RoomHeads(QWidget):
    """The heads of the columns, over the rows."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(look.px(_RADIO), 0, 0, 0)
        grid.setSpacing(look.px(8))
        heads = (t.gettext("Plads"), t.gettext("Aften"), t.gettext("Leje"), t.gettext("Passer det?"))
        grid.addWidget(Label(t.gettext("Navn"), Tone.SMALL), 0, 0)
        grid.setColumnStretch(0, 1)
        for column, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True), start=1):
            label = Label(head, Tone.SMALL)
            label.setFixedWidth(look.px(width))
            grid.addWidget(label, 0, column)
