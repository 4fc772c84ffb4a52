"""F1: every key of the meeting as it is in effect here, and where keys can be changed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.meeting.action_wording import action_name
from netmoede_desktop.gui.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.theme.look import COMPACT_WIDTH, Look
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.meeting.view.values import MeetingView

#: The actions as they are looked for, and what each does in a few words where its name does not say it.
_GROUPS: tuple[tuple[str, tuple[tuple[Action, str], ...]], ...] = (
    (
        translatable("Ordet"),
        (
            (Action.GO_ON, translatable("næste person eller næste del")),
            (Action.NEXT_PART, translatable("videre til næste del, også mens nogen venter")),
            (Action.GO_BACK, translatable("tilbage, som om ordet ikke var gået videre")),
            (Action.PASS, translatable("den, der har ordet, siger pas")),
            (Action.LATER, translatable("bliver spurgt igen sidst i runden")),
            (Action.IT_WAS, translatable("en anden havde ordet; noten følger med")),
            (Action.REMARK, translatable("et par ord fra en anden; uret venter")),
            (Action.INTERPRETER, translatable("skifter mellem personen taler og tolken taler")),
        ),
    ),
    (
        translatable("Tiden"),
        (
            (Action.MORE_TIME, translatable("et minut mere til den, der har ordet")),
            (Action.LET_RUN, translatable("uret tæller stille; ingen er over tiden")),
            (Action.BACKDATE, translatable("hvis du glemte at trykke")),
            (Action.PAUSE, translatable("hold pause, og slut den igen")),
            (Action.TIME_OUT, translatable("pause uden sluttid; gardinet går ned. Også Esc to gange")),
        ),
    ),
    (
        translatable("Skrive"),
        (
            (Action.NOTE, translatable("note til den, der har ordet")),
            (Action.BOARD, translatable("en sætning på tavlen")),
            (Action.AGREEMENT, translatable("en ny aftale, når som helst")),
            (Action.PARK, translatable("et emne til en anden gang")),
            (Action.PRIVATE, translatable("kun til dig selv; slettes til sidst")),
            (Action.UNDO, translatable("først det, du skrev, så det seneste tryk")),
            (Action.REDO, translatable("det, du lige har fortrudt")),
        ),
    ),
    (
        translatable("Rummet"),
        (
            (Action.TABLE, translatable("tilbage til bordet")),
            (Action.ARRIVAL, translatable("en, I har ventet på, eller en ny")),
            (Action.AUDIENCE, translatable("tænd og sluk for det, rummet ser")),
            (Action.CURTAIN, translatable("dæk fællesskærmen til, og vis den igen")),
            (Action.SWAP, translatable("lad din egen skærm og rummets bytte plads")),
            (Action.VEIL, translatable("dæk din egen skærm til; Esc viser den igen")),
            (Action.LOCK, translatable("gem alt, og lås programmet")),
            (Action.ACUTE, translatable("kommunens nummer ved akut bekymring")),
            (Action.CARD, translatable("sådan leder du et møde; du kan skrive imens")),
            (Action.HELP, translatable("denne side")),
        ),
    ),
)


def grouped_actions(t: Translator) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """Return the actions in groups for looking them up: a heading, and the actions under it."""
    return tuple((t.gettext(heading), tuple(action for action, _ in lines)) for heading, lines in _GROUPS)


class HelpPage(MeetingPage):
    """All keys in two columns; it changes nothing and knows nothing of the meeting."""

    guide_asked = Signal()
    """Emitted to go on to the guide."""

    def __init__(self, keys: KeyMap, look: Look, t: Translator, *, key_file: str = "") -> None:
        """Make it; `key_file` is the full name of the file that keys can be changed in."""
        super().__init__()
        set_role(self, SpokenRole.GROUP)
        self.setAccessibleName(t.gettext("Taster"))
        self._keys = keys
        self._look = look
        self._t = t
        scroll = ScrollColumn(look, padding=24, spacing=12)
        scroll.column.addWidget(Label(t.gettext("Taster"), Tone.TITLE))
        lead = t.gettext("De virker overalt, også mens du skriver. En klikker til præsentationer virker med det samme.")
        scroll.column.addWidget(Label(lead, Tone.MUTED))
        self.notice = Notice(look, NoticeKind.ATTENTION)
        scroll.column.addWidget(self.notice)
        scroll.column.addWidget(self._all_keys())
        scroll.column.addWidget(self._where(key_file))
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        if keys.problem:
            self.notice.show_text(key_problem(keys, t))

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Nothing here depends on the meeting."""

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """The way on to the guide, and the way back."""
        guide = BarItem(label=self._t.gettext("Vejledning"), press=self.guide_asked.emit)
        return (guide,), (BarItem(action=Action.TABLE),)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One column where two find no room."""
        super().resizeEvent(event)
        narrow = self._look.units(self.width()) < COMPACT_WIDTH
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _all_keys(self) -> QWidget:
        held = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(self._look.px(32))
        for groups in (_GROUPS[:2], _GROUPS[2:]):
            column = QVBoxLayout()
            column.setSpacing(self._look.px(16))
            for title, actions in groups:
                column.addWidget(self._group(title, actions))
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        return held

    def _group(self, title: str, actions: tuple[tuple[Action, str], ...]) -> QWidget:
        held, heading = QWidget(), self._t.gettext(title)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        lines = QWidget()
        set_role(lines, SpokenRole.LIST)
        lines.setAccessibleName(heading)
        column.addWidget(Label(heading.upper(), Tone.EYEBROW))
        column.addWidget(lines)
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.px(14))
        grid.setVerticalSpacing(self._look.px(4))
        grid.setColumnStretch(2, 1)
        for place, (action, meaning) in enumerate(actions):
            key, name = self._keys.shown(action), action_name(action, self._t)
            line = (self._key(key), Label(name, Tone.STRONG, wrap=False), Label(self._t.gettext(meaning), Tone.MUTED))
            for at, label in enumerate(line):
                set_role(label, SpokenRole.LIST_ITEM if at == 1 else SpokenRole.SILENT)
                grid.addWidget(label, place, at)
            line[1].setAccessibleName(f"{key}: {name}, {self._t.gettext(meaning)}")
        return held

    def _key(self, shown: str) -> QLabel:
        label = Label(shown, Tone.BODY, wrap=False)
        label.setMinimumWidth(self._look.px(78))
        return label

    def _where(self, key_file: str) -> Label:
        if not key_file:
            return Label("", Tone.MUTED)
        sentence = self._t.gettext("Vil du have andre taster, så skriv dem i {file}, for eksempel: {example}")
        return Label(sentence.format(file=key_file, example='videre = "Ctrl+M"'), Tone.MUTED)


def key_problem(keys: KeyMap, t: Translator) -> str:
    """Return the problem with the file of keys, "" for none."""
    if not keys.problem:
        return ""
    return t.gettext(
        "Filen med taster kunne ikke bruges: se på »{word}«. Indtil da gælder de almindelige taster."
    ).format(word=keys.problem)
