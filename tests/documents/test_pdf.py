"""The papers as PDF: valid PDF/UA-1, complete, calm under hard input, and the same bytes every time."""

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format, MeetingPaper, render
from netmoede_desktop.documents.render.faces import face
from netmoede_desktop.documents.render.pdf import to_pdf
from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from tests.documents.meetings import agreement, meeting, note, person
from tests.documents.validity import faults

WORDS = (
    "Vi har talt om, hvordan hverdagen kan blive roligere, og om hvem der kan hjælpe med hvad, når der er uro hjemme. "
)
_LONGEST_HEADING = 40
LONG_NAME = " ".join(["Maximiliane-Theodora", *["Efternavn"] * 18])[:200]


def pdf(record: MeetingRecord, kind: MeetingPaper = MINUTES) -> bytes:
    return render(kind, Format.PDF, record, meeting_id="m1", t=load("da"))


def text_of(paper: bytes) -> str:
    document = pypdfium2.PdfDocument(paper)
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    return " ".join(text.split())


def pages_of(paper: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(paper)
    pages = [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    document.close()
    return pages


def _many_people() -> MeetingRecord:
    people = tuple(person(f"p{number}", f"Person {number} Holm") for number in range(20))
    return meeting(people=people, notes=tuple(note("d4", who.id, WORDS) for who in people), turns=())


def _many_agreements() -> MeetingRecord:
    answers = (Answer.YES, Answer.NO, None, Answer.CHANGE)
    return meeting(
        agreements=tuple(agreement(n, f"Nummer {n}: {WORDS}", "kirsten", answer=answers[n % 4]) for n in range(1, 31))
    )


def _long_names() -> MeetingRecord:
    people = tuple(person(f"p{number}", LONG_NAME, relation=WORDS) for number in range(8))
    return meeting(
        people=people,
        notes=(note("d4", "p0", WORDS),),
        agreements=(agreement(1, WORDS, "p1"),),
        case_reference="M-2026-" * 20,
        turns=(),
    )


def _from_everywhere() -> MeetingRecord:
    names = (
        "فاطمة الزهراء",
        "Sara (سارة) Holm",
        "שרה כהן",
        "ሰላም ተስፋዬ",
        "தமிழ்ச்செல்வி",
        "สมชาย ใจดี",
        "अनिता शर्मा",
        "გიორგი",
        "Łukasz Żółć",
        "Nguyễn Thị Hương",
        "Дмитрий",
        "王小明",
        "Emma 😀👩‍👩‍👧🇩🇰",
        "   \u200b",
        "A\x07\u202eb\u202c\u0301",
        "\ud800",
    )
    people = tuple(person(f"p{number}", name) for number, name in enumerate(names))
    return meeting(people=people, notes=tuple(note("d4", who.id, who.name) for who in people), turns=())


def _hard() -> MeetingRecord:
    return meeting(
        purpose="x" * 300,
        board=("ord" * 120,) * 3,
        notes=(note("d4", "mikkel", WORDS * 450), note("d5", "lone", "W" * 300), note("d5", "peter", " \n ")),
        agreements=(agreement(1, WORDS * 60, "kirsten"), agreement(2, "Y" * 3000, "lone", sign="z" * 900)),
    )


def _empty() -> MeetingRecord:
    nothing: dict[str, object] = dict.fromkeys(
        ("people", "parts", "turns", "notes", "board", "agreements", "reservations", "experience", "parked", "pauses"),
        (),
    )
    return meeting(**nothing, follow_up=None, started=None, ended=None, finished=False, place="", purpose="")


CASES = {
    "demo": meeting,
    "draft": lambda: meeting(finished=False, ended=None),
    "people": _many_people,
    "agreements": _many_agreements,
    "names": _long_names,
    "everywhere": _from_everywhere,
    "hard": _hard,
    "empty": _empty,
}


@pytest.mark.parametrize("kind", [MINUTES, AGREEMENTS])
@pytest.mark.parametrize("case", CASES)
def test_every_paper_is_valid_pdf_ua_and_pdf_a(case: str, kind: MeetingPaper) -> None:
    assert faults(pdf(CASES[case](), kind)) == []


@pytest.mark.smoke
def test_every_note_is_in_the_paper() -> None:
    text = text_of(pdf(meeting()))
    for said in meeting().notes:
        assert said.text in text


def test_long_notes_and_words_are_whole_across_lines_and_pages() -> None:
    said = [(note_text, "".join(note_text.split())) for note_text in (WORDS * 450, "W" * 300)]
    pages = pages_of(pdf(_hard()))
    text = "".join(_without_page_lines(text, number, len(pages)) for number, text in enumerate(pages, start=1))
    for _, letters in said:
        assert letters in "".join(text.split())


@pytest.mark.smoke
def test_names_from_right_to_left_read_as_written() -> None:
    text = text_of(pdf(_from_everywhere()))
    assert "فاطمة الزهراء" in text
    assert "שרה כהן" in text
    with pikepdf.open(_stream(pdf(_from_everywhere()))) as file:
        said = [str(node.ActualText) for node in _nodes(file) if "/ActualText" in node]
    assert "فاطمة الزهراء, ven. فاطمة الزهراء" in said
    assert "Sara (سارة) Holm" in said


def test_a_character_without_a_glyph_leaves_a_trace_and_its_text() -> None:
    paper = pdf(meeting(notes=(note("d4", "lone", "Jeg er glad 王 i dag"),)))
    with pikepdf.open(_stream(paper)) as file:
        content = b"".join(sheet.Contents.read_bytes() for sheet in file.pages)
    assert b"/ActualText <FEFF738B>" in content
    assert "Jeg er glad" in text_of(paper)
    assert "i dag" in text_of(paper)


def test_the_same_meeting_gives_the_same_bytes_here_and_elsewhere() -> None:
    here = pdf(_from_everywhere())
    assert here == pdf(_from_everywhere())
    pdf(_long_names())
    script = (
        "import sys; from tests.documents.test_pdf import _from_everywhere, pdf;"
        "sys.stdout.buffer.write(pdf(_from_everywhere()))"
    )
    root = str(Path(__file__).parents[2])
    odd = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "ar_SA.UTF-8"}
    surroundings = {**os.environ, **odd, "PYTHONPATH": root}
    there = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=root,
        env={**surroundings, "PYTHONPATH": root},
    )
    assert there.stdout == here


