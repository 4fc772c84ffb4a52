"""Screens come, go, change places and show the same: the room never sees what it should not, nobody loses a window."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.audience.projector import Projector, ProjectorState
from netmoede_desktop.gui.audience.screens import Placing, ScreenInfo
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.audience import CurtainReason, Scene
from tests.gui.audience.fake_screens import LAPTOP, PROJECTOR, SHARP, THIRD, FakeScreens
from tests.gui.audience.views import VIEW, VIEWS, told


@dataclass(slots=True)
class Room:
    """A mødeleder's window, its screens and the projector."""

    operator: QWidget
    field: QLineEdit
    screens: FakeScreens
    projector: Projector
    states: list[ProjectorState]

    @property
    def state(self) -> ProjectorState:
        return self.projector.state

    @property
    def curtain(self) -> CurtainReason | None:
        return self.projector.curtain

    def shows(self) -> bool:
        """Whether the room sees what the meeting is about."""
        window = self.projector.window
        return window is not None and window.isVisible() and "Kirsten" in told(window)


@pytest.fixture
def room(qtbot: QtBot, look: Look, t: Translator) -> Iterator[Room]:
    """A laptop and a projector; the audience window is off."""
    yield make_room(qtbot, look, t, LAPTOP, PROJECTOR)


def make_room(qtbot: QtBot, look: Look, t: Translator, *screens: ScreenInfo) -> Room:
    operator = QWidget()
    field = QLineEdit()
    QVBoxLayout(operator).addWidget(field)
    fake = FakeScreens(*screens, operator=operator)
    projector = Projector(look, t, fake, operator)
    qtbot.addWidget(operator, before_close_func=lambda _: projector.close())
    operator.setGeometry(0, 0, 800, 600)
    operator.show()
    states: list[ProjectorState] = []
    projector.changed.connect(states.append)
    projector.show_view(VIEW)
    return Room(operator, field, fake, projector, states)


def test_it_is_off_until_it_is_asked_for(room: Room) -> None:
    assert not room.projector.is_open
    assert room.projector.window is None
    assert room.state == ProjectorState(False, False, False, None, ("laptop", "projektor"), "", False)


def test_it_opens_full_on_the_screen_that_is_not_the_mødeleders(room: Room) -> None:
    room.projector.open()
    assert room.screens.placings == [(room.projector.window, "projektor", Placing.FULL_SCREEN)]
    assert room.states[-1] == ProjectorState(True, True, True, None, ("laptop", "projektor"), "projektor", False)
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
    with qtbot.waitSignal(room.projector.closed, timeout=500):
        room.projector.toggle()
    assert not room.projector.is_open
    assert window.isHidden()
    assert not [text for text in told(window) if "Kirsten" in text]
    room.projector.toggle()
    assert room.shows()


def test_a_window_that_is_closed_by_hand_is_closed(qtbot: QtBot, room: Room) -> None:
    room.projector.open()
    assert room.projector.window is not None
    with qtbot.waitSignal(room.projector.closed, timeout=500):
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
    assert (room.curtain, room.state.mirrored, room.state.shown) == (CurtainReason.MIRRORED, True, False)
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
    assert room.curtain is None
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


# Reasons


def test_the_most_important_reason_is_told(room: Room) -> None:
    room.projector.open()
    of_screens = (CurtainReason.MIRRORED, CurtainReason.PRIVATE)
    external = [reason for reason in CurtainReason if reason not in of_screens]
    for reason in reversed(external):
        room.projector.set_reason(reason, on=True)
        assert room.curtain is reason
    for reason, after in zip(external, [*external[1:], None], strict=True):
        room.projector.set_reason(reason, on=False)
        assert room.curtain is after
    assert room.shows()


def test_reasons_are_kept_while_it_is_closed(room: Room) -> None:
    room.projector.set_reason(CurtainReason.PAUSE, on=True)
    room.projector.show_view(VIEWS[Scene.PAUSE])
    room.projector.open()
    assert not room.shows()
    assert room.projector.window is not None
    assert "Pause til kl.\u00a017.10" in told(room.projector.window)


