"""The table of corrections of a referat that is not approved yet: one row per field, replaced as it is typed."""

from sqlmodel import Field, SQLModel


class MinutesCorrectionRow(SQLModel, table=True):
    """A row of `minutes_correction`: `field` is the key of the corrected field, `value` is JSON text."""

    __tablename__ = "minutes_correction"

    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    field: str = Field(primary_key=True)
    value: str
