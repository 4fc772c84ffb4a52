"""One entry of the referat: a note by itself, or a card with all of an agreement or a person."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.minutes.outline import FieldKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.minutes.editing.corrections import Correction, FieldContext, correction
from netmoede_desktop.gui.minutes.editing.outline import EditorEntry

#: Kinds of which two are short enough to stand beside each other.
_SHORT = frozenset({FieldKind.LINE, FieldKind.DAY})


class EntryCard(QWidget):
    """The fields of an entry; short ones beside each other where there is room."""

    def __init__(self, entry: EditorEntry, context: FieldContext) -> None:
        super().__init__()
        self.fields = tuple(correction(field, context) for field in entry.fields)
        self._missing = Label("", Tone.ATTENTION)
        self._missing.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if entry.title:
            outer.addWidget(self._card(entry.title, context))
        else:
            for field in self.fields:
                outer.addWidget(field)
        outer.addWidget(self._missing)
        self.show_missing(entry.missing)

    def show_missing(self, sentence: str) -> None:
        """Say what keeps the entry out of the paper, "" for nothing."""
        if sentence != self._missing.text():
            self._missing.setText(sentence)
            self._missing.setVisible(bool(sentence))

    def _card(self, title: str, context: FieldContext) -> Surface:
        card = Surface("card", context.look, padding=16, spacing=8)
        card.setAccessibleName(title)
        card.column.addWidget(Label(title, Tone.HEADING))
        for line in _lines(self.fields):
            beside = QHBoxLayout()
            beside.setSpacing(context.look.px(12))
            for field in line:
                beside.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            card.column.addLayout(beside)
        return card


def _lines(fields: Iterable[Correction]) -> list[list[Correction]]:
    """The fields by line: two short ones of a kind share a line."""
    lines: list[list[Correction]] = []
    for field in fields:
        kind = field.field.kind
        if kind in _SHORT and lines and [one.field.kind for one in lines[-1]] == [kind]:
            lines[-1].append(field)
        else:
            lines.append([field])
    return lines
