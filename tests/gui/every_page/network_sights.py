"""The netværkskort: of twenty people with long names, of nobody, the child's own, and seats that are shared."""

from dataclasses import replace
from datetime import date

from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS
from netmoede_desktop.domain.people.network_members import Layer, MapPlace
from netmoede_desktop.domain.people.network_moves import with_place
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.person_facts import Channel, Chooser, PersonFacts
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from tests.gui.every_page.office_sights import MANY, Act, Office, prepared, sight
from tests.gui.preparing import people_page

_PLACES = tuple(MapPlace(circle, sector) for circle in CIRCLES for sector in SECTORS)
_CROWD = tuple((f"{name} {number}", role, relation) for number, (name, role, relation) in enumerate(MANY * 2))


def _mapped(people: tuple[tuple[str, Role, str], ...] = MANY, *, waiting: int = 2, crowded: bool = False) -> Act:
    """The map with everybody placed but the last few; `crowded` puts them all in two places."""

    def act(office: Office) -> None:
        prepared(PreparationStep.PEOPLE, people=people)(office)
        page = people_page(office.preparation())
        page.views.map_button.click()
        ids = [one.id for one in page.network._everyone]
        places = _PLACES[:2] if crowded else _PLACES

        def change(known: KnownFacts) -> KnownFacts:
            for number, key in enumerate(ids[: len(ids) - waiting]):
                facts = PersonFacts(chosen_by=list(Chooser)[number % 3], why="Du kender barnet godt.")
                known = known.with_person(key, with_place(facts, Layer.SHARED, places[number % len(places)]))
            return known

        page._bridge.change_facts("network", change)
        for key in ids[::3]:
            page._bridge.uninvite("network", key)
        office.settle()
        order = page.network.map.order
        if order:
            page.network.map.seat(order[0]).setFocus()
        office.settle()
        office.preparation()

    return act


def _own(office: Office) -> None:
    """The child's own map, on which nobody is yet."""
    _mapped()(office)
    people_page(office.preparation()).network.card.layer.chips[Layer.CHILD.value].click()
    office.settle()


def _everything_of(role: Role, **facts: object) -> Act:
    """The list with the first in a role chosen, and these facts of them."""

    def act(office: Office) -> None:
        prepared(PreparationStep.PEOPLE)(office)
        page = people_page(office.preparation())
        meeting = page._bridge.meeting
        assert meeting is not None
        one = next(person for person in meeting.plan.people if person.role is role)
        page._bridge.put("person", replace(one, protected_address=True))
        known = PersonFacts(**facts)  # type: ignore[arg-type]  # of any of its fields
        page._bridge.change_facts("facts", lambda kept: kept.with_person(one.id, known))
        office.settle()
        page.table.select(one.id)
        office.settle()
        office.preparation()

    return act


_REACHED = {
    "phone": "12 34 56 78",
    "mail": "anne-margrethe.lund-frederiksen@skolen-ved-skoven.example",
    "address": "Sankt Annæ Allé 114, 3. th., 4300 Holbæk",
    "channel": Channel.SECURE_MAIL,
    "diet": "nødder og skaldyr",
    "protected_checked": date(2026, 11, 3),
}
_PROFESSIONAL = {
    **_REACHED,
    "chosen_by": Chooser.PARENTS,
    "approved_by": (Chooser.CHILD, Chooser.PARENTS),
    "why": "Du har kendt barnet siden 1. klasse, og barnet er tryg ved dig.",
    "cleared": Said("Anne-Margrethe Kirstine Lund-Frederiksen", date(2026, 11, 3), "Kommer kun til det første møde."),
}

NETWORK_SIGHTS = (
    sight("the network map of twenty", _mapped()),
    sight("everything about a professional", _everything_of(Role.PROFESSIONAL, **_PROFESSIONAL)),
    sight("everything about a mødeleder", _everything_of(Role.LEADER, **_REACHED)),
    sight("the network map of nobody", _mapped(people=(), waiting=0)),
    sight("the network map by the child", _own),
    sight("the network map with shared seats", _mapped(_CROWD, waiting=0, crowded=True)),
)
