"""The office window: the overview, the sager, the preparation of a meeting, the øvemøde, the settings.

A sidebar at the left, the current page beside it. A page is created when it is first navigated to.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.cases.case_page import CasePage
from netmoede_desktop.gui.cases.cases_page import CasesPage
from netmoede_desktop.gui.desk.dialogs import Dialogs, QtDialogs
from netmoede_desktop.gui.desk.keys import load_keys
from netmoede_desktop.gui.desk.office_page import (
    Destination,
    OfficePage,
    PageDestination,
    ToCase,
    ToCases,
    ToGuide,
    ToMeeting,
    ToMinutes,
    ToNewRehearsal,
    ToOverview,
    ToPreparation,
    ToRehearsal,
    ToSettings,
)
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.guide.guide_page import GuidePage
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.layout.frames import Hairline, Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.overview.going_on import GoingOn, nothing_goes_on
from netmoede_desktop.gui.overview.overview_page import OverviewPage
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.rehearsal.rehearsal_page import RehearsalPage
from netmoede_desktop.gui.settings.card import failure_sentence
from netmoede_desktop.gui.settings.new_code_page import NewCodePage
from netmoede_desktop.gui.settings.settings_page import SettingsPage
from netmoede_desktop.gui.shell.places import sidebar_item_of, title_of
from netmoede_desktop.gui.shell.sidebar import Sidebar, SidebarItem
from netmoede_desktop.gui.system.lane import ignore_result
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.services.preparation.edit_plan import asks_before_start
from netmoede_desktop.services.settings.preferences import Preferences
from netmoede_desktop.storage.problems import StorageProblem

_SIZE = (1366, 768)
_LEAST = (640, 420)


class OfficeWindow(QMainWindow):
    """The window. `place` is the current destination, to be restored in a rebuilt window."""

    lead = Signal(str)
    """Emitted with the id of a meeting to lead."""
    minutes = Signal(str)
    """Emitted with the id of a meeting whose referat is to be shown."""
    rehearsal = Signal()
    """Emitted to lead an øvemøde."""
    lock_asked = Signal()
    look_requested = Signal(object)
    """Emitted with the `Preferences` to rebuild the windows with."""

    def __init__(
        self,
        context: PageContext,
        preferences: Preferences,
        key_file: Path,
        screens: Sequence[str] = (),
        dialogs: Callable[[], Dialogs] = QtDialogs,
        going_on: Callable[[], GoingOn | None] = nothing_goes_on,
    ) -> None:
        """Create the window; `key_file` is the path of the user's own keys, `screens` the names of the other screens.

        `going_on` returns the meeting that runs behind it, None if there is none.
        """
        super().__init__()
        self._context, self._preferences = context, preferences
        self._key_file, self._screens, self._dialogs = key_file, screens, dialogs
        self._going_on = going_on
        self._place: Destination = ToOverview()
        self._page: OfficePage | None = None
        self._cache: dict[type[Destination], OfficePage] = {}
        self._before_guide: object = None
        self._ended = self._shown_before = False
        look = context.look
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._sidebar = Sidebar(look, context.t)
        self._menu_bar = Surface("bar", look, padding=6, spacing=8, row=True)
        self.menu = Button(context.t.gettext("Menu"), look)
        self._compact = self._menu_open = False
        self._notice = Notice(look, NoticeKind.ATTENTION)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.navigate_to(ToOverview())

    def _build(self) -> None:
        look = self._context.look
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        self._menu_bar.column.addWidget(self.menu)
        self._menu_bar.column.addStretch(1)
        self._message_area = QWidget()
        area = QVBoxLayout(self._message_area)
        area.setContentsMargins(look.px(24), look.px(12), look.px(24), 0)
        area.addWidget(self._notice)
        middle.addWidget(self._message_area)
        middle.addWidget(self._stack, 1)
        whole = QWidget()
        whole.setProperty(KIND, "window")
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._line = Hairline(look, upright=True)
        for piece in (self._menu_bar, self._sidebar, self._line):
            self._outer.addWidget(piece)
        self._outer.addWidget(self._middle, 1)
        self._message_area.hide()
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._sidebar.pressed.connect(lambda name: self._press(SidebarItem(name)))
        self.menu.clicked.connect(self._turn_menu)
        self._notice.acted.connect(lambda: self.show_message(""))
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self._ask_to_lock)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._toggle_guide)

    # -- for the session

    @property
    def place(self) -> Destination:
        """The current destination."""
        return self._place

    @property
    def page(self) -> OfficePage | None:
        """The current page."""
        return self._page

    def show_preferences(self, preferences: Preferences) -> None:
        """Show requested preferences in the settings, wherever they were requested."""
        self._preferences = preferences
        settings = self._cache.get(ToSettings)
        if isinstance(settings, SettingsPage):
            settings.look_card.show_preferences(preferences)

    def navigate_to(self, place: Destination) -> None:
        """Navigate to a destination once typed text is saved. Meeting and referat are emitted: they have windows."""
        if self._page is not None and not self._page.leave():
            return
        match place:
            case ToMeeting(meeting=meeting):
                self._lead(meeting)
            case ToMinutes(meeting=meeting):
                self.minutes.emit(meeting)
            case ToNewRehearsal():
                self.show_message(self._context.t.gettext("Øvemødet åbner."))
                self.rehearsal.emit()
            case ToOverview() | ToCases() | ToCase() | ToPreparation() | ToRehearsal() | ToSettings() | ToGuide():
                self._go_to(place)
            case _:
                assert_never(place)

    def _lead(self, meeting: str) -> None:
        """Lead a meeting; one that has not begun first asks in its preparation, where its rules ask for something."""
        context = self._context
        try:
            asks = asks_before_start(context.vault, meeting, context.clock.now())
        except (Refused, StorageProblem):
            asks = False  # whoever leads it says why it cannot be
        if asks:
            self.navigate_to(ToPreparation(meeting, starting=True))
        else:
            self.lead.emit(meeting)

    def _go_to(self, place: PageDestination) -> None:
        """Show the page of a destination; one that the guide was opened from is as it was before."""
        before, left = self._place, None if self._page is None else self._page.view_state
        self._place = place
        self._show(self._page_of(place))
        if isinstance(place, ToGuide):
            self._before_guide = left
        elif isinstance(before, ToGuide) and before.back == place and self._page is not None:
            self._context.lane.finish()
            self._page.restore_view_state(self._before_guide)

    def show_message(self, sentence: str) -> None:
        """Show a message above the page; "" clears it."""
        self._notice.show_text(sentence, action=self._context.t.gettext("Luk") if sentence else "")
        self._message_area.setVisible(bool(sentence))

    def save(self) -> bool:
        """Save typed text, durably on return. Return False if it could not be saved."""
        self._context.lane.finish()
        return self._page is None or self._page.flush()

    def end(self) -> None:
        """Save typed text and hide the window for good."""
        if not self._ended:
            self._ended = True
            self.save()
            self.hide()

    # -- events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close only if typed text was saved."""
        if self._ended or self.save():
            super().closeEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Refresh the page on return from a meeting or its referat, but not when the window is un-minimised."""
        super().showEvent(event)
        if self._shown_before and not event.spontaneous():
            self._entered()
        self._shown_before = True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Refresh the page when the window is activated: it may be another day, and data may have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._refreshes():
            self._entered()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window the sidebar is a page of its own, behind a button."""
        super().resizeEvent(event)
        self._compact = self._context.look.compact(self.width(), self._context.look.px(10_000))
        directions = QBoxLayout.Direction
        self._outer.setDirection(directions.TopToBottom if self._compact else directions.LeftToRight)
        self._sidebar.lay_out(compact=self._compact)
        self._show_menu(opened=self._menu_open and self._compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close the menu on Escape, where it is a page of its own."""
        if event.key() == Qt.Key.Key_Escape and self._menu_open:
            self._turn_menu()
        else:
            super().keyPressEvent(event)

    def _turn_menu(self) -> None:
        """Show the menu in the place of the page, or the page again."""
        self._show_menu(opened=not self._menu_open)
        if self._menu_open:
            self._sidebar.focus_current()
        elif self._page is not None:
            self._page.focus_first()

    def _show_menu(self, *, opened: bool) -> None:
        t = self._context.t
        self._menu_open = opened
        offered = self._page is not None and self._page.offer_menu(offered=self._compact)
        self._menu_bar.setVisible(self._compact and (opened or not offered))
        self.menu.set_label(t.gettext("‹ Tilbage") if opened else t.gettext("Menu"))
        self._sidebar.setVisible(opened or not self._compact)
        self._line.setVisible(not self._compact)
        self._middle.setVisible(not opened)

    def _refreshes(self) -> bool:
        """Return True if the page is refreshed on activation. A sag is not: each access to it is logged."""
        return isinstance(self._page, OverviewPage | CasesPage | PreparationPage)

    def _press(self, place: SidebarItem) -> None:
        match place:
            case SidebarItem.OVERVIEW:
                self.navigate_to(ToOverview())
            case SidebarItem.CASES:
                self.navigate_to(ToCases())
            case SidebarItem.REHEARSAL:
                self.navigate_to(ToRehearsal())
            case SidebarItem.SETTINGS:
                self.navigate_to(ToSettings())
            case SidebarItem.LOCK:
                self._ask_to_lock()
            case _:
                assert_never(place)

    def _toggle_guide(self) -> None:
        self.navigate_to(self._place.back if isinstance(self._place, ToGuide) else ToGuide(self._place))

    def _ask_to_lock(self) -> None:
        if self.save():
            self.lock_asked.emit()

    def _fail(self, error: Exception) -> None:
        self.show_message(failure_sentence(error, self._context.t))

    # -- pages

    def _page_of(self, place: PageDestination) -> OfficePage:
        """Return the page of a destination: overview, list and settings are cached, others are created each time."""
        match place:
            case ToOverview():
                return self._cached(ToOverview, lambda: OverviewPage(self._context, self._going_on))
            case ToCases(new=new):
                page = self._cached(ToCases, lambda: CasesPage(self._context))
                if new and isinstance(page, CasesPage):
                    page.open_form()
                return page
            case ToCase(case=case, new=new):
                return self._made(CasePage(self._context, case, new=new))
            case ToPreparation(meeting=meeting, starting=starting):
                return self._made(PreparationPage(self._context, meeting, starting=starting))
            case ToGuide(back=back):
                return self._made(GuidePage(self._context, load_keys(self._key_file), back))
            case ToRehearsal():
                return self._cached(ToRehearsal, lambda: RehearsalPage(self._context))
            case ToSettings():
                return self._cached(ToSettings, self._settings)
            case _:
                assert_never(place)

    def _cached(self, kind: type[Destination], make: Callable[[], OfficePage]) -> OfficePage:
        if kind not in self._cache:
            self._cache[kind] = self._made(make())
        return self._cache[kind]

    def _made(self, page: OfficePage) -> OfficePage:
        page.navigation_requested.connect(lambda place: self._navigate_from(page, place))
        page.failed.connect(self._fail)
        page.menu_asked.connect(self._turn_menu)
        self._stack.addWidget(page)
        return page

    def _settings(self) -> SettingsPage:
        page = SettingsPage(self._context, self._preferences, self._key_file, self._screens)
        page.changed.connect(self.look_requested)
        page.code_asked.connect(self._make_code)
        return page

    def _make_code(self) -> None:
        page = NewCodePage(self._context, self._dialogs)
        page.finished.connect(lambda: self.navigate_to(ToSettings()))
        self._show(self._made(page))

    def _navigate_from(self, page: OfficePage, place: Destination) -> None:
        """Navigate for a page, unless it has been left: its answer came too late."""
        if page is self._page:
            self.navigate_to(place)

    def _show(self, page: OfficePage) -> None:
        before, self._page = self._page, page
        self._stack.setCurrentWidget(page)
        self._show_menu(opened=False)
        if before is not None and before is not page and before not in self._cache.values():
            self._stack.removeWidget(before)
            # Not before it has heard all that it asked for: the lane answers in order.
            self._context.lane.run(int, lambda _: before.deleteLater(), ignore_result)
        self.show_message("")
        self._sidebar.show_place(sidebar_item_of(self._place))
        self._update_title()
        self._entered()
        page.focus_first()

    def _update_title(self) -> None:
        """Set the window title, and announce a new one; the first is announced with the window itself."""
        title = title_of(self._place, self._context.t)
        if title != self.windowTitle():
            self.setWindowTitle(title)
            if self._shown_before:
                announce(self, title)

    def _entered(self) -> None:
        """Call the page's `enter`, unless the window has ended: an activation that arrives late must start no query."""
        if self._page is not None and not self._ended:
            self._page.enter()
