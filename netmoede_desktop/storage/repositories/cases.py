"""The sager."""

from datetime import date

from sqlmodel import Session, col, select

from netmoede_desktop.storage.tables.case import CaseRow
from netmoede_desktop.storage.values import StoredCase


class Cases:
    """The sager, inside one transaction."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, case: StoredCase) -> None:
        """Add the sag, or replace the one of the same id."""
        self._session.merge(CaseRow.from_value(case))
        self._session.flush()

    def get(self, case_id: str) -> StoredCase | None:
        """Return the sag, or None."""
        row = self._session.get(CaseRow, case_id)
        return None if row is None else row.to_value()

    def with_reference(self, reference: str) -> list[StoredCase]:
        """Return the sager with that reference, oldest first."""
        rows = select(CaseRow).where(CaseRow.reference == reference).order_by(CaseRow.created, CaseRow.id)
        return [row.to_value() for row in self._session.exec(rows)]

    def all(self) -> list[StoredCase]:
        """Return all sager, oldest first."""
        rows = select(CaseRow).order_by(CaseRow.created, CaseRow.id)
        return [row.to_value() for row in self._session.exec(rows)]

    def due_for_deletion(self, day: date) -> list[StoredCase]:
        """Return the sager whose local copy is to be deleted on or before the day, the longest due first."""
        due = (
            select(CaseRow)
            .where(col(CaseRow.delete_on) <= day.isoformat())
            .order_by(col(CaseRow.delete_on), CaseRow.id)
        )
        return [row.to_value() for row in self._session.exec(due)]
