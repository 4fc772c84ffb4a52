"""What has the keyboard is seen in every theme: where the ring has the colour of a border it is thicker."""

import pytest

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import stylesheet
from netmoede_desktop.gui.theme.themes import ThemeName, load_theme
from netmoede_desktop.localization.resources import resource_folder


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_ring_is_more_than_a_border(name: ThemeName, scale: float) -> None:
    look = Look(load_theme(resource_folder() / "themes", name), scale)
    assert look.ring > look.px(look.theme.stroke)
    assert f"border: {look.ring}px solid {look.theme.focus}" in stylesheet(look, resource_folder() / "icons")


@pytest.mark.parametrize("name", list(ThemeName))
def test_what_stands_in_an_empty_field_is_as_readable_as_other_muted_text(name: ThemeName) -> None:
    look = Look(load_theme(resource_folder() / "themes", name))
    assert f"placeholder-text-color: {look.theme.muted}" in stylesheet(look, resource_folder() / "icons")
