"""The base class of the pages of the office window, and the destinations they can navigate to."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.theme.stylesheet import KIND


@dataclass(frozen=True, slots=True)
class ToOverview:
    """The overview."""


@dataclass(frozen=True, slots=True)
class ToCases:
    """The list of sager; with `new` the form for a new one is open."""

    new: bool = False


@dataclass(frozen=True, slots=True)
class ToCase:
    """A sag; with `new` the form for its next meeting is open."""

    case: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class ToPreparation:
    """The preparation of a meeting; with `starting` it asks what has to be said before the meeting is started."""

    meeting: str
    starting: bool = False


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


@dataclass(frozen=True, slots=True)
class ToRehearsal:
    """The page of the øvemøde."""


@dataclass(frozen=True, slots=True)
class ToNewRehearsal:
    """Lead a new øvemøde, from its roll call."""


@dataclass(frozen=True, slots=True)
class ToGuide:
    """The guide; `back` is the destination its way back leads to."""

    back: "Destination"


#: What has a page in the office window.
PageDestination = ToOverview | ToCases | ToCase | ToPreparation | ToRehearsal | ToSettings | ToGuide
Destination = PageDestination | ToMeeting | ToMinutes | ToNewRehearsal


class OfficePage(QWidget):
    """A page of the office window. It queries the services through the lane, and shows the results."""

    navigation_requested = Signal(object)
    """Emitted with the `Destination` to navigate to."""
    failed = Signal(object)
    """Emitted with an exception of the lane; the window has a sentence for it."""

    menu_asked = Signal()
    """Emitted where the page has the button for the menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(KIND, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the popup on Enter on a `Choice`, unless the page has used the key."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Choice):
            focused.showPopup()
        else:
            super().keyPressEvent(event)

    @property
    def view_state(self) -> object:
        """The view state: a value that restores the user's place on a rebuilt page, None if there is only one place."""
        return None

    def restore_view_state(self, view_state: object) -> None:
        """Restore a view state of the previous instance of this page."""

    def offer_menu(self, *, offered: bool) -> bool:  # noqa: ARG002 - for pages with a bar of their own
        """Offer the menu in a bar of the page, or no longer; return False if it has no such bar."""
        return False

    def enter(self) -> None:
        """Handle being navigated to: query the services again."""

    def leave(self) -> bool:
        """Handle being navigated away from: flush typed text. Return False to stay, where it could not be saved."""
        return True

    def flush(self) -> bool:
        """Flush typed text before the page is rebuilt, half-written lines as such. Return False if it was not saved."""
        return self.leave()

    def fail(self, error: Exception) -> None:
        """Emit `failed` for an error of the lane."""
        self.failed.emit(error)

    def focus_first(self) -> None:
        """Focus the widget used first."""
