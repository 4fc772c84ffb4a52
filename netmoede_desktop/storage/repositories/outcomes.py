"""The outcomes of the finished meetings: which version is approved, and cached facts."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session, col, func, select

from netmoede_desktop.storage.tables.columns import json_text
from netmoede_desktop.storage.tables.outcome import OutcomeRow
from netmoede_desktop.storage.values import Outcome, Payload


class Outcomes:
    """The outcomes, inside one transaction. A meeting has one from the moment it is finished."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def get(self, meeting_id: str) -> Outcome | None:
        """Return the meeting's outcome, None if it is not finished."""
        row = self._session.get(OutcomeRow, meeting_id)
        return None if row is None else row.to_value()

    def of_meetings(self, meeting_ids: Iterable[str]) -> list[Outcome]:
        """Return the outcomes of some meetings, in no certain order; a meeting that is not finished has none."""
        rows = select(OutcomeRow).where(col(OutcomeRow.meeting_id).in_(list(meeting_ids)))
        return [row.to_value() for row in self._session.exec(rows)]

    def named_facts(self, meeting_ids: Iterable[str], names: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        """Return, by id, the named facts of some meetings as tuples in the order of `names`, None for a missing one.

        A meeting without cached facts is left out.
        """
        facts = [func.json_extract(OutcomeRow.facts, f"$.{name}") for name in names]
        rows: Any = select(OutcomeRow.meeting_id, *facts)
        saved = rows.where(col(OutcomeRow.meeting_id).in_(list(meeting_ids)), col(OutcomeRow.facts).is_not(None))
        return {row[0]: tuple(row[1:]) for row in self._session.exec(saved)}

    def save_facts(self, meeting_id: str, facts: Payload) -> None:
        """Save the computed facts of the meeting until its next version is approved; KeyError if it has no outcome."""
        row = self._session.get(OutcomeRow, meeting_id)
        if row is None:
            raise KeyError(meeting_id)
        row.facts = json_text(facts)
        self._session.flush()

    def drop_facts(self, meeting_id: str) -> None:
        """Drop the cached facts; they are computed again on the next read. Does nothing where there are none."""
        row = self._session.get(OutcomeRow, meeting_id)
        if row is not None and row.facts is not None:
            row.facts = None
            self._session.flush()
