"""A window that cannot be reached is brought back; one that can is left where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.layout.placing import ensure_reachable, reachable, reachable_frame

LAPTOP = QRect(0, 0, 1366, 768)
PROJECTOR = QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("frame", "there"),
    [
        (QRect(100, 100, 800, 600), True),
        (QRect(-500, 100, 800, 600), True),
        (QRect(-700, 100, 800, 600), False),
        (QRect(1307, 60, 1280, 720), True),
        (QRect(3250, 60, 800, 600), False),
        (QRect(100, -400, 800, 600), False),
        (QRect(100, 760, 800, 600), False),
        (QRect(5000, 5000, 800, 600), False),
    ],
)
def test_it_is_reached_by_its_upper_edge(frame: QRect, there: bool) -> None:
    assert reachable(frame, [LAPTOP, PROJECTOR]) is there


def test_a_screen_that_is_gone_makes_a_window_unreachable() -> None:
    frame = QRect(1307, 60, 1280, 720)  # as Qt leaves it: 59 pixels of it on the screen that is left
    assert not reachable(frame, [LAPTOP])
    assert reachable_frame(frame, [LAPTOP]) == QRect(86, 48, 1280, 720)


@given(st.integers(-5000, 5000), st.integers(-5000, 5000), st.integers(50, 4000), st.integers(50, 3000), st.booleans())
def test_what_is_brought_back_is_wholly_seen_and_no_larger_than_it_was(
    x: int, y: int, width: int, height: int, two: bool
) -> None:
    frame, areas = QRect(x, y, width, height), [LAPTOP, PROJECTOR] if two else [LAPTOP]
    place = reachable_frame(frame, areas)
    assert any(area.contains(place) for area in areas)
    assert place.width() <= width and place.height() <= height
    assert reachable(place, areas)


@pytest.mark.parametrize("state", ["normal", "maximised", "full"])
def test_a_window_is_brought_back_in_the_state_it_was_in(qtbot: QtBot, state: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(4000, 4000, 500, 400)
    {"normal": window.show, "maximised": window.showMaximized, "full": window.showFullScreen}[state]()
    window.setGeometry(4000, 4000, 500, 400)
    assert ensure_reachable(window, [LAPTOP])
    assert (window.isMaximized(), window.isFullScreen()) == (state == "maximised", state == "full")
    if state == "normal":
        assert LAPTOP.contains(window.frameGeometry())
    assert not ensure_reachable(window, [LAPTOP])


def test_without_screens_nothing_is_done(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(4000, 4000, 500, 400)
    assert not ensure_reachable(window, [])
