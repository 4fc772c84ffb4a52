"""A running program met by the disk: one call fails, the program says so, goes on, and loses nothing.

`tests/storage/test_every_write.py` judges single acts killed or refused at every write. Here it is the program that
goes on afterwards, the recovery after a kill, and the acts that take things away or write papers.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.files.files_out import FilesOut
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.playing import Pace, Performance, play
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.vault import Vault
from tests.faults.acts import PAPER
from tests.faults.judging import judge, judge_migrate
from tests.faults.tracing import Actors, Outcome, Point
from tests.storage.vaults import PASSPHRASE, surroundings

FAULTS = ("EIO", "ENOSPC", "KILL")


@pytest.fixture(scope="module")
def crashed(base: Path, actors: Actors, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after a power cut of the program: acts are in the log and not in the store."""
    profile = tmp_path_factory.mktemp("crashed") / "profil"
    shutil.copytree(base, profile)
    assert actors.disturbed("save", profile, Point("rename", 2), "KILL").killed
    assert (profile / "vault" / "store.db-wal").stat().st_size > 0
    return profile


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile in which the demo meeting was held."""
    folder = tmp_path_factory.mktemp("played")
    methods = load_methods(resource_folder() / "methods")
    scenario = read_scenario(resource_folder() / "scenarios" / "demo.toml", methods)
    opener = VaultOpener(folder / "profil", PASSPHRASE, surroundings())
    unseen = Performance(Pace(None, lambda _: None), lambda _: None)
    play(scenario, methods, opener, FilesOut().folder(folder / "papirer"), unseen)
    return folder / "profil"


def judge_paper(profile: Path, outcome: Outcome) -> None:
    """The paper is there whole or not at all, no other file is left unless the program was killed."""
    paper = profile.parent / PAPER
    assert paper.exists() or "export" not in outcome.told("kept")
    if paper.exists():
        assert paper.read_bytes().rstrip().endswith(b"}")
    if not outcome.killed:
        assert {path.name for path in profile.parent.iterdir()} <= {"profil", PAPER}
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        vault.check()


def campaign(
    verb: str,
    base: Path,
    actors: Actors,
    folder: Path,
    chosen: slice,
    judged: Callable[[Path, Outcome], None] = judge,
    faults: tuple[str, ...] = FAULTS,
) -> tuple[int, int]:
    """Disturb an act at the chosen points in these ways; return how many disturbances, and how many it was told of."""
    trial = folder / "trial" / "profil"
    shutil.copytree(base, trial)
    points = actors.points(verb, trial)
    assert len(points) > 5
    done = told = 0
    for point in points[chosen]:
        for fault in faults:
            profile = folder / f"{verb}-{point.call}-{point.number}-{fault}" / "profil"
            shutil.copytree(base, profile)
            outcome = actors.disturbed(verb, profile, point, fault)
            try:
                judged(profile, outcome)
            except Exception as error:
                raise AssertionError(f"{verb}, {fault} at {point}: {error!r}; it said {outcome.said}") from error
            done, told = done + 1, told + bool(outcome.killed or outcome.told("problem"))
            shutil.rmtree(profile.parent)
    print(f"{verb}: {done} disturbances at {len(points[chosen])} of {len(points)} points, {told} felt, 0 lost")
    return done, told


def test_a_meeting_goes_on_after_any_call_of_its_saves_failed(base: Path, actors: Actors, quick_disk: Path) -> None:
    done, told = campaign("save", base, actors, quick_disk, slice(None))
    assert told > 0.7 * done, "what fails unfelt can only be the key file, which the next act makes up for"


@pytest.mark.parametrize("verb", ["back_up", "passphrase", "delete", "forget"])
def test_so_it_does_after_a_few_calls_of_other_acts(verb: str, base: Path, actors: Actors, quick_disk: Path) -> None:
    assert campaign(verb, base, actors, quick_disk, slice(1, None, 23))[0]


def test_killed_again_while_recovering(crashed: Path, actors: Actors, quick_disk: Path) -> None:
    assert campaign("open_it", crashed, actors, quick_disk, slice(None), faults=("KILL",))[1] > 20


def test_a_migration_killed_at_any_call_is_done_or_done_next_time(base: Path, actors: Actors, quick_disk: Path) -> None:
    done, killed = campaign("migrate", base, actors, quick_disk, slice(None), judge_migrate, ("KILL",))
    assert killed == done > 20


def test_a_paper_is_whole_or_not_there(played: Path, actors: Actors, quick_disk: Path) -> None:
    assert campaign("paper", played, actors, quick_disk, slice(None, None, 5), judge_paper)[1]


@pytest.mark.campaign
@pytest.mark.parametrize("verb", ["back_up", "passphrase", "delete", "forget"])
def test_at_every_call_of_every_act(verb: str, base: Path, actors: Actors, quick_disk: Path) -> None:
    campaign(verb, base, actors, quick_disk, slice(None))


@pytest.mark.campaign
def test_killed_again_at_every_call_of_recovery(crashed: Path, actors: Actors, quick_disk: Path) -> None:
    campaign("open_it", crashed, actors, quick_disk, slice(None))


@pytest.mark.campaign
def test_a_paper_at_every_call(played: Path, actors: Actors, quick_disk: Path) -> None:
    campaign("paper", played, actors, quick_disk, slice(None), judge_paper)


def test_the_control_finds_an_act_that_was_said_too_early(base: Path, actors: Actors, quick_disk: Path) -> None:
    """An act that is acknowledged before it is durable is missed by the judge."""
    profile = quick_disk / "profil"
    shutil.copytree(base, profile)
    outcome = actors.disturbed("save", profile, Point("fsync", 1), "KILL")
    judge(profile, outcome)
    with pytest.raises(AssertionError, match="acknowledged and lost"):
        judge(profile, Outcome((*outcome.said, "kept save 1"), outcome.status))
