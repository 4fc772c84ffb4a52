"""Idle is the time since the last touch of one of our windows; what the system paints is no touch."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.system.idle import IdleWatch

LIMIT = timedelta(minutes=2)


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def handle(widget: QWidget) -> QWindow:
    found = widget.windowHandle()
    assert found is not None
    return found


def test_a_key_or_a_mouse_begins_the_count_anew(clock: Clock, window: QWidget) -> None:
    watch = IdleWatch(clock.now, LIMIT)
    clock.forward(minutes=1)
    window.repaint()
    assert watch.since_input == timedelta(minutes=1)
    QTest.keyClick(handle(window), Qt.Key.Key_PageDown)
    assert watch.since_input == timedelta(0)
    clock.forward(minutes=1)
    QTest.mouseMove(handle(window), QPoint(20, 20))
    assert watch.since_input == timedelta(0)


def test_quiet_is_said_when_the_limit_is_passed_and_until_there_is_input(
    clock: Clock, window: QWidget, qtbot: QtBot
) -> None:
    watch = IdleWatch(clock.now, LIMIT)
    said: list[datetime] = []
    watch.quiet.connect(lambda: said.append(clock.at))
    clock.forward(seconds=119)
    watch.poll()
    assert said == []
    clock.forward(seconds=1)
    watch.poll()
    watch.poll()
    assert len(said) == 2
    QTest.keyClick(handle(window), Qt.Key.Key_Shift)
    watch.poll()
    assert len(said) == 2


def test_another_limit_goes_on_with_the_same_count(clock: Clock, window: QWidget, qtbot: QtBot) -> None:
    watch = IdleWatch(clock.now, timedelta(minutes=15))
    clock.forward(minutes=3)
    watch.set_limit(LIMIT)
    with qtbot.waitSignal(watch.quiet):
        watch.poll()
    watch.touch()
    assert watch.since_input == timedelta(0)


def test_a_window_that_comes_later_is_watched_too(clock: Clock, window: QWidget, qtbot: QtBot) -> None:
    watch = IdleWatch(clock.now, LIMIT)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    clock.forward(minutes=1)
    QTest.keyClick(handle(other), Qt.Key.Key_A)
    assert watch.since_input == timedelta(0)
