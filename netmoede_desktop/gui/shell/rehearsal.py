"""The øvemøde of a session: its throw-away vault, and the strip in its window that says what it is."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.shell.led_meeting import LedMeeting
from netmoede_desktop.gui.shell.world import AppWorld
from netmoede_desktop.gui.system.lane import Lane, ignore_result
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator

if TYPE_CHECKING:
    from netmoede_desktop.services.scenarios.rehearsal_meeting import RehearsalMeeting

#: The shipped family, whose meeting is rehearsed.
SCENARIO = "demo.toml"


class Rehearsal(QObject):
    """At most one øvemøde. Nothing of it reaches the vault of the session, and nothing of it outlives the session."""

    opened = Signal(str)
    """Emitted with the id of its meeting once there is one to lead."""
    failed = Signal(object)
    """Emitted with the exception that kept it from being opened."""

    def __init__(self, world: AppWorld, lane: Lane) -> None:
        super().__init__()
        self._world, self._lane = world, lane
        self._opening = False
        self._held: RehearsalMeeting | None = None

    def owns(self, meeting: str) -> bool:
        """Return True if that is the meeting of the øvemøde."""
        return self._held is not None and self._held.meeting == meeting

    def leads(self, part: object) -> bool:
        """Return True for the windows of the øvemøde: no family waits in the room, and nothing of it is kept."""
        return isinstance(part, LedMeeting) and self.owns(part.meeting)

    def open(self) -> None:
        """Make a new øvemøde in the lane, then emit `opened` or `failed`; one whose windows failed is deleted first.

        Does nothing while one is being made.
        """
        if self._opening:
            return
        self.end()
        self._opening = True
        self._lane.run(self._make, self._emit_opened, self._emit_failed)

    def context(self, meeting: str, context: PageContext) -> PageContext:
        """Return the context to lead a meeting with: with the throw-away vault if it is the øvemøde's."""
        held = self._held
        return context if held is None or held.meeting != meeting else replace(context, vault=held.vault)

    def end(self) -> None:
        """Close the vault and delete it, after whatever the lane still does with it. The windows are gone already."""
        held, self._held = self._held, None
        if held is not None:
            self._lane.run(held.close, ignore_result, ignore_result)

    def close(self) -> None:
        """Close the vault and delete it at once; the lane is closed, and may just have made it."""
        held, self._held = self._held, None
        if held is not None:
            held.close()

    def _make(self) -> None:
        """Make it, in the lane; kept at once, so that it is deleted even if the answer comes too late."""
        with one_at_a_time:
            from netmoede_desktop.services.methods.method_files import load_methods
            from netmoede_desktop.services.scenarios.rehearsal_meeting import open_rehearsal

        resources = self._world.resources
        methods = load_methods(resources / "methods", None)
        self._held = open_rehearsal(resources / "scenarios" / SCENARIO, methods, self._world.clock.now)

    def _emit_opened(self, _: None) -> None:
        self._opening = False
        if self._held is not None:
            self.opened.emit(self._held.meeting)

    def _emit_failed(self, error: Exception) -> None:
        self._opening = False
        self.failed.emit(error)


class RehearsalStrip(Surface):
    """The line on top of the meeting's window: the word *øvemøde*, that nothing is kept, and the way out."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("strip", look, padding=4, spacing=12, row=True)
        set_role(self, SpokenRole.GROUP)
        self.setAccessibleName(t.gettext("Øvemøde"))
        self.column.addWidget(Label(t.gettext("Øvemøde"), Tone.STRONG, wrap=False))
        self.column.addWidget(ElidedLabel(t.gettext("Familien er opdigtet. Intet bliver gemt."), Tone.SMALL), 1)
        self.close_button = Button(t.gettext("Luk øvemødet"), look, ButtonKind.QUIET)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the window has its own way: Alt+F4
        self.column.addWidget(self.close_button)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One low line without the button where room is short: the window has its own way to be closed."""
        super().resizeEvent(event)
        look, window = self._look, self.window()
        compact = look.compact(window.width(), window.height())
        self.close_button.setVisible(not compact)
        inset = 0 if compact else look.px(3)
        self.column.setContentsMargins(look.px(20), inset, look.px(12), inset)


def label_as_rehearsal(led: LedMeeting, context: PageContext) -> None:
    """Put the strip on top of the meeting's window; its button closes the meeting, also if the disk refuses a note."""
    strip = RehearsalStrip(context.look, context.t)
    strip.close_button.clicked.connect(led.put_aside)
    led.window.setWindowTitle(context.t.gettext("Øvemøde"))
    put_on_top(led.window, strip)


def put_on_top(window: QMainWindow, strip: RehearsalStrip) -> None:
    """Put the strip above all of a window: before the rest of it, too, for who has it read aloud."""
    before = window.takeCentralWidget()
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(strip)
    if before is not None:
        column.addWidget(before, 1)
    window.setCentralWidget(whole)
