"""Figures and columns on paper: tagged, whole, in reading order, and never over the edge of their place."""

import ctypes
import re
import zipfile
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.bar_chart import Bar, BarChart
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.content.drawing import BoxShape, Drawing, LineShape, Point, TextShape
from netmoede_desktop.documents.content.quotation import set_alike
from netmoede_desktop.documents.render.docx import to_docx
from netmoede_desktop.documents.render.figures import FigureBox, FigureMeasure, PlacedLine
from netmoede_desktop.documents.render.pdf import to_pdf
from netmoede_desktop.documents.render.style import (
    BOTTOM,
    COLUMN_GAP,
    HEADING,
    INK,
    LEFT,
    MUTED,
    PAGE_HEIGHT,
    RIGHT,
    TOP,
    WIDTH,
    Styles,
)
from netmoede_desktop.documents.render.typesetting import Typesetter
from netmoede_desktop.localization.catalogue import load
from tests.documents.drawings import NAMES, every_shape, long_bars, network_map
from tests.documents.tagged import elements
from tests.documents.validity import faults

FIGURES = {"network map": network_map(), "bar chart": long_bars(), "every shape": every_shape()}
_MARK = blocks.PageMark("", "fod")


def _document(*content: blocks.Block, large: bool = False) -> blocks.Document:
    return blocks.Document("Prøve", "da-DK", "", "", content, _MARK, large=large, goes_on="{heading} – fortsat")


def _paper(*content: blocks.Block, large: bool = False) -> bytes:
    return to_pdf(_document(*content, large=large))


def _line(number: int) -> blocks.Paragraph:
    return blocks.Paragraph(blocks.plain(f"Linje {number} med så mange ord, at den brydes i en spalte."))


def _figures(paper: bytes) -> list[tuple[str, list[float]]]:
    """The alternative and the bounds of every figure, in reading order."""
    with pikepdf.open(BytesIO(paper)) as file:
        nodes = [node for node in file.Root.StructTreeRoot.K.K if node.S == "/Figure"]
        return [(str(node.Alt), [float(edge) for edge in node.A.BBox]) for node in nodes]


def _measured(figure: blocks.Figure, width: float = WIDTH) -> FigureBox:
    return FigureMeasure(Styles().figure, Typesetter()).figure(figure, width)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("large", [False, True])
def test_a_figure_is_tagged_with_its_alternative_and_its_place(name: str, *, large: bool) -> None:
    figure = FIGURES[name]
    paper = _paper(_line(1), figure, _line(2), large=large)
    assert faults(paper) == []
    ((alternative, (left, bottom, right, top)),) = _figures(paper)
    assert alternative == figure.alternative
    assert LEFT - 0.01 <= left < right <= RIGHT + 0.01
    assert PAGE_HEIGHT - BOTTOM <= bottom < top <= PAGE_HEIGHT - TOP
    assert [tag for tag, _ in elements(paper)] == ["/H1", "/P", "/Figure", "/P"]


def test_the_validator_finds_a_figure_without_an_alternative() -> None:
    lost = _paper(blocks.Figure("", Drawing(10, 10, (LineShape(Point(0, 0), Point(9, 9)),))))
    assert {fault.partition(":")[0] for fault in faults(lost)} == {"ua1"}


def test_nothing_of_a_figure_is_decoration_and_all_of_it_is_one_piece() -> None:
    with pikepdf.open(BytesIO(_paper(every_shape()))) as file:
        content = file.pages[0].Contents.read_bytes().decode()
    (begun,) = re.findall(r"/Figure <</MCID \d+>> BDC\n(.*?)Q EMC", content, re.DOTALL)
    assert "/Artifact" not in begun
    assert {"c", "re", "l", "Tj", "d", "f"} <= set(begun.split())


