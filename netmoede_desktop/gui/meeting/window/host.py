"""The meeting's window as acts, questions and pages use it."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.window.keyboard.keyboard import Keyboard
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.meeting.window.questions.question import Question


class Writing(Protocol):
    """Leads back to a half-written line."""

    def write_on(self, field: str) -> None:
        """Open the place of a field, with the keyboard in it."""


class MeetingHost(Protocol):
    """The window, as those it is made of know it."""

    @property
    def reading(self) -> SignalInstance:
        """The number of the agreement that is read aloud, None for none."""

    @property
    def private_open(self) -> SignalInstance:
        """The private lines can be seen, or no longer."""

    @property
    def keyboard(self) -> Keyboard:
        """The one owner of the keyboard."""

    @property
    def go_button(self) -> QWidget:
        """The go-button of the bar."""

    @property
    def resuming(self) -> Writing:
        """The way back to a line that is begun."""

    def press(self, action: Action) -> None:
        """Do the act of a button."""

    def ask(self, question: Question) -> None:
        """Put a question above the bar."""

    def show_message(self, sentence: str) -> None:
        """Say one sentence politely."""

    def save(self) -> bool:
        """Save the typed text, half-written lines as such; return False when the disk refused."""

    def flush(self) -> bool:
        """Save the text of every field, and commit none of it; return False when the disk refused."""

    def page_of_kind(self, kind: PageKind) -> MeetingPage:
        """Return a page, made if need be."""

    def show_page(self, kind: PageKind) -> None:
        """Save the typed text, then show another page."""

    def turn_to(self, kind: PageKind) -> None:
        """Show another page; half-written text stays."""

    def leave(self) -> None:
        """The meeting has ended: go on to its referat."""

    def take_agreement(self) -> None:
        """Go to where an agreement is written."""

    def show_notes(self, person: str) -> None:
        """Show the notes of a person."""

    def open_menu(self, person: str) -> None:
        """Ask what to do with a person."""
