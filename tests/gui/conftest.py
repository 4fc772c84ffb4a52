"""What the tests of the windows share: two screens that are not there, the look, and nothing left behind."""

import gc
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": True,
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1, "logicalDpi": 96},
        {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 1, "logicalDpi": 96},
    ],
}


def _use_offscreen() -> None:
    """Before Qt is loaded: two screens of known size, and no file of Qt's own in anybody's home."""
    folder = Path(tempfile.mkdtemp(prefix="netmoede-screens-"))
    file = folder / "screens.json"
    file.write_text(json.dumps(SCREENS), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["XDG_CONFIG_HOME"] = str(folder)


_use_offscreen()

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402

from netmoede_desktop.gui.theme.apply_theme import apply_theme  # noqa: E402
from netmoede_desktop.gui.theme.fonts import load_first_fonts, load_other_fonts  # noqa: E402
from netmoede_desktop.gui.theme.look import Look  # noqa: E402
from netmoede_desktop.gui.theme.themes import ThemeName  # noqa: E402
from netmoede_desktop.localization.catalogue import Translator, load  # noqa: E402
from netmoede_desktop.localization.resources import resource_folder  # noqa: E402
from netmoede_desktop.storage.vault import Vault  # noqa: E402
from tests.gui.desks import OpenOffice, open_office  # noqa: E402
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window  # noqa: E402
from tests.gui.office_stories import Stories  # noqa: E402
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings  # noqa: E402


def dressed(app: QApplication, name: ThemeName = ThemeName.LIGHT, scale: float = 1.0) -> Look:
    """Give the program a look and return it."""
    return apply_theme(app, resource_folder(), name, scale, motion=False)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The class of the application."""
    return QApplication


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The house letters, once."""
    load_first_fonts(resource_folder() / "fonts")
    load_other_fonts(resource_folder() / "fonts")


@pytest.fixture
def look(qapp: QApplication, fonts: None) -> Look:
    """The light look at 100 %, without motion."""
    return dressed(qapp)


@pytest.fixture
def t() -> Translator:
    """Danish."""
    return load("da")


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """A window or timer that outlives its test fails it; what is closed is gone before the next one is dressed."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()  # the program's last window goes with the program: here each dressing would dress it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()  # what a meeting that is led leaves out of the collecting is to be collected here
    assert not left, f"left open: {left}"


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    """An open app; everything in it is made up."""
    with open_office(tmp_path, look, t) as office:
        yield office


@pytest.fixture
def stories(office: OpenOffice) -> Stories:
    """What makes sager and meetings."""
    return Stories(office)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """One vault for all meetings that are led in a test; each test has a meeting of its own."""
    folder, clock = tmp_path_factory.mktemp("meetings"), HandClock()
    vault, _ = Vault.create(folder / "profil", PASSPHRASE, surroundings(clock))
    with vault:
        yield Shelf(vault, clock, folder)


@pytest.fixture
def led(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """The little family's meeting before it begins, at 1366 × 768."""
    with led_window(shelf, look, t, qtbot) as meeting:
        yield meeting
