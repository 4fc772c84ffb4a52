"""Private notes are listed while the meeting runs; moved by hand they outlive its end, and undo brings them back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.private_notes import PrivateLine, moved_to_board, moved_to_note, private_lines
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import methods, read
from tests.storage.vaults import HandClock


@dataclass
class _Clock:
    hand: HandClock

    def now(self) -> datetime:
        return self.hand()


@pytest.fixture
def meeting(vault: Vault, clock: HandClock, tmp_path: Path) -> Conducting:
    """A running meeting with two private notes."""
    scenario = read(tmp_path)
    ready = prepare(scenario, methods()["din-1"], vault.new_id, Series())
    conducting = Conducting(vault, save(vault, scenario, ready.plan, clock()), _Clock(clock))
    conducting.do(cmd.StartMeeting())
    conducting.save_private("Husk pausen")
    conducting.save_private("Spørg far om natten")
    return conducting


def lines(vault: Vault, meeting: Conducting) -> tuple[PrivateLine, ...]:
    return private_lines(vault, meeting._meeting_id, meeting.history)


def texts(vault: Vault, meeting: Conducting) -> list[str]:
    return [line.text for line in lines(vault, meeting)]


def first_person(meeting: Conducting) -> str:
    return next(iter(meeting.history.state.people))


def test_they_are_listed_in_the_order_they_were_taken(vault: Vault, meeting: Conducting) -> None:
    assert texts(vault, meeting) == ["Husk pausen", "Spørg far om natten"]
    assert meeting_view(meeting.history).private_count == 2
    meeting.undo()
    assert texts(vault, meeting) == ["Husk pausen"]


def test_their_text_shows_in_no_repr(vault: Vault, meeting: Conducting) -> None:
    assert "Husk" not in repr(lines(vault, meeting))


def test_one_moved_to_the_board_is_listed_no_more_and_outlives_the_end(vault: Vault, meeting: Conducting) -> None:
    meeting.do(*moved_to_board(lines(vault, meeting)[0]))
    assert texts(vault, meeting) == ["Spørg far om natten"]
    assert meeting_view(meeting.history).private_count == 1
    meeting.do(cmd.FinishMeeting("prøve"))
    facts = record(meeting.history)
    assert facts.board == ("Husk pausen",)
    assert "Spørg far" not in repr(facts)
    with vault.transaction() as store:
        assert store.private_notes.of_meeting(meeting._meeting_id) == []


def test_one_moved_to_a_persons_words_stands_below_them_and_the_mark_is_kept(vault: Vault, meeting: Conducting) -> None:
    key = NoteKey("d4", first_person(meeting), 0)
    meeting.type(cmd.WriteNote(key.person, "Jeg vil sove", Mark.WISH, part=key.part, turn=key.turn))
    note = meeting_view(meeting.history).note(key)
    meeting.do(*moved_to_note(lines(vault, meeting)[1], key, note))
    moved = meeting_view(meeting.history).note(key)
    assert moved is not None
    assert (moved.text, moved.mark) == ("Jeg vil sove\nSpørg far om natten", Mark.WISH)
    assert texts(vault, meeting) == ["Husk pausen"]


def test_where_nothing_stands_the_line_is_the_note(vault: Vault, meeting: Conducting) -> None:
    key = NoteKey("d2", first_person(meeting), 0)
    meeting.do(*moved_to_note(lines(vault, meeting)[0], key, None))
    moved = meeting_view(meeting.history).note(key)
    assert moved is not None and moved.text == "Husk pausen"


def test_undo_brings_it_back_where_it_was_also_when_the_meeting_is_opened_again(
    vault: Vault, meeting: Conducting, clock: HandClock
) -> None:
    meeting.do(*moved_to_board(lines(vault, meeting)[0]))
    label = meeting_view(meeting.history).undo
    assert label is not None and label.event == "PrivateMoved"
    again = Conducting(vault, meeting._meeting_id, _Clock(clock))
    assert texts(vault, again) == ["Spørg far om natten"]
    again.undo()
    assert texts(vault, again) == ["Husk pausen", "Spørg far om natten"]
    assert again.history.state.capture.board == ()


def test_a_line_is_moved_once_however_often_it_is_pressed(vault: Vault, meeting: Conducting) -> None:
    line = lines(vault, meeting)[0]
    meeting.do(*moved_to_board(line))
    with pytest.raises(Refused) as refused:
        meeting.do(*moved_to_board(line))
    assert refused.value.code == "private_note_gone"
    assert meeting.history.state.capture.board == ("Husk pausen",)


def test_what_is_moved_stands_in_the_journal_and_what_is_not_never(vault: Vault, meeting: Conducting) -> None:
    meeting.do(*moved_to_board(lines(vault, meeting)[0]))
    with vault.transaction() as store:
        journal = str([entry.payload for entry in store.journal.read(meeting._meeting_id)])
    assert "Husk pausen" in journal and "Spørg far" not in journal
