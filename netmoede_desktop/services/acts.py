"""From commands to journal entries: one act, all of it or nothing of it. In memory; writing is `meeting_journal`'s."""

from collections.abc import Sequence
from datetime import datetime

from netmoede_desktop.domain.meeting.commands import Command, KeepSentWords, TakePrivate, WriteNote
from netmoede_desktop.domain.meeting.decide import decided
from netmoede_desktop.domain.meeting.events import PrivateMoved
from netmoede_desktop.domain.meeting.history import Entry, History, advance, extended, undo
from netmoede_desktop.services.meeting_journal import Change


class Act:
    """One act in the making. With `step=False` it is typing, which undo passes over."""

    def __init__(self, history: History, *, step: bool = True) -> None:
        self._before = history
        self._number = history.last_act + 1 if step else None
        self._entries: list[Entry] = []
        self._private: list[tuple[int, str]] = []
        self.history = history

    def do(self, command: Command, now: datetime) -> None:
        """Add a command at an instant. Raises `Refused`; the act is then to be thrown away."""
        draft = decided(self.history.state, command, now)
        numbered = enumerate(draft.events, start=self.history.events + 1)
        self._entries += [Entry(seq, self._number, event) for seq, event in numbered]
        self.history = extended(self.history, self._number, draft.events, draft.state)

    def keep_private(self, text: str, now: datetime) -> None:
        """Add a private note: the text goes beside the journal, which only learns that there is one."""
        number = self.history.last_act + 1
        self.do(TakePrivate(str(number)), now)
        self._private.append((number, text))

    def take_back(self, now: datetime) -> None:
        """Undo the latest act before this one. Raises `Refused` when there is none."""
        entry = Entry(self.history.events + 1, None, undo(self.history, now))
        self._entries.append(entry)
        self.history = advance(self.history, entry)

    def change(self) -> Change:
        """Return what is to be written.

        The text of a private note that was moved stays beside the journal until the end: undo may bring it back.
        """
        gone = set(self._before.state.capture.private) - set(self.history.state.capture.private)
        gone -= {entry.event.note for entry in self._entries if isinstance(entry.event, PrivateMoved)}
        return Change(tuple(self._entries), tuple(self._private), tuple(sorted(int(note) for note in gone)))


def all_of(history: History, commands: Sequence[Command], now: datetime, *, step: bool = True) -> Act:
    """Return the act of several commands at one instant."""
    act = Act(history, step=step)
    for command in commands:
        act.do(command, now)
    return act


def as_typed(history: History, typed: WriteNote | KeepSentWords, now: datetime) -> Act:
    """Return the act of typing, which is no step of its own; one of words that give a turn, or take it, is a step."""
    act = all_of(history, (typed,), now, step=False)
    return act if len(act.change().entries) == 1 else all_of(history, (typed,), now)
