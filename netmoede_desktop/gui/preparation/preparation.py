"""A meeting in preparation: the steps at the left, one question in the middle, *Er mødet klar?* at the side."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.readiness.verdict import PageField
from netmoede_desktop.gui.desk.office_page import OfficePage, ToCase, ToMeeting, ToMinutes
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.kit.layout.side_frame import FramePart, SideFrame
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.child.child_page import ChildPage
from netmoede_desktop.gui.preparation.frame.frame_page import FramePage
from netmoede_desktop.gui.preparation.meeting_form_page import PurposePage
from netmoede_desktop.gui.preparation.people.people_page import PeoplePage
from netmoede_desktop.gui.preparation.preparation_bars import FootBar, HeadBar
from netmoede_desktop.gui.preparation.preparation_steps import (
    BIRTH_YEAR,
    PreparationStep,
    after,
    has_field,
    page_of,
    step_name,
)
from netmoede_desktop.gui.preparation.readiness.readiness_side import ReadinessSide, ReasonDraft
from netmoede_desktop.gui.preparation.sag.sag_page import SagPage
from netmoede_desktop.gui.preparation.seating.seating_page import SeatingPage
from netmoede_desktop.gui.preparation.step_list import StepList, lay_out_list
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.preparation.timing.time_page import TimePage
from netmoede_desktop.gui.wording.meeting_wording import saved_text
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting

#: Below this width at 100 % the names of the methods have no room between the steps and the side.
_NARROWEST = 1100


@dataclass(frozen=True, slots=True)
class PreparationView:
    """Where the user is: the step, the part that is shown alone, and a reason that is half-written."""

    step: PreparationStep
    part: FramePart
    draft: ReasonDraft | None


class PreparationPage(OfficePage):
    """The steps of one meeting."""

    def __init__(self, context: PageContext, meeting: str, *, starting: bool = False) -> None:
        """Create the page; with `starting` it asks at once what has to be said before the meeting is started."""
        super().__init__()
        self._look, self._t = context.look, context.t
        self._context = context
        # No method of its own: the pages keep it, and a page that is gone is not to be kept by them.
        self._today = partial(_day_of, context)
        self._case = ""
        self._starting = starting
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
        self._listing = ScrollColumn(look, padding=0)
        self._listing.column.addWidget(self.list)
        self.notice = Notice(look, NoticeKind.INFO)
        self.side = ReadinessSide(self.bridge, self._context, has_field)
        self.readiness = self.side.panel
        self.head, self.foot = HeadBar(look, t), FootBar(look, t)
        self._pages = QVBoxLayout()
        self._aside = QWidget()
        self._asides = QVBoxLayout(self._aside)
        self._asides.setContentsMargins(0, 0, 0, 0)
        self._middle = ScrollColumn(look, padding=24, spacing=12)
        self._middle.column.addWidget(self.notice)
        self._middle.column.addLayout(self._pages, 1)
        self.side.place_above(self._aside)
        parts: dict[FramePart, QWidget] = {
            FramePart.LIST: self._listing,
            FramePart.MIDDLE: self._middle,
            FramePart.SIDE: self.side,
        }
        self.frame = SideFrame(parts, self.head, self.foot, look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)
        self._chaining = QTimer(self)
        self._chaining.setSingleShot(True)

    def _connect(self) -> None:
        self._chaining.timeout.connect(self._set_tab_order)
        self.list.pressed.connect(lambda step: self.go_to(PreparationStep(step)))
        self.list.left.connect(lambda: self.navigation_requested.emit(ToCase(self._case)))
        self.head.menu_asked.connect(self.menu_asked)
        self.head.steps_asked.connect(lambda: self._turn(FramePart.LIST))
        self.foot.side_asked.connect(lambda: self._turn(FramePart.SIDE))
        self.frame.part_shown.connect(self._show_part)
        self.readiness.place_asked.connect(self.mend)
        self.readiness.changed.connect(self._chaining.start)
        self.side.start_asked.connect(self._start)
        self.foot.start_asked.connect(self._start)
        self.notice.acted.connect(self._go_where_it_is)
        self.foot.next.clicked.connect(self._go_on)
        self.bridge.shown.connect(self.render)
        self.bridge.saved.connect(self._show_saved)
        self.bridge.refused.connect(self._show_load_error)
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
        """Focus the first field of the step, or of the list or panel in its place."""
        if self.frame.compact and self.frame.part is not FramePart.MIDDLE:
            self._focus_part(self.frame.part)
        else:
            self.page_of(self.step).focus_first()

    @property
    def view_state(self) -> PreparationView:
        """The step, the part of the page in its place, and a half-written reason."""
        return PreparationView(self.step, self.frame.part, self.side.draft)

    def restore_view_state(self, view_state: object) -> None:
        """Be at that step."""
        if isinstance(view_state, PreparationView):
            self.go_to(view_state.step)
            self.frame.show_part(view_state.part)
            self.side.restore(view_state.draft)

    def offer_menu(self, *, offered: bool) -> bool:
        """Offer the way to the menu beside the way to the steps, where there is little room for either."""
        self.head.menu.setVisible(offered)
        return self.frame.compact

    def page_of(self, step: PreparationStep) -> StepPage:
        """Return the page of a step, made when it is first gone to."""
        if step not in self._made:
            page = self._made[step] = self._new_page(step)
            page.hide()
            self._pages.addWidget(page)
            if page.aside is not None:
                self._holders[step] = _StepHolder(page.aside, self._look.px(20))
                self._asides.addWidget(self._holders[step])
            if self.bridge.meeting is not None:
                page.render(self.bridge.meeting)
        return self._made[step]

    def go_to(self, step: PreparationStep) -> None:
        """Save the typed text, then show a step."""
        if self._show_step(step):
            self.focus_first()

    def mend(self, place: PageField) -> None:
        """Go to where a rule is mended, with the keyboard in its field."""
        step = page_of(place.step)
        if place == BIRTH_YEAR:
            self.navigation_requested.emit(ToCase(self._case))
        elif step is not None and self._show_step(step):
            self.page_of(step).focus_on(place.field)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Render the list of steps, the readiness and the notice."""
        self._case = meeting.case_id
        self._chaining.start()
        plan, t = meeting.plan, self._t
        heading = t.gettext("{case} · {number}. møde").format(case=plan.case_reference, number=plan.number_in_series)
        self.side.render(meeting)
        self.list.render(heading, self.side.shown.steps)
        self.head.show_meeting(heading)
        self.foot.show_count(self.side.count, musts=bool(self.side.shown.must_count))
        self.foot.show_begun(begun=meeting.editable is Editable.NOTHING)
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
        if self._starting:
            self._starting = False
            self._start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room, steps and side are pages of their own between two bars."""
        super().resizeEvent(event)
        compact = self._look.units(self.width()) < _NARROWEST
        self.frame.set_compact(compact)
        lay_out_list(self._listing, self._look, compact=compact)
        self.foot.lay_out(compact=compact)
        self.side.lay_out(compact=compact)
        if compact:
            self._middle.column.addWidget(self._aside)
        else:
            self.side.place_above(self._aside)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Back from the steps or the side on Escape, where they are pages of their own."""
        if event.key() == Qt.Key.Key_Escape and self.frame.compact and self.frame.part is not FramePart.MIDDLE:
            self._turn(self.frame.part)
        else:
            super().keyPressEvent(event)

    # -- events

    def _new_page(self, step: PreparationStep) -> StepPage:
        look, t, bridge = self._look, self._t, self.bridge
        match step:
            case PreparationStep.CASE:
                return SagPage(bridge, look, t, self._today, holiday_names)
            case PreparationStep.PURPOSE:
                return PurposePage(bridge, self._context.methods, look, t)
            case PreparationStep.CHILD:
                return ChildPage(bridge, look, t, self._today, holiday_names)
            case PreparationStep.PEOPLE:
                return PeoplePage(bridge, look, t, self._today, holiday_names)
            case PreparationStep.SEATS:
                return SeatingPage(bridge, look, t)
            case PreparationStep.TIME:
                time = TimePage(bridge, look, t, self._today, holiday_names)
                time.step_asked.connect(self.go_to)
                time.rebuilt.connect(self._set_tab_order_soon)
                return time
            case PreparationStep.FRAME:
                return FramePage(bridge, look, t, self._today, holiday_names)
            case _:
                assert_never(step)

    def _show_step(self, step: PreparationStep) -> bool:
        """Show a step once the typed text of the one before is saved; return False when that is refused."""
        if step is not self.step and not self.leave():
            return False
        self.step = step
        self.page_of(step)
        for other, page in self._made.items():
            page.setVisible(other is step)
        for other, holder in self._holders.items():
            holder.set_current(other is step)
        name = step_name(step, self._t)
        self.list.show_step(step)
        self.head.show_step(list(PreparationStep).index(step) + 1, len(PreparationStep), name)
        coming = after(step)
        further = "" if coming is None else self._t.gettext("Videre til {step}").format(step=step_name(coming, self._t))
        self.foot.show_next(further)
        self.frame.show_part(FramePart.MIDDLE)
        self._middle.verticalScrollBar().setValue(0)
        self._chaining.start()
        return True

    def _set_tab_order(self) -> None:
        """Set the tab order: the visible widgets, in reading order."""
        holder = [self._holders[self.step]] if self.step in self._holders else []
        page, side = self.page_of(self.step), (self.readiness, self.side.start)
        if self.frame.compact:
            set_tab_order(self.head, self.list, self.notice, page, *holder, *side, self.foot)
        else:
            set_tab_order(self.list, self.notice, page, self.foot, *holder, *side)

    def _set_tab_order_soon(self, _: object) -> None:
        """Set the tab order once the step has its buttons. Never a lambda: a signal may come when the page is gone."""
        self._chaining.start()

    def _turn(self, part: FramePart) -> None:
        """Show a part in the place of the step, or the step again."""
        back = self.frame.part is part
        self.frame.show_part(FramePart.MIDDLE if back else part)
        if back:
            opener = self.head.step if part is FramePart.LIST else self.foot.side
            opener.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_part(part)

    def _show_part(self, part: FramePart) -> None:
        self.foot.show_open(opened=part is FramePart.SIDE)
        self._chaining.start()

    def _focus_part(self, part: FramePart) -> None:
        if part is FramePart.LIST:
            self.list.focus_step(self.step)
        else:
            self.side.focus_first()

    def _go_on(self) -> None:
        coming = after(self.step)
        if coming is not None:
            self.go_to(coming)

    def _start(self) -> None:
        """Start the meeting, unless the card has something to ask first."""
        if not self.leave():
            return
        if self.side.ask_to_start():
            self.navigation_requested.emit(ToMeeting(self.bridge.meeting_id))
        elif self.frame.compact:
            self.frame.show_part(FramePart.SIDE)
            self.side.focus_first()

    def _go_where_it_is(self) -> None:
        """To the meeting, or to the referat of one that has been held."""
        meeting = self.bridge.meeting
        if meeting is not None and meeting.finished:
            self.navigation_requested.emit(ToMinutes(meeting.id))
        else:
            self._start()

    def _show_saved(self, at: datetime) -> None:
        self.foot.saved.setText(saved_text(at.astimezone(), self._t))

    def _show_load_error(self, where: str, sentence: str) -> None:
        if where == "load":
            self.notice.show_text(sentence, NoticeKind.ATTENTION)


class _StepHolder(QWidget):
    """Holds what a step has at the side. It takes no room while the step hides it: nothing below is to jump for it."""

    def __init__(self, aside: QWidget, below: int) -> None:
        """Hold it, with so many pixels below."""
        super().__init__()
        self._aside = aside
        self._current = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, below)
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


def _day_of(context: PageContext) -> date:
    return context.clock.now().astimezone().date()
