"""The table of approved referat versions; triggers refuse any change."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import instant_of, instant_text
from netmoede_desktop.storage.values import StoredMinutes


class MinutesVersionRow(SQLModel, table=True):
    """A row of `minutes_version`."""

    __tablename__ = "minutes_version"

    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    version: int = Field(primary_key=True)
    content: str
    approved: str
    pdf_digest: str | None
    digest: str

    @classmethod
    def from_value(cls, value: StoredMinutes) -> "MinutesVersionRow":
        """Make the row of a value."""
        return cls(
            meeting_id=value.meeting,
            version=value.version,
            content=value.content,
            approved=instant_text(value.approved),
            pdf_digest=value.pdf_digest,
            digest=value.digest,
        )

    def to_value(self) -> StoredMinutes:
        """Return the value of the row."""
        return StoredMinutes(
            meeting=self.meeting_id,
            version=self.version,
            content=self.content,
            approved=instant_of(self.approved),
            pdf_digest=self.pdf_digest,
            digest=self.digest,
        )
