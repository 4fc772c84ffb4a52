"""The open app: the office window, the led meeting, its referat, and the lock over all of them."""

from collections.abc import Callable
from dataclasses import replace as replaced
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from netmoede_desktop.gui.desk.dialogs import Dialogs, QtDialogs
from netmoede_desktop.gui.desk.office_page import Destination, ToOverview
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.layout.placing import ensure_reachable, show_fitted
from netmoede_desktop.gui.overview.going_on import GoingOn
from netmoede_desktop.gui.room.screens import Placing
from netmoede_desktop.gui.settings.card import failure_sentence
from netmoede_desktop.gui.shell.giving_way import end_window, restore_page_state
from netmoede_desktop.gui.shell.led_meeting import LedMeeting, screens_of_this_machine
from netmoede_desktop.gui.shell.locking import Reaction, Trigger, idle_limit, lock, reaction
from netmoede_desktop.gui.shell.looks import Looks, bind_scale_keys
from netmoede_desktop.gui.shell.meeting_surroundings import KEY_FILE, meeting_surroundings
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.shell.qt_words import install_qt_translations
from netmoede_desktop.gui.shell.rehearsal import Rehearsal, label_as_rehearsal
from netmoede_desktop.gui.shell.watching import Watching
from netmoede_desktop.gui.shell.world import AppWorld, apply_preferences
from netmoede_desktop.gui.system.awake import Awake, inhibitor_of_this_machine
from netmoede_desktop.gui.system.lane import Lane, ignore_result
from netmoede_desktop.gui.system.motion import system_wants_motion
from netmoede_desktop.gui.theme.fonts import load_other_fonts
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.importing import load as load_module
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator, load
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.services.cases.meeting_list import meeting_to_go_on_with
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.settings.preferences import MotionChoice, Preferences
from netmoede_desktop.services.vaults.automatic_backups import AutomaticBackups
from netmoede_desktop.services.vaults.profiles import municipal_methods
from netmoede_desktop.storage.problems import StorageProblem

if TYPE_CHECKING:
    from netmoede_desktop.gui.shell.minutes_window import MinutesWindow
    from netmoede_desktop.storage.vault import Vault

#: Loaded when the first window is open: nobody is to wait for it at the end of a meeting.
_REFERAT = "netmoede_desktop.gui.shell.minutes_window"


