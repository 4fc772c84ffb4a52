"""The sager."""

from typing import Any

from sqlmodel import Session, col, func, or_, select

from netmoede_desktop.domain.refusal import Refused
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

    def required(self, case_id: str) -> StoredCase:
        """Return the sag. Raises `Refused` (case_gone) where there is none of that id."""
        case = self.get(case_id)
        if case is None:
            raise Refused("case_gone")
        return case

    def with_reference(self, reference: str) -> list[StoredCase]:
        """Return the sager with that reference, oldest first."""
        rows = select(CaseRow).where(CaseRow.reference == reference).order_by(CaseRow.created, CaseRow.id)
        return [row.to_value() for row in self._session.exec(rows)]

    def all(self) -> list[StoredCase]:
        """Return all sager, oldest first."""
        rows = select(CaseRow).order_by(CaseRow.created, CaseRow.id)
        return [row.to_value() for row in self._session.exec(rows)]

    def newest_first(self, limit: int, wanted: str = "") -> list[StoredCase]:
        """Return `limit` sager, the one made last first; with `wanted` only those with it in reference or child.

        Capital or small letters do not matter where the whole of `wanted` is written in one way or as a name.
        """
        rows = select(CaseRow).where(*_with_text(wanted)).order_by(col(CaseRow.created).desc(), CaseRow.id)
        return [row.to_value() for row in self._session.exec(rows.limit(limit))]

    def count(self, most: int, wanted: str = "") -> int:
        """Return how many sager `page` goes through; no further than `most`."""
        counted = select(CaseRow.id).where(*_with_text(wanted)).limit(most).subquery()
        return self._session.exec(select(func.count()).select_from(counted)).one()


def _with_text(wanted: str) -> list[Any]:
    """The condition that a text is in reference or child; SQLite only ignores the case of a–z."""
    if not wanted:
        return []
    ways = {wanted, wanted.lower(), wanted.upper(), wanted.title()}
    columns = (col(CaseRow.reference), col(CaseRow.child))
    return [or_(*(column.contains(way, autoescape=True) for column in columns for way in sorted(ways)))]
