"""Screens come, go, change places and show the same: the room never sees what it should not, nobody loses a window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.room.projector import ProjectorState
from netmoede_desktop.gui.room.screens import Placing, ScreenInfo
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import CurtainReason
from tests.gui.room.fake_screens import LAPTOP, PROJECTOR, SHARP, THIRD
from tests.gui.room.rooms import Room, make_room
from tests.gui.room.views import told


def test_it_is_off_until_it_is_asked_for(room: Room) -> None:
    assert not room.projector.is_open
    assert room.projector.window is None
    assert room.state == ProjectorState(False, False, False, None, "")


@pytest.mark.smoke
def test_it_opens_full_on_the_screen_that_is_not_the_mødeleders(room: Room) -> None:
    room.projector.open()
    assert room.screens.placings == [(room.projector.window, "projektor", Placing.FULL_SCREEN)]
    assert room.states[-1] == ProjectorState(True, True, True, None, "projektor")
    assert room.shows()


def test_it_follows_the_mødeleder_who_sits_at_the_other_screen(room: Room) -> None:
    room.screens.on[room.operator] = "projektor"
    room.projector.open()
    assert room.state.screen_name == "laptop"


def test_it_opens_on_a_named_screen_but_never_on_the_mødeleders(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = make_room(qtbot, look, t, LAPTOP, PROJECTOR, THIRD)
    room.projector.open("tv")
    assert room.state.screen_name == "tv"
    room.projector.close()
    room.projector.open("laptop")
    assert room.state.screen_name == "projektor"


def test_closing_takes_the_window_and_what_it_showed_away(qtbot: QtBot, room: Room) -> None:
    room.projector.open()
    window = room.projector.window
    assert window is not None
    room.projector.close()
    assert not room.projector.is_open
    assert window.isHidden()
    assert not [text for text in told(window) if "Kirsten" in text]
    room.projector.open()
    assert room.shows()


def test_a_window_that_is_closed_by_hand_is_closed(qtbot: QtBot, room: Room) -> None:
    room.projector.open()
    assert room.projector.window is not None
    room.projector.window.close()
    assert not room.state.open


# One screen


def test_on_the_only_screen_it_is_an_ordinary_window_that_says_so(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = make_room(qtbot, look, t, LAPTOP)
    room.projector.open()
    assert room.screens.placings == [(room.projector.window, "laptop", Placing.NORMAL)]
    assert (room.state.full_screen, room.state.shown, room.curtain) == (False, True, None)
    assert room.projector.window is not None
    assert "Der er kun én skærm. Det her vindue er det, rummet ser." in told(room.projector.window)


def test_a_screen_that_is_plugged_in_gets_the_window(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = make_room(qtbot, look, t, LAPTOP)
    room.projector.open()
    room.screens.become(LAPTOP, PROJECTOR)
    assert (room.state.full_screen, room.state.screen_name, room.curtain) == (True, "projektor", None)
    assert room.projector.window is not None
    assert not [text for text in told(room.projector.window) if "kun én skærm" in text]


# A screen is lost


@pytest.mark.smoke
def test_a_lost_screen_lets_the_curtain_down_and_the_window_away_until_it_is_lifted_by_hand(room: Room) -> None:
    room.projector.open()
    room.screens.become(LAPTOP)
    assert (room.state.open, room.state.shown, room.curtain) == (True, False, CurtainReason.SCREEN_LOST)
    room.projector.toggle_curtain()
    assert room.curtain is CurtainReason.SCREEN_LOST, "there is nothing to lift it from"
    room.screens.become(LAPTOP, PROJECTOR)
    assert (room.state.full_screen, room.state.screen_name) == (True, "projektor")
    assert room.curtain is CurtainReason.SCREEN_LOST
    assert not room.shows()
    room.projector.toggle_curtain()
    assert room.curtain is None
    assert room.shows()


def test_the_curtain_is_down_before_the_system_moves_the_window(room: Room) -> None:
    room.projector.open()
    seen: list[bool] = []
    room.screens.changed.connect(lambda: seen.append(room.shows()))
    room.screens.become(LAPTOP)
    assert seen == [False]
    assert [placing for placing in room.screens.placings[1:] if placing[0] is room.projector.window] == []


def test_when_the_mødeleders_own_screen_goes_the_room_does_not_get_the_screen_both_are_on(room: Room) -> None:
    room.projector.open()
    room.screens.become(PROJECTOR)
    assert room.screens.under(room.operator) == "projektor"
    assert (room.state.shown, room.curtain) == (False, CurtainReason.SCREEN_LOST)


def test_with_a_third_screen_the_window_goes_there_behind_its_curtain(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = make_room(qtbot, look, t, LAPTOP, PROJECTOR, THIRD)
    room.projector.open()
    room.screens.become(LAPTOP, THIRD)
    assert (room.state.screen_name, room.curtain) == ("tv", CurtainReason.SCREEN_LOST)
    assert not room.shows()


def test_a_screen_that_goes_while_it_is_closed_is_no_loss(room: Room) -> None:
    room.projector.open()
    room.projector.close()
    room.screens.become(LAPTOP)
    room.screens.become(LAPTOP, PROJECTOR)
    room.projector.open()
    assert room.curtain is None
    assert room.shows()


# Screens that show the same


@pytest.mark.parametrize(
    "twin",
    [
        replace(PROJECTOR, x=0, y=0, width=1366, height=768),
        replace(PROJECTOR, x=0, y=0),
        replace(PROJECTOR, x=1000, y=200),
    ],
)
def test_mirrored_screens_let_the_curtain_down_and_leave_the_mødeleders_screen_alone(
    room: Room, twin: ScreenInfo
) -> None:
    room.projector.open()
    room.screens.become(LAPTOP, twin)
    assert (room.curtain, room.state.shown) == (CurtainReason.MIRRORED, False)
    room.projector.toggle_curtain()
    room.projector.toggle_curtain()
    assert room.curtain is CurtainReason.MIRRORED, "no hand lifts it"
    room.screens.become(LAPTOP, PROJECTOR)
    assert room.state.curtain is None
    assert room.state.full_screen
    assert room.shows()


def test_opened_while_mirrored_it_waits(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = make_room(qtbot, look, t, LAPTOP, replace(PROJECTOR, x=0))
    room.projector.open()
    assert (room.state.open, room.state.shown, room.curtain) == (True, False, CurtainReason.MIRRORED)
    assert room.screens.placings == []


def test_private_counts_only_where_the_room_may_see_the_mødeleders_screen(room: Room) -> None:
    room.projector.open()
    room.projector.set_reason(CurtainReason.PRIVATE, on=True)
    assert room.curtain is None
    assert room.projector.reasons == {CurtainReason.PRIVATE}
    room.screens.become(LAPTOP, replace(PROJECTOR, x=0))
    assert room.curtain is CurtainReason.MIRRORED
    room.projector.close()
    room.screens.become(LAPTOP)
    room.projector.open()
    assert room.curtain is CurtainReason.PRIVATE


# Places and scales


def test_screens_of_another_scale_and_screens_that_change_places_are_followed(room: Room) -> None:
    room.projector.open()
    room.screens.become(LAPTOP, replace(PROJECTOR, x=-1920))
    assert room.projector.window is not None
    assert room.projector.window.geometry() == QRect(-1920, 0, 1920, 1080)
    room.screens.become(replace(LAPTOP, width=1093, height=614), replace(PROJECTOR, x=1093, width=1536, height=864))
    assert room.projector.window.geometry() == QRect(1093, 0, 1536, 864)
    assert room.curtain is None
    room.screens.become(LAPTOP, SHARP)
    assert room.curtain is CurtainReason.SCREEN_LOST, "another screen in the same place is another screen"


def test_swapping_gives_each_the_others_screen(room: Room) -> None:
    room.projector.open()
    room.projector.swap()
    assert room.screens.under(room.operator) == "projektor"
    assert room.state.screen_name == "laptop"
    assert room.screens.placings[-2:] == [
        (room.operator, "projektor", Placing.MAXIMISED),
        (room.projector.window, "laptop", Placing.FULL_SCREEN),
    ]
    assert room.curtain is CurtainReason.BY_HAND, "the room sees neither window go or come"
    room.projector.swap()
    assert (room.screens.under(room.operator), room.state.screen_name) == ("laptop", "projektor")


def test_a_window_the_system_puts_elsewhere_is_put_again(qtbot: QtBot, room: Room) -> None:
    room.projector.open()
    window = room.projector.window
    assert window is not None
    window.setGeometry(LAPTOP.area)
    qtbot.waitUntil(lambda: window.geometry() == PROJECTOR.area, timeout=2000)


def test_there_is_nothing_to_swap_where_there_is_one_screen(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = make_room(qtbot, look, t, LAPTOP)
    room.projector.swap()
    room.projector.open()
    room.projector.swap()
    assert room.screens.under(room.operator) == "laptop"
    assert len(room.screens.placings) == 1


def test_the_mødeleders_window_is_brought_back_when_its_screen_is_gone(room: Room) -> None:
    room.operator.setGeometry(1500, 100, 800, 600)
    room.screens.become(LAPTOP)
    assert LAPTOP.area.contains(room.operator.frameGeometry())
