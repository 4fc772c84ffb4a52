"""The meetings."""

from sqlmodel import Session, col, select

from netmoede_desktop.storage.tables.meeting import MeetingRow
from netmoede_desktop.storage.values import MeetingState, StoredMeeting


class Meetings:
    """The meetings, inside one transaction."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, meeting: StoredMeeting) -> None:
        """Add the meeting, or replace the one of the same id."""
        self._session.merge(MeetingRow.from_value(meeting))
        self._session.flush()

    def get(self, meeting_id: str) -> StoredMeeting | None:
        """Return the meeting, or None."""
        row = self._session.get(MeetingRow, meeting_id)
        return None if row is None else row.to_value()

    def newest_first(self, limit: int | None = None, offset: int = 0) -> list[StoredMeeting]:
        """Return the meetings by when they start, the latest first; a page of them if `limit` is given."""
        rows = select(MeetingRow).order_by(col(MeetingRow.starts).desc(), MeetingRow.id).limit(limit).offset(offset)
        return [row.to_value() for row in self._session.exec(rows)]

    def of_case(self, case_id: str) -> list[StoredMeeting]:
        """Return the sag's møderække in order."""
        rows = (
            select(MeetingRow)
            .where(MeetingRow.case_id == case_id)
            .order_by(col(MeetingRow.series_number), MeetingRow.starts)
        )
        return [row.to_value() for row in self._session.exec(rows)]

    def set_state(self, meeting_id: str, state: MeetingState) -> None:
        """Say where the meeting is; KeyError if there is none of that id."""
        row = self._session.get(MeetingRow, meeting_id)
        if row is None:
            raise KeyError(meeting_id)
        row.state = state.value
        self._session.flush()
