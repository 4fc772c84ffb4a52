"""Where in the referat you are: its sections, and below them the ways out. A list, or a choice where room is short."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


@dataclass(frozen=True, slots=True)
class OutlineStop:
    """A place in the list; `out` for the ways out, `changed` how many of its texts were corrected.

    `over` is a heading over it and those after it.
    """

    key: str
    title: str
    out: bool = False
    changed: int = 0
    over: str = ""


class OutlineList(QWidget):
    """The list; the ways out stay in sight below it. `choice` is the same as one field to choose in."""

    picked = Signal(str)

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look = look
        self._sections = ScrollColumn(look, padding=12, spacing=2)
        self._out = QVBoxLayout()
        inset = look.px(12)
        self._out.setContentsMargins(inset, look.px(4), inset, inset)
        self._out.setSpacing(look.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sections, 1)
        column.addWidget(Hairline(look))
        column.addLayout(self._out)
        self._t = t
        self._stops: tuple[OutlineStop, ...] = ()
        self._items: dict[str, NavItem] = {}
        self.choice = Choice((), look)
        self.choice.setAccessibleName(t.gettext("Del af referatet"))
        self.choice.picked.connect(self.picked)
        self.setAccessibleName(t.gettext("Dele af referatet"))

    @property
    def items(self) -> dict[str, NavItem]:
        """The items by their keys."""
        return dict(self._items)

    def show_stops(self, stops: Sequence[OutlineStop], current: str) -> None:
        """Show the list with where you are in it."""
        keys = [(stop.key, stop.title) for stop in stops]
        if keys != [(stop.key, stop.title) for stop in self._stops]:
            self._make(stops)
        self._stops = tuple(stops)
        self.choice.set_options(keys, key=current)
        here = self._t.gettext("du er her")
        for stop in stops:
            item = self._items[stop.key]
            spoken = self._t.ngettext("{n} rettelse", "{n} rettelser", stop.changed).format(n=stop.changed)
            item.set_aside(str(stop.changed) if stop.changed else "", spoken if stop.changed else "")
            item.set_current(current=stop.key == current, spoken=here)

    def _make(self, stops: Sequence[OutlineStop]) -> None:
        for column in (self._sections.column, self._out):
            while (old := column.takeAt(0)) is not None:
                if (widget := old.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        self._items.clear()
        for stop in stops:
            column = self._out if stop.out else self._sections.column
            if stop.over:
                column.addWidget(Label(stop.over, Tone.MUTED))
            column.addWidget(self._item(stop))
        self._sections.column.addStretch(1)
        widest = max(item.sizeHint().width() for item in self._items.values())
        self.setFixedWidth(widest + 2 * self._look.px(12) + self._look.px(26))

    def _item(self, stop: OutlineStop) -> NavItem:
        item = NavItem(stop.title, self._look)
        item.clicked.connect(lambda _=False, key=stop.key: self.picked.emit(key))
        self._items[stop.key] = item
        return item
