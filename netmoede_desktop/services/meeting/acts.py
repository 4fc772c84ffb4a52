"""From commands to journal entries: one act, all of it or nothing of it. In memory; writing is `meeting_journal`'s."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from netmoede_desktop.domain.meeting.commands import Command, KeepSentWords, TakePrivate, WriteNote
from netmoede_desktop.domain.meeting.decide.dispatch import decided
from netmoede_desktop.domain.meeting.events import PrivateMoved, PrivateTaken, Redone, Undone
from netmoede_desktop.domain.meeting.history import Entry, History, UndoableAct, advance, extended, redo, undo
from netmoede_desktop.services.meeting.meeting_journal import Change


class Act:
    """One act in the making. With `step=False` it is typing, which undo skips."""

    def __init__(self, history: History, *, step: bool = True) -> None:
        self._before = history
        self._number = history.last_act + 1 if step else None
        self._entries: list[Entry] = []
        self._private: list[tuple[int, str]] = []
        self.history = history

    def do(self, command: Command, now: datetime) -> None:
        """Add a command at an instant. Raises `Refused`; the act must then be discarded."""
        draft = decided(self.history.state, command, now)
        numbered = enumerate(draft.events, start=self.history.events + 1)
        self._entries += [Entry(seq, self._number, event) for seq, event in numbered]
        self.history = extended(self.history, self._number, draft.events, draft.state)

    def save_private(self, text: str, now: datetime) -> None:
        """Add a private note: the text is saved beside the journal, which only records that there is one."""
        number = self.history.last_act + 1
        self.do(TakePrivate(str(number)), now)
        self._private.append((number, text))

    def undo(self, now: datetime) -> None:
        """Undo the latest act before this one. Raises `Refused` when there is none."""
        self._add(undo(self.history, now))

    def redo(self, now: datetime) -> None:
        """Redo the act that was undone last. Raises `Refused` when there is none."""
        self._add(redo(self.history, now))

    def _add(self, event: Undone | Redone) -> None:
        entry = Entry(self.history.events + 1, None, event)
        self._entries.append(entry)
        self.history = advance(self.history, entry)

    def change(self) -> Change:
        """Return the change to be written.

        The text of a private note that was moved is kept beside the journal until the end, since undo may restore it;
        that of one that was undone, until it can no longer be redone.
        """
        removed = _private(self._before) - _private(self.history)
        if removed:
            removed -= _named(self.history.steps, PrivateMoved)
        return Change(tuple(self._entries), tuple(self._private), tuple(sorted(int(note) for note in removed)))


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


def _private(history: History) -> set[str]:
    """The private notes in force, and those that redo could restore."""
    return {*history.state.capture.private, *_named([taken.step for taken in history.undone], PrivateTaken)}


def _named(steps: Iterable[UndoableAct], kind: type[PrivateTaken | PrivateMoved]) -> set[str]:
    """The private notes that the events of a kind in these steps name."""
    return {event.note for step in steps for event in step.events if isinstance(event, kind)}
