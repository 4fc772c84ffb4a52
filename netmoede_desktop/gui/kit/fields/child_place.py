"""Where in the order the child wants to speak: a row of chips, two of which unfold the people at the table."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import place_chip, place_label
from netmoede_desktop.localization.catalogue import Translator, translatable

_KINDS = (PlaceKind.FIRST, PlaceKind.LAST, PlaceKind.AFTER, PlaceKind.THROUGH, PlaceKind.READ_ALOUD)
_WITH = {PlaceKind.AFTER: translatable("Efter hvem?"), PlaceKind.THROUGH: translatable("Gennem hvem?")}


class ChildPlaceChoice(QWidget):
    """One child's place. The chip that holds, pressed once more, lets the child follow the order of the method."""

    chosen = Signal(object)
    """The `ChildPlace` the user has chosen, None for the order of the method."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._place: ChildPlace | None = None
        self._chosen: ChildPlace | None = None
        self._others: dict[str, str] = {}
        self._label = Label("", Tone.STRONG, wrap=False)
        self._follows = Label("", Tone.MUTED, wrap=False)
        self.chips = AnswerChips([(kind.value, place_chip(kind, t)) for kind in _KINDS], look, flowing=True)
        self.person = Choice((), look)
        top = flowing(self._label, self._follows, gap=look.px(8), push_last=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(top)
        column.addWidget(self.chips)
        column.addWidget(self.person)
        self.person.hide()
        self.chips.picked.connect(self._pick)
        self.person.picked.connect(self._pick_person)

    @property
    def place(self) -> ChildPlace | None:
        """The place that was chosen last, or shown since; None for the order of the method."""
        return self._chosen

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops, in reading order."""
        return (*self.chips.chips.values(), self.person)

    def render(self, label: str, place: ChildPlace | None, others: Mapping[str, str]) -> None:  # type: ignore[override]
        """Show the place that is chosen; `others` maps the ids of those who can be spoken after to their names."""
        self._place = self._chosen = place
        self._label.setText(label)
        self.chips.setAccessibleName(label)
        self._follows.setText(place_label(None, others, self._t))
        self._follows.setVisible(place is None)
        self.chips.set_key("" if place is None else place.kind.value)
        self._others = dict(others)
        self._ask_whom(None if place is None else place.kind, "" if place is None else place.person or "")

    def _pick(self, key: str) -> None:
        kind, held = PlaceKind(key), self._place
        if held is not None and held.kind is kind:
            self._choose(None)
        elif kind in _WITH:
            self._ask_whom(kind, "")
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.person.hide()
            self._choose(ChildPlace(kind))

    def _pick_person(self, person: str) -> None:
        if person:
            self._choose(ChildPlace(PlaceKind(self.chips.key), person))

    def _choose(self, place: ChildPlace | None) -> None:
        self._chosen = place
        self.chosen.emit(place)

    def _ask_whom(self, kind: PlaceKind | None, person: str) -> None:
        """Unfold the people where the place hangs on one of them."""
        question = "" if kind is None or kind not in _WITH else self._t.gettext(_WITH[kind])
        self.person.setVisible(bool(question))
        self.person.setAccessibleName(question)
        self.person.set_options([("", question), *self._others.items()], key=person)
