"""Pages that show a message and offer buttons: a failure with its ways out, or an act that succeeded."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.entry.troubles import Trouble, WayOut, way_label
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class TroublePage(EntryPage):
    """A failure with a button for each way out. Escape goes back to the previous page."""

    chosen = Signal(object)
    """Emitted with the `WayOut` whose button was clicked."""

    def __init__(self, trouble: Trouble, look: Look, t: Translator) -> None:
        super().__init__(look, trouble.title, trouble.sentences)
        self._buttons_by_way: dict[WayOut, Button] = {}
        for way in reversed(trouble.ways):
            kind = ButtonKind.PRIMARY if way is trouble.ways[0] else ButtonKind.PLAIN
            button = Button(way_label(way, t), look, kind)
            button.clicked.connect(lambda _=False, way=way: self.chosen.emit(way))
            self._buttons_by_way[way] = button
        self._first = self._buttons_by_way[trouble.ways[0]]
        self.add_buttons(None, *self._buttons_by_way.values())

    def focus_first(self) -> None:
        """Focus the button of the likeliest way out."""
        self._first.setFocus()


class DonePage(EntryPage):
    """An act succeeded; one button continues."""

    go_asked = Signal()

    def __init__(self, title: str, sentences: Sequence[str], go: str, look: Look) -> None:
        super().__init__(look, title, sentences)
        self._go = Button(go, look, ButtonKind.PRIMARY)
        self._go.clicked.connect(self.go_asked)
        self.add_buttons(None, self._go)

    def focus_first(self) -> None:
        """Focus the only button."""
        self._go.setFocus()
