"""What stays over the page until it is answered: how unknown time is to be counted, and what was taken back last."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from netmoede_desktop.domain.meeting.commands import Command, CountGap, GapAsPause, GoBackToGap
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.desk.wording import action_name
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import undone_sentence
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting.view.values import GapView, MeetingView


class GapPanel(Surface):
    """After sleep, a crash or a power cut: how is the time nobody knows of to count?

    The question with its three answers, hidden while there is none. Everything else can be done meanwhile.
    """

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, padding=14, spacing=10)
        self._port, self._look, self._t = port, look, t
        self._gap: GapView | None = None
        self._sentence = Label("", Tone.STRONG)
        self.count_button = Button(t.gettext("Tæl med"), look, ButtonKind.PRIMARY)
        self.pause_button = Button(t.gettext("Regn som pause"), look)
        self.back_button = Button("", look)
        answers: tuple[tuple[Button, Command], ...] = (
            (self.count_button, CountGap()),
            (self.pause_button, GapAsPause()),
            (self.back_button, GoBackToGap()),
        )
        for button, command in answers:
            button.clicked.connect(lambda _=False, command=command: self._port.do(command))
        self.column.addWidget(self._sentence)
        self.column.addWidget(flowing(*(button for button, _ in answers), gap=look.px(8)))
        self.hide()

    @property
    def sentence(self) -> str:
        """What is asked, "" while nothing is."""
        return "" if self._gap is None else self._sentence.text()

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Ask, or go away."""
        if view.gap == self._gap:
            return
        self._gap = view.gap
        if view.gap is not None:
            self._sentence.setText(_gap_words(view.gap, self._t))
            self.setAccessibleName(self._sentence.text())
            back = self._t.gettext("Gå tilbage til {time}").format(time=clock(view.gap.since))
            self.back_button.set_label(back)
        self.setVisible(view.gap is not None)
        if view.gap is not None:
            announce(self, self._sentence.text())


class UndoneLine(Surface):
    """*Fortrudt*: what was taken back last, with the way to bring it again. It stays until the next act, over no seat.

    Hidden while there is nothing to bring again. A screen reader is told by the window, as of every act.
    """

    def __init__(self, press: Callable[[Action], None], keys: KeyMap, look: Look, t: Translator) -> None:
        """Make it; `press` is told when *Gendan* is pressed."""
        super().__init__("card-current", look, padding=8, spacing=12, row=True)
        self._t = t
        self._words = Label("", Tone.BODY)
        self.redo_button = Button(action_name(Action.REDO, t), look, key=keys.shown(Action.REDO))
        self.redo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.redo_button.clicked.connect(lambda: press(Action.REDO))
        self.column.setContentsMargins(look.px(16), look.px(4), look.px(6), look.px(4))
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self.redo_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Say what was taken back, or go away."""
        speaker = "" if view.speaker is None else view.speaker.name
        sentence = undone_sentence(view.redo, speaker, self._t)
        if sentence == self.sentence:
            return
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def _gap_words(gap: GapView, t: Translator) -> str:
    minutes = max(round((gap.until - gap.since).total_seconds() / 60), 1)
    since = t.ngettext("{n} min", "{n} min", minutes).format(n=minutes)
    if minutes >= 90:
        hours = round(minutes / 60)
        since = t.ngettext("{n} time", "{n} timer", hours).format(n=hours)
    if gap.name:
        sentence = t.gettext("Mødet var i gang, {name} talte, for {since} siden.")
        return sentence.format(name=gap.name, since=since)
    return t.gettext("Mødet var i gang, ingen talte, for {since} siden.").format(since=since)
