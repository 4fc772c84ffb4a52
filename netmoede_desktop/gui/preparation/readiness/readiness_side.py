"""The side of the preparation: *Er mødet klar?*, and *Start møde* under it, which runs the same rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.preparation.readiness.overriding import override_rules, reason_of, restore_rule
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, Verdict
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn, Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.readiness.readiness_panel import ReadinessPanel
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import (
    ReadinessView,
    count_sentence,
    readiness,
    start_attention,
)
from netmoede_desktop.localization.readiness_wording import VerdictWords, verdict_words
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting

_WIDTH = 316
_UNBOUND = 16_777_215
_WHERE = "readiness"


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """A reason that is half-written, for a rule or, with "", for all that is open at the start."""

    rule: str
    text: str


class ReadinessSide(Surface):
    """The panel over the button that starts the meeting; with little room that button is in the bar of the window."""

    start_asked = Signal()

    def __init__(self, bridge: PreparationBridge, context: PageContext, leads: Callable[[PageField], bool]) -> None:
        super().__init__("panel", context.look, padding=0, spacing=0)
        self._bridge, self._context, self._t = bridge, context, context.t
        look, t = context.look, context.t
        self._meeting: PlannedMeeting | None = None
        self._first, self._starting, self._compact = "", False, False
        self._draft: ReasonDraft | None = None
        self.shown = ReadinessView()
        self._leads = leads
        self.panel = ReadinessPanel(look, t, leads)
        self.start = Button(t.gettext("Start møde"), look, ButtonKind.PLAIN)
        self._stopped = Label("", Tone.ATTENTION)
        self._scroll = ScrollColumn(look, padding=16, spacing=0)
        self._scroll.column.addWidget(self.panel)
        self._scroll.column.addStretch(1)
        self._foot = Surface("panel", look, padding=14, spacing=8)
        for widget in (self._stopped, self.start):
            self._foot.column.addWidget(widget)
        self.column.addWidget(self._scroll, 1)
        self._foot_line = Hairline(look)
        self.column.addWidget(self._foot_line)
        self.column.addWidget(self._foot)
        self.panel.waived.connect(self._waive)
        self.panel.restored.connect(self._restore)
        self.panel.dismissed.connect(self._dismiss)
        self.start.clicked.connect(self.start_asked)
        bridge.refused.connect(self._show_refusal)

    @property
    def count(self) -> str:
        """The count in short: `8 af 13`."""
        return count_sentence(self.shown, self._t)[0]

    @property
    def draft(self) -> ReasonDraft | None:
        """The reason that is half-written, None for none."""
        card = self.panel.card
        if card.isHidden() or not card.asking or card.shown is None:
            return None
        return ReasonDraft("" if self._starting else card.shown.rules[0], card.reason.text)

    def restore(self, draft: ReasonDraft | None) -> None:
        """Show a half-written reason again, once the meeting has been loaded."""
        self._draft = draft
        if self._meeting is not None:
            self.render(self._meeting)

    def place_above(self, widget: QWidget) -> None:
        """Show something above the panel."""
        self._scroll.column.insertWidget(0, widget)

    def lay_out(self, *, compact: bool) -> None:
        """Be as wide as the page, or a column at its side."""
        if compact:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_UNBOUND)
        else:
            self.setFixedWidth(self._look.px(_WIDTH))
        self._compact = compact
        self._show_foot()

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show what the rules say of the meeting; nothing of a meeting that has begun."""
        self._meeting = meeting
        draft, self._draft = self._draft, None
        if draft is not None:
            self._first, self._starting = draft.rule, not draft.rule
        self.shown = readiness(meeting.verdicts, self._words, self._t, self._today(), self._leads, self._first)
        question = start_attention(meeting.verdicts, self._words, self._t) if self._starting else None
        self._starting = question is not None
        self.panel.render(self.shown, question)
        if draft is not None and not self.panel.card.isHidden():
            self.panel.card.open_reason(draft.text)
        open_to_change = meeting.editable is not Editable.NOTHING
        self.panel.setVisible(open_to_change)
        self._show_foot()
        self._stopped.setVisible(bool(self.shown.stopped))
        self._stopped.setText(self._closed_sentence())
        self.start.set_kind(ButtonKind.PLAIN if self.shown.must_count else ButtonKind.PRIMARY)
        set_tab_order(self.panel, self.start)

    def ask_to_start(self) -> bool:
        """Return True if nothing has to be said before the meeting is started; else the card says or asks it."""
        meeting = self._meeting
        if meeting is None or meeting.editable is Editable.NOTHING:
            return True
        if start_attention(meeting.verdicts, self._words, self._t) is None:
            return True
        self._starting = True
        self.render(meeting)
        self._scroll.verticalScrollBar().setValue(0)
        self.panel.card.focus_first()
        announce(self.panel.card, self._closed_sentence() or self.panel.card.title.accessibleName())
        return False

    def focus_first(self) -> None:
        """Give the keyboard to the card, to the first rule, or to the start."""
        if self.panel.card.isHidden() and not self.panel.buttons:
            self.start.setFocus()
        else:
            self.panel.focus_first()

    def _show_foot(self) -> None:
        begun = self._meeting is not None and self._meeting.editable is Editable.NOTHING
        self._foot_line.setVisible(not begun and not self._compact)
        self._foot.setVisible(not begun and not self._compact)

    def _words(self, verdict: Verdict) -> VerdictWords:
        child = "" if self._meeting is None else self._meeting.plan.child
        return verdict_words(verdict, child, self._t, self._today())

    def _today(self) -> date:
        return self._context.clock.now().astimezone().date()

    def _closed_sentence(self) -> str:
        if not self.shown.stopped:
            return ""
        return self._t.gettext("Mødet kan ikke startes: {reason}.").format(reason=self.shown.stopped)

    def _waive(self, rules: tuple[str, ...], reason: str) -> None:
        """Save the reason for these rules; at the start the meeting begins once it is saved."""
        now = self._context.clock.now()
        starting = self._starting
        by = "" if self._meeting is None else self._meeting.me.name
        kept = self._bridge.change_facts_now(_WHERE, lambda facts: override_rules(facts, rules, reason, by, now))
        if kept:
            self._first = ""
            if starting:
                self.start_asked.emit()

    def _restore(self, rule: str) -> None:
        """Take a reason back: the rule is the one to be dealt with again, its reason still in the field."""
        verdict = next((one for one in self._verdicts if one.rule == rule), None)
        if verdict is None or self._meeting is None:
            return
        reason = reason_of(self._meeting.facts, verdict)
        if not reason:  # it is one of the facts that the rule reads
            self.panel.place_asked.emit(verdict.place)
            return
        self._first, self._starting = rule, False
        if self._bridge.change_facts_now(_WHERE, lambda facts: restore_rule(facts, verdict)):
            card = self.panel.card
            if card.shown is not None and card.shown.rules == (rule,):
                self._scroll.verticalScrollBar().setValue(0)
                card.open_reason(reason)

    def _dismiss(self) -> None:
        """Show the first must again, where the reason for all of them was asked for."""
        if self._starting and self._meeting is not None:
            self._starting = False
            self.render(self._meeting)
            self.start.setFocus()

    def _show_refusal(self, where: str, sentence: str) -> None:
        if where == _WHERE:
            self.panel.card.reason_field.show_problem(sentence)

    @property
    def _verdicts(self) -> tuple[Verdict, ...]:
        return () if self._meeting is None else self._meeting.verdicts
