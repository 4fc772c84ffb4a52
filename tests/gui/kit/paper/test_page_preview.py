"""The preview shows the real pages, never keeps anybody waiting, and stays where the reader is."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.papers import MINUTES, Format, render
from netmoede_desktop.gui.kit.paper.page_preview import PagePreview
from netmoede_desktop.gui.kit.paper.paper_sheets import Zoom
from netmoede_desktop.gui.kit.paper.pdf_pages import PdfPages, UnreadablePdf
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.documents.meetings import agreement, meeting

_WORDS = "Vi har talt om, hvordan hverdagen kan blive roligere for Mikkel, og hvem der kan hjælpe. "


@pytest.fixture(scope="module")
def papers(request: pytest.FixtureRequest) -> dict[int, bytes]:
    """Referater by their number of agreements: 1 gives two pages, 60 many."""
    from netmoede_desktop.localization.catalogue import load

    def paper(count: int) -> bytes:
        agreements = tuple(agreement(number, _WORDS * 2, "kirsten") for number in range(1, count + 1))
        record = meeting(agreements=agreements)
        return render(MINUTES, Format.PDF, record, meeting_id="m", t=load("da"))

    return {count: paper(count) for count in (1, 2, 60)}


@pytest.fixture
def lane(qapp: object) -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.close()


@pytest.fixture
def preview(qtbot: QtBot, look: Look, t: Translator, lane: Lane) -> Iterator[PagePreview]:
    preview = PagePreview(look, t, lane)
    qtbot.addWidget(preview)
    preview.resize(640, 560)
    preview.show()
    yield preview
    preview.stop()


def shown(qtbot: QtBot, preview: PagePreview, make: Callable[[], bytes]) -> None:
    with qtbot.waitSignal(preview.drawn):
        preview.request(make, at_once=True)


def dark_pixels(picture: QImage) -> int:
    small = picture.scaledToWidth(200).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(small.pixelColor(x, y).value() < 200 for x in range(200) for y in range(0, small.height(), 2))


def test_it_shows_the_real_pages_named_for_a_screen_reader(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]
) -> None:
    shown(qtbot, preview, lambda: papers[60])
    with PdfPages(papers[60]) as pages:
        expected = pages.picture(0, preview.sheets.scale)
        count = len(pages.sizes)
    sheets = preview.sheets.sheets
    assert sheets[0].picture == expected
    assert dark_pixels(expected) > 100
    assert [sheet.accessibleName() for sheet in sheets] == [f"Side {n} af {count}" for n in range(1, count + 1)]


def test_far_pages_are_drawn_when_they_come_into_view_and_let_go_again(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]
) -> None:
    shown(qtbot, preview, lambda: papers[60])
    sheets = preview.sheets.sheets
    assert sheets[-1].picture is None
    QTest.keyClick(preview.sheets, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: sheets[-1].sharp)
    assert sheets[0].picture is None
    assert sum(sheet.picture is not None for sheet in sheets) <= 4
    QTest.keyClick(preview.sheets, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: sheets[0].sharp)


def test_only_the_newest_wish_is_made(qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]) -> None:
    made: list[int] = []
    hold = threading.Event()

    def first() -> bytes:
        hold.wait(5)
        made.append(1)
        return papers[1]

    def wish(number: int) -> Callable[[], bytes]:
        def make() -> bytes:
            made.append(number)
            return papers[2]

        return make

    preview.request(first, at_once=True)
    qtbot.waitUntil(lambda: preview._making is not None)
    with qtbot.waitSignal(preview.drawn):
        for number in range(2, 30):
            preview.request(wish(number), at_once=number == 29)
        hold.set()
    assert made == [1, 29]
    assert preview.pdf == papers[2]


def test_a_changed_paper_leaves_the_reader_where_they_were(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]
) -> None:
    shown(qtbot, preview, lambda: papers[60])
    bar = preview.sheets.verticalScrollBar()
    bar.setValue(700)
    shown(qtbot, preview, lambda: papers[60])
    assert bar.value() == 700


def test_zoom_keeps_what_is_being_read_and_draws_it_sharp(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]
) -> None:
    shown(qtbot, preview, lambda: papers[60])
    sheets = preview.sheets
    narrow = sheets.sheets[0].width()
    sheets.verticalScrollBar().setValue(sheets.sheets[1].y())
    for zoom, width in ((Zoom.FULL, 794), (Zoom.DOUBLE, 1587)):
        QTest.mouseClick(preview._zooms[zoom], Qt.MouseButton.LeftButton)
        assert sheets.sheets[0].width() == width
        assert sheets.current == 1
        qtbot.waitUntil(lambda: sheets.sheets[1].sharp)
    preview._zooms[Zoom.WIDTH].click()
    assert sheets.sheets[0].width() == narrow <= sheets.viewport().width()


def test_the_keyboard_scrolls_and_the_page_is_told(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]
) -> None:
    shown(qtbot, preview, lambda: papers[60])
    count = len(preview.sheets.sheets)
    assert preview._page.text() == f"Side 1 af {count}"
    QTest.keyClick(preview.sheets, Qt.Key.Key_PageDown)
    QTest.keyClick(preview.sheets, Qt.Key.Key_PageDown)
    assert preview._page.text() == f"Side 2 af {count}"
    QTest.keyClick(preview.sheets, Qt.Key.Key_End)
    assert preview._page.text() == f"Side {count} af {count}"


@pytest.mark.parametrize("heading", ["Deltagere", "“Deltagere”", "\u2068Deltagere\u2069"])
def test_a_heading_is_brought_into_view(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes], heading: str
) -> None:
    shown(qtbot, preview, lambda: papers[60])
    preview.scroll_to(heading)
    with PdfPages(papers[60]) as pages:
        place = next(place for place in pages.places() if place.title == "Deltagere")
    sheet = preview.sheets.sheets[place.page]
    down = sheet.y() + place.down * sheet.height()
    top = preview.sheets.verticalScrollBar().value()
    assert top <= down <= top + preview.sheets.viewport().height()
    assert top > 0


def test_what_goes_wrong_is_told_and_the_old_paper_stays(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]
) -> None:
    shown(qtbot, preview, lambda: papers[1])
    with qtbot.waitSignal(preview.failed) as told:
        preview.request(lambda: b"no pdf at all", at_once=True)
    assert isinstance(told.args[0], UnreadablePdf)
    assert preview.pdf == papers[1]
    shown(qtbot, preview, lambda: papers[2])
    assert preview.pdf == papers[2]


def test_nothing_comes_after_it_was_stopped(
    qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes], lane: Lane
) -> None:
    hold = threading.Event()

    def make() -> bytes:
        hold.wait(5)
        return papers[1]

    preview.request(make, at_once=True)
    qtbot.waitUntil(lambda: preview._making is not None)
    preview.stop()
    hold.set()
    with qtbot.waitSignal(lane.busy, check_params_cb=lambda busy: not busy):
        pass
    assert preview.pdf == b""


def test_while_nobody_sees_it_nothing_is_made(qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]) -> None:
    made: list[int] = []

    def wish(number: int) -> Callable[[], bytes]:
        def make() -> bytes:
            made.append(number)
            return papers[1]

        return make

    preview.hide()
    for number in range(3):
        preview.request(wish(number), at_once=True)
    with qtbot.waitSignal(preview.drawn):
        preview.show()
    assert made == [2]


def test_a_screen_with_odd_pixels_draws_once(qtbot: QtBot, preview: PagePreview, papers: dict[int, bytes]) -> None:
    shown(qtbot, preview, lambda: papers[60])
    for width in range(601, 640, 7):
        preview.resize(width, 560)
        qtbot.waitUntil(lambda: not preview.sheets.missing() and preview._drawing is None)
