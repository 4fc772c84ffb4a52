"""One road for a press: it enters the window once, and what comes of it is one value of one instant."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingShown
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.room.audience_view import audience_view
from tests.gui.meeting.window.led_windows import Led


def in_the_window(frame: FrameType | None) -> list[str]:
    """The window's own functions on the way to a frame, the first last."""
    found = []
    while frame is not None:
        if isinstance(frame.f_locals.get("self"), MeetingWindow):
            found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


@pytest.mark.parametrize("press", [lambda led: led.press(Action.GO_ON), lambda led: led.bar.go.click()])
def test_a_press_enters_the_window_once(
    led: Led, press: Callable[[Led], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    led.starts()
    roads: list[list[str]] = []
    do = Conducting.do

    def done(conducting: Conducting, *commands: object) -> None:
        roads.append(in_the_window(sys._getframe(1)))
        do(conducting, *commands)  # type: ignore[arg-type]

    monkeypatch.setattr(Conducting, "do", done)
    led.hand.now += 1
    press(led)
    assert roads == [["press"]]


def test_both_windows_get_one_value_of_one_instant(led: Led) -> None:
    heard: list[tuple[MeetingShown, bool]] = []
    port = led.led.bridge

    def hear(shown: MeetingShown) -> None:
        before = port.instant(), port.reading()
        led.led.forward(60)
        heard.append((shown, before == (port.instant(), port.reading()) and port.view is shown.view))

    port.shown.connect(hear)
    led.starts().goes_on()
    assert len(heard) == 3 and all(at_once for _, at_once in heard)
    shown, state = heard[-1][0], port.conducting.history.state
    assert shown.room == audience_view(state, state.last_at)
    assert port.reading().now > heard[-1][0].view.speaker.since  # type: ignore[union-attr]
