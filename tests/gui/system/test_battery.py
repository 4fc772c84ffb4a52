"""What is left in the battery is read from each system's own words, and said once when it is little."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.system.battery import (
    BatteryWatch,
    Charge,
    charge_from_pmset,
    charge_from_windows,
    charge_in,
    charge_of_this_machine,
)


def supply(folder: Path, name: str, **lines: str) -> None:
    (folder / name).mkdir()
    for line, text in lines.items():
        (folder / name / line).write_text(text + "\n", encoding="ascii")


def test_linux_batteries_are_taken_together_and_those_of_mice_are_left_out(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", capacity="20", status="Discharging")
    supply(tmp_path, "BAT1", type="Battery", capacity="40", status="Not charging")
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", capacity="3", status="Discharging")
    assert charge_in(tmp_path) == Charge(30, draining=True)


@pytest.mark.parametrize("capacity", ["", "mange", "-1"])
def test_a_battery_that_says_nothing_sensible_is_none(tmp_path: Path, capacity: str) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity=capacity, status="Discharging")
    assert charge_in(tmp_path) is None
    assert charge_in(tmp_path / "ingen mappe") is None


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t12%; discharging; 0:40", Charge(12, True)),
        ("Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t99%; charged; 0:00", Charge(99, False)),
        ("Now drawing from 'AC Power'\n", None),
    ],
)
def test_what_a_mac_says(text: str, charge: Charge | None) -> None:
    assert charge_from_pmset(text) == charge


def test_what_windows_says() -> None:
    assert charge_from_windows(0, 14) == Charge(14, draining=True)
    assert charge_from_windows(1, 100) == Charge(100, draining=False)
    assert charge_from_windows(1, 255) is None


def test_this_machine_can_be_asked() -> None:
    charge = charge_of_this_machine()
    assert charge is None or 0 <= charge.percent <= 100


def test_low_is_said_once_and_again_only_after_charging(qtbot: QtBot) -> None:
    charges = [
        Charge(40, draining=True),
        Charge(15, draining=True),
        Charge(14, draining=True),
        Charge(13, draining=False),
        Charge(12, draining=True),
        None,
    ]
    watch = BatteryWatch(lambda: charges.pop(0))
    said: list[int] = []
    watch.low.connect(said.append)
    watch.start()
    while charges:
        watch.poll()
    watch.stop()
    assert said == [15, 12]
