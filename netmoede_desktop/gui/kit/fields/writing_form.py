"""A form with one text of its own: what is typed at its other controls belongs in that text."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class WritingForm(Protocol):
    """What the owner of the keyboard asks of a form, found by what it can do."""

    def own_text(self) -> QWidget:
        """Return the text of the form."""
