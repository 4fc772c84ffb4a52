"""Pages of a PDF as pictures and text."""

import pytest

from netmoede_desktop.documents.papers import MINUTES, Format, render
from netmoede_desktop.gui.kit.paper.pdf_pages import PdfPages, UnreadablePdf
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import meeting


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(MINUTES, Format.PDF, meeting(), meeting_id="m", t=load("da"))


def test_a_page_has_the_pixels_asked_for_and_ink_on_white(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        assert (round(pages.sizes[0].width), round(pages.sizes[0].height)) == (595, 842)
        picture = pages.picture(0, 2)
    assert (picture.width(), picture.height()) == (1191, 1684)
    assert picture.pixelColor(0, 0).name() == "#ffffff"
    assert any(picture.pixelColor(x, y).value() < 100 for x in range(100, 700, 2) for y in range(100, 400, 4))


def test_bands_hold_all_that_the_whole_page_holds(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        whole = pages.picture(0, 1)
        bands = [pages.band(0, 1, top, 256) for top in range(0, whole.height(), 256)]
    assert sum(band.height() for band in bands) == whole.height()
    for number, band in enumerate(bands):
        off = sum(
            abs(band.pixelColor(x, y).value() - whole.pixelColor(x, 256 * number + y).value())
            for x in range(0, 595, 3)
            for y in range(0, band.height(), 5)
        )
        assert off < 600


def test_headings_are_found_where_they_stand(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        places = {place.title: place for place in pages.places()}
        assert "Kirsten henter Mikkel" in pages.text()
    assert places["Det aftalte vi"].page == 0
    assert places["Det aftalte vi"].down < places["Formålet med mødet"].down < 1
    assert places["Deltagere"].page > 0


@pytest.mark.parametrize("broken", [b"", b"referat", b"%PDF-1.7\n" + bytes(200)])
def test_what_is_no_pdf_is_said_so(broken: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        PdfPages(broken)
