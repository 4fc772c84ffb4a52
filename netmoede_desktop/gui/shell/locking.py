"""When the app locks, and how: by replacing itself with a fresh program, so that nothing stays in memory.

Locking inside one program leaves the key and the texts in its memory; after this there is nothing
(docs/decisions/0014-lock-by-replacement.md).
"""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum, auto
from typing import Final, NoReturn, Protocol, assert_never

#: Idle so long outside a meeting: locked.
IDLE_OUTSIDE: Final = timedelta(minutes=15)

#: Idle so long in a meeting: the screens are covered, if the word is free.
IDLE_IN_MEETING: Final = timedelta(minutes=2)


class Trigger(Enum):
    """An event that may lock the app."""

    KEY = auto()
    OS_LOCKED = auto()
    USER_SWITCHED = auto()
    SUSPENDING = auto()
    IDLE = auto()


class Reaction(Enum):
    """The reaction to a trigger. `VEIL`: *slør* over the own screen and the curtain before the room's; all goes on."""

    NOTHING = auto()
    VEIL = auto()
    LOCK = auto()


def reaction(trigger: Trigger, *, in_meeting: bool, word_is_given: bool) -> Reaction:
    """Return the reaction to a trigger: outside a meeting each one locks, in a meeting only Ctrl+L and sleep do.

    In a meeting the screens are covered when the system is locked or changes user. Idle hands cover them only while no
    one has the floor: in a long turn the mødeleder's eyes are on the people, and that is how it should be.
    `word_is_given` is False in a pause too, whoever has the floor after it.
    """
    if not in_meeting:
        return Reaction.LOCK
    match trigger:
        case Trigger.KEY | Trigger.SUSPENDING:
            return Reaction.LOCK
        case Trigger.OS_LOCKED | Trigger.USER_SWITCHED:
            return Reaction.VEIL
        case Trigger.IDLE:
            return Reaction.NOTHING if word_is_given else Reaction.VEIL
        case _:
            assert_never(trigger)


def idle_limit(*, in_meeting: bool) -> timedelta:
    """Return how long hands may be idle before `Trigger.IDLE`."""
    return IDLE_IN_MEETING if in_meeting else IDLE_OUTSIDE


class Closable(Protocol):
    """A resource to close on the way: the vault, the lane, the claim on the windows."""

    def close(self) -> None:
        """Close the resource."""


def lock(save: Callable[[], bool], parts: tuple[Closable, ...], replace: Callable[[], NoReturn]) -> None:
    """Save, close the parts in their order, and replace this program by a fresh one.

    Returns only if `save` returned False because the disk refused, with everything unchanged: the typed text is still
    only in memory and would be lost. The caller then covers the screens and shows the failure. If closing a part fails,
    the saved data is durable all the same, and the lock goes on.
    """
    if not save():
        return
    for part in parts:
        try:
            part.close()
        except Exception:  # noqa: BLE001, S112 - nothing may stand in the way of the lock; the journal is durable
            continue
    replace()
