"""One meeting that is being led: its windows, what the room sees, its backups, and what the system does meanwhile."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.meeting.bridge.gap_watch import GapWatch
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingBridge, MeetingShown
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.overview.going_on import GoingOn, RoomSees, going_on
from netmoede_desktop.gui.room.preview import Preview, room_state
from netmoede_desktop.gui.room.projector import Projector, ProjectorState
from netmoede_desktop.gui.room.screens import Screens, mirrored
from netmoede_desktop.gui.room.swapping import Swapping
from netmoede_desktop.gui.system.awake import Awake
from netmoede_desktop.gui.system.lane import ignore_result
from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, load
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.private_notes import PrivateLine, private_lines
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView
from netmoede_desktop.services.room.audience import AudienceView, CurtainReason
from netmoede_desktop.services.vaults.automatic_backups import AutomaticBackups
from netmoede_desktop.storage.problems import StorageProblem

#: Milliseconds between two looks at what only time changes: the room's shape, sleep, the backup that may be due.
LOOK_MS = 200
_BACKUP_LOOK_MS = 15_000


@dataclass(frozen=True, slots=True)
class MeetingSurroundings:
    """The surroundings of a meeting beside the desk: keys and their places, screens, staying awake, the acute number.

    With `sound` one soft tone goes with each cue. `monotonic` gives seconds, for telling a key that bounced from one
    that was pressed twice.
    """

    keys: KeyMap
    key_file: str
    screens: Screens
    awake: Awake
    gaps: GapWatch
    acute_number: str
    audience_screen: str
    sound: bool
    monotonic: Callable[[], float] = time.monotonic


class VaultPrivacy:
    """The private lines of the running meeting, read from the vault when they are looked at."""

    def __init__(self, context: PageContext, meeting: str, conducting: Conducting) -> None:
        self._context, self._meeting, self._conducting = context, meeting, conducting

    def lines(self) -> tuple[PrivateLine, ...]:
        """Return the lines as they stand; empty where they cannot be read now."""
        try:
            return private_lines(self._context.vault, self._meeting, self._conducting.history)
        except StorageProblem:
            return ()


class LedMeeting(QObject):
    """The windows of a running meeting. All of it is durable at every moment but the last half second's typing."""

    left = Signal(str)
    """The meeting has ended; its referat comes next."""
    put_aside = Signal()
    """The window is to be closed, and all is kept: a meeting that runs is gone on with later."""
    told_aside = Signal(str)
    """A sentence for the mødeleder, while the meeting's own window is not there to say it."""
    keyboard_wanted = Signal()
    """The room's window has taken the keyboard from the window that stands before this meeting's."""
    lock_asked = Signal()

    def __init__(
        self, context: PageContext, meeting: str, around: MeetingSurroundings, before: "LedMeeting | None" = None
    ) -> None:
        """Open the meeting where its journal ends, or go on with it in new windows in place of those there were before.

        It is conducted by one hand alone: a second one would take the time since the last act for a gap. Raises
        KeyError or a `StorageProblem`.
        """
        super().__init__()
        self._context, self.meeting, self._around = context, meeting, around
        self._aside = False
        self._keyboard: QWidget | None = None
        conducting = Conducting(context.vault, meeting, context.clock) if before is None else before.port.conducting
        self._bridge = MeetingBridge(conducting, context.t)
        self._safekeeping = AutomaticBackups(context.vault, context.clock.now)
        self._screen_lost = False
        self._told_at = self._bridge.instant()
        self.window = MeetingWindow(
            self._bridge,
            around.keys,
            context.look,
            context.t,
            private=VaultPrivacy(context, meeting, conducting),
            acute_number=around.acute_number,
            key_file=around.key_file,
            monotonic=around.monotonic,
        )
        # What the method and the people say is Danish, and so is all that stands around it.
        self.projector = Projector(context.look, load(SOURCE_LANGUAGE), around.screens, self.window)
        self.window.set_preview(Preview(context.look, context.t, self.projector))
        self.window.show_preview(False)
        again, lift = around.keys.shown(Action.SWAP), around.keys.shown(Action.CURTAIN)
        self._swapping = Swapping(self.projector, self.show_message, again, lift, context.t)
        self._looking = every(LOOK_MS, self._look, self)
        self._keeping = every(_BACKUP_LOOK_MS, self._keep, self)
        self._connect()
        if before is not None:
            self.window.resuming.restore_view_state(before.window.resuming.view_state)
        self._show_room(self._bridge.both())

    def _connect(self) -> None:
        window, projector = self.window, self.projector
        self._bridge.shown.connect(self._show_room)
        window.audience_asked.connect(self.toggle_audience)
        window.curtain_asked.connect(self._toggle_curtain)
        window.swap_asked.connect(self._swapping.ask)
        window.pressed.connect(self._swapping.forget)
        self._bridge.shown.connect(self._swapping.forget)
        window.cued.connect(self._sound)
        window.veiled.connect(lambda on: projector.set_reason(CurtainReason.VEILED, on))
        window.private_open.connect(lambda on: projector.set_reason(CurtainReason.PRIVATE, on))
        window.reading.connect(self._read_aloud)
        window.lock_asked.connect(self.lock_asked)
        window.left.connect(self._leave)
        window.closing_asked.connect(self._close)
        projector.changed.connect(self._room_changed)
        _application().focusWindowChanged.connect(self._keep_keyboard)
        self._around.screens.settled.connect(self._warn_of_mirror)

    # -- for the session

    @property
    def port(self) -> MeetingBridge:
        """The port to the meeting."""
        return self._bridge

    @property
    def view(self) -> MeetingView:
        """The present value of the meeting."""
        return self._bridge.view

    @property
    def word_is_given(self) -> bool:
        """Whether somebody has the word now, and no pause is held."""
        view = self._bridge.view
        return view.stage is MeetingStage.RUNNING and view.speaker is not None

    @property
    def running(self) -> bool:
        """Whether the meeting has begun and has not ended."""
        return self._bridge.view.stage in (MeetingStage.RUNNING, MeetingStage.PAUSED)

    @property
    def room_screen(self) -> str | None:
        """The name of the screen the room looks at, None where it looks at none."""
        state = self.projector.state
        return state.screen_name if state.full_screen else None

    def begin(self) -> None:
        """Show the window, and begin to watch."""
        self.window.showMaximized()
        self.window.resuming.restore_keyboard()
        self._stay_awake()
        self._looking.start()
        self._keeping.start()
        self._warn_of_mirror()
        gc.freeze()  # what is there by now stays: looking through it again would hold up a press

    def cover(self) -> None:
        """Cover both screens: *slør* here, the curtain there."""
        self.window.veil()

    def save(self) -> bool:
        """Keep all that is typed; False when the disk refused."""
        return self.window.flush()

    def show_message(self, sentence: str) -> None:
        """Say one sentence, calmly, where it is seen."""
        if self._aside:
            self.told_aside.emit(sentence)
        else:
            self.window.show_message(sentence)

    def built_with(self, context: PageContext) -> bool:
        """Return True if its windows were built with that context, and so have its look and language."""
        return context is self._context

    def step_aside(self) -> None:
        """Hide the mødeleder's window behind another one, and lower the room's curtain; all goes on."""
        self._aside = True
        self.lower_curtain()
        self.window.hide()

    def step_back(self) -> None:
        """Show the window again with the keyboard where it was; the curtain is lifted by hand."""
        self._aside = False
        self.window.show()
        self.window.activateWindow()
        if self._keyboard is not None and isValid(self._keyboard) and self._keyboard.isVisible():
            self._keyboard.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.projector.is_open:
            self._announce_curtain()

    def going_on(self) -> GoingOn | None:
        """Return the line about the meeting while it is put aside, None while it is not."""
        if not self._aside:
            return None
        return going_on(self.meeting, self.view, self._bridge.reading(), self._room(), self._context.t)

    def lower_curtain(self) -> None:
        """Lower the curtain of the room, if it has a window."""
        if self.projector.is_open:
            self.projector.set_reason(CurtainReason.BY_HAND, on=True)

    def end(self) -> None:
        """Take the windows away; its own is deleted by whoever ends it. All typed text has been saved."""
        self._looking.stop()
        self._keeping.stop()
        _application().focusWindowChanged.disconnect(self._keep_keyboard)
        self._around.screens.settled.disconnect(self._warn_of_mirror)
        self._around.awake.release()
        self.projector.end()
        self.window.close_now()

    def open_behind_curtain(self, screen: str) -> None:
        """The room gets its window back on the screen it had, behind a curtain that is lifted by hand."""
        self.projector.set_reason(CurtainReason.BY_HAND, on=True)
        self.projector.open(screen)
        self._announce_curtain()

    def restore_room(self, before: "LedMeeting") -> None:
        """Open the room's window where that of the replaced one is, behind its curtain if it was let down by hand."""
        screen = before.room_screen
        if screen is None:
            return
        if CurtainReason.BY_HAND in before.projector.reasons:
            self.open_behind_curtain(screen)
        else:
            self.toggle_audience()

    def toggle_audience(self) -> None:
        """Open the room's window, or close it."""
        if self.projector.is_open:
            self.projector.close()
        else:
            self.projector.open(self._around.audience_screen)
        self._announce_room()

    # -- what happens

    def _close(self) -> None:
        """The window is to be closed. Where the disk refuses the typed text it stays open, and has said so."""
        self._keyboard = self.window.focusWidget()
        if not self.save():
            return
        if self.view.stage is MeetingStage.ENDED:
            self._context.lane.run(self._safekeeping.end, ignore_result, ignore_result)
        self.put_aside.emit()

    def _announce_curtain(self) -> None:
        sentence = self._context.t.gettext("Gardinet er nede for rummet. Du løfter det med {key}.")
        self.show_message(sentence.format(key=self._around.keys.shown(Action.CURTAIN)))

    def _room(self) -> RoomSees:
        if mirrored(self._around.screens.all()):
            return RoomSees.EVERYTHING
        return RoomSees.CURTAIN if self.projector.is_open else RoomSees.NOTHING

    def _toggle_curtain(self) -> None:
        """The curtain goes down or up; without a window for the room there is none, and that is said."""
        if self.projector.is_open:
            self.projector.toggle_curtain()
            self._announce_room()
        else:
            self.show_message(self._context.t.gettext("Fællesskærmen er ikke åben. Rummet ser ikke noget."))

    def _room_changed(self, state: ProjectorState) -> None:
        """Show what the room sees. A lost screen is told too, as no key was pressed for it."""
        self.window.show_preview(state.open, looked_at=state.shown and state.curtain is None)
        lost = state.curtain is CurtainReason.SCREEN_LOST
        if lost and not self._screen_lost:
            self._announce_room()
        self._screen_lost = lost

    def _announce_room(self) -> None:
        """Where it is shown in a small picture alone, a screen reader has to be told."""
        announce(self.window, room_state(self.projector.state, self._context.t))

    def _warn_of_mirror(self) -> None:
        """Where the projector shows the mødeleder's own screen, the room reads the notes: that is said at once."""
        if mirrored(self._around.screens.all()):
            self.show_message(self._context.t.gettext("Projektoren viser hele din skærm. Rummet kan læse dine noter."))

    def _sound(self) -> None:
        if self._around.sound:
            QApplication.beep()

    def _keep_keyboard(self, focused: QWindow | None) -> None:
        """The room's window may come to the front when it is opened: the keyboard goes back to the mødeleder."""
        room = self.projector.window
        if room is not None and focused is not None and room.windowHandle() is focused:
            QTimer.singleShot(0, self._restore_focus)

    def _restore_focus(self) -> None:
        if self._aside:
            self.keyboard_wanted.emit()
        else:
            self.window.activateWindow()

    def _show_room(self, shown: MeetingShown) -> None:
        self._update_room(shown.room)
        pause = shown.view.pause
        for reason, on in (
            (CurtainReason.PAUSE, pause is not None and pause.back_at is not None),
            (CurtainReason.TIME_OUT, pause is not None and pause.back_at is None),
        ):
            self.projector.set_reason(reason, on)
        self._stay_awake()

    def _update_room(self, room: AudienceView) -> None:
        """Tell the room of the meeting as it is in this minute."""
        self._told_at = self._bridge.instant().replace(second=0, microsecond=0)
        self.projector.show_view(room)

    def _stay_awake(self) -> None:
        if self.running:
            self._around.awake.hold(self._context.t.gettext("Et møde er i gang"))
        else:
            self._around.awake.release()

    def _read_aloud(self, number: int | None) -> None:
        self._bridge.read_aloud = number
        self._show_room(self._bridge.both())

    def _look(self) -> None:
        """Five times a second: the room's shape and times, and whether the laptop slept or its clock was set."""
        if self.projector.is_open:
            self.projector.show_share(self._bridge.share())
            if self._bridge.instant() - self._told_at >= timedelta(minutes=1):
                self._update_room(self._bridge.room())
        since = self._around.gaps.slept_since()
        if since is not None and self.running:
            self._bridge.report_gap(since)
        if self._around.gaps.clock_was_set():
            self.show_message(
                self._context.t.gettext("Computerens ur er blevet stillet. Mødets egen tid går, som den skal.")
            )

    def _keep(self) -> None:
        """Every ten minutes a backup, in the lane. One that cannot be made now is tried again by itself."""
        if self.running and self._safekeeping.due:
            self._context.lane.run(self._safekeeping.back_up_if_due, ignore_result, ignore_result)

    def _leave(self) -> None:
        self._context.lane.run(self._safekeeping.end, ignore_result, ignore_result)
        self.left.emit(self.meeting)


def screens_of_this_machine() -> Screens:
    """Return the real screens."""
    with one_at_a_time:
        from netmoede_desktop.gui.room.screens import QtScreens

    return QtScreens(_application())


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise TypeError("there is no application")
    return application
