"""Typed text that is not durable yet, note by note. Nothing is dropped before it is saved."""

from collections.abc import Callable, Collection, Mapping

from netmoede_desktop.domain.meeting.commands import WriteNote
from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.meeting.vocabulary import Mark


class NoteKeeping:
    """The notes that wait to be written. A note that could not be written keeps its place and its person."""

    def __init__(self) -> None:
        self._waiting: dict[NoteKey, WriteNote] = {}
        self._typed: dict[NoteKey, str] = {}

    def take(self, key: NoteKey, text: str, mark: Mark | None, read_by: str | None) -> None:
        """Take what a note says now, in place of what it said before."""
        self._waiting[key] = WriteNote(key.person, text, mark, key.part, key.turn, read_by, key.again)
        self._typed[key] = text

    def keep(self, write: Callable[[WriteNote], bool]) -> bool:
        """Write all that waits with `write`; what it could not write waits on. True when nothing waits any more."""
        for key, note in tuple(self._waiting.items()):
            if write(note):
                # Only what was written is done with: `write` may have let more be typed.
                if self._waiting.get(key) is note:
                    del self._waiting[key]
            else:
                return False
        return True

    def waiting(self, key: NoteKey) -> WriteNote | None:
        """Return what waits to be written for a note, or None."""
        return self._waiting.get(key)

    def as_typed(self, key: NoteKey, stored: str) -> str:
        """Return a stored note with the trailing space it was left with, so that the next word is separated."""
        typed = self._typed.get(key, "")
        return typed if typed.rstrip() == stored else stored

    def was_typed(self, key: NoteKey) -> bool:
        """Return True if a note was typed in since this was created, so that its ending is known."""
        return key in self._typed

    @property
    def typed(self) -> Mapping[NoteKey, str]:
        """How each note was left in which something was typed since this began."""
        return dict(self._typed)

    def know(self, typed: Mapping[NoteKey, str]) -> None:
        """Know of notes that were left so in the window there was before."""
        self._typed = {**typed, **self._typed}

    def forget_others(self, people: Collection[str]) -> None:
        """Drop what waits for somebody who is not in the meeting any more: their coming was undone."""
        for key in [key for key in self._waiting if key.person not in people]:
            del self._waiting[key]

    @property
    def all_kept(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting
