"""Hints over a widget: a name is shown as it is written, whatever it looks like to Qt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtOfTexts
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.keys import KeyMap
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.buttons.chips import Chip, ChipKind
from netmoede_desktop.gui.kit.lists.value_table import Cell, Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.meeting.window.bars.bottom_bar import BottomBar
from netmoede_desktop.gui.meeting.window.questions.question import Option, Question
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import UndoLabel

NAMES = ("Bo", "<b>Bo</b>", "Bo & Ib's", "Bo <3 & co")


def seen(hint: str) -> str:
    """What Qt shows for a hint."""
    if not QtOfTexts.mightBeRichText(hint):
        return hint
    document = QTextDocument()
    document.setHtml(hint)
    return document.toPlainText()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_seen_as_it_is_written(name: str, look: Look, t: Translator, qtbot: QtBot) -> None:
    table = ValueTable("Deltagere", (Column("Navn"),), look)
    table.render((Row("bo", (Cell(name),)),))
    bar = BottomBar(KeyMap(), look, t)
    bar.show_next(f"Næste: {name}")
    bar.show_undo(UndoLabel("WordGiven", name))
    asks = QuestionBar(look, t)
    asks.ask(Question("Hvem?", (Option(name, lambda: None),)))
    label, button, chip = ElidedLabel(name), Button(name, look, elide=True), Chip("", look)
    chip.show_text(name, ChipKind.DONE)
    made: tuple[QWidget, ...] = (table, bar, asks, label, button, chip)
    for widget in made:
        qtbot.addWidget(widget)
    cell = table.model().data(table.model().index(0, 0), Qt.ItemDataRole.ToolTipRole)
    hints = [cell, *(widget.toolTip() for widget in (label, button, chip, asks._buttons[0]))]
    assert [seen(hint) for hint in hints] == [name] * len(hints)
    assert seen(bar.go.toolTip()) == f"Næste: {name}"
    assert seen(bar._undo.toolTip()) == f"Fortryd: ordet til {name}"
