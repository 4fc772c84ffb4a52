"""An open app for the tests of the office's pages: a real vault, the shipped methods, a clock set by hand, a lane."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.storage.vault import Vault
from tests.gui.meetings import MeetingClock
from tests.services.stories import methods
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings

#: Monday 23 November 2026, 10.00 in the zone of the machine that tests.
NOW = datetime(2026, 11, 23, 10, 0).astimezone()


#: Milliseconds after which work that always ends is held never to: on a busy machine it takes long, which is no fault.
NEVER_MS = 60_000


@dataclass(slots=True)
class OpenOffice:
    """The desk, and the clock that moves it."""

    context: PageContext
    clock: HandClock

    def settle(self, qtbot: QtBot) -> None:
        """Wait until the lane has nothing to do."""
        qtbot.waitUntil(lambda: self.context.lane._open == 0, timeout=NEVER_MS)

    def forward(self, **by: float) -> None:
        """Let time pass."""
        self.clock.now += timedelta(**by)


@contextmanager
def open_office(folder: Path, look: Look, t: Translator) -> Iterator[OpenOffice]:
    """An open app on an empty vault."""
    clock = HandClock(NOW)
    profile = folder / "profil"
    vault, _ = Vault.create(profile, PASSPHRASE, surroundings(clock))
    lane = Lane()
    try:
        yield OpenOffice(PageContext(profile, vault, methods(), MeetingClock(clock), lane, look, t), clock)
    finally:
        lane.close()
        vault.close()
