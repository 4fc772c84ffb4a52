"""Each page of the first window: named for a screen reader, whole at every size, its buttons always in sight."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.recovery_code import OfferCodePage, ShowCodePage, TypeCodePage
from netmoede_desktop.gui.entry.first_run import FirstRunPage
from netmoede_desktop.gui.entry.message import DonePage, TroublePage
from netmoede_desktop.gui.entry.other_folder import OtherFolderPage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.restore import BackupLine, RestorePage
from netmoede_desktop.gui.entry.troubles import trouble_of
from netmoede_desktop.gui.entry.unlock import UnlockPage
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.kit.text.notices import NoticeKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.conftest import dressed

CODE = "4F7K-9QWE-2M3N-XYZ0-81AB-CDEF-GH5J"
LINES = tuple(BackupLine(f"kopi-{number}", f"Mandag {number}. november 2026 kl. 16.38") for number in range(25, 0, -1))
Make = Callable[[Look, Translator], EntryPage]
Page = TypeVar("Page", bound=EntryPage)

PAGES: dict[str, Make] = {
    "unlock": UnlockPage,
    "first": FirstRunPage,
    "code": lambda look, t: ShowCodePage(CODE, look, t),
    "type": lambda look, t: TypeCodePage(CODE, look, t),
    "offer": OfferCodePage,
    "recover": RecoverPage,
    "restore": lambda look, t: RestorePage(LINES, look, t, ask_passphrase=True),
    "restore none": lambda look, t: RestorePage((), look, t, ask_passphrase=False),
    "folder": lambda look, t: OtherFolderPage(Path("/en/mappe"), look, t),
    "trouble": lambda look, t: TroublePage(trouble_of("store_lost", {}, t), look, t),
    "done": lambda look, t: DonePage("Det hele er der igen", ("Kopien er gendannet.",), "Åbn", look),
}


def shown(page: Page, qtbot: QtBot, width: int, height: int) -> Page:
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    QApplication.processEvents()
    return page


def in_sight(page: EntryPage, widget: QWidget) -> bool:
    """Whether all of a widget lies within the page and whatever it scrolls in."""
    area = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    return page.rect().contains(area) and widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", PAGES)
def test_buttons_and_what_has_the_keyboard_are_in_sight_at_any_scale(
    name: str, scale: float, qapp: QApplication, qtbot: QtBot, look: Look, t: Translator
) -> None:
    page = shown(PAGES[name](dressed(qapp, ThemeName.LIGHT, scale), t), qtbot, 1280, 720)
    below = [item.widget() for place in range(page._buttons.count()) if (item := page._buttons.itemAt(place))]
    buttons = [widget for widget in below if isinstance(widget, QAbstractButton) and widget.isVisible()]
    assert buttons and all(in_sight(page, button) for button in buttons)
    focused = page.focusWidget()
    assert in_sight(page, focused)
    for label in page.findChildren(Label):
        if not label.isHidden() and label.wordWrap() and label.text().strip():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    dressed(qapp)


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_through_everything_and_stays_in_sight(
    name: str, qapp: QApplication, qtbot: QtBot, look: Look, t: Translator
) -> None:
    page = shown(PAGES[name](dressed(qapp, ThemeName.LIGHT, 2.0), t), qtbot, 1366, 768)
    reached: list[QWidget] = []
    for _ in range(12):
        focused = page.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        assert in_sight(page, focused), type(focused).__name__
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [one for one in (*page.findChildren(QLineEdit), *page.findChildren(QAbstractButton)) if one.isVisible()]
    left = [one for one in wanted if one not in reached and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {type(one).__name__ for one in left} <= {"QRadioButton"}
    dressed(qapp)


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_be_used_has_a_name(name: str, qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(PAGES[name](look, t), qtbot, 960, 680)
    assert page.accessibleName()
    for widget in (*page.findChildren(QLineEdit), *page.findChildren(QAbstractButton)):
        if widget.isVisible():
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), type(widget).__name__


class LayoutCount(QObject):
    """How often something is to be laid out again."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("name", PAGES)
def test_a_page_at_rest_rests(name: str, qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(PAGES[name](look, t), qtbot, 960, 680)
    for _ in range(5):
        QApplication.processEvents()
    counted = LayoutCount()
    page._content.installEventFilter(counted)
    for _ in range(5):
        QApplication.processEvents()
    assert counted.count == 0


def test_a_page_that_waits_takes_nothing_and_gives_the_keyboard_back(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(UnlockPage(look, t), qtbot, 960, 680)
    line = page.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("en sætning")
    heard: list[str] = []
    page.asked.connect(heard.append)
    page.left.connect(lambda: heard.append("left"))
    page.show_busy("Låser op …")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page._ask()
    assert (heard, line.isEnabled(), page._progress_text.text()) == ([], False, "Låser op …")
    page.end_busy()
    page.end_busy()
    assert line.isEnabled() and page.focusWidget() is line and page._progress_text.text() == ""


def test_the_page_does_not_move_when_a_problem_is_said(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(UnlockPage(look, t), qtbot, 960, 680)
    before = page._open.mapTo(page, QPoint(0, 0)), page._line.mapTo(page, QPoint(0, 0))
    page.show_problem("Adgangssætningen er forkert. Intet er ændret.")
    QApplication.processEvents()
    assert (page._open.mapTo(page, QPoint(0, 0)), page._line.mapTo(page, QPoint(0, 0))) == before


def test_the_code_is_spelled_for_a_screen_reader_and_cannot_be_copied(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(ShowCodePage(CODE, look, t), qtbot, 960, 680)
    names = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert "Gendannelseskoden: 4 F 7 K, 9 Q W E, 2 M 3 N, X Y Z 0, 8 1 A B, C D E F, G H 5 J" in names
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not any(label.textInteractionFlags() & selectable for label in page.findChildren(Label))


def test_a_code_is_grouped_as_it_is_typed_and_mended_in_the_middle(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(TypeCodePage(CODE, look, t), qtbot, 960, 680)
    line = page.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "4f7k9q")
    assert line.text() == "4F7K-9Q"
    line.setCursorPosition(2)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert (line.text(), line.cursorPosition()) == ("47K-9Q", 1)
    QTest.keyClicks(line, "f")
    assert (line.text(), line.cursorPosition()) == ("4f7K-9Q", 2)


def test_the_code_page_says_how_printing_went(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = shown(ShowCodePage(CODE, look, t), qtbot, 960, 680)
    page.show_message("Koden er sendt til printeren.", NoticeKind.DONE)
    assert "Koden er sendt til printeren." in [label.text() for label in page.findChildren(Label) if label.isVisible()]
