"""The table of the journal. The hot path writes it with plain statements; the row class says what it holds."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import instant_of, instant_text, json_of, json_text
from netmoede_desktop.storage.values import JournalEntry


class JournalEventRow(SQLModel, table=True):
    """A row of `journal_event`, stored in the order of its key."""

    __tablename__ = "journal_event"
    __table_args__ = {"sqlite_with_rowid": False}

    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    seq: int = Field(primary_key=True)
    act: int | None
    name: str
    at: str
    payload: str

    @classmethod
    def from_value(cls, value: JournalEntry) -> "JournalEventRow":
        """Make the row of a value."""
        meeting_id, seq, act, name, at, payload = columns_of(value)
        return cls(meeting_id=meeting_id, seq=seq, act=act, name=name, at=at, payload=payload)

    def to_value(self) -> JournalEntry:
        """Return the value of the row."""
        return value_of((self.meeting_id, self.seq, self.act, self.name, self.at, self.payload))


#: The columns of one entry in table order.
JournalColumns = tuple[str, int, int | None, str, str, str]


def columns_of(value: JournalEntry) -> JournalColumns:
    """Return the columns of a value, for plain statements."""
    return value.meeting, value.seq, value.act, value.name, instant_text(value.at), json_text(value.payload)


def value_of(columns: JournalColumns) -> JournalEntry:
    """Return the value of the columns."""
    meeting_id, seq, act, name, at, payload = columns
    return JournalEntry(meeting_id, seq, act, name, instant_of(at), json_of(payload))
