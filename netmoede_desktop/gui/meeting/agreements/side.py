"""The panels beside the agreements: next meeting, missing things, reservations, talking time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.meeting.agreements.experience_panel import ExperiencePanel
from netmoede_desktop.gui.meeting.agreements.reservation_panel import ReservationPanel
from netmoede_desktop.gui.meeting.agreements.side_panels import ClosingCard, FollowUpCard, ParkedCard, SpeakingTimeCard
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView


class AgreementsSide(QWidget):
    """A column of cards that scrolls."""

    follow_up_asked = Signal()
    chosen = Signal(object)
    """The `Destination` of what is missing."""
    led = Signal(QWidget)
    """The keyboard is led to a control by an act, as if by Tab."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, free_days: FreeDays) -> None:
        super().__init__()
        self._look = look
        self.follow_up = FollowUpCard(look, t, free_days)
        self.closing = ClosingCard(look, t)
        self.time = SpeakingTimeCard(look, t)
        self.reservation = ReservationPanel(port, look, t)
        self.experience = ExperiencePanel(port, look, t, "agreements.experience")
        self.parked = ParkedCard(look, t)
        self._scroll = ScrollColumn(look, padding=22, spacing=22)
        self._scroll.setProperty(KIND, "panel")
        cards = (self.follow_up, self.closing, self.time, self.reservation, self.experience, self.parked)
        for card in cards:
            self._scroll.column.addWidget(card)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.closing.follow(self.follow_up.button)
        self.follow_up.opened.connect(self.follow_up_asked)
        self.closing.chosen.connect(self.chosen)
        for panel in (self.reservation, self.experience):
            panel.shown.connect(self._scroll.ensureWidgetVisible)
            panel.led.connect(self.led)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return (self.follow_up.button, *self.closing.stops, *self.reservation.stops, *self.experience.stops)

    @property
    def missing(self) -> int:
        """How many things are missing before the end."""
        return self.closing.missing

    @property
    def writing_place(self) -> QWidget | None:
        """The text of the form that is open, None for none."""
        return next((panel.text for panel in (self.reservation, self.experience) if panel.opened), None)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show what there is."""
        for card in (self.follow_up, self.closing, self.reservation, self.experience, self.parked):
            card.render(view)

    def tick(self, reading: ClockReading) -> None:
        """Show how the talking time is shared."""
        self.time.show_time(reading.speaking_time)

    def set_width(self, width: int | None) -> None:
        """Take so many pixels, or with None all there is."""
        self.setMinimumWidth(width or 0)
        self.setMaximumWidth(width or 16_777_215)
        inset = self._look.px(22 if width else 4)
        self._scroll.column.setContentsMargins(inset, inset, inset, inset)
