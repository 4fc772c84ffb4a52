"""A mødeleder's window and a projector on a real display: told what to do on stdin, tells where they are."""

import json
import os
import sys

from PySide6.QtCore import QRect, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.gui.room.projector import Projector
from netmoede_desktop.gui.room.screens import Placing, QtScreens
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName, load_theme
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from tests.gui.room.views import VIEW, told


def corners(area: QRect) -> list[int]:
    """A place as numbers."""
    return [area.x(), area.y(), area.width(), area.height()]


def main() -> None:
    """Run until stdin ends."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    look = Look(load_theme(resource_folder() / "themes", ThemeName.LIGHT), 1.0, motion=False)
    operator = QWidget()
    operator.setWindowTitle("mødeleder")
    screens = QtScreens(app)
    screens.put(operator, screens.all()[0].name, Placing.MAXIMISED)
    projector = Projector(look, load("da"), screens, operator)
    projector.show_view(VIEW)

    def tell() -> None:
        window = projector.window
        visible = window is not None and window.isVisible()
        print(
            json.dumps(
                {
                    "screens": {s.name: [s.x, s.y, s.width, s.height] for s in screens.all()},
                    "ratios": {s.name(): s.devicePixelRatio() for s in app.screens()},
                    "operator_on": screens.under(operator),
                    "operator": corners(operator.frameGeometry()),
                    "curtain": projector.curtain,
                    "visible": visible,
                    "audience": corners(window.geometry()) if window is not None else [],
                    "full": window is not None and window.isFullScreen(),
                    "told": "Kirsten" in told(window) if window is not None else False,
                    "active": app.activeWindow() is operator,
                }
            ),
            flush=True,
        )

    def heard() -> None:
        words = os.read(0, 4096).decode()
        if not words:
            app.quit()
        for word in words.split():
            if word != "tell":
                getattr(projector, word)()
        tell()

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(heard)
    QTimer.singleShot(0, tell)
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
