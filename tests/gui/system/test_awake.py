"""The machine stays awake between the two ends of a meeting, by whatever way its system has."""

import sys
from dataclasses import dataclass, field

import pytest

from netmoede_desktop.gui.system.awake import Awake, BusWay, ChildWay, inhibitor_of_this_machine
from tests.gui.system.buses import FakeBus, FakeBuses


@dataclass
class Noted:
    calls: list[str] = field(default_factory=list)

    def begin(self, reason: str) -> None:
        self.calls.append(reason)

    def end(self) -> None:
        self.calls.append("")


def test_it_is_held_once_and_released_once() -> None:
    way = Noted()
    awake = Awake(way)
    awake.release()
    awake.hold("Et møde er i gang")
    awake.hold("Et møde er i gang")
    assert awake.held
    awake.release()
    awake.release()
    assert not awake.held
    assert way.calls == ["Et møde er i gang", ""]


def test_the_screen_saver_and_the_login_daemon_are_asked_until_the_end() -> None:
    session, system = FakeBus(), FakeBus(answers={"Inhibit": [object()]})
    awake = Awake(BusWay(FakeBuses(session, system)))
    awake.hold("Et møde er i gang")
    assert session.asked == [("org.freedesktop.ScreenSaver", "Inhibit", ("Netværksmøde", "Et møde er i gang"))]
    asked = ("idle", "Netværksmøde", "Et møde er i gang", "block")
    assert system.asked == [("org.freedesktop.login1.Manager", "Inhibit", asked)]
    assert not session.closed and not system.closed
    awake.release()
    assert session.closed and system.closed


def test_without_a_bus_nothing_happens() -> None:
    awake = Awake(BusWay(FakeBuses()))
    awake.hold("Et møde er i gang")
    awake.release()


def test_a_child_program_runs_until_the_end() -> None:
    way = ChildWay((sys.executable, "-c", "import time; time.sleep(60)"))
    way.begin("")
    child = way._child
    assert child is not None and child.poll() is None
    way.end()
    assert child.poll() is not None
    way.end()


def test_a_program_that_is_not_there_is_no_trouble() -> None:
    way = ChildWay(("intet-program-med-det-navn",))
    way.begin("")
    way.end()


@pytest.mark.skipif(sys.platform != "linux", reason="the way of Linux")
def test_on_linux_the_bus_is_the_way() -> None:
    assert isinstance(inhibitor_of_this_machine(), BusWay)
