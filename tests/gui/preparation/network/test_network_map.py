"""The netværkskort by keyboard, mouse and list: one state, one undo, and a sentence for every seat."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS
from netmoede_desktop.domain.people.network_members import Layer, MapPlace, place_in
from netmoede_desktop.domain.people.person_facts import Circle, PersonFacts, Sector
from netmoede_desktop.gui.preparation.network.network_map import NetworkMap
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE
from tests.gui.preparing import opened, people, people_page, pick

_CTRL = Qt.KeyboardModifier.ControlModifier
_PLACES = tuple(MapPlace(circle, sector) for circle in CIRCLES for sector in SECTORS)


def on_map(office: OpenOffice, qtbot: QtBot, **more: object) -> PreparationPage:
    """The step of the people with the map shown and nobody on it."""
    page = opened(office, qtbot, PreparationStep.PEOPLE, **{"people": PEOPLE[:4], **more})
    people_page(page).views.map_button.click()
    office.settle(qtbot)
    return page


def network_map(page: PreparationPage) -> NetworkMap:
    return people_page(page).network.map


def facts(page: PreparationPage, office: OpenOffice) -> dict[str, PersonFacts]:
    """The facts as they are stored, of those of whom something is known."""
    vault, now = office.context.vault, office.context.clock.now()
    return dict(planned_meeting(vault, page.bridge.meeting_id, now).facts.people)


def coming(page: PreparationPage, office: OpenOffice) -> set[str]:
    return {person.id for person in people(page, office).values()}


def press(page: PreparationPage, office: OpenOffice, qtbot: QtBot, who: str, *keys: Qt.Key, ctrl: bool = False) -> None:
    for key in keys:
        seat = network_map(page).seat(who)
        seat.setFocus()
        QTest.keyClick(seat, key, _CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
        office.settle(qtbot)


def drag(page: PreparationPage, office: OpenOffice, qtbot: QtBot, who: str, to: QPoint) -> None:
    seat = network_map(page).seat(who)
    start = seat.rect().center()
    QTest.mousePress(seat, Qt.MouseButton.LeftButton, pos=start)
    for target in (start + QPoint(30, 0), seat.mapFromParent(to)):
        QTest.mouseMove(seat, target)
        qtbot.wait(1)
    QTest.mouseRelease(seat, Qt.MouseButton.LeftButton, pos=seat.mapFromParent(to))
    office.settle(qtbot)


@pytest.mark.smoke
def test_r045_somebody_is_placed_moved_and_said_by_keyboard_alone(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot)
    kirsten = people(page, office)["Lone Holm"].id
    seat = network_map(page).seat(kirsten)
    assert seat.accessibleName() == "Lone, mor, ikke på kortet endnu. Skal med."
    press(page, office, qtbot, kirsten, Qt.Key.Key_Return)
    assert network_map(page).seat(kirsten).accessibleName() == "Lone, mor, familie, tæt på. Skal med."
    assert network_map(page).seat(kirsten).hasFocus()
    press(page, office, qtbot, kirsten, Qt.Key.Key_Down, Qt.Key.Key_Right, ctrl=True)
    assert place_in(facts(page, office)[kirsten], Layer.SHARED) == MapPlace(Circle.REGULAR, Sector.FRIENDS)
    press(page, office, qtbot, kirsten, Qt.Key.Key_Space)
    assert network_map(page).seat(kirsten).accessibleName() == "Lone, mor, venner, jævnligt. Skal ikke med."
    assert kirsten not in coming(page, office)
    press(page, office, qtbot, kirsten, Qt.Key.Key_Delete)
    assert place_in(facts(page, office)[kirsten], Layer.SHARED) is None


def test_r047_who_chose_whom_and_why_is_kept_and_who_is_missing_is_asked(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot)
    lone = people(page, office)["Lone Holm"].id
    press(page, office, qtbot, lone, Qt.Key.Key_Return)
    card = people_page(page).network.card
    pick(card.chooser, "barn")
    office.settle(qtbot)
    QTest.keyClicks(card.why, "Mikkel bor hos dig.")
    QTest.keyClick(card.why, Qt.Key.Key_Return)
    office.settle(qtbot)
    known = facts(page, office)[lone]
    assert (known.chosen_by, known.why) == ("barn", "Mikkel bor hos dig.")
    assert network_map(page).seat(lone).shown.letter == "M"
    assert "ingen venner" in card._gaps.text()
    pick(card.circle, "")
    office.settle(qtbot)
    assert facts(page, office)[lone].sector is None


def test_a_drag_is_another_place_and_beyond_the_map_is_off_it(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot)
    lone = people(page, office)["Lone Holm"].id
    x, y = network_map(page).layout_shown.frame.centre
    drag(page, office, qtbot, lone, QPoint(round(x + 60), round(y + 60)))
    assert place_in(facts(page, office)[lone], Layer.SHARED) == MapPlace(Circle.NEAR, Sector.AUTHORITY)
    drag(page, office, qtbot, lone, QPoint(round(x), network_map(page).height() - 5))
    assert place_in(facts(page, office)[lone], Layer.SHARED) is None


def test_the_childs_own_map_is_another_layer(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot)
    lone = people(page, office)["Lone Holm"].id
    press(page, office, qtbot, lone, Qt.Key.Key_Return)
    people_page(page).network.card.layer.chips[Layer.CHILD.value].click()
    assert network_map(page).seat(lone).accessibleName() == "Lone, mor, ikke på kortet endnu. Skal med."
    press(page, office, qtbot, lone, Qt.Key.Key_Return)
    press(page, office, qtbot, lone, Qt.Key.Key_Left, ctrl=True)
    known = facts(page, office)[lone]
    assert place_in(known, Layer.CHILD) == MapPlace(Circle.NEAR, Sector.SCHOOL)
    assert place_in(known, Layer.SHARED) == MapPlace(Circle.NEAR, Sector.FAMILY)


def test_the_keyboard_walks_ring_by_ring_and_tab_in_the_same_order(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot)
    for person in people(page, office).values():
        if person.id in network_map(page).order:
            press(page, office, qtbot, person.id, Qt.Key.Key_Return)
    order = network_map(page).order
    first = network_map(page).seat(order[0])
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert network_map(page).seat(order[1]).hasFocus()
    QTest.keyClick(network_map(page).seat(order[1]), Qt.Key.Key_Down)
    assert not network_map(page).seat(order[1]).hasFocus()
    first.setFocus()
    assert first.nextInFocusChain() is network_map(page).seat(order[1])


def test_those_beyond_the_row_of_the_unplaced_come_as_the_keyboard_goes_on(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot, people=PEOPLE)
    first = network_map(page).order
    waiting = [one.id for one in people_page(page).network._everyone]
    assert len(first) < len(waiting)
    met = []
    network_map(page).seat(first[0]).setFocus()
    for _ in waiting:
        here = next(key for key in network_map(page).order if network_map(page).seat(key).hasFocus())
        met.append(here)
        QTest.keyClick(network_map(page).seat(here), Qt.Key.Key_Right)
    assert met == waiting


def test_twenty_times_forty_letters_share_no_seat_and_a_crowd_opens_by_enter(office: OpenOffice, qtbot: QtBot) -> None:
    role = PEOPLE[1][1]
    crowd = tuple((f"Maximiliane-Theodora Holm-Sørensen nr. {n:02}", role, "mor") for n in range(30))
    page = on_map(office, qtbot, people=crowd)
    ids = [person.id for person in people(page, office).values()]
    near = PersonFacts(circle=Circle.NEAR, sector=Sector.FAMILY)
    page.bridge.change_facts("x", lambda known: [known := known.with_person(one, near) for one in ids][-1])
    office.settle(qtbot)
    [shared] = [spot for spot in network_map(page).layout_shown.spots if spot.shared]
    assert len(shared.people) == 30
    seat = network_map(page).seat(ids[0])
    assert seat.accessibleName().startswith("30 personer, familie, tæt på: ")
    assert network_map(page).order == (seat.shown.key,)
    seat.click()
    assert not people_page(page).views.on_map, "thirty of one place have no room on any map: the list has them all"
    page.bridge.change_facts("x", lambda known: [known := known.with_person(one, PersonFacts()) for one in ids[6:]][-1])
    office.settle(qtbot)
    people_page(page).views.map_button.click()
    assert not any(spot.shared for spot in network_map(page).layout_shown.spots)


def _act(page: PreparationPage, office: OpenOffice, qtbot: QtBot, random: Random, ids: list[str], how: str) -> None:
    """One random act by keyboard, mouse or list."""
    who, place = random.choice(ids), random.choice(_PLACES)
    kind = random.choice(("place", "ring", "sector", "coming", "off"))
    view = people_page(page).network
    network_map(page).seat(who).setFocus()
    if how == "list" and kind == "sector":
        pick(view.card.sector, place.sector.value)
        office.settle(qtbot)
    elif how == "list":
        if kind == "coming":
            view.card.coming.click()
        else:
            pick(
                view.card.sector if kind == "sector" else view.card.circle, "" if kind == "off" else place.circle.value
            )
        office.settle(qtbot)
    elif how == "mouse" and kind != "coming":
        spot = Random(hash(place) % 7)
        x, y = network_map(page).layout_shown.frame.centre
        drag(page, office, qtbot, who, QPoint(round(x + spot.uniform(-200, 200)), round(y + spot.uniform(-200, 260))))
    else:
        keys = {"place": Qt.Key.Key_Return, "coming": Qt.Key.Key_Space, "off": Qt.Key.Key_Delete}
        if kind in keys:
            press(page, office, qtbot, who, keys[kind])
        else:
            press(page, office, qtbot, who, Qt.Key.Key_Down if kind == "ring" else Qt.Key.Key_Left, ctrl=True)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_done_by_whichever_way_one_undo_goes_back_through_all_of_it(
    office: OpenOffice, qtbot: QtBot, seed: int
) -> None:
    page = on_map(office, qtbot, people=PEOPLE[:6])
    random = Random(seed)

    def state() -> tuple[object, ...]:
        plan = planned_meeting(office.context.vault, page.bridge.meeting_id, office.context.clock.now()).plan
        return plan.people, facts(page, office)

    ids = list(network_map(page).order)
    states = [state()]
    for number in range(24):
        _act(page, office, qtbot, random, ids, ("keyboard", "mouse", "list")[number % 3])
        if state() != states[-1]:
            states.append(state())
    assert len(states) > 10
    for earlier in reversed(states[:-1]):
        QTest.keyClick(network_map(page).seat(ids[0]), Qt.Key.Key_Z, _CTRL)
        office.settle(qtbot)
        assert state() == earlier
    assert not people_page(page)._history.can_undo


def test_the_same_move_by_keyboard_mouse_and_list_gives_the_same_facts(office: OpenOffice, qtbot: QtBot) -> None:
    page = on_map(office, qtbot, people=PEOPLE[:4])
    lone = people(page, office)["Lone Holm"].id
    found = []
    for way in ("keyboard", "mouse", "list"):
        press(page, office, qtbot, lone, Qt.Key.Key_Return)
        if way == "keyboard":
            press(page, office, qtbot, lone, Qt.Key.Key_Down, Qt.Key.Key_Down, ctrl=True)
        elif way == "mouse":
            frame = network_map(page).layout_shown.frame
            x, y = frame.centre
            far = frame.radii[-1] * 0.62
            drag(page, office, qtbot, lone, QPoint(round(x - far), round(y - far)))
        else:
            network_map(page).seat(lone).setFocus()
            pick(people_page(page).network.card.circle, "fjern")
            office.settle(qtbot)
        found.append(facts(page, office)[lone])
        press(page, office, qtbot, lone, Qt.Key.Key_Delete)
    assert found[0] == found[1] == found[2]
    assert place_in(found[0], Layer.SHARED) == MapPlace(Circle.DISTANT, Sector.FAMILY)