def test_the_file_tells_its_title_its_language_and_the_program_and_nothing_else() -> None:
    with pikepdf.open(_stream(pdf(meeting()))) as file:
        assert dict(file.docinfo) == {"/Title": "Referat af netværksmøde", "/Producer": "netmoede"}
        assert file.Root.Lang == "da-DK"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        packet = file.Root.Metadata.read_bytes().decode()
        assert "Mikkel" not in packet
        assert "M-2026-014" not in packet
        fonts = {str(font.BaseFont) for sheet in file.pages for font in sheet.Resources.Font.values()}
        assert fonts == {"/AAAAAA+NotoSans-Regular", "/AAAAAA+NotoSans-Bold"}
        assert all("/FontFile2" in font.FontDescriptor for font in file.pages[0].Resources.Font.values())


@pytest.mark.smoke
def test_headings_are_bookmarks_and_tables_have_headers() -> None:
    with pikepdf.open(_stream(pdf(_many_agreements()))) as file:
        with file.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
            assert titles[:3] == ["Det aftalte vi", "Formålet med mødet", "Velkomst"]
            assert [entry.title for entry in outline.root[3].children] == [
                "Runde A: Det, der går godt",
                "Runde B: Det, der fylder",
            ]
        scopes = [str(node.A.Scope) for node in _nodes(file) if node.S == "/TH"]
        assert scopes == ["/Row"] * 4 + ["/Column"] * 9
    pages = pages_of(pdf(_many_agreements()))
    assert sum("Nr. Hvad Hvem Hvornår" in text for text in pages) >= 3


def test_a_draft_says_so_on_every_page() -> None:
    record = _many_people()
    finished, draft = pages_of(pdf(record)), pages_of(pdf(meeting(people=record.people, finished=False, ended=None)))
    assert all(text.count("dkast") >= 2 for text in draft)
    assert not any("dkast" in text for text in finished)


def test_every_page_is_numbered() -> None:
    pages = pages_of(pdf(_hard()))
    assert len(pages) > 10
    assert all(f"Side {number} af {len(pages)}" in text for number, text in enumerate(pages, start=1))


