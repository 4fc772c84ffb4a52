"""The small tree of blocks a paper is made of: content and order, never appearance.

Every text in a block is clean (see `content.clean`): no control characters, no line breaks, composed letters.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netmoede_desktop.documents.content.drawing import Sketch


class TextTone(StrEnum):
    """How loud a piece of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one tone. Runs of a paragraph follow each other without a space between them."""

    text: str
    tone: TextTone = TextTone.PLAIN


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text.

    `follows` says that it goes on from the paragraph before it, closer than usual; `leads` that it is kept with what
    comes after it, on the same page.
    """

    runs: tuple[Run, ...]
    follows: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 for a section, 3 for a part of one. Level 1 is the title of the document, or of each letter in
    a document that is not `Document.headed`.
    """

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts on top: a label and its value."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class FactTable:
    """The facts on top of the paper, in reading order. `title` names them for screen readers.

    They stand two beside each other between two lines, or, with `narrow`, under each other without lines.
    """

    facts: tuple[Fact, ...]
    title: str = ""
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A table cell: one or more paragraphs under each other."""

    paragraphs: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column with its heading; `weight` is its share of the width when space is short."""

    title: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has a cell for every column. `title` names it for screen readers."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with bullets, or with another `sign` before each item, such as a box to tick."""

    items: tuple[tuple[Run, ...], ...]
    sign: str = "•"


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A boxed remark about the paper itself, such as that it is a draft."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing. `alternative` says all that it shows: to those who do not see it, and where nothing can be drawn."""

    alternative: str
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on with a pen, after its label."""

    label: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page: the next block begins a new one."""


class Frame(StrEnum):
    """The edge or ground of a panel."""

    NONE = "none"
    LINE = "line"
    DASHED = "dashed"
    TINT = "tint"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Panel:
    """Blocks in a frame, none of them `Columns`; `weight` is its share of the width."""

    blocks: "tuple[Block, ...]"
    frame: Frame = Frame.NONE
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels beside each other, all as high as the highest, read from left to right and kept on one page."""

    panels: tuple[Panel, ...]


ColumnBlock = Paragraph | Heading | Table | ListBlock | NoteBlock | Figure


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks in `count` columns of the same width, read down the first and then down the next, as in a newspaper."""

    blocks: tuple[ColumnBlock, ...]
    count: int = 2


Block = ColumnBlock | FactTable | Columns | Blank | PageBreak | Panels


@dataclass(frozen=True, slots=True)
class PageMark:
    """The bottom line of every page; `page` holds `{page}` and `{pages}`."""

    left: str
    page: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `large` asks for bigger type; `draft` is the word on each page of one that is not approved, or "".

    `goes_on` holds `{heading}`: what a page begins with where a part goes on from the page before; else empty. `day` is
    the day the paper is about. `points` is the size of the running text where it is fixed, with no text but the page
    line below it; 0 for the usual one. One that is not `headed` begins with its blocks: the title is that of the file.
    """

    title: str
    language: str
    confidential: str
    subtitle: str
    blocks: tuple[Block, ...]
    mark: PageMark
    draft: str = ""
    large: bool = False
    goes_on: str = ""
    day: date | None = None
    points: float = 0.0
    headed: bool = True


def plain(text: str) -> tuple[Run, ...]:
    """Return one plain run with the text."""
    return (Run(text),)


def cell(*lines: str | Run) -> TableCell:
    """Return a cell with a paragraph per non-empty line."""
    runs = (line if isinstance(line, Run) else Run(line) for line in lines)
    return TableCell(tuple((run,) for run in runs if run.text))
