"""A form made from its fields: laid out and named, saved as it is typed, shown again without moving the caret."""

from collections.abc import Callable
from typing import Any, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.fields.field_spec import BoundField, FieldSpec, Shown, Typed
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class FieldForm(Surface, Generic[Shown, Typed]):
    """The form: its fields are the `FieldSpec`s declared in its class, in the order they are read and set.

    It shows a `Shown` and gives back a `Typed`, in which each field sets its own value. A form with a button to save it
    asks for `as_typed` then, and leaves `changed` unconnected.
    """

    changed = Signal(object)
    """The `Typed` as it is now to be; sent half a second after the last letter, at once for what is chosen."""

    def __init__(self, kind: str, look: Look, t: Translator, *, padding: int, spacing: int) -> None:
        """Make the inputs, each under the name of its field; `lay_out_fields` puts them into the column."""
        super().__init__(kind, look, padding=padding, spacing=spacing)
        self._start: Typed | None = None
        self._typing = TypingDelay(self)
        self._typing.due.connect(self._save)
        self._fields: dict[str, BoundField[Shown, Typed]] = {}
        self._when: dict[str, Callable[[Shown], bool]] = {}
        for name, spec in self.specs().items():
            field = self._fields[name] = spec.bind(look, t)
            if spec.when is not None:
                self._when[name] = spec.when
            setattr(self, name, field.editor)
            self._connect_field(name, field)
        self._kept = {name: KeptText() for name in self._fields}

    @classmethod
    def specs(cls) -> dict[str, FieldSpec[Any, Any, Any, Any]]:
        """Return the fields by name, in order."""
        declared = [(name, spec) for kind in reversed(cls.__mro__) for name, spec in vars(kind).items()]
        return {name: spec for name, spec in declared if isinstance(spec, FieldSpec)}

    @property
    def boxes(self) -> tuple[QWidget, ...]:
        """The boxes of all fields to be laid out, in order."""
        return tuple(field.box for field in self._fields.values())

    def lay_out_fields(self) -> None:
        """Append the fields to the column, below its present widgets."""
        for box in self.boxes:
            self.column.addWidget(box)

    def show_fields(self, shown: Shown, start: Typed, *, another: bool) -> None:
        """Show the values of `shown`; typed values are set into `start`.

        Text being typed stays, and the caret with it, unless `another` thing is shown than before.
        """
        self._start = start
        for name, field in self._fields.items():
            if name in self._when:
                field.box.setVisible(self._when[name](shown))
            if another:
                self._kept[name] = KeptText()
            typing = field.editor.hasFocus() or self._typing.pending
            if field.texts is None or self._kept[name].takes(*field.texts(shown), typing=typing):
                field.show(shown)

    def forget(self) -> None:
        """Detach the fields from the value shown: their text is no longer read."""
        self._start = None

    def flush(self) -> None:
        """Save now what waits for a pause in the typing."""
        self._typing.flush()

    def typed(self) -> Typed | None:
        """Return the typed value and stop the delay; None if it equals the value shown."""
        self._typing.stop()
        typed = self.as_typed() if self.isEnabled() else None
        return None if typed == self._start else typed

    def as_typed(self) -> Typed | None:
        """Return the value of the fields, None where nothing is shown. Fields that depend on each other override it."""
        typed = self._start
        if typed is not None:
            for field in self._fields.values():
                typed = field.put(typed)
        return typed

    def follow(self, name: str) -> None:
        """Update other fields from the one just chosen, before that is saved. By default none."""

    def problem_of(self, name: str) -> str:
        """Return the problem of a field, "" for none."""
        return self._fields[name].problem

    def show_problem(self, name: str, sentence: str) -> None:
        """Show the problem below a field, "" for none."""
        self._fields[name].show_problem(sentence)

    def focus_on(self, name: str) -> None:
        """Give a field the keyboard."""
        field = self._fields[name]
        (field.editor if field.stop is None else field.stop()).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problem(self, name: str) -> None:
        """Clear the problem of a field, as it is typed in again."""
        self.show_problem(name, "")

    def _connect_field(self, name: str, field: BoundField[Shown, Typed]) -> None:
        if field.chosen is not None:
            field.chosen.connect(lambda *_: self._choose(name))
        if field.typed is not None:
            field.typed.connect(lambda *_: self._type(name))
        if field.left is not None:
            field.left.connect(self._typing.flush)

    def _type(self, name: str) -> None:
        self.clear_problem(name)
        self._typing.restart()

    def _choose(self, name: str) -> None:
        self.follow(name)
        self._save()

    def _save(self) -> None:
        self._typing.stop()
        typed = self.as_typed()
        if typed is not None and typed != self._start:
            self.changed.emit(typed)
