"""The meeting window from small to large, with six to twenty people: nothing leaves it, nothing jumps."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.window.bars.bottom_bar import BottomBar
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import UndoLabel
from tests.gui.conftest import dressed
from tests.gui.meeting.window.led_windows import Shelf, led_window, text_in_sight


@pytest.mark.parametrize("scenario", ["um", "demo", "tyve-personer"])
@pytest.mark.parametrize(
    ("size", "scale"), [((1366, 768), 1.0), ((1280, 720), 1.0), ((1920, 1080), 1.0), ((1366, 768), 2.0)]
)
def test_nothing_leaves_the_window_whoever_speaks(
    scenario: str, size: tuple[int, int], scale: float, shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    made = dressed(QApplication.instance(), ThemeName.LIGHT, scale)  # type: ignore[arg-type]
    with led_window(shelf, made, t, qtbot, scenario=scenario, size=size) as led:
        led.goes_on()
        places = []
        for _ in range(4):
            led.goes_on()
            assert (led.window.width(), led.window.height()) == size
            places.append(led.bar.go.mapTo(led.window, QPoint()))
            assert _outside(led.window) == []
        assert len(set(places)) == 1


def test_what_would_be_undone_is_named_whole_or_without_the_name_and_follows_the_size(
    look: Look, t: Translator, qtbot: QtBot
) -> None:
    bar = BottomBar(KeyMap(), look, t)
    qtbot.addWidget(bar)
    undo = bar.findChildren(QAbstractButton)[0]
    for label, wide in (
        (UndoLabel("WordGiven", "Jonas"), "Fortryd: ordet til Jonas"),
        (UndoLabel("PartEntered", "Præsentation og ønsker for mødet"), "Fortryd: videre"),
        (UndoLabel("PersonAdded", "Maximiliane Christoffersen"), "Fortryd det seneste"),
    ):
        bar.show_undo(label)
        bar.set_compact(True)
        assert undo.text() == "Fortryd"
        bar.set_compact(False)
        assert undo.text() == wide
        assert undo.sizeHint().width() <= undo.maximumWidth()


def test_where_room_is_short_the_question_the_clock_and_who_comes_next_stay(
    shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    made = dressed(QApplication.instance(), ThemeName.LIGHT, 2.0)  # type: ignore[arg-type]
    with led_window(shelf, made, t, qtbot) as led:
        led.starts().goes_on()
        led.press(Action.NOTE)
        assert led.table.side.isVisible()
        led.press(Action.TABLE)
        assert led.table.table.isVisible()
        led.press(Action.TABLE)
        words = text_in_sight(led.window)
        assert any("Ida har ordet" in word for word in words)
        assert {"Mor · Åse", "Derefter"} <= words
        assert any("hvordan kender du" in word for word in words)
        assert led.bar.go.isVisible()


def test_where_the_note_finds_no_room_what_is_typed_by_mistake_takes_nothing_back(
    shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    made = dressed(QApplication.instance(), ThemeName.LIGHT, 2.0)  # type: ignore[arg-type]
    with led_window(shelf, made, t, qtbot) as led:
        led.starts().goes_on()
        led.types("Hun sover dårligt om natten")
        assert led.speaker == "Ida"
        assert led.table.side.isVisible()
        led.goes_on()
        assert led.speaker == "Åse"


def _outside(window: QWidget) -> list[QWidget]:
    """Buttons that stick out of the window, or are squeezed below the room their words need."""
    return [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and not button.visibleRegion().isEmpty()
        and not window.rect().adjusted(-1, -1, 1, 1).contains(button.rect().translated(button.mapTo(window, QPoint())))
    ]
