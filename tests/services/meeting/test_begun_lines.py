"""A line that is being written is found again, is in no journal, and is gone when it is taken or at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.services.meeting.begun_lines import PRIVATE, Begun
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.preparation.deleted_meeting import delete_meeting
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import methods, read
from tests.storage.vaults import HandClock

Lead = Callable[[], Conducting]


@dataclass
class _Clock:
    hand: HandClock

    def now(self) -> datetime:
        return self.hand()


@pytest.fixture
def planned(vault: Vault, tmp_path: Path, clock: HandClock) -> str:
    """A prepared meeting, the clock at its start."""
    scenario = read(tmp_path)
    ready = prepare(scenario, methods()["din-1"], vault.new_id, Series())
    clock.now = ready.plan.starts
    return save(vault, scenario, ready.plan, clock())


@pytest.fixture
def lead(vault: Vault, planned: str, clock: HandClock) -> Lead:
    """Open the meeting, as often as one likes."""
    return lambda: Conducting(vault, planned, _Clock(clock))


@pytest.fixture
def running(lead: Lead) -> Conducting:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    return meeting


def kept(vault: Vault, meeting: str) -> list[str]:
    """All that is kept of what was being written, anywhere."""
    with vault.transaction() as store:
        lines = [line.text for line in store.begun_lines.of_meeting(meeting) if line.text]
        private = store.private_notes.begun(meeting)
    return lines + ([private] if private else [])


def test_what_was_being_written_is_there_when_the_meeting_is_opened_again(running: Conducting, lead: Lead) -> None:
    running.save_begun({"table.board": "Ro om"})
    running.save_begun({"table.board": "Ro om morg", "agreements.line": "Far ring"})
    running.save_begun_private("Husk at spør")
    again = lead()
    assert again.begun().texts == {"table.board": "Ro om morg", "agreements.line": "Far ring", PRIVATE: ""}
    assert again.begun_private() == "Husk at spør"
    assert again.history.events == running.history.events


def test_an_emptied_line_is_forgotten(running: Conducting, vault: Vault, planned: str) -> None:
    running.save_begun({"table.board": "Ro om"})
    running.save_begun_private("Husk")
    running.save_begun({"table.board": ""})
    running.save_begun_private("")
    assert kept(vault, planned) == [] and running.begun() == Begun()


def test_a_private_line_that_is_taken_is_being_written_no_more(running: Conducting) -> None:
    running.save_begun_private("Husk at spørge")
    running.save_private("Husk at spørge")
    assert running.begun_private() == "" and running.begun() == Begun()


def test_writing_was_going_on_where_it_was_last_unless_something_happened_since(
    running: Conducting, lead: Lead, clock: HandClock
) -> None:
    clock.forward(seconds=5)
    running.save_begun({"agreements.line": "Far ring"})
    clock.forward(seconds=5)
    running.save_begun({"table.board": "Ro om"})
    assert lead().begun().latest == "table.board"
    clock.forward(seconds=5)
    running.save_begun_private("Husk")
    clock.forward(minutes=30)
    again = lead()
    assert again.history.state.gap is not None and again.begun().latest == PRIVATE
    again.do(cmd.CountGap())
    assert lead().begun().latest == ""


def test_the_end_of_the_meeting_is_the_end_of_them(running: Conducting, vault: Vault, planned: str) -> None:
    running.save_begun({"table.board": "Ro om"})
    running.save_begun_private("Husk")
    running.do(cmd.StopMeeting("Alarmen gik"))
    assert kept(vault, planned) == []
    running.save_begun({"table.board": "Ro om"})
    running.save_begun_private("Husk")
    assert kept(vault, planned) == []


def test_before_the_start_no_private_line_is_kept_and_all_goes_with_the_meeting(
    lead: Lead, vault: Vault, clock: HandClock, planned: str
) -> None:
    meeting = lead()
    meeting.save_begun({"roll_call.name": "Aish"})
    meeting.save_begun_private("Husk")
    assert kept(vault, planned) == ["Aish"]
    delete_meeting(vault, planned, clock())
    assert kept(vault, planned) == []


def test_they_go_with_the_sag(running: Conducting, vault: Vault, planned: str) -> None:
    running.save_begun({"table.board": "Ro om"})
    running.save_begun_private("Husk")
    with vault.transaction() as store:
        meeting = store.meetings.get(planned)
        assert meeting is not None
        store.deletions.delete_case(meeting.case_id, running.now())
    assert kept(vault, planned) == []