@pytest.mark.parametrize("case", CASES)
def test_nothing_stands_outside_the_page_or_on_other_text(case: str) -> None:
    document = pypdfium2.PdfDocument(pdf(CASES[case]()))
    for sheet in document:
        boxes = [found.get_bounds() for found in sheet.get_objects() if found.type == 1]
        assert all(left >= 50 and right <= 546 and bottom >= 15 and top <= 830 for left, bottom, right, top in boxes)
        texts = sheet.get_textpage()
        lines = [texts.get_rect(number) for number in range(texts.count_rects())]
        for number, (left, bottom, right, top) in enumerate(lines):
            for other_left, other_bottom, other_right, other_top in lines[number + 1 :]:
                wide = min(right, other_right) - max(left, other_left)
                high = min(top, other_top) - max(bottom, other_bottom)
                assert wide <= 2 or high <= 3.5, (wide, high)
    document.close()


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for count in range(12, 40):
        record = meeting(notes=tuple(note("d4", "lone", WORDS * 2) for _ in range(count)))
        for text in pages_of(pdf(record)):
            body = text.rsplit(" Sag M-2026-014", 1)[0].strip()
            assert not body.endswith(("Familiens oplevelse af mødet", "Deltagere", "Næste møde", "Pauser", "tavlen"))


def test_a_table_goes_on_with_its_header_and_never_leaves_one_row_alone() -> None:
    for count in range(10, 45):
        agreements = tuple(agreement(number, f"Opgave{number}x", "lone") for number in range(1, count + 1))
        pages = pages_of(pdf(meeting(agreements=agreements), AGREEMENTS))
        rows = [sum(f"Opgave{number}x" in text for number in range(1, count + 1)) for text in pages]
        assert sum(rows) == count
        assert all(number != 1 for number in rows), (count, rows)
        assert all(("Hvornår" in text) == bool(number) for text, number in zip(pages, rows, strict=True))


def test_neither_dates_nor_ordinary_words_are_broken_in_a_table() -> None:
    agreements = tuple(
        agreement(number, WORDS * 2, "jonas", due=date(2027, 11, 29), start=date(2026, 12, 24)) for number in (1, 2)
    )
    people = (person("jonas", "Jonas Lund", relation="håndboldtræner"),)
    for kind in (MINUTES, AGREEMENTS):
        text = text_of(pdf(meeting(agreements=agreements, people=people), kind))
        assert text.count("senest 29. nov. 2027") == text.count("fra 24. dec.") == 2
        assert text.count("håndboldtræner") >= 2


def test_a_row_stays_whole_unless_no_page_could_hold_it() -> None:
    agreements = tuple(
        agreement(number, f"Begynder{number}x {WORDS * 6} slutter{number}x", "lone") for number in range(9)
    )
    for text in pages_of(pdf(meeting(agreements=agreements))):
        for number in range(9):
            assert (f"Begynder{number}x" in text) == (f"slutter{number}x" in text)


def test_the_fonts_are_whole_and_small_and_come_with_their_licence() -> None:
    folder = resource_folder() / "fonts"
    files = sorted(folder.glob("*.ttf"))
    assert sum(file.stat().st_size for file in files) < 3_000_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    for file in files:
        # ReportLab takes the widths of trailing glyphs wrong in fonts of another grid than a thousand to the em.
        font = face(file.stem).font
        assert font.unitsPerEm == 1000, file.name
        assert all(font.charToGlyph[ord(char)] for char in face(file.stem).widths), file.name


@pytest.mark.parametrize(
    "text",
    [
        "\ufffd\U0001f6e0\u05ff سارة \u061d\u08ff",  # letters this Python may not know, in a line that runs backwards
        "سا\U0001f3fd ቸ\U0001f3ff \U0001f3fd",  # a skin colour on something that has no skin
        "\u200cهم \ufe0fa \u0301",  # joiners and marks with nothing before them
        "1\ufe0f\u20e3 ©\ufe0f 🇩🇰🇩 👩‍👩‍👧 سارة🙌🏿 ௶\U0001f3ff",
    ],
)
def test_odd_combinations_give_a_valid_paper(text: str) -> None:
    paper = pdf(meeting(notes=(note("d4", "lone", text),), board=(text,)))
    assert faults(paper) == []


