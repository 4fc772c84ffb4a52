"""The mødeleder's private notes."""

from typing import Final

from sqlmodel import Session, col, delete, select

from netmoede_desktop.storage.repositories.settings import Settings
from netmoede_desktop.storage.tables.private_note import PrivateNoteRow
from netmoede_desktop.storage.values import PrivateNote

#: The act of the line that is being written and is no note yet; no act of a meeting has this number.
BEGUN: Final = 0
#: The beginning of the settings that name meetings whose notes may still lie in backups.
WIPED: Final = "private-notes-wiped:"


class PrivateNotes:
    """The private notes, inside one transaction."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, note: PrivateNote) -> None:
        """Save a note under its act, or replace the text that act has."""
        self._session.merge(PrivateNoteRow.from_value(note))
        self._session.flush()

    def save_begun(self, meeting_id: str, text: str) -> None:
        """Save the half-written line, replacing the earlier one; an empty one is deleted."""
        if text:
            self.put(PrivateNote(meeting_id, BEGUN, text))
        else:
            self.remove(meeting_id, BEGUN)

    def begun(self, meeting_id: str) -> str:
        """Return the line that is being written, "" for none."""
        row = self._session.get(PrivateNoteRow, (meeting_id, BEGUN))
        return "" if row is None else row.text

    def of_meeting(self, meeting_id: str) -> list[PrivateNote]:
        """Return the meeting's notes by act, without the line that is being written."""
        of_it = (PrivateNoteRow.meeting_id == meeting_id, col(PrivateNoteRow.act) > BEGUN)
        rows = select(PrivateNoteRow).where(*of_it).order_by(col(PrivateNoteRow.act))
        return [row.to_value() for row in self._session.exec(rows)]

    def remove(self, meeting_id: str, act: int) -> None:
        """Delete one act's note (undo); does nothing if there is none."""
        row = self._session.get(PrivateNoteRow, (meeting_id, act))
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def wipe(self, meeting_id: str) -> None:
        """Take all the meeting's notes away, and remember that its backups are to be replaced.

        After the commit call `Vault.purge_wiped_notes`; the next opening does it if that did not happen.
        """
        self._session.exec(delete(PrivateNoteRow).where(col(PrivateNoteRow.meeting_id) == meeting_id))
        Settings(self._session).put(WIPED + meeting_id, value=True)
