"""The netværkskort: a place follows from the facts alone, nobody covers anybody, and what does not fit is shared."""

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS
from netmoede_desktop.domain.people.network_gaps import NetworkGap, network_gaps
from netmoede_desktop.domain.people.network_map import MapRoom, NetworkLayout, lay_out
from netmoede_desktop.domain.people.network_members import Layer, MapPlace, Member, members
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Circle, PersonFacts, Sector

#: The map of a window of 1366 by 768, and one of a page of A4.
WINDOW = MapRoom(605, 500, ((110, 62), (98, 56), (90, 52), (82, 48)), 0, (96, 58))
PAGE = MapRoom(493.28, 493.28, ((96, 38), (86, 35), (78, 32), (70, 30), (62, 26), (56, 25)), 4, (84, 40))
PLACES = tuple(MapPlace(circle, sector) for circle in CIRCLES for sector in SECTORS)


def family(random: Random, count: int) -> list[Member]:
    """So many people, each anywhere; in every second family some places are liked more than others."""
    weights = [random.random() ** 2 if count % 2 else 1.0 for _ in PLACES]
    places = random.choices(PLACES, weights, k=count)
    return [Member(f"p{n:02}", f"N{n}", "ven", True, n % 2 == 0, place) for n, place in enumerate(places)]


def faults(layout: NetworkLayout, room: MapRoom, everyone: Sequence[Member]) -> list[str]:
    """What is wrong with a map: covered, outside, in another place than the facts say, or left out."""
    wide, high = layout.seat
    boxes = [(spot.x, spot.y, wide, high) for spot in layout.spots] + [(*layout.frame.centre, *room.child)]
    found = [
        "covered"
        for (x, y, w, h), (x2, y2, w2, h2) in combinations(boxes, 2)
        if abs(x - x2) < (w + w2) / 2 - 1e-6 and abs(y - y2) < (h + h2) / 2 - 1e-6
    ]
    for x, y, w, h in boxes:
        if x - w / 2 < -1e-6 or x + w / 2 > room.width + 1e-6 or y - h / 2 < -1e-6 or y + h / 2 > room.height + 1e-6:
            found.append("outside")
    for one in everyone:
        spot = layout.spot_of(one.id)
        if spot is None or layout.frame.place_at(spot.x, spot.y) != one.place:
            found.append("elsewhere")
    return found


@pytest.mark.smoke
def test_nobody_covers_anybody_in_random_families_of_up_to_twenty() -> None:
    """`NETMOEDE_FAMILIES=10000` makes it the long one."""
    random, shared = Random(10), 0
    families = int(os.environ.get("NETMOEDE_FAMILIES", "300"))
    for number in range(families):
        everyone = family(random, number % 21)
        layout = lay_out(everyone, WINDOW)
        assert faults(layout, WINDOW, everyone) == []
        assert layout == lay_out(everyone, WINDOW)
        shared += any(spot.shared for spot in layout.spots)
    assert shared <= families / 10, "sharing a seat is the exception up to twenty"


def test_forty_stand_singly_on_a_page() -> None:
    random = Random(4)
    for _ in range(40):
        everyone = [replace(one, place=random.choice(PLACES)) for one in family(random, 40)]
        layout = lay_out(everyone, PAGE)
        assert faults(layout, PAGE, everyone) == []
        assert not any(spot.shared for spot in layout.spots)


def test_what_does_not_fit_shares_a_seat_and_an_opened_place_is_shown_first() -> None:
    everyone = family(Random(1), 44)
    layout = lay_out(everyone, WINDOW)
    assert faults(layout, WINDOW, everyone) == []
    shared = [spot for spot in layout.spots if spot.shared]
    assert shared
    opened = next(spot for spot in shared if len(spot.people) < 8)
    again = lay_out(everyone, WINDOW, opened.place)
    assert faults(again, WINDOW, everyone) == []
    assert not any(spot.shared for spot in again.spots if spot.place == opened.place)


def test_a_drawing_too_small_for_anything_still_names_everyone() -> None:
    everyone = family(Random(2), 40)
    layout = lay_out(everyone, replace(WINDOW, width=120, height=90))
    assert {person for spot in layout.spots for person in spot.people} == {one.id for one in everyone}


def test_the_usual_ground_holds_while_there_is_room_so_that_nobody_jumps() -> None:
    everyone = family(Random(3), 10)
    before = lay_out(everyone, WINDOW)
    moved = [
        replace(one, place=MapPlace(Circle.DISTANT, Sector.FAMILY)) if one.id == "p03" else one for one in everyone
    ]
    after = lay_out(moved, WINDOW)
    assert after.frame == before.frame
    stayed = [one.id for one in everyone if one.place not in (everyone[3].place, moved[3].place)]
    assert stayed
    assert sum(before.spot_of(one) == after.spot_of(one) for one in stayed) >= len(stayed) - 1


def test_the_facts_of_the_point_where_somebody_is_dropped() -> None:
    frame = lay_out([], WINDOW).frame
    x, y = frame.centre
    assert frame.nearest_place(x - 60, y - 60) == MapPlace(Circle.NEAR, Sector.FAMILY)
    assert frame.nearest_place(x + 120, y - 90) == MapPlace(Circle.REGULAR, Sector.FRIENDS)
    assert frame.nearest_place(x + 900, y + 900) == MapPlace(Circle.DISTANT, Sector.AUTHORITY)
    assert frame.nearest_place(x - 150, y + 150) == MapPlace(Circle.DISTANT, Sector.SCHOOL)
    assert frame.place_at(x + 900, y) is None


def test_the_two_layers_are_never_merged_and_who_serves_is_on_neither() -> None:
    people = (
        Person("m", "Mikkel Holm", "Mikkel", Role.CHILD),
        Person("l", "Maja Lind", "Maja", Role.LEADER),
        Person("t", "Tora Holm", "Tora", Role.INTERPRETER),
        Person("f", "Kirsten Holm", "Kirsten", Role.PRIVATE, "farmor"),
    )
    other = Person("s", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler")
    facts = {"f": PersonFacts(circle=Circle.NEAR, sector=Sector.FAMILY, child_circle=Circle.DISTANT)}
    shared = members(people, (other,), facts, Layer.SHARED)
    assert [(one.id, one.coming, one.private) for one in shared] == [("f", True, True), ("s", False, False)]
    assert shared[0].place == MapPlace(Circle.NEAR, Sector.FAMILY)
    assert members(people, (other,), facts, Layer.CHILD)[0].place is None


def test_who_is_missing_is_asked_about_by_what_is_empty() -> None:
    def one(relation: str, place: MapPlace, *, private: bool = True) -> Member:
        return Member(relation, relation, relation, private, True, place)

    assert network_gaps(()) == ()
    near, far = MapPlace(Circle.NEAR, Sector.FAMILY), MapPlace(Circle.REGULAR, Sector.AUTHORITY)
    assert network_gaps([one("sagsbehandler", far, private=False)]) == (
        NetworkGap.NOBODY_NEAR,
        NetworkGap.NO_FAMILY,
        NetworkGap.NO_FRIENDS,
        NetworkGap.NO_SCHOOL,
    )
    rest = [one("ven", MapPlace(Circle.REGULAR, Sector.FRIENDS)), one("lærer", MapPlace(Circle.REGULAR, Sector.SCHOOL))]
    assert network_gaps([one("farmor, Aarhus", near), *rest]) == (NetworkGap.MOTHERS_PARENTS,)
    assert network_gaps([one("morfar", near), *rest]) == (NetworkGap.FATHERS_PARENTS,)
    assert network_gaps([one("morfar", near), one("farfar", near), *rest]) == ()
