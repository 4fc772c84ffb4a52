"""Out of the printer: which papers, how many, on which printer; and how far it has come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from netmoede_desktop.documents.papers import MEETING_PAPERS
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.minutes.out.offers import PrintOffer, PrintOrder
from netmoede_desktop.gui.minutes.out.paper_copies import PaperCopies
from netmoede_desktop.gui.minutes.out.protection import ProtectionNotice
from netmoede_desktop.gui.minutes.wording import approval_sentence, copies_sentence, printed_so_far
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class PrintPane(ScrollColumn):
    """One sentence on what approving does, the papers with their copies, and the printer."""

    changed = Signal()
    """Another order."""
    approved_only = Signal()
    agreements_asked = Signal()
    adjust_asked = Signal()
    stopped = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(look, padding=24, spacing=12)
        self._look = look
        self._t = t
        self._offer: PrintOffer | None = None
        self._build()
        self._connect()

    @property
    def order(self) -> PrintOrder:
        """The papers and the printer chosen."""
        copies = tuple((paper, line.copies) for paper, line in self._lines.items() if line.copies)
        return PrintOrder(self._printer.key, copies)

    @property
    def copies(self) -> int:
        """In how many copies the first paper is wanted, 0 where it is not."""
        return next(iter(self._lines.values())).copies

    def _build(self) -> None:
        t, look = self._t, self._look
        self._title = Label("", Tone.TITLE)
        self._lock = Label("", Tone.READING)
        self.protection = ProtectionNotice(look, t)
        printed = (paper for paper in MEETING_PAPERS if paper.printed)
        self._lines = {paper: PaperCopies(t.gettext(paper.title), look, t) for paper in printed}
        self._copies = Label("", Tone.MUTED)
        self._printer = Choice((), look)
        self._field = Field(t.gettext("Printer"), self._printer, look)
        self._adjust = Button(t.gettext("Flere indstillinger …"), look, ButtonKind.QUIET)
        self._without = Notice(look, NoticeKind.INFO)
        self._result = Notice(look, NoticeKind.DONE)
        self._only = Button(t.gettext("Godkend uden at udskrive"), look, ButtonKind.PLAIN)
        papers = Surface("card", look, padding=16, spacing=8)
        inside: tuple[QWidget, ...] = (*self._lines.values(), self._copies, self._field)
        for widget in inside:
            papers.column.addWidget(widget)
        papers.column.addLayout(row(self._adjust, None))
        self._papers = papers
        running = self._progress()
        shown: tuple[QWidget, ...] = (self._title, self._lock, self.protection, self._result, running, papers)
        for part in shown:
            self.column.addWidget(part)
        self.column.addWidget(self._without)
        self.column.addLayout(row(self._only, None))
        self.column.addStretch(1)

    def _progress(self) -> QWidget:
        t, look = self._t, self._look
        self._running = Surface("card", look, padding=12, spacing=8)
        self._far = Label("", Tone.BODY)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t.gettext("Udskrivningen er nået til"))
        self._stop = Button(t.gettext("Stop udskrivningen"), look, ButtonKind.PLAIN)
        self._running.column.addWidget(self._far)
        self._running.column.addWidget(self._bar)
        self._running.column.addLayout(row(self._stop, None))
        self._running.hide()
        return self._running

    def _connect(self) -> None:
        for line in self._lines.values():
            line.changed.connect(self.changed)
        self._printer.picked.connect(self.changed)
        self._only.clicked.connect(self.approved_only)
        self._adjust.clicked.connect(self.adjust_asked)
        self._without.acted.connect(self.agreements_asked)
        self._stop.clicked.connect(self.stopped)

    def show_offer(self, offer: PrintOffer) -> None:
        """Show what can be printed. Copies are suggested once; what the user has set stays."""
        t, before = self._t, self._offer
        self._offer = offer
        if before is None or before.recipients != offer.recipients:
            for paper, line in self._lines.items():
                line.suggest(max(offer.recipients, 1) if paper.for_all else 1)
        to_approve = offer.version is not None
        self._title.setText(t.gettext("Godkend og udskriv") if to_approve else t.gettext("Udskriv"))
        self._lock.setText(approval_sentence(offer.version, t))
        self._lock.setVisible(to_approve)
        self._only.setVisible(to_approve)
        self._copies.setText(copies_sentence(offer.recipients, t))
        self._show_printers(offer.printers)

    def _show_printers(self, printers: tuple[str, ...] | None) -> None:
        t = self._t
        self._printer.set_options([(name, name) for name in printers or ()])
        self._papers.setVisible(printers != ())
        self._adjust.setEnabled(bool(printers))
        self._field.editor.setEnabled(bool(printers))
        none = t.gettext("Der er ingen printer her. Gem referatet som fil, eller vis aftalerne for rummet.")
        self._without.show_text("" if printers != () else none, action=t.gettext("Vis aftalerne for rummet"))

    def set_copies(self, copies: int) -> None:
        """Set the number of copies of the first paper, where it is to be printed."""
        if self.copies:
            next(iter(self._lines.values())).suggest(copies)

    def show_progress(self, done: int, pages: int) -> None:
        """Show how far it has come; 0 of 0 when it is over."""
        self._running.setVisible(pages > 0)
        self._papers.setEnabled(pages == 0)
        self._only.setEnabled(pages == 0)
        self._bar.setRange(0, max(pages, 1))
        self._bar.setValue(done)
        self._far.setText(printed_so_far(done, pages, self._t) if pages else "")

    def show_notice(self, sentence: str, kind: NoticeKind = NoticeKind.DONE) -> None:
        """Say how it went; "" says nothing."""
        self._result.show_text(sentence, kind)
