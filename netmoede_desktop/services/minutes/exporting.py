"""Papers out of the vault: rendered from the facts of a meeting, logged, and written through `FilesOut`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.documents.papers import Format, MeetingPaper, render
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, load
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.files.files_out import FilesOut, May
from netmoede_desktop.services.minutes.minutes import current_minutes, digest_of, log_with_reason
from netmoede_desktop.storage.values import AuditAct
from netmoede_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from netmoede_desktop.documents.missing_letters import MissingLetters


class UnknownMeeting(Exception):
    """There is no meeting with this id in the vault."""


class ExportChannel(StrEnum):
    """How a paper leaves the vault, as the audit log has it."""

    FILE = "exported"
    PRINTER = "printed"


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """The request for a paper: which meeting, which paper, how it leaves, and who asks.

    `reason` is why it may go out though it may give away a protected address, "" where nothing is against it.
    """

    meeting: str
    paper: MeetingPaper
    format: Format
    way: ExportChannel = ExportChannel.FILE
    actor: Actor = Actor.COMMAND_LINE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """The command line's request for a paper: which meeting, which paper, into which file, and what it may replace."""

    meeting: str
    paper: MeetingPaper
    format: Format
    file: Path
    may: May = May.PAPERS


def export(vault: Vault, asked: Export, files: FilesOut, now: datetime) -> None:
    """Make the paper, log that it was made, and write it.

    Raises `PlaceRefused` before anything is logged, `UnknownMeeting`, `PaperProblem`, `StorageProblem`, or OSError when
    the file cannot be written.
    """
    files.check(asked.file, asked.may)
    files.write(asked.file, paper_out(vault, PaperAsked(asked.meeting, asked.paper, asked.format), now), asked.may)


def paper_out(vault: Vault, asked: PaperAsked, now: datetime) -> bytes:
    """Make the paper of the current minutes, stamped where approved, log that it leaves, and return it.

    Nothing is logged where the vault is open for reading alone. Raises `UnknownMeeting`, `PaperProblem` or
    `StorageProblem`; nothing is logged then either.
    """
    try:
        current = current_minutes(vault, asked.meeting)
    except (KeyError, UnicodeEncodeError) as error:  # an id that is no UTF-8 is no id of ours
        raise UnknownMeeting(asked.meeting) from error
    content = render_paper(asked.paper, asked.format, asked.meeting, current.facts, current.stamp)
    if vault.reading_only is not None:
        return content  # where no byte can be written, none can be in the log either
    detail: dict[str, object] = {"document": asked.paper.kind, "format": asked.format.value}
    with vault.transaction() as store:
        if current.version is not None:
            detail["version"] = current.version.version
            if asked.format is Format.PDF:
                store.minutes.save_pdf(digest_of(content), asked.meeting, current.version.version)
        act = AuditAct(now, asked.actor, asked.way, current.case_id, asked.meeting, detail=detail)
        log_with_reason(store, act, asked.reason)
    return content


def missing_letters(
    vault: Vault, meeting: str, paper: MeetingPaper, file_format: Format
) -> "tuple[MissingLetters, ...]":
    """Return the letters of a meeting's paper that cannot be drawn. Raises KeyError or a `StorageProblem`."""
    if file_format is not Format.PDF:
        return ()
    return missing_in(current_minutes(vault, meeting).facts, paper, file_format)


def missing_in(facts: MeetingRecord, paper: MeetingPaper, file_format: Format) -> "tuple[MissingLetters, ...]":
    """Return the letters of a paper that cannot be drawn; searches the fonts of the machine where it must."""
    with one_at_a_time:
        from netmoede_desktop.documents.missing_letters import missing_in_paper
    names = (person.name for person in facts.people)
    return missing_in_paper(paper, file_format, facts, names, load(SOURCE_LANGUAGE))


def render_paper(
    paper: MeetingPaper, file_format: Format, meeting_id: str, facts: MeetingRecord, stamp: Stamp | None = None
) -> bytes:
    """Return a paper as bytes. Papers are Danish. Raises `PaperProblem`."""
    return render(paper, file_format, facts, meeting_id=meeting_id, t=load(SOURCE_LANGUAGE), stamp=stamp)
