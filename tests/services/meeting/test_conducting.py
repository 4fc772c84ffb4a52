"""Leading a meeting: durable first, then told; undo; private notes; and the hole after a crash or sleep."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.vaults.automatic_backups import AutomaticBackups
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.problems import DiskFull, OutOfStep
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import methods, read
from tests.storage.vaults import HandClock


@dataclass
class _Clock:
    hand: HandClock

    def now(self) -> datetime:
        return self.hand()


@pytest.fixture
def planned(vault: Vault, tmp_path: Path, clock: HandClock) -> tuple[str, dict[str, str]]:
    """A prepared meeting's id, and the scenario's ids of its people."""
    scenario = read(tmp_path)
    ready = prepare(scenario, methods()["din-1"], vault.new_id, Series())
    clock.now = ready.plan.starts
    return save(vault, scenario, ready.plan, clock()), ready.ids


@pytest.fixture
def lead(vault: Vault, planned: tuple[str, dict[str, str]], clock: HandClock) -> Callable[[], Conducting]:
    return lambda: Conducting(vault, planned[0], _Clock(clock))


@pytest.mark.smoke
def test_what_is_done_is_durable_before_anybody_is_told(
    vault: Vault, planned: tuple[str, dict[str, str]], lead: Callable[[], Conducting]
) -> None:
    meeting = lead()
    told: list[bool] = []

    def listener(history: History) -> None:
        told.append(meeting_journal.load(vault, planned[0]).state == history.state)

    meeting.add_listener(listener)
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]))
    assert told == [True, True]
    assert meeting.history.state.speaking() is not None


@pytest.mark.smoke
def test_a_meeting_goes_on_where_its_journal_ends(
    vault: Vault, planned: tuple[str, dict[str, str]], lead: Callable[[], Conducting], clock: HandClock
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound())
    meeting.do(cmd.GiveWord(planned[1]["ida"]))
    clock.forward(seconds=30)
    meeting.type(cmd.WriteNote(planned[1]["ida"], "Hej"))

    assert lead().history == meeting.history
    [listed] = list_meetings(vault)
    assert listed.state == "i gang"


def test_what_is_refused_changes_nothing(lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]]) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    before = meeting.history
    with pytest.raises(Refused):
        meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["leder"]))
    assert meeting.history == before == lead().history


def test_what_cannot_be_stored_is_not_shown(lead: Callable[[], Conducting], monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = lead()
    told: list[History] = []
    meeting.do(cmd.StartMeeting())
    before = meeting.history
    meeting.add_listener(told.append)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(meeting_journal, "append", full)
    with pytest.raises(DiskFull):
        meeting.do(cmd.WriteBoard("Søvn"))
    assert (meeting.history, told) == (before, [])


def test_two_who_lead_the_same_meeting_do_not_mix_their_events(lead: Callable[[], Conducting]) -> None:
    one, other = lead(), lead()
    one.do(cmd.StartMeeting())
    with pytest.raises(OutOfStep):
        other.do(cmd.StartMeeting())
    assert lead().history == one.history


def test_saying_what_already_is_so_writes_nothing(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]]
) -> None:
    meeting = lead()
    told: list[History] = []
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]), cmd.RestWord())
    meeting.add_listener(told.append)
    meeting.do(cmd.RestWord())
    assert told == []


@pytest.mark.smoke
def test_undo_takes_back_an_act_and_leaves_what_was_typed(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]]
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]))
    meeting.do(cmd.WriteBoard("Søvn"))
    meeting.type(cmd.WriteNote(planned[1]["ida"], "Hej"))
    meeting.undo()

    state = lead().history.state
    assert state.capture.board == ()
    assert [note.text for note in state.capture.notes.values()] == ["Hej"]
    turn = state.speaking()
    assert turn is not None and turn.state is TurnState.SPEAKING


def private_notes(vault: Vault, meeting: str) -> list[str]:
    with vault.transaction() as store:
        return [note.text for note in store.private_notes.of_meeting(meeting)]


@pytest.mark.smoke
def test_private_notes_stand_beside_the_journal_and_are_wiped_at_the_end(
    vault: Vault, planned: tuple[str, dict[str, str]], lead: Callable[[], Conducting], clock: HandClock
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.save_private("Husk pausen")
    meeting.save_private("Fortrudt")
    meeting.undo()
    assert private_notes(vault, planned[0]) == ["Husk pausen", "Fortrudt"]  # so long as it can be brought again
    meeting.do(cmd.WriteBoard("Ro"))
    assert private_notes(vault, planned[0]) == ["Husk pausen"]
    with vault.transaction() as store:
        assert "Husk" not in str([entry.payload for entry in store.journal.read(planned[0])])
    held = vault.backup()

    meeting.do(cmd.FinishMeeting("prøve"))
    assert private_notes(vault, planned[0]) == []
    clock.forward(minutes=1)
    AutomaticBackups(vault, clock).end()
    assert held.name not in [backup.name for backup in vault.backups()]
    assert list_meetings(vault)[0].state == "afsluttet"


def test_what_was_taken_back_is_brought_again_also_after_a_restart(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]], vault: Vault, clock: HandClock
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]))
    meeting.save_private("Husk pausen")
    meeting.undo()
    meeting.undo()
    clock.forward(minutes=9)

    again = lead()
    assert again.history.state.gap is not None
    again.redo()
    again.redo()
    state = again.history.state
    speaking = state.speaking()
    assert speaking is not None and speaking.person == planned[1]["ida"]
    assert state.capture.private == ("2",) and private_notes(vault, planned[0]) == ["Husk pausen"]
    with pytest.raises(Refused, match="nothing_to_redo"):
        again.redo()
    assert lead().history == again.history


def test_a_private_note_that_was_moved_can_be_moved_again(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]], vault: Vault
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.save_private("Husk pausen")
    note = meeting.history.state.capture.private[0]
    meeting.do(cmd.WriteBoard("Husk pausen"), cmd.MovePrivate(note))
    for _ in range(2):
        meeting.undo()
        assert len(meeting.history.state.capture.private) == 1
        meeting.redo()
        assert not meeting.history.state.capture.private
        assert private_notes(vault, planned[0]) == ["Husk pausen"]


@pytest.mark.parametrize(("seconds", "asked"), [(30, False), (60, False), (61, True), (8 * 3600, True)])
def test_a_hole_in_a_running_meeting_is_asked_about_when_it_is_opened_again(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]], clock: HandClock, seconds: int, asked: bool
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]))
    clock.forward(seconds=seconds)

    again = lead()
    gap = again.history.state.gap
    assert (gap is not None) is asked
    if gap is not None:
        assert gap.length.total_seconds() == seconds
        again.do(cmd.GapAsPause())
        assert queries.part_used(again.history.state, "d2", clock()) == 0


def test_a_meeting_that_has_not_begun_or_is_over_has_no_hole(lead: Callable[[], Conducting], clock: HandClock) -> None:
    clock.forward(hours=5)
    meeting = lead()
    assert meeting.history.state.gap is None
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.StopMeeting("Alarm"))
    clock.forward(hours=5)
    assert lead().history.state.gap is None


def test_there_is_no_leading_a_meeting_that_is_not_there(opener: VaultOpener, vault: Vault, clock: HandClock) -> None:
    with pytest.raises(KeyError):
        Conducting(vault, "ukendt", _Clock(clock))


def test_a_clock_set_back_while_the_app_was_down_lets_the_meeting_go_on_from_where_it_was(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]], clock: HandClock
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    clock.forward(minutes=30)
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]))
    clock.forward(hours=-2)

    again = lead()
    clock.forward(seconds=40)
    again.do(cmd.RestWord())
    turn = again.history.state.speaking()
    assert turn is not None
    assert turn.own.elapsed(again.now()).total_seconds() == 40


def test_a_sleep_while_the_app_runs_is_journalled_and_asked_about(
    lead: Callable[[], Conducting], planned: tuple[str, dict[str, str]], clock: HandClock
) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    meeting.do(cmd.OpenNextRound(), cmd.GiveWord(planned[1]["ida"]))
    asleep = meeting.now()
    clock.forward(minutes=7)
    meeting.report_gap(asleep)
    gap = lead().history.state.gap
    assert gap is not None
    assert gap.length.total_seconds() == 7 * 60


def test_the_start_is_never_taken_back(lead: Callable[[], Conducting]) -> None:
    meeting = lead()
    meeting.do(cmd.StartMeeting())
    with pytest.raises(Refused, match="nothing_to_undo"):
        meeting.undo()
