"""Writes how far the pairs that must be told apart are from each other: `python -m tests.gui.theme.contrasts`."""

import itertools
from collections.abc import Sequence
from pathlib import Path

from netmoede_desktop.gui.theme.themes import Theme, ThemeName, load_theme
from netmoede_desktop.localization.resources import resource_folder

FOLDER = resource_folder() / "themes"
PAGE = Path(__file__).parents[3] / "docs" / "contrast.md"

_HEAD = """# How far colours stand apart

Every pair of colours that must be told apart, in the four themes, by WCAG 2: letters on what they are written on, and
borders and shapes on what they lie on. Written by `python -m tests.gui.theme.contrasts`, and held by `tests/gui/theme`.
"""

#: What letters are written on.
GROUNDS = ("paper", "card", "panel")
LETTERS = ("muted", "petrol_text", "ochre_text", "green_text", "violet_text")
LINES = ("edge", "petrol", "ochre", "green", "violet", "focus")
#: Grounds with a tint, and the letters written on them.
TINTED = (
    ("petrol_tint", ("ink", "muted", "petrol_text")),
    ("ochre_tint", ("ink", "muted", "ochre_text")),
    ("green_tint", ("ink", "muted", "green_text")),
    ("table", ("ink", "muted", "petrol_text", "ochre_text", "violet_text")),
    ("chip", ("ink", "muted")),
)
#: Pairs of which one is read on the other, and pairs of which one is a border or a shape on the other.
READ = (
    *itertools.product(LETTERS, GROUNDS),
    *((letters, ground) for ground, written in TINTED for letters in written),
    ("on_petrol", "petrol"),
    ("on_petrol", "key_cap"),
    ("on_petrol", "ochre"),
    ("on_petrol", "green"),
)
SEEN = (
    *itertools.product(LINES, GROUNDS),
    *(("edge", ground) for ground, _ in TINTED),
    ("petrol", "ring"),
    ("petrol", "table"),
    ("petrol", "petrol_tint"),
)
#: What WCAG 2 asks of each.
LEAST_READ, LEAST_SEEN = 4.5, 3.0


def contrast(theme: Theme, one: str, other: str) -> float:
    """How far two roles stand apart, from 1 to 21."""
    low, high = sorted((_luminance(getattr(theme, one)), _luminance(getattr(theme, other))))
    return (high + 0.05) / (low + 0.05)


def table(pairs: Sequence[tuple[str, str]]) -> str:
    """Return the pairs as a table, a theme in each column."""
    themes = [load_theme(FOLDER, name) for name in ThemeName]
    lines = ["| pair | " + " | ".join(theme.name for theme in themes) + " |", "|---|" + "---|" * len(themes)]
    for one, other in pairs:
        values = " | ".join(f"{contrast(theme, one, other):.2f}" for theme in themes)
        lines.append(f"| {one} on {other} | {values} |")
    return "\n".join(lines)


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def page() -> str:
    """Return the page of the docs with every pair."""
    parts = [_HEAD]
    for least, pairs in ((LEAST_READ, READ), (LEAST_SEEN, SEEN)):
        parts.append(f"## At least {least}\n\n{table(pairs)}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
