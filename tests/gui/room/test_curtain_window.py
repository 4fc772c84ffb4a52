"""The curtain of a locked program: on the room's screen, with nothing in it, and nothing loaded for it."""

import subprocess
import sys

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.room.curtain_window import open_curtain
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.room.views import told


def test_it_covers_the_named_screen(qtbot: QtBot, look: Look, t: Translator) -> None:
    window = open_curtain("projector", look, t)
    assert window is not None
    qtbot.addWidget(window)
    qtbot.waitUntil(window.isVisible)
    assert window.isFullScreen()
    assert window.screen().name() == "projector"
    assert window.geometry() == window.screen().geometry()
    assert set(told(window)) == {"Et øjeblik"}


def test_a_screen_that_is_gone_gets_no_curtain(look: Look, t: Translator) -> None:
    assert open_curtain("", look, t) is None
    assert open_curtain("tv", look, t) is None
    assert len(QGuiApplication.topLevelWindows()) == 0 or not any(
        window.isVisible() for window in QGuiApplication.topLevelWindows()
    )


def test_it_loads_nothing_of_the_meeting() -> None:
    code = (
        "import sys; import netmoede_desktop.gui.room.curtain_window; "
        "print(sorted(name for name in sys.modules if name.startswith(("
        "'netmoede_desktop.services', 'netmoede_desktop.domain', 'netmoede_desktop.storage', 'babel', 'sqlmodel'))))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
