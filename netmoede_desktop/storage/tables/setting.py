"""The table of settings saved in the vault."""

from sqlmodel import Field, SQLModel


class SettingRow(SQLModel, table=True):
    """A row of `setting`: a name and its JSON text."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str
