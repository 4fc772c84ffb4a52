"""The same windows in other looks: dark, in high contrast, twice as large, and with twenty people."""

from installer.pictures.camera import Camera
from installer.pictures.hands import types
from installer.pictures.leading import leading
from installer.pictures.rounds import AMID_ROUND
from installer.pictures.world import open_world, play_until
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.theme.themes import ThemeName

NAMES = ("moede-moerkt", "moede-kontrast", "moede-dobbelt", "moede-tyve")

_TWENTY = 8


def shoot(camera: Camera) -> None:
    """Take a turn in each look."""
    _turn(camera, "moede-moerkt", theme=ThemeName.DARK)
    _turn(camera, "moede-kontrast", theme=ThemeName.CONTRAST_LIGHT)
    _turn(camera, "moede-dobbelt", scale=2.0)
    _turn(camera, "moede-tyve", scenario="tyve-personer", step=_TWENTY)


def _turn(
    camera: Camera,
    name: str,
    *,
    scenario: str = "demo",
    step: int = AMID_ROUND,
    theme: ThemeName = ThemeName.LIGHT,
    scale: float = 1.0,
) -> None:
    with open_world() as world, leading(camera, world, play_until(world, scenario, step), theme, scale) as leader:
        leader.press(Action.GO_ON)
        if scale == 1.0:
            types("Det går bedst, når vi ved det dagen før.")
        leader.wait(20)
        camera.take(leader.window, name)
