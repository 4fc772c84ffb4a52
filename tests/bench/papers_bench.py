"""How long a six-page referat takes: ours with tags, plain ReportLab, Word, LibreOffice, and Typst.

All are made in turn in the same run. LibreOffice makes a PDF of our own Word file; Typst makes one of the same blocks,
tagged as ours is, once with every word new and once with one text changed, since it remembers the rest. Both are
measured where they are installed; where they are not, the line says so. The control makes the tagged paper five times
and must miss the target.
"""

import itertools
import json
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.minutes.referat import referat
from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format, render
from netmoede_desktop.documents.render.pdf import to_pdf
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from tests.bench.typst_peer import typst
from tests.documents.meetings import agreement, meeting, note

MOST_TIMES_PLAIN = 1.6
LEAST_TIMES_FASTER = 10.0
_TYPST, _TYPST_AGAIN = "Typst, tagged, every word new", "Typst, tagged, one text changed"
RUNS = 15
_OFFICE_RUNS = 3
_WORDS = "Vi har talt om, hvordan hverdagen kan blive roligere, og om hvem der kan hjælpe, når der er uro hjemme. "


def main() -> int:
    """Measure, print a table and JSON lines, and return 1 when a target is missed."""
    record, t = _six_pages(), load("da")
    tree = referat(record, t)
    _register_fonts()
    ways: dict[str, Callable[[], bytes]] = {
        "referat, tagged": lambda: to_pdf(referat(record, t)),
        "plain ReportLab, same content": lambda: _plain(tree),
        "control: tagged five times": lambda: b"".join(to_pdf(referat(record, t)) for _ in range(5)),
        "aftaleoversigt, tagged": lambda: render(AGREEMENTS, Format.PDF, record, meeting_id="b", t=t),
        "referat as Word": lambda: render(MINUTES, Format.DOCX, record, meeting_id="b", t=t),
        "meeting.json": lambda: render(MINUTES, Format.JSON, record, meeting_id="b", t=t),
    }
    peer = typst()
    if peer:
        ways |= _in_typst(peer, tree)
    first = _timed(ways["referat, tagged"])
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            times[name].append(_timed(way))
    medians = {name: statistics.median(values) for name, values in times.items()}
    return _report(medians, first, _pages(ways["referat, tagged"]()), _office(ways["referat as Word"]()))


def _report(medians: dict[str, float], first: float, pages: int, office: float | None) -> int:
    tagged, plain = medians["referat, tagged"], medians["plain ReportLab, same content"]
    ratio, control = tagged / plain, medians["control: tagged five times"] / plain
    print(f"Papers: {pages} pages, medians of {RUNS} runs in one process; the first one took {first:.1f} ms")
    for name, milliseconds in medians.items():
        print(f"  {name:<32} {milliseconds:8.1f} ms")
    print(f"  tagged / plain ReportLab         {ratio:8.2f}     target <= {MOST_TIMES_PLAIN}, control {control:.2f}")
    faster = office / tagged if office else None
    if office and faster:
        print(f"  LibreOffice, Word to PDF         {office:8.1f} ms  {faster:.0f} times slower, target >= 10")
    else:
        print("  LibreOffice, Word to PDF         SKIPPED: soffice is not installed")
    if _TYPST in medians:
        print(f"  tagged / Typst, every word new   {tagged / medians[_TYPST]:8.2f}     a peer, no target")
    else:
        print("  Typst                            SKIPPED: not installed; see tests/bench/typst_peer.py")
    for name, milliseconds in medians.items():
        print(json.dumps({"bench": "papers", "what": name, "ms": round(milliseconds, 2)}, ensure_ascii=False))
    print(json.dumps({"bench": "papers", "pages": pages, "times_plain": round(ratio, 3), "times_faster": faster}))
    missed = ratio > MOST_TIMES_PLAIN or (faster is not None and faster < LEAST_TIMES_FASTER)
    if control <= MOST_TIMES_PLAIN:
        print("  The control met the target: this measures nothing.")
    return 1 if missed or control <= MOST_TIMES_PLAIN else 0


def _in_typst(made: Callable[[blocks.Document], bytes], tree: blocks.Document) -> dict[str, Callable[[], bytes]]:
    """Typst with papers it has not made before: all of their words are new, or those of the last paragraph alone."""
    numbers = itertools.count(1)
    return {
        _TYPST: lambda: made(_numbered(tree, next(numbers), 0)),
        _TYPST_AGAIN: lambda: made(_numbered(tree, next(numbers), _last_paragraph(tree))),
    }