@pytest.mark.parametrize("name", FIGURES)
def test_every_text_of_a_figure_is_written_whole_within_its_bounds(name: str) -> None:
    paper = _paper(FIGURES[name])
    ((_, (left, bottom, right, top)),) = _figures(paper)
    document = pypdfium2.PdfDocument(paper)
    bounds = [found.get_bounds() for found in document[0].get_objects(max_depth=3) if found.type in (1, 2)]
    inside = [edges for edges in bounds if edges[1] > bottom - 3 and edges[3] < top + 3]
    assert len(inside) == len(bounds) - 2, "all but the title and the foot of the page"
    assert all(edges[0] > left - 1 and edges[2] < right + 1 for edges in inside)
    document.close()
    drawn = dict(elements(paper))["/Figure"]
    if name == "network map":
        assert all(one_line(person).replace(" ", "") in drawn.replace(" ", "") for person in NAMES[:-1])
        assert len(re.findall("[\u0600-\u06ff]", drawn)) == len(NAMES[-1].replace(" ", ""))


def test_a_turned_text_runs_along_its_line_and_its_next_line_stands_under_it() -> None:
    up = TextShape("nedefra opad", Point(50, 100), 45, turn=90)
    paper = _paper(blocks.Figure("En tekst, der går opad.", Drawing(100, 200, (up,))))
    ((_, (left, _, _, top)),) = _figures(paper)
    document = pypdfium2.PdfDocument(paper)
    texts = document[0].get_textpage()
    whole = texts.get_text_range()
    first, last, second = (texts.get_charbox(whole.index(part)) for part in ("nedefra", "a opad", "opad"))
    document.close()
    assert first[0] == pytest.approx(last[0], abs=3)
    assert first[1] < last[1]
    assert second[0] - first[0] == pytest.approx(12, abs=3)
    assert first[1] == pytest.approx(top - 100, abs=2)
    assert first[0] - left < 50


def test_the_lines_of_a_text_stand_under_each_other_about_its_point() -> None:
    paper = _paper(blocks.Figure("To linjer.", Drawing(100, 60, (TextShape("øverst nederst", Point(0, 30), 45),))))
    ((_, (_, _, _, top)),) = _figures(paper)
    document = pypdfium2.PdfDocument(paper)
    texts = document[0].get_textpage()
    whole = texts.get_text_range()
    upper, lower = (texts.get_charbox(whole.index(part)) for part in ("øverst", "nederst"))
    document.close()
    assert upper[1] > top - 30 > lower[1]


def test_what_follows_a_figure_has_its_own_colour() -> None:
    label = TextShape("sidst i figuren", Point(0, 10), 200)
    paper = _paper(blocks.Heading(2, "Over"), blocks.Figure("Et ord.", Drawing(200, 20, (label,))), _line(7))
    document = pypdfium2.PdfDocument(paper)
    colors = []
    for found in document[0].get_objects(max_depth=3):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        assert pypdfium2.raw.FPDFPageObj_GetFillColor(found, red, green, blue, alpha)
        colors.append(f"#{red.value:02X}{green.value:02X}{blue.value:02X}")
    document.close()
    assert colors[-3:] == [INK, INK, MUTED]
    assert HEADING in colors


@pytest.mark.parametrize("name", ["network map", "bar chart"])
def test_twenty_long_names_and_ten_long_labels_stand_apart_in_the_ordinary_size(name: str) -> None:
    box = _measured(FIGURES[name])
    assert box.scale == 1.0
    lines = [part for part in box.parts if isinstance(part, PlacedLine)]
    for number, one in enumerate(lines):
        for other in lines[number + 1 :]:
            apart = max(other.start.x - one.start.x - one.line.width, one.start.x - other.start.x - other.line.width)
            assert apart > 0 or abs(one.start.y - other.start.y) >= 11.9


def test_a_figure_too_large_for_its_place_is_made_smaller_as_a_whole() -> None:
    far = Drawing(3000, 20, (LineShape(Point(0, 0), Point(3000, 20)), TextShape("ude til højre", Point(2990, 10), 200)))
    tall = Drawing(20, 5000, (TextShape("helt nede", Point(0, 4990), 200),))
    for drawing in (far, tall):
        box = _measured(blocks.Figure("Stor.", drawing))
        assert box.scale < 1
        assert box.width <= WIDTH + 0.01
        paper = _paper(_line(1), blocks.Heading(2, "Figur"), blocks.Figure("Stor.", drawing), _line(2))
        assert faults(paper) == []
        ((_, bounds),) = _figures(paper)
        assert bounds[1] >= PAGE_HEIGHT - BOTTOM - 0.01


