"""The app as a whole: its look, its first window, and the session behind it. Imports nothing that can wait."""

import contextlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.gui.entry.window.entry_window import EntryWindow, EntryWorld
from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.shell.world import AppWorld, apply_preferences
from netmoede_desktop.gui.system.only_window import OnlyWindow, raise_window, request_raise, second_start_sentence
from netmoede_desktop.gui.system.stop_signals import StopSignals
from netmoede_desktop.gui.theme.apply_theme import STYLE_ARGUMENTS, STYLED
from netmoede_desktop.gui.theme.fonts import load_first_fonts
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, load
from netmoede_desktop.services.settings.preferences import Preferences, read_preferences, write_preferences

if TYPE_CHECKING:
    from netmoede_desktop.gui.shell.session import Session
    from netmoede_desktop.services.methods.method_files import Methods
    from netmoede_desktop.services.vaults.opening import Entrance
    from netmoede_desktop.storage.vault import Vault

#: The app was closed as it should be; the profile's windows are open in another program; there is no display.
CLOSED, NOT_NOW = 0, 5

#: How much larger or smaller one press makes everything, in percent.
SCALE_STEP = 10


class Application(QApplication):
    """Qt's application. On a request to quit (end of session, *Slut* on a Mac) it quits, whatever window is open.

    Qt would first ask every window to close, and a meeting's window does not: it leads to the overview.
    """

    def event(self, event: QEvent) -> bool:
        """Quit at once on `QEvent.Quit`; `aboutToQuit` saves and closes."""
        if event.type() != QEvent.Type.Quit:
            return super().event(event)
        self.exit(CLOSED)
        return True


def make_application() -> Application:
    """Return Qt's application, with Qt's own messages suppressed."""
    qInstallMessageHandler(_drop_message)
    QApplication.setApplicationName("netmoede")
    QApplication.setApplicationDisplayName("Netværksmøde")
    QApplication.setDesktopFileName("netmoede")
    app = Application([*sys.argv[:1], *STYLE_ARGUMENTS])
    app.setProperty(STYLED, True)
    install_accessible_roles()
    return app


def open_app(world: AppWorld) -> int:
    """Open the app, and return its exit code when it is closed."""
    app = make_application()
    preferences = read_preferences(world.profile)
    if app.platformName() == "offscreen":
        t = load(world.language or preferences.language.value)
        print(t.gettext("Der er ingen skærm at åbne vinduerne på. Skriv »netmoede --help«."), file=sys.stderr)
        return NOT_NOW
    claim = OnlyWindow.claim(world.profile)
    if claim is None:
        request_raise(world.profile)
        t = load(world.language or preferences.language.value)
        print(second_start_sentence(t), file=sys.stderr)
        return NOT_NOW
    return run_app(app, App(app, world, preferences, claim))


def run_app(app: QApplication, opened: "App") -> int:
    """Begin, and return the exit code when the app is closed, or a signal has ended it."""
    opened.begin()
    stop = StopSignals(lambda: app.exit(CLOSED))
    code = app.exec()
    return stop.exit_code or code


