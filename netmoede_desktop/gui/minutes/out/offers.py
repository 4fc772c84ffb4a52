"""The choices for exporting a referat, and the values chosen. Values only; no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from netmoede_desktop.documents.papers import Format, MeetingPaper


class ExportPane(StrEnum):
    """The stops of the list beyond the sections: the ways out."""

    PRINT = "way:print"
    FILES = "way:files"
    VERSIONS = "way:versions"


@dataclass(frozen=True, slots=True)
class FileOffer:
    """A paper as a file: what it is called, what it is for, and why it cannot be made ("" where it can)."""

    paper: MeetingPaper
    format: Format
    title: str
    purpose: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """The papers to print, each with its number of copies, and the printer ("" for none)."""

    printer: str = ""
    copies: tuple[tuple[MeetingPaper, int], ...] = ()

    @property
    def papers(self) -> int:
        """How many papers that makes."""
        return sum(copies for _, copies in self.copies)


@dataclass(frozen=True, slots=True)
class PrintOffer:
    """The offer to print: the version it would be approved as (None: it is approved), the recipients, the printers.

    `printers` is None while they are being looked for.
    """

    version: int | None
    recipients: int
    printers: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """An approved version in words."""

    words: str


@dataclass(frozen=True, slots=True)
class GoState:
    """The state of the big button: whether its pane is open, the papers to print, and the work under way."""

    at_hand: bool
    approved: bool
    papers: int
    working: bool
    looking: bool
