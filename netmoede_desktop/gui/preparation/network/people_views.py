"""The two views of the same people, *Kort | Liste*, and what belongs to each at the side."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.preparation.network.network_view import NetworkView
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class PeopleViews(QWidget):
    """Map or list. By itself it is the list until somebody is on the map, and where there is little room."""

    changed = Signal()
    """Emitted when the other view is shown."""

    def __init__(self, network: NetworkView, form: QWidget, look: Look, t: Translator) -> None:
        super().__init__()
        self._network, self._person = network, form
        self._picked = False
        self.switch = QWidget()
        self.map_button = Button(t.gettext("Kort"), look, one_of=True, parent=self.switch)
        self.list_button = Button(t.gettext("Liste"), look, one_of=True, parent=self.switch)
        group = QButtonGroup(self)
        buttons = QHBoxLayout(self.switch)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(look.px(6))
        for button in (self.map_button, self.list_button):
            group.addButton(button)
            buttons.addWidget(button)
        self.switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.aside = QWidget()
        side = QVBoxLayout(self.aside)
        side.setContentsMargins(0, 0, 0, 0)
        self._form = QWidget()
        self._held = QVBoxLayout(self._form)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(look.px(12))
        self._held.addWidget(form)
        side.addWidget(self._form)
        side.addWidget(network.card)
        self._list = QWidget()
        self._listed = QVBoxLayout(self._list)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(look.px(12))
        self._listed.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        column.addWidget(network, 1)
        self.map_button.clicked.connect(self._pick_map)
        self.list_button.clicked.connect(self._pick_list)
        form.installEventFilter(self)
        self._show(on_map=False)

    @property
    def on_map(self) -> bool:
        """Whether the map is shown."""
        return self.map_button.isChecked()

    def add_to_list(self, widget: QWidget) -> None:
        """Append a widget to the view of the list."""
        self._listed.insertWidget(self._listed.count() - 1, widget)

    def add_below_form(self, widget: QWidget) -> None:
        """Append a card of the chosen person at the side of the list."""
        self._held.addWidget(widget)

    def follow(self, placed: bool, *, compact: bool) -> None:
        """Show the map once somebody is on it and there is room, until a view is picked by hand."""
        if not self._picked:
            self._show(on_map=placed and not compact)

    def show_list(self) -> None:
        """Show the list, as if it were picked."""
        self._pick_list()

    def _pick_map(self) -> None:
        self._picked = True
        self._show(on_map=True)

    def _pick_list(self) -> None:
        self._picked = True
        self._show(on_map=False)

    def _show(self, *, on_map: bool) -> None:
        (self.map_button if on_map else self.list_button).setChecked(True)
        self._list.setVisible(not on_map)
        self._form.setVisible(not on_map)
        self._network.setVisible(on_map)
        self._network.card.setVisible(on_map)
        self._follow_person()
        self.changed.emit()

    def _follow_person(self) -> None:
        """Take no room at the side for a form that is not shown."""
        self.aside.setVisible(self.on_map or not self._person.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the form as it is shown and hidden."""
        if watched is self._person and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._follow_person()
        return False
