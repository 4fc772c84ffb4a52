"""The look of every widget: a theme, a scale, and whether motion is allowed. Passed to each constructor."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from netmoede_desktop.gui.theme.fonts import FAMILIES
from netmoede_desktop.gui.theme.themes import Theme

#: Milliseconds a movement takes: between 150 and 250 it is seen and not waited for.
MOVE_MS = 200

#: Below so many units of width or height there is room for the most important only.
COMPACT_WIDTH = 1000
COMPACT_HEIGHT = 560


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a scale (1.0 to 2.0). `motion` is False if the system or the user wants none."""

    theme: Theme
    scale: float = 1.0
    motion: bool = True

    def px(self, units: float) -> int:
        """Return device-independent pixels for a length given at 100 %; never less than 1 for a length above 0."""
        return max(round(units * self.scale), 1) if units > 0 else 0

    def units(self, pixels: float) -> float:
        """Return the length at 100 % of so many pixels."""
        return pixels / self.scale

    def compact(self, width: int, height: int) -> bool:
        """Return True if a window of that size, in pixels, has room for the essentials only."""
        return self.units(width) < COMPACT_WIDTH or self.units(height) < COMPACT_HEIGHT

    def font(self, size: float = 14, *, bold: bool = False) -> QFont:
        """Return the house font with tabular digits; `size` in pixels at 100 %."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def colour(self, value: str) -> QColor:
        """Return a colour of the theme: `look.colour(look.theme.petrol)`."""
        return QColor(value)

    @property
    def ring(self) -> int:
        """Width in pixels of the focus ring: more than a border, also in themes with thick ones."""
        return self.px(2 if self.theme.stroke <= 1 else 4)

    @property
    def move_ms(self) -> int:
        """Duration of a motion in milliseconds, 0 if motion is off."""
        return MOVE_MS if self.motion else 0
