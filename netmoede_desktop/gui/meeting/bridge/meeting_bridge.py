"""The running meeting as the windows know it: commands in, frozen values out. Thin on purpose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

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
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView
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

    def __init__(self) -> None:
        """Make it, with nothing begun in any field and nowhere to keep it."""
        super().__init__()
        self.lines = LineKeeping({}, _nowhere)
        self.private_line = LineKeeping({}, _nowhere)

    def keep_typing(self) -> bool:
        """Make durable what is being written in any field but the notes; False when the disk refused."""
        kept = (self.lines.save(), self.private_line.save())
        return all(kept)

    def stop_keeping(self) -> None:
        """Keep nothing any more that is being written: the window is going, and what stands in it has been kept."""
        self.lines.stop()
        self.private_line.stop()

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

    def redo(self) -> bool:
        """Bring again the act that was taken back last."""
        raise NotImplementedError

    def press_again(self, press: Callable[[], object]) -> None:
        """Where the disk refused the latest act: let *Prøv igen* press this, which also clears the field."""

    def retry(self, keep: Callable[[], bool]) -> bool:
        """Keep what is typed with `keep`, then repeat the latest act if the disk refused it; False when refused again.

        An act is repeated only while it is the latest wish: one done or refused since, or a disk that took something
        since, ends it.
        """
        return keep()


class MeetingBridge(MeetingPort):
    """The port to a meeting that is led from this window."""

    def __init__(self, conducting: Conducting, t: Translator) -> None:
        super().__init__()
        self._conducting = conducting
        self._t = t
        self._failing = False
        self._wish: Callable[[], object] | None = None
        begun, private = _begun(conducting)
        self.lines = LineKeeping(begun.texts, self._keep_begun, latest=begun.latest)
        self.private_line = LineKeeping({PRIVATE: private}, self._keep_begun_private)
        self._view = meeting_view(conducting.history)
        conducting.listen(self._hear)

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
        return self._acted(lambda: self._conducting.do(*commands))

    def type(self, typed: WriteNote | KeepSentWords) -> bool:
        """Keep a note, or words that were sent, as it is typed."""
        return self._tried(lambda: self._conducting.type(typed))

    def keep_private(self, text: str) -> bool:
        """Keep a private note."""
        return self._acted(lambda: self._conducting.keep_private(text))

    def undo(self) -> bool:
        """Take back the latest act."""
        return self._acted(self._conducting.undo)

    def redo(self) -> bool:
        """Bring again the act that was taken back last."""
        return self._acted(self._conducting.redo)

    def report_gap(self, since: datetime) -> bool:
        """Keep that nothing is known from `since` until now, so that it is asked about."""
        return self._tried(lambda: self._conducting.report_gap(since))

    def stop_keeping(self) -> None:
        """The window is going: keep nothing any more, and hear of nothing."""
        super().stop_keeping()
        self._conducting.forget(self._hear)

    def _keep_begun(self, texts: Mapping[str, str]) -> bool:
        return self._tried(lambda: self._conducting.keep_begun(texts))

    def _keep_begun_private(self, texts: Mapping[str, str]) -> bool:
        return self._tried(lambda: self._conducting.keep_begun_private(texts[PRIVATE]))

    def press_again(self, press: Callable[[], object]) -> None:
        """Where the disk refused the latest act: let *Prøv igen* press this."""
        if self._wish is not None:
            self._wish = press

    def retry(self, keep: Callable[[], bool]) -> bool:
        """Keep what is typed, then repeat the latest act if the disk refused it; False when refused again."""
        wish, self._wish = self._wish, None
        if not keep():
            self._wish = wish
            return False
        return wish is None or bool(wish())

    def _acted(self, act: Callable[[], None]) -> bool:
        """Do an act: it is the latest wish, and stays so while the disk refuses it."""
        self._wish = None
        return self._tried(act, wish=lambda: self._acted(act))

    def _tried(self, act: Callable[[], None], wish: Callable[[], object] | None = None) -> bool:
        try:
            act()
        except Refused as refusal:
            names = {seat.person: seat.name for seat in self._view.seats}
            sentence = refusal_sentence(refusal.code, refusal.facts, names, self._t)
            self.told.emit(Told(refusal.code, sentence))
            return False
        except StorageProblem as problem:
            self._failing = True
            self._wish = wish or self._wish
            self.storage_failed.emit(problem_sentence(problem.code, problem.facts, self._t))
            return False
        if self._failing:
            self._failing, self._wish = False, None
            self.storage_recovered.emit()
        return True

    def _hear(self, history: History) -> None:
        self._view = meeting_view(history)
        self.viewed.emit(self._view)


def _begun(conducting: Conducting) -> tuple[Begun, str]:
    """What was being written, and the private line; nothing where that cannot be read now."""
    try:
        return conducting.begun(), conducting.begun_private()
    except StorageProblem:
        return Begun(), ""


def _nowhere(_texts: Mapping[str, str]) -> bool:
    return True
