"""Familiens oplevelse: what the family says of the meeting, in their own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import TellExperience
from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.frames import Surface, row
from netmoede_desktop.gui.widgets.growing_input import GrowingInput
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting_view import MeetingView


class ExperiencePanel(QWidget):
    """What has been said, and a place to write the next, which opens when it is asked for."""

    shown = Signal(object)
    """A widget that is to be seen: what holds the panel scrolls to it."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._said: tuple[str, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self.open_button = Button(t.gettext("Skriv"), look, ButtonKind.QUIET)
        self.open_button.setAccessibleName(t.gettext("Skriv, hvordan mødet var for familien"))
        self._list = Label("", Tone.BODY)
        self._list.hide()
        self._form = Surface("card", look, padding=12, spacing=8)
        self._ask = Label("", Tone.MUTED)
        self.text = GrowingInput(look, size=14, most=6)
        self.text.setAccessibleName(t.gettext("Familiens egne ord om mødet"))
        self.keep_button = Button(t.gettext("Gem"), look, ButtonKind.PRIMARY, key="↵")
        self._form.column.addWidget(self._ask)
        self._form.column.addWidget(self.text)
        self._form.column.addLayout(row(self.keep_button, None))
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(row(Label(t.gettext("Familiens oplevelse"), Tone.HEADING), self.open_button))
        column.addWidget(self._list)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._toggle)
        self.text.entered.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return self.open_button, self.text, self.keep_button

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show what has been said."""
        self._ask.setText(self._t.gettext("Spørg {child} først: Hvordan var mødet for dig?").format(child=view.child))
        if view.experience != self._said:
            self._said = view.experience
            self._list.setText("\n".join(self._t.gettext("»{text}«").format(text=text) for text in view.experience))
        self._list.setVisible(bool(view.experience))

    def open(self) -> None:
        """Open the place to write."""
        self._form.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(self._form)

    def keep(self) -> bool:
        """Keep it; False when nothing is written or the disk refused. It is then still here."""
        if not self.text.text.strip() or not self._port.do(TellExperience(self.text.text)):
            return False
        self.text.set_text("")
        self._close()
        return True

    def save(self) -> bool:
        """Keep what is written before the page is left; False when the disk refused."""
        return not self.text.text.strip() or self.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the place to write; what is written stays."""
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._close()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self._form.isHidden():
            self.open()
        else:
            self._close()

    def _close(self) -> None:
        self._form.hide()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
