"""The table of the outcomes of finished meetings; triggers add its rows and keep `approved`."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import json_of
from netmoede_desktop.storage.values import Outcome


class OutcomeRow(SQLModel, table=True):
    """A row of `outcome`; `starts` is the meeting's, so that the newest are found without reading the meetings."""

    __tablename__ = "outcome"

    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    starts: str
    approved: int
    facts: str | None

    def to_value(self) -> Outcome:
        """Return the value of the row."""
        return Outcome(self.meeting_id, self.approved, None if self.facts is None else json_of(self.facts))
