"""The running meeting as the windows know it: commands in, one frozen value out for both windows. Thin on purpose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.domain.meeting.commands import Command, KeepSentWords, WriteNote
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.meeting.bridge.line_keeping import LineKeeping
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.meeting.begun_lines import PRIVATE, Begun
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.timetable import local
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.meeting.view.facts import ViewFacts
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView
from netmoede_desktop.services.room.audience import AudienceView
from netmoede_desktop.services.room.audience_view import audience_share, audience_view
from netmoede_desktop.storage.problems import StorageProblem


@dataclass(frozen=True, slots=True)
class RefusalNotice:
    """A rule said no: its code, and the sentence for the mødeleder."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """The meeting as both windows show it: `view` to the mødeleder, `room` to everybody."""

    view: MeetingView
    room: AudienceView


class MeetingPort(QObject):
    """The meeting as the windows use it. Each act is durable when its method returns True.

    This one has no leader: it can be shown, and every act on it returns False.
    """

    shown = Signal(object)
    """A `MeetingShown`, after each act."""
    refused = Signal(object)
    """A `RefusalNotice`: nothing has changed."""
    storage_failed = Signal(str)
    """A sentence: the disk refused, nothing has changed; what was typed is still on the screen."""
    storage_recovered = Signal()

    def __init__(self, history: History, now: Callable[[], datetime]) -> None:
        """Show the meeting as `history` has it, with nothing begun in any field; `now` is its clock."""
        super().__init__()
        self.lines = LineKeeping({}, _nowhere)
        self.private_line = LineKeeping({}, _nowhere)
        self.read_aloud: int | None = None
        self._history, self._now = history, now
        self._facts = ViewFacts(history.state)
        self._view = meeting_view(history, self._facts)
        self._instant: datetime | None = None
        self._read: ClockReading | None = None

    # -- what is shown

    @property
    def view(self) -> MeetingView:
        """The present meeting."""
        return self._view

    def instant(self) -> datetime:
        """Return the meeting's instant now; while `shown` is emitted, that of the act."""
        return self._now() if self._instant is None else self._instant

    def time_of_day(self) -> datetime:
        """Return that instant as the clock on the wall shows it where the meeting is held."""
        return local(self._history.state, self.instant())

    def reading(self) -> ClockReading:
        """Return what the clocks show now."""
        if self._instant is None:
            return clock_reading(self._history.state, self._now())
        if self._read is None:
            self._read = clock_reading(self._history.state, self._instant)
        return self._read

    def room(self) -> AudienceView:
        """Return what the room sees now: with the agreement of which `read_aloud` is the number, None for none."""
        return audience_view(self._facts.state, self.instant(), reading=self.read_aloud, facts=self._facts)

    def share(self) -> float | None:
        """Return the share of the turn that is left now, as the room sees it; None where there is no budget."""
        return audience_share(self._history.state, self.instant())

    def both(self) -> MeetingShown:
        """Return what both windows show now."""
        return MeetingShown(self._view, self.room())

    def _show(self, history: History) -> None:
        """Show the meeting after an act. All that is shown of it is of one instant."""
        self._history, self._facts = history, self._facts.after(history.state)
        self._view = meeting_view(history, self._facts)
        self._instant, self._read = self._now(), None
        try:
            self.shown.emit(self.both())
        finally:
            self._instant = self._read = None

    # -- what is done

    def do(self, *commands: Command) -> bool:  # noqa: ARG002 - nobody leads it
        """Do the commands as one act; False when refused."""
        return False

    def type(self, typed: WriteNote | KeepSentWords) -> bool:  # noqa: ARG002
        """Keep a note, or words that were sent, as it is typed; False when the disk refused."""
        return False

    def save_private(self, text: str) -> bool:  # noqa: ARG002
        """Keep a private note."""
        return False

    def undo(self) -> bool:
        """Take back the latest act."""
        return False

    def redo(self) -> bool:
        """Bring again the act that was taken back last."""
        return False

    def keep_typing(self) -> bool:
        """Save the text being written in any field but the notes; return False when the disk refused."""
        kept = (self.lines.save(), self.private_line.save())
        return all(kept)

    def stop_keeping(self) -> None:
        """Store no more half-written text: the window is closing, and its text is saved."""
        self.lines.stop()
        self.private_line.stop()

    def press_again(self, press: Callable[[], object]) -> None:
        """Where the disk refused the latest act: let *Prøv igen* press this, which also clears the field."""

    def retry(self, keep: Callable[[], bool]) -> bool:
        """Save text with `keep`, then repeat the latest act if the disk refused it; return False when refused again.

        An act is repeated only while it is the latest wish: one done or refused since, or a disk that took something
        since, ends it.
        """
        return keep()


