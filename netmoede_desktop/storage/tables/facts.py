"""The table of the preparation's facts of a sag, its people and its meetings."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.values import FactsOf, StoredFacts


class FactsRow(SQLModel, table=True):
    """A row of `facts`, stored in the order of its key."""

    __tablename__ = "facts"
    __table_args__ = {"sqlite_with_rowid": False}

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    subject: str = Field(primary_key=True)
    subject_id: str = Field(primary_key=True)
    content: str

    @classmethod
    def from_value(cls, value: StoredFacts) -> "FactsRow":
        """Make the row of a value."""
        return cls(
            case_id=value.case_id,
            subject=value.subject.value,
            subject_id=value.subject_id,
            content=value.content,
        )

    def to_value(self) -> StoredFacts:
        """Return the value of the row."""
        return StoredFacts(self.case_id, FactsOf(self.subject), self.subject_id, self.content)
