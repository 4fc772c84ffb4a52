"""How many calls of our own functions a press of *Næste* makes, until both windows hold the new value.

The demo meeting is led in the real windows, offscreen; `sys.setprofile` counts every entry into a frame of the package,
Qt and the standard library left out. Counted too: one key in the notes, the note's save half a second later, and one
look at the clocks. A count, not a time: it comes out the same on every machine and at any load.

`python -m tests.bench.press_calls` prints rows of Markdown. The control counts a press of a key that stands for
nothing: were it as many, the meeting would not have been counted.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import netmoede_desktop
from installer.pictures.camera import Camera, offscreen
from installer.pictures.leading import Leader, leading
from installer.pictures.world import open_world, plan_scenario
from netmoede_desktop.services.meeting.view.values import NextKind

_PACKAGE = str(Path(netmoede_desktop.__file__).parent)
#: Presses before the one that is counted: every page is made, and the first round is under way.
_BEFORE = 4
#: The functions that are named by `--most`.
_MOST = 40


@dataclass(slots=True)
class Calls:
    """What one act called: entries by function, and how deep our frames lay in one another."""

    functions: Counter[CodeType] = field(default_factory=Counter)
    deepest: int = 0
    _depth: int = 0

    def of(self, act: Callable[[], object]) -> "Calls":
        """Count what an act calls until it returns."""
        sys.setprofile(self._profile)
        try:
            act()
        finally:
            sys.setprofile(None)
        return self

    def _profile(self, frame: FrameType, event: str, _argument: object) -> None:
        if event not in ("call", "return") or not frame.f_code.co_filename.startswith(_PACKAGE):
            return
        if event == "return":
            self._depth -= 1
            return
        self._depth += 1
        self.functions[frame.f_code] += 1
        self.deepest = max(self.deepest, self._depth)

    @property
    def modules(self) -> Counter[str]:
        """Modules by layer."""
        files = {Path(code.co_filename).relative_to(_PACKAGE) for code in self.functions}
        return Counter(file.parts[0] for file in files)

    def row(self, act: str) -> str:
        """The count as a row of a table."""
        layers = ", ".join(f"{number} {layer}" for layer, number in self.modules.most_common())
        modules = f"{self.modules.total()} ({layers})"
        return f"| {act} | {self.functions.total():,} | {len(self.functions)} | {modules} | {self.deepest} |"

    def most(self) -> list[str]:
        """The functions that are called most."""
        return [
            f"{number:6} {Path(code.co_filename).relative_to(_PACKAGE)}:{code.co_firstlineno} {code.co_qualname}"
            for code, number in self.functions.most_common(_MOST)
        ]


def counted(leader: Leader) -> dict[str, Calls]:
    """Lead the meeting into its first round, and count the acts; each is named as in the table."""
    window, led = leader.window, leader.led
    for _ in range(_BEFORE):
        _go_on(leader)
    while not (led.view.next.kind is NextKind.PERSON and led.view.speaker is not None):
        _go_on(leader)
    leader.wait(1)
    editor = window.table.side.notes.editor
    press = Calls().of(lambda: _key(leader, Qt.Key.Key_PageDown))
    found = {"a press of *Næste* until both windows hold the new value": press}
    _settled()
    editor.setFocus()
    QTest.keyClicks(editor, "Hun fortæller")
    _settled()
    found["one key in the notes"] = Calls().of(lambda: QTest.keyClicks(editor, "a"))
    found["the save half a second later"] = Calls().of(window.table.save)
    leader.wait(1)
    found["one tick"] = Calls().of(window.tick)
    found["control: a key that stands for nothing"] = Calls().of(lambda: _key(leader, Qt.Key.Key_ScrollLock))
    return found


def _go_on(leader: Leader) -> None:
    leader.wait(1)
    _key(leader, Qt.Key.Key_PageDown)
    _settled()


def _key(leader: Leader, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or leader.window, key)


def _settled() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def main() -> int:
    """Count, print, and return 1 when the control was not far below."""
    app = offscreen()
    with tempfile.TemporaryDirectory() as folder, open_world() as world:
        camera = Camera(app, Path(folder), set())
        with leading(camera, world, plan_scenario(world, "demo")) as leader:
            leader.led.toggle_audience()
            found = counted(leader)
    print("| act | calls | functions | modules | deepest |\n|---|---|---|---|---|")
    for act, calls in found.items():
        print(calls.row(act))
    if "--most" in sys.argv:
        print("\n".join(next(iter(found.values())).most()))
    press, *_, nothing = (calls.functions.total() for calls in found.values())
    return 1 if nothing > 0.2 * press else 0


if __name__ == "__main__":
    sys.exit(main())
