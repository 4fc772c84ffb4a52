"""The card beside the map: the chosen person with their facts, how many there are, and who may be missing."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS
from netmoede_desktop.domain.people.network_members import Layer, Member
from netmoede_desktop.domain.people.person_facts import Chooser
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order_before
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.network_wording import chooser_letter, chooser_word, circle_word, sector_title

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class CardShown:
    """The values of the card: whose network it is, the chosen person or None with *hvorfor*, and the numbers."""

    child: str
    one: Member | None
    why: str
    people: int
    coming: int
    gaps: tuple[str, ...]


class NetworkCard(QWidget):
    """The card. A choice on it is emitted at once, typed words after a pause."""

    circle_picked = Signal(str, str)
    """Emitted with an id and a word of `Circle`, "" for off the map."""
    sector_picked = Signal(str, str)
    chooser_picked = Signal(str, str)
    coming_picked = Signal(str, bool)
    why_typed = Signal(str, str)
    layer_picked = Signal(str)

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._shown: CardShown | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        layers = [(Layer.SHARED.value, t.gettext("Fælles kort")), (Layer.CHILD.value, t.gettext("Barnets eget"))]
        self.layer = AnswerChips(layers, look)
        self.layer.set_key(Layer.SHARED.value)
        self._person = Surface("card", look, padding=14, spacing=8)
        self._name, self._relation = ElidedLabel("", Tone.HEADING), Label("", Tone.MUTED)
        off = ("", t.gettext("ikke på kortet"))
        self.circle = Choice([off, *((one.value, circle_word(one, t)) for one in CIRCLES)], look)
        self.sector = Choice([off, *((one.value, sector_title(one, t)) for one in SECTORS)], look)
        self.chooser = Choice([("", t.gettext("ved ikke"))], look)
        self.coming = QCheckBox(t.gettext("Skal med til mødet"))
        self.why = LineInput(longest=_LONGEST)
        self._delay = TypingDelay(self)
        for widget in (self._name, self._relation, self.coming):
            self._person.column.addWidget(widget)
        for label, editor in (
            (t.gettext("Kreds"), self.circle),
            (t.gettext("Gruppe"), self.sector),
            (t.gettext("Valgt af"), self.chooser),
            (t.gettext("I brevet: hvorfor er du med?"), self.why),
        ):
            self._person.column.addWidget(Field(label, editor, look))
        self._keys = Label(t.gettext("pile: gå · Ctrl+pile: flyt · mellemrum: med · Ctrl+Z: fortryd"), Tone.SMALL)
        self._count, self._legend = Label("", Tone.STRONG), Label("", Tone.SMALL)
        self._gaps_title, self._gaps = Label(t.gettext("Hvem mangler?"), Tone.HEADING), Label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        for piece in (self.layer, self._person, self._count, self._gaps_title, self._gaps, self._legend, self._keys):
            column.addWidget(piece)

    def _connect(self) -> None:
        self.layer.picked.connect(self.layer_picked)
        self.circle.picked.connect(lambda key: self.circle_picked.emit(self._key, key))
        self.sector.picked.connect(lambda key: self.sector_picked.emit(self._key, key))
        self.chooser.picked.connect(lambda key: self.chooser_picked.emit(self._key, key))
        self.coming.clicked.connect(lambda checked: self.coming_picked.emit(self._key, checked))
        self.why.textEdited.connect(self._delay.restart)
        self.why.editingFinished.connect(self._delay.flush)
        self._delay.due.connect(lambda: self.why_typed.emit(self._key, self.why.text()))

    @property
    def _key(self) -> str:
        return "" if self._shown is None or self._shown.one is None else self._shown.one.id

    def show_layer(self, layer: Layer) -> None:
        """Show whose map it is; Tab stops at it before the person."""
        self.layer.set_key(layer.value)
        set_tab_order_before(self.coming, self.layer)

    def flush(self) -> None:
        """Emit typed words that wait."""
        self._delay.flush()

    def show_card(self, shown: CardShown) -> None:
        """Show it; text being typed stays with its person."""
        before, one, t = self._key, shown.one, self._t
        if one is None or one.id != before:
            self._delay.flush()
        self._shown = shown
        self._person.setVisible(one is not None)
        if one is not None:
            self._show_person(shown, one, same=one.id == before)
        people = t.ngettext("{n} person", "{n} personer", shown.people).format(n=shown.people)
        self._count.setText(t.gettext("{people} · {n} skal med").format(people=people, n=shown.coming))
        letters = [
            t.gettext("{letter} {who}").format(
                letter=chooser_letter(who, shown.child, t), who=chooser_word(who, shown.child, t)
            )
            for who in Chooser
        ]
        self._legend.setText(t.gettext("Valgt af: {choosers}").format(choosers=" · ".join(letters)))
        self._gaps.setText("\n".join(shown.gaps))
        for widget in (self._gaps_title, self._gaps):
            widget.setVisible(bool(shown.gaps))

    def _show_person(self, shown: CardShown, one: Member, *, same: bool) -> None:
        t = self._t
        self._name.setText(one.name)
        self._relation.setText(one.relation)
        self._relation.setVisible(bool(one.relation))
        self.circle.set_key("" if one.place is None else one.place.circle.value)
        self.sector.set_key("" if one.place is None else one.place.sector.value)
        choosers = [(who.value, chooser_word(who, shown.child, t)) for who in Chooser]
        key = "" if one.chosen_by is None else one.chosen_by.value
        self.chooser.set_options([("", t.gettext("ved ikke")), *choosers], key=key)
        self.coming.setChecked(one.coming)
        if not (same and (self._delay.pending or self.why.hasFocus())):
            self.why.setText(shown.why)
            self.why.setCursorPosition(0)
