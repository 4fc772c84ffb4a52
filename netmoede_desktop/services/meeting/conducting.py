"""Leading a meeting: every press becomes events, durable first, then folded, then reported to the listeners."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from netmoede_desktop.domain.meeting.commands import Command, KeepSentWords, ReportGap, StartMeeting, WriteNote
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.services.meeting import begun_lines, meeting_journal
from netmoede_desktop.services.meeting.acts import Act, all_of, as_typed
from netmoede_desktop.services.meeting.begun_lines import Begun
from netmoede_desktop.storage.vault import Vault

#: A silence in the journal longer than this, when a running meeting is opened again, is asked about.
SHORTEST_GAP = timedelta(seconds=60)


class Clock(Protocol):
    """Where the time comes from: aware instants that go on during sleep and never go back."""

    def now(self) -> datetime:
        """Return the instant now."""


class Conducting:
    """One running meeting. Not for several threads; one program at a time has the vault."""

    def __init__(self, vault: Vault, meeting_id: str, clock: Clock) -> None:
        """Open the meeting where its journal ends. Raises KeyError when there is no such meeting."""
        self._vault = vault
        self._meeting_id = meeting_id
        self._clock = clock
        self._listeners: list[Callable[[History], None]] = []
        self._history = meeting_journal.load(vault, meeting_id)
        # Where the clock was set back while the app was down, the meeting goes on from where its journal ends.
        last = self._history.state.last_at
        self._behind = timedelta() if last is None else max(last - clock.now(), timedelta())
        self._ask_about_gap()

    @property
    def history(self) -> History:
        """The history of the meeting, up to the last act."""
        return self._history

    def add_listener(self, listener: Callable[[History], None]) -> None:
        """Call `listener` with every change, after it is durable."""
        self._listeners.append(listener)

    def remove_listener(self, listener: Callable[[History], None]) -> None:
        """Stop calling `listener`; does nothing where it was not listening."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def now(self) -> datetime:
        """Return the meeting's instant now: never before the last thing that happened in it."""
        return self._clock.now() + self._behind

    def do(self, *commands: Command) -> None:
        """Do the commands as one act. Raises `Refused` or `StorageProblem`; nothing has then changed.

        The start of the meeting is the one act that cannot be undone.
        """
        step = not any(isinstance(command, StartMeeting) for command in commands)
        self._write(all_of(self._history, commands, self.now(), step=step))

    def type(self, typed: WriteNote | KeepSentWords) -> None:
        """Write a note, or words that were sent, as it is typed: no step of its own for undo. Raises as `do`."""
        self._write(as_typed(self._history, typed, self.now()))

    def report_gap(self, since: datetime) -> None:
        """Journal a gap from `since` until now (sleep, clock set), so that the mødeleder is asked about it."""
        self._write(all_of(self._history, (ReportGap(since),), self.now(), step=False))

    def save_private(self, text: str) -> None:
        """Save a private note beside the journal. Raises as `do`."""
        act = Act(self._history)
        act.save_private(text, self.now())
        self._write(act)

    def begun(self) -> Begun:
        """Return the lines being written when the meeting was left, but the private one. Raises `StorageProblem`."""
        return begun_lines.read_begun(self._vault, self._meeting_id, self._history.state)

    def begun_private(self) -> str:
        """Return the private line that was being written, "" for none. Raises `StorageProblem`."""
        return meeting_journal.begun_private(self._vault, self._meeting_id)

    def save_begun(self, texts: Mapping[str, str]) -> None:
        """Save the half-written texts of these fields; does nothing after the end. Raises `StorageProblem`."""
        if self._history.state.ended is None:
            begun_lines.save_begun(self._vault, self._meeting_id, texts, self.now())

    def save_begun_private(self, text: str) -> None:
        """Save the half-written private line, while the meeting runs. Raises `StorageProblem`."""
        if self._history.state.running:
            meeting_journal.save_begun_private(self._vault, self._meeting_id, text, self.now())

    def undo(self) -> None:
        """Undo the latest act. Raises as `do`."""
        act = Act(self._history)
        act.undo(self.now())
        self._write(act)

    def redo(self) -> None:
        """Redo the act that was undone last. Raises as `do`."""
        act = Act(self._history)
        act.redo(self.now())
        self._write(act)

    def _write(self, act: Act) -> None:
        change = act.change()
        if not change.entries:
            return
        meeting_journal.append(self._vault, self._meeting_id, change)
        self._history = act.history
        for listener in self._listeners:
            listener(self._history)

    def _ask_about_gap(self) -> None:
        """After sleep, crash or power cut: journal the hole, so that the mødeleder is asked how to count it."""
        state = self._history.state
        if state.running and state.last_at is not None and self.now() - state.last_at > SHORTEST_GAP:
            self.report_gap(state.last_at)
