"""The netværkskort in the step of the people: wishes of map and card become facts, and the facts are shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.people.network_gaps import network_gaps
from netmoede_desktop.domain.people.network_members import Layer, MapPlace, Member, members, place_in
from netmoede_desktop.domain.people.network_moves import proposed_place, with_place
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.people.person_facts import Chooser, Circle, PersonFacts, Sector
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.network.network_card import CardShown, NetworkCard
from netmoede_desktop.gui.preparation.network.network_map import MapShown, NetworkMap
from netmoede_desktop.gui.preparation.network.network_wording import MapWording
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting

#: The least height of the map at 100 %.
_HEIGHT = 430
WHERE = "network"


class NetworkView(QWidget):
    """The map, and its card for the side. The map made together and the child's own are never mixed."""

    new_person_asked = Signal()
    list_asked = Signal()
    """Emitted where a shared seat has more people than the map has room for."""

    def __init__(self, bridge: PreparationBridge, look: Look, t: Translator) -> None:
        super().__init__()
        self._bridge, self._t = bridge, t
        self._wording = MapWording(t)
        self._meeting: PlannedMeeting | None = None
        self._others: Sequence[Person] = ()
        self._everyone: tuple[Member, ...] = ()
        self._layer = Layer.SHARED
        self._opened: MapPlace | None = None
        self._chosen = ""
        self._said: tuple[str, str] = ("", "")
        self.map = NetworkMap(look, self._wording)
        self.map.setMinimumHeight(look.px(_HEIGHT))
        self.card = NetworkCard(look, t)
        self.new_person = Button(t.gettext("+ Ny person"), look, ButtonKind.QUIET)
        self.map.set_corner(self.new_person)
        self._question = ElidedLabel("", Tone.HEADING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._question)
        column.addWidget(self.map, 1)
        self._connect()

    def _connect(self) -> None:
        self.new_person.clicked.connect(self.new_person_asked)
        self.map.chosen.connect(self._choose)
        self.map.place_wished.connect(self._place)
        self.map.coming_toggled.connect(self._toggle)
        self.map.placing_asked.connect(self._place_by_role)
        self.map.opened.connect(self._open)
        self.card.layer_picked.connect(self._show_layer)
        self.card.circle_picked.connect(self._pick_circle)
        self.card.sector_picked.connect(self._pick_sector)
        self.card.chooser_picked.connect(self._pick_chooser)
        self.card.coming_picked.connect(self._set_coming)
        self.card.why_typed.connect(self._set_why)

    @property
    def placed(self) -> bool:
        """Whether anybody is on one of the two maps."""
        if self._meeting is None:
            return False
        facts = self._meeting.facts.people.values()
        return any(place_in(one, layer) is not None for one in facts for layer in Layer)

    def render(self, meeting: PlannedMeeting, others: Sequence[Person]) -> None:  # type: ignore[override]
        """Show a meeting, with those of the sag who are not in it."""
        self._meeting, self._others = meeting, others
        people = meeting.facts.people
        self._everyone = members(meeting.plan.people, others, people, self._layer)
        self._wording.child = meeting.plan.child
        self.map.show_map(MapShown(meeting.plan.child, self._everyone, self._opened))
        t, child = self._t, meeting.plan.child or self._t.gettext("barnet")
        empty = t.gettext("Hvem ses {child} med?").format(child=child) if not self._everyone else ""
        self._question.setText(empty)
        self._question.setVisible(bool(empty))
        self._show_card()
        self._speak()

    def focus_first(self) -> None:
        """Focus the first seat, or the way to a first person."""
        order = self.map.order
        (self.map.seat(order[0]) if order else self.new_person).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self) -> None:
        one = self._member(self._chosen)
        meeting = self._meeting
        if meeting is None:
            return
        gaps = network_gaps(self._everyone) if self._layer is Layer.SHARED else ()
        shown = CardShown(
            child=meeting.plan.child,
            one=one,
            why="" if one is None else meeting.facts.person(one.id).why,
            people=len(self._everyone),
            coming=sum(member.coming for member in self._everyone),
            gaps=tuple(self._wording.gap(gap) for gap in gaps),
        )
        self.card.show_card(shown)

    def _speak(self) -> None:
        """Announce where somebody is now, once the wish of this page has come true."""
        key, before = self._said
        one = self._member(key)
        if one is not None and self._wording.spoken(one) != before:
            self._said = ("", "")
            self.map.say(key, self._wording.spoken(one))

    def _member(self, key: str) -> Member | None:
        return next((one for one in self._everyone if one.id == key), None)

    def _person(self, key: str) -> Person | None:
        people = () if self._meeting is None else self._meeting.plan.people
        return next((one for one in (*people, *self._others) if one.id == key), None)

    # -- what is wished

    def _choose(self, key: str) -> None:
        if self._member(key) is not None and key != self._chosen:
            self._chosen = key
            self._show_card()

    def _open(self, place: MapPlace) -> None:
        self._opened = place
        if self._meeting is not None:
            self.render(self._meeting, self._others)
        if any(spot.shared and spot.place == place for spot in self.map.layout_shown.spots):
            self.list_asked.emit()

    def _show_layer(self, layer: str) -> None:
        self._layer, self._opened = Layer(layer), None
        self.card.show_layer(self._layer)
        if self._meeting is not None:
            self.render(self._meeting, self._others)

    def _place(self, key: str, place: MapPlace | None) -> None:
        layer = self._layer
        self._change(key, lambda facts: with_place(facts, layer, place))

    def _place_by_role(self, key: str) -> None:
        person = self._person(key)
        if person is not None:
            self._place(key, proposed_place(person))

    def _pick_circle(self, key: str, circle: str) -> None:
        place = self._place_of(key)
        self._place(key, None if not circle or place is None else MapPlace(Circle(circle), place.sector))

    def _pick_sector(self, key: str, sector: str) -> None:
        place = self._place_of(key)
        self._place(key, None if not sector or place is None else MapPlace(place.circle, Sector(sector)))

    def _place_of(self, key: str) -> MapPlace | None:
        """Where somebody is, or would be put."""
        one, person = self._member(key), self._person(key)
        if one is not None and one.place is not None:
            return one.place
        return None if person is None else proposed_place(person)

    def _pick_chooser(self, key: str, chooser: str) -> None:
        chosen_by = Chooser(chooser) if chooser else None
        self._change(key, lambda facts: replace(facts, chosen_by=chosen_by))

    def _set_why(self, key: str, why: str) -> None:
        self._change(key, lambda facts: replace(facts, why=why.strip()))

    def _toggle(self, key: str) -> None:
        one = self._member(key)
        if one is not None:
            self._set_coming(key, not one.coming)

    def _set_coming(self, key: str, coming: bool) -> None:
        one = self._member(key)
        if one is None:
            return
        self._said = (key, self._wording.spoken(one))
        if coming:
            self._bridge.invite(WHERE, (key,))
        else:
            self._bridge.uninvite(WHERE, key)

    def _change(self, key: str, change: Callable[[PersonFacts], PersonFacts]) -> None:
        one = self._member(key)
        if one is None:
            return
        self._said = (key, self._wording.spoken(one))
        self._bridge.change_facts(WHERE, lambda known: known.with_person(key, change(known.person(key))))
