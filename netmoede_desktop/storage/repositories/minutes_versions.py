"""The approved versions of the referat."""

from datetime import datetime

from sqlmodel import Session, col, select

from netmoede_desktop.storage.problems import OutOfStep
from netmoede_desktop.storage.repositories.chain import ROOT, link
from netmoede_desktop.storage.tables.columns import instant_text
from netmoede_desktop.storage.tables.minutes_pdf import MinutesPdfRow
from netmoede_desktop.storage.tables.minutes_version import MinutesVersionRow
from netmoede_desktop.storage.values import StoredMinutes


class MinutesVersions:
    """The versions, inside one transaction. A version is added once and never changed; triggers see to it."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def prepare(self, meeting_id: str, content: str, approved: datetime, pdf_digest: str | None) -> StoredMinutes:
        """Return the next version, numbered and chained to the last one; nothing is stored."""
        versions = self.of_meeting(meeting_id)
        previous = versions[-1].digest if versions else ROOT
        number = len(versions) + 1
        digest = _digest(previous, meeting_id, number, content, approved)
        return StoredMinutes(meeting_id, number, content, approved, pdf_digest, digest)

    def add(self, minutes: StoredMinutes) -> None:
        """Store a prepared version. Raises `OutOfStep` if it is not the next one, or was changed since."""
        expected = self.prepare(minutes.meeting, minutes.content, minutes.approved, minutes.pdf_digest)
        if expected != minutes:
            raise OutOfStep(expected=expected.version, found=minutes.version)
        self._session.add(MinutesVersionRow.from_value(minutes))
        self._session.flush()

    def of_meeting(self, meeting_id: str) -> list[StoredMinutes]:
        """Return the meeting's versions, the first one first."""
        versions = select(MinutesVersionRow).where(MinutesVersionRow.meeting_id == meeting_id)
        rows = self._session.exec(versions.order_by(col(MinutesVersionRow.version)))
        return [row.to_value() for row in rows]

    def save_pdf(self, digest: str, meeting_id: str, version: int) -> None:
        """Record that the PDF of this SHA-256 was made of a version; does nothing where it is known."""
        if self._session.get(MinutesPdfRow, digest) is None:
            self._session.add(MinutesPdfRow(digest=digest, meeting_id=meeting_id, version=version))
            self._session.flush()

    def of_pdf(self, digest: str) -> tuple[str, int] | None:
        """Return the meeting and the version that the PDF of this SHA-256 was made of, None for any other file."""
        row = self._session.get(MinutesPdfRow, digest)
        return None if row is None else (row.meeting_id, row.version)

    def is_whole(self, meeting_id: str) -> bool:
        """Return True if the meeting's versions are numbered and chained as they were approved."""
        previous = ROOT
        for number, minutes in enumerate(self.of_meeting(meeting_id), start=1):
            previous = _digest(previous, meeting_id, number, minutes.content, minutes.approved)
            if (minutes.version, minutes.digest) != (number, previous):
                return False
        return True


def _digest(previous: str, meeting_id: str, version: int, content: str, approved: datetime) -> str:
    fields = {"meeting": meeting_id, "version": version, "content": content, "approved": instant_text(approved)}
    return link(previous, fields)
