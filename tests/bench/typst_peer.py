"""The same paper in Typst, which sets and tags papers too: measured where it is installed.

`.venv/bin/pip install --require-hashes -r installer/requirements-peers.txt` installs it. Typst remembers in the process
what it has set, so a paper that is made again with the same words says nothing of the time of a new one.
"""

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from typing import Any

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.localization.resources import resource_folder

_HEAD = """
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: (x: 51pt, top: 50pt, bottom: 62pt), numbering: "1")
#set text(font: "Noto Sans", size: 10.5pt, lang: "da")
#set par(leading: 4pt, spacing: 6.5pt)
#set table(stroke: (x, y) => (bottom: 0.5pt), columns: 1, inset: 5pt)
#show heading: set text(size: 12.5pt)
= #{title}
"""


def typst() -> Callable[[blocks.Document], bytes] | None:
    """Return what makes a PDF/UA-1 of a paper; None where Typst is not installed."""
    if importlib.util.find_spec("typst") is None:
        return None
    module: Any = importlib.import_module("typst")
    compiler = module.Compiler(font_paths=[str(resource_folder() / "fonts")], ignore_system_fonts=True)

    def made(document: blocks.Document) -> bytes:
        source = "\n".join(_markup(document)).encode()
        return bytes(compiler.compile(source, format="pdf", pdf_standards=["ua-1"]))

    return made


def _markup(document: blocks.Document) -> Iterator[str]:
    yield _HEAD.format(title=_string(document.title))
    for block in document.blocks:
        match block:
            case blocks.Heading():
                yield f"#heading(level: {block.level}, {_string(block.text)})"
            case blocks.Paragraph():
                yield f"{_runs(block.runs)}\n"
            case blocks.NoteBlock():
                yield f"*{_text(block.text)}*\n"
            case blocks.ListBlock():
                yield "\n".join(f"- {_runs(item)}" for item in block.items)
            case blocks.FactTable():
                facts = (f"[{_text(fact.label)}], [{_text(fact.value)}]" for fact in block.facts)
                yield f"#table(columns: (90pt, 1fr), {', '.join(facts)})"
            case blocks.Table():
                yield _table(block)


def _table(table: blocks.Table) -> str:
    weights = ", ".join(f"{column.weight}fr" for column in table.columns)
    heads = ", ".join(f"[{_text(column.title)}]" for column in table.columns)
    cells = (f"[{_cell(cell)}]" for row in table.rows for cell in row)
    return f"#table(columns: ({weights}), table.header({heads}), {', '.join(cells)})"


def _cell(cell: blocks.TableCell) -> str:
    return " \\ ".join(_runs(runs) for runs in cell.paragraphs)


def _runs(runs: tuple[blocks.Run, ...]) -> str:
    said = (f"#strong[{_text(run.text)}]" if run.tone is blocks.TextTone.STRONG else _text(run.text) for run in runs)
    return "".join(said)


def _text(text: str) -> str:
    return f"#{_string(text)}"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
