"""The sager."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

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

    def of_ids(self, case_ids: Sequence[str]) -> list[StoredCase]:
        """Return these sager in this order; ids of none are passed over."""
        rows = self._session.exec(select(CaseRow).where(col(CaseRow.id).in_(case_ids)))
        known = {row.id: row.to_value() for row in rows}
        return [known[case_id] for case_id in case_ids if case_id in known]

    def newest_first(self, limit: int) -> list[StoredCase]:
        """Return `limit` sager, the one made last first."""
        rows = select(CaseRow).order_by(col(CaseRow.created).desc(), CaseRow.id).limit(limit)
        return [row.to_value() for row in self._session.exec(rows)]

    def count(self, most: int) -> int:
        """Return how many sager there are; no further than `most`."""
        counted = select(CaseRow.id).limit(most).subquery()
        return self._session.exec(select(func.count()).select_from(counted)).one()
