"""The interface of the meeting window's pages. The window asks a page to render values and hands it the keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView


@dataclass(frozen=True, slots=True)
class BarItem:
    """A button of the bottom bar: an action with its key, or something of this page's own (`label` and `press`)."""

    action: Action | None = None
    label: str = ""
    press: Callable[[], None] | None = None
    green: bool = False


class MeetingPage(QWidget):
    """A page of the meeting window. It keeps no state of the meeting: `render` shows what the value says."""

    moves_for_messages = False
    """Whether room is made for a message, as for a panel, where it does not fit into the quiet place."""
    asked = Signal(object)
    """An `Action` that a button on the page stands for."""
    led = Signal(QWidget)
    """The keyboard is led to a control by an act, as if by Tab."""
    go_led = Signal()
    """The keyboard is led to the go-button."""
    giving_way = Signal()
    """A text is about to give way to another: what is still being composed belongs to the one that goes."""
    typed_on = Signal(str)
    """What was taken for an answer was the beginning of a word: it is to be written."""

    def render(self, view: MeetingView) -> None:  # type: ignore[override]  # of QWidget's nobody has need here
        """Render the meeting. Called after each act; does nothing for unchanged values."""
        raise NotImplementedError

    def tick(self, reading: ClockReading) -> None:
        """Show the clocks. Called five times a second; may be left out any number of times."""

    def handle(self, action: Action) -> bool:  # noqa: ARG002 - for those that know better
        """Take an action that this page knows better than the window; False when it does not."""
        return False

    def resume(self, field: str) -> None:
        """Open the place of a field with a half-written text; the name is without that of the page."""

    @property
    def view_state(self) -> object:
        """The mødeleder's place on the page: a value for the same page recreated, None where there is one place."""
        return None

    def restore_view_state(self, view_state: object) -> None:
        """Restore the `view_state` of the page that this one replaces."""

    def go_pressed(self) -> bool:
        """Take a press of the go-button itself where it does more than the key of *videre*; False where it does not."""
        return False

    def save(self) -> bool:
        """Save notes and corrections now; return False when the disk refused. Called before the page is left.

        It does no new act: a half-written line becomes one by its own Enter or button alone.
        """
        return True

    def writing_place(self) -> QWidget | None:
        """Return the place for typed text while this page is shown, in sight or not; None for no such place."""
        return None

    def writes_on(self, field: QWidget) -> bool:  # noqa: ARG002 - for those that know better
        """Return True if text typed outside every field goes on in this one, if it was written in last.

        If False, a click beside everything takes the focus out of it too.
        """
        return True

    def begin_writing(self, place: QWidget) -> None:
        """Give that place the keyboard, and bring it into sight."""
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def resting_place(self) -> QWidget | None:
        """Return what has the keyboard while there is nothing to write, or no room to see it; None for the window."""
        return None

    def typed(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - for those that ask
        """Take a letter or figure typed outside of every text as an answer; False where it is none."""
        return False

    def entered(self) -> bool:
        """Take Enter pressed while the page itself has the keyboard; False where it means nothing there."""
        return False

    def lead_to(self, control: QWidget) -> None:
        """Put the keyboard on a control, by an act of the mødeleder."""
        self.led.emit(control)
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_label(self) -> str:
        """Return what the go-button says while this page is shown, where the page takes *videre* itself; else ""."""
        return ""

    def go_has_key(self) -> bool:
        """Return whether the key of *videre* does here what the go-button says."""
        return True

    def message_area(self, within: QWidget) -> QRect | None:  # noqa: ARG002 - for those that know better
        """Return the area at whose foot a message hides nothing needed, in coordinates of `within`; None: all of it."""
        return None

    def panel_area(self, within: QWidget) -> QRect:
        """Return the area, in the coordinates of `within`, at whose foot a panel is shown until it is answered."""
        return QRect(self.mapTo(within, QPoint(0, 0)), self.size())

    def make_room(self, height: int) -> None:
        """Leave so many pixels free at the foot of that place."""
        self.setContentsMargins(0, 0, 0, height)

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Return the left and the right buttons of the bottom bar, the go-button apart."""
        return (), ()
