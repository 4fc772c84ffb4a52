"""When the app locks, and how: by putting a fresh program in its place, so that nothing stays in memory.

Locking inside one program leaves the key and what was written in its memory; after this there is nothing
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
    """What may be a reason to lock."""

    KEY = auto()
    OS_LOCKED = auto()
    USER_SWITCHED = auto()
    SUSPENDING = auto()
    IDLE = auto()


class Reaction(Enum):
    """What is done about it. `VEIL`: *slør* over the own screen and the curtain before the room's; all goes on."""

    NOTHING = auto()
    VEIL = auto()
    LOCK = auto()


def reaction(trigger: Trigger, *, in_meeting: bool, word_is_given: bool) -> Reaction:
    """Return what is done: outside a meeting every reason locks, in a meeting only Ctrl+L and sleep do.

    In a meeting the screens are covered when the system is locked or changes user. Idle hands cover them only while
    nobody has the word: in a long turn the mødeleder's eyes are on the people, and that is how it should be.
    `word_is_given` is False in a pause too, whoever has the word after it.
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
    """What is closed on the way: the vault, the lane, the claim on the windows."""

    def close(self) -> None:
        """Close."""


def lock(save: Callable[[], bool], parts: tuple[Closable, ...], replace: Callable[[], NoReturn]) -> None:
    """Save, close the parts in their order, and put a fresh program in this one's place.

    Returns only when `save` says that the disk refused, with everything as it was: what was typed is still only in
    memory and would be lost. The caller then covers the screens and tells it. Should closing a part fail, what was
    saved is durable all the same, and the lock goes on.
    """
    if not save():
        return
    for part in parts:
        try:
            part.close()
        except Exception:  # noqa: BLE001, S112 - nothing may stand in the way of the lock; the journal is durable
            continue
    replace()
