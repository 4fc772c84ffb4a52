"""The deletion of a sag, and the ids that stay deleted after a restore."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from netmoede_desktop.storage.tables.begun_line import BegunLineRow
from netmoede_desktop.storage.tables.case import CaseRow
from netmoede_desktop.storage.tables.deletion import DeletionRow
from netmoede_desktop.storage.tables.facts import FactsRow
from netmoede_desktop.storage.tables.journal_event import JournalEventRow
from netmoede_desktop.storage.tables.meeting import MeetingRow
from netmoede_desktop.storage.tables.minutes_correction import MinutesCorrectionRow
from netmoede_desktop.storage.tables.minutes_pdf import MinutesPdfRow
from netmoede_desktop.storage.tables.minutes_version import MinutesVersionRow
from netmoede_desktop.storage.tables.outcome import OutcomeRow
from netmoede_desktop.storage.tables.person import PersonRow
from netmoede_desktop.storage.tables.private_note import PrivateNoteRow
from netmoede_desktop.storage.tables.setting import SettingRow
from netmoede_desktop.storage.values import Deletion

_HANGING_ON_A_MEETING = (
    PrivateNoteRow,
    BegunLineRow,
    JournalEventRow,
    MinutesPdfRow,
    MinutesVersionRow,
    MinutesCorrectionRow,
    OutcomeRow,
)


class Deletions:
    """The record of deletions, inside one transaction."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def delete_case(self, case_id: str, at: datetime) -> None:
        """Delete a sag and all its rows; only its random id is saved. Does nothing if the sag does not exist.

        Settings whose names end with a colon and the id of one of its meetings are deleted too.
        After the commit call `Vault.compact`, so that nothing of it is left in the file.
        """
        self._session.merge(DeletionRow.from_value(Deletion(case_id, at)))
        self._session.flush()
        meetings = list(self._session.exec(select(MeetingRow.id).where(MeetingRow.case_id == case_id)))
        for table in _HANGING_ON_A_MEETING:
            self._session.exec(delete(table).where(col(table.meeting_id).in_(meetings)))
        for meeting in meetings:
            self._session.exec(delete(SettingRow).where(col(SettingRow.name).endswith(f":{meeting}", autoescape=True)))
        for owned in (FactsRow, MeetingRow, PersonRow):
            self._session.exec(delete(owned).where(col(owned.case_id) == case_id))
        self._session.exec(delete(CaseRow).where(col(CaseRow.id) == case_id))
        self._session.expire_all()

    def all(self) -> list[Deletion]:
        """Return all deletions, oldest first."""
        rows = select(DeletionRow).order_by(DeletionRow.at, DeletionRow.case_id)
        return [row.to_value() for row in self._session.exec(rows)]
