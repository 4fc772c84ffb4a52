"""The charge of the battery, and one calm signal when it is low."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.gui.system.ticks import every

#: Said once when no more than this is left, and said again only after the machine has been charged.
LOW_PERCENT = 15
_EVERY_MS = 60_000
_SUPPLIES = Path("/sys/class/power_supply")
_WINDOWS_UNKNOWN = 255


@dataclass(frozen=True, slots=True)
class Charge:
    """The charge in percent, and whether it is being used up."""

    percent: int
    draining: bool


ReadCharge = Callable[[], Charge | None]


class BatteryWatch(QObject):
    """Polls once a minute. On a machine without a battery nothing is emitted."""

    low = Signal(int)
    """Emitted with the percent left, once for each time the battery runs down."""

    def __init__(self, read: ReadCharge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._reported = False
        self._timer = every(_EVERY_MS, self.poll, self)

    def start(self) -> None:
        """Poll now, and every minute from now on."""
        self.poll()
        self._timer.start()

    def stop(self) -> None:
        """Stop polling."""
        self._timer.stop()

    def poll(self) -> None:
        """Poll now."""
        charge = self._read()
        if charge is None or not charge.draining:
            self._reported = False
        elif charge.percent <= LOW_PERCENT and not self._reported:
            self._reported = True
            self.low.emit(charge.percent)


def charge_of_this_machine() -> Charge | None:
    """Return the charge of this machine; None without a battery, or if it cannot be read."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        return _of_mac()
    return charge_in(_SUPPLIES)


def charge_in(supplies: Path) -> Charge | None:
    """Return the charge of all batteries in Linux's folder of power supplies, except those of mice and pens."""
    found: list[Charge] = []
    for folder in sorted(supplies.glob("*")):
        if _line(folder / "type") != "Battery" or _line(folder / "scope") == "Device":
            continue
        capacity = _line(folder / "capacity")
        if capacity.isdecimal():
            found.append(Charge(min(int(capacity), 100), _line(folder / "status") == "Discharging"))
    if not found:
        return None
    return Charge(sum(charge.percent for charge in found) // len(found), any(charge.draining for charge in found))


def charge_from_pmset(text: str) -> Charge | None:
    """Return the charge in the output of `pmset -g batt` on a Mac, None if it names none."""
    percent = re.search(r"(\d+)%", text)
    return None if percent is None else Charge(min(int(percent[1]), 100), "'Battery Power'" in text)


def charge_from_windows(on_line: int, percent: int) -> Charge | None:
    """Return the charge in the two bytes of Windows' SYSTEM_POWER_STATUS: 0 for no mains, 255 for unknown."""
    return None if percent == _WINDOWS_UNKNOWN else Charge(min(percent, 100), on_line == 0)


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _of_mac() -> Charge | None:
    try:
        output = subprocess.run(["pmset", "-g", "batt"], capture_output=True, check=False, timeout=2)
    except (OSError, subprocess.SubprocessError):
        return None
    return charge_from_pmset(output.stdout.decode("utf-8", "replace"))


def _of_windows() -> Charge | None:
    if sys.platform != "win32":
        return None
    import ctypes

    class PowerStatus(ctypes.Structure):
        _fields_ = (
            ("on_line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("system", ctypes.c_ubyte),
            ("life", ctypes.c_ulong),
            ("full", ctypes.c_ulong),
        )

    status = PowerStatus()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return charge_from_windows(status.on_line, status.percent)
