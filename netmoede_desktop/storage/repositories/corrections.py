"""The corrections of a referat that is not approved yet."""

import json

from sqlmodel import Session, col, delete, select

from netmoede_desktop.storage.tables.minutes_correction import MinutesCorrectionRow


class Corrections:
    """The corrections, inside one transaction: JSON values by the name of the field they correct."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, meeting_id: str, field: str, value: object) -> None:
        """Save a JSON value for a field, replacing the one it has."""
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        self._session.merge(MinutesCorrectionRow(meeting_id=meeting_id, field=field, value=text))
        self._session.flush()

    def remove(self, meeting_id: str, field: str) -> None:
        """Delete a correction; does nothing if there is none."""
        row = self._session.get(MinutesCorrectionRow, (meeting_id, field))
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def of_meeting(self, meeting_id: str) -> dict[str, object]:
        """Return the meeting's corrections by field."""
        rows = select(MinutesCorrectionRow).where(MinutesCorrectionRow.meeting_id == meeting_id)
        ordered = rows.order_by(col(MinutesCorrectionRow.field))
        return {row.field: json.loads(row.value) for row in self._session.exec(ordered)}

    def clear(self, meeting_id: str) -> None:
        """Take all the meeting's corrections back."""
        self._session.exec(delete(MinutesCorrectionRow).where(col(MinutesCorrectionRow.meeting_id) == meeting_id))
        self._session.expire_all()
