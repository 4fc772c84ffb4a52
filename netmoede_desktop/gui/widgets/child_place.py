"""Where in the order the child wants to speak: a choice that names the people at the table."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.people import ChildPlace, PlaceKind
from netmoede_desktop.gui.office_wording import place_label
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.choice import Choice
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.localization.catalogue import Translator

_ALONE = (PlaceKind.FIRST, PlaceKind.LAST, PlaceKind.READ_ALOUD)
_WITH = (PlaceKind.AFTER, PlaceKind.THROUGH)


class ChildPlaceChoice(QWidget):
    """One child's place."""

    chosen = Signal(object)
    """The `ChildPlace` the user has chosen, None for the order of the method."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._places: dict[str, ChildPlace | None] = {}
        self._label = Label("", Tone.STRONG)
        self.choice = Choice((), look)
        self._label.setBuddy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._label)
        column.addWidget(self.choice)
        self.choice.picked.connect(lambda key: self.chosen.emit(self._places[key]))

    def render(self, label: str, place: ChildPlace | None, others: Mapping[str, str]) -> None:  # type: ignore[override]
        """Show the place that is chosen; `others` maps the ids of those who can be spoken after to their names."""
        places = [None, *(ChildPlace(kind) for kind in _ALONE)]
        places += [ChildPlace(kind, person) for kind in _WITH for person in others]
        if place not in places:
            places.append(place)
        self._places = {_key(each): each for each in places}
        self._label.setText(label)
        self.choice.setAccessibleName(label)
        options = [(key, place_label(each, others, self._t)) for key, each in self._places.items()]
        self.choice.set_options(options, key=_key(place))


def _key(place: ChildPlace | None) -> str:
    return "" if place is None else f"{place.kind}:{place.person or ''}"
