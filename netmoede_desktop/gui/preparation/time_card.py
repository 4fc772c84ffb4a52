"""The time of a planned meeting in short: when, how long, the shortest turn, the agreements of last time."""

from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.preparation_steps import time_in_short
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import meeting_length, turn_length
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting


class TimeCard(Surface):
    """The sentences; it is computed, nothing is typed in it."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=20, spacing=6)
        self._t = t
        self.time = Label("", Tone.STRONG)
        self.turns = Label("", Tone.MUTED)
        self.carried = Label("", Tone.MUTED)
        for widget in (self.time, self.turns, self.carried):
            self.column.addWidget(widget)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show the time in short."""
        t = self._t
        short = time_in_short(meeting)
        length = meeting_length(meeting.plan.planned_minutes, t)
        self.time.setText(
            t.gettext("{starts} – {ends} · {length}").format(
                starts=clock(short.starts), ends=clock(short.ends), length=length
            )
        )
        self.turns.setVisible(short.shortest is not None)
        if short.shortest is not None:
            sentence = t.ngettext(
                "{n} taler i {rounds} runder. Den korteste tur er {time}.",
                "{n} talere i {rounds} runder. Den korteste tur er {time}.",
                short.speakers,
            )
            self.turns.setText(
                sentence.format(n=short.speakers, rounds=short.rounds, time=turn_length(short.shortest, t))
            )
        carried = self._carried(meeting)
        self.carried.setVisible(bool(carried))
        self.carried.setText(carried)

    def _carried(self, meeting: PlannedMeeting) -> str:
        t = self._t
        begun = sum(one.started for one in meeting.plan.carried)
        count = len(meeting.plan.carried) - begun
        carried = t.ngettext(
            "{n} aftale fra sidst bliver gennemgået.", "{n} aftaler fra sidst bliver gennemgået.", count
        ).format(n=count)
        started = t.ngettext(
            "{n} ting, der allerede er i gang, bliver gennemgået.",
            "{n} ting, der allerede er i gang, bliver gennemgået.",
            begun,
        ).format(n=begun)
        return " ".join(sentence for n, sentence in ((count, carried), (begun, started)) if n)