class MeetingBridge(MeetingPort):
    """The port to a meeting that is led from this window."""

    def __init__(self, conducting: Conducting, t: Translator) -> None:
        super().__init__(conducting.history, conducting.now)
        self._conducting = conducting
        self._t = t
        self._failing = False
        self._wish: Callable[[], object] | None = None
        begun, private = _begun(conducting)
        self.lines = LineKeeping(begun.texts, self._keep_begun, latest=begun.latest)
        self.private_line = LineKeeping({PRIVATE: private}, self._keep_begun_private)
        conducting.add_listener(self._show)

    @property
    def conducting(self) -> Conducting:
        """The use case behind it."""
        return self._conducting

    def do(self, *commands: Command) -> bool:
        """Do the commands as one act; False when refused."""
        return self._tried(partial(self._conducting.do, *commands), wished=True)

    def type(self, typed: WriteNote | KeepSentWords) -> bool:
        """Keep a note, or words that were sent, as it is typed."""
        return self._tried(partial(self._conducting.type, typed))

    def save_private(self, text: str) -> bool:
        """Keep a private note."""
        return self._tried(partial(self._conducting.save_private, text), wished=True)

    def undo(self) -> bool:
        """Take back the latest act."""
        return self._tried(self._conducting.undo, wished=True)

    def redo(self) -> bool:
        """Bring again the act that was taken back last."""
        return self._tried(self._conducting.redo, wished=True)

    def report_gap(self, since: datetime) -> bool:
        """Keep that nothing is known from `since` until now, so that it is asked about."""
        return self._tried(partial(self._conducting.report_gap, since))

    def stop_keeping(self) -> None:
        """The window is going: keep nothing any more, and hear of nothing."""
        super().stop_keeping()
        self._conducting.remove_listener(self._show)

    def _keep_begun(self, texts: Mapping[str, str]) -> bool:
        return self._tried(partial(self._conducting.save_begun, texts))

    def _keep_begun_private(self, texts: Mapping[str, str]) -> bool:
        return self._tried(partial(self._conducting.save_begun_private, texts[PRIVATE]))

    def press_again(self, press: Callable[[], object]) -> None:
        """Where the disk refused the latest act: let *Prøv igen* press this."""
        if self._wish is not None:
            self._wish = press

    def retry(self, keep: Callable[[], bool]) -> bool:
        """Save typed text, then repeat the latest act if the disk refused it; return False when refused again."""
        wish, self._wish = self._wish, None
        if not keep():
            self._wish = wish
            return False
        return wish is None or bool(wish())

    def _tried(self, act: Callable[[], None], *, wished: bool = False) -> bool:
        """Do it, and say what came of it; with `wished` it is the latest wish as long as the disk refuses it."""
        if wished:
            self._wish = None
        try:
            act()
        except Refused as refusal:
            names = {seat.person: seat.name for seat in self._view.seats}
            sentence = refusal_sentence(refusal.code, refusal.facts, names, self._t)
            self.refused.emit(RefusalNotice(refusal.code, sentence))
            return False
        except StorageProblem as problem:
            self._failing = True
            if wished:
                self._wish = partial(self._tried, act, wished=True)
            self.storage_failed.emit(problem_sentence(problem.code, problem.facts, self._t))
            return False
        if self._failing:
            self._failing, self._wish = False, None
            self.storage_recovered.emit()
        return True


class PlayedMeeting(MeetingPort):
    """The port to a meeting out of a scenario, which plays itself: its keys do nothing to it.

    `monotonic` gives real seconds, `speed` what one of them is worth.
    """

    def __init__(self, history: History, at: datetime, speed: float | None, monotonic: Callable[[], float]) -> None:
        super().__init__(history, self._scenario_now)
        self._speed = speed or 0.0
        self._monotonic = monotonic
        self._at, self._since = at, monotonic()

    def show(self, history: History, at: datetime) -> None:
        """Go on to another moment of the scenario."""
        self._at, self._since = at, self._monotonic()
        self._show(history)

    def _scenario_now(self) -> datetime:
        """The scenario's instant: since the last moment it has gone on at its speed."""
        return self._at + timedelta(seconds=(self._monotonic() - self._since) * self._speed)


def _begun(conducting: Conducting) -> tuple[Begun, str]:
    """Return the half-written lines, and the private one; empty if they cannot be read now."""
    try:
        return conducting.begun(), conducting.begun_private()
    except StorageProblem:
        return Begun(), ""


def _nowhere(_texts: Mapping[str, str]) -> bool:
    return True
