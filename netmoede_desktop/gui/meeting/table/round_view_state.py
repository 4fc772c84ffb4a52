"""What of the table has the room where it is short, and how the page with the table was left."""

from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.gui.meeting.table.side_panel import SideViewState


class Shown(Enum):
    """What has the room where there is too little for all of it."""

    QUESTION = auto()
    TABLE = auto()
    SIDE = auto()
    CHOICES = auto()


@dataclass(frozen=True, slots=True)
class RoundViewState:
    """What had the room, and what was open at the side."""

    shown: Shown
    side: SideViewState
