"""The card of a meeting of today, planned, running or held: when, which, about whom, and one big button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class MeetingCard(Surface):
    """The card. Its button resumes a running meeting, starts a planned one, or opens the referat of a held one."""

    start_asked = Signal()
    prepare_asked = Signal()
    minutes_asked = Signal()

    def __init__(
        self,
        when: str,
        title: str,
        about: str,
        look: Look,
        t: Translator,
        *,
        running: bool,
        held: bool = False,
        startable: bool = True,
    ) -> None:
        """Create the card with its three lines; not `startable` while another meeting runs."""
        super().__init__("card" if held else "card-current", look, padding=20, spacing=16, row=True)
        self.setAccessibleName(title)
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        for text, tone in ((when, Tone.EYEBROW), (title, Tone.TITLE), (about, Tone.MUTED)):
            words.addWidget(ElidedLabel(text, tone))
        self.prepare = Button(t.gettext("Forbered"), look)
        label = t.gettext("Fortsæt mødet") if running else t.gettext("Start møde")
        self.start = Button(label, look, ButtonKind.GO)
        self.minutes = Button(t.gettext("Åbn referatet"), look)
        for button in (self.start, self.prepare, self.minutes):
            button.setAccessibleDescription(title)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(look.px(8))
        self._buttons.addWidget(self.prepare)
        self._buttons.addWidget(self.start)
        self._buttons.addWidget(self.minutes)
        for button, shown in (
            (self.prepare, not running and not held),
            (self.start, startable and not held),
            (self.minutes, startable and held),
        ):
            if not shown:
                button.hide()
        self.column.addLayout(words, 1)
        self.column.addLayout(self._buttons)
        self.start.clicked.connect(self.start_asked)
        self.prepare.clicked.connect(self.prepare_asked)
        self.minutes.clicked.connect(self.minutes_asked)

    @property
    def first(self) -> Button:
        """The main button."""
        return self.minutes if self.start.isHidden() else self.start

    def lay_out(self, *, compact: bool) -> None:
        """Lay out the buttons beside the words, or below them if `compact`."""
        directions = QBoxLayout.Direction
        self.column.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
