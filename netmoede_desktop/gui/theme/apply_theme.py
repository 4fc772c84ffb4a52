"""Apply a theme to the application: style, palette, font and style sheet, and the theme the system prefers."""

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
    """Apply a theme to the application and return its look; `scale` is clamped to 1.0–2.0."""
    look = Look(load_theme(resources / "themes", theme), min(max(scale, _SMALLEST), _LARGEST), motion)
    if not app.property(STYLED):
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setPalette(palette(look))
    app.setFont(look.font())
    app.setStyleSheet(stylesheet(look, resources / "icons"))
    return look


def system_theme() -> ThemeName:
    """Return the theme the system prefers: dark, light, or high contrast."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return ThemeName.CONTRAST_DARK if dark else ThemeName.CONTRAST_LIGHT
    return ThemeName.DARK if dark else ThemeName.LIGHT