def test_a_figure_stays_whole_and_its_heading_with_it() -> None:
    for count in range(20, 46):
        lines = tuple(map(_line, range(count)))
        paper = _paper(*lines, blocks.Heading(2, "Figurens overskrift"), every_shape(), *lines)
        ((_, (_, bottom, _, _)),) = _figures(paper)
        assert bottom >= PAGE_HEIGHT - BOTTOM - 0.01
        with pikepdf.open(BytesIO(paper)) as file:
            nodes = [node for node in file.Root.StructTreeRoot.K.K if node.S in ("/Figure", "/H2")]
            assert nodes[0].Pg.objgen == nodes[1].Pg.objgen


def test_bars_are_as_long_as_their_values() -> None:
    bars = (Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0, "0"))
    parts = _measured(blocks.Figure("Tre.", BarChart(bars))).parts
    lengths = [part.width for part in parts if isinstance(part, BoxShape)]
    assert lengths[1] == pytest.approx(lengths[0] / 2)
    assert lengths[2] == 0
    for empty in ((), (Bar("a", 0, "0"),)):
        assert faults(_paper(blocks.Figure("Tom.", BarChart(empty)))) == []
    with pytest.raises(ValueError, match="shorter than nothing"):
        BarChart((Bar("a", -1, "-1"),))


@given(st.lists(st.tuples(st.text(max_size=60), st.floats(0, 1e12), st.text(max_size=20)), max_size=12))
@settings(max_examples=40)
def test_whatever_a_chart_is_of_it_is_valid_and_within_the_page(rows: list[tuple[str, float, str]]) -> None:
    bars = tuple(Bar(one_line(label), value, one_line(amount)) for label, value, amount in rows)
    paper = _paper(blocks.Figure("Søjler.", BarChart(bars)))
    assert faults(paper) == []
    ((_, (left, _, right, _)),) = _figures(paper)
    assert LEFT - 0.01 <= left <= right <= RIGHT + 0.01


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_down_one_after_the_other_and_end_alike(count: int) -> None:
    lines = tuple(map(_line, range(3, 27)))
    paper = _paper(_line(1), blocks.Columns(lines, count), _line(99))
    assert faults(paper) == []
    said = [text.split(" med")[0] for tag, text in elements(paper) if text.startswith("Linje")]
    assert said == ["Linje 1", *(f"Linje {number}" for number in range(3, 27)), "Linje 99"]
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 1
    texts = document[0].get_textpage()
    edges = [texts.get_rect(number) for number in range(texts.count_rects())]
    document.close()
    step = (WIDTH + COLUMN_GAP) / count
    columns = [[edge[1] for edge in edges if LEFT - 1 < edge[0] - at * step < LEFT + step - 5] for at in range(count)]
    ends = [sorted(bottom for bottom in column if bottom > 60) for column in columns]
    assert ends[0][0] < min(map(min, ends[1:])), "the line after the columns is under them all"
    feet = [ends[0][1], *(found[0] for found in ends[1:])]
    assert max(feet) - min(feet) < 2 * 14.5 + 3


