"""The windows, as the command line asks for them. Qt is loaded when the first one is opened."""

from pathlib import Path

from netmoede_desktop.app.displays import choose_platform
from netmoede_desktop.app.relaunch import Program
from netmoede_desktop.app.system_clock import SystemClock
from netmoede_desktop.cli.world import PlayStage
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.resources import resource_folder


class AppWindows:
    """The real windows. `language` is the user's wish for this run, None where there is none."""

    def __init__(self, clock: SystemClock, language: str | None, translator: Translator) -> None:
        self._clock, self._language, self._translator = clock, language, translator

    def open(self, profile: Path, curtain: str | None, *, overview: bool = False) -> int:
        """Open the app and return its exit code; `curtain` names the screen that is to be covered first."""
        choose_platform()
        from netmoede_desktop.gui.shell.application import open_app
        from netmoede_desktop.gui.shell.world import AppWorld

        program = Program.running()
        folder = profile.absolute()
        world = AppWorld(folder, self._clock, resource_folder(), self._language, program.replace, curtain, overview)
        return open_app(world)

    def play_stage(self) -> PlayStage:
        """Set up the windows for a meeting that plays itself."""
        choose_platform()
        from netmoede_desktop.gui.shell.application import make_application
        from netmoede_desktop.gui.shell.stage import WindowStage
        from netmoede_desktop.gui.theme.apply_theme import apply_theme
        from netmoede_desktop.gui.theme.fonts import load_first_fonts, load_other_fonts
        from netmoede_desktop.gui.theme.themes import ThemeName

        app = make_application()
        watched = app.platformName() != "offscreen"
        fonts = resource_folder() / "fonts"
        load_first_fonts(fonts)
        load_other_fonts(fonts)
        look = apply_theme(app, resource_folder(), ThemeName.LIGHT, 1.0, motion=watched)
        stage = WindowStage(app, look, self._translator, watched=watched)
        stage.stop_on_signals()
        return stage
