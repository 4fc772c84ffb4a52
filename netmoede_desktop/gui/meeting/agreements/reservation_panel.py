"""Uenighed og forbehold: written down with whose words it is, as an equal part of the referat."""

from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.meeting.commands import Reserve
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.meeting.agreements.writing_panel import WritingPanel
from netmoede_desktop.gui.meeting.bridge.line_keeping import packed, unpacked
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView

_FIELD = "agreements.reservation"


class ReservationPanel(WritingPanel):
    """The reservations with their speakers, and a form for the next."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        purpose = t.gettext("Skriv uenighed eller forbehold")
        super().__init__(t.gettext("Uenighed og forbehold"), purpose, look, t)
        self._port, self._t = port, t
        self._view = port.view
        self.person = Choice(self._people(), look)
        self._person = Field(t.gettext("Hvem siger det?"), self.person, look)
        self._text = Field(t.gettext("Hvad siger de?"), self.text, look)
        self._fill_form(self._person, self._text)
        self._take_up(port.lines.begun(_FIELD))
        self.text.textChanged.connect(self._typed)
        self.person.picked.connect(lambda _: self._typed())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return self.open_button, self.person, self.text, self.keep_button

    @property
    def problem(self) -> str:
        """The field missing before it can be saved, as a sentence; "" for none."""
        return self._person.problem or self._text.problem

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show what has been said."""
        self._view = view
        self.person.set_options(self._people())
        self._show_said(
            [self._t.gettext("{name}: »{text}«").format(name=r.name, text=r.text) for r in view.reservations]
        )

    def open(self) -> None:
        """Open the place to write; the speaker's words are the likeliest."""
        speaker = self._view.speaker
        if not self.text.text.strip() and speaker is not None:
            self.person.set_key(speaker.person)
        super().open()

    def keep(self) -> bool:
        """Keep it; False when something is missing or the disk refused. It is then still here."""
        t = self._t
        self._person.show_problem("" if self.person.key else t.gettext("Vælg, hvem der siger det."))
        self._text.show_problem("" if self.text.text.strip() else t.gettext("Skriv det, der bliver sagt."))
        if self.problem:
            self._lead_to(self.person if self._person.problem else self.text)
            return False
        if not self._port.do(Reserve(self.person.key, self.text.text)):
            self._port.press_again(self.keep)
            return False
        self.text.set_text("")
        self.person.set_key("")
        self._close()
        return True

    def _typed(self) -> None:
        """Store the half-written text with its speaker."""
        text = self.text.text
        self._port.lines.typed(_FIELD, packed(who=self.person.key, text=text) if text else "")

    def _take_up(self, begun: str) -> None:
        if begun:
            parts = unpacked(begun)
            self.person.set_key(parts["who"])
            self.text.set_text(parts["text"])
            self._form.show()

    def _people(self) -> list[tuple[str, str]]:
        t = self._t
        named = [(seat.person, with_relation(seat.name, seat.relation, t)) for seat in self._view.seats]
        return [("", t.gettext("Vælg …")), *named]
