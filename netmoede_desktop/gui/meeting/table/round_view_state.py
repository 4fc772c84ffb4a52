"""The part of the table shown in a compact window, and the view state of its page."""

from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.gui.meeting.table.side_panel import SideViewState


class Shown(Enum):
    """The part shown where there is no room for all of them."""

    QUESTION = auto()
    TABLE = auto()
    SIDE = auto()
    CHOICES = auto()


@dataclass(frozen=True, slots=True)
class RoundViewState:
    """The part that was shown, and the view of the side."""

    shown: Shown
    side: SideViewState
