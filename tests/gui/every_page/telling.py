"""What holds of every page as a screen reader has it: the tree it is told of, walked through Qt's own interface.

Each control has a name and a role, each row is one of a list, nothing is said twice, what is read first comes first.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLineEdit, QWidget

from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.preparation.network.network_map import NetworkMap

Role = QAccessible.Role

#: What a screen reader makes nothing of: things that only hold others.
_FILLERS = frozenset({Role.NoRole, Role.Client, Role.Border, Role.LayeredPane, Role.Pane, Role.Whitespace})
#: Qt's own, told of by Qt: what is in them is no widget.
_WHOLE = frozenset(
    {Role.Table, Role.Tree, Role.ComboBox, Role.EditableText, Role.SpinBox, Role.PageTabList, Role.ScrollBar}
)


def untold(root: QWidget) -> list[str]:
    """What a screen reader would be told wrongly, or not at all, of the window of a page."""
    window = QAccessible.queryAccessibleInterface(root.window())
    found = ["the window has no title"] * (not _name(window))
    only_looked_at = root.window().windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    if not only_looked_at and not any(one.role() is Role.Heading for one in _seen(window)):
        found.append("nothing heads the page")
    for one in _seen(window):
        found += [f"{_told(one)} {words}" for words in (*_wrong(one), *_wrong_inside(one))]
    return found


def _seen(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and all that can be seen of what is in it."""
    yield one
    if one.role() not in _WHOLE and not _is_of_items(one):
        for child in _children(one):
            yield from _seen(child)


def _children(one: QAccessibleInterface) -> list[QAccessibleInterface]:
    children = [one.child(place) for place in range(one.childCount())]
    return [child for child in children if not child.state().invisible]


def _is_of_items(one: QAccessibleInterface) -> bool:
    """A list of Qt's own, whose items are no widgets."""
    return one.role() is Role.List and one.childCount() > 0 and one.child(0).object() is None


def _wrong(one: QAccessibleInterface) -> Iterator[str]:
    name, said, role, state = _name(one), one.text(QAccessible.Text.Description), one.role(), one.state()
    takes_keyboard = bool(state.focusable) and not state.disabled
    if takes_keyboard and (role in _FILLERS or (role is Role.Grouping and not one.object().property("spoken-role"))):
        yield "takes the keyboard and is a filler"
    elif role in _FILLERS and name:
        yield "says something and is a filler"
    if role is Role.LayeredPane:
        yield "is a layered pane"
    if not name and (role in (Role.Heading, Role.List, Role.ListItem) or (takes_keyboard and role not in _FILLERS)):
        yield "has no name"
    if said and (not said.strip() or said.strip() == name):
        yield f"is described as {said!r}"


def _wrong_inside(one: QAccessibleInterface) -> Iterator[str]:
    if one.role() in _WHOLE or _is_of_items(one):
        return
    children = _children(one)
    if one.role() is Role.List:
        yield from (f"is a list, and holds {_told(child)}" for child in children if child.role() is not Role.ListItem)
    else:
        yield from (f"is no list, and holds {_told(child)}" for child in children if child.role() is Role.ListItem)
    if isinstance(one.object(), RoundTable | NetworkMap | QLineEdit):
        return  # round a table or a child there is no first, and a button in a line comes after its words
    for before, after in pairwise(children):
        if _is_above(after.rect(), before.rect()):
            yield f"is told of with {_told(before)} before {_told(after)}"


def _is_above(one: QRect, other: QRect) -> bool:
    """Whether one is read before the other: higher up in the same column, or to the left on the same line."""
    if one.isEmpty() or other.isEmpty() or one.intersects(other):
        return False
    same_column = one.left() < other.right() and other.left() < one.right()
    same_line = min(one.bottom(), other.bottom()) - max(one.top(), other.top()) > min(one.height(), other.height()) / 2
    return (same_column and not same_line and one.bottom() <= other.top()) or (
        same_line and one.right() <= other.left()
    )


def _name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name).strip()


def _told(one: QAccessibleInterface) -> str:
    widget = one.object()
    return f"{type(widget).__name__} ({one.role().name}) {_name(one)[:50]!r}"
