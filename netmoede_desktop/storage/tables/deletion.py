"""The table of deletions: random ids only."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import instant_of, instant_text
from netmoede_desktop.storage.values import Deletion


class DeletionRow(SQLModel, table=True):
    """A row of `deletion`."""

    __tablename__ = "deletion"

    case_id: str = Field(primary_key=True)
    at: str

    @classmethod
    def from_value(cls, value: Deletion) -> "DeletionRow":
        """Make the row of a value."""
        return cls(case_id=value.case_id, at=instant_text(value.at))

    def to_value(self) -> Deletion:
        """Return the value of the row."""
        return Deletion(case_id=self.case_id, at=instant_of(self.at))
