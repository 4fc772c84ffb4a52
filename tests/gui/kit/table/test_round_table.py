"""The round table: pressed, walked round, moved, and said to a screen reader; never more painted than has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.table.middle import TableMiddle
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.table.values import RingState, SeatMark, SeatShape, SeatState, TableCentre, TableSeat
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.conftest import dressed
from tests.gui.kit.table.tables import CENTRE, LONG_NAMES, people


@pytest.fixture
def table(qtbot: QtBot, look: Look, t: Translator) -> RoundTable:
    """Ten people whose seats can be pressed and moved."""
    return shown(qtbot, RoundTable(look, t, interactive=True, arrange=True))


def shown(qtbot: QtBot, table: RoundTable, count: int = 10, size: QSize | None = None) -> RoundTable:
    qtbot.addWidget(table)
    table.show_table(people(count), CENTRE)
    table.resize(size or QSize(660, 630))
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    return table


class Paints(QObject):
    """Counts what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched)
        return False


@contextmanager
def painted(table: RoundTable) -> Iterator[list[QObject]]:
    """Collect the widgets that are painted meanwhile."""
    QApplication.processEvents()
    watch = Paints()
    widgets = [table, *table.findChildren(QWidget)]
    for widget in widgets:
        widget.installEventFilter(watch)
    yield watch.painted
    QApplication.processEvents()
    for widget in widgets:
        widget.removeEventFilter(watch)


