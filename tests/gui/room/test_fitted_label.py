"""Letters for the room are whole: no tail of a g or a J is cut off, wherever in its place a text stands."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.room.fitted_label import FittedLabel
from netmoede_desktop.gui.theme.look import Look

_EDGES = (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom)


def ink(parent: QWidget) -> int:
    """How many pixels are dark."""
    picture = parent.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y).lightness() < 128 for x, y in places)


@pytest.mark.parametrize("edge", _EDGES)
def test_no_tail_is_cut_off_at_an_edge(qtbot: QtBot, look: Look, edge: Qt.AlignmentFlag) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(400, 300)
    parent.setStyleSheet(f"background: {QColor(255, 255, 255).name()}")
    label = FittedLabel(look, 60, 60, parent=parent, bold=True, align=Qt.AlignmentFlag.AlignLeft | edge)
    label.set_text("Jag på")
    label.set_place(QRect(40, 60, 300, 74), 1.0)
    tight = ink(parent)
    label.set_place(QRect(40, 40, 300, 220), 1.0)
    label.setContentsMargins(40, 40, 0, 40)
    assert tight == ink(parent) > 500
