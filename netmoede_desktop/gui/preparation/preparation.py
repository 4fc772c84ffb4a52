"""A meeting in preparation: the steps at the left, one question in the middle, *Er mødet klar?* at the side."""

from datetime import date, datetime
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.preparation import PlanCode
from netmoede_desktop.gui.desk.office_page import OfficePage, ToCase, ToMeeting, ToMinutes
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.child.child_page import ChildPage
from netmoede_desktop.gui.preparation.frame.frame_page import FramePage
from netmoede_desktop.gui.preparation.meeting_form_page import PurposePage, TimePage
from netmoede_desktop.gui.preparation.people.people_page import PeoplePage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep, after, done_steps, mended_at, step_name
from netmoede_desktop.gui.preparation.readiness_card import ReadinessCard
from netmoede_desktop.gui.preparation.seating.seating_page import SeatingPage
from netmoede_desktop.gui.preparation.step_list import StepList
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.wording.meeting_wording import saved_text
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting

_ASIDE_WIDTH = 316
#: Below this width at 100 % the names of the methods have no room between the steps and the side.
_NARROWEST = 1100


class PreparationPage(OfficePage):
    """The steps of one meeting."""

    def __init__(self, context: PageContext, meeting: str) -> None:
        super().__init__()
        self._look, self._t = context.look, context.t
        self._context = context
        self._compact: bool | None = None
        self._case = ""
        self.step = PreparationStep.PURPOSE
        self.bridge = PreparationBridge(context, meeting)
        self._build()
        self._connect()
        self.go_to(PreparationStep.PURPOSE)

    def _build(self) -> None:
        look, t = self._look, self._t
        self._made: dict[PreparationStep, StepPage] = {}
        self._holders: dict[PreparationStep, _StepHolder] = {}
        self.list = StepList(look, t)
        self.notice = Notice(look, NoticeKind.INFO)
        self.readiness = ReadinessCard(look, t)
        self._pages = QVBoxLayout()
        self._asides = QVBoxLayout()
        self._aside = QWidget()
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(look.px(20))
        aside.addLayout(self._asides)
        aside.addWidget(self.readiness)
        aside.addStretch(1)
        self._next = Button("", look, ButtonKind.PLAIN)
        self._middle = ScrollColumn(look, padding=24, spacing=12)
        self._middle.column.addWidget(self.notice)
        self._middle.column.addLayout(self._pages, 1)
        self._middle.column.addLayout(row(None, self._next))
        self._side = ScrollColumn(look, padding=16, spacing=12)
        self._side_panel = Surface("panel", look, padding=0, spacing=0)
        self._side_panel.column.addWidget(self._side)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._line = Hairline(look, upright=True)
        self._outer.addWidget(self.list)
        self._outer.addWidget(self._middle, 1)
        self._outer.addWidget(self._line)
        self._outer.addWidget(self._side_panel)

        self._chaining = QTimer(self)
        self._chaining.setSingleShot(True)

    def _connect(self) -> None:
        self._chaining.timeout.connect(self._set_tab_order)
        self.list.pressed.connect(lambda step: self.go_to(PreparationStep(step)))
        self.list.left.connect(lambda: self.navigation_requested.emit(ToCase(self._case)))
        self.readiness.navigation_requested.connect(self._mend)
        self.readiness.start_asked.connect(self._start)
        self.notice.acted.connect(self._go_where_it_is)
        self._next.clicked.connect(self._go_on)
        self.bridge.shown.connect(self.render)
        self.bridge.saved.connect(self._tell_saved)
        self.bridge.refused.connect(self._tell)
        self.bridge.known.connect(self._set_tab_order_soon)

    # -- what the window asks

    def enter(self) -> None:
        """Ask for the meeting as it is now."""
        self.bridge.load()

    def leave(self) -> bool:
        """Save the typed text; return False when refused."""
        return self.page_of(self.step).save()

    def flush(self) -> bool:
        """Save the typed text, half-written lines as such."""
        return self.page_of(self.step).flush()

    def focus_first(self) -> None:
        """Focus the first field of the step."""
        self.page_of(self.step).focus_first()

    @property
    def view_state(self) -> PreparationStep:
        """The step."""
        return self.step

    def restore_view_state(self, view_state: object) -> None:
        """Be at that step."""
        if isinstance(view_state, PreparationStep):
            self.go_to(view_state)

    def page_of(self, step: PreparationStep) -> StepPage:
        """Return the page of a step, made when it is first gone to."""
        if step not in self._made:
            page = self._made[step] = self._new_page(step)
            page.hide()
            self._pages.addWidget(page)
            if page.aside is not None:
                self._holders[step] = _StepHolder(page.aside)
                self._asides.addWidget(self._holders[step])
            if self.bridge.meeting is not None:
                page.render(self.bridge.meeting)
        return self._made[step]

    def go_to(self, step: PreparationStep) -> None:
        """Save the typed text, then show a step."""
        if step is not self.step and not self.leave():
            return
        self.step = step
        self.page_of(step)
        for other, page in self._made.items():
            page.setVisible(other is step)
        for other, holder in self._holders.items():
            holder.set_current(other is step)
        self.list.show_step(step)
        coming = after(step)
        self._next.setVisible(coming is not None)
        if coming is not None:
            self._next.set_label(self._t.gettext("Videre til {step}").format(step=step_name(coming, self._t)))
        self._middle.verticalScrollBar().setValue(0)
        self._chaining.start()
        self.focus_first()

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Render the list of steps, the readiness and the notice."""
        self._case = meeting.case_id
        self._chaining.start()
        plan, t = meeting.plan, self._t
        heading = t.gettext("{case} · {number}. møde").format(case=plan.case_reference, number=plan.number_in_series)
        self.list.render(heading, done_steps(meeting))
        self.readiness.render(meeting)
        self.readiness.setVisible(meeting.editable is not Editable.NOTHING)
        match meeting.editable:
            case Editable.NOTHING if meeting.finished:
                self.notice.show_text(
                    t.gettext("Mødet er holdt og kan ikke ændres her."), action=t.gettext("Til referatet")
                )
            case Editable.NOTHING:
                self.notice.show_text(
                    t.gettext("Mødet er begyndt og kan ikke ændres her."), action=t.gettext("Til mødet")
                )
            case Editable.NOT_PEOPLE:
                sentence = t.gettext("Deltagerne er skrevet op under »Hvem er her?«. Ret dem der.")
                self.notice.show_text(sentence, action=t.gettext("Til mødet"))
            case Editable.ALL:
                self.notice.show_text("")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room the steps lie on top and the side comes below."""
        super().resizeEvent(event)
        compact = self._look.units(self.width()) < _NARROWEST
        if compact == self._compact:
            return
        self._compact = compact
        directions = QBoxLayout.Direction
        self._outer.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
        self.list.lay_out(compact=compact)
        self._line.setVisible(not compact)
        self._side_panel.setVisible(not compact)
        self._side_panel.setFixedWidth(self._look.px(_ASIDE_WIDTH))
        column = self._middle.column if compact else self._side.column
        column.addWidget(self._aside)

    # -- events

    def _new_page(self, step: PreparationStep) -> StepPage:
        look, t, bridge = self._look, self._t, self.bridge
        match step:
            case PreparationStep.PURPOSE:
                return PurposePage(bridge, self._context.methods, look, t)
            case PreparationStep.CHILD:
                return ChildPage(bridge, look, t, self._today, holiday_names)
            case PreparationStep.PEOPLE:
                return PeoplePage(bridge, look, t)
            case PreparationStep.SEATS:
                return SeatingPage(bridge, look, t)
            case PreparationStep.TIME:
                return TimePage(bridge, look, t, self._today, holiday_names)
            case PreparationStep.FRAME:
                return FramePage(bridge, look, t, self._today, holiday_names)
            case _:
                assert_never(step)

    def _set_tab_order(self) -> None:
        """Set the tab order: the visible widgets, in reading order."""
        holder = [self._holders[self.step]] if self.step in self._holders else []
        set_tab_order(self.list, self.notice, self.page_of(self.step), self._next, *holder, self.readiness)

    def _set_tab_order_soon(self, _: object) -> None:
        """Set the tab order once the step has its buttons. Never a lambda: a signal may come when the page is gone."""
        self._chaining.start()

    def _mend(self, code: PlanCode) -> None:
        self.go_to(mended_at(code))
        self.page_of(self.step).focus_on(code)

    def _go_on(self) -> None:
        coming = after(self.step)
        if coming is not None:
            self.go_to(coming)

    def _start(self) -> None:
        if self.leave():
            self.navigation_requested.emit(ToMeeting(self.bridge.meeting_id))

    def _go_where_it_is(self) -> None:
        """To the meeting, or to the referat of one that has been held."""
        meeting = self.bridge.meeting
        if meeting is not None and meeting.finished:
            self.navigation_requested.emit(ToMinutes(meeting.id))
        else:
            self._start()

    def _tell_saved(self, at: datetime) -> None:
        self.list.show_saved(saved_text(at.astimezone(), self._t))

    def _tell(self, where: str, sentence: str) -> None:
        if where == "load":
            self.notice.show_text(sentence, NoticeKind.ATTENTION)

    def _today(self) -> date:
        return self._context.clock.now().astimezone().date()


class _StepHolder(QWidget):
    """Holds what a step has at the side. It takes no room while the step hides it: nothing below is to jump for it."""

    def __init__(self, aside: QWidget) -> None:
        super().__init__()
        self._aside = aside
        self._current = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(aside)
        aside.installEventFilter(self)

    def set_current(self, current: bool) -> None:
        """Say whether it is this step that is shown."""
        self._current = current
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Hear when the step shows or hides it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._follow()
        return False

    def _follow(self) -> None:
        self.setVisible(self._current and not self._aside.isHidden())
