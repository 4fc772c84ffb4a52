"""The shape of a person's seat, wherever the table or a card shows it."""

from netmoede_desktop.domain.people.people import Network, Role
from netmoede_desktop.gui.kit.table.values import SeatShape

_SHAPES = {Network.PRIVATE: SeatShape.ROUND, Network.PROFESSIONAL: SeatShape.SQUARE}


def seat_shape(role: Role, network: Network | None) -> SeatShape:
    """Return the shape: private network round, professional square, mødeleder dashed, all others plain."""
    if role is Role.LEADER:
        return SeatShape.DASHED
    return SeatShape.PLAIN if network is None else _SHAPES[network]
