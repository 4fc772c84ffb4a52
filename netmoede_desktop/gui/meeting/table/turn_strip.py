"""Whose turn it is and how much of it is left, in one line: for a page that is opened in the middle of a turn."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.meeting.table import round_presenter
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView


class TurnStrip(Surface):
    """The line, and the way back to the table. Hidden without a speaker."""

    left = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, padding=8, spacing=0)
        self._t = t
        self._words = ElidedLabel("", Tone.STRONG)
        self.back_button = Button(t.gettext("Til bordet"), look, ButtonKind.QUIET, key="Esc")
        self.column.addLayout(row(self._words, self.back_button, spacing=look.px(8)))
        self.back_button.clicked.connect(self.left)
        self.hide()

    @property
    def text(self) -> str:
        """The text of the line."""
        return self._words.text()

    def show_turn(self, view: MeetingView, reading: ClockReading, *, beside: bool) -> None:
        """Show the turn; `beside` whether the page was opened beside the part that is now."""
        shown = beside and view.speaker is not None
        if shown:
            said = round_presenter.spoken_centre(round_presenter.centre(view, reading, self._t))
            if said != self._words.text():
                self._words.set_text(said)
        self.setVisible(shown)
