"""System events and idle hands while the app is open, as reasons to lock or to cover the screens."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.gui.shell.locking import Trigger, idle_limit
from netmoede_desktop.gui.system.battery import BatteryWatch, charge_of_this_machine
from netmoede_desktop.gui.system.idle import IdleWatch
from netmoede_desktop.gui.system.session_sources import source_of_this_machine
from netmoede_desktop.gui.system.session_watch import SessionWatch


class Watching(QObject):
    """Watches from `start` to `stop`; idle hands from its creation."""

    reason = Signal(object)
    """Emitted with a `Trigger`."""
    battery_low = Signal(int)
    """Emitted once with the percent left."""

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._idle = IdleWatch(now, idle_limit(in_meeting=False), self)
        self.session = SessionWatch(source_of_this_machine(), now, self)
        self._battery = BatteryWatch(charge_of_this_machine, self)
        for signal, trigger in (
            (self._idle.quiet, Trigger.IDLE),
            (self.session.os_locked, Trigger.OS_LOCKED),
            (self.session.user_switched, Trigger.USER_SWITCHED),
            (self.session.suspending, Trigger.SUSPENDING),
        ):
            signal.connect(lambda trigger=trigger: self.reason.emit(trigger))
        self._battery.low.connect(self.battery_low)

    def start(self) -> None:
        """Start watching."""
        self.session.start()
        self._battery.start()

    def stop(self) -> None:
        """Stop watching."""
        self.session.stop()
        self._battery.stop()

    def set_idle_limit(self, limit: timedelta) -> None:
        """Set how long hands may be idle before `Trigger.IDLE`."""
        self._idle.set_limit(limit)
