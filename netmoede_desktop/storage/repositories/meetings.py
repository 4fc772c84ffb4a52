"""The meetings."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, exists, func, select

from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.storage.repositories.facts import Facts
from netmoede_desktop.storage.tables.begun_line import BegunLineRow
from netmoede_desktop.storage.tables.case import CaseRow
from netmoede_desktop.storage.tables.columns import local_text
from netmoede_desktop.storage.tables.journal_event import JournalEventRow
from netmoede_desktop.storage.tables.meeting import MeetingRow
from netmoede_desktop.storage.tables.outcome import OutcomeRow
from netmoede_desktop.storage.values import FactsOf, MeetingBrief, MeetingStatus, StoredMeeting


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

    def required(self, meeting_id: str) -> StoredMeeting:
        """Return the meeting. Raises `Refused` (meeting_gone) where there is none of that id."""
        meeting = self.get(meeting_id)
        if meeting is None:
            raise Refused("meeting_gone")
        return meeting

    def remove(self, meeting_id: str) -> None:
        """Delete a planned meeting, its facts and the records of its roll call.

        Does nothing if there is none of that id. Raises the driver's integrity error for one that has begun.
        """
        row = self._session.get(MeetingRow, meeting_id)
        if row is not None:
            for table in (JournalEventRow, BegunLineRow):
                self._session.exec(delete(table).where(col(table.meeting_id) == meeting_id))
            Facts(self._session).remove(row.case_id, FactsOf.MEETING, meeting_id)
            self._session.delete(row)
            self._session.flush()

    def newest_first(self) -> list[StoredMeeting]:
        """Return the meetings by when they start, the latest first."""
        rows = select(MeetingRow).order_by(col(MeetingRow.starts).desc(), MeetingRow.id)
        return [row.to_value() for row in self._session.exec(rows)]

    def agreed_starts(self) -> dict[str, datetime]:
        """Return, by id, the planned local wall time of those that have begun, from their plan."""
        rows: Any = select(MeetingRow.id, func.json_extract(MeetingRow.plan, "$.starts"))
        begun = rows.where(MeetingRow.state != MeetingStatus.PLANNED.value, func.json_valid(MeetingRow.plan))
        known = [(meeting, starts) for meeting, starts in self._session.exec(begun) if starts is not None]
        return {meeting: datetime.fromisoformat(starts).replace(tzinfo=None) for meeting, starts in known}

    def last_numbers(self, case_ids: Iterable[str]) -> dict[str, int]:
        """Return, by sag, the highest number in its møderække; a sag without meetings is left out."""
        rows = select(MeetingRow.case_id, func.max(MeetingRow.series_number))
        found = rows.where(col(MeetingRow.case_id).in_(list(case_ids))).group_by(MeetingRow.case_id)
        return dict(self._session.exec(found).all())

    def of_case(self, case_id: str) -> list[StoredMeeting]:
        """Return the sag's møderække in order."""
        rows = (
            select(MeetingRow)
            .where(MeetingRow.case_id == case_id)
            .order_by(col(MeetingRow.series_number), MeetingRow.starts)
        )
        return [row.to_value() for row in self._session.exec(rows)]

    def running(self) -> list[MeetingBrief]:
        """Return the meetings that were begun and not ended, the one that was to start last first."""
        rows = _briefs().where(MeetingRow.state == MeetingStatus.RUNNING.value)
        return self._read(rows.order_by(col(MeetingRow.starts).desc()))

    def planned(self, first: datetime, limit: int) -> list[MeetingBrief]:
        """Return the planned meetings that start at this local wall time or later, the earliest first."""
        rows = _briefs().where(*_planned_from(first)).order_by(MeetingRow.starts, MeetingRow.id)
        return self._read(rows.limit(limit))

    def missed(self, before: datetime, limit: int) -> list[MeetingBrief]:
        """Return the planned meetings that were to start before this local wall time, the latest first."""
        rows = _briefs().where(MeetingRow.state == MeetingStatus.PLANNED.value, MeetingRow.starts < local_text(before))
        return self._read(rows.order_by(col(MeetingRow.starts).desc(), col(MeetingRow.id).desc()).limit(limit))

    def count_planned(self, first: datetime, most: int) -> int:
        """Return how many planned meetings start at this local wall time or later; no further than `most`."""
        counted = select(MeetingRow.id).where(*_planned_from(first)).limit(most).subquery()
        return self._session.exec(select(func.count()).select_from(counted)).one()

    def finished(self, limit: int) -> list[MeetingBrief]:
        """Return the finished meetings that started last, the latest first."""
        rows = _briefs().where(MeetingRow.state == MeetingStatus.FINISHED.value)
        return self._read(rows.order_by(col(MeetingRow.starts).desc(), col(MeetingRow.id).desc()).limit(limit))

    def ended_series(self, newest: int) -> list[MeetingBrief]:
        """Return, of the `newest` finished meetings, those that no other meeting of their sag starts after."""
        looked_at = (
            select(MeetingRow.id)
            .where(MeetingRow.state == MeetingStatus.FINISHED.value)
            .order_by(col(MeetingRow.starts).desc(), col(MeetingRow.id).desc())
            .limit(newest)
        )
        later = aliased(MeetingRow)
        followed = exists().where(col(later.case_id) == MeetingRow.case_id, col(later.starts) > MeetingRow.starts)
        return self._read(_briefs().where(col(MeetingRow.id).in_(looked_at), ~followed))

    def without_approved_minutes(self, limit: int) -> list[MeetingBrief]:
        """Return the finished meetings whose referat is not approved, the one that started last first."""
        rows = _briefs().join(OutcomeRow, col(OutcomeRow.meeting_id) == MeetingRow.id).where(OutcomeRow.approved == 0)
        return self._read(rows.order_by(col(OutcomeRow.starts).desc()).limit(limit))

    def count_without_approved_minutes(self, most: int) -> int:
        """Return how many finished meetings have no approved referat; no further than `most`."""
        counted = select(OutcomeRow.meeting_id).where(OutcomeRow.approved == 0).limit(most).subquery()
        return self._session.exec(select(func.count()).select_from(counted)).one()

    def of_cases(self, case_ids: Iterable[str]) -> list[MeetingBrief]:
        """Return the meetings of some sager, each sag's in the order of its møderække."""
        rows = _briefs().where(col(MeetingRow.case_id).in_(list(case_ids)))
        return self._read(rows.order_by(MeetingRow.case_id, col(MeetingRow.series_number), MeetingRow.starts))

    def set_state(self, meeting_id: str, state: MeetingStatus) -> None:
        """Set the state of the meeting; KeyError if there is none of that id."""
        row = self._session.get(MeetingRow, meeting_id)
        if row is None:
            raise KeyError(meeting_id)
        row.state = state.value
        self._session.flush()

    def _read(self, statement: Any) -> list[MeetingBrief]:
        return [
            MeetingBrief(
                id=row.id,
                case_id=row.case_id,
                reference=row.reference,
                child=row.child,
                method_id=row.method_id,
                starts=datetime.fromisoformat(row.starts),
                planned_minutes=row.planned_minutes,
                place=row.place,
                state=MeetingStatus(row.state),
                series_number=row.series_number,
            )
            for row in self._session.exec(statement)
        ]


def _briefs() -> Any:
    """The columns of a brief; SQLModel's own types end at four columns."""
    columns: tuple[Any, ...] = (
        MeetingRow.id,
        MeetingRow.case_id,
        CaseRow.reference,
        CaseRow.child,
        MeetingRow.method_id,
        MeetingRow.starts,
        MeetingRow.planned_minutes,
        MeetingRow.place,
        MeetingRow.state,
        MeetingRow.series_number,
    )
    return select(*columns).join(CaseRow, col(CaseRow.id) == MeetingRow.case_id)


def _planned_from(first: datetime) -> tuple[Any, Any]:
    return MeetingRow.state == MeetingStatus.PLANNED.value, col(MeetingRow.starts) >= local_text(first)