class Session(QObject):
    """A session with one open vault. It ends when its window is closed, or when it locks.

    `replace` replaces this program by a fresh one; its arguments are the screen of the room (None for none), and
    whether the running meeting was behind the overview.
    """

    def __init__(
        self,
        app: QApplication,
        world: AppWorld,
        preferences: Preferences,
        vault: "Vault",
        look: Look,
        t: Translator,
        replace: Callable[[str | None, bool], NoReturn],
        *,
        methods: Methods | None = None,
        dialogs: Dialogs | None = None,
    ) -> None:
        """Create the session; `methods` are those of the profile if they have been read already."""
        super().__init__()
        self._replace = replace
        self._app, self._world = app, world
        self._vault = vault
        self._lane = Lane()
        self._looks = Looks(world.profile, self._lane, preferences)
        self._dialogs = QtDialogs() if dialogs is None else dialogs
        self._methods = (
            load_methods(world.resources / "methods", municipal_methods(world.profile)) if methods is None else methods
        )
        self._context = self._page_context(look, t)
        self._screens = screens_of_this_machine()
        self._awake = Awake(inhibitor_of_this_machine())
        self._rehearsal = Rehearsal(world, self._lane)
        self._office: OfficeWindow | None = None
        self._led: LedMeeting | None = None
        self._aside = False
        self._minutes: MinutesWindow | None = None
        self._closed = False
        self._looks.granted.connect(self._apply_preferences)
        self._looks.write_failed.connect(lambda error: self._show_in_front(failure_sentence(error, self._context.t)))
        self._watching = Watching(world.clock.now, self)
        self._watching.reason.connect(self._react)
        self._watching.battery_low.connect(self._show_battery)
        self._screens.settled.connect(self._keep_reachable)
        self._rehearsal.opened.connect(self._lead_rehearsal)
        self._rehearsal.failed.connect(lambda error: self._show_in_front(failure_sentence(error, self._context.t)))

    # -- for the application

    @property
    def window(self) -> QMainWindow | None:
        """The window in front, None before `begin`."""
        if self._minutes is not None:
            return self._minutes
        return self._office if self._led is None or self._aside else self._led.window

    @property
    def led(self) -> LedMeeting | None:
        """The led meeting, None if there is none."""
        return self._led

    def begin(self) -> None:
        """Show the first window: the running meeting, or the office."""
        trouble: StorageProblem | None = None
        going_on: str | None = None
        try:
            going_on = meeting_to_go_on_with(self._vault, self._world.clock.now())
        except StorageProblem as problem:
            trouble = problem
        if going_on is None:
            self._show_office()
            if trouble is not None:
                self._show_in_office(trouble)
        else:
            self._lead(going_on)
            if self._led is not None and self._world.curtain is not None:
                self._led.open_behind_curtain(self._world.curtain)
            if self._led is not None and self._world.overview:
                self._step_aside()
        self._watching.start()
        automatic_backups = AutomaticBackups(self._vault, self._world.clock.now)
        self._lane.run(automatic_backups.start, ignore_result, ignore_result)
        QTimer.singleShot(0, lambda: load_module(_REFERAT))  # not in the lane: see `loading`
        QTimer.singleShot(0, lambda: load_other_fonts(self._world.resources / "fonts"))

    def save(self) -> None:
        """Save all typed text, durably on return: the system may end the program any moment."""
        if not self._closed:
            self._save()

    def close(self) -> None:
        """Save, and close all windows, the lane and the vault. Idempotent."""
        if self._closed:
            return
        self.save()
        self._closed = True
        self._looks.stop()
        self._watching.stop()
        self._awake.release()
        for window in (self._led, self._minutes):
            end_window(window)
        if self._office is not None:
            self._office.end()
        self._lane.finish()
        self._lane.close()
        self._rehearsal.close()
        self._vault.close()

    # -- windows

    def _show_office(self, place: Destination | None = None) -> None:
        """Show the office, at a destination if given; while a meeting runs behind it, on the mødeleder's own screen."""
        office = self._create_office() if self._office is None else self._office
        self._office = office
        if place is not None:
            office.navigate_to(place)
        own = "" if self._led is None else self._screens.under(self._led.window)
        if own and own != self._screens.under(office):
            self._screens.put(office, own, Placing.MAXIMISED)
        else:
            show_fitted(office)
        self._watching.set_idle_limit(idle_limit(in_meeting=False))

    def _create_office(self) -> OfficeWindow:
        file = self._world.profile / KEY_FILE
        screens = tuple(screen.name for screen in self._screens.all()[1:])
        office = OfficeWindow(self._context, self._looks.requested, file, screens, going_on=self._running_meeting)
        office.lead.connect(self._lead)
        office.minutes.connect(self._show_minutes)
        office.rehearsal.connect(lambda: self._rehearsal.open() if self._is_led("") else None)
        office.lock_asked.connect(lambda: self._react(Trigger.KEY))
        office.look_requested.connect(self._looks.request)
        self._looks.request_changed.connect(office.show_preferences)
        bind_scale_keys(office, self._looks)
        return office

    def _running_meeting(self) -> GoingOn | None:
        return None if self._led is None else self._led.going_on()

    def _lead(self, meeting: str, before: LedMeeting | None = None) -> None:
        if self._led is not None:
            self._return_to_meeting(self._led, meeting)
            return
        try:
            context = self._rehearsal.context(meeting, self._context)
            looks = self._looks.applied
            around = meeting_surroundings(self._world, self._vault, self._screens, self._awake, looks)
            led = LedMeeting(context, meeting, around, before)
        except (KeyError, StorageProblem) as problem:
            self._show_office()  # also where it was to be the first window: a program without one ends
            self._show_in_office(problem)
            return
        rehearsal = self._rehearsal.owns(meeting)
        led.left.connect(self._close_rehearsal if rehearsal else self._after_meeting)
        led.put_aside.connect(self._close_rehearsal if rehearsal else self._step_aside)
        led.told_aside.connect(self._show_in_front)
        led.keyboard_wanted.connect(self._activate_window)
        led.lock_asked.connect(lambda: self._react(Trigger.KEY))
        self._led = led
        if rehearsal:
            label_as_rehearsal(led, context)
        bind_scale_keys(led.window, self._looks)
        led.begin()
        if self._office is not None:
            self._office.hide()
        self._watching.set_idle_limit(idle_limit(in_meeting=not rehearsal))

    def _lead_rehearsal(self, meeting: str) -> None:
        """Lead the øvemøde that has been made, unless the user has gone on to something else meanwhile."""
        if self.window is self._office:
            self._lead(meeting)
        if not self._rehearsal.leads(self._led):
            self._rehearsal.end()

    def _step_aside(self) -> None:
        """Handle the closing of the meeting's window. A running meeting goes on behind the overview."""
        led = self._led
        if led is None:
            return
        self._aside = led.running
        if self._aside:
            led.step_aside()
        else:
            self._led = None
        self._show_office(ToOverview())
        if not self._aside:
            end_window(led)

    def _close_rehearsal(self) -> None:
        """Close the øvemøde without a trace, and return to where it was asked for."""
        led, self._led = self._led, None
        self._show_office()
        end_window(led)
        self._rehearsal.end()
        self._show_in_front(self._context.t.gettext("Øvemødet er lukket. Intet af det er gemt."))

    def _return_to_meeting(self, led: LedMeeting, meeting: str) -> None:
        """Return to the running meeting; no other one can be started meanwhile."""
        if not self._is_led(meeting):
            return
        self._aside = False
        if led.built_with(self._context):
            led.step_back()
        else:
            self._rebuild_meeting(led)
        if self._office is not None:
            self._office.hide()
        self._watching.set_idle_limit(idle_limit(in_meeting=True))

    def _rebuild_meeting(self, led: LedMeeting) -> None:
        """Rebuild the meeting's windows; the room's is restored too, behind its curtain if that was down."""
        self._led = None
        self._lead(led.meeting, led)
        if self._led is not None:
            self._led.restore_room(led)
        end_window(led, self.window)

    def _is_led(self, meeting: str) -> bool:
        """Return True if no other meeting runs; else show that the running one has to be ended first."""
        if self._led is None or self._led.meeting == meeting:
            return True
        self._show_in_front(self._context.t.gettext("Et møde er i gang. Fortsæt det, og afslut det først."))
        return False

    def _after_meeting(self, meeting: str) -> None:
        led, self._led = self._led, None
        self._show_minutes(meeting)
        end_window(led)

    def _show_minutes(self, meeting: str) -> None:
        """Show a referat, unless a meeting runs: the room's screen belongs to that meeting."""
        if self._led is not None:
            self._is_led("")
            return
        with one_at_a_time:
            from netmoede_desktop.gui.shell.minutes_window import MinutesWindow

        try:
            minutes = MinutesWindow(
                self._context, meeting, self._dialogs, self._screens, self._looks.applied.audience_screen
            )
        except (KeyError, StorageProblem) as problem:
            self._show_office()
            self._show_in_office(problem)
            return
        minutes.left.connect(self._leave_minutes)
        minutes.lock_asked.connect(lambda: self._react(Trigger.KEY))
        self._minutes = minutes
        bind_scale_keys(minutes, self._looks)
        minutes.showMaximized()
        if self._office is not None:
            self._office.hide()
        self._watching.set_idle_limit(idle_limit(in_meeting=False))

    def _leave_minutes(self) -> None:
        minutes, self._minutes = self._minutes, None
        self._show_office(ToOverview())
        end_window(minutes)

    def _show_in_office(self, problem: Exception) -> None:
        if self._office is not None and isinstance(problem, StorageProblem):
            self._office.show_message(problem_sentence(problem.code, problem.facts, self._context.t))

    def _show_in_front(self, sentence: str) -> None:
        """Show a message in the meeting's window or the office, whichever is in front."""
        if self._led is not None and not self._aside:
            self._led.show_message(sentence)
        elif self._office is not None:
            self._office.show_message(sentence)

    def _activate_window(self) -> None:
        if self.window is not None:
            self.window.activateWindow()

    def _apply_preferences(self, preferences: Preferences) -> None:
        """Apply a new look: rebuild the window in front in it, once typed text is saved."""
        if not self._save():
            return
        look = apply_preferences(self._app, self._world.resources, preferences, motion=_motion(preferences))
        t = load(self._world.language or preferences.language.value)
        install_qt_translations(t.language)
        self._context = self._page_context(look, t)
        old, self._office = self._office, None
        led, minutes = self._led, self._minutes
        if minutes is not None:
            self._minutes = None
            self._show_minutes(minutes.meeting)
            if self._minutes is not None:
                restore_page_state(self._minutes.page, minutes.page)
            end_window(minutes, self.window)
        elif led is not None and not self._aside:
            self._rebuild_meeting(led)
        else:
            self._show_office_as(old)
        end_window(old, self.window)

    def _show_office_as(self, old: OfficeWindow | None) -> None:
        """Show a new office with the destination, view state and focus of the old one."""
        self._show_office(None if old is None else old.place)
        page = None if self._office is None else self._office.page
        if page is not None and old is not None and old.page is not None:
            self._lane.finish()  # what stands on the page is there before anybody goes on writing in it
            restore_page_state(page, old.page)

    # -- the system

    def _keep_reachable(self) -> None:
        """After screens were added or removed, keep the window in front reachable."""
        if self.window is not None:
            ensure_reachable(self.window, [screen.area for screen in self._screens.all()])

    def _show_battery(self, percent: int) -> None:
        if self._led is not None:
            sentence = self._context.t.gettext("Der er {percent} % strøm tilbage. Sæt gerne strøm til.")
            self._led.show_message(sentence.format(percent=percent))

    def _react(self, trigger: Trigger) -> None:
        led = None if self._aside or self._rehearsal.leads(self._led) else self._led
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
        screen = None if self._led is None or self._rehearsal.leads(self._led) else self._led.room_screen
        lock(self._save, (self,), lambda: self._replace(screen, self._aside))
        if not self._closed and self._led is not None and not self._aside:
            self._led.cover()

    def _save(self) -> bool:
        parts = (self._led, self._minutes, self._office)
        saved = [part.save() or self._rehearsal.leads(part) for part in parts if part is not None]
        return all(saved)

    def _page_context(self, look: Look, t: Translator) -> PageContext:
        world = self._world
        moving = replaced(look, motion=_motion(self._looks.applied))
        return PageContext(world.profile, self._vault, self._methods, world.clock, self._lane, moving, t)


def _motion(preferences: Preferences) -> bool:
    return preferences.motion is MotionChoice.SYSTEM and system_wants_motion()
