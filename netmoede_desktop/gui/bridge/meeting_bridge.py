"""The running meeting as the windows know it: commands in, frozen values out. Thin on purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.domain.meeting.commands import Command, KeepSentWords, WriteNote
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.conducting import Conducting
from netmoede_desktop.services.meeting_view import ClockReading, MeetingView
from netmoede_desktop.services.viewing import clock_reading, meeting_view
from netmoede_desktop.storage.problems import StorageProblem


@dataclass(frozen=True, slots=True)
class Told:
    """A rule said no: its code, and the sentence for the mødeleder."""

    code: str
    sentence: str


class MeetingPort(QObject):
    """What a meeting page asks of the meeting. Each act is durable when its method returns True."""

    viewed = Signal(object)
    """A `MeetingView`, after each act."""
    told = Signal(object)
    """A `Told`: nothing has changed."""
    storage_failed = Signal(str)
    """A sentence: the disk refused, nothing has changed; what was typed is still on the screen."""
    storage_recovered = Signal()

    @property
    def view(self) -> MeetingView:
        """The meeting as it stands."""
        raise NotImplementedError

    def reading(self) -> ClockReading:
        """The clocks now."""
        raise NotImplementedError

    def do(self, *commands: Command) -> bool:
        """Do the commands as one act; False when refused."""
        raise NotImplementedError

    def type(self, typed: WriteNote | KeepSentWords) -> bool:
        """Keep a note, or words that were sent, as it is typed; False when the disk refused."""
        raise NotImplementedError

    def keep_private(self, text: str) -> bool:
        """Keep a private note."""
        raise NotImplementedError

    def undo(self) -> bool:
        """Take back the latest act."""
        raise NotImplementedError


class MeetingBridge(MeetingPort):
    """The port to a meeting that is led from this window."""

    def __init__(self, conducting: Conducting, t: Translator) -> None:
        super().__init__()
        self._conducting = conducting
        self._t = t
        self._failing = False
        self._view = meeting_view(conducting.history)
        conducting.listen(lambda history: self._show(meeting_view(history)))

    @property
    def conducting(self) -> Conducting:
        """The use case behind it."""
        return self._conducting

    @property
    def view(self) -> MeetingView:
        """The meeting as it stands."""
        return self._view

    def reading(self) -> ClockReading:
        """The clocks now."""
        return clock_reading(self._conducting.history.state, self._conducting.now())

    def do(self, *commands: Command) -> bool:
        """Do the commands as one act; False when refused."""
        return self._tried(lambda: self._conducting.do(*commands))

    def type(self, typed: WriteNote | KeepSentWords) -> bool:
        """Keep a note, or words that were sent, as it is typed."""
        return self._tried(lambda: self._conducting.type(typed))

    def keep_private(self, text: str) -> bool:
        """Keep a private note."""
        return self._tried(lambda: self._conducting.keep_private(text))

    def undo(self) -> bool:
        """Take back the latest act."""
        return self._tried(self._conducting.undo)

    def report_gap(self, since: datetime) -> bool:
        """Keep that nothing is known from `since` until now, so that it is asked about."""
        return self._tried(lambda: self._conducting.report_gap(since))

    def _tried(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Refused as refusal:
            names = {seat.person: seat.name for seat in self._view.seats}
            sentence = refusal_sentence(refusal.code, refusal.facts, names, self._t)
            self.told.emit(Told(refusal.code, sentence))
            return False
        except StorageProblem as problem:
            self._failing = True
            self.storage_failed.emit(problem_sentence(problem.code, problem.facts, self._t))
            return False
        if self._failing:
            self._failing = False
            self.storage_recovered.emit()
        return True

    def _show(self, view: MeetingView) -> None:
        self._view = view
        self.viewed.emit(view)
