"""The work of the three panes: find printers, check papers, approve, print, save, and recognise a version."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.documents.papers import Format
from netmoede_desktop.gui.desk.dialogs import Dialogs, FileAsked
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.text.notices import NoticeKind
from netmoede_desktop.gui.minutes.out.files_pane import FilesPane
from netmoede_desktop.gui.minutes.out.offers import FileOffer, PrintOffer, PrintOrder
from netmoede_desktop.gui.minutes.out.paper_jobs import PaperJobs, PrintJob
from netmoede_desktop.gui.minutes.out.print_pane import PrintPane
from netmoede_desktop.gui.minutes.out.protection import ProtectionNotice
from netmoede_desktop.gui.minutes.out.versions_pane import VersionsPane
from netmoede_desktop.gui.minutes.wording import check_answer, file_kind, file_name, trouble_sentence
from netmoede_desktop.gui.minutes.work import MinutesWork
from netmoede_desktop.services.files.files_out import FilesOut
from netmoede_desktop.services.minutes.exporting import ExportChannel
from netmoede_desktop.services.minutes.minutes import Approved, MinutesVersion
from netmoede_desktop.services.minutes.paper_check import PaperCheck

T = TypeVar("T")


class MinutesExport(QObject):
    """Between the panes and the work. One thing at a time goes out."""

    changed = Signal()
    """Another order, or something begins or ends: the big button says something else."""
    approved = Signal()
    """There is a new version."""

    def __init__(self, work: MinutesWork, context: PageContext, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._context = context
        self._t = context.t
        self._dialogs = dialogs
        self._parent = parent
        self._printers: tuple[str, ...] | None = None
        self._looked = False
        self._approving = False
        self._detached = False
        self._checking = False
        self._wanted: Callable[[], None] | None = None
        self._out = PaperJobs(context.lane, dialogs, FilesOut((context.profile,)), context.t)

    def take(self, printing: PrintPane, files: FilesPane, versions: VersionsPane) -> None:
        """Serve these panes."""
        self._print, self._files, self._versions = printing, files, versions
        printing.changed.connect(self.changed)
        printing.approved_only.connect(lambda: self._approve(then_print=False))
        printing.adjust_asked.connect(self._adjust)
        printing.stopped.connect(self._stop_out)
        files.asked.connect(self._save_file)
        files.stopped.connect(self._stop_out)
        versions.check_asked.connect(self._check_file)
        self._out.printers_found.connect(self._show_printers)
        self._out.progressed.connect(printing.show_progress)
        self._out.busy.connect(lambda busy: files.show_busy(busy=busy))
        self._out.printed.connect(self._show_printed)
        self._out.saved.connect(self._show_saved)
        self._out.failed.connect(self._show_failed)

    @property
    def order(self) -> PrintOrder:
        """The present print order; empty without a printer."""
        chosen = self._print.order
        return chosen if self._printers else PrintOrder()

    @property
    def looking(self) -> bool:
        """Whether it is not known yet which printers there are, or what the paper may tell."""
        return self._printers is None or self._checking

    @property
    def working(self) -> bool:
        """Whether something is being approved or on its way out."""
        return self._approving or self._out.working

    def discover_printers(self) -> bool:
        """Start the search for printers once; return True if it was started now."""
        if self._looked:
            return False
        self._looked = True
        self._out.look_for_printers()
        return True

    def refresh(self) -> None:
        """Render the panes."""
        self.follow()
        self._versions.show_versions(self._work.versions())

    def follow(self) -> None:
        """Show what a correction may change: whether there is something to approve, and who gets it."""
        version = None if self._work.approved else self._work.next_version
        self._print.show_offer(PrintOffer(version, self._work.recipients, self._printers))

    def enter(self, pane: QWidget) -> None:
        """Open a pane: check the present papers for protected addresses."""
        self._clear_results()
        self.forget()
        if pane is not self._versions and self._work.somebody_protected:
            self._checking = True
            self._ask(self._work.checker(), self._show_check, self._fail_check)

    def forget(self) -> None:
        """The panes are left: what waited for the paper to be seen through is not wanted any more."""
        self._wanted = None

    def go(self) -> None:
        """Do what the big button says: approve if it is not approved, and print."""
        if self._work.approved:
            self._when_seen_through(self._print.protection, self._print_papers)
        else:
            self._approve(then_print=True)

    def detach(self) -> None:
        """Emit nothing any more. An approval or a print job under way goes on."""
        self._detached = True
        self._out.detach()

    def _ask(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do the job in the lane; its answer comes only while somebody is here to hear it."""

        def hear(answer: Callable[[], None]) -> None:
            if not self._detached:
                answer()

        self._context.lane.run(
            job, lambda result: hear(lambda: done(result)), lambda error: hear(lambda: failed(error))
        )

    # -- approving

    def _when_seen_through(self, protection: ProtectionNotice, act: Callable[[], None]) -> None:
        """Do it when it is known what the paper may tell, and somebody has said why where it tells too much."""
        if self.working:
            return
        if self.looking:
            self._wanted = lambda: self._when_seen_through(protection, act)
        elif protection.passed():
            act()

    def _approve(self, *, then_print: bool) -> None:
        self._when_seen_through(self._print.protection, lambda: self._begin_approving(then_print=then_print))

    def _begin_approving(self, *, then_print: bool) -> None:
        self._clear_results()
        self._set_approving(approving=True)

        def done(approved: Approved) -> None:
            self._set_approving(approving=False)
            self._work.set_approved(approved)
            self.approved.emit()
            if then_print and self.order.papers:
                QTimer.singleShot(0, self._print_papers)  # after the stamped pages, which were asked for just now

        def failed(error: Exception) -> None:
            self._set_approving(approving=False)
            self._fail(error)

        self._ask(self._work.approver(self._print.protection.reason), done, failed)

    def _set_approving(self, *, approving: bool) -> None:
        self._approving = approving
        self.changed.emit()

    # -- printing

    def _print_papers(self) -> None:
        order, reason = self.order, self._print.protection.reason
        jobs = [
            PrintJob(self._work.paper(paper, Format.PDF, ExportChannel.PRINTER, reason), copies)
            for paper, copies in order.copies
        ]
        if jobs:
            self._out.print_papers(order.printer, jobs)
            self.changed.emit()

    def _adjust(self) -> None:
        """The system's own dialog ends with printing; the number of copies said there counts."""
        order = self._print.order
        printer = self._out.printer(order.printer)
        printer.setCopyCount(max(self._print.copies, 1))
        if self._dialogs.adjust(self._parent, printer):
            self._print.set_copies(printer.copyCount())
            self.go()

    def _show_printers(self, printers: tuple[str, ...]) -> None:
        self._printers = printers
        self.follow()
        self.changed.emit()
        self._go_on_with_what_was_wanted()

    # -- files

    def _save_file(self, offer: FileOffer) -> None:
        self._clear_results()
        self._when_seen_through(self._files.protection, lambda: self._ask_where(offer))

    def _ask_where(self, offer: FileOffer) -> None:
        asked = FileAsked(
            title=self._t.gettext("Gem {paper}").format(paper=offer.title),
            kind=file_kind(offer.format, self._t),
            ending=offer.format.value,
            name=file_name(offer, self._work.day),
        )
        file = self._dialogs.file_to_write(self._parent, asked)
        if file is not None:
            reason = self._files.protection.reason
            self._out.save(self._work.paper(offer.paper, offer.format, ExportChannel.FILE, reason), file)
            self.changed.emit()

    def _check_file(self) -> None:
        asked = FileAsked(self._t.gettext("Vælg den PDF, der skal kontrolleres"), file_kind(Format.PDF, self._t), "pdf")
        file = self._dialogs.file_to_read(self._parent, asked)
        if file is not None:
            self._ask(self._work.teller(file), self._show_answer, self._fail)

    def _show_answer(self, version: MinutesVersion | None) -> None:
        words = "" if version is None else self._work.words_of(version)
        own = version is None or self._work.is_of_this_meeting(version)
        newest = version is not None and version.newest and own
        kind = NoticeKind.DONE if newest else NoticeKind.ATTENTION
        self._versions.show_notice(check_answer(words, own=own, newest=newest, t=self._t), kind)

    # -- how it went

    def _show_check(self, check: PaperCheck) -> None:
        self._checking = False
        self._print.protection.show_check(check)
        self._files.protection.show_check(check)
        self.changed.emit()
        self._go_on_with_what_was_wanted()

    def _fail_check(self, error: Exception) -> None:
        self._checking = False
        self._wanted = None
        self._fail(error)

    def _go_on_with_what_was_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _stop_out(self) -> None:
        self._out.stop()
        self.changed.emit()

    def _show_printed(self, sentence: str) -> None:
        self._print.show_notice(sentence)
        self.changed.emit()

    def _show_saved(self, sentence: str) -> None:
        self._files.show_notice(sentence)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        sentence = trouble_sentence(error, self._t)
        if not sentence:
            raise error
        self._show_failed(sentence)

    def _show_failed(self, sentence: str) -> None:
        self._print.show_notice(sentence, NoticeKind.ATTENTION)
        self._files.show_notice(sentence, NoticeKind.ATTENTION)
        self._versions.show_notice(sentence, NoticeKind.ATTENTION)
        self.changed.emit()

    def _clear_results(self) -> None:
        self._print.show_notice("")
        self._files.show_notice("")
        self._versions.show_notice("", NoticeKind.INFO)
