"""*Er mødet klar?* beside every step: computed from the rules, never ticked. One must at a time, then the rest."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.readiness.verdict import PageField
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.runs import RunsLabel, TextRun
from netmoede_desktop.gui.preparation.readiness.attention_card import AttentionCard
from netmoede_desktop.gui.preparation.readiness.readiness_bar import ReadinessBar
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import (
    Attention,
    ReadinessView,
    RuleRow,
    count_sentence,
)
from netmoede_desktop.gui.preparation.readiness.rule_row import RuleButton
from netmoede_desktop.gui.preparation.readiness.rule_section import SHOWN, RuleSection
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class ReadinessPanel(QWidget):
    """The bar, the count in words, the card, and the rules in groups."""

    place_asked = Signal(object)
    """The `PageField` that was asked for."""
    waived = Signal(object, str)
    """The rules (a tuple of their names) to be waived, and the reason."""
    restored = Signal(str)
    """The waived rule whose reason is to be changed or taken back."""
    dismissed = Signal()
    """The reason that the card asked for is not to be given."""
    changed = Signal()
    """What can be stepped through by Tab has changed."""

    def __init__(self, look: Look, t: Translator, leads: Callable[[PageField], bool]) -> None:
        """Create it; `leads` says whether a place can be gone to: only then is a rule a button."""
        super().__init__()
        self._look, self._t, self._leads = look, t, leads
        self._said: str | None = None
        self.bar = ReadinessBar(look)
        self.count = RunsLabel(look)
        self.card = AttentionCard(look, t)
        self.ready = Label(t.gettext("✓ Mødet er klar."), Tone.DONE)

        def section(heading: str, shown: int) -> RuleSection:
            return RuleSection(heading, look, t, leads, shown=shown)

        self.musts = section(t.gettext("Skal også klares"), 0)
        self.overridden = section(t.gettext("Valgt fra med en grund"), SHOWN)
        self.waiting = section(t.gettext("Kan vente"), SHOWN)
        self.in_place = section(t.gettext("På plads"), SHOWN)
        self._sections = (self.musts, self.overridden, self.waiting, self.in_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Label(t.gettext("Er mødet klar?"), Tone.HEADING))
        for widget in (self.bar, self.count, self.card, self.ready, *self._sections):
            column.addWidget(widget)
        self.card.hide()
        self.ready.hide()
        self._connect()

    def _connect(self) -> None:
        for one in self._sections:
            one.pressed.connect(self.place_asked)
            one.undone.connect(self.restored)
            one.unfolded.connect(self._set_tab_order)
        self.card.act_pressed.connect(self._go_to_card)
        self.card.reason_given.connect(self._waive)
        self.card.dismissed.connect(self.dismissed)

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """The rules of all groups, folded ones too."""
        return tuple(row for section in self._sections for row in section.rows)

    @property
    def buttons(self) -> tuple[RuleButton, ...]:
        """The rows in sight."""
        return tuple(button for section in self._sections for button in section.buttons)

    def render(self, shown: ReadinessView, question: Attention | None) -> None:  # type: ignore[override]
        """Show what the rules say; `question` takes the place of the first must in the card.

        A count that has changed is announced, once.
        """
        self.bar.show_signs(shown.signs)
        self._show_count(shown)
        in_card = question or shown.attention
        self.card.setVisible(in_card is not None)
        if in_card is not None:
            self.card.render(in_card, leads=in_card.place is not None and self._leads(in_card.place))
        self.ready.setVisible(in_card is None and bool(shown.signs))
        musts = shown.musts if question is not None else shown.musts[1:]
        groups = (musts, shown.waived, shown.waiting, shown.in_place)
        above = False
        for section, rows in zip(self._sections, groups, strict=True):
            section.render(rows, line=above)
            above = above or (bool(rows) and section is not self.musts)
        self._set_tab_order()

    def focus_first(self) -> None:
        """Give the keyboard to the card, or to the first rule."""
        if not self.card.isHidden():
            self.card.focus_first()
        elif self.buttons:
            self.buttons[0].setFocus()

    def _show_count(self, shown: ReadinessView) -> None:
        counted, ready, musts = count_sentence(shown, self._t)
        theme = self._look.theme
        runs = [TextRun(counted, theme.ink, bold=True), TextRun(ready, theme.muted)]
        if musts:
            runs += [TextRun("·", theme.muted), TextRun(musts, theme.ochre_text, bold=True)]
        self.count.show_runs(runs)
        if self._said is not None and self._said != self.count.text:
            announce(self.count, self.count.text)
        self._said = self.count.text

    def _go_to_card(self) -> None:
        shown = self.card.shown
        if shown is not None and shown.place is not None:
            self.place_asked.emit(shown.place)

    def _waive(self, reason: str) -> None:
        if self.card.shown is not None:
            self.waived.emit(self.card.shown.rules, reason)

    def _set_tab_order(self) -> None:
        pieces = [piece for section in self._sections for piece in (section.list, section.more)]
        set_tab_order(self.card, *pieces)
        self.changed.emit()
