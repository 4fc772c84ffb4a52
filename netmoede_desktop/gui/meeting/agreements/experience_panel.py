"""Familiens oplevelse: what the family says of the meeting, in their own words."""

from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.meeting.commands import TellExperience
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.writing_panel import WritingPanel
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView


class ExperiencePanel(WritingPanel):
    """The experiences said so far, and a form for the next. The child is asked first."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, field: str) -> None:
        """Make it; `field` names it among the lines that are being written."""
        purpose = t.gettext("Skriv, hvordan mødet var for familien")
        super().__init__(t.gettext("Familiens oplevelse"), purpose, look, t)
        self._port, self._t = port, t
        self._ask = Label("", Tone.MUTED)
        self.text.setAccessibleName(t.gettext("Familiens egne ord om mødet"))
        self._fill_form(self._ask, self.text)
        self._form.setVisible(port.lines.follow(field, self.text))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return self.open_button, self.text, self.keep_button

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show what has been said."""
        self._ask.setText(self._t.gettext("Spørg {child} først: Hvordan var mødet for dig?").format(child=view.child))
        self._show_said([self._t.gettext("»{text}«").format(text=text) for text in view.experience])

    def keep(self) -> bool:
        """Keep it; False when nothing is written or the disk refused. It is then still here."""
        if not self.text.text.strip():
            return False
        if not self._port.do(TellExperience(self.text.text)):
            self._port.press_again(self.keep)
            return False
        self.text.set_text("")
        self._close()
        return True