def _last_paragraph(tree: blocks.Document) -> int:
    return max(place for place, block in enumerate(tree.blocks) if isinstance(block, blocks.Paragraph))


def _numbered(tree: blocks.Document, number: int, first: int) -> blocks.Document:
    """The paper with a number in every text of the paragraphs and tables from one block on."""
    changed = (_with(block, f" {number}") if place >= first else block for place, block in enumerate(tree.blocks))
    return replace(tree, blocks=tuple(changed))


def _with(block: blocks.Block, end: str) -> blocks.Block:
    match block:
        case blocks.Paragraph():
            return replace(block, runs=(*block.runs, blocks.Run(end)))
        case blocks.Table():
            cells = (tuple(_cell_with(cell, end) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(cells))
        case _:
            return block


def _cell_with(cell: blocks.TableCell, end: str) -> blocks.TableCell:
    return blocks.TableCell(tuple((*runs, blocks.Run(end)) for runs in cell.paragraphs))


def _timed(way: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    way()
    return (time.perf_counter() - start) * 1000


def _six_pages() -> MeetingRecord:
    base = meeting()
    notes = tuple(
        note(part.id, who.id, _WORDS * 3) for part in base.parts[1:] for who in base.people[:9] if part.id != "d11"
    )
    agreements = tuple(agreement(number, _WORDS, "kirsten") for number in range(1, 13))
    return meeting(notes=notes, agreements=agreements)


def _pages(paper: bytes) -> int:
    with pikepdf.open(BytesIO(paper)) as file:
        return len(file.pages)


def _register_fonts() -> None:
    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(resource_folder() / "fonts" / f"{name}.ttf")))


def _plain(tree: blocks.Document) -> bytes:
    """The same words with ReportLab's own paragraphs and tables, in the same sizes, without tags."""
    body = ParagraphStyle(
        "body", fontName="NotoSans-Regular", fontSize=9.5, leading=14, bulletFontName="NotoSans-Regular"
    )
    heading = ParagraphStyle(
        "heading", parent=body, fontName="NotoSans-Bold", fontSize=11.5, spaceBefore=17, keepWithNext=1
    )
    story: list[Flowable] = [Paragraph(escape(tree.title), heading), Spacer(1, 6)]
    for block in tree.blocks:
        match block:
            case blocks.Heading():
                story.append(Paragraph(escape(block.text), heading))
            case blocks.Paragraph():
                story.append(Paragraph(_marked(block.runs), body))
            case blocks.NoteBlock():
                story.append(Paragraph(escape(block.text), body))
            case blocks.ListBlock():
                story += [Paragraph(_marked(item), body, bulletText="•") for item in block.items]
            case blocks.FactTable():
                rows = [
                    [Paragraph(escape(fact.label), body), Paragraph(escape(fact.value), body)] for fact in block.facts
                ]
                story.append(Table(rows, colWidths=[90, 400]))
            case blocks.Table():
                story.append(_plain_table(block, body))
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, leftMargin=51, rightMargin=51, topMargin=50, bottomMargin=62).build(story)
    return file.getvalue()


def _plain_table(block: blocks.Table, body: ParagraphStyle) -> Table:
    rows = [[Paragraph(escape(column.title), body) for column in block.columns]]
    rows += [[Paragraph("<br/>".join(map(_marked, cell.paragraphs)), body) for cell in row] for row in block.rows]
    total = sum(column.weight for column in block.columns)
    widths = [493 * column.weight / total for column in block.columns]
    lines = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, "#D5D3CC"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return Table(rows, colWidths=widths, repeatRows=1, style=lines)


def _marked(runs: tuple[blocks.Run, ...]) -> str:
    said = ""
    for run in runs:
        text = escape(run.text)
        said += f'<font name="NotoSans-Bold">{text}</font>' if run.tone is blocks.TextTone.STRONG else text
    return said


def _office(word: bytes) -> float | None:
    """The median time LibreOffice takes for our Word file, in milliseconds; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    times = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "referat.docx").write_bytes(word)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/referat.docx"]
        for _ in range(_OFFICE_RUNS + 1):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


if __name__ == "__main__":
    raise SystemExit(main())
