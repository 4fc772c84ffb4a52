"""The table of the PDFs made of approved versions, so that a file can be recognised as one of them."""

from sqlmodel import Field, SQLModel


class MinutesPdfRow(SQLModel, table=True):
    """A row of `minutes_pdf`: the SHA-256 of the file in hex, and the version it was made of."""

    __tablename__ = "minutes_pdf"

    digest: str = Field(primary_key=True)
    meeting_id: str = Field(foreign_key="meeting.id")
    version: int
