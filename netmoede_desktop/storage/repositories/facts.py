"""The facts of the preparation: of a sag, its people and its meetings."""

from sqlmodel import Session, col, select

from netmoede_desktop.storage.tables.facts import FactsRow
from netmoede_desktop.storage.values import FactsOf, StoredFacts


class Facts:
    """The facts, inside one transaction. They go with their sag; those of a person or a meeting go with it."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, facts: StoredFacts) -> None:
        """Save them, replacing the earlier ones of the same subject."""
        self._session.merge(FactsRow.from_value(facts))
        self._session.flush()

    def get(self, case_id: str, subject: FactsOf, subject_id: str) -> str | None:
        """Return the content saved of a subject of the sag, or None."""
        row = self._session.get(FactsRow, (case_id, subject.value, subject_id))
        return None if row is None else row.content

    def remove(self, case_id: str, subject: FactsOf, subject_id: str) -> None:
        """Delete those of a subject; does nothing if there are none."""
        row = self._session.get(FactsRow, (case_id, subject.value, subject_id))
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def of_case(self, case_id: str, subject: FactsOf) -> dict[str, str]:
        """Return, by the subject's id, the contents of one kind in the sag."""
        rows = select(FactsRow).where(FactsRow.case_id == case_id, FactsRow.subject == subject.value)
        return {row.subject_id: row.content for row in self._session.exec(rows.order_by(col(FactsRow.subject_id)))}
