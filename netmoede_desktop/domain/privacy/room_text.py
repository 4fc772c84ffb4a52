"""Text that may be shown to the room: a type of its own, so that nothing else can be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomText:
    """Text that may be shown to the room: made by `RoomGuard.checked` alone."""

    text: str
