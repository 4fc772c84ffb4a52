"""Panels visible while their cause lasts: an unaccounted time, the act undone last, absent people."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from netmoede_desktop.domain.meeting.commands import Command, CountGap, GapAsPause, GoBackToGap
from netmoede_desktop.domain.methods.method import GroupCode
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.action_wording import action_name
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import undone_sentence
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting.view.values import GapView, MeetingStage, MeetingView, PartView

_ALONE: Mapping[GroupCode, str] = {
    GroupCode.PARENTS: translatable(
        "Ingen af forældrene er her. Spring ikke delen over: aftal, hvem der spørger dem bagefter."
    ),
    GroupCode.AUTHORITY: translatable("Ingen fra myndigheden er her. Aftal, hvem der spørger dem bagefter."),
    GroupCode.NEWCOMERS: translatable("Ingen er nye i dag, så der er ingen at præsentere."),
}


class GapPanel(Surface):
    """After sleep, a crash or a power cut: how is the unaccounted time to count?

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
        """The question, "" while there is none."""
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


class SentenceLine(Surface):
    """One sentence in a frame, hidden while there is none."""

    def __init__(self, kind: str, look: Look, margins: tuple[int, int, int, int], *, spacing: int = 0) -> None:
        super().__init__(kind, look, padding=8, spacing=spacing, row=True)
        self._words = Label("", Tone.BODY)
        self.column.setContentsMargins(*(look.px(margin) for margin in margins))
        self.column.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """The text, "" while hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_sentence(self, sentence: str) -> None:
        """Say it, or go away with ""."""
        if sentence != self.sentence:
            self._words.setText(sentence)
            self.setAccessibleName(sentence)
            self.setVisible(bool(sentence))


class UndoneLine(SentenceLine):
    """*Fortrudt*: the act undone last, with the button to redo it. Visible until the next act, over no seat.

    Hidden while there is nothing to redo. The window announces it to screen readers, as every act.
    """

    def __init__(self, press: Callable[[Action], None], keys: KeyMap, look: Look, t: Translator) -> None:
        """Make it; `press` is told when *Gendan* is pressed."""
        super().__init__("card-current", look, (16, 4, 6, 4), spacing=12)
        self._t = t
        self.redo_button = Button(action_name(Action.REDO, t), look, key=keys.shown(Action.REDO))
        self.redo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.redo_button.clicked.connect(lambda: press(Action.REDO))
        self.column.addWidget(self.redo_button)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the undone act, or hide."""
        self.show_sentence(undone_sentence(view.redo, "" if view.speaker is None else view.speaker.name, self._t))


class AwayLine(SentenceLine):
    """Who is asked in the part that runs, and is not here: one line over every page, for as long as it is so.

    A screen reader hears it with the part.
    """

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, (12, 5, 12, 5))
        self._t = t
        self.around = (look.px(8), look.px(6), look.px(8), 0)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Say who is not here, or go away."""
        running = view.stage in (MeetingStage.RUNNING, MeetingStage.PAUSED)
        self.show_sentence(away_sentence(view.part, self._t) if running else "")


def away_sentence(part: PartView, t: Translator) -> str:
    """Return which groups of the part are absent and what to do about it, "" for none."""
    if not part.away:
        return ""
    if {GroupCode.PARENTS, GroupCode.AUTHORITY} <= set(part.away):
        return t.gettext("Hverken forældrene eller myndigheden er her. Aftal, hvem der spørger dem bagefter.")
    words = _ALONE.get(part.away[0])
    if words is None:
        return t.gettext("Ingen af dem, der bliver spurgt nu, er her. Aftal, hvem der spørger dem bagefter.")
    return t.gettext(words)


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