def test_more_letters_than_one_font_holds() -> None:
    letters = "".join(chr(code) for code in (*range(0x100, 0x180), *range(0x391, 0x3A2), *range(0x400, 0x530)))
    letters = "".join(letter for letter in letters if letter.isalpha())
    words = " ".join(letters[at : at + 9] for at in range(0, len(letters), 9))
    paper = pdf(meeting(notes=(note("d4", "lone", words),)))
    assert words in text_of(paper)
    assert faults(paper) == []
    with pikepdf.open(_stream(paper)) as file:
        assert len(file.pages[0].Resources.Font) >= 3


def test_a_long_list_and_a_long_place_break_where_they_can() -> None:
    board = tuple(f"Punkt{number}x {WORDS}" for number in range(40))
    pages = pages_of(pdf(meeting(board=board, place=f"{WORDS * 8}slutsted", purpose="uro/støj-dæmpning " * 40)))
    assert all(any(f"Punkt{number}x" in text for text in pages) for number in range(40))
    assert "slutsted" in pages[0]


def test_facts_and_tables_begin_on_a_new_page_where_the_old_one_is_full() -> None:
    columns = (blocks.TableColumn("Spalte"),)
    for count in range(34, 46):
        lines = tuple(blocks.Paragraph(blocks.plain(f"Linje {number}.")) for number in range(count))
        facts = blocks.FactTable((blocks.Fact("Navn", "Førsteværdi"), blocks.Fact("By", "Andenværdi")))
        table = blocks.Table("Tabel", columns, ((blocks.cell("Celleet"),), (blocks.cell("Celleto"),)))
        for block, first, last in ((facts, "Navn", "Andenværdi"), (table, "Spalte", "Celleto")):
            mark = blocks.PageMark("", "{page}/{pages}")
            paper = to_pdf(blocks.Document("Prøve", "da-DK", "", "", (*lines, block), mark))
            assert faults(paper) == []
            (holding,) = [text for text in pages_of(paper) if first in text]
            assert last in holding


def test_a_picture_is_drawn_and_keeps_its_whole_text() -> None:
    with pikepdf.open(_stream(pdf(meeting(notes=(note("d4", "lone", "Fint 👍🏽 → ja"),))))) as file:
        content = b"".join(sheet.Contents.read_bytes() for sheet in file.pages)
        fonts = {str(font.BaseFont).split("+")[1] for font in file.pages[0].Resources.Font.values()}
    assert b"/ActualText <FEFFD83DDC4DD83CDFFD>" in content
    assert {"NotoEmoji-Regular", "NotoSansSymbols-Regular"} <= fonts, fonts


@given(st.text(max_size=80), st.text(max_size=300), st.text(max_size=80))
@settings(max_examples=60)
def test_whatever_people_type_gives_a_valid_paper(name: str, said: str, agreed: str) -> None:
    record = meeting(
        people=(person("a", name, relation=agreed),),
        notes=(note("d4", "a", said),),
        agreements=(agreement(1, agreed, "a", sign=said),),
        board=(said,),
        turns=(),
    )
    assert faults(pdf(record)) == []


def test_a_child_stands_with_full_name_and_no_relation() -> None:
    record = meeting(
        people=(person("b", "Ida Nord", Role.CHILD, "barnet"),), notes=(note("d4", "b", "Hej."),), turns=()
    )
    assert "Ida Nord. Hej." in text_of(pdf(record))


def _without_page_lines(text: str, number: int, pages: int) -> str:
    """The text of a page without its head and foot, and without the heading that goes on there."""
    own = text.replace(f"Sag M-2026-014 · ikke godkendt Side {number} af {pages} Ikke godkendt", "")
    heading, goes_on, rest = own.partition(" – fortsat ")
    return rest if goes_on and len(heading) < _LONGEST_HEADING else own


def _stream(paper: bytes) -> BytesIO:
    return BytesIO(paper)


def _nodes(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every element of the structure, in reading order."""
    found: list[pikepdf.Object] = []
    waiting = [file.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            kids = node.get("/K", pikepdf.Array())
            waiting[:0] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return found
