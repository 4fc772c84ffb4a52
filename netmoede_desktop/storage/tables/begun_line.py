"""The table of half-written lines. They are saved while somebody types, so with plain statements."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import instant_of, instant_text
from netmoede_desktop.storage.values import BegunLine


class BegunLineRow(SQLModel, table=True):
    """A row of `begun_line`, stored in the order of its key."""

    __tablename__ = "begun_line"
    __table_args__ = {"sqlite_with_rowid": False}

    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    field: str = Field(primary_key=True)
    text: str
    at: str

    @classmethod
    def from_value(cls, value: BegunLine) -> "BegunLineRow":
        """Make the row of a value."""
        meeting_id, field, text, at = columns_of(value)
        return cls(meeting_id=meeting_id, field=field, text=text, at=at)

    def to_value(self) -> BegunLine:
        """Return the value of the row."""
        return value_of((self.meeting_id, self.field, self.text, self.at))


#: The columns of one line in table order.
BegunColumns = tuple[str, str, str, str]


def columns_of(value: BegunLine) -> BegunColumns:
    """Return the columns of a value, for plain statements."""
    return value.meeting, value.field, value.text, instant_text(value.at)


def value_of(columns: BegunColumns) -> BegunLine:
    """Return the value of the columns."""
    meeting_id, field, text, at = columns
    return BegunLine(meeting_id, field, text, instant_of(at))
