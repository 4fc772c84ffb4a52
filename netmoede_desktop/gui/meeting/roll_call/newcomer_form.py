"""Someone who was not expected, in one row: name, which side, who they are to the child; Enter seats them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The side that is offered before another is chosen.
_FIRST = Role.PRIVATE
_LONGEST = 120


class NewcomerForm(Surface):
    """The row. It holds the typed text until `clear`; in a compact window the second half opens with the first."""

    asked = Signal(str, str, str)
    """Name, role (its word) and relation, as typed."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, padding=0)
        self._look, self._t = look, t
        self._compact: bool | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self._heading = Label(t.gettext("Kom der én til?"), Tone.HEADING, wrap=False)
        self._said = Label(" ", Tone.SMALL)
        self.name = LineInput(placeholder=t.gettext("fx Hanne Bak"), longest=_LONGEST)
        sides = (
            (Role.PRIVATE.value, t.gettext("Familie og netværk")),
            (Role.PROFESSIONAL.value, t.gettext("Fagfolk")),
            (Role.INTERPRETER.value, t.gettext("Tolk")),
        )
        self.side = AnswerChips(sides, look)
        self.side.set_key(_FIRST.value)
        self.side.setAccessibleName(t.gettext("Hører til"))
        self.relation = LineInput(longest=_LONGEST)
        self.adult = QCheckBox(t.gettext("over 18 år"))
        self.outsider = QCheckBox(t.gettext("uden for familien"))
        self.button = Button(t.gettext("Tilføj ved bordet"), look, key="Enter")
        self._heads = QWidget()
        heads = QVBoxLayout(self._heads)
        heads.setContentsMargins(0, 0, 0, 0)
        heads.setSpacing(0)
        heads.addStretch(1)
        heads.addWidget(self._heading)
        heads.addWidget(self._said)
        self._relation_label = Label(t.gettext("Relation til barnet"), Tone.STRONG, wrap=False)
        self.relation.setAccessibleName(self._relation_label.text())
        labels = [Label(words, Tone.STRONG, wrap=False) for words in (t.gettext("Navn"), t.gettext("Hører til"))]
        labels += [self._relation_label, Label(t.gettext("Er tolken …?"), Tone.STRONG, wrap=False)]
        self._labels = tuple(labels)
        self.name.setAccessibleName(labels[0].text())
        self._name_field = _labelled(labels[0], self.name, look)
        self._side_field = _labelled(labels[1], self.side, look)
        self._relation_field = _labelled(self._relation_label, self.relation, look)
        self._interpreter_field = _labelled(labels[3], self._interpreter_boxes(), look)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setHorizontalSpacing(look.px(14))
        self.column.addWidget(holder)
        self.lay_out(compact=False)

    def _interpreter_boxes(self) -> QWidget:
        look, t = self._look, self._t
        for box, spoken in (
            (self.adult, t.gettext("Tolken er over 18 år")),
            (self.outsider, t.gettext("Tolken er ikke i familie med nogen af dem")),
        ):
            box.setAccessibleName(spoken)
        boxes = QWidget()
        self._boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight, boxes)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(look.px(4))
        self._boxes.addWidget(self.adult)
        self._boxes.addWidget(self.outsider)
        self._boxes.addStretch(1)
        return boxes

    def _connect(self) -> None:
        self.button.clicked.connect(self._ask)
        self.name.textChanged.connect(self._typed)
        self.side.picked.connect(lambda _: self._turn())
        for box in (self.adult, self.outsider):
            box.toggled.connect(lambda _: self._show_message("", Tone.SMALL))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops, in reading order."""
        rest = (*self.side.chips.values(), self.relation, self.adult, self.outsider)
        return (self.name, self.button, *rest) if self._compact else (self.name, *rest, self.button)

    @property
    def said(self) -> str:
        """The message about the last person to be seated, "" for none."""
        return self._said.text().strip()

    def lay_out(self, *, compact: bool) -> None:
        """Stand in one row, or in two of which the second opens once a name is begun."""
        if compact == self._compact:
            return
        self._compact = compact
        look, grid = self._look, self._grid
        beside, above = look.px(16), look.px(8 if compact else 12)
        grid.setContentsMargins(beside, above, beside, above + look.px(2))
        self._heading.set_tone(Tone.STRONG if compact else Tone.HEADING)
        self._said.setHidden(compact and not self.said)
        for label in self._labels:
            label.setVisible(not compact)  # the heading says what the name is for, and the rest is named by its hints
        self._hint()
        directions = QBoxLayout.Direction
        self._boxes.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
        for place in range(5):
            grid.setColumnStretch(place, 0)
        bottom = Qt.AlignmentFlag.AlignBottom
        for place, widget in enumerate((self._heads, self._name_field)):
            grid.addWidget(widget, 0, place, bottom)
        if compact:
            grid.addWidget(self._side_field, 1, 0, 1, 2)
            grid.setColumnStretch(1, 1)
        else:
            self.name.setMinimumWidth(look.px(200))
            grid.addWidget(self._side_field, 0, 2, bottom)
            grid.setColumnStretch(1, 2)
            grid.setColumnStretch(3, 3)
        grid.addWidget(self.button, 0, 2 if compact else 4, bottom)
        for either in (self._relation_field, self._interpreter_field):
            grid.addWidget(either, 1 if compact else 0, 2 if compact else 3)
        self._open()

    def clear(self, said: str) -> None:
        """Make room for the next one, with the keyboard in the name; `said` tells how it went, once."""
        self.name.clear()
        self.relation.clear()
        self.side.set_key(_FIRST.value)
        self.adult.setChecked(False)
        self.outsider.setChecked(False)
        self._open()
        self._show_message(said, Tone.DONE)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Show the problem with the name; no typed text is lost."""
        self._show_message(sentence, Tone.ATTENTION)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in any field seats the person."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self._ask()
        else:
            super().keyPressEvent(event)

    def _hint(self) -> None:
        example = self._t.gettext("fx fodboldtræner")
        self.relation.setPlaceholderText(self._relation_label.text() if self._compact else example)
        self.relation.setAccessibleDescription(example)  # Qt would read what stands in it, its name once more

    def _ask(self) -> None:
        interprets = self.side.key == Role.INTERPRETER.value
        if interprets and self.name.text().strip() and not (self.adult.isChecked() and self.outsider.isChecked()):
            self._show_message(self._t.gettext("En tolk er over 18 år og uden for familien."), Tone.ATTENTION)
            (self.outsider if self.adult.isChecked() else self.adult).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.asked.emit(self.name.text(), self.side.key, "" if interprets else self.relation.text())

    def _typed(self) -> None:
        if self.name.text():
            self._show_message("", Tone.SMALL)
        self._open()

    def _turn(self) -> None:
        """Clear the message, and show the fields for the chosen side."""
        self._show_message("", Tone.SMALL)
        self._open()

    def _open(self) -> None:
        shown = not self._compact or bool(self.name.text())
        interprets = self.side.key == Role.INTERPRETER.value
        self._side_field.setVisible(shown)
        self._relation_field.setVisible(shown and not interprets)
        self._interpreter_field.setVisible(shown and interprets)

    def _show_message(self, sentence: str, tone: Tone) -> None:
        said_already = sentence == self.said
        self._said.setText(sentence or " ")
        self._said.setHidden(bool(self._compact) and not sentence)
        self._said.set_tone(tone)
        self._said.setAccessibleName(sentence)
        if sentence and not said_already:
            announce(self._said, sentence)


def _labelled(label: Label, editor: QWidget, look: Look) -> QWidget:
    """Return an input with its label above."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(4))
    label.setBuddy(editor)
    column.addWidget(label)
    column.addWidget(editor, 1)
    return holder
