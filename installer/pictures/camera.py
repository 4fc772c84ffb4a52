"""A program without a display, and what writes its windows as small pictures."""

import json
import os
import tempfile
import time
from collections.abc import Callable, Collection
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt, QThread
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.gui.shell.application import make_application
from netmoede_desktop.gui.theme.apply_theme import apply_theme
from netmoede_desktop.gui.theme.fonts import load_first_fonts, load_other_fonts
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.resources import resource_folder

LAPTOP, PROJECTOR = (1366, 768), (1920, 1080)
#: The room's pictures are saved half as large: what is in them is meant to be read from afar.
ROOM_WIDTH = 960

#: Of the colours of a picture, so many are kept as they are, and so many stand for all the others.
_SURFACES, _EDGES = 48, 64
_PATIENCE = 30.0


def offscreen() -> QApplication:
    """Return Qt's application with two screens that are not there; everything at its own time and place in Denmark."""
    folder = Path(tempfile.mkdtemp(prefix="netmoede-pictures-"))
    names = (("laptop", 0, LAPTOP), ("projektor", LAPTOP[0], PROJECTOR))
    screens = [
        {"name": name, "x": x, "y": 0, "width": size[0], "height": size[1], "dpr": 1, "logicalDpi": 96}
        for name, x, size in names
    ]
    file = folder / "screens.json"
    file.write_text(json.dumps({"windowFrameMargins": False, "screens": screens}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    os.environ["TZ"] = "Europe/Copenhagen"
    if hasattr(time, "tzset"):
        time.tzset()
    app = make_application()
    app.setCursorFlashTime(0)
    fonts = resource_folder() / "fonts"
    load_first_fonts(fonts)
    load_other_fonts(fonts)
    return app


class Camera:
    """Dresses the program, and takes the pictures that are wanted."""

    def __init__(self, app: QApplication, folder: Path, wanted: Collection[str]) -> None:
        """Write to `folder`; what is not `wanted` is passed over."""
        self._app, self._folder, self._wanted = app, folder, wanted
        self.taken: set[str] = set()

    def dressed(self, theme: ThemeName = ThemeName.LIGHT, scale: float = 1.0) -> Look:
        """Give the program a look and return it."""
        return apply_theme(self._app, resource_folder(), theme, scale, motion=False)

    def take(self, widget: QWidget, name: str, width: int = 0) -> None:
        """Write what a widget shows now, `width` pixels wide where it is given."""
        self.settle()
        if name not in self._wanted:
            return
        drawn = QBuffer()
        drawn.open(QIODevice.OpenModeFlag.WriteOnly)
        widget.grab().save(drawn, "PNG")
        self.keep(bytes(drawn.data().data()), name, width)

    def keep(self, png: bytes, name: str, width: int = 0) -> None:
        """Write a picture that was made elsewhere."""
        if name in self._wanted:
            save_small(png, self._folder / f"{name}.png", width)
            self.taken.add(name)

    def settle(self) -> None:
        """Let everything be arranged and painted."""
        for _ in range(3):
            self._app.processEvents()

    def pause(self, seconds: float) -> None:
        """Let real seconds go by, for what comes by itself after a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the program live until something is so. Raises TimeoutError."""
        deadline = time.monotonic() + _PATIENCE
        while not ready():
            if time.monotonic() > deadline:
                raise TimeoutError("the window never got there")
            self._app.processEvents()
            QThread.msleep(2)
        self.settle()

    def end(self, *windows: QWidget) -> None:
        """Take windows away for good, so that a new look does not dress them again."""
        for window in windows:
            window.hide()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def save_small(png: bytes, file: Path, width: int) -> None:
    """Save a picture in a palette of its own, so that it takes up little room in the repository."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    if width and width < picture.width:
        height = round(picture.height * width / picture.width)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    drawn = BytesIO()
    picture.save(drawn, "PNG", compress_level=1)
    # Qt looks for the nearest colour itself; Pillow only near it, and would tint the surfaces.
    few = QImage.fromData(drawn.getvalue()).convertToFormat(
        QImage.Format.Format_Indexed8, _palette_of(picture), Qt.ImageConversionFlag.ThresholdDither
    )
    indexed = QBuffer()
    indexed.open(QIODevice.OpenModeFlag.WriteOnly)
    few.save(indexed, "PNG")  # type: ignore[call-overload]  # a str is what PySide takes
    Image.open(BytesIO(bytes(indexed.data().data()))).save(file, optimize=True)


def _palette_of(picture: Image.Image) -> list[int]:
    """The colours of its surfaces as they are, and others that cover the edges of letters and small marks."""
    used = sorted(picture.getcolors(picture.width * picture.height) or [], key=lambda one: one[0], reverse=True)
    surfaces = [colour for _, colour in used[:_SURFACES] if isinstance(colour, tuple)]
    flat = picture.quantize(_EDGES, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    edges = zip(flat[0::3], flat[1::3], flat[2::3], strict=True)
    return [QColor(*colour).rgb() for colour in dict.fromkeys((*surfaces, *edges))]
