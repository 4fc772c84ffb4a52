"""*Er der nogen, der ikke kan være i rum sammen?*: asked and dated; two people and the way out; on no paper."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.meeting_facts import Apart, MeetingFacts, Separation
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order_before
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.frame.wording import way_out_options
from netmoede_desktop.gui.preparation.said_field import SaidField
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_NO, _YES, _NOT_ASKED = "nej", "ja", "ikke spurgt"


class PairRow(QWidget):
    """Two people and the way out."""

    changed = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._shown: Apart | None = None
        self.one, self.other = Choice((), look), Choice((), look)
        self.one.setAccessibleName(t.gettext("Den ene"))
        self.other.setAccessibleName(t.gettext("Den anden"))
        self.ways = AnswerChips(way_out_options(t), look, flowing=True)
        self.ways.setAccessibleName(t.gettext("Så gør I sådan"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(flowing(self.one, self.other, gap=look.px(8)))
        column.addWidget(Label(t.gettext("Så gør I sådan"), Tone.MUTED))
        column.addWidget(self.ways)
        for choice in (self.one, self.other):
            choice.picked.connect(lambda _: self.changed.emit())
        self.ways.picked.connect(self._pick)

    @property
    def typed(self) -> Apart:
        """The pair as it is now."""
        way = Separation(self.ways.key) if self.ways.key else None
        return Apart(self.one.key, self.other.key, way)

    def render(self, pair: Apart, people: Mapping[str, str]) -> None:  # type: ignore[override]
        """Show the pair among these people; a choice made since the last one was shown is kept."""
        untouched = self._shown is None or self.typed == self._shown
        wanted = pair if untouched else self.typed
        nobody = ("", self._t.gettext("vælg"))
        self.one.set_options([nobody, *people.items()], key=wanted.one if wanted.one in people else "")
        self.other.set_options([nobody, *people.items()], key=wanted.other if wanted.other in people else "")
        self.ways.set_key(wanted.way_out.value if wanted.way_out else "")
        if untouched or self.typed == pair:
            self._shown = self.typed

    def _pick(self, key: str) -> None:
        self.ways.set_key(key)
        self.changed.emit()


class ApartCard(Surface):
    """The question, and one row for each pair."""

    changed = Signal()

    def __init__(self, asked: SaidField, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=16, spacing=10)
        self._t = t
        self.asked = asked
        self._people: dict[str, str] = {}
        title = t.gettext("Er der nogen, der ikke kan være i rum sammen?")
        self.setAccessibleName(title)
        self.chips = AnswerChips(
            [(_NO, t.gettext("Nej")), (_YES, t.gettext("Ja")), (_NOT_ASKED, t.gettext("Ikke spurgt"))],
            look,
            flowing=True,
        )
        self.chips.setAccessibleName(title)
        self.pairs: list[PairRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        self.more = Button(t.gettext("+ To andre"), look, ButtonKind.QUIET)
        self.column.addWidget(Label(title, Tone.HEADING))
        self.column.addWidget(Label(t.gettext("Står aldrig på papir, og rummet ser det ikke."), Tone.MUTED))
        self.column.addWidget(self.chips)
        self.column.addWidget(asked)
        self.column.addLayout(self._list)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.chips.picked.connect(self._answer)
        self.more.clicked.connect(self._add)

    def typed(self, facts: MeetingFacts) -> MeetingFacts:
        """Return the facts with the answers as they are now."""
        if self.chips.key in ("", _NOT_ASKED):
            return replace(facts, apart_asked=self.asked.typed, apart=())
        pairs = tuple(row.typed for row in self.pairs) if self.chips.key == _YES else ()
        return replace(facts, apart_asked=self.asked.typed, apart=pairs)

    def render(self, facts: MeetingFacts, people: Mapping[str, str]) -> None:  # type: ignore[override]
        """Show the answer."""
        self._people = dict(people)
        asked = facts.apart_asked.on is not None or bool(facts.apart_asked.by)
        self.chips.set_key(_YES if facts.apart else _NO if asked else _NOT_ASKED)
        self._fit_rows(len(facts.apart))
        for row, pair in zip(self.pairs, facts.apart, strict=True):
            row.render(pair, people)
        self.more.setVisible(bool(facts.apart))
        self.asked.setVisible(self.chips.key != _NOT_ASKED)

    def _fit_rows(self, count: int) -> None:
        while len(self.pairs) > count:
            gone = self.pairs.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.pairs) < count:
            row = PairRow(self._look, self._t)
            row.changed.connect(self.changed)
            self.pairs.append(row)
            self._list.addWidget(row)
            set_tab_order_before(self.more, *self.pairs)

    def _answer(self, key: str) -> None:
        self.chips.set_key(key)
        if key == _NOT_ASKED:
            self.asked.clear()
        else:
            self.asked.begin_today()
        if key == _YES and not self.pairs:
            self._add()
        else:
            self.changed.emit()

    def _add(self) -> None:
        self._fit_rows(len(self.pairs) + 1)
        self.pairs[-1].render(Apart("", ""), self._people)
        self.changed.emit()
