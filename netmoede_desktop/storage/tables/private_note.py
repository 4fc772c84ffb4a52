"""The table of private notes, apart from everything that is ever exported; wiped when the meeting is closed."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.values import PrivateNote


class PrivateNoteRow(SQLModel, table=True):
    """A row of `private_note`."""

    __tablename__ = "private_note"

    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    act: int = Field(primary_key=True)
    text: str

    @classmethod
    def from_value(cls, value: PrivateNote) -> "PrivateNoteRow":
        """Make the row of a value."""
        return cls(meeting_id=value.meeting, act=value.act, text=value.text)

    def to_value(self) -> PrivateNote:
        """Return the value of the row."""
        return PrivateNote(meeting=self.meeting_id, act=self.act, text=self.text)
