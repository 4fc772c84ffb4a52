"""A disk that fills up while a meeting is led: the press says so, the meeting stands, and goes on when there is room.

The store by itself on a full disk is in `tests/storage/test_disk_full.py`.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.meeting_journal import load
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.vault import Vault
from tests.storage.small_disk import disk_of_three_mebibytes
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings


class Ticking:
    """A clock on which every look is a second later than the one before."""

    def __init__(self) -> None:
        self._hand = HandClock()

    def now(self) -> datetime:
        self._hand.forward(seconds=1)
        return self._hand.now


@pytest.fixture
def three_mebibytes(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MiB of its own."""
    with disk_of_three_mebibytes(tmp_path) as folder:
        yield folder


def led(vault: Vault) -> tuple[str, Conducting]:
    """The demo's meeting, begun."""
    methods = load_methods(resource_folder() / "methods")
    scenario = read_scenario(resource_folder() / "scenarios" / "demo.toml", methods)
    plan = prepare(scenario, methods[scenario.meeting.method], vault.new_id, Series()).plan
    clock = Ticking()
    meeting = save(vault, scenario, plan, clock.now())
    conducting = Conducting(vault, meeting, clock)
    conducting.do(cmd.StartMeeting())
    return meeting, conducting


def test_the_disk_fills_up_in_the_middle_of_a_meeting(three_mebibytes: Path) -> None:
    profile = three_mebibytes / "profil"
    vault, _ = Vault.create(profile, PASSPHRASE, surroundings())
    meeting, conducting = led(vault)
    filler = three_mebibytes / "fyld"
    filler.write_bytes(b"x" * 1024 * 1024)
    durable = conducting.history
    pressed = 0
    with pytest.raises(DiskFull):
        for pressed in range(5000):
            conducting.do(cmd.WriteBoard(f"{pressed} " + "ord på tavlen " * 80))
            durable = conducting.history
    assert pressed > 20
    assert conducting.history == durable == load(vault, meeting)
    with pytest.raises(DiskFull):
        conducting.do(cmd.WriteBoard("ord på tavlen " * 5000))
    filler.unlink()
    conducting.do(cmd.WriteBoard("Nu er der plads"))
    after = conducting.history
    vault.close()
    with Vault.open(profile, PASSPHRASE, surroundings()) as again:
        again.check()
        assert load(again, meeting) == after
    print(f"the disk was full after {pressed} presses; all {pressed + 1} were found again")


def test_the_control_a_press_that_was_not_durable_is_missed(three_mebibytes: Path) -> None:
    """What a program would believe that told before it was durable is not what the journal holds."""
    vault, _ = Vault.create(three_mebibytes / "profil", PASSPHRASE, surroundings())
    with vault:
        meeting, conducting = led(vault)
        before = conducting.history
        conducting.do(cmd.WriteBoard("Ét ord"))
        assert load(vault, meeting) != before
