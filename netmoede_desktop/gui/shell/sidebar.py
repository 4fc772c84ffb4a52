"""The sidebar of the office window: a column at the left, a row on top in a narrow window."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_WIDTH = 195
_UNBOUND = 16_777_215


class SidebarItem(StrEnum):
    """An item of the sidebar: a destination, or the lock."""

    OVERVIEW = "overview"
    CASES = "cases"
    REHEARSAL = "rehearsal"
    SETTINGS = "settings"
    LOCK = "lock"


class Sidebar(Surface):
    """Overblik, Sager and Øvemøde above, Indstillinger and Lås below."""

    pressed = Signal(str)
    """Emitted with the value of a `SidebarItem`."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("bar", look, padding=12, spacing=2)
        self._look, self._t = look, t
        self.setAccessibleName(t.gettext("Menu"))
        self._name = Label("Netværksmøde", Tone.BRAND, wrap=False)
        self._name.setContentsMargins(look.px(10), look.px(8), 0, look.px(20))
        self._items = {
            SidebarItem.OVERVIEW: NavItem(t.gettext("Overblik"), look),
            SidebarItem.CASES: NavItem(t.gettext("Sager"), look),
            SidebarItem.REHEARSAL: NavItem(t.gettext("Øvemøde"), look),
            SidebarItem.SETTINGS: NavItem(t.gettext("Indstillinger"), look),
            SidebarItem.LOCK: NavItem(t.gettext("Lås"), look, key="Ctrl+L"),
        }
        self.column.addWidget(self._name)
        for place, item in self._items.items():
            if place is SidebarItem.SETTINGS:
                self.column.addStretch(1)
            self.column.addWidget(item)
            item.clicked.connect(lambda _checked=False, place=place: self.pressed.emit(place.value))
        self.lay_out(compact=False)

    def show_place(self, place: SidebarItem) -> None:
        """Highlight the current item."""
        spoken = self._t.gettext("du er her")
        for other, item in self._items.items():
            item.set_current(current=other is place, spoken=spoken)

    def lay_out(self, *, compact: bool) -> None:
        """Use the column layout, or the row layout when `compact`."""
        self._name.setVisible(not compact)
        inset = self._look.px(4 if compact else 12)
        self.column.setContentsMargins(inset, inset, inset, inset)
        directions, policy = QBoxLayout.Direction, QSizePolicy.Policy
        if compact:
            self.column.setDirection(directions.LeftToRight)
            self.setMinimumWidth(0)
            self.setMaximumWidth(_UNBOUND)
            self.setSizePolicy(policy.Expanding, policy.Fixed)
        else:
            self.column.setDirection(directions.TopToBottom)
            self.setFixedWidth(self._look.px(_WIDTH))
            self.setSizePolicy(policy.Fixed, policy.Expanding)
