"""One field of the referat to correct, by its kind: words, a person, a day, or yes and no; each with its way back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.minutes.draft import Value
from netmoede_desktop.domain.minutes.outline import FieldKind
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.day_field import DayField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.minutes.editing.growing_text import GrowingText
from netmoede_desktop.gui.minutes.editing.outline import EditorField
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Of the text of the meeting, this much is shown.
_SHOWN = 240


@dataclass(frozen=True, slots=True)
class FieldContext:
    """The context of every field: the look, the language, today, the days off, and if it is locked."""

    look: Look
    t: Translator
    today: Callable[[], date]
    free_days: FreeDays
    locked: bool


class RevertLine(QWidget):
    """One line below a corrected field: the text of the meeting, "" for none, and the button that restores it."""

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


class Correction(QWidget):
    """A field of the editor. `put_back` writes again what stood there at the meeting."""

    corrected = Signal(str, object)
    """Key and value, for every letter."""
    entered = Signal(str)
    """The key: the keyboard came into the field."""

    def __init__(self, field: EditorField, context: FieldContext) -> None:
        super().__init__()
        self.field = field
        self.context = context
        self._problem: Label | None = None
        self._revert_line: RevertLine | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(context.look.px(4))

    def put_back(self) -> None:
        """Write again what stood there at the meeting."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the keyboard in it."""
        self.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Show why the text cannot be saved; "" when it can. The text stays."""
        if self._problem is None and sentence:
            self._problem = Label("", Tone.ATTENTION)
            self.column.insertWidget(self.column.count() - (self._revert_line is not None), self._problem)
        if self._problem is not None:
            self._problem.setText(sentence)
            self._problem.setVisible(bool(sentence))

    def take(self, value: Value) -> None:
        """Tell of another value, and show the way back when it is not the one of the meeting."""
        self.show_way_back(changed=value != self.field.original)
        self.corrected.emit(self.field.key, value)

    def show_way_back(self, *, changed: bool) -> None:
        """Made when it is first needed: most fields are never changed."""
        if self._revert_line is None and changed:
            self._revert_line = RevertLine(
                self.field.was, self.context.look, self.context.t, locked=self.context.locked
            )
            self._revert_line.pressed.connect(self.put_back)
            self.column.addWidget(self._revert_line)
            set_tab_order(self)  # it was made later than what comes after the field
        if self._revert_line is not None and self._revert_line.isHidden() is changed:
            self._revert_line.setVisible(changed)


class TextCorrection(Correction):
    """Somebody's words, or one line."""

    def __init__(self, field: EditorField, context: FieldContext) -> None:
        super().__init__(field, context)
        look = context.look
        label = Label(field.label, Tone.STRONG)
        self.editor = GrowingText(_text(field.current), look, lines=field.kind is FieldKind.TEXT)
        self.editor.setReadOnly(context.locked)
        self.editor.setAccessibleName(field.label)
        self.editor.setAccessibleDescription(field.remark)
        label.setBuddy(self.editor)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(label, 1)
        if field.remark:
            head.addWidget(Label(field.remark, Tone.MUTED, wrap=False))
        self.column.addLayout(head)
        self.column.addWidget(self.editor)
        self.show_way_back(changed=field.changed)
        self.editor.textChanged.connect(lambda: self.take(self.editor.text))
        self.editor.entered.connect(lambda: self.entered.emit(field.key))

    def put_back(self) -> None:
        """Write the words again; Ctrl+Z brings the correction back."""
        self.editor.replace_text(_text(self.field.original))
        self.editor.setFocus()

    def focus(self) -> None:
        """Put the keyboard in the words."""
        self.editor.setFocus()


class PersonCorrection(Correction):
    """Who it is."""

    def __init__(self, field: EditorField, context: FieldContext) -> None:
        super().__init__(field, context)
        label = Label(field.label, Tone.STRONG)
        self.choice = Choice(field.options, context.look, key=_text(field.current))
        self.choice.setAccessibleName(field.label)
        self.choice.setEnabled(not context.locked)
        label.setBuddy(self.choice)
        self.column.addWidget(label)
        self.column.addWidget(self.choice)
        self.show_way_back(changed=field.changed)
        self.choice.picked.connect(lambda key: self.take(key or None))

    def put_back(self) -> None:
        """Choose who it was."""
        self.choice.set_key(_text(self.field.original))
        self.take(self.field.original)
        self.choice.setFocus()

    def focus(self) -> None:
        """Put the keyboard in the choice."""
        self.choice.setFocus()


class DayCorrection(Correction):
    """A day, or none."""

    def __init__(self, field: EditorField, context: FieldContext) -> None:
        super().__init__(field, context)
        self.day = DayField(field.label, context.look, context.t, context.today, context.free_days)
        self.day.set_day(_day(field.current))
        self.day.setEnabled(not context.locked)
        self.column.addWidget(self.day)
        self.show_way_back(changed=field.changed)
        self.day.changed.connect(lambda day: self.take(None if day is None else day.isoformat()))

    def put_back(self) -> None:
        """Show the day it was."""
        self.day.set_day(_day(self.field.original))
        self.take(self.field.original)
        self.day.line.setFocus()

    def focus(self) -> None:
        """Put the keyboard in the line."""
        self.day.line.setFocus()


class FlagCorrection(Correction):
    """Yes or no."""

    def __init__(self, field: EditorField, context: FieldContext) -> None:
        super().__init__(field, context)
        self.box = QCheckBox(field.label)
        self.box.setChecked(field.current is True)
        self.box.setEnabled(not context.locked)
        self.column.addWidget(self.box)
        self.show_way_back(changed=field.changed)
        self.box.toggled.connect(self.take)

    def put_back(self) -> None:
        """Tick it as it was."""
        self.box.setChecked(self.field.original is True)
        self.box.setFocus()

    def focus(self) -> None:
        """Put the keyboard on the box."""
        self.box.setFocus()


def correction(field: EditorField, context: FieldContext) -> Correction:
    """Return the widget for a field."""
    match field.kind:
        case FieldKind.LINE | FieldKind.TEXT:
            return TextCorrection(field, context)
        case FieldKind.PERSON:
            return PersonCorrection(field, context)
        case FieldKind.DAY:
            return DayCorrection(field, context)
        case FieldKind.FLAG:
            return FlagCorrection(field, context)
        case _:
            assert_never(field.kind)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Value) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _begin(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text[: _SHOWN + 1].split())
    return line if len(text) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"
