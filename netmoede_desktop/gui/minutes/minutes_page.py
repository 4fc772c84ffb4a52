"""After the meeting: the referat to correct beside its real pages, approved in two presses, onto paper or as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.dialogs import Dialogs
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Hairline, Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.paper.page_preview import PagePreview
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.minutes.editing.corrections import FieldContext
from netmoede_desktop.gui.minutes.editing.outline import EditorSection
from netmoede_desktop.gui.minutes.editing.outline_list import OutlineList, OutlineStop
from netmoede_desktop.gui.minutes.editing.section_editor import SectionEditor
from netmoede_desktop.gui.minutes.missing_letters_notice import MissingLettersNotice
from netmoede_desktop.gui.minutes.out.files_pane import FilesPane
from netmoede_desktop.gui.minutes.out.minutes_export import MinutesExport
from netmoede_desktop.gui.minutes.out.offers import ExportPane, GoState
from netmoede_desktop.gui.minutes.out.print_pane import PrintPane
from netmoede_desktop.gui.minutes.out.versions_pane import VersionsPane
from netmoede_desktop.gui.minutes.version_bar import VersionBar
from netmoede_desktop.gui.minutes.wording import file_offers, go_label, held_line, trouble_sentence
from netmoede_desktop.gui.minutes.work import MinutesWork
from netmoede_desktop.gui.wording.meeting_wording import saved_text
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.storage.problems import StorageProblem

#: Milliseconds from the first letter typed until it is in the vault. Who goes on writing is not held up: it is kept
#: just after a letter, when the next one is farthest away.
SAVE_MS = 450
_SOON_MS = 300
_AFTER_LETTER_MS = 20
#: Milliseconds until a disk that refused is tried again.
RETRY_MS = 5000


@dataclass(frozen=True, slots=True)
class MinutesViewState:
    """The key of the section or way out, and the number of the side that was looked at."""

    key: str
    side: int


class MinutesPage(QWidget):
    """The referat of one finished meeting. Typed text is in the vault within half a second."""

    show_agreements = Signal()
    """The room is to be shown the agreements."""
    left = Signal()
    """The user is done here."""

    def __init__(self, context: PageContext, meeting_id: str, dialogs: Dialogs) -> None:
        """Open it. Raises KeyError when there is no such meeting, or a `StorageProblem`."""
        super().__init__()
        self._context = context
        self._look = context.look
        self._t = context.t
        self._work = MinutesWork(context.vault, meeting_id, context.clock, context.t)
        self._current = self._work.sections[0].key
        self._compact = True
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._unkept = QElapsedTimer()
        self._build(dialogs)
        self._connect()
        self._arrange()
        self.refresh()

    # -- for the window

    def save(self) -> bool:
        """Save the typed text now; return False when the disk refused, it is then kept here and retried."""
        self._saving.stop()
        self._unkept.invalidate()
        try:
            kept = self._work.save()
        except StorageProblem as problem:
            self._trouble.show_text(trouble_sentence(problem, self._t), NoticeKind.ATTENTION, action=self._again)
            self._saving.start(RETRY_MS)
            return False
        self._trouble.show_text("")
        if kept and self._work.saved_at is not None:
            self._saved.setText(saved_text(self._work.saved_at, self._t))
            self._show_kept()
        return True

    def leave(self) -> bool:
        """Save and wait for nothing more; called before the page goes. False when the disk refused."""
        if not self.save():
            return False
        self._saving.stop()
        self._preview.stop()
        self._letters.stop()
        self._export.detach()
        return True

    @property
    def view_state(self) -> MinutesViewState:
        """Which section or way out is shown, and which side where there is room for one."""
        return MinutesViewState(self._current, self._tabs.currentIndex())

    def restore_view_state(self, view_state: object) -> None:
        """Restore the `view_state` of the page that this one replaces; its fields are all made."""
        if isinstance(view_state, MinutesViewState):
            self._tabs.setCurrentIndex(view_state.side)
            self.go_to(view_state.key)
            self._editor.finish()

    def show_trouble(self, error: Exception) -> None:
        """Show the failure above the text. An error without a sentence is raised again."""
        sentence = trouble_sentence(error, self._t)
        if not sentence:
            raise error
        self._trouble.show_text(sentence, NoticeKind.ATTENTION)

    @property
    def preview(self) -> PagePreview:
        """The pages beside the text."""
        return self._preview

    # -- building

    def _build(self, dialogs: Dialogs) -> None:
        t, look = self._t, self._look
        self.setProperty("kind", "window")
        self._again = t.gettext("Prøv igen")
        self._trouble = Notice(look, NoticeKind.ATTENTION)
        self._letters = MissingLettersNotice(look, t, self._context.lane)
        self._version = VersionBar(look, t)
        self._outline = OutlineList(look, t)
        self._editor = SectionEditor(look)
        self._print = PrintPane(look, t)
        self._files = FilesPane(file_offers(self._work.facts, t), look, t)
        self._versions = VersionsPane(look, t)
        self._stack = QStackedWidget()
        for pane in (self._editor, self._print, self._files, self._versions):
            self._stack.addWidget(pane)
        self._preview = PagePreview(look, t, self._context.lane)
        self._export = MinutesExport(self._work, self._context, dialogs, self)
        self._export.take(self._print, self._files, self._versions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Hairline(look))
        column.addLayout(self._middle(), 1)
        column.addWidget(Hairline(look))
        self._bar = self._foot()
        column.addWidget(self._bar)

    def _head(self) -> QWidget:
        t, look = self._t, self._look
        head = Surface("bar", look, padding=8, spacing=12, row=True)
        head.column.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        self._title = QWidget()
        words = QVBoxLayout(self._title)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(Label(t.gettext("Referat"), Tone.HEADING))
        words.addWidget(Label(held_line(self._work.facts, t), Tone.MUTED))
        self._saved = Label("", Tone.MUTED, wrap=False)
        self._state = Label(t.gettext("Ikke godkendt"), Tone.ATTENTION, wrap=False)
        self._tabs = QTabBar()
        self._tabs.addTab(t.gettext("Teksten"))
        self._tabs.addTab(t.gettext("Siderne"))
        self._tabs.setAccessibleName(t.gettext("Teksten eller siderne"))
        self._tabs.setDrawBase(False)
        head.column.addWidget(self._title, 1)
        head.column.addWidget(self._outline.choice, 1)
        head.column.addWidget(self._tabs)
        head.column.addWidget(self._state)
        head.column.addWidget(self._saved)
        return head

    def _middle(self) -> QHBoxLayout:
        look = self._look
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notices = QVBoxLayout()
        notices.setContentsMargins(look.px(24), look.px(12), look.px(24), 0)
        notices.addWidget(self._trouble)
        notices.addWidget(self._letters)
        notices.addWidget(self._version)
        column.addLayout(notices)
        column.addWidget(self._stack, 1)
        right = QWidget()
        pages = QVBoxLayout(right)
        pages.setContentsMargins(look.px(16), look.px(8), look.px(8), 0)
        pages.addWidget(self._preview)
        self._text_side, self._page_side = left, right
        self._side = Surface("panel", look, padding=0)
        self._side.column.addWidget(self._outline)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._side)
        middle.addWidget(left, 11)
        middle.addWidget(right, 12)
        return middle

    def _foot(self) -> QWidget:
        t, look = self._t, self._look
        foot = Surface("bar", look, padding=12, spacing=8, row=True)
        foot.column.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        self._leave = Button(t.gettext("Til overblikket"), look, ButtonKind.PLAIN, elide=True)
        self._room = Button(t.gettext("Vis aftalerne for rummet"), look, ButtonKind.PLAIN, elide=True)
        self._go = Button("", look, ButtonKind.GO, elide=True)
        foot.column.addWidget(self._leave)
        foot.column.addWidget(self._room)
        foot.column.addStretch(1)
        foot.column.addWidget(self._go)
        return foot

    def _connect(self) -> None:
        self._outline.picked.connect(self.go_to)
        self._editor.corrected.connect(self._typed)
        self._editor.grown.connect(self._set_tab_order)
        self._saving.timeout.connect(self.save)
        self._trouble.acted.connect(self.save)
        self._version.reopened.connect(self._reopen)
        self._preview.failed.connect(self.show_trouble)
        self._tabs.currentChanged.connect(lambda _: self._arrange())
        self._leave.clicked.connect(self.left)
        self._room.clicked.connect(self.show_agreements)
        self._print.agreements_asked.connect(self.show_agreements)
        self._export.changed.connect(self._show_go)
        self._export.approved.connect(self.refresh)
        self._go.clicked.connect(self._press_go)
        self._go.installEventFilter(self)

    # -- showing

    def refresh(self) -> None:
        """Render the referat: its text, whether it is approved, the way on."""
        version = self._work.version_words
        self._version.show_version(version)
        self._show_stops(self._work.sections)
        self._show_section()
        self._export.refresh()
        self._show_go()
        self._preview.request(self._work.preview_maker(), at_once=True)
        self._letters.look_at(self._work.facts)

    def go_to(self, key: str) -> None:
        """Go to a section or to a way out."""
        self.save()
        self._current = key
        self._show_stops(self._work.sections)
        self._show_section()
        self._show_go()

    def _show_stops(self, sections: Sequence[EditorSection]) -> None:
        t = self._t
        stops = [
            OutlineStop(section.key, section.title, changed=section.changed, over=section.over) for section in sections
        ]
        out = t.gettext("Udskriv") if self._work.approved else t.gettext("Godkend og udskriv")
        stops += [
            OutlineStop(ExportPane.PRINT, out, out=True),
            OutlineStop(ExportPane.FILES, t.gettext("Gem som fil"), out=True),
            OutlineStop(ExportPane.VERSIONS, t.gettext("Versioner og kontrol"), out=True),
        ]
        self._outline.show_stops(stops, self._current)

    def _show_section(self) -> None:
        panes = dict(zip((pane.value for pane in ExportPane), (self._print, self._files, self._versions), strict=True))
        pane = panes.get(self._current)
        if pane is not None:
            self._stack.setCurrentWidget(pane)
            self._export.enter(pane)
            self._set_tab_order()
            return
        self._export.forget()
        section = self._section(self._work.sections)
        context = FieldContext(self._look, self._t, self._today, holiday_names, self._work.locked)
        self._editor.show_section(section, context)
        self._editor.show_problems(self._work.problems)
        self._stack.setCurrentWidget(self._editor)
        self._preview.scroll_to(section.heading)

    def _show_kept(self) -> None:
        """Render the effects of saving: places for one more, problems, corrections, something to approve."""
        sections = self._work.sections
        self._letters.look_at(self._work.facts)
        self._show_stops(sections)
        self._export.follow()
        self._show_go()
        if self._current not in set(ExportPane):
            self._editor.follow(self._section(sections))
            self._editor.show_problems(self._work.problems)

    def _section(self, sections: Sequence[EditorSection]) -> EditorSection:
        return next((one for one in sections if one.key == self._current), sections[0])

    def _show_go(self) -> None:
        """It is never made grey: the keyboard would be thrown elsewhere."""
        ways = self._export
        at_hand = self._current == ExportPane.PRINT
        state = GoState(at_hand, self._work.approved, ways.order.papers, ways.working, ways.looking)
        self._go.set_label(go_label(state, self._t))
        self._state.setVisible(not self._work.approved)

    def _arrange(self) -> None:
        """Side by side, or one at a time where room is short."""
        compact = self._compact
        self._side.setVisible(not compact)
        self._tabs.setVisible(compact)
        self._outline.choice.setVisible(compact)
        self._title.setVisible(not compact)
        self._room.setVisible(not compact)
        self._text_side.setVisible(not compact or self._tabs.currentIndex() == 0)
        self._page_side.setVisible(not compact or self._tabs.currentIndex() == 1)

    def _set_tab_order(self) -> None:
        """Set the tab order: the visible widgets, in reading order."""
        notices = (self._trouble, self._letters, self._version)
        set_tab_order(self._outline.choice, self._tabs, self._outline, *notices, self._stack, self._preview, self._bar)

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See whether there is room for both sides."""
        super().resizeEvent(event)
        self._compact = self._look.compact(event.size().width(), event.size().height())
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look for printers when the page is first seen, and begin where the referat begins."""
        super().showEvent(event)
        if self._export.discover_printers():
            first = self._outline.choice if self._compact else self._outline.items[self._current]
            first.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Treat a double click on the big button as one press, so that no unread referat is approved."""
        if watched is self._go and event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+Enter presses the big button; Escape goes back from a way out to the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not event.isAutoRepeat():
            self._go.click()
        elif event.key() == Qt.Key.Key_Escape and self._current in set(ExportPane):
            self.go_to(self._work.sections[0].key)
        else:
            super().keyPressEvent(event)

    # -- slots

    def _typed(self, key: str, text: str) -> None:
        self._work.write(key, text)
        if not self._unkept.isValid():
            self._unkept.start()
        waited = self._unkept.elapsed()
        if waited < _SOON_MS:
            self._saving.start(SAVE_MS - waited)
        elif self._saving.remainingTime() > _AFTER_LETTER_MS:
            self._saving.start(_AFTER_LETTER_MS)
        self._preview.request(self._work.preview_maker())

    def _today(self) -> date:
        """Days that are typed are meant from the day of the meeting, however much later that is."""
        return self._work.day

    def _reopen(self) -> None:
        self._work.reopen()
        self.refresh()
        self.go_to(self._work.sections[0].key)
        self._editor.focus_first()

    def _press_go(self) -> None:
        """First show what will happen, then do it."""
        ways = self._export
        if self._current != ExportPane.PRINT:
            self.go_to(ExportPane.PRINT)
        elif self._work.approved and not (ways.order.papers or ways.looking or ways.working):
            self.go_to(ExportPane.FILES)
        elif self.save():
            ways.go()
