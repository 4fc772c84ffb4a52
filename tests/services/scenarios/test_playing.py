"""Playing a scenario: folded before the vault is touched, durable before it is told, a moment at a time at speed."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.services.files.files_out import FilesOut, FolderOut
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.meeting_journal import Change
from netmoede_desktop.services.scenarios.playing import Pace, Performance, play, temporary_profile
from netmoede_desktop.services.scenarios.rehearsal import RehearsedStep, StepRefused
from netmoede_desktop.services.vaults.vaults import NoPassphrase, VaultOpener
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import FAMILY, methods, read, speak, step
from tests.storage.vaults import HandClock, files_of, kept_nowhere


def nobody(_: RehearsedStep) -> None:
    """Somebody who listens to nothing."""


AT_ONCE = Performance(Pace(None, lambda _: None), nobody)


def papers_in(folder: Path) -> FolderOut:
    """Where the papers go."""
    return FilesOut().folder(folder / "ud")


def test_each_step_is_in_the_journal_before_it_is_told(
    opener: VaultOpener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    told: list[tuple[int, int]] = []
    append = meeting_journal.append

    def count(vault: Vault, meeting: str, change: Change) -> None:
        append(vault, meeting, change)
        written.extend(entry.seq for entry in change.entries)

    monkeypatch.setattr(meeting_journal, "append", count)
    scenario = read(tmp_path, speak("ida", 30), step("board", text="Søvn"), step("undo"), step("finish"))
    for speed in (None, 100.0):
        written.clear()
        told.clear()
        play(
            scenario,
            methods(),
            opener,
            papers_in(tmp_path),
            Performance(Pace(speed, lambda _: None), lambda one: told.append((one.history.events, len(written)))),
        )
        assert [events for events, _ in told] == [stored for _, stored in told]
        assert written == list(range(1, len(written) + 1))


def test_at_speed_every_moment_of_a_step_is_durable_when_it_happens(opener: VaultOpener, tmp_path: Path) -> None:
    """A power cut in the middle of a turn finds the turn running: the word was stored when it was given."""
    states: list[TurnState | None] = []
    vault = opener.create(kept_nowhere)
    vault.close()

    class PowerCut(BaseException):
        pass

    def cut(_: float) -> None:
        raise PowerCut

    scenario = read(tmp_path, speak("ida", 30))
    with pytest.raises(PowerCut):
        play(scenario, methods(), opener, papers_in(tmp_path), Performance(Pace(1.0, cut), nobody))
    with opener.open() as vault:
        with vault.transaction() as store:
            [meeting] = store.meetings.newest_first()
        turn = meeting_journal.load(vault, meeting.id).state.speaking()
    states.append(None if turn is None else turn.state)
    assert states == [TurnState.SPEAKING]


def test_a_refused_step_is_told_before_the_profile_is_touched(opener: VaultOpener, tmp_path: Path) -> None:
    opener.create(kept_nowhere).close()
    before = files_of(opener.profile)
    for attempt in (opener, replace(opener, passphrase=None), replace(opener, profile=tmp_path / "ny")):
        with pytest.raises(StepRefused):
            play(read(tmp_path, speak("ida"), speak("leder")), methods(), attempt, papers_in(tmp_path), AT_ONCE)
    assert files_of(opener.profile) == before
    assert not (tmp_path / "ny").exists()
    assert not (tmp_path / "ud").exists()


def test_without_a_passphrase_no_folder_is_made(opener: VaultOpener, tmp_path: Path) -> None:
    with pytest.raises(NoPassphrase):
        play(read(tmp_path), methods(), replace(opener, passphrase=None), papers_in(tmp_path), AT_ONCE)
    assert not (tmp_path / "ud").exists()


def test_the_next_meeting_of_a_sag_knows_who_is_new(opener: VaultOpener, tmp_path: Path) -> None:
    """In hlb-o only those new to the series introduce themselves; the first time nobody knows who is."""
    first = play(read(tmp_path, method="hlb-1"), methods(), opener, papers_in(tmp_path), AT_ONCE)
    people = (*FAMILY, {"id": "ny", "name": "Ny Nabo", "role": "fagperson"})
    scenario = read(tmp_path, step("next_part"), method="hlb-o", people=people)
    second = play(scenario, methods(), opener, papers_in(tmp_path), AT_ONCE)

    with opener.open() as vault:
        one, two = (meeting_journal.load(vault, meeting).state for meeting in (first.meeting, second.meeting))
    assert (one.plan.number_in_series, two.plan.number_in_series) == (1, 2)
    assert [two.people[turn.person].name for turn in two.rounds["i2"]] == ["Ny Nabo"]


def test_a_lasting_meeting_is_backed_up_every_ten_minutes_and_at_its_end(
    opener: VaultOpener, tmp_path: Path, clock: HandClock
) -> None:
    steps = [step("board", text=str(number)) for number in range(6)]

    def four_minutes(_: RehearsedStep) -> None:
        clock.forward(minutes=4)

    play(read(tmp_path, *steps), methods(), opener, papers_in(tmp_path), replace(AT_ONCE, on_step=four_minutes))
    made = sorted(backup.made for backup in opener.backups())
    assert len(made) == 3
    assert all(later - earlier >= timedelta(minutes=4) for earlier, later in itertools.pairwise(made))


class Watching:
    """A stage that remembers what it was shown, and whose pictures are names."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, datetime]] = []

    def show(self, history: History, at: datetime) -> None:
        self.shown.append((history.events, at))

    def picture_names(self, name: str) -> tuple[str, ...]:
        return (f"{name}.png",)

    def pictures(self, name: str, out: FolderOut) -> tuple[str, ...]:
        return (f"{name}.png",)


