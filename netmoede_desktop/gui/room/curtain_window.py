"""The empty curtain that a freshly started, locked program shows before its lock screen. Imports only the look."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.room.curtain_page import CurtainPage
from netmoede_desktop.gui.room.screens import Placing, named, place_on
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class CurtainWindow(QWidget):
    """A full-screen window with a word; takes no focus."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)  # it keeps no program alive
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(CurtainPage(look, word))


def open_curtain(screen: str, look: Look, t: Translator) -> CurtainWindow | None:
    """Show an empty curtain on a named screen. Return None if that screen is missing, or the only one.

    The caller owns the window, and closes it once the room's own window is shown with its curtain down.
    """
    screens = named(QGuiApplication.screens())
    found = screens.get(screen)
    if found is None or len(screens) < 2:
        return None
    window = CurtainWindow(look, t.gettext("Et øjeblik"))
    place_on(window, found, Placing.FULL_SCREEN)
    return window
