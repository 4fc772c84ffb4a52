"""The private notes of a running meeting: listed for the mødeleder, and moved by hand to a place that is not wiped.

At the end they are wiped. A moved note is ordinary text from then on, in the journal and the papers; undo makes it
private again. Of the windows, only the meeting's own may reach this module.
"""

from dataclasses import dataclass, field

from netmoede_desktop.domain.meeting.commands import Command, MovePrivate, WriteBoard, WriteNote
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.services.meeting.view.values import NoteView
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class PrivateLine:
    """One private note; its repr never shows the text."""

    id: str
    text: str = field(repr=False)


def private_lines(vault: Vault, meeting_id: str, history: History) -> tuple[PrivateLine, ...]:
    """Return the meeting's private notes in the order they were taken. Raises `StorageProblem`."""
    with vault.transaction() as store:
        saved = store.private_notes.of_meeting(meeting_id)
    private = history.state.capture.private
    return tuple(PrivateLine(str(note.act), note.text) for note in saved if str(note.act) in private)


def moved_to_note(line: PrivateLine, key: NoteKey, note: NoteView | None) -> tuple[Command, ...]:
    """Return the commands that add the line to a person's note, below the text already there; do them as one act.

    `note` is the note under `key` now, None where there is none. Refused when the line is no longer private.
    """
    text = line.text if note is None or not note.text else f"{note.text}\n{line.text}"
    mark, read_by = (None, None) if note is None else (note.mark, note.read_by)
    written = WriteNote(key.person, text, mark, part=key.part, turn=key.turn, read_by=read_by, again=key.again)
    return written, MovePrivate(line.id)


def moved_to_board(line: PrivateLine) -> tuple[Command, ...]:
    """Return the commands that add the line to the board, where the room may see it; do them as one act.

    Refused when the line is no longer private.
    """
    return WriteBoard(line.text), MovePrivate(line.id)
