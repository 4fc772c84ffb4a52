"""Who is asked in the part that runs, and is not here: one line over every page, for as long as it is so."""

from collections.abc import Mapping

from netmoede_desktop.domain.methods.method import GroupCode
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, PartView

_ALONE: Mapping[GroupCode, str] = {
    GroupCode.PARENTS: translatable(
        "Ingen af forældrene er her. Spring ikke delen over: aftal, hvem der spørger dem bagefter."
    ),
    GroupCode.AUTHORITY: translatable("Ingen fra myndigheden er her. Aftal, hvem der spørger dem bagefter."),
    GroupCode.NEWCOMERS: translatable("Ingen er nye i dag, så der er ingen at præsentere."),
}


class AwayLine(Surface):
    """Hidden where everybody who is asked is here. A screen reader hears it with the part."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, padding=8, spacing=0)
        self._t = t
        self._words = Label("", Tone.BODY)
        self.around = (look.px(8), look.px(6), look.px(8), 0)
        self.column.setContentsMargins(look.px(12), look.px(5), look.px(12), look.px(5))
        self.column.addWidget(self._words)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Say who is not here, or go away."""
        running = view.stage in (MeetingStage.RUNNING, MeetingStage.PAUSED)
        sentence = away_sentence(view.part, self._t) if running else ""
        if sentence == self.sentence:
            return
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def away_sentence(part: PartView, t: Translator) -> str:
    """Return who of those the part turns to is not here and what to do about it, "" where there is nobody."""
    if not part.away:
        return ""
    if {GroupCode.PARENTS, GroupCode.AUTHORITY} <= set(part.away):
        return t.gettext("Hverken forældrene eller myndigheden er her. Aftal, hvem der spørger dem bagefter.")
    words = _ALONE.get(part.away[0])
    if words is None:
        return t.gettext("Ingen af dem, der bliver spurgt nu, er her. Aftal, hvem der spørger dem bagefter.")
    return t.gettext(words)