class App(QObject):
    """The entry window first, then the session; one claim on the profile's windows for both."""

    def __init__(self, app: QApplication, world: AppWorld, preferences: Preferences, claim: OnlyWindow) -> None:
        super().__init__()
        self._app, self._world, self._preferences, self._claim = app, world, preferences, claim
        self._t = load(world.language or preferences.language.value)
        load_first_fonts(world.resources / "fonts")
        self._look = apply_preferences(app, world.resources, preferences)
        self._entry: EntryWindow | None = None
        self._session: Session | None = None
        self._curtain: QWidget | None = None
        self._methods: Methods | None = None
        claim.raise_requested.connect(self._raise_window)
        app.commitDataRequest.connect(self._save, Qt.ConnectionType.DirectConnection)
        app.aboutToQuit.connect(self._end)

    @property
    def entry(self) -> EntryWindow | None:
        """The entry window, None once it is closed."""
        return self._entry

    @property
    def session(self) -> "Session | None":
        """The session, None until the vault is open."""
        return self._session

    def begin(self) -> None:
        """Cover the room's screen if it was open, then show the first window."""
        if self._world.curtain is not None:
            with one_at_a_time:
                from netmoede_desktop.gui.room.curtain_window import open_curtain

            self._curtain = open_curtain(self._world.curtain, self._look, load(SOURCE_LANGUAGE))
        self._entry = EntryWindow(self._entry_world(), self._look, self._t)
        self._entry.opened.connect(self._enter)
        self._entry.scale_asked.connect(self._rescale)
        self._entry.painted.connect(self._install_qt_translations)
        self._entry.show()

    def _install_qt_translations(self) -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.shell.qt_words import install_qt_translations

        install_qt_translations(self._t.language)

    def _entry_world(self) -> EntryWorld:
        world = self._world

        def entrance() -> "Entrance":
            with one_at_a_time:
                from netmoede_desktop.services.vaults.opening import Entrance

            return Entrance.of_this_machine(world.profile, world.clock.now)

        def window_modules() -> Sequence[str]:
            with one_at_a_time:
                from netmoede_desktop.gui.entry.window.loading import window_modules as modules

            return modules()

        def load_the_rest() -> None:
            with one_at_a_time:
                from netmoede_desktop.gui.entry.window.loading import load_services

            load_services()
            with one_at_a_time:
                from netmoede_desktop.services.methods.method_files import load_methods
                from netmoede_desktop.services.vaults.profiles import municipal_methods

            self._methods = load_methods(world.resources / "methods", municipal_methods(world.profile))

        return EntryWorld(
            profile=world.profile,
            load=load_the_rest,
            entrance=entrance,
            now=world.clock.now,
            restart=self._restart,
            other_folder=Path.home() / "Netmoede",
            later=window_modules,
        )

    def _enter(self, vault: "Vault") -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.shell.session import Session

        self._session = Session(
            self._app,
            self._world,
            self._preferences,
            vault,
            self._look,
            self._t,
            lambda screen, overview: self._restart(self._world.profile, screen, overview),
            methods=self._methods,
        )
        QTimer.singleShot(0, self._show_session)  # in two steps, so that no window stands still for long

    def _show_session(self) -> None:
        if self._session is None:
            return
        self._session.begin()
        entry, self._entry = self._entry, None
        if entry is not None:
            entry.close()
            entry.deleteLater()
        if self._curtain is not None:
            self._curtain.close()

    def _rescale(self, step: int) -> None:
        scale = 100 if step == 0 else min(max(self._preferences.scale + step * SCALE_STEP, 100), 200)
        self._preferences = replace(self._preferences, scale=scale)
        with contextlib.suppress(OSError):  # it is as large as was asked for all the same; the next start is not
            write_preferences(self._world.profile, self._preferences)
        self._look = apply_preferences(self._app, self._world.resources, self._preferences)
        if self._entry is not None:
            self._entry.set_look(self._look)

    def _restart(self, profile: Path, curtain: str | None = None, overview: bool = False) -> NoReturn:
        self._claim.release()
        self._world.replace(profile, curtain, overview)

    def _raise_window(self) -> None:
        window = self._entry if self._session is None else self._session.window
        if window is not None:
            raise_window(window)

    def _save(self) -> None:
        """Save all typed text at once: the system is about to end the session, and may not ask again."""
        if self._session is not None:
            self._session.save()

    def _end(self) -> None:
        """Save and close everything before the program quits."""
        if self._entry is not None:
            self._entry.close()
        if self._session is not None:
            self._session.close()
        self._claim.release()


def _drop_message(kind: QtMsgType, context: object, message: str) -> None:
    """Drop a message of Qt: it names files and places, and the user can do nothing about it."""
