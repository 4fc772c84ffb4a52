"""The sidebar of the office window: a column at the left, a page of its own in a narrow window."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

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
        self._heading = Label(t.gettext("Menu"), Tone.TITLE)
        for label in (self._name, self._heading):
            self.column.addWidget(label)
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

    def focus_current(self) -> None:
        """Give the keyboard to the current item."""
        item = next((item for item in self._items.values() if item.current), self._items[SidebarItem.OVERVIEW])
        item.setFocus()

    def lay_out(self, *, compact: bool) -> None:
        """Be as wide as the window when `compact`, else a column at its left."""
        self._name.setVisible(not compact)
        self._heading.setVisible(compact)
        policy = QSizePolicy.Policy
        if compact:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_UNBOUND)
            self.setSizePolicy(policy.Expanding, policy.Expanding)
        else:
            self.setFixedWidth(self._look.px(_WIDTH))
            self.setSizePolicy(policy.Fixed, policy.Expanding)
