"""The work on one referat between the page and the services: typed, saved, approved. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from netmoede_desktop.documents.papers import Format, MeetingPaper
from netmoede_desktop.domain.minutes.draft import MinutesDraft, Value, corrected
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.minutes.editing.outline import EditorSection
from netmoede_desktop.gui.minutes.editing.outline_wording import editor_sections
from netmoede_desktop.gui.minutes.out.offers import VersionLine
from netmoede_desktop.gui.minutes.wording import version_line
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.files.text_in import NotReadable, content_of
from netmoede_desktop.services.meeting.conducting import Clock
from netmoede_desktop.services.minutes import minutes as service
from netmoede_desktop.services.minutes.exporting import ExportChannel, PaperAsked, paper_out
from netmoede_desktop.services.minutes.minutes import Approved, MinutesVersion, OpenMinutes
from netmoede_desktop.services.minutes.paper_check import PaperCheck, check_paper
from netmoede_desktop.storage.vault import Vault

#: No referat is longer; a file that is, is none, and is not read.
_LONGEST_FILE = 64 * 1024 * 1024


class MinutesWork:
    """One open referat. Typed values override the saved ones until `save` has saved them too."""

    def __init__(self, vault: Vault, meeting_id: str, clock: Clock, t: Translator) -> None:
        """Open it. KeyError where there is no such meeting, or it is not finished; or a `StorageProblem`."""
        self._vault = vault
        self._clock = clock
        self._t = t
        try:
            self._minutes: OpenMinutes = service.open_minutes(vault, meeting_id)
        except Refused as refusal:
            raise KeyError(meeting_id) from refusal
        self._typed: dict[str, Value] = {}
        self._problems: dict[str, str] = {}
        self._reopened = False
        self._saved_at: datetime | None = None

    # -- what stands

    @property
    def facts(self) -> MeetingRecord:
        """The facts with everything that is typed."""
        return corrected(self._minutes.held, self._draft)

    @property
    def sections(self) -> tuple[EditorSection, ...]:
        """The referat as the editor shows it."""
        return editor_sections(self._minutes.held, self._draft, self._t)

    @property
    def problems(self) -> dict[str, str]:
        """Why the typed value of a field could not be saved, by the key of the field."""
        return dict(self._problems)

    @property
    def approved(self) -> bool:
        """Whether the newest approved version holds everything."""
        return not self._minutes.changed and not self._typed

    @property
    def locked(self) -> bool:
        """Whether it is approved and not reopened for corrections."""
        return self.approved and not self._reopened

    @property
    def next_version(self) -> int:
        """The number that the next approved version gets."""
        return 1 if self._minutes.version is None else self._minutes.version.version + 1

    @property
    def version_words(self) -> str:
        """The approved version, in words; "" while there is something to approve or to correct."""
        version = self._minutes.version
        return "" if version is None or not self.locked else self.words_of(version)

    @property
    def recipients(self) -> int:
        """How many get the referat."""
        return sum(person.receives_minutes for person in self.facts.people)

    @property
    def somebody_protected(self) -> bool:
        """Whether somebody's address is protected."""
        return any(person.protected_address for person in self._minutes.held.people)

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self._minutes.held.began.date()

    @property
    def saved_at(self) -> datetime | None:
        """When something was last kept, local; None while nothing was."""
        return self._saved_at

    def versions(self) -> tuple[VersionLine, ...]:
        """The approved versions in words, the newest first."""
        found = service.versions(self._vault, self._minutes.meeting)
        return tuple(VersionLine(self.words_of(version)) for version in found)

    def words_of(self, version: MinutesVersion) -> str:
        """A version in words."""
        return version_line(version.version, version.short_hash, version.approved.astimezone(), self._t)

    def is_of_this_meeting(self, version: MinutesVersion) -> bool:
        """Return True if a version is of the open referat."""
        return version.meeting == self._minutes.meeting

    # -- what is done

    def write(self, key: str, value: Value) -> None:
        """Take a typed value; the next `save` saves it."""
        self._typed[key] = value

    def save(self) -> bool:
        """Save everything typed; return True if there was anything. A refused value is reported in `problems`.

        Raises a `StorageProblem`; the typed values are then still here.
        """
        kept = False
        while self._typed:
            key, value = next(iter(self._typed.items()))
            try:
                self._minutes = service.correct(self._vault, self._minutes, key, value)
                self._problems.pop(key, None)
            except Refused as refusal:
                self._problems[key] = refusal_sentence(refusal.code, refusal.facts, {}, self._t)
            del self._typed[key]
            kept = True
        if kept:
            self._saved_at = self._clock.now().astimezone()
        return kept

    def reopen(self) -> None:
        """Unlock an approved referat for corrections; they become a new version."""
        self._reopened = True

    def set_approved(self, approved: Approved) -> None:
        """Set a new version. Values typed while it was made are for the next one."""
        self._minutes = replace(self._minutes, version=approved.version, approved=approved.minutes.approved)
        self._reopened = False

    # -- what is done in the lane

    def preview_maker(self) -> Callable[[], bytes]:
        """Return what makes the pages as they stand now."""
        held, draft = self._minutes.held, self._draft
        stamp = self._minutes.stamp if self.approved else None
        return lambda: service.preview_pdf(held, draft, stamp)

    def checker(self) -> Callable[[], PaperCheck]:
        """Return what looks for words in the paper that may tell a protected address."""
        make, facts = self.preview_maker(), self.facts
        with one_at_a_time:  # here and not in the job: what is of Qt is loaded in the windows' thread
            from netmoede_desktop.gui.kit.paper.pdf_pages import PdfPages

        def check() -> PaperCheck:
            with PdfPages(make()) as pages:
                return check_paper(facts, pages.text())

        return check

    def approver(self, reason: str) -> Callable[[], Approved]:
        """Return what approves all that is kept."""
        vault, minutes, now = self._vault, self._minutes, self._clock.now()
        return lambda: service.approve(vault, minutes, now, reason)

    def paper(self, paper: MeetingPaper, file_format: Format, way: ExportChannel, reason: str) -> Callable[[], bytes]:
        """Return what makes a paper of all that is kept, and logs that it leaves."""
        vault, now = self._vault, self._clock.now()
        asked = PaperAsked(self._minutes.meeting, paper, file_format, way, Actor.WINDOWS, reason)
        return lambda: paper_out(vault, asked, now)

    def teller(self, file: Path) -> Callable[[], MinutesVersion | None]:
        """Return what tells which version a file is, None for none."""
        vault = self._vault

        def tell() -> MinutesVersion | None:
            try:
                return service.which_version(vault, content_of(file, _LONGEST_FILE))
            except NotReadable as unreadable:
                if unreadable.code in ("file-missing", "file-unreadable"):
                    raise OSError(str(file)) from unreadable
                return None

        return tell

    @property
    def _draft(self) -> MinutesDraft:
        draft = self._minutes.draft
        return MinutesDraft({**draft.corrections, **self._typed}) if self._typed else draft
