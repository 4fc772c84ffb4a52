"""An approved paper says on every page which version it is; a paper without a stamp says that it is not."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format, MeetingPaper, render
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import meeting, note

STAMP = Stamp(2, "7F3A-91C2", date(2026, 11, 24))
LINE = "Sag M-2026-014 · version 2 · 7F3A-91C2 · godkendt 24.11.2026"


def paper(
    record: MeetingRecord, kind: MeetingPaper = MINUTES, form: Format = Format.PDF, stamp: Stamp | None = STAMP
) -> bytes:
    return render(kind, form, record, meeting_id="m", t=load("da"), stamp=stamp)


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize("kind", [MINUTES, AGREEMENTS])
def test_it_stands_on_every_page(kind: MeetingPaper) -> None:
    long = meeting(notes=tuple(note("d4", "lone", "Ord " * 200) for _ in range(9)))
    found = pages(paper(long, kind))
    assert all(LINE in text for text in found)
    assert kind is AGREEMENTS or len(found) > 3


def test_and_at_the_foot_of_the_word_file() -> None:
    with zipfile.ZipFile(io.BytesIO(paper(meeting(), form=Format.DOCX))) as word:
        assert "7F3A-91C2" in word.read("word/footer1.xml").decode()


def test_the_same_stamp_gives_the_same_bytes_and_another_one_others() -> None:
    first = paper(meeting())
    assert paper(meeting()) == first
    assert paper(meeting(), stamp=Stamp(3, "7F3A-91C2", date(2026, 11, 24))) != first
    assert paper(meeting(), stamp=None) != first
    assert LINE not in pages(paper(meeting(), stamp=None))[0]


@pytest.mark.parametrize("kind", [MINUTES, AGREEMENTS])
@pytest.mark.parametrize(("finished", "word"), [(False, "Udkast"), (True, "Ikke godkendt")])
def test_without_one_each_page_says_how_far_the_paper_has_come(kind: MeetingPaper, finished: bool, word: str) -> None:
    long = meeting(notes=tuple(note("d4", "lone", "Ord " * 200) for _ in range(9)), finished=finished)
    for reference in ("M-2026-014", "W" * 40):
        for page in pages(paper(replace(long, case_reference=reference), kind, stamp=None)):
            assert word in page
            assert f"· {word.lower()}" in page
    assert not any(word in page for page in pages(paper(long, kind))) or not finished


def test_the_word_file_says_so_at_the_head_and_the_foot() -> None:
    with zipfile.ZipFile(io.BytesIO(paper(meeting(), form=Format.DOCX, stamp=None))) as word:
        assert "Ikke godkendt" in word.read("word/header1.xml").decode()
        assert "ikke godkendt" in word.read("word/footer1.xml").decode()
    with zipfile.ZipFile(io.BytesIO(paper(meeting(), form=Format.DOCX))) as word:
        assert "word/header1.xml" not in word.namelist()
        assert "ikke godkendt" not in word.read("word/footer1.xml").decode()


@pytest.mark.parametrize("reference", ["M" * 200, "W" * 28, "سارة " * 30])
def test_a_long_reference_never_cuts_the_stamp(reference: str) -> None:
    [*_, last] = pages(paper(meeting(case_reference=reference)))
    assert "version 2 · 7F3A-91C2 · godkendt 24.11.2026" in last


def test_what_has_no_pages_has_no_stamp() -> None:
    assert paper(meeting(), form=Format.JSON) == paper(meeting(), form=Format.JSON, stamp=None)
