"""The accessible interface of a widget: its role, its name, and its children in visual reading order.

Imported when a screen reader runs.
"""

from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QButtonGroup,
    QGridLayout,
    QLabel,
    QLayout,
    QWidget,
)

from netmoede_desktop.gui.kit.speech.roles import ROLE, SpokenRole

_ROLES = {
    SpokenRole.HEADING: QAccessible.Role.Heading,
    SpokenRole.TEXT: QAccessible.Role.StaticText,
    SpokenRole.LIST: QAccessible.Role.List,
    SpokenRole.LIST_ITEM: QAccessible.Role.ListItem,
    SpokenRole.GROUP: QAccessible.Role.Grouping,
    SpokenRole.CHOICE: QAccessible.Role.RadioButton,
    SpokenRole.PAGE: QAccessible.Role.Document,
    SpokenRole.WINDOW: QAccessible.Role.Window,
    SpokenRole.SILENT: QAccessible.Role.Client,
}
#: What Qt calls these itself says nothing, or "layered pane" over and over: they only hold other things.
_HOLDERS = frozenset({"QWidget", "QFrame", "QStackedWidget", "QScrollArea"})


def interface_of(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget, which Qt then owns; None leaves it to Qt. `kind` is one of its class names."""
    if not isinstance(asked, QWidget):
        return None
    role = asked.property(ROLE)
    if isinstance(asked, QAbstractButton):
        # Qt's own, such as a box to tick, it knows by their names before it comes to this one.
        ours = role is not None or kind == "QAbstractButton"
        return _Pressed(asked, _button_role(asked, role)) if ours else None
    if isinstance(asked, QLabel):
        # One that names a field is Qt's: it knows which.
        ours = role is not None or (kind == "QLabel" and asked.buddy() is None)
        return _TextInterface(asked, _ROLES[SpokenRole(role or SpokenRole.TEXT)]) if ours else None
    if role is not None:
        return _RoleInterface(asked, _ROLES[SpokenRole(role)])
    if kind in _HOLDERS:
        return _HolderInterface(asked, QAccessible.Role.Window if asked.isWindow() else QAccessible.Role.Client)
    return None


def _button_role(button: QAbstractButton, role: str | None) -> QAccessible.Role:
    if role is not None:
        return _ROLES[SpokenRole(role)]
    group: QButtonGroup | None = button.group()
    if button.autoExclusive() or (group is not None and group.exclusive()):
        return QAccessible.Role.RadioButton
    return QAccessible.Role.CheckBox if button.isCheckable() else QAccessible.Role.Button


class _RoleInterface(QAccessibleWidget):
    """A widget with a role: children in reading order, and no description that only repeats its name."""

    def childCount(self) -> int:  # noqa: N802
        """Return the number of child widgets."""
        return len(self._pieces())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none at all, to Qt
        """Return the child widget at an index of the reading order."""
        pieces = self._pieces()
        return QAccessible.queryAccessibleInterface(pieces[index]) if 0 <= index < len(pieces) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Return the index of a child widget in the reading order, -1 if it is none."""
        pieces, sought = self._pieces(), child.object()
        return next((place for place, piece in enumerate(pieces) if piece is sought), -1)

    def text(self, kind: QAccessible.Text) -> str:
        """Return a text of the widget; a description equal to the name, taken by Qt from the tool tip, is dropped."""
        if kind is QAccessible.Text.Description:
            widget = self.object()
            description = widget.accessibleDescription().strip() if isinstance(widget, QWidget) else ""
            return "" if description == self.text(QAccessible.Text.Name) else description
        return super().text(kind)

    def _pieces(self) -> list[QWidget]:
        widget = self.object()
        return pieces_in_order(widget) if isinstance(widget, QWidget) else []


class _HolderInterface(_RoleInterface):
    """A container: a group if it has a name, else ignored."""

    def role(self) -> QAccessible.Role:
        """Return Grouping for a named container."""
        role = super().role()
        named = role is QAccessible.Role.Client and bool(self.text(QAccessible.Text.Name))
        return QAccessible.Role.Grouping if named else role


class _TextInterface(_RoleInterface):
    """A text."""

    def text(self, kind: QAccessible.Text) -> str:
        """Return the accessible name of a label, or else its text."""
        label = self.object()
        if kind is QAccessible.Text.Name and isinstance(label, QLabel):
            return label.accessibleName() or label.text()
        return super().text(kind)


class _Pressed(_RoleInterface):
    """A button painted by the house."""

    def state(self) -> QAccessible.State:
        """Return the state of a widget, with checked and pressed."""
        state, button = super().state(), self.object()
        if isinstance(button, QAbstractButton) and self.role() is not QAccessible.Role.StaticText:
            state.checkable, state.checked = int(button.isCheckable()), int(button.isChecked())
            state.pressed = int(button.isDown())
        return state

    def actionNames(self) -> list[str]:  # noqa: N802
        """Return press and set-focus, or nothing for a mere text."""
        if self.role() is QAccessible.Role.StaticText:
            return []
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:  # noqa: N802
        """Click or focus the button for a screen reader."""
        button = self.object()
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return
        if name == QAccessibleActionInterface.pressAction():
            button.click()
        elif name == QAccessibleActionInterface.setFocusAction():
            button.setFocus(Qt.FocusReason.OtherFocusReason)


def pieces_in_order(widget: QWidget) -> list[QWidget]:
    """Return the child widgets of a widget in reading order: in that of its layout, then the others."""
    pieces = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child.property(ROLE) != SpokenRole.SILENT.value
    ]
    layout: QLayout | None = widget.layout()
    if layout is None or len(pieces) < 2:
        return pieces
    places = {piece: place for piece in pieces if (place := _place_in(layout, piece)) is not None}
    return [*sorted(places, key=places.__getitem__), *(piece for piece in pieces if piece not in places)]


def _place_in(layout: QLayout, piece: QWidget) -> tuple[int, ...] | None:
    """Return the position of a widget in a layout, level by level.

    Items are not queried: wrapping them would make Python believe that their contents are deleted.
    """
    place = layout.indexOf(piece)
    if place >= 0:
        return _order_of(layout, place)
    for inner in layout.children():
        found = _place_in(inner, piece) if isinstance(inner, QLayout) else None
        if found is not None and isinstance(inner, QLayout):
            return *_order_of(layout, layout.indexOf(inner)), *found
    return None


def _order_of(layout: QLayout, place: int) -> tuple[int, ...]:
    """Return row and column in a grid, else the index."""
    if not isinstance(layout, QGridLayout):
        return (place,)
    row, column, *_ = cast("tuple[int, ...]", layout.getItemPosition(place))
    return row, column
