"""The fonts: Noto Sans, shipped with its licence, and its siblings for other scripts; for screen and paper."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

#: What Qt looks through, in order, for each letter.
FAMILIES = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Ethiopic",
    "Noto Sans Armenian",
    "Noto Sans Devanagari",
    "Noto Sans Georgian",
    "Noto Sans Hebrew",
    "Noto Sans Lao",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Sans Tamil",
    "Noto Sans Thaana",
    "Noto Sans Thai",
)

#: Enough for the first window; the others are loaded when it is open.
_FIRST = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def load_first_fonts(folder: Path) -> None:
    """Register the fonts of the first window. An unreadable file is skipped: Qt substitutes another font."""
    for name in _FIRST:
        QFontDatabase.addApplicationFont(str(folder / name))


def load_other_fonts(folder: Path) -> None:
    """Register the fonts of the other scripts."""
    for file in sorted(folder.glob("*.ttf")):
        if file.name not in _FIRST:
            QFontDatabase.addApplicationFont(str(file))
