"""What the pictures are of: a profile that is thrown away, people who do not exist, and a clock that is set by hand."""

import itertools
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.rehearsal import RehearsedStep, rehearsing
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault

PASSPHRASE = "fire grønne ord til prøve"  # noqa: S105 - it opens nothing but these pictures
#: A vault that is thrown away after a minute need not be dear to open.
_CHEAP = KdfParameters(passes=1, memory_kib=8, lanes=1)
#: Where a profile lies on a machine like the users'.
SHOWN_PROFILE = Path("/home/maja/.local/share/netmoede")
#: The day of the demo meeting, in the morning.
MORNING = datetime.combine(date(2026, 11, 23), time(10, 4))


@dataclass(slots=True)
class HandClock:
    """A clock that stands still until it is moved."""

    at: datetime

    def now(self) -> datetime:
        """Return the instant it is set to."""
        return self.at

    def drift(self) -> timedelta:
        """Nobody sets the system's clock here."""
        return timedelta()

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)


@dataclass(slots=True)
class World:
    """An open app: the vault, and the clock that moves it."""

    vault: Vault
    clock: HandClock
    lane: Lane
    methods: Methods
    t: Translator

    def context(self, look: Look) -> PageContext:
        """What the windows get; the folder they show is one of a user's own machine."""
        return PageContext(SHOWN_PROFILE, self.vault, self.methods, self.clock, self.lane, look, self.t)


def surroundings(clock: HandClock) -> Surroundings:
    """A machine where chance comes out the same each time."""
    chance = random.Random(2026)  # noqa: S311 - it keeps nothing secret
    return Surroundings(
        clock=clock.now, random_bytes=chance.randbytes, kdf=_CHEAP, file_system_of=lambda _folder: "ext4"
    )


@contextmanager
def open_world(at: datetime = MORNING) -> Iterator[World]:
    """An open app on an empty vault."""
    clock = HandClock(at.astimezone())
    with tempfile.TemporaryDirectory(prefix="netmoede-pictures-") as folder:
        vault, _ = Vault.create(Path(folder) / "profil", PASSPHRASE, surroundings(clock))
        lane = Lane()
        try:
            yield World(vault, clock, lane, load_methods(resource_folder() / "methods", None), load("da"))
        finally:
            lane.close()
            vault.close()


def play_until(world: World, scenario: str, step: int | None = None) -> str:
    """Keep a shipped scenario as far as a step (None: to its end), the clock at its last moment; return the meeting."""
    told = read_scenario(resource_folder() / "scenarios" / f"{scenario}.toml", world.methods)
    ready = prepare(told, world.methods[told.meeting.method], world.vault.new_id, Series())
    meeting = save(world.vault, told, ready.plan, world.clock.now())
    steps = rehearsing(told, ready.plan, ready.ids)
    for one in steps if step is None else itertools.islice(steps, step + 1):
        meeting_journal.append(world.vault, meeting, one.change)
        world.clock.at = _end(one)
    return meeting


def plan_scenario(world: World, scenario: str) -> str:
    """Keep a shipped scenario as a meeting that has not begun, the clock at its start; return the meeting."""
    told = read_scenario(resource_folder() / "scenarios" / f"{scenario}.toml", world.methods)
    ready = prepare(told, world.methods[told.meeting.method], world.vault.new_id, Series())
    world.clock.at = ready.plan.starts
    return save(world.vault, told, ready.plan, world.clock.now())


def hold(world: World, meeting: str, agreements: tuple[tuple[str, date], ...]) -> None:
    """Hold a planned meeting in short: it begins, this is agreed by the first parent, and it ends."""
    leading = Conducting(world.vault, meeting, world.clock)
    leading.do(cmd.StartMeeting())
    owner = next(person.id for person in leading.history.state.people.values() if person.role is Role.PARENT)
    for text, due in agreements:
        leading.do(cmd.WriteAgreement(text, owner, due=due))
    leading.do(cmd.FinishMeeting("opdigtet"))


def _end(step: RehearsedStep) -> datetime:
    state = step.history.state
    return state.last_at or state.plan.starts
