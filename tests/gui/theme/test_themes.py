"""The themes: letters and lines can be seen in each of them, and a theme file is whole."""

from pathlib import Path

import pytest

from netmoede_desktop.gui.theme.themes import Theme, ThemeName, load_theme
from tests.gui.theme.contrasts import FOLDER, GROUNDS, LEAST_READ, LEAST_SEEN, PAGE, READ, SEEN, contrast, page


@pytest.fixture(params=list(ThemeName))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each shipped theme."""
    return load_theme(FOLDER, request.param)


def test_contrast_is_measured_right(theme: Theme) -> None:
    """The control: black on white is 21, grey on the same grey is 1."""
    white_and_black = load_theme(FOLDER, ThemeName.CONTRAST_LIGHT)
    assert contrast(white_and_black, "ink", "paper") == pytest.approx(21)
    assert contrast(theme, "muted", "muted") == 1


@pytest.mark.smoke
def test_text_is_read_easily(theme: Theme) -> None:
    for ground in GROUNDS:
        assert contrast(theme, "ink", ground) >= 12, ground


def test_all_other_letters_have_four_and_a_half(theme: Theme) -> None:
    assert {pair: value for pair in READ if (value := contrast(theme, *pair)) < LEAST_READ} == {}


def test_borders_and_shapes_have_three(theme: Theme) -> None:
    assert {pair: value for pair in SEEN if (value := contrast(theme, *pair)) < LEAST_SEEN} == {}


def test_the_page_of_the_docs_has_every_pair_as_it_is() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


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
