"""The running meeting's journal in the vault: written whole, read back, and honest about what it cannot read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.acts import all_of
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.problems import DamagedStore, NewerStore
from netmoede_desktop.storage.values import JournalEntry
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import HandClock, new_vault, surroundings

AT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault, _ = new_vault(tmp_path / "profil", surroundings(HandClock()))
    with vault:
        yield vault


@pytest.fixture
def meeting(vault: Vault, repository: Path) -> str:
    """The id of the demo meeting, started."""
    methods = load_methods(repository / "resources" / "methods")
    scenario = read_scenario(repository / "resources" / "scenarios" / "demo.toml", methods)
    plan = prepare(scenario, methods["din-1"], vault.new_id, Series()).plan
    meeting = save(vault, scenario, plan, AT)
    meeting_journal.append(vault, meeting, all_of(begin(plan), (cmd.StartMeeting(),), AT).change())
    return meeting


def _add(vault: Vault, meeting: str, name: str, payload: dict[str, object]) -> None:
    with vault.transaction() as store:
        seq = store.journal.last_seq(meeting) + 1
        store.journal.append(meeting, [JournalEntry(meeting, seq, seq, name, AT, payload)])


def test_a_meeting_that_is_not_there_is_a_key_error(vault: Vault) -> None:
    with pytest.raises(KeyError):
        meeting_journal.load(vault, "findes ikke")


def test_an_event_of_a_newer_version_is_told_as_a_newer_store(vault: Vault, meeting: str) -> None:
    _add(vault, meeting, "HologramShown", {})
    with pytest.raises(NewerStore):
        meeting_journal.load(vault, meeting)


@pytest.mark.parametrize(
    ("name", "payload"),
    [("WordGiven", {"part": "d2"}), ("WordGiven", {"part": "d2", "index": 99, "budget": 1.0}), ("PartEntered", {})],
)
def test_an_event_that_cannot_be_folded_is_a_damaged_store(
    vault: Vault, meeting: str, name: str, payload: dict[str, object]
) -> None:
    _add(vault, meeting, name, payload)
    with pytest.raises(DamagedStore):
        meeting_journal.load(vault, meeting)


def test_the_end_wipes_the_private_notes(vault: Vault, meeting: str) -> None:
    history = meeting_journal.load(vault, meeting)
    note = all_of(history, (), AT)
    note.save_private("Husk pausen", AT)
    meeting_journal.append(vault, meeting, note.change())
    with vault.transaction() as store:
        assert [kept.text for kept in store.private_notes.of_meeting(meeting)] == ["Husk pausen"]
    meeting_journal.append(vault, meeting, all_of(note.history, (cmd.StopMeeting("Alarmen gik"),), AT).change())
    with vault.transaction() as store:
        assert store.private_notes.of_meeting(meeting) == []


def test_undo_takes_the_private_note_with_it_once_it_cannot_be_brought_again(vault: Vault, meeting: str) -> None:
    history = meeting_journal.load(vault, meeting)
    note = all_of(history, (), AT)
    note.save_private("Husk pausen", AT)
    meeting_journal.append(vault, meeting, note.change())
    back = all_of(note.history, (), AT)
    back.undo(AT)
    meeting_journal.append(vault, meeting, back.change())
    assert meeting_journal.load(vault, meeting).state == history.state
    meeting_journal.append(vault, meeting, all_of(back.history, (cmd.ParkTopic("Ferien"),), AT).change())
    with vault.transaction() as store:
        assert store.private_notes.of_meeting(meeting) == []
