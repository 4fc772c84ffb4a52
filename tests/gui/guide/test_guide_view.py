"""The guide as it is read: its chapters, its keys as they are here, and the way round in it by keyboard."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.keys import DEFAULT_KEYS, Action, KeyMap
from netmoede_desktop.gui.guide.guide_view import GuideView
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, load
from tests.gui.activation import bring_to_front


def opened(look: Look, t: Translator, qtbot: QtBot, keys: KeyMap | None = None) -> GuideView:
    view = GuideView(keys or KeyMap(), look, t)
    qtbot.addWidget(view)
    view.resize(1170, 600)
    bring_to_front(view, qtbot)
    return view


def texts(view: GuideView) -> str:
    return "\n".join(label.text() for label in view.findChildren(Label))


def test_the_keys_in_it_are_those_in_effect_here(look: Look, t: Translator, qtbot: QtBot) -> None:
    assert "PgDn giver ordet videre, F7 er pas, og F4 spørger igen til sidst." in texts(opened(look, t, qtbot))
    own = KeyMap({**DEFAULT_KEYS, Action.PASS: "Ctrl+M"})
    assert "Ctrl+M er pas" in texts(opened(look, t, qtbot, own))


def test_it_is_there_in_english_too(look: Look, qtbot: QtBot) -> None:
    assert "Before the meeting" in texts(opened(look, load("en"), qtbot))


def test_every_picture_is_told_in_words(look: Look, t: Translator, qtbot: QtBot) -> None:
    assert "Et rundt bord. Barnet har fået sin plads; de andre pladser er stiplede." in texts(opened(look, t, qtbot))


def test_its_buttons_lead_to_the_chapters_and_the_keys_scroll(look: Look, t: Translator, qtbot: QtBot) -> None:
    view = opened(replace(look, scale=2.0), t, qtbot)
    view.focus_first()
    first = view.chapter_buttons[0]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_PageDown)
    after_page = view.scrolled
    assert after_page > 0
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert view.scrolled > after_page
    QTest.keyClick(first, Qt.Key.Key_End)
    assert view.scrolled == 1.0
    QTest.keyClick(first, Qt.Key.Key_Home)
    assert view.scrolled == 0.0
    QTest.keyClick(view.chapter_buttons[2], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.scrolled > 0.3)
    assert first.hasFocus(), "it scrolls; the keyboard stays with the buttons"


def test_esc_is_the_way_back(look: Look, t: Translator, qtbot: QtBot) -> None:
    view = opened(look, t, qtbot)
    view.focus_first()
    with qtbot.waitSignal(view.back):
        QTest.keyClick(view.chapter_buttons[0], Qt.Key.Key_Escape)
