"""What the app needs of the world, and the look its preferences ask for."""

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
        """Return the instant now."""

    def drift(self) -> timedelta:
        """Return how far the wall clock has moved away since the start."""


@dataclass(frozen=True, slots=True)
class AppWorld:
    """What the app needs of the world.

    `replace` puts a fresh program in this one's place, with a profile, the name of the room's screen where it is to
    stay covered, and whether a meeting that runs was put aside for the overview; `curtain` and `overview` are these two
    where this program is such a fresh one. `language` goes before the settings where it is given.
    """

    profile: Path
    clock: AppClock
    resources: Path
    language: str | None
    replace: Callable[[Path, str | None, bool], NoReturn]
    curtain: str | None = None
    overview: bool = False


def apply_preferences(app: QApplication, resources: Path, preferences: Preferences, *, motion: bool = False) -> Look:
    """Give the program the look of the preferences. Nothing moves unless `motion` says so."""
    theme = preferences.theme
    name = system_theme() if theme is ThemeChoice.SYSTEM else ThemeName(theme.value)
    return apply_theme(app, resources, name, preferences.scale / 100, motion=motion)