@pytest.mark.parametrize("speed", [None, 60.0])
def test_the_stage_sees_the_meeting_from_the_roll_call_to_the_end(
    opener: VaultOpener, tmp_path: Path, speed: float | None
) -> None:
    """At speed each moment is seen: the word given, and half a minute later that it rests."""
    stage = Watching()
    scenario = read(tmp_path, speak("ida", 30), step("undo"), step("finish"))
    performance = Performance(Pace(speed, lambda _: None), nobody, stage)
    played = play(scenario, methods(), opener, papers_in(tmp_path), performance)
    with opener.open() as vault:
        last = meeting_journal.load(vault, played.meeting)
    assert stage.shown[0][0] == 0
    assert stage.shown[-1] == (last.events, last.state.last_at)
    moments = {at - scenario.meeting.starts.astimezone() for _, at in stage.shown}
    assert (timedelta(0) in moments, timedelta(seconds=30) in moments) == (True, True)
    assert len(stage.shown) == (5 if speed is None else 6)


def test_each_part_that_was_held_leaves_pictures(opener: VaultOpener, tmp_path: Path) -> None:
    scenario = read(tmp_path, speak("ida"), speak("mor"), step("next_part"), step("finish"))
    performance = Performance(AT_ONCE.pace, nobody, Watching(), pictures=True)
    played = play(scenario, methods(), opener, papers_in(tmp_path), performance)
    assert [name for name in played.files if name.endswith(".png")] == [
        "00-hvem-er-her.png",
        "01-d1.png",
        "02-d2.png",
        "03-d3.png",
    ]


def test_waiting_is_scenario_time_by_speed() -> None:
    slept: list[float] = []
    Pace(60.0, slept.append).wait(90)
    Pace(60.0, slept.append).wait(0)
    Pace(None, slept.append).wait(90)
    assert slept == [1.5]


def test_a_temporary_profile_is_gone_afterwards() -> None:
    with temporary_profile() as folder:
        (folder / "x").write_text("x", encoding="utf-8")
    assert not folder.exists()