@pytest.mark.parametrize("before", [0, 20, 33, 36, 40])
def test_columns_go_on_over_the_page_with_nothing_lost_or_over_the_edge(before: int) -> None:
    cells = tuple((blocks.cell(f"Celle {number}"), blocks.cell("mere tekst")) for number in range(20))
    table = blocks.Table("Tabel", (blocks.TableColumn("Nr."), blocks.TableColumn("Hvad")), cells)
    tall = blocks.Table("Høj", (blocks.TableColumn("Nr."),), ((blocks.cell(*(f"Del {n}." for n in range(90))),),))
    children: tuple[blocks.ColumnBlock, ...] = (
        blocks.Heading(2, "Først"),
        *map(_line, range(100, 124)),
        blocks.ListBlock(tuple(map(blocks.plain, NAMES))),
        blocks.Heading(2, "Så"),
        table,
        every_shape(),
        blocks.NoteBlock("Husk."),
        long_bars(),
        tall,
    )
    paper = _paper(*map(_line, range(before)), blocks.Columns(children), _line(99))
    assert faults(paper) == []
    read = [text for tag, text in elements(paper) if tag in ("/P", "/H2", "/LBody", "/TH", "/TD", "/Figure")]
    told = " ".join(text.split(" med")[0] for text in read)
    places = [told.index(part) for part in ("Først", "Linje 100", "Linje 123", NAMES[0], "Så", "Celle 0", "Celle 19")]
    assert places == sorted(places)
    assert [told.count(f"Del {number}.") for number in range(90)] == [1] * 90
    assert read[-1].startswith("Linje 99")
    document = pypdfium2.PdfDocument(paper)
    for sheet in document:
        bounds = [found.get_bounds() for found in sheet.get_objects(max_depth=3) if found.type == 1]
        assert all(left > 49 and right < 546 and bottom > 15 and top < 800 for left, bottom, right, top in bounds)
        texts = sheet.get_textpage()
        lines = [texts.get_rect(number) for number in range(texts.count_rects())]
        for number, (left, bottom, right, top) in enumerate(lines):
            for other in lines[number + 1 :]:
                wide = min(right, other[2]) - max(left, other[0])
                high = min(top, other[3]) - max(bottom, other[1])
                assert wide <= 2 or high <= 3.5 or top - bottom > 20, (wide, high)
    document.close()


def test_what_follows_columns_is_under_the_longest_of_them() -> None:
    paper = _paper(blocks.Columns((every_shape(), _line(1))), _line(99))
    ((_, (_, bottom, right, _)),) = _figures(paper)
    assert right < LEFT + WIDTH / 2
    document = pypdfium2.PdfDocument(paper)
    texts = document[0].get_textpage()
    tops = [texts.get_charbox(found.start())[3] for found in re.finditer("Linje", texts.get_text_range())]
    document.close()
    assert len(tops) == 2
    assert tops[0] > bottom > tops[1]


def test_columns_leave_the_page_as_wide_as_it_was() -> None:
    wide = blocks.Paragraph(blocks.plain("ord " * 60))
    alone = _paper(wide)
    for columns in (blocks.Columns(()), blocks.Columns((_line(1),)), blocks.Columns((_line(1),), 1)):
        text = [said for _, said in elements(_paper(columns, wide))][-1]
        assert text == [said for _, said in elements(alone)][-1]
        document = pypdfium2.PdfDocument(_paper(columns, wide))
        page = document[0].get_textpage()
        rights = [page.get_rect(number)[2] for number in range(page.count_rects())]
        document.close()
        assert max(rights) > RIGHT - 30


def test_a_figure_in_word_is_its_alternative_and_columns_are_columns() -> None:
    children = (_line(1), every_shape(), _line(2))
    file = to_docx(_document(network_map(), blocks.Columns(children, 3), _line(3)))
    with zipfile.ZipFile(BytesIO(file)) as package:
        body = package.read("word/document.xml").decode()
    said = re.sub("<[^>]+>", "", body)
    places = [said.index(part) for part in ("Netværkskort over 20", "Linje 1", "En pil fra", "Linje 2", "Linje 3")]
    assert places == sorted(places)
    assert re.findall(r'<w:cols[^>]*w:num="(\d)"', body) == ["3", "1"]
    assert to_docx(_document(network_map())) == to_docx(_document(network_map()))


def test_the_alternative_of_a_figure_has_the_house_marks_also_in_a_column() -> None:
    figure = blocks.Figure('Det "hele" kort.', Drawing(10, 10, ()))
    document = set_alike(_document(figure, blocks.Columns((figure,))), load("da"))
    first, columns = document.blocks
    assert isinstance(first, blocks.Figure)
    assert isinstance(columns, blocks.Columns)
    assert first.alternative == "Det »hele« kort."
    assert columns.blocks == (first,)
