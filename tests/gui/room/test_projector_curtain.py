"""Reasons for the curtain come in any order and at any time, and what is behind it stays there."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import CurtainReason, Scene
from tests.gui.room.fake_screens import LAPTOP, PROJECTOR, THIRD
from tests.gui.room.rooms import Room, hold, make_room
from tests.gui.room.views import VIEW, VIEWS, told


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
        match chance.choice(["screens", "reason", "hand", "open", "close", "swap", "view"]):
            case "screens":
                room.screens.become(*chance.choice(sets))
            case "reason":
                room.projector.set_reason(chance.choice(list(CurtainReason)), on=chance.random() < 0.4)
            case "hand":
                room.projector.toggle_curtain()
            case "open":
                room.projector.open()
            case "close":
                room.projector.close()
            case "swap":
                room.projector.swap()
            case _:
                room.projector.show_view(chance.choice(list(VIEWS.values())))
        hold(room)


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
