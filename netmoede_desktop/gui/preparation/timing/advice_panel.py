"""*Det kan du gøre*: advice with its price, made by one press and undone by one, and what more people would mean."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.timing.advice_presenter import AdviceCard, ChoiceMade
from netmoede_desktop.gui.preparation.timing.crowd_chart import CrowdChart
from netmoede_desktop.gui.preparation.timing.time_presenter import Crowd
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: So many are shown at first: what comes below is wanted too.
_SHOWN = 3


class AdvicePanel(QWidget):
    """The cards and the chart. After a press the keyboard is on the button that undoes it."""

    changed = Signal(object)
    """The `MeetingChange` of an advice that is taken."""
    undone = Signal(object)
    """The `MeetingChange` that undoes a choice."""
    people_asked = Signal()
    """Who is to be fewer is chosen on the list of people."""
    rebuilt = Signal()
    """The buttons are others than before."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._shown: tuple[tuple[ChoiceMade, ...], tuple[AdviceCard, ...]] | None = None
        self.undo_buttons: list[Button] = []
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self._heading = Label(t.gettext("Det kan du gøre"), Tone.HEADING)
        self._cards = Listed(t.gettext("Det kan du gøre"), spacing=look.px(8))
        self.more = Button("", look, ButtonKind.QUIET)
        self.more.hide()
        self.more.clicked.connect(self._show_all)
        self._all = False
        self._note = Label("", Tone.ATTENTION)
        self.chart = CrowdChart(look, t)
        column.addWidget(self._heading)
        column.addWidget(self._cards)
        column.addLayout(row(self.more, None))
        column.addWidget(self._note)
        column.addWidget(self.chart)

    def show_advice(self, made: Sequence[ChoiceMade], advised: Sequence[AdviceCard], note: str) -> None:
        """Show the choices that are made, then the advice; `note` is what the method says of a tolk, "" for nothing."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if self._shown != (tuple(made), tuple(advised)):
            self._rebuild(tuple(made), tuple(advised))

    def _rebuild(self, made: tuple[ChoiceMade, ...], advised: tuple[AdviceCard, ...]) -> None:
        """Make the cards; a focus that was on one of them goes to the undo of the button pressed, or to the advice."""
        focused = QApplication.focusWidget()
        within = focused in self.buttons or focused in self.undo_buttons
        longer = self._shown is not None and len(made) > len(self._shown[0])
        self._shown = (made, advised)
        self._cards.clear()
        self.undo_buttons = [self._add_choice(one) for one in made]
        shown = advised if self._all or len(advised) == _SHOWN + 1 else advised[:_SHOWN]
        self.buttons = [button for one in shown if (button := self._add_advice(one)) is not None]
        hidden = len(advised) - len(shown)
        self.more.set_label(self._t.ngettext("Vis {n} råd mere", "Vis {n} råd mere", hidden).format(n=hidden))
        self.more.setVisible(hidden > 0)
        for widget in (self._heading, self._cards):
            widget.setVisible(bool(made or advised))
        self.rebuilt.emit()
        if within:
            order = [*self.undo_buttons[-1:], *self.buttons] if longer else [*self.buttons, *self.undo_buttons]
            if order:
                order[0].setFocus()

    def show_crowd(self, crowd: Crowd | None) -> None:
        """Show what more people would mean; None hides it."""
        self.chart.show_crowd(crowd)

    def _add_choice(self, one: ChoiceMade) -> Button:
        card = Surface("notice-done", self._look, padding=12, spacing=4)
        card.column.addWidget(Label(one.sentence))
        button = Button(one.action, self._look, ButtonKind.QUIET)
        button.setAccessibleName(f"{one.action}. {one.sentence}")
        button.clicked.connect(lambda: self.undone.emit(one.undo))
        card.column.addLayout(row(button, None))
        self._cards.add(card, one.sentence)
        return button

    def _add_advice(self, one: AdviceCard) -> Button | None:
        card = Surface("card", self._look, padding=12, spacing=4)
        card.column.addWidget(Label(one.title, Tone.STRONG))
        card.column.addWidget(Label(one.price, Tone.MUTED))
        button = None
        if one.action:
            button = Button(one.action, self._look, ButtonKind.QUIET)
            button.setAccessibleName(f"{one.action}. {one.title}")
            button.clicked.connect(lambda: self._take(one))
            card.column.addLayout(row(button, None))
        self._cards.add(card, one.title)
        return button

    def _show_all(self) -> None:
        before = len(self.buttons)
        self._all = True
        if self._shown is not None:
            self._rebuild(*self._shown)
            if len(self.buttons) > before:
                self.buttons[before].setFocus()

    def _take(self, one: AdviceCard) -> None:
        if one.change is None:
            self.people_asked.emit()
        else:
            self.changed.emit(one.change)
