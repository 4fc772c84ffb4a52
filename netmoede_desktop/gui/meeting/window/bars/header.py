"""The top of the meeting window: which meeting, its phases with their time, the clock. It is there in every part."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.meeting.window.bars.clock_face import ClockFace
from netmoede_desktop.gui.meeting.window.bars.phase_bar import PhaseBar
from netmoede_desktop.gui.meeting.window.bars.phases import phase_boxes, time_now
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.clock_words import clock_words
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView

_HEIGHT, _COMPACT_HEIGHT, _CASE = 64, 54, 194


class MeetingHeader(Surface):
    """Three things side by side; where room is short, the case is left out."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("bar", look, padding=0, spacing=20, row=True)
        self._look = look
        self._t = t
        self._case = ElidedLabel("", Tone.STRONG)
        self._method = ElidedLabel("", Tone.MUTED)
        self._which = QWidget()
        which = QVBoxLayout(self._which)
        which.setContentsMargins(0, 0, 0, 0)
        which.setSpacing(look.px(2))
        which.addStretch(1)
        which.addWidget(self._case)
        which.addWidget(self._method)
        which.addStretch(1)
        self._which.setFixedWidth(look.px(_CASE))
        self._phases = PhaseBar(look, t)
        self._clock = ClockFace(look)
        self.column.setContentsMargins(look.px(20), 0, look.px(20), 0)
        self.column.addWidget(self._which)
        self.column.addWidget(self._phases, 1)
        self.column.addWidget(self._clock)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take less room, where there is little."""
        self.setFixedHeight(self._look.px(_COMPACT_HEIGHT if compact else _HEIGHT))
        self._which.setVisible(not compact)
        self._clock.set_quiet(compact)

    def show_view(self, view: MeetingView, reading: ClockReading) -> None:
        """Show which meeting it is and where in it we are."""
        t = self._t
        case = t.gettext("Sag {case} · {n}. møde").format(case=view.case_reference, n=view.number_in_series)
        self._case.set_text(case)
        self._method.set_text(view.method_short)
        self._method.setToolTip(view.method_name)
        self._phases.show_phases(phase_boxes(view, reading, t))
        self._show_clock(view, reading)

    def tick(self, view: MeetingView, reading: ClockReading) -> None:
        """Show the time."""
        self._phases.show_now(*time_now(view, reading, self._t))
        self._show_clock(view, reading)

    def _show_clock(self, view: MeetingView, reading: ClockReading) -> None:
        """On another day than it is planned for, the meeting has no end before it is begun."""
        waits = view.started is None and view.starts.date() != reading.now.date()
        words = clock_words(reading.now, reading.expected_end, reading.agreed_end, self._t, if_begun_now=waits)
        self._clock.show_clock(words)