@pytest.mark.smoke
def test_a_press_and_enter_choose_a_person_and_a_key_that_is_held_down_counts_once(
    qtbot: QtBot, table: RoundTable
) -> None:
    chosen: list[str] = []
    table.chosen.connect(chosen.append)
    QTest.mouseClick(table.seat("p4"), Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(table.seat("p7"), key)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(table.seat("p7"), held)
    assert chosen == ["p4", "p7", "p7", "p7"]


def test_ctrl_enter_and_page_down_are_left_to_the_window(table: RoundTable) -> None:
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
        QApplication.sendEvent(table.seat("p1"), event)
        assert not event.isAccepted()


def test_arrows_walk_round_the_table_and_tab_follows_the_seating(table: RoundTable) -> None:
    table.seat("p9").setFocus()
    QTest.keyClick(table.seat("p9"), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is table.seat("p0")
    QTest.keyClick(table.seat("p0"), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is table.seat("p9")
    table.seat("p0").setFocus()
    for number in range(1, 10):
        QTest.keyClick(table.seat(f"p{number - 1}"), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is table.seat(f"p{number}")


def test_focus_stays_with_its_person_when_the_round_goes_on(table: RoundTable) -> None:
    table.seat("p5").setFocus()
    table.show_table(people(10, speaking=6), CENTRE)
    assert QApplication.focusWidget() is table.seat("p5")


def test_the_menu_is_asked_for_by_mouse_and_by_key(qtbot: QtBot, table: RoundTable) -> None:
    asked: list[tuple[str, QPoint]] = []
    table.menu_asked.connect(lambda key, where: asked.append((key, where)))
    seat = table.seat("p2")
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QApplication.sendEvent(seat, QContextMenuEvent(reason, QPoint(1, 1), seat.mapToGlobal(QPoint(1, 1))))
    assert asked == [("p2", seat.mapToGlobal(QPoint(1, 1))), ("p2", seat.mapToGlobal(seat.rect().center()))]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_person_is_moved_by_keyboard(qtbot: QtBot, table: RoundTable, modifier: Qt.KeyboardModifier) -> None:
    table.seat("p0").setFocus()
    with qtbot.waitSignal(table.arranged, timeout=500) as told:
        QTest.keyClick(table.seat("p0"), Qt.Key.Key_Right, modifier)
    assert told.args == [("p1", "p0", *(f"p{number}" for number in range(2, 10)))]
    assert table.order == told.args[0]
    assert QApplication.focusWidget() is table.seat("p0")
    QTest.keyClick(table.seat("p0"), Qt.Key.Key_Left, modifier)
    QTest.keyClick(table.seat("p0"), Qt.Key.Key_Left, modifier)
    assert table.order[-1] == "p0"


def test_a_person_is_moved_by_mouse(qtbot: QtBot, table: RoundTable) -> None:
    seat, goal = table.seat("p1"), table.seat("p4")
    to = seat.mapFromGlobal(goal.mapToGlobal(goal.rect().center()))
    chosen: list[str] = []
    table.chosen.connect(chosen.append)
    with qtbot.waitSignal(table.arranged, timeout=500) as told:
        pull(seat, to)
        QTest.mouseRelease(seat, Qt.MouseButton.LeftButton)
    assert told.args[0][:5] == ("p0", "p2", "p3", "p4", "p1")
    assert chosen == []


def test_a_pull_that_is_called_off_moves_nobody(table: RoundTable) -> None:
    told: list[object] = []
    table.arranged.connect(told.append)
    seat, before, place = table.seat("p1"), table.order, table.seat("p1").geometry()
    pull(seat, QPoint(-300, 200))
    assert seat.geometry() != place
    QTest.keyClick(seat, Qt.Key.Key_Escape)
    QTest.mouseRelease(seat, Qt.MouseButton.LeftButton)
    assert (table.order, told) == (before, [])
    assert seat.geometry() == place


def pull(seat: QWidget, to: QPoint) -> None:
    """Pull a seat so that its middle comes to a point, told in the seat's own coordinates before the pull."""
    middle = seat.rect().center()
    start, goal = seat.mapToGlobal(middle), seat.mapToGlobal(to)
    QTest.mousePress(seat, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(seat, seat.mapFromGlobal(start + (goal - start) * part))


def test_seats_that_may_not_move_do_not(qtbot: QtBot, look: Look, t: Translator) -> None:
    table = shown(qtbot, RoundTable(look, t, interactive=True))
    QTest.keyClick(table.seat("p0"), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    pull(table.seat("p1"), QPoint(200, 200))
    QTest.mouseRelease(table.seat("p1"), Qt.MouseButton.LeftButton)
    assert table.order == tuple(f"p{number}" for number in range(10))


def test_a_table_that_is_only_looked_at_has_no_buttons_and_takes_no_focus(
    qtbot: QtBot, look: Look, t: Translator
) -> None:
    table = shown(qtbot, RoundTable(look, t, interactive=False))
    assert not table.findChildren(QAbstractButton)
    assert all(child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in table.findChildren(QWidget))


def test_a_screen_reader_hears_whole_names_and_what_the_round_says(qtbot: QtBot, look: Look, t: Translator) -> None:
    table = shown(qtbot, RoundTable(look, t, interactive=True), 20, QSize(360, 300))
    long = tuple(replace(seat, name=LONG_NAMES[0], spoken="") for seat in people(20))
    table.show_table((replace(long[0], spoken="Alexandra-Maria, barnet, har talt"), *long[1:]), CENTRE)
    first = QAccessible.queryAccessibleInterface(table.seat("p0"))
    assert first.role() == QAccessible.Role.Button
    assert first.text(QAccessible.Text.Name) == "Alexandra-Maria, barnet, har talt"
    second = QAccessible.queryAccessibleInterface(table.seat("p1"))
    assert second.text(QAccessible.Text.Name) == f"{LONG_NAMES[0]}, mor"
    assert table.seat("p1").toolTip() == f"{LONG_NAMES[0]}, mor"


@pytest.mark.smoke
def test_the_middle_says_who_and_how_it_stands_but_counts_no_seconds_aloud(table: RoundTable) -> None:
    [middle] = table.findChildren(TableMiddle)
    assert middle.accessibleName() == "Kirsten har ordet, af 2 min, god tid"
    table.show_centre(replace(CENTRE, big="1.11", share=0.61))
    assert middle.accessibleName() == "Kirsten har ordet, af 2 min, god tid"
    assert middle.text() == "Kirsten har ordet\n1.11\naf 2 min\ngod tid"


def test_a_name_with_an_ampersand_makes_no_key_of_its_letters(qtbot: QtBot, table: RoundTable) -> None:
    table.show_table((TableSeat("x", "Kaj & Mie <b>"), *people(3)), CENTRE)
    seat = table.seat("x")
    assert isinstance(seat, QAbstractButton)
    assert seat.shortcut().isEmpty()
    assert seat.accessibleName() == "Kaj & Mie <b>"


def test_a_tick_paints_the_middle_alone_and_only_when_the_eye_can_tell(table: RoundTable) -> None:
    with painted(table) as seen:
        table.show_centre(replace(CENTRE, big="1.11", share=0.61))
    assert not [widget for widget in seen if isinstance(widget, QAbstractButton)]
    assert [widget for widget in seen if isinstance(widget, TableMiddle)]
    with painted(table) as seen:
        table.show_centre(replace(CENTRE, big="1.11", share=0.61001))
        table.show_table(people(10), replace(CENTRE, big="1.11", share=0.61001))
    assert seen == []


def test_many_small_steps_of_the_ring_add_up(table: RoundTable) -> None:
    [middle] = table.findChildren(TableMiddle)
    for number in range(200):
        table.show_centre(replace(CENTRE, share=0.62 - number * 0.0001))
    assert middle.shown_share == pytest.approx(0.6, abs=0.002)


def test_only_those_whose_turn_changed_are_painted(table: RoundTable) -> None:
    with painted(table) as seen:
        table.show_table(people(10, speaking=4), CENTRE)
    buttons = {widget for widget in seen if isinstance(widget, QAbstractButton)}
    assert {table.seat("p3"), table.seat("p4")} <= buttons
    assert table.seat("p1") not in buttons


def test_people_come_and_go(table: RoundTable) -> None:
    gone = table.seat("p3")
    seats = tuple(seat for seat in people(12) if seat.key != "p3")
    table.show_table(seats, CENTRE)
    assert table.order == tuple(seat.key for seat in seats)
    assert gone.parent() is None
    with pytest.raises(KeyError):
        table.seat("p3")
    table.show_table((), TableCentre())
    assert table.order == ()


@pytest.mark.parametrize("count", [6, 12, 20])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_seat_stands_free_of_the_others_and_of_the_middle(
    qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator, count: int, scale: float
) -> None:
    table = shown(qtbot, RoundTable(dressed(qapp, scale=scale), t, interactive=True), count)
    boxes = [table.seat(key).geometry().adjusted(1, 1, -1, -1) for key in table.order]
    boxes += [middle.geometry() for middle in table.findChildren(TableMiddle)]
    assert not [
        (one, other) for number, one in enumerate(boxes) for other in boxes[number + 1 :] if one.intersects(other)
    ]
    assert all(table.rect().contains(box) for box in boxes)


@pytest.mark.parametrize("count", [10, 20])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_name_is_much_larger_than_another(
    qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator, count: int, scale: float
) -> None:
    table = shown(qtbot, RoundTable(dressed(qapp, scale=scale), t, interactive=True), count)
    sizes = [table.seat(key).face.text.size for key in table.order]  # type: ignore[attr-defined]
    assert max(sizes) <= max(min(sizes), 11.0)


def test_with_movement_the_seats_arrive_and_nothing_waits_for_them(qtbot: QtBot, look: Look, t: Translator) -> None:
    moving = replace(look, motion=True)
    table = shown(qtbot, RoundTable(moving, t, interactive=True, arrange=True))
    still = RoundTable(look, t, interactive=True)
    qtbot.addWidget(still)
    still.resize(table.size())
    table.show_table(people(10, speaking=4), replace(CENTRE, share=1.0))
    for speaking in (5, 6, 7):  # a key that is held down
        table.show_table(people(10, speaking=speaking), replace(CENTRE, share=1.0))
    still.show_table(people(10, speaking=7), replace(CENTRE, share=1.0))
    [middle] = table.findChildren(TableMiddle)
    qtbot.waitUntil(lambda: middle.shown_share == 1.0, timeout=2000)
    for focused in table.findChildren(QAbstractButton):
        focused.clearFocus()
    qtbot.waitUntil(lambda: table.grab().toImage() == still.grab().toImage(), timeout=2000)


@pytest.mark.parametrize("theme", list(ThemeName))
def test_every_state_looks_different_without_colour(
    qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator, theme: ThemeName
) -> None:
    table = RoundTable(dressed(qapp, theme), t, interactive=True)
    qtbot.addWidget(table)
    table.resize(660, 630)
    states = [
        grey(table, TableSeat("a", "Kirsten", "farmor", state=state), TableCentre())
        for state in (SeatState.WAITING, SeatState.SPEAKING, SeatState.DONE, SeatState.LATER, SeatState.PASSED)
    ]
    marks = [grey(table, TableSeat("a", "Kirsten", "farmor", mark=mark), TableCentre()) for mark in SeatMark]
    shapes = [grey(table, TableSeat("a", "Kirsten", "farmor", shape=shape), TableCentre()) for shape in SeatShape]
    next_ones = [grey(table, TableSeat("a", "Kirsten", "farmor", next_in=place), TableCentre()) for place in (1, 2)]
    rings = [
        grey(table, TableSeat("a", "Kirsten"), TableCentre(big="1.12", state=ring, state_word="ord"))
        for ring in RingState
    ]
    for looks in (states, marks, shapes, next_ones, rings):
        assert len(set(looks)) == len(looks)


def grey(table: RoundTable, seat: TableSeat, centre: TableCentre) -> bytes:
    """How a table with one seat looks without colour."""
    table.show_table((seat,), centre)
    image = table.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(image.constBits())


@pytest.mark.parametrize("interactive", [True, False])
@pytest.mark.parametrize(("count", "size"), [(250, QSize(660, 630)), (60, QSize(200, 120)), (7, QSize(12, 9))], ids=str)
def test_more_people_than_there_is_room_for_are_still_shown(
    qtbot: QtBot, look: Look, t: Translator, count: int, size: QSize, interactive: bool
) -> None:
    several = [replace(seat, key=f"{seat.key}-{n}") for n in range(-(-count // 20)) for seat in people(20)]
    table = RoundTable(look, t, interactive=interactive)
    qtbot.addWidget(table)
    table.show_table(tuple(several[:count]), CENTRE)
    table.resize(size)
    table.show()
    assert not table.grab().isNull()
    assert len(table.order) == count
