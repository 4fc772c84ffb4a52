"""What every page of the office window can do, and where it can ask to go."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.theme.stylesheet import KIND


@dataclass(frozen=True, slots=True)
class ToOverview:
    """The first page."""


@dataclass(frozen=True, slots=True)
class ToCases:
    """The sager; with `new` the form for one more is open."""

    new: bool = False


@dataclass(frozen=True, slots=True)
class ToCase:
    """One sag; with `new` the form for its next meeting is open."""

    case: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class ToPreparation:
    """A meeting that is being prepared."""

    meeting: str


@dataclass(frozen=True, slots=True)
class ToSettings:
    """The settings."""


@dataclass(frozen=True, slots=True)
class ToMeeting:
    """Lead the meeting, from its roll call or from where it was."""

    meeting: str


@dataclass(frozen=True, slots=True)
class ToMinutes:
    """The referat of a meeting."""

    meeting: str


Destination = ToOverview | ToCases | ToCase | ToPreparation | ToSettings | ToMeeting | ToMinutes


class OfficePage(QWidget):
    """A page of the office window. It asks the services through the lane, and shows what they answer."""

    going = Signal(object)
    """A `Destination` the user has asked for."""
    failed = Signal(object)
    """What went wrong in the lane: an exception that the window has a sentence for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(KIND, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter on one of a few, which nothing on the page had a use for, opens the list."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Choice):
            focused.showPopup()
        else:
            super().keyPressEvent(event)

    @property
    def standing(self) -> object:
        """Where on the page the user is: a value for the same page built anew, None where there is one place."""
        return None

    def stand_at(self, standing: object) -> None:
        """Be where `standing` of the page there was before says."""

    def enter(self) -> None:
        """The page has been gone to: ask anew for what it shows."""

    def leave(self) -> bool:
        """The page is about to be left: keep what was typed. False where it could not be, and the user stays."""
        return True

    def put_away(self) -> bool:
        """The window goes, and the page comes again as it is: keep what was typed, half-written lines as such."""
        return self.leave()

    def fail(self, error: Exception) -> None:
        """Hand on what went wrong in the lane."""
        self.failed.emit(error)

    def focus_first(self) -> None:
        """Give the keyboard to what is used first."""
