"""The step of the sag: whether it is safe to gather the network, why this meeting, and what the method asks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.readiness.rule import family_of
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.sag.sag_form import SagForm, SagTyped
from netmoede_desktop.gui.preparation.sag.said_rows import SAID_ROWS
from netmoede_desktop.gui.preparation.said_field import SaidField
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.preparation.wording import people_by_name
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting

_COMPACT = 520
_HERE = "sag"
_UNKNOWN = ("presented", "willing", "active_case", "asked_authority", "confirmed")


class SagPage(StepPage):
    """The facts of the sag: those asked in every meeting, then those of the method that was chosen."""

    def __init__(
        self,
        bridge: PreparationBridge,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        lead = t.gettext("Skriv det én gang. Det gælder for alle møder i sagen.")
        super().__init__(t.gettext("Hvad ved vi om sagen?"), lead, bridge, look, t)
        self._today = today
        self._meeting: PlannedMeeting | None = None
        self.notice = Notice(look, NoticeKind.ATTENTION)
        self.form = SagForm(look, t)
        self.saids = {
            name: SaidField(t.gettext(row.who), t.gettext(row.on), look, t, today, free_days)
            for name, row in SAID_ROWS.items()
        }
        self.risk = Label(
            t.gettext("Der sendes og startes intet, før der står, hvem der har vurderet risikoen, og hvornår."),
            Tone.ATTENTION,
        )
        self.harm = Label(
            t.gettext("Metoden er lavet til sager, hvor begge dele er der. Ellers kan den gøre skade."), Tone.ATTENTION
        )
        self._no_report = Label(t.gettext("Mødet erstatter ikke en underretning."), Tone.MUTED)
        self._cards: tuple[Surface, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.column.addWidget(self.notice)
        self._screening(self._card(self._t.gettext("Screening")))
        why = self._card(self._t.gettext("Hvorfor dette møde"))
        self.form.place_into(why, "involvement", "target_group", "case_type", "first_assessment")
        self._put(why, "nominated")
        self.form.place_into(why, "nominated_why")
        self._pnm = self._card(self._t.gettext("Processuelle møder"))
        self.form.place_into(self._pnm, "complex_needs", "hard_cooperation")
        self._pnm.column.addWidget(self.harm)
        self._put(self._pnm, "visitation", "first_visit")
        self.form.place_into(self._pnm, "by_phone")
        self._hlb = self._card(self._t.gettext("Myndigheden"))
        self.form.place_into(self._hlb, "known")
        self._put(self._hlb, "adviser_asked")
        self.form.place_into(self._hlb, "adviser_words", "concern", "beyond_family", "beyond_partners")
        self._hlb.column.addWidget(self._no_report)
        self._put(self._hlb, *_UNKNOWN)
        self.form.place_into(self._hlb, "expectations")
        self._put(self._hlb, "leader_consulted")
        self.column.addStretch(1)
        self.form.setParent(self)
        self.form.hide()
        rows = [card.column.itemAt(row) for card in self._cards for row in range(card.column.count())]
        set_tab_order(*(widget for item in rows if item is not None and (widget := item.widget()) is not None))

    def _screening(self, card: Surface) -> None:
        self.form.place_into(card, "screening")
        card.column.addWidget(self.risk)
        self._put(card, "risk_assessed")

    def _card(self, heading: str) -> Surface:
        card = Surface("card", self._look, padding=20, spacing=12)
        card.setAccessibleName(heading)
        card.column.addWidget(Label(heading, Tone.HEADING))
        self.column.addWidget(card)
        self._cards = (*self._cards, card)
        return card

    def _put(self, card: Surface, *names: str) -> None:
        for name in names:
            card.column.addWidget(self.saids[name])

    def _connect(self) -> None:
        self.form.changed.connect(lambda _: self._bridge.change_facts(_HERE, self._change()))
        for said in self.saids.values():
            said.changed.connect(lambda: self._bridge.change_facts(_HERE, self._change()))

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show the facts of the sag, and the fields of its method."""
        another = self._meeting is None
        self._meeting = meeting
        facts = meeting.facts
        self.notice.show_text("")
        typed = SagTyped(facts.case, facts.meeting.first_visit_by_phone, family_of(meeting.plan.method.id))
        self.form.show_fields(typed, typed, another=another)
        by_name = people_by_name(meeting.plan, self._t)
        for name, row in SAID_ROWS.items():
            self.saids[name].render(row.get(facts), by_name)
            self.saids[name].setVisible(row.when(typed))
        self._pnm.setVisible(typed.family == "pnm")
        self._hlb.setVisible(typed.family == "hlb")
        self.risk.setVisible(facts.case.closed_to_network(self._today()))
        self.harm.setVisible(False in (facts.case.complex_needs, facts.case.hard_cooperation))
        self._no_report.setVisible(typed.of_families_unknown)
        open_to_change = meeting.editable is not Editable.NOTHING
        for piece in (self.form, *self._cards):
            piece.setEnabled(open_to_change)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Say what could not be kept; nothing typed is lost."""
        if where == _HERE:
            self.notice.show_text(sentence)

    def save(self) -> bool:
        """Save the typed values now; return False when refused."""
        meeting = self._meeting
        if meeting is None or meeting.editable is Editable.NOTHING:
            return True
        self.form.flush()
        for said in self.saids.values():
            said.flush()
        change = self._change()
        kept = meeting.facts if self._bridge.meeting is None else self._bridge.meeting.facts
        return change(kept) == kept or self._bridge.change_facts_now(_HERE, change)

    def focus_first(self) -> None:
        """The answer of the screening."""
        self.form.focus_on("screening")

    def focus_on(self, field: str) -> None:
        """Focus a field by the name of its fact, the first one where this method does not ask for it."""
        if field in self.saids and not self.saids[field].isHidden():
            self.saids[field].when.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in SagForm.specs() and not self.form.box_of(field).isHidden():
            self.form.focus_on(field)
        else:
            self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the fields under each other where there is little room."""
        super().resizeEvent(event)
        compact = self._look.units(self.width()) < _COMPACT
        for said in self.saids.values():
            said.lay_out(compact=compact)

    def _change(self) -> Callable[[KnownFacts], KnownFacts]:
        """Return a change that puts the typed values into whatever is saved by then; other pages keep theirs."""
        typed = self.form.as_typed()
        if typed is None:
            return lambda facts: facts
        saids = {name: said.typed for name, said in self.saids.items()}

        def change(facts: KnownFacts) -> KnownFacts:
            before = facts.case
            case = replace(
                typed.case, consents=before.consents, family_places=before.family_places, method=before.method
            )
            meeting = replace(facts.meeting, first_visit_by_phone=typed.by_phone)
            facts = replace(facts, case=case, meeting=meeting)
            for name, row in SAID_ROWS.items():
                facts = row.put(facts, saids[name])
            return facts

        return change
