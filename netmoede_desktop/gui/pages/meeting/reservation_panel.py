"""Uenighed og forbehold: written down with whose words it is, as an equal part of the referat."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import Reserve
from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting_wording import with_relation
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.choice import Choice
from netmoede_desktop.gui.widgets.fields import Field
from netmoede_desktop.gui.widgets.frames import Surface, row
from netmoede_desktop.gui.widgets.growing_input import GrowingInput
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting_view import MeetingView, ReservationView


class ReservationPanel(QWidget):
    """What has been said, and a place to write the next, which opens when it is asked for."""

    shown = Signal(object)
    """A widget that is to be seen: what holds the panel scrolls to it."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._view = port.view
        self._said: tuple[ReservationView, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self.open_button = Button(t.gettext("Skriv"), look, ButtonKind.QUIET)
        self.open_button.setAccessibleName(t.gettext("Skriv uenighed eller forbehold"))
        self._list = Label("", Tone.BODY)
        self._list.hide()
        self._form = Surface("card", look, padding=12, spacing=8)
        self.person = Choice(self._people(), look)
        self._person = Field(t.gettext("Hvis ord er det?"), self.person, look)
        self.text = GrowingInput(look, size=14, most=6)
        self._text = Field(t.gettext("Hvad siger de?"), self.text, look)
        self.keep_button = Button(t.gettext("Gem"), look, ButtonKind.PRIMARY, key="↵")
        self._form.column.addWidget(self._person)
        self._form.column.addWidget(self._text)
        self._form.column.addLayout(row(self.keep_button, None))
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(row(Label(t.gettext("Uenighed og forbehold"), Tone.HEADING), self.open_button))
        column.addWidget(self._list)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._toggle)
        self.text.entered.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return self.open_button, self.person, self.text, self.keep_button

    @property
    def problem(self) -> str:
        """What is missing before it can be kept, "" where nothing is."""
        return self._person.problem or self._text.problem

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show what has been said."""
        self._view = view
        self.person.set_options(self._people())
        if view.reservations != self._said:
            self._said = view.reservations
            lines = (self._t.gettext("{name}: »{text}«").format(name=r.name, text=r.text) for r in view.reservations)
            self._list.setText("\n".join(lines))
        self._list.setVisible(bool(view.reservations))

    def open(self) -> None:
        """Open the place to write; the speaker's words are the likeliest."""
        speaker = self._view.speaker
        if not self.text.text.strip() and speaker is not None:
            self.person.set_key(speaker.person)
        self._form.show()
        target = self.text if self.person.key else self.person
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(self._form)

    def keep(self) -> bool:
        """Keep it; False when something is missing or the disk refused. It is then still here."""
        t = self._t
        self._person.show_problem("" if self.person.key else t.gettext("Vælg, hvem der siger det."))
        self._text.show_problem("" if self.text.text.strip() else t.gettext("Skriv det, der bliver sagt."))
        if self.problem or not self._port.do(Reserve(self.person.key, self.text.text)):
            return False
        self.text.set_text("")
        self.person.set_key("")
        self._close()
        return True

    def save(self) -> bool:
        """Keep what is written before the page is left, where it is known whose words it is."""
        return not self.text.text.strip() or not self.person.key or self.keep()

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

    def _people(self) -> list[tuple[str, str]]:
        t = self._t
        named = [(seat.person, with_relation(seat.name, seat.relation, t)) for seat in self._view.seats]
        return [("", t.gettext("Vælg …")), *named]
