"""A notice of the letters that will not be on the paper, told beside the text before anything is printed."""

from netmoede_desktop.documents.papers import MINUTES, Format
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.system.lane import Lane, Task
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.letters_wording import missing_letters_sentence
from netmoede_desktop.services.minutes.exporting import missing_in


class MissingLettersNotice(Notice):
    """Looks in the lane, so that writing never waits for it; hidden where every letter can be drawn."""

    def __init__(self, look: Look, t: Translator, lane: Lane) -> None:
        super().__init__(look, NoticeKind.ATTENTION)
        self._t = t
        self._lane = lane
        self._looking: Task[str] | None = None

    def look_at(self, facts: MeetingRecord) -> None:
        """Say which letters of this referat cannot be drawn, soon; only the newest wish counts."""
        self.stop()
        self._looking = self._lane.run(lambda: self._sentences(facts), self.show_text, self._ignore_unmade)

    def stop(self) -> None:
        """Wait for nothing any more."""
        if self._looking is not None:
            self._looking.cancel()

    def _sentences(self, facts: MeetingRecord) -> str:
        found = missing_in(facts, MINUTES, Format.PDF)
        return "\n".join(missing_letters_sentence(part.letters, part.names, self._t) for part in found)

    def _ignore_unmade(self, error: Exception) -> None:
        """Ignore a paper that cannot be made, since making it reports that; raise any other error."""
        if not isinstance(error, OSError):
            raise error
