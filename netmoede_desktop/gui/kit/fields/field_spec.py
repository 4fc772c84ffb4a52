"""A field of a form, described once: its label and input, what it reads and sets, and where its value may go."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from typing import Generic, Self, TypeVar, overload

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QWidget

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

Shown = TypeVar("Shown")
Typed = TypeVar("Typed")
Value = TypeVar("Value")
Input = TypeVar("Input", bound=QWidget)

_LONGEST = 400


class Reach(Flag):
    """Where the value of a field may go, beside the vault and the windows of whoever leads the meeting.

    It is the value that goes: who speaks when may follow from it, and is seen by everybody.
    """

    NOWHERE = 0
    ROOM = auto()
    """The window the room sees."""
    PAPER = auto()
    """The papers that are printed and given out."""
    RECORD = auto()
    """`meeting.json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundField(Generic[Shown, Typed]):
    """A field with an input of its own: shown and read in the same way whatever kind of value is in it.

    `box` is the widget to lay out, the input with its label. `show` puts the value of the thing shown into the input,
    without a signal; `put` returns the typed value with that of the input in it. `chosen` is emitted for a finished
    edit, `typed` for each letter, `left` when the editing is finished. `texts` is given for a text input: the text to
    be shown, and the present one. `stop` returns the widget of the editor that takes the focus, itself without one.
    """

    editor: QWidget
    box: QWidget
    show: Callable[[Shown], None]
    put: Callable[[Typed], Typed]
    chosen: SignalInstance | None = None
    typed: SignalInstance | None = None
    left: SignalInstance | None = None
    texts: Callable[[Shown], tuple[str, str]] | None = None
    stop: Callable[[], QWidget] | None = None

    @property
    def problem(self) -> str:
        """The problem with the value, "" for none."""
        return self.box.problem if isinstance(self.box, Field) else ""

    def show_problem(self, sentence: str) -> None:
        """Show a problem below the input, "" clears it; an input without a label above shows none."""
        if isinstance(self.box, Field):
            self.box.show_problem(sentence)


# Without slots: Python 3.11 cannot make a frozen one with them by `Line[Shown, Typed](…)`.
@dataclass(frozen=True, kw_only=True, eq=False)
class FieldSpec(ABC, Generic[Shown, Typed, Value, Input]):
    """A field, declared as an attribute of its `FieldForm`; a form that is made has the input under the same name.

    `label` and `help` are Danish, marked `translatable`. `get` reads the value out of the thing shown. `set` returns
    the typed thing with the value in it; the fields declared above have been set by then. `privacy` is where the value
    may go. The field is visible while `when` of the thing shown is True; its value is set even if it is False.
    """

    label: str
    get: Callable[[Shown], Value]
    set: Callable[[Typed, Value], Typed]
    privacy: Reach
    help: str = ""
    when: Callable[[Shown], bool] | None = None

    @abstractmethod
    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:
        """Return the field with an input of its own."""

    def labelled(self, editor: Input, look: Look, t: Translator) -> Field:
        """Return an input with its label, which is its accessible name too, and its help."""
        return Field(t.gettext(self.label), editor, look, hint=_translated(self.help, t))

    @overload
    def __get__(self, form: None, owner: type) -> Self: ...

    @overload
    def __get__(self, form: QWidget, owner: type) -> Input: ...

    def __get__(self, form: QWidget | None, owner: type) -> Self | Input:
        """Return the spec, asked of the class. A form has its inputs itself once it is made, and is not asked here."""
        if form is None:
            return self
        raise AttributeError(f"the fields of {owner.__name__} are not made yet")


@dataclass(frozen=True, kw_only=True, eq=False)
class LineSpec(FieldSpec[Shown, Typed, str, LineInput]):
    """A line of text, shown from its beginning."""

    placeholder: str = ""

    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:
        """Return the field with a line of its own."""
        line = LineInput(placeholder=_translated(self.placeholder, t), longest=_LONGEST)

        def show(shown: Shown) -> None:
            line.setText(self.get(shown))
            line.setCursorPosition(0)

        return BoundField(
            editor=line,
            box=self.labelled(line, look, t),
            show=show,
            put=lambda typed: self.set(typed, line.text()),
            typed=line.textEdited,
            left=line.editingFinished,
            texts=lambda shown: (self.get(shown), line.text()),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class PickSpec(FieldSpec[Shown, Typed, str, Choice]):
    """One of a few: its value is a key of `options`, which returns each key with what it is called."""

    options: Callable[[Shown, Translator], Sequence[tuple[str, str]]]

    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:
        """Return the field with a list of its own."""
        choice = Choice((), look)
        return BoundField(
            editor=choice,
            box=self.labelled(choice, look, t),
            show=lambda shown: choice.set_options(self.options(shown, t), key=self.get(shown)),
            put=lambda typed: self.set(typed, choice.key),
            chosen=choice.picked,
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class TickSpec(FieldSpec[Shown, Typed, bool, QCheckBox]):
    """A yes-or-no field; the label is beside the box, and read with it."""

    def bind(self, look: Look, t: Translator) -> BoundField[Shown, Typed]:  # noqa: ARG002 - a spec's shape
        """Return the field with a box of its own."""
        box = QCheckBox(t.gettext(self.label))
        return BoundField(
            editor=box,
            box=box,
            show=lambda shown: box.setChecked(self.get(shown)),
            put=lambda typed: self.set(typed, box.isChecked()),
            chosen=box.clicked,
        )


def _translated(sentence: str, t: Translator) -> str:
    return t.gettext(sentence) if sentence else ""
