"""*Fortrudt*: what was taken back last, with the way to bring it again. It stays until the next act, over no seat."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.desk.wording import action_name
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import undone_sentence
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView


class UndoneLine(Surface):
    """Hidden while there is nothing to bring again. A screen reader is told by the window, as of every act."""

    def __init__(self, press: Callable[[Action], None], keys: KeyMap, look: Look, t: Translator) -> None:
        """Make it; `press` is told when *Gendan* is pressed."""
        super().__init__("card-current", look, padding=8, spacing=12, row=True)
        self._t = t
        self._words = Label("", Tone.BODY)
        self.redo_button = Button(action_name(Action.REDO, t), look, key=keys.shown(Action.REDO))
        self.redo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.redo_button.clicked.connect(lambda: press(Action.REDO))
        self.column.setContentsMargins(look.px(16), look.px(4), look.px(6), look.px(4))
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self.redo_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Say what was taken back, or go away."""
        speaker = "" if view.speaker is None else view.speaker.name
        sentence = undone_sentence(view.redo, speaker, self._t)
        if sentence == self.sentence:
            return
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
