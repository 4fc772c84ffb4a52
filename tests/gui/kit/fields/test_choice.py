"""One of a few: only the user's pick is told, the wheel changes nothing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.theme.look import Look
from tests.gui.activation import bring_to_front
from tests.gui.conftest import dressed


@pytest.fixture
def choice(look: Look, qtbot: QtBot) -> Choice:
    choice = Choice((("", "ingen"), ("a", "barn"), ("b", "forælder")), look, key="a")
    qtbot.addWidget(choice)
    choice.show()
    return choice


def test_only_the_user_s_pick_is_told(choice: Choice) -> None:
    told: list[str] = []
    choice.picked.connect(told.append)
    choice.set_key("b")
    choice.set_options((("", "ingen"), ("b", "mor")))
    assert choice.key == "b"
    assert told == []
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert told == [""]


def test_what_is_chosen_is_whole_under_the_mouse_and_described_by_nothing(
    choice: Choice, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    QApplication.sendEvent(choice, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert shown == ["barn"]
    assert QAccessible.queryAccessibleInterface(choice).text(QAccessible.Text.Description) == ""


def test_an_empty_key_is_a_key(choice: Choice) -> None:
    choice.set_options((("", "ingen"), ("a", "barn")), key="")
    assert choice.key == ""
    assert choice.currentText() == "ingen"


PEOPLE = (("", "Ingen endnu"), ("m", "Hanne Ø. (mor)"), ("f", "Hanne B. (mormor)"), ("i", "Ib"), ("hb", "Hans Bo"))


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("h", "m"),
        ("hh", "f"),
        ("HANNE B", "f"),
        ("hanne ø", "m"),
        ("ib", "i"),
        ("hans b", "hb"),
        ("x", ""),
        ("hx", "m"),
    ],
)
@pytest.mark.parametrize("opened", [False, True])
def test_a_name_is_found_by_all_of_its_words(look: Look, qtbot: QtBot, typed: str, who: str, opened: bool) -> None:
    choice = Choice(PEOPLE, look)
    qtbot.addWidget(choice)
    told: list[str] = []
    choice.picked.connect(told.append)
    bring_to_front(choice, qtbot)
    if opened:
        choice.showPopup()
        QTest.keyClicks(choice.view(), typed)
        QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    else:
        choice.setFocus()
        QTest.keyClicks(choice, typed)
        assert not choice.view().isVisible()
        assert told[-1:] == ([who] if who else [])
    assert choice.key == who


def test_a_letter_after_a_while_begins_another_name(look: Look, qtbot: QtBot) -> None:
    now = [0.0]
    choice = Choice(PEOPLE, look, seconds=lambda: now[0])
    qtbot.addWidget(choice)
    QTest.keyClicks(choice, "hanne b")
    now[0] += 2
    QTest.keyClicks(choice, "ib")
    assert choice.key == "i"


def test_the_wheel_changes_nothing(choice: Choice) -> None:
    choice.setFocus()
    where = QPointF(5, 5)
    nothing = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        where,
        where,
        QPoint(),
        QPoint(0, -120),
        nothing,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.key == "a"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("options", [2, 6])
@pytest.mark.parametrize("last", [False, True])
def test_the_opened_list_shows_every_option_whole(
    qapp: QApplication, fonts: None, qtbot: QtBot, scale: float, options: int, last: bool
) -> None:
    look = dressed(qapp, scale=scale)
    choice = Choice([(str(n), f"nummer {n}") for n in range(options)], look, key=str(options - 1 if last else 0))
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(choice)
    column.addStretch()
    page.resize(look.px(400), look.px(300))
    bring_to_front(page, qtbot)
    choice.setFocus()
    choice.showPopup()
    QApplication.processEvents()
    view = choice.view()
    seen = view.viewport().rect()
    rows = [view.visualRect(choice.model().index(n, 0)) for n in range(options)]
    choice.hidePopup()
    assert all(seen.contains(row) for row in rows), (seen, rows)
