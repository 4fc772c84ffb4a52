"""The window after the meeting: its referat, and the agreements on the room's screen if there is no printer."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.desk.dialogs import Dialogs
from netmoede_desktop.gui.desk.keys import load_keys
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.guide.guide_view import GuideView
from netmoede_desktop.gui.minutes.minutes_page import MinutesPage
from netmoede_desktop.gui.room.projector import Projector
from netmoede_desktop.gui.room.screens import Screens
from netmoede_desktop.gui.shell.meeting_surroundings import KEY_FILE
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, load
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.room.audience_view import audience_view
from netmoede_desktop.storage.problems import StorageProblem


class MinutesWindow(QMainWindow):
    """The referat of a meeting."""

    left = Signal()
    """Emitted when the user leaves, with everything saved."""
    lock_asked = Signal()

    def __init__(
        self, context: PageContext, meeting: str, dialogs: Dialogs, screens: Screens, audience_screen: str
    ) -> None:
        """Open the referat. Raises KeyError if there is no such meeting, or `StorageProblem`."""
        super().__init__()
        self._context, self.meeting, self._audience_screen = context, meeting, audience_screen
        self._going = False
        self.page = MinutesPage(context, meeting, dialogs)
        self.projector = Projector(context.look, load(SOURCE_LANGUAGE), screens, self)
        self.setWindowTitle(context.t.gettext("Referat"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._guide: GuideView | None = None
        self._keyboard: QWidget | None = None
        self.setCentralWidget(self._stack)
        self.page.left.connect(self._leave)
        self.page.show_agreements.connect(self._show_agreements)
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self.lock_asked)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._toggle_guide)

    def save(self) -> bool:
        """Save typed text. Return False if the disk refused."""
        return self.page.save()

    def end(self) -> None:
        """Hide the window for good, after a last save."""
        self._going = True
        self.projector.end()
        self.page.leave()
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Return to the office instead of closing, if everything was saved."""
        if self._going:
            event.accept()
            return
        event.ignore()
        self._leave()

    def _toggle_guide(self) -> None:
        """Show the guide over the referat, or the referat again with the keyboard where it was."""
        if self._guide is not None:
            guide, self._guide = self._guide, None
            self._stack.removeWidget(guide)
            guide.deleteLater()
            if self._keyboard is not None and isValid(self._keyboard):
                self._keyboard.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keyboard = cast("QWidget | None", self.page.focusWidget())
        self._guide = GuideView(load_keys(self._context.profile / KEY_FILE), self._context.look, self._context.t)
        self._guide.back.connect(self._toggle_guide)
        self._stack.addWidget(self._guide)
        self._stack.setCurrentWidget(self._guide)
        self._guide.focus_first()

    def _leave(self) -> None:
        if self.page.leave():
            self.left.emit()

    def _show_agreements(self) -> None:
        """Show the agreements on the room's screen, or close it if it is open."""
        if self.projector.is_open:
            self.projector.close()
            return
        try:
            state = meeting_journal.load(self._context.vault, self.meeting).state
        except StorageProblem as problem:
            self.page.show_trouble(problem)
            return
        self.projector.show_view(audience_view(state, show_agreements=True))
        self.projector.open(self._audience_screen)
