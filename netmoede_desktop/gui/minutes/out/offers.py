"""What can come of a referat, and what was chosen of it. Values only; no Qt."""

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
    """What is to be printed, each paper in so many copies, and on which printer ("" where there is none)."""

    printer: str = ""
    copies: tuple[tuple[MeetingPaper, int], ...] = ()

    @property
    def papers(self) -> int:
        """How many papers that makes."""
        return sum(copies for _, copies in self.copies)


@dataclass(frozen=True, slots=True)
class PrintOffer:
    """What can be printed: the version it would be approved as (None: it is approved), who gets it, the printers.

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
    """What the big button is about: whether its pane is open, the papers to print, and what goes on meanwhile."""

    at_hand: bool
    approved: bool
    papers: int
    working: bool
    looking: bool