def test_what_was_shown_meanwhile_is_seen_when_the_curtain_goes_up(room: Room) -> None:
    room.projector.open()
    room.projector.toggle_curtain()
    assert room.curtain is CurtainReason.BY_HAND
    room.projector.show_view(replace(VIEW, question="Hvad kan hjælpe?"))
    room.projector.show_share(0.4)
    assert room.projector.window is not None
    assert "Hvad kan hjælpe?" not in told(room.projector.window)
    room.projector.toggle_curtain()
    assert "Hvad kan hjælpe?" in told(room.projector.window)


def test_the_projector_is_pulled_while_the_curtain_falls(room: Room) -> None:
    room.projector.open()
    pulled = room.projector.changed.connect(
        lambda _: room.screens.become(LAPTOP) if len(room.screens.screens) > 1 else None
    )
    room.projector.toggle_curtain()
    room.projector.changed.disconnect(pulled)
    assert room.projector.reasons == {CurtainReason.BY_HAND, CurtainReason.SCREEN_LOST}
    assert (room.curtain, room.state.shown) == (CurtainReason.SCREEN_LOST, False)
    room.screens.become(LAPTOP, PROJECTOR)
    assert room.state.shown and not room.shows()
    room.projector.toggle_curtain()
    assert room.shows()


def test_the_curtain_falls_while_the_projector_is_pulled(room: Room) -> None:
    room.projector.open()
    room.screens.changed.connect(lambda: room.projector.set_reason(CurtainReason.VEILED, on=True))
    room.screens.become(LAPTOP)
    assert room.projector.reasons == {CurtainReason.VEILED, CurtainReason.SCREEN_LOST}
    assert not room.state.shown


def test_it_is_closed_while_the_projector_is_pulled(room: Room) -> None:
    room.projector.open()
    room.projector.changed.connect(lambda state: room.projector.close() if state.curtain else None)
    room.screens.become(LAPTOP)
    assert not room.projector.is_open
    assert room.curtain is None


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_to_screens_and_curtain_the_room_sees_only_what_it_may(
    qtbot: QtBot, look: Look, t: Translator, seed: int
) -> None:
    chance = random.Random(seed)
    room = make_room(qtbot, look, t, LAPTOP, PROJECTOR)
    sets = [
        (LAPTOP,),
        (LAPTOP, PROJECTOR),
        (LAPTOP, PROJECTOR, THIRD),
        (LAPTOP, replace(PROJECTOR, x=0)),
        (PROJECTOR,),
        (),
    ]
    for _ in range(40):
        match chance.choice(["screens", "reason", "hand", "open", "swap", "view"]):
            case "screens":
                room.screens.become(*chance.choice(sets))
            case "reason":
                room.projector.set_reason(chance.choice(list(CurtainReason)), on=chance.random() < 0.4)
            case "hand":
                room.projector.toggle_curtain()
            case "open":
                room.projector.toggle()
            case "swap":
                room.projector.swap()
            case _:
                room.projector.show_view(chance.choice(list(VIEWS.values())))
        hold(room)


def hold(room: Room) -> None:
    """What must be true at any moment."""
    state, window = room.state, room.projector.window
    assert state.open == (window is not None)
    if window is None:
        return
    assert window.curtain is state.curtain
    if state.curtain is not None:
        assert not [text for text in told(window) if "Kirsten" in text]
    if state.shown and state.full_screen:
        assert state.screen_name != room.screens.under(room.operator)
        assert len(state.screens) > 1
        assert not state.mirrored
    if not state.shown:
        assert state.curtain is not None or not state.screens


def test_a_key_that_comes_to_the_rooms_window_is_given_to_where_the_mødeleder_types(qtbot: QtBot, room: Room) -> None:
    room.projector.open()
    room.operator.activateWindow()
    room.field.setFocus()
    assert room.projector.window is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(
            room.projector.window, QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        )
    assert room.field.text() == "a"


def test_the_small_picture_is_what_the_room_sees(room: Room) -> None:
    assert room.projector.picture(QSize(240, 135), 1.0).isNull()
    room.projector.open()
    picture = room.projector.picture(QSize(240, 135), 2.0)
    assert (picture.size(), picture.devicePixelRatio()) == (QSize(480, 270), 2.0)
    room.projector.toggle_curtain()
    behind = room.projector.picture(QSize(240, 135), 2.0).toImage()
    assert behind != picture.toImage()
    room.screens.become(LAPTOP)
    assert room.projector.picture(QSize(240, 135), 2.0).toImage() == behind
