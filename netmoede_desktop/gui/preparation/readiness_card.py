"""*Er mødet klar?*: the missing things, each with the way to the step where it is mended, and the time in short."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.preparation import PlanCode
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.buttons.remark_button import RemarkButton
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.preparation_steps import time_in_short
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import remark_sentence, turn_length
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting


class ReadinessCard(QWidget):
    """The remarks. They are computed, never ticked."""

    navigation_requested = Signal(object)
    """The `PlanCode` of the remark that is to be mended."""
    start_asked = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._said: tuple[tuple[str, PlanCode], ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(Label(t.gettext("Er mødet klar?"), Tone.HEADING))
        self._remarks = Listed(t.gettext("Det, der mangler"), spacing=look.px(2))
        self._ready = Label(t.gettext("✓ Ja. Der mangler ikke noget."), Tone.DONE)
        column.addWidget(self._remarks)
        column.addWidget(self._ready)
        column.addSpacing(look.px(8))
        column.addWidget(Label(t.gettext("Tiden"), Tone.HEADING))
        self.time = Label("")
        self.turns = Label("", Tone.MUTED)
        self.carried = Label("", Tone.MUTED)
        self.start = Button(t.gettext("Start møde"), look, ButtonKind.PRIMARY)
        for widget in (self.time, self.turns, self.carried):
            column.addWidget(widget)
        column.addSpacing(look.px(8))
        column.addWidget(self.start)
        self.start.clicked.connect(self.start_asked)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences on missing things."""
        return tuple(sentence for sentence, _ in self._said or ())

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Render the missing things and the time."""
        t = self._t
        said = tuple((remark_sentence(remark, t), remark.code) for remark in meeting.remarks)
        if said != self._said:
            self._said = said
            self._show_remarks()
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
        told = [sentence for n, sentence in ((count, carried), (begun, started)) if n]
        self.carried.setVisible(bool(told))
        self.carried.setText(" ".join(told))

    def _show_remarks(self) -> None:
        said = self._said or ()
        self._remarks.clear()
        self._remarks.setVisible(bool(said))
        self._ready.setVisible(not said)
        buttons = [self._remark(sentence, code) for sentence, code in said]
        for button, (sentence, _) in zip(buttons, said, strict=True):
            self._remarks.add(button, sentence)
        set_tab_order(*buttons, self.start)

    def _remark(self, sentence: str, code: PlanCode) -> QWidget:
        button = RemarkButton(sentence, self._look)
        button.clicked.connect(lambda: self.navigation_requested.emit(code))
        return button
