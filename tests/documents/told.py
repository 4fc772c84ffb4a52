"""Papers as lines of plain text, for the tests of what they say."""

from collections.abc import Iterable

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.minutes.referat import referat
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import meeting

DANISH = load("da")


def told(document: blocks.Document) -> list[str]:
    """The document as lines of plain text: `#` before headings, `|` between cells, `*` before list items."""
    return _told(document.blocks)


def _told(content: Iterable[blocks.Block]) -> list[str]:
    lines: list[str] = []
    for block in content:
        match block:
            case blocks.Heading():
                lines.append("#" * block.level + " " + block.text)
            case blocks.Paragraph():
                lines.append(_said(block.runs))
            case blocks.NoteBlock():
                lines.append("! " + block.text)
            case blocks.FactTable():
                lines += [f"{fact.label}: {fact.value}" for fact in block.facts]
            case blocks.ListBlock():
                lines += ["* " + _said(item) for item in block.items]
            case blocks.Table():
                lines.append(" | ".join(column.title for column in block.columns))
                lines += [" | ".join(" / ".join(map(_said, cell.paragraphs)) for cell in row) for row in block.rows]
            case blocks.Figure():
                lines.append(f"[{block.alternative}]")
            case blocks.Columns():
                lines += _told(block.blocks)
            case blocks.Panels():
                lines += [line for panel in block.panels for line in _told(panel.blocks)]
            case blocks.Blank():
                lines.append(f"{block.label} ____".strip())
            case blocks.PageBreak():
                lines.append("----")
    return [line.replace("\u00a0", " ") for line in lines]


def _said(runs: tuple[blocks.Run, ...]) -> str:
    return "".join(run.text for run in runs)


def lines_of(**changes: object) -> list[str]:
    return told(referat(meeting(**changes), DANISH))


def section(lines: list[str], title: str) -> list[str]:
    start = lines.index(f"## {title}") + 1
    end = next((at for at in range(start, len(lines)) if lines[at].startswith("## ")), len(lines))
    return lines[start:end]
