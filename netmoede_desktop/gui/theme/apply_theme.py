"""Giving the program its look: which theme fits the system, and everything Qt draws by itself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import palette, stylesheet
from netmoede_desktop.gui.theme.themes import ThemeName, load_theme

#: Names the style when Qt's application is made. Named later it is the same, but 20 ms dearer: PySide then builds the
#: whole class of styles for Python.
STYLE_ARGUMENTS = ("-style", "fusion")

#: A property of an application that was made with them.
STYLED = "netmoede-styled"

_SMALLEST, _LARGEST = 1.0, 2.0


def apply_theme(app: QApplication, resources: Path, theme: ThemeName, scale: float, *, motion: bool) -> Look:
    """Give the program a look and return it; `scale` is kept between 1.0 and 2.0."""
    look = Look(load_theme(resources / "themes", theme), min(max(scale, _SMALLEST), _LARGEST), motion)
    if not app.property(STYLED):
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setPalette(palette(look))
    app.setFont(look.font())
    app.setStyleSheet(stylesheet(look, resources / "icons"))
    return look


def system_theme() -> ThemeName:
    """Return the theme that fits the system: dark where it is dark, high contrast where it asks for it."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return ThemeName.CONTRAST_DARK if dark else ThemeName.CONTRAST_LIGHT
    return ThemeName.DARK if dark else ThemeName.LIGHT
