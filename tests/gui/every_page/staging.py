"""The combinations every page is opened in, and where it is opened: a look, a language, a size, a folder of its own."""

import functools
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator, load
from tests.gui.activation import bring_to_front
from tests.gui.conftest import dressed


@dataclass(frozen=True, slots=True)
class Combination:
    """A theme, a language, a scale and the size of the screen."""

    theme: ThemeName
    language: str
    scale: float
    size: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.theme}-{self.language}-{round(self.scale * 100)}-{self.size[0]}x{self.size[1]}"


PLAIN = Combination(ThemeName.LIGHT, "da", 1.0, (1366, 768))
SMALL = Combination(ThemeName.CONTRAST_LIGHT, "da", 2.0, (1280, 720))
COMBINATIONS = (
    PLAIN,
    Combination(ThemeName.DARK, "en", 2.0, (1366, 768)),
    SMALL,
    Combination(ThemeName.CONTRAST_DARK, "en", 1.0, (1920, 1080)),
    Combination(ThemeName.LIGHT, "en", 1.5, (1366, 768)),
)
#: What Ctrl and plus go through between the looks above.
BETWEEN = tuple(Combination(ThemeName.LIGHT, "da", scale, (1366, 768)) for scale in (1.1, 1.25))


@dataclass(frozen=True, slots=True)
class Stage:
    """What a page is opened with."""

    folder: Path
    look: Look
    t: Translator
    qtbot: QtBot
    size: tuple[int, int]

    def show(self, window: QWidget) -> None:
        """Show a window, as large as the screen, with the keyboard."""
        window.resize(*self.size)
        bring_to_front(window, self.qtbot)
        settle()


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing a user can come to see. `open` shows it, gives its window or what covers that, and takes it away."""

    name: str
    open: Callable[[Stage], AbstractContextManager[QWidget]]

    def __str__(self) -> str:
        return self.name


def stage(combination: Combination, app: QApplication, folder: Path, qtbot: QtBot) -> Stage:
    """A place to open pages in; the program is dressed for it."""
    install_accessible_roles()
    look = dressed(app, combination.theme, combination.scale)
    return Stage(folder, look, _spoken(combination.language), qtbot, combination.size)


@functools.cache
def _spoken(language: str) -> Translator:
    return load(language)


def bring(page: QWidget, qtbot: QtBot) -> None:
    """Give the keyboard to the window of a page, where it takes any, and let it come to rest."""
    if not page.window().windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus:
        bring_to_front(page.window(), qtbot)
    settle()


def settle() -> None:
    """Let everything be laid out, and what has been put away be gone."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.sendPostedEvents()  # what a clock said in the last round has its room, too


def take_away(window: QWidget) -> None:
    """Close a window, and let it be gone."""
    window.close()
    window.deleteLater()
    settle()
