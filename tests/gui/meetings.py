"""Real meetings for the tests of the windows: a vault, a journal, a clock set by hand, and the port to it."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingBridge
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario import Scenario
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import fold, methods, read
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings


@dataclass(slots=True)
class MeetingClock:
    """The clock of a meeting, moved by hand; its wall clock can be set apart from it."""

    hand: HandClock
    moved: timedelta = timedelta()

    def now(self) -> datetime:
        return self.hand()

    def drift(self) -> timedelta:
        return self.moved


@dataclass(slots=True)
class LedMeeting:
    """A meeting in a vault of its own. `ids` maps the scenario's ids to the meeting's."""

    vault: Vault
    meeting: str
    ids: dict[str, str]
    clock: HandClock
    bridge: MeetingBridge

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.forward(seconds=seconds)

    def reopened(self, t: Translator) -> MeetingBridge:
        """The meeting as a program that starts now finds it."""
        return MeetingBridge(Conducting(self.vault, self.meeting, MeetingClock(self.clock)), t)


@contextmanager
def led_meeting(folder: Path, t: Translator, scenario: str | None = None) -> Iterator[LedMeeting]:
    """A meeting that has not begun: the little family of `tests.services.stories`, or a shipped scenario by name."""
    clock = HandClock()
    vault, _ = Vault.create(folder / "profil", PASSPHRASE, surroundings(clock))
    try:
        told = read(folder) if scenario is None else shipped(scenario)
        ready = prepare(told, methods()[told.meeting.method], vault.new_id, Series())
        clock.now = ready.plan.starts
        meeting = save(vault, told, ready.plan, clock())
        bridge = MeetingBridge(Conducting(vault, meeting, MeetingClock(clock)), t)
        yield LedMeeting(vault, meeting, ready.ids, clock, bridge)
        bridge.stop_keeping()
    finally:
        vault.close()


def shipped(name: str) -> Scenario:
    """A shipped scenario."""
    return read_scenario(resource_folder() / "scenarios" / f"{name}.toml", methods())


@functools.cache
def histories(name: str) -> tuple[History, ...]:
    """The meeting after each step of a shipped scenario."""
    steps, _ = fold(shipped(name))
    return tuple(step.history for step in steps)
