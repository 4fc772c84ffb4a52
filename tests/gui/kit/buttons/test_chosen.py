"""What is chosen is seen by a shape, not by a tint alone, in every look and without the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons import answer_chips, buttons
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.lists.value_table import Cell, Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.marks import MarkShape
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from tests.gui.conftest import dressed

ROWS = [Row("1", (Cell("M-1"), Cell("Alma"))), Row("2", (Cell("M-2"), Cell("Bo"))), Row("3", (Cell("M-3"), Cell("Ea")))]


@pytest.fixture(params=list(ThemeName))
def any_look(request: pytest.FixtureRequest, qapp: QApplication, fonts: None) -> Look:
    """Each shipped look."""
    return dressed(qapp, request.param)


def test_the_answer_that_holds_has_a_tick(any_look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[MarkShape] = []
    monkeypatch.setattr(answer_chips, "paint_mark", lambda _painter, _area, mark, _ink, _look: painted.append(mark))
    chips = AnswerChips([("ja", "Ja"), ("nej", "Nej")], any_look)
    qtbot.addWidget(chips)
    chips.grab()
    assert painted == []
    chips.set_key("nej")
    chips.grab()
    assert painted == [MarkShape.CHECK]


def test_a_button_that_is_chosen_has_a_tick(any_look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[MarkShape] = []
    monkeypatch.setattr(buttons, "paint_mark", lambda _painter, _area, mark, _ink, _look: painted.append(mark))
    button = Button("tirsdag", any_look)
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.grab()
    assert painted == []
    button.setChecked(True)
    button.grab()
    assert painted == [MarkShape.CHECK]


def test_a_quiet_button_that_is_chosen_has_a_bar(any_look: Look, qtbot: QtBot) -> None:
    def inked(button: Button) -> int:
        """So many points of the colour of the letters, in the row that lies under them."""
        image: QImage = button.grab().toImage()
        ink = QColor(any_look.theme.petrol_text)
        return sum(image.pixelColor(x, image.height() - 5) == ink for x in range(image.width()))

    button = Button("ønske", any_look, ButtonKind.QUIET)
    qtbot.addWidget(button)
    button.setCheckable(True)
    assert inked(button) == 0
    button.setChecked(True)
    assert inked(button) > button.width() / 2


def table(look: Look, qtbot: QtBot) -> ValueTable:
    made = ValueTable("Sager", (Column("Sag", 2), Column("Barn", 2)), look)
    qtbot.addWidget(made)
    made.render(ROWS)
    made.resize(400, 200)
    made.show()
    made.clearFocus()
    return made


def bars(made: ValueTable, look: Look) -> list[bool]:
    """Of each row, whether its first pixels are of the bar."""
    image: QImage = made.viewport().grab().toImage()
    middles = (made.visualRect(made.model().index(row, 0)).center().y() for row in range(len(ROWS)))
    return [image.pixelColor(1, y) == QColor(look.theme.petrol) for y in middles]


def test_the_row_that_is_chosen_is_seen_without_the_keyboard(any_look: Look, qtbot: QtBot) -> None:
    made = table(any_look, qtbot)
    assert bars(made, any_look) == [False, False, False]
    made.select("2")
    assert not made.hasFocus()
    assert bars(made, any_look) == [False, True, False]


class Painted(QObject):
    """How wide what was painted is."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.widths.append(event.region().boundingRect().width())
        return False


def test_another_row_is_painted_whole(look: Look, qtbot: QtBot) -> None:
    made, painted = table(look, qtbot), Painted()
    made.select("1")
    QApplication.processEvents()
    made.viewport().installEventFilter(painted)
    made.select("2")
    qtbot.waitUntil(lambda: bool(painted.widths))
    assert max(painted.widths) == made.viewport().width()
