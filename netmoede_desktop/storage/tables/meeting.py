"""The table of meetings."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import local_text
from netmoede_desktop.storage.values import MeetingStatus, StoredMeeting


class MeetingRow(SQLModel, table=True):
    """A row of `meeting`."""

    __tablename__ = "meeting"

    id: str = Field(primary_key=True)
    case_id: str = Field(foreign_key="case_file.id")
    method_id: str
    method_version: int
    starts: str
    planned_minutes: int
    place: str
    purpose: str
    interpreter: str | None
    plan: str
    state: str
    series_number: int

    @classmethod
    def from_value(cls, value: StoredMeeting) -> "MeetingRow":
        """Make the row of a value."""
        return cls(
            id=value.id,
            case_id=value.case_id,
            method_id=value.method_id,
            method_version=value.method_version,
            starts=local_text(value.starts),
            planned_minutes=value.planned_minutes,
            place=value.place,
            purpose=value.purpose,
            interpreter=value.interpreter,
            plan=value.plan,
            state=value.state.value,
            series_number=value.series_number,
        )

    def to_value(self) -> StoredMeeting:
        """Return the value of the row."""
        return StoredMeeting(
            id=self.id,
            case_id=self.case_id,
            method_id=self.method_id,
            method_version=self.method_version,
            starts=datetime.fromisoformat(self.starts),
            planned_minutes=self.planned_minutes,
            place=self.place,
            purpose=self.purpose,
            interpreter=self.interpreter,
            plan=self.plan,
            state=MeetingStatus(self.state),
            series_number=self.series_number,
        )
