"""The open app: the office window, a meeting that is led, its referat, and the lock over all of them."""

import importlib
from collections.abc import Callable
from dataclasses import replace as replaced
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from netmoede_desktop.gui.application import AppWorld, dressed_as
from netmoede_desktop.gui.bridge.gap_watch import GapWatch
from netmoede_desktop.gui.bridge.lane import Lane, nobody_waits
from netmoede_desktop.gui.desk import Desk
from netmoede_desktop.gui.dialogs import Dialogs, QtDialogs
from netmoede_desktop.gui.keys import load_keys
from netmoede_desktop.gui.led_meeting import LedMeeting, MeetingSurroundings, screens_of_this_machine
from netmoede_desktop.gui.locking import Reaction, Trigger, idle_limit, lock, reaction
from netmoede_desktop.gui.pages.settings.look_card import next_scale
from netmoede_desktop.gui.system.awake import Awake, way_of_this_machine
from netmoede_desktop.gui.system.battery import BatteryWatch, charge_of_this_machine
from netmoede_desktop.gui.system.idle import IdleWatch
from netmoede_desktop.gui.system.motion import system_wants_motion
from netmoede_desktop.gui.system.session_sources import source_of_this_machine
from netmoede_desktop.gui.system.session_watch import SessionWatch
from netmoede_desktop.gui.theme.fonts import load_other_fonts
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.windows.office_window import OfficeWindow
from netmoede_desktop.gui.windows.placing import ensure_reachable
from netmoede_desktop.localization.catalogue import Translator, load
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.services.acute_number import acute_number
from netmoede_desktop.services.meeting_list import meeting_to_go_on_with
from netmoede_desktop.services.method_files import Methods, load_methods
from netmoede_desktop.services.preferences import LEAST_SCALE, MotionChoice, Preferences, write_preferences
from netmoede_desktop.services.profiles import municipal_methods
from netmoede_desktop.services.safekeeping import Safekeeping
from netmoede_desktop.storage.problems import StorageProblem

if TYPE_CHECKING:
    from netmoede_desktop.gui.windows.minutes_window import MinutesWindow
    from netmoede_desktop.storage.vault import Vault

#: Loaded when the first window is open: nobody is to wait for it at the end of a meeting.
_REFERAT = "netmoede_desktop.gui.windows.minutes_window"

#: Where a municipality or a person says which key does what.
KEY_FILE = "keys.toml"


