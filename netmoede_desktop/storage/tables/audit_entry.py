"""The table of the audit log; triggers refuse any change."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.storage.tables.columns import instant_of, instant_text, json_of, json_text
from netmoede_desktop.storage.values import AuditAct, AuditEntry


class AuditEntryRow(SQLModel, table=True):
    """A row of `audit_entry`. It has no foreign key, so that the log outlives deletions."""

    __tablename__ = "audit_entry"

    seq: int = Field(primary_key=True)
    at: str
    actor: str
    name: str
    case_id: str | None = Field(index=True)
    meeting_id: str | None
    person_id: str | None
    detail: str
    digest: str

    @classmethod
    def from_value(cls, value: AuditEntry) -> "AuditEntryRow":
        """Make the row of a value."""
        act = value.act
        return cls(
            seq=value.seq,
            at=instant_text(act.at),
            actor=act.actor,
            name=act.name,
            case_id=act.case_id,
            meeting_id=act.meeting_id,
            person_id=act.person_id,
            detail=json_text(act.detail),
            digest=value.digest,
        )

    def to_value(self) -> AuditEntry:
        """Return the value of the row."""
        act = AuditAct(
            at=instant_of(self.at),
            actor=self.actor,
            name=self.name,
            case_id=self.case_id,
            meeting_id=self.meeting_id,
            person_id=self.person_id,
            detail=json_of(self.detail),
        )
        return AuditEntry(seq=self.seq, act=act, digest=self.digest)
