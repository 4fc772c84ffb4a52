"""When the plan slips: what would win time, each with its minutes and the new end. One press does it."""

import math
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.table.gain_button import GainButton
from netmoede_desktop.gui.meeting.table.overrun_monitor import ChoiceLine, OverrunMonitor, choice_lines, slip_sentence
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingStage

#: So many choices have a key of their own (figures alone are text), and so many are offered however short room is.
_MOST, _LEAST = 5, 3


class OverrunPanel(Surface):
    """The present choices. The page places it where it hides nothing needed, while it is `wanted`."""

    wanted_changed = Signal()
    chosen = Signal()
    """Before a choice is made: what was typed is to be kept."""
    reason_asked = Signal()
    """More time was chosen, and first it is to be said why: it goes above the hard limit."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, padding=11, spacing=5)
        self._port, self._t = port, t
        self._watch = OverrunMonitor()
        self._lines: tuple[ChoiceLine, ...] = ()
        self._most, self._offered = _MOST, 0
        self.wanted = False
        self._asked_at: datetime | None = None
        self.away_button = Button(t.gettext("Ikke nu"), look, ButtonKind.QUIET, key="Esc")
        self.away_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons = [GainButton(f"Alt+{number}", look) for number in range(1, _MOST + 1)]
        self.column.addLayout(row(Label(t.gettext("Vil I spare tid?"), Tone.STRONG), self.away_button))
        for number, button in enumerate(self.buttons, start=1):
            self.column.addWidget(button)
            button.clicked.connect(lambda _=False, place=number - 1: self._choose(place))
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda place=number - 1: self._choose(place))
        self.column.addWidget(Label(t.gettext("Familiens tid og aftalerne røres ikke."), Tone.SMALL))
        self.column.addStretch(1)
        self.away_button.clicked.connect(self.dismiss)
        self.hide()

    @property
    def lines(self) -> tuple[ChoiceLine, ...]:
        """The choices that are offered, in the order of their keys."""
        return self._lines

    def tick(self, reading: ClockReading) -> None:
        """Be wanted when the meeting is late enough, and no longer when it is not."""
        view = self._port.view
        if self._asked_at not in (None, reading.agreed_end):
            self.dismiss()  # the reason was given, and the meeting is longer
        running = view.stage is MeetingStage.RUNNING
        wanted = running and bool(reading.choices) and self._watch.worth_a_word(reading.slip)
        if wanted:
            self._offered = min(len(reading.choices), _MOST)
            self._show(choice_lines(reading, view, self._t, most=self._most))
        if wanted is self.wanted:
            return
        self.wanted = wanted
        self.setAccessibleName(slip_sentence(reading, self._t))
        self.wanted_changed.emit()
        if wanted:
            announce(self, self.accessibleName())

    def fit(self, column: QBoxLayout, high: int, first: QWidget, needed: int | None) -> None:
        """Offer as many choices as have room in a column so `high`, and never fewer than three.

        `first` is the widget of the column that is to be as high as `needed`, in pixels too; with None there is room.
        """
        most = _MOST
        if needed is not None:
            step = self.buttons[0].sizeHint().height() + self.column.spacing()
            now = max(self.heightForWidth(self.width()), self.minimumSizeHint().height())
            room = high - needed - _taken(column, (self, first))
            missing = now + (self._offered - len(self._lines)) * step - room
            most = max(self._offered - max(math.ceil(missing / step), 0), _LEAST)
        if most != self._most:
            self._most = most
            self.tick(self._port.reading())

    def dismiss(self) -> None:
        """Keep quiet until it is worse."""
        self._asked_at = None
        reading = self._port.reading()
        self._watch.dismiss(reading.slip)
        self.tick(reading)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """An Esc that nothing else in the window had a use for puts it away, and still counts towards a time-out."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat()
        if escape and event.type() == QEvent.Type.KeyPress and self.isVisible():
            self.dismiss()
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Hear of Esc while it is seen."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Hear of it no more."""
        super().hideEvent(event)
        self.window().removeEventFilter(self)

    def _show(self, lines: tuple[ChoiceLine, ...]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(lines))
            if place < len(lines):
                line = lines[place]
                button.show_words(line.title, line.detail, line.gain, line.spoken)

    def _choose(self, place: int) -> None:
        """Make the choice. It is enough for now, even where the meeting is still a little late."""
        if place >= len(self._lines) or not self.isVisible():
            return
        self.chosen.emit()
        if self._lines[place].asks_reason:
            self._asked_at = self._port.reading().agreed_end
            self.reason_asked.emit()
        elif self._port.do(self._lines[place].command):
            self.dismiss()


def _taken(column: QBoxLayout, but: tuple[QWidget, QWidget]) -> int:
    """Return the height in pixels that a column's other widgets and the spacing between all take."""
    widgets = [item.widget() for place in range(column.count()) if (item := column.itemAt(place)) is not None]
    shown = [widget for widget in widgets if widget is not None and not widget.isHidden() and widget not in but]
    margins = column.contentsMargins()
    between = column.spacing() * (len(shown) + 1)
    return margins.top() + margins.bottom() + between + sum(widget.sizeHint().height() for widget in shown)
