"""The themes: letters and lines can be seen in each of them, and a theme file is whole."""

import itertools
from pathlib import Path

import pytest

from netmoede_desktop.gui.theme.themes import Theme, ThemeName, load_theme
from netmoede_desktop.localization.resources import resource_folder

FOLDER = resource_folder() / "themes"

#: What letters are written on.
GROUNDS = ("paper", "card", "panel")
#: Grounds with a tint, and the letters written on them.
TINTED = (
    ("petrol_tint", ("ink", "muted", "petrol_text")),
    ("ochre_tint", ("ink", "muted", "ochre_text")),
    ("green_tint", ("ink", "muted", "green_text")),
    ("table", ("ink", "muted", "petrol_text", "ochre_text", "violet_text")),
    ("chip", ("ink", "muted")),
)
LETTERS = ("muted", "petrol_text", "ochre_text", "green_text", "violet_text")
LINES = ("edge", "petrol", "ochre", "green", "violet", "focus")


@pytest.fixture(params=list(ThemeName))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each shipped theme."""
    return load_theme(FOLDER, request.param)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    """How far two roles stand apart, from 1 to 21."""
    low, high = sorted((luminance(getattr(theme, one)), luminance(getattr(theme, other))))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_right(theme: Theme) -> None:
    """The control: black on white is 21, grey on the same grey is 1."""
    white_and_black = load_theme(FOLDER, ThemeName.CONTRAST_LIGHT)
    assert contrast(white_and_black, "ink", "paper") == pytest.approx(21)
    assert contrast(theme, "muted", "muted") == 1


def test_text_is_read_easily(theme: Theme) -> None:
    for ground in GROUNDS:
        assert contrast(theme, "ink", ground) >= 12, ground


def test_all_other_letters_have_four_and_a_half(theme: Theme) -> None:
    pairs = [*itertools.product(LETTERS, GROUNDS), ("on_petrol", "petrol")]
    pairs += [(letters, ground) for ground, written in TINTED for letters in written]
    assert {pair: value for pair in pairs if (value := contrast(theme, *pair)) < 4.5} == {}


def test_borders_and_shapes_have_three(theme: Theme) -> None:
    pairs = [*itertools.product(LINES, GROUNDS), ("petrol", "ring"), ("petrol", "table")]
    assert {pair: value for pair in pairs if (value := contrast(theme, *pair)) < 3} == {}


@pytest.mark.parametrize("name", [ThemeName.CONTRAST_LIGHT, ThemeName.CONTRAST_DARK])
def test_high_contrast_has_no_tints_and_broad_edges(name: ThemeName) -> None:
    theme = load_theme(FOLDER, name)
    assert theme.stroke == 2
    for role in ("card", "panel", "petrol_tint", "ochre_tint", "green_tint", "table", "chip"):
        assert getattr(theme, role) == theme.paper
    assert min(contrast(theme, role, "paper") for role in ("ink", "muted", "edge")) == pytest.approx(21)


@pytest.mark.parametrize("change", [("ink", "ikn"), ("[", "["), ('paper = "#F6F4EF"\n', "")])
def test_a_theme_file_with_a_slip_is_noticed(tmp_path: Path, change: tuple[str, str]) -> None:
    whole = (FOLDER / "light.toml").read_text(encoding="utf-8")
    broken = f"{whole}[" if change[0] == "[" else whole.replace(*change, 1)
    (tmp_path / "light.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(ValueError, match=r"light|document"):
        load_theme(tmp_path, ThemeName.LIGHT)
