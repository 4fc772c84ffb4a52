"""After the lock nothing is left in memory: no passphrase, no key, no name, no word that was written.

The real app runs in a program of its own; its whole memory is read before the lock, where everything has to be found
(the control), and after it, where nothing may be.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.storage.keys.keyring import unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.vault import Vault
from tests.faults.canaries import canaries
from tests.faults.test_plaintext import with_canaries
from tests.journeys.memory import hits, require_memory, spelled
from tests.journeys.programs import surrounded
from tests.services.stories import methods
from tests.storage.vaults import surroundings

PASSPHRASE = "Zqbdfgøhk grønne både sejler forbi"
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1, "logicalDpi": 96},
    {"name": "projektor", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 1, "logicalDpi": 96},
]


@dataclass
class WallClock:
    """The clock of the machine, so that the meeting is one of today."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True)
class Running:
    """The app in a program of its own, and what must not be found in it after the lock."""

    program: "subprocess.Popen[str]"
    wanted: dict[str, tuple[bytes, ...]]

    def tell(self, *words: str) -> None:
        assert self.program.stdin is not None
        print(*words, file=self.program.stdin, flush=True)

    def hear(self, word: str) -> list[str]:
        assert self.program.stdout is not None
        line = self.program.stdout.readline().split()
        assert line[:1] == [word], (line, self.program.poll())
        return line[1:]

    def hits(self) -> dict[str, int]:
        return hits(self.program.pid, self.wanted)

    def open(self, window: str) -> None:
        """Type the passphrase, which has to be found then, and wait for the window behind it."""
        self.tell("type", PASSPHRASE)
        self.hear("typed")
        assert PASSPHRASE in self.hits(), "the control: what is typed is found"
        self.tell("enter")
        assert self.hear("open") == [window]

    def control(self) -> dict[str, int]:
        """What is in use is found; the passphrase, once it has opened the vault, may be gone by itself."""
        found = self.hits()
        assert found.keys() | {PASSPHRASE} == self.wanted.keys()
        return found

    def told_to_the_system(self) -> bytes:
        """What every other program may read: the command and the environment."""
        place = Path(f"/proc/{self.program.pid}")
        return (place / "cmdline").read_bytes() + (place / "environ").read_bytes()


def prepared(folder: Path, *, begun: bool) -> tuple[Path, dict[str, tuple[bytes, ...]]]:
    """A profile with a meeting full of canary words; return it, and all that must not be found in memory."""
    clock = WallClock()
    profile = folder / "profil"
    told = (resource_folder() / "scenarios" / "demo.toml").read_text(encoding="utf-8")
    scenario, used = with_canaries(told, canaries(400, seed=3))
    today = f"starts = {datetime.now():%Y-%m-%dT%H:%M:00}"  # noqa: DTZ005 - a wall time
    (folder / "møde.toml").write_text(re.sub(r"^starts = .*$", today, scenario, flags=re.MULTILINE), encoding="utf-8")
    read = read_scenario(folder / "møde.toml", methods())
    with Vault.create(profile, PASSPHRASE, surroundings(clock.now))[0] as vault:
        confirm_code_on_paper(vault)
        plan = prepare(read, methods()[read.meeting.method], vault.new_id, Series()).plan
        meeting = save(vault, read, plan, clock.now())
        if begun:
            conducting = Conducting(vault, meeting, clock)
            conducting.do(cmd.StartMeeting())
            while meeting_view(conducting.history).speaker is None:
                conducting.do(cmd.GoOn())
    (folder / "møde.toml").unlink()
    keyring = unlock_with_passphrase(Layout(profile).key_files, PASSPHRASE)
    names = [word for word in used if any(word in person.name for person in plan.people)]
    assert len(names) >= 5
    keys = {
        "the data key": (keyring._data_key,),
        "the store's key": (keyring.store_key, keyring.store_key.hex().encode()),
    }
    return profile, {**spelled([PASSPHRASE, *(names if begun else used[:2])]), **keys}


@contextmanager
def running(folder: Path, profile: Path, wanted: dict[str, tuple[bytes, ...]]) -> Iterator[Running]:
    """Start the app on two screens that are not there, and end it."""
    screens = folder / "screens.json"
    screens.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": True, "screens": SCREENS}),
        encoding="utf-8",
    )
    around = surrounded({"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(Path.cwd())})
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.lock_player", "--profile", str(profile)],
        env=around,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as program:
        require_memory(program.pid)
        try:
            yield Running(program, wanted)
        finally:
            program.kill()


def test_a_locked_meeting_leaves_nothing_in_memory_and_goes_on_where_it_was(tmp_path: Path) -> None:
    profile, wanted = prepared(tmp_path, begun=True)
    with running(tmp_path, profile, wanted) as app:
        assert app.hear("shown") == ["EntryWindow"]
        assert app.hits() == {}, "the lock screen knows nothing"
        app.open("MeetingWindow")
        app.tell("speaker")
        speaker = app.hear("speaker")
        assert speaker != ["nobody"]
        app.tell("audience")
        app.hear("audience")
        before = app.control()
        app.tell("lock")
        assert app.hear("shown") == ["CurtainWindow", "EntryWindow"]
        after = app.hits()
        print(f"{len(wanted)} things to find: {sum(before.values())} times before, {sum(after.values())} after")
        assert after == {}
        told = app.told_to_the_system()
        assert not [name for name, ways in wanted.items() if any(way in told for way in ways)]
        command = told.split(b"\0")
        assert command[command.index(b"--profile") : command.index(b"--curtain") + 2] == [
            b"--profile",
            str(profile).encode(),
            b"--curtain",
            b"projektor",
        ]
        app.open("MeetingWindow")
        app.tell("speaker")
        assert app.hear("speaker") == speaker


def test_sleep_locks_the_office_and_leaves_nothing_in_memory(tmp_path: Path) -> None:
    profile, wanted = prepared(tmp_path, begun=False)
    with running(tmp_path, profile, wanted) as app:
        app.hear("shown")
        app.open("OfficeWindow")
        app.control()
        app.tell("suspend")
        assert app.hear("shown") == ["EntryWindow"]
        assert app.hits() == {}
