"""A form with one text of its own: text typed at its other controls belongs in it."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class WritingForm(Protocol):
    """A form as `Keyboard` finds it, by its methods."""

    def own_text(self) -> QWidget:
        """Return the text of the form."""
