"""Every place in the windows where letters are painted by hand, and a widget that paints two different texts there.

A painted text is in no property a test could ask for: only a picture tells whether it is seen.
"""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import FunctionType

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

import netmoede_desktop.gui
from netmoede_desktop.domain.people.network_members import Member
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.gui.guide.sketches import GuideSketch
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChip
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.buttons.chips import Chip
from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.dates.month_grid import MonthGrid
from netmoede_desktop.gui.kit.table.middle import TableMiddle
from netmoede_desktop.gui.kit.table.seats.face import Letters
from netmoede_desktop.gui.kit.table.seats.seat import SeatSign
from netmoede_desktop.gui.kit.table.values import SeatShape, TableCentre, TableSeat
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.marks import MarkedButton
from netmoede_desktop.gui.kit.text.runs import RunsLabel, TextRun
from netmoede_desktop.gui.meeting.roll_call.attendance_row import AttendanceRow
from netmoede_desktop.gui.meeting.table.gain_button import GainButton
from netmoede_desktop.gui.meeting.window.bars.go_button import GoButton
from netmoede_desktop.gui.meeting.window.bars.phase_bar import PhaseBar, PhaseBox, PhaseStep
from netmoede_desktop.gui.overview.ring_clock import RingClock
from netmoede_desktop.gui.preparation.network.map_seat import MapSeat, MapSeatShown
from netmoede_desktop.gui.preparation.network.network_map import MapShown, NetworkMap
from netmoede_desktop.gui.preparation.network.network_wording import MapWording
from netmoede_desktop.gui.preparation.timing.crowd_chart import _Bars
from netmoede_desktop.gui.preparation.timing.day_bar_view import DayBarView
from netmoede_desktop.gui.preparation.timing.time_presenter import BlockKind, Crowd, DayBar, DayBlock
from netmoede_desktop.gui.room.curtain_page import CurtainPage
from netmoede_desktop.gui.room.fitted_label import FittedLabel
from netmoede_desktop.gui.room.list_scene import ListScene
from netmoede_desktop.gui.room.phase_row import PhaseRow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.guide.guide import GuidePicture
from netmoede_desktop.services.room.audience import AudiencePhase, AudienceStep, Scene
from tests.gui.room.views import AGREEMENT, VIEWS

GUI = Path(netmoede_desktop.gui.__file__).parent
#: What puts letters on a picture: QPainter's own, and a laid-out text.
_PAINTS = {"drawText", "draw"}


@dataclass(frozen=True, slots=True)
class Site:
    """One statement that paints letters: its module, its function, and which of those in the function (from 0)."""

    module: str
    function: str
    number: int

    def __str__(self) -> str:
        return f"{self.module} {self.function} {self.number}"


@dataclass(frozen=True, slots=True)
class Painted:
    """Makes a widget that paints a text there; some need a parent. The two texts take the same room, so that nothing
    else of it moves.

    `other` is None where the text is always the same.
    """

    make: Callable[[Look, QWidget, str], QWidget]
    text: str = "nun unn"
    other: str | None = "unn nun"


