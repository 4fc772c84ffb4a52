"""A text on one line is never cut at its top or foot, whatever stands round it and whenever it is measured."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.theme.look import Look


def test_its_letters_have_their_height_below_margins_and_in_little_room(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    label = ElidedLabel("M-2026-014 · 2. møde", Tone.TITLE)
    label.setContentsMargins(0, 0, 0, 10)
    before = label.minimumSizeHint().height()
    column.addWidget(label)
    column.addWidget(QWidget(), 1)
    window.resize(200, 1)
    window.show()
    assert label.contentsRect().height() >= label.fontMetrics().height()
    assert before == label.minimumSizeHint().height()


def test_dots_stand_where_there_is_no_room(look: Look, qtbot: QtBot) -> None:
    label = ElidedLabel("M-2026-014 · 2. møde")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < label.sizeHint().width()
