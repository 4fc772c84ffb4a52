"""The audit log: who did what, chained, in the same transaction as the act."""

from sqlmodel import Session, col, or_, select

from netmoede_desktop.storage.keys.key_file import ChainHead
from netmoede_desktop.storage.repositories.chain import ROOT, link
from netmoede_desktop.storage.tables.audit_entry import AuditEntryRow
from netmoede_desktop.storage.tables.columns import instant_text
from netmoede_desktop.storage.values import AuditAct, AuditEntry

#: The head of an empty chain.
NO_HEAD = ChainHead(0, ROOT)


class Audit:
    """The log, inside one transaction. The vault writes the new head to the key file when the transaction has ended."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def append(self, act: AuditAct) -> AuditEntry:
        """Log an act and return its entry."""
        head = self.head()
        entry = AuditEntry(head.seq + 1, act, _digest(head.digest, head.seq + 1, act))
        self._session.add(AuditEntryRow.from_value(entry))
        self._session.flush()
        return entry

    def head(self) -> ChainHead:
        """Return the last entry's number and digest."""
        last = self._session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.seq).desc()).limit(1)).first()
        return NO_HEAD if last is None else ChainHead(last.seq, last.digest)

    def holds(self, head: ChainHead) -> bool:
        """Return True if the chain still has the entry that a head names."""
        if head == NO_HEAD:
            return True
        row = self._session.get(AuditEntryRow, head.seq)
        return row is not None and row.digest == head.digest

    def first_broken(self) -> int | None:
        """Return the number of the first entry that does not fit the chain, None if all fit."""
        previous = ROOT
        for number, row in enumerate(self._session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.seq))), 1):
            entry = row.to_value()
            previous = _digest(previous, number, entry.act)
            if (entry.seq, entry.digest) != (number, previous):
                return number
        return None

    def about(self, *, case_id: str | None = None, person_id: str | None = None) -> list[AuditEntry]:
        """Return the entries about a sag, or about a person of it, in order."""
        entries = select(AuditEntryRow).order_by(col(AuditEntryRow.seq))
        if case_id is not None:
            entries = entries.where(col(AuditEntryRow.case_id) == case_id)
        if person_id is not None:
            person = col(AuditEntryRow.person_id)
            entries = entries.where(or_(person == person_id, person.is_(None)))
        return [row.to_value() for row in self._session.exec(entries)]


def _digest(previous: str, seq: int, act: AuditAct) -> str:
    fields: dict[str, object] = {
        "seq": seq,
        "at": instant_text(act.at),
        "actor": act.actor,
        "name": act.name,
        "case": act.case_id,
        "meeting": act.meeting_id,
        "person": act.person_id,
        "detail": act.detail,
    }
    return link(previous, fields)