def sites() -> Iterator[Site]:
    """Return every statement in the windows that paints letters."""
    for path in sorted(GUI.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for name, function in _functions(tree):
            for number, _ in enumerate(_painting(function)):
                yield Site(path.relative_to(GUI).as_posix(), name, number)


def without(site: Site) -> tuple[type, str, FunctionType]:
    """Return the class, the method's name, and the method with that statement left out."""
    module = importlib.import_module("netmoede_desktop.gui." + site.module.removesuffix(".py").replace("/", "."))
    tree = ast.parse(inspect.getsource(module))
    function = dict(_functions(tree))[site.function]
    _painting(function)[site.number].value = ast.Constant(None)
    made: dict[str, FunctionType] = {}
    code = compile(ast.fix_missing_locations(ast.Module([function], [])), f"<{site} without it>", "exec")
    exec(code, module.__dict__, made)
    owner, name = site.function.split(".")
    return getattr(module, owner), name, made[name]


def picture(widget: QWidget) -> QImage:
    """Return how the widget looks, at the size it has."""
    return widget.grab().toImage()


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for owner in tree.body:
        if isinstance(owner, ast.FunctionDef):
            yield owner.name, owner
        elif isinstance(owner, ast.ClassDef):
            methods = [method for method in owner.body if isinstance(method, ast.FunctionDef)]
            yield from ((f"{owner.name}.{method.name}", method) for method in methods)


def _painting(function: ast.FunctionDef) -> list[ast.Expr]:
    found = [node for node in ast.walk(function) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    calls = [node for node in found if getattr(getattr(node.value, "func", None), "attr", "") in _PAINTS]
    return sorted(calls, key=lambda node: node.lineno)


def _sized(widget: QWidget, width: int = 320, height: int = 60) -> QWidget:
    widget.resize(width, height)
    return widget


def _runs(text: str, look: Look) -> QWidget:
    label = RunsLabel(look)
    label.show_runs((TextRun(text, look.theme.ink),))
    return _sized(label)


def _list(look: Look, scene: Scene, text: str = "Ro om aftenen", owner: str = "Kirsten", number: int = 2) -> QWidget:
    agreement = replace(AGREEMENT, text=RoomText(text), owner=owner, number=number, agreed=False)
    view = replace(VIEWS[scene], board=(RoomText(text),), agreements=(agreement,))
    shown = ListScene(look, load("da"))
    shown.resize(800, 500)
    shown.render_view(view)
    shown.place(1.0)
    return shown


def _phases(look: Look, parent: QWidget, text: str) -> QWidget:
    row = PhaseRow(look, load("da"), parent)
    row.resize(600, 40)
    row.show_phases((AudiencePhase(text, AudienceStep.AHEAD),))
    return row


def _fitted(look: Look, parent: QWidget, text: str) -> QWidget:
    label = FittedLabel(look, 40, 17, parent=parent)
    label.set_text(text)
    label.set_place(QRect(0, 0, 400, 60), 1.0)
    return label


def _go(look: Look, label: str, key: str = "") -> QWidget:
    button = GoButton(look, key)
    button.set_label(label)
    return _sized(button)


def _bar(look: Look, title: str, detail: str) -> QWidget:
    bar = PhaseBar(look, load("da"))
    bar.resize(400, bar.sizeHint().height())
    bar.show_phases((PhaseBox(title, detail, 10, PhaseStep.AHEAD),))
    return bar


def _middle(look: Look, parent: QWidget, text: str) -> QWidget:
    middle = TableMiddle(look, parent)
    middle.set_table(200, 200, 180)
    middle.show_centre(TableCentre(above=text))
    return middle


def _seat(look: Look, parent: QWidget, name: str, caption: str) -> QWidget:
    letters = Letters(look, 1.0)
    sign = SeatSign(TableSeat("a", name, caption), letters, parent=parent)
    sign.face.set_size(130, 90, letters)
    return _sized(sign, 130, 90)


def _person(look: Look, name: str, detail: str) -> QWidget:
    row = AttendanceRow(("her", "kom ikke", "sendte ord"), look)
    row.resize(640, row.sizeHint().height())
    row.render(name, detail, SeatShape.ROUND, 0, spoken="", may=(True, True, True))
    return row


def _gain(look: Look, key: str = "Alt+1", title: str = "Kortere ture", detail: str = "", gain: str = "") -> QWidget:
    button = GainButton(key, look)
    button.show_words(title, detail, gain, "")
    return _sized(button)


def _ring(look: Look, _: QWidget, word: str) -> QWidget:
    ring = RingClock(look)
    ring.show_time("16.42", word, 0.3)
    return ring


def _month(look: Look, day: str, language: str = "da") -> QWidget:
    shown = MonthGrid(look, load(language), date.fromisoformat(day), {})
    return _sized(shown, shown.sizeHint().width(), shown.sizeHint().height())


def _day(look: Look, *, letter: str = "A", name: str = "nun unn", tick: str = "16.00") -> QWidget:
    view = DayBarView(look)
    block = DayBlock(BlockKind.DESCRIBING, 3600, letter, 0.0)
    view.show_bar(DayBar((block,), ((name, name, 3600),), ((0, tick),), "Pause", "Dagen"))
    return _sized(view, 600, 120)


def _crowd(look: Look, *, seconds: int = 60, count: int = 8) -> QWidget:
    bars = _Bars(look)
    bars.show_crowd(Crowd("B", ((count, seconds), (10, 100)), 10, "Sekunder"))
    return _sized(bars, 300, 200)


def _map(look: Look, *, child: str = "nun", words: Mapping[str, str] | None = None) -> QWidget:
    """A map without anybody on it, and one who waits; `words` are put in place of those of the wording."""
    wording = MapWording(load("da"))
    for name, word in (words or {}).items():
        setattr(wording, name, lambda *_, word=word: word)
    shown = NetworkMap(look, wording)
    shown.resize(800, 600)
    waiting = Member("eva", "Eva", "nabo", private=True, coming=False)
    shown.show_map(MapShown(child, (waiting,)))
    return shown


def _rings(look: Look, word: str) -> QWidget:
    class Ringed(MapWording):
        @property
        def rings(self) -> tuple[str, ...]:
            return (word, "u", "n")

    shown = NetworkMap(look, Ringed(load("da")))
    shown.resize(800, 600)
    shown.show_map(MapShown("nun", ()))
    return shown


def _map_seat(look: Look, parent: QWidget, letter: str) -> QWidget:
    seat = MapSeat(MapSeatShown("p1", "Eva", "nabo", False, False, letter, "Eva"), Letters(look, 1.0), parent)
    return _sized(seat, 110, 70)


PAINTED: Mapping[Site, Painted] = {
    Site("guide/sketches.py", "GuideSketch._paint_number", 0): Painted(
        lambda look, _, __: GuideSketch(GuidePicture.BEFORE, look), other=None
    ),
    Site("preparation/network/map_seat.py", "MapSeat.paintEvent", 0): Painted(_map_seat, "M", "F"),
    Site("preparation/network/network_map.py", "NetworkMap._paint_child", 0): Painted(
        lambda look, _, text: _map(look, child=text), "nun", "unn"
    ),
    Site("preparation/network/network_map.py", "NetworkMap._paint_tray", 0): Painted(
        lambda look, _, text: _map(look, words={"waiting": text})
    ),
    Site("preparation/network/network_map.py", "NetworkMap._paint_words", 0): Painted(
        lambda look, _, text: _map(look, words={"sector_title": text})
    ),
    Site("preparation/network/network_map.py", "NetworkMap._paint_words", 1): Painted(
        lambda look, _, text: _rings(look, text)
    ),
    Site("preparation/timing/crowd_chart.py", "_Bars.paintEvent", 0): Painted(
        lambda look, _, text: _crowd(look, seconds=int(text)), "60", None
    ),
    Site("preparation/timing/crowd_chart.py", "_Bars.paintEvent", 1): Painted(
        lambda look, _, text: _crowd(look, count=int(text)), "8", "6"
    ),
    Site("preparation/timing/day_bar_view.py", "DayBarView._paint_block", 0): Painted(
        lambda look, _, text: _day(look, letter=text), "A", "B"
    ),
    Site("preparation/timing/day_bar_view.py", "DayBarView._paint_names", 0): Painted(
        lambda look, _, text: _day(look, name=text)
    ),
    Site("preparation/timing/day_bar_view.py", "DayBarView._paint_ticks", 0): Painted(
        lambda look, _, text: _day(look, tick=text), "16.00", "16.30"
    ),
    Site("room/curtain_page.py", "CurtainPage._paint_word", 0): Painted(
        lambda look, _, text: _sized(CurtainPage(look, text), 400, 300)
    ),
    Site("room/fitted_label.py", "FittedLabel.paintEvent", 0): Painted(_fitted),
    Site("room/list_scene.py", "_Row.paintEvent", 0): Painted(lambda look, _, text: _list(look, Scene.BOARD, text)),
    Site("room/list_scene.py", "_Row.paintEvent", 1): Painted(
        lambda look, _, text: _list(look, Scene.AGREEMENTS, owner=text)
    ),
    Site("room/list_scene.py", "_Row._paint_head", 0): Painted(
        lambda look, _, text: _list(look, Scene.AGREEMENTS, number=int(text)), "2", "3"
    ),
    Site("room/phase_row.py", "_PhaseSign.paintEvent", 0): Painted(_phases),
    Site("kit/buttons/answer_chips.py", "AnswerChip.paintEvent", 0): Painted(
        lambda look, parent, text: _sized(AnswerChip(text, look, parent))
    ),
    Site("meeting/roll_call/attendance_row.py", "AttendanceRow._paint_words", 0): Painted(
        lambda look, _, text: _person(look, text, "mor")
    ),
    Site("meeting/roll_call/attendance_row.py", "AttendanceRow._paint_words", 1): Painted(
        lambda look, _, text: _person(look, "Lone", text)
    ),
    Site("kit/buttons/buttons.py", "Button.paintEvent", 0): Painted(lambda look, _, text: _sized(Button(text, look))),
    Site("kit/buttons/buttons.py", "Button._paint_chip", 0): Painted(
        lambda look, _, text: _sized(Button("Pas", look, key=text)), "F68", "F86"
    ),
    Site("kit/buttons/chips.py", "Chip.paintEvent", 0): Painted(lambda look, _, text: _sized(Chip(text, look))),
    Site("kit/text/elided_label.py", "ElidedLabel.paintEvent", 0): Painted(
        lambda look, _, text: _sized(ElidedLabel(text))
    ),
    Site("meeting/table/gain_button.py", "GainButton._paint_figures", 0): Painted(
        lambda look, _, text: _gain(look, text), "Alt+68", "Alt+86"
    ),
    Site("meeting/table/gain_button.py", "GainButton._paint_figures", 1): Painted(
        lambda look, _, text: _gain(look, gain=text), "−68 min", "−86 min"
    ),
    Site("meeting/table/gain_button.py", "GainButton._paint_words", 0): Painted(
        lambda look, _, text: _gain(look, title=text)
    ),
    Site("meeting/table/gain_button.py", "GainButton._paint_words", 1): Painted(
        lambda look, _, text: _gain(look, detail=text)
    ),
    Site("kit/text/marks.py", "MarkedButton.paintEvent", 0): Painted(
        lambda look, _, text: _sized(MarkedButton(text, look))
    ),
    Site("kit/dates/month_grid.py", "MonthGrid.paintEvent", 0): Painted(
        lambda look, _, language: _month(look, "2021-03-10", language), "da", "en"
    ),
    # Two months of the same days in other weeks.
    Site("kit/dates/month_grid.py", "MonthGrid.paintEvent", 1): Painted(
        lambda look, _, day: _month(look, day), "2021-03-10", "2022-08-10"
    ),
    Site("kit/dates/month_grid.py", "MonthGrid._paint_day", 0): Painted(
        lambda look, _, day: _month(look, day), "2021-03-10", None
    ),
    Site("kit/buttons/navigation.py", "NavItem.paintEvent", 0): Painted(
        lambda look, _, text: _sized(NavItem(text, look))
    ),
    Site("kit/buttons/navigation.py", "NavItem.paintEvent", 1): Painted(
        lambda look, _, text: _sized(NavItem("Lås", look, key=text))
    ),
    Site("meeting/window/bars/phase_bar.py", "_Box._paint_words", 0): Painted(
        lambda look, _, text: _bar(look, text, "8 min")
    ),
    Site("meeting/window/bars/phase_bar.py", "_Box._paint_words", 1): Painted(
        lambda look, _, text: _bar(look, "Velkomst", text)
    ),
    Site("kit/text/runs.py", "RunLayout.paint", 0): Painted(lambda look, _, text: _runs(text, look)),
    Site("overview/ring_clock.py", "RingClock._paint_text", 0): Painted(_ring),
    Site("kit/table/seats/face.py", "SeatFace._paint_text", 0): Painted(
        lambda look, parent, text: _seat(look, parent, text, "mor")
    ),
    Site("kit/table/seats/face.py", "SeatFace._paint_foot", 0): Painted(
        lambda look, parent, text: _seat(look, parent, "Lone", text)
    ),
    Site("kit/table/middle.py", "TableMiddle._paint_line", 0): Painted(_middle),
    Site("meeting/window/bars/go_button.py", "GoButton._paint_words", 0): Painted(
        lambda look, _, text: _go(look, text)
    ),
    Site("meeting/window/bars/go_button.py", "GoButton._paint_key", 0): Painted(
        lambda look, _, text: _go(look, "Næste", text), "F68", "F86"
    ),
}
