"""What the window says over the page is seen whole."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.windows.meeting_ask import Ask, Option
from netmoede_desktop.gui.windows.meeting_overlay import Overlay
from netmoede_desktop.localization.catalogue import Translator

LONG = "Ali, Birthe, Søren og Peter har ikke haft ordet endnu. Tryk igen, hvis mødet skal gå videre alligevel."
CHOICE = "Parkér »Runde E: Veje derhen« til en anden dag: 14 min"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1366, 640)
    return page


@pytest.fixture
def overlay(page: QWidget, qtbot: QtBot, look: Look, t: Translator) -> Overlay:
    made = Overlay(page, look, t)
    with qtbot.waitExposed(page):
        page.show()
    return made


@pytest.mark.parametrize("kind", ["message", "banner"])
def test_a_sentence_of_two_lines_has_room_for_both(overlay: Overlay, page: QWidget, qtbot: QtBot, kind: str) -> None:
    (overlay.say if kind == "message" else overlay.warn)(LONG)
    notice = getattr(overlay, kind)
    qtbot.waitUntil(lambda: notice.height() >= notice.heightForWidth(notice.width()) > 50)
    assert overlay.geometry().bottom() <= page.rect().bottom()


def test_a_choice_is_seen_with_what_it_gives(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.ask_bar.ask(Ask("Mødet er ved at blive længere end aftalt", (Option(CHOICE, lambda: None),)))
    [choice] = [one for one in overlay.ask_bar.findChildren(QAbstractButton) if CHOICE in one.toolTip()]
    qtbot.waitUntil(lambda: choice.width() >= choice.sizeHint().width())
