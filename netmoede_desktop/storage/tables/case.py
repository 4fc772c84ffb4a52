"""The table of sager."""

import json

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import date_of, date_text, instant_of, instant_text
from netmoede_desktop.storage.values import StoredCase


class CaseRow(SQLModel, table=True):
    """A row of `case_file`."""

    __tablename__ = "case_file"

    id: str = Field(primary_key=True)
    reference: str
    child: str
    birth_year: int | None
    languages: str
    created: str
    journalised: str | None
    delete_on: str | None

    @classmethod
    def from_value(cls, value: StoredCase) -> "CaseRow":
        """Make the row of a value."""
        return cls(
            id=value.id,
            reference=value.reference,
            child=value.child,
            birth_year=value.birth_year,
            languages=json.dumps(value.languages, ensure_ascii=False),
            created=instant_text(value.created),
            journalised=date_text(value.journalised),
            delete_on=date_text(value.delete_on),
        )

    def to_value(self) -> StoredCase:
        """Return the value of the row."""
        return StoredCase(
            id=self.id,
            reference=self.reference,
            child=self.child,
            birth_year=self.birth_year,
            languages=tuple(json.loads(self.languages)),
            created=instant_of(self.created),
            journalised=date_of(self.journalised),
            delete_on=date_of(self.delete_on),
        )
