"""The dependencies of the app, and the look that preferences give."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn, Protocol

from PySide6.QtWidgets import QApplication

from netmoede_desktop.gui.theme.apply_theme import apply_theme, system_theme
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.services.settings.preferences import Preferences, ThemeChoice


class AppClock(Protocol):
    """The clock of the app: instants that go on during sleep, and how far the system's clock has moved from them."""

    def now(self) -> datetime:
        """Return the current instant."""

    def drift(self) -> timedelta:
        """Return how far the wall clock has moved away since the start."""


@dataclass(frozen=True, slots=True)
class AppWorld:
    """The dependencies of the app.

    `replace` replaces this program by a fresh one, with a profile, the name of the room's screen if it is to stay
    covered, and whether the running meeting was behind the overview; `curtain` and `overview` are these two if this
    program is such a fresh one. `language` overrides the settings unless None.
    """

    profile: Path
    clock: AppClock
    resources: Path
    language: str | None
    replace: Callable[[Path, str | None, bool], NoReturn]
    curtain: str | None = None
    overview: bool = False


def apply_preferences(app: QApplication, resources: Path, preferences: Preferences, *, motion: bool = False) -> Look:
    """Apply the look of the preferences and return it. Nothing moves unless `motion` is True."""
    theme = preferences.theme
    name = system_theme() if theme is ThemeChoice.SYSTEM else ThemeName(theme.value)
    return apply_theme(app, resources, name, preferences.scale / 100, motion=motion)