class Session(QObject):
    """One vault, open. It ends when its window is closed, or when it locks.

    `replace` puts a fresh program in this one's place; it is told which screen the room looks at, None for none.
    """

    def __init__(
        self,
        app: QApplication,
        world: AppWorld,
        preferences: Preferences,
        vault: "Vault",
        look: Look,
        t: Translator,
        replace: Callable[[str | None], NoReturn],
        *,
        methods: Methods | None = None,
        dialogs: Dialogs | None = None,
    ) -> None:
        """Make it; `methods` are those of the profile where they have been read already."""
        super().__init__()
        self._replace = replace
        self._app, self._world, self._preferences = app, world, preferences
        self._vault = vault
        self._lane = Lane()
        self._dialogs = QtDialogs() if dialogs is None else dialogs
        self._methods = (
            load_methods(world.resources / "methods", municipal_methods(world.profile)) if methods is None else methods
        )
        self._desk = self._made_desk(look, t)
        self._screens = screens_of_this_machine()
        self._awake = Awake(way_of_this_machine())
        self._office: OfficeWindow | None = None
        self._led: LedMeeting | None = None
        self._minutes: MinutesWindow | None = None
        self._closed = False
        self._watch_system()

    # -- for the application

    @property
    def window(self) -> QMainWindow | None:
        """The window in front."""
        if self._led is not None:
            return self._led.window
        return self._office if self._minutes is None else self._minutes

    @property
    def led(self) -> LedMeeting | None:
        """The meeting that is being led."""
        return self._led

    def begin(self) -> None:
        """Show the first window: the meeting that was going on, or the office."""
        trouble: StorageProblem | None = None
        going_on: str | None = None
        try:
            going_on = meeting_to_go_on_with(self._vault, self._world.clock.now())
        except StorageProblem as problem:
            trouble = problem
        if going_on is None:
            self._show_office()
            if trouble is not None:
                self._tell_office(trouble)
        else:
            self._lead(going_on)
            if self._led is not None and self._world.curtain is not None:
                self._led.open_behind_curtain(self._world.curtain)
        self._watch.start()
        self._battery.start()
        safekeeping = Safekeeping(self._vault, self._world.clock.now)
        self._lane.run(safekeeping.start, nobody_waits, nobody_waits)
        QTimer.singleShot(0, lambda: importlib.import_module(_REFERAT))  # not in the lane: see `loading`
        QTimer.singleShot(0, lambda: load_other_fonts(self._world.resources / "fonts"))

    def close(self) -> None:
        """Save, close everything, let go of the vault. The second time: nothing."""
        if self._closed:
            return
        self._closed = True
        self._stop_watching()
        for window in (self._led, self._minutes):
            if window is not None:
                window.end()
        if self._office is not None:
            self._office.end()
        self._lane.finish()
        self._lane.close()
        self._vault.close()

    # -- windows

    def _show_office(self) -> None:
        if self._office is None:
            office = OfficeWindow(self._desk, self._preferences, self._world.profile / KEY_FILE, self._other_screens())
            office.lead.connect(self._lead)
            office.minutes.connect(self._show_minutes)
            office.lock_asked.connect(lambda: self._react(Trigger.KEY))
            office.look_changed.connect(self._change_look)
            self._office = office
        _show_whole(self._office)
        self._idle.set_limit(idle_limit(in_meeting=False))

    def _lead(self, meeting: str) -> None:
        try:
            led = LedMeeting(self._desk, meeting, self._meeting_surroundings())
        except (KeyError, StorageProblem) as problem:
            self._show_office()  # also where it was to be the first window: a program without one ends
            self._tell_office(problem)
            return
        led.left.connect(self._after_meeting)
        led.put_aside.connect(self._put_aside)
        led.lock_asked.connect(lambda: self._react(Trigger.KEY))
        self._led = led
        self._take_scale_keys(led.window)
        led.begin()
        if self._office is not None:
            self._office.hide()
        self._idle.set_limit(idle_limit(in_meeting=True))

    def _meeting_surroundings(self) -> MeetingSurroundings:
        file = self._world.profile / KEY_FILE
        return MeetingSurroundings(
            keys=load_keys(file),
            key_file=str(file),
            screens=self._screens,
            awake=self._awake,
            gaps=GapWatch(self._world.clock),
            acute_number=acute_number(self._vault),
            audience_screen=self._preferences.audience_screen,
            sound=self._preferences.sound,
        )

    def _put_aside(self) -> None:
        """The meeting's window is closed while it runs: it stays where it is, and the office offers to go on."""
        led, self._led = self._led, None
        self._show_office()
        _end(led)

    def _after_meeting(self, meeting: str) -> None:
        led, self._led = self._led, None
        self._show_minutes(meeting)
        _end(led)

    def _show_minutes(self, meeting: str) -> None:
        from netmoede_desktop.gui.windows.minutes_window import MinutesWindow

        try:
            minutes = MinutesWindow(
                self._desk, meeting, self._dialogs, self._screens, self._preferences.audience_screen
            )
        except (KeyError, StorageProblem) as problem:
            self._show_office()
            self._tell_office(problem)
            return
        minutes.left.connect(self._leave_minutes)
        minutes.lock_asked.connect(lambda: self._react(Trigger.KEY))
        self._minutes = minutes
        self._take_scale_keys(minutes)
        minutes.showMaximized()
        if self._office is not None:
            self._office.hide()
        self._idle.set_limit(idle_limit(in_meeting=False))

    def _leave_minutes(self) -> None:
        minutes, self._minutes = self._minutes, None
        self._show_office()
        _end(minutes)

    def _tell_office(self, problem: Exception) -> None:
        if self._office is not None and isinstance(problem, StorageProblem):
            self._office.tell(problem_sentence(problem.code, problem.facts, self._desk.t))

    def _take_scale_keys(self, window: QMainWindow) -> None:
        """Ctrl and plus, minus or nought make everything larger, smaller or as it was; the office has its own."""
        for keys, step in ((("Ctrl++", "Ctrl+="), 1), (("Ctrl+-",), -1), (("Ctrl+0",), 0)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.activated.connect(lambda step=step: self._rescale(step))

    def _rescale(self, step: int) -> None:
        """Build the window in front anew, a step larger or smaller, once what was typed is kept."""
        scale = LEAST_SCALE if step == 0 else next_scale(self._preferences.scale, step)
        if scale == self._preferences.scale or not self._save():
            return
        kept = replaced(self._preferences, scale=scale)
        self._lane.run(lambda: write_preferences(self._world.profile, kept), nobody_waits, nobody_waits)
        led, minutes = self._led, self._minutes
        self._dress(kept)
        if led is not None:
            screen = led.room_screen
            self._led = None
            self._lead(led.meeting)
            if self._led is not None and screen is not None:
                self._led.toggle_audience()
        elif minutes is not None:
            self._minutes = None
            self._show_minutes(minutes.meeting)
        _end(led)
        _end(minutes)
        _end(self._office)
        self._office = None

    def _dress(self, preferences: Preferences) -> None:
        self._preferences = preferences
        look = dressed_as(self._app, self._world.resources, preferences, motion=_motion(preferences))
        self._desk = self._made_desk(look, load(self._world.language or preferences.language.value))

    def _change_look(self, preferences: Preferences) -> None:
        """Build the office anew in the look and language that are kept now."""
        self._dress(preferences)
        old, self._office = self._office, None
        place = None if old is None else old.place
        self._show_office()
        _end(old)
        if place is not None and self._office is not None:
            self._office.go_to(place)

    # -- the system

    def _watch_system(self) -> None:
        now = self._world.clock.now
        self._idle = IdleWatch(now, idle_limit(in_meeting=False), self)
        self._watch = SessionWatch(source_of_this_machine(), now, self)
        self._battery = BatteryWatch(charge_of_this_machine, self)
        self._idle.quiet.connect(lambda: self._react(Trigger.IDLE))
        self._watch.os_locked.connect(lambda: self._react(Trigger.OS_LOCKED))
        self._watch.user_switched.connect(lambda: self._react(Trigger.USER_SWITCHED))
        self._watch.suspending.connect(lambda: self._react(Trigger.SUSPENDING))
        self._battery.low.connect(self._tell_battery)
        self._screens.settled.connect(self._bring_back)

    def _stop_watching(self) -> None:
        self._watch.stop()
        self._battery.stop()
        self._awake.release()

    def _bring_back(self) -> None:
        """After screens have come or gone: the window in front is where it can be reached."""
        if self.window is not None:
            ensure_reachable(self.window, [screen.area for screen in self._screens.all()])

    def _tell_battery(self, percent: int) -> None:
        if self._led is not None:
            sentence = self._desk.t.gettext("Der er {percent} % strøm tilbage. Sæt gerne strøm til.")
            self._led.tell(sentence.format(percent=percent))

    def _react(self, trigger: Trigger) -> None:
        led = self._led
        in_meeting = led is not None and led.running
        match reaction(trigger, in_meeting=in_meeting, word_is_given=led is not None and led.word_is_given):
            case Reaction.NOTHING:
                return
            case Reaction.VEIL:
                if led is not None:
                    led.cover()
            case Reaction.LOCK:
                self._lock()

    def _lock(self) -> None:
        screen = None if self._led is None else self._led.room_screen
        lock(self._save, (self,), lambda: self._replace(screen))
        if not self._closed and self._led is not None:
            self._led.cover()

    def _save(self) -> bool:
        parts = (self._led, self._minutes, self._office)
        saved = [part.save() for part in parts if part is not None]
        return all(saved)

    def _made_desk(self, look: Look, t: Translator) -> Desk:
        world = self._world
        moving = replaced(look, motion=_motion(self._preferences))
        return Desk(world.profile, self._vault, self._methods, world.clock, self._lane, moving, t)

    def _other_screens(self) -> tuple[str, ...]:
        return tuple(screen.name for screen in self._screens.all()[1:])


def _show_whole(window: QMainWindow) -> None:
    """Show a window at its own size, or as large as the screen where that would not go onto it."""
    room = window.screen().availableGeometry().size()
    around = window.frameGeometry().size() - window.size()
    if (
        window.width() + around.width() > room.width() * 0.98
        or window.height() + around.height() > room.height() * 0.98
    ):
        window.showMaximized()
    else:
        window.show()


def _end(window: "LedMeeting | MinutesWindow | OfficeWindow | None") -> None:
    """Take a window away. The next one is there already: Qt ends a program without windows."""
    if window is not None:
        window.end()
        window.deleteLater()


def _motion(preferences: Preferences) -> bool:
    return preferences.motion is MotionChoice.SYSTEM and system_wants_motion()
