"""How the papers are set: large enough to read, and pages that begin and end where they should."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.clean import bound
from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format, MeetingPaper, render
from netmoede_desktop.documents.render.boxes import Measure
from netmoede_desktop.documents.render.last_page import on_pages
from netmoede_desktop.documents.render.pagination import Pagination
from netmoede_desktop.documents.render.paint import Fonts
from netmoede_desktop.documents.render.pdf import to_pdf
from netmoede_desktop.documents.render.style import Styles
from netmoede_desktop.documents.render.typesetting import spoken
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import meeting
from tests.documents.validity import faults

_SIZE = re.compile(rb"/F\d+s\d+ ([\d.]+) Tf")


def _paper(*content: blocks.Block) -> bytes:
    mark = blocks.PageMark("", "fod")
    return to_pdf(blocks.Document("Prøve", "da-DK", "", "", content, mark, goes_on="{heading} – fortsat"))


def _paragraphs(count: int) -> tuple[blocks.Paragraph, ...]:
    return tuple(blocks.Paragraph(blocks.plain(f"Linje {number}.")) for number in range(count))


def _next_part() -> tuple[blocks.Block, ...]:
    return blocks.Heading(2, "Ny"), *_paragraphs(30)


def _pages(paper: bytes) -> list[list[str]]:
    """The lines of each page, without its foot."""
    document = pypdfium2.PdfDocument(paper)
    pages = [sheet.get_textpage().get_text_range().split("\r\n") for sheet in document]
    document.close()
    return [[line.strip() for line in lines if line.strip() != "fod"] for lines in pages]


@pytest.mark.parametrize(("kind", "ordinary"), [(MINUTES, 10.5), (AGREEMENTS, 12.0)])
def test_nothing_is_smaller_than_nine_points_and_ordinary_text_is_easy_to_read(
    kind: MeetingPaper, ordinary: float
) -> None:
    paper = render(kind, Format.PDF, meeting(), meeting_id="m", t=load("da"))
    with pikepdf.open(BytesIO(paper)) as file:
        sizes = [float(size) for sheet in file.pages for size in _SIZE.findall(sheet.Contents.read_bytes())]
    assert min(sizes) >= 9
    assert max(set(sizes), key=sizes.count) >= ordinary


def test_a_last_page_is_never_all_but_empty() -> None:
    for count in range(1, 130):
        *before, last = _pages(_paper(*_paragraphs(count)))
        assert not before or len(last) > 7, (count, last)


def test_a_last_page_is_pulled_back_where_the_spaces_give_room() -> None:
    measure = Measure(Styles())
    pulled = 0
    for count in range(30, 60):
        boxes = [measure.block(paragraph) for paragraph in _paragraphs(count)]
        plain = Pagination(Fonts())
        plain.place(boxes)
        if len(plain.pages) == 2 and len(plain.pages[1].lines) < 4:
            pages = on_pages(boxes)[1].pages
            assert len(pages) == 1 or len(pages[-1].lines) > 3
            pulled += len(pages) == 1
    assert pulled


def test_a_half_empty_last_page_is_saved_where_the_spaces_give_room() -> None:
    measure = Measure(Styles())
    saved = 0
    for count in range(30, 70):
        parts: list[blocks.Block] = [blocks.Heading(2, "Del"), *_paragraphs(1)] * count
        boxes = [measure.block(block) for block in parts]
        plain = Pagination(Fonts())
        plain.place(boxes)
        if len(plain.pages) > 1 and 8 <= len(plain.pages[-1].lines) < 14:
            saved += len(on_pages(boxes)[1].pages) < len(plain.pages)
    assert saved


def test_a_heading_has_two_lines_under_it() -> None:
    for count in range(30, 60):
        paper = _paper(*_paragraphs(count), blocks.Heading(2, "Overskrift"), *_paragraphs(30))
        for lines in _pages(paper):
            if "Overskrift" in lines:
                assert len(lines) - lines.index("Overskrift") > 2, count


def _table(rows: int, lines: int = 1) -> blocks.Table:
    cells = tuple((blocks.cell(f"Celle {number}x", *["mere"] * (lines - 1)),) for number in range(rows))
    return blocks.Table("Tabel", (blocks.TableColumn("Spalte"),), cells)


@pytest.mark.parametrize("rows", [2, 3, 4, 9, 12, 40])
def test_a_short_table_stays_whole_but_for_a_large_hole_and_goes_on_under_its_heading(rows: int) -> None:
    full = len(_pages(_paper(*_paragraphs(90)))[0])
    broken = 0
    for count in range(14, 44):
        after = _next_part()
        paper = _paper(*_paragraphs(count), blocks.Heading(2, "Overskrift"), _table(rows), *after)
        assert count % 10 or faults(paper) == []
        pages = _pages(paper)
        holding = [lines for lines in pages if any("Celle" in line for line in lines)]
        assert all("Spalte" in lines for lines in holding)
        assert all(lines[:2] == ["Overskrift – fortsat", "Spalte"] for lines in holding[1:])
        assert all(len([line for line in lines if "Celle" in line]) >= 2 for lines in holding), count
        assert "Overskrift" in holding[0]
        broken += len(holding) > 1
        assert holding[0] == pages[0] or len(pages[0]) > full * 0.7, (count, "a large hole")
    assert bool(broken) == (rows > 4)


def test_three_high_rows_leave_no_large_hole_and_two_of_them_stay_with_the_heading() -> None:
    full = len(_pages(_paper(*_paragraphs(90)))[0])
    heading, after = blocks.Heading(2, "Overskrift"), _next_part()
    for count in range(14, 44):
        pages = _pages(_paper(*_paragraphs(count), heading, _table(3, lines=4), *after))
        [first, *_] = [lines for lines in pages if any("Celle" in line for line in lines)]
        assert {"Overskrift", "Celle 0x", "Celle 1x"} <= set(first)
        assert first == pages[0] or len(pages[0]) > full * 0.7, (count, "a large hole")


@pytest.mark.parametrize("lengths", [(1,), (1, 1), (1, 2), (2, 1), (3,), (3, 1), (1, 3), (5, 1)])
def test_a_part_that_goes_on_has_two_lines_there(lengths: tuple[int, ...]) -> None:
    long = {1: "Kort.", 2: "Ord " * 30, 3: "Ord " * 50, 5: "Ord " * 95}
    end = tuple(blocks.Paragraph(blocks.plain(f"{long[length]} slut")) for length in lengths)
    for count in range(34, 54):
        parts: tuple[blocks.Block, ...] = (blocks.Heading(2, "Overskrift"), *_paragraphs(count), *end, *_next_part())
        for lines in _pages(_paper(*parts)):
            if "Overskrift – fortsat" in lines:
                until = lines.index("Ny") if "Ny" in lines else len(lines)
                assert until - lines.index("Overskrift – fortsat") > 2, (count, lines[:4])


@pytest.mark.parametrize("lengths", [(1, 1, 1), (3,), (1, 2, 1), (3, 1), (1, 3), (2, 2), (1, 1, 1, 1)])
def test_a_part_that_begins_at_the_foot_has_two_lines_here_and_two_there(lengths: tuple[int, ...]) -> None:
    long = {1: "Kort.", 2: "Ord " * 30, 3: "Ord " * 50}
    said = tuple(blocks.Paragraph(blocks.plain(long[length])) for length in lengths)
    for count in range(28, 50):
        parts: tuple[blocks.Block, ...] = (*_paragraphs(count), blocks.Heading(2, "Overskrift"), *said, *_next_part())
        first, *later = [lines for lines in _pages(_paper(*parts)) if any(line[:3] in ("Kor", "Ord") for line in lines)]
        for lines in (first, *later):
            assert len([line for line in lines if line[:3] in ("Kor", "Ord")]) >= 2, (count, lines)
        assert "Overskrift" in first


@pytest.mark.parametrize("items", [2, 3, 4, 9])
def test_a_list_that_goes_on_has_two_points_there(items: int) -> None:
    listed = blocks.ListBlock(tuple(blocks.plain(f"Punkt {number}") for number in range(items)))
    for count in range(28, 50):
        paper = _paper(
            *_paragraphs(count), blocks.Heading(2, "Overskrift"), listed, blocks.Heading(2, "Ny"), *_paragraphs(30)
        )
        for lines in _pages(paper):
            assert "\n".join(lines).count("Punkt") != 1, (count, lines)


def test_a_last_page_has_more_than_a_few_rows() -> None:
    for count in range(20, 80):
        cells = tuple((blocks.cell("Ord " * 40), blocks.cell(f"{number}")) for number in range(count))
        table = blocks.Table("Tabel", (blocks.TableColumn("Spalte", 3), blocks.TableColumn("Nr.")), cells)
        *before, last = _pages(_paper(blocks.Heading(2, "Overskrift"), table))
        assert not before or len([line for line in last if "Ord" in line]) > 3, (count, last)


def test_a_line_that_leads_a_table_stands_on_the_page_of_the_table() -> None:
    line = "Nr. 1–6 er fra sidst."
    for count in range(20, 60):
        cells = tuple((blocks.cell(f"Celle {number}"),) for number in range(6))
        leading = blocks.Paragraph(blocks.plain(line), leads=True)
        table = blocks.Table("Tabel", (blocks.TableColumn("Spalte"),), cells)
        for lines in _pages(_paper(*_paragraphs(count), blocks.Heading(2, "Overskrift"), leading, table)):
            if line in lines:
                assert lines[lines.index(line) :][:3] == [line, "Spalte", "Celle 0"]
                assert "Overskrift" in lines


def test_a_new_part_on_a_new_page_has_only_its_own_heading() -> None:
    for count in range(40, 50):
        parts: tuple[blocks.Block, ...] = (
            blocks.Heading(2, "Første"),
            *_paragraphs(count),
            blocks.Heading(2, "Anden"),
            *_paragraphs(5),
        )
        for lines in _pages(_paper(*parts)):
            assert lines[0] != "Første – fortsat" or lines[1] != "Anden"


@pytest.mark.parametrize(
    "text",
    ["kl. 14.30", "Kl. 9", "15. september", "3. klasse", "nr. 12", "ca. 20", "10 minutter", "H. C. Lund", "2 uger"],
)
def test_what_belongs_together_stands_on_one_line(text: str) -> None:
    measure, style = Measure(Styles()), Styles().body
    assert bound(text) == text.replace(" ", "\u00a0")
    for width in range(90, 400, 7):
        lines = [spoken(line.pieces) for line in measure.line(f"Vi mødes igen onsdag {text} i lokalet", style, width)]
        assert any(bound(text) in line for line in lines), lines


def test_no_head_of_a_column_is_broken() -> None:
    columns = (
        blocks.TableColumn("Nr."),
        blocks.TableColumn("Hvad", 9),
        blocks.TableColumn("Hvem", 5),
        blocks.TableColumn("Hvordan gik det"),
    )
    row = tuple(blocks.cell("ord " * 60) for _ in columns)
    assert any("Hvordan gik det" in line for line in _pages(_paper(blocks.Table("T", columns, (row,))))[0])
