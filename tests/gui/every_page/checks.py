"""What holds on every page: each control is named and reached, nothing is cut, and the keyboard is seen where it is.

Each check returns a sentence for everything it finds, and nothing where all is well.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QWidget,
)

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.preparation.network.network_map import NetworkMap
from netmoede_desktop.gui.room.fitted_label import FittedLabel

Role = QAccessible.Role

#: What a screen reader is to call a control.
_ROLES: tuple[tuple[type[QWidget], frozenset[Role]], ...] = (
    (QRadioButton, frozenset({Role.RadioButton})),
    (QCheckBox, frozenset({Role.CheckBox})),
    (QAbstractButton, frozenset({Role.Button, Role.CheckBox, Role.RadioButton})),
    (QLineEdit, frozenset({Role.EditableText})),
    (QPlainTextEdit, frozenset({Role.EditableText})),
    (QComboBox, frozenset({Role.ComboBox})),
    (QTabBar, frozenset({Role.PageTabList})),
    (QAbstractItemView, frozenset({Role.Table, Role.List, Role.Tree})),
)

#: More presses of Tab than a page has stops, by so much: then it is a circle beside the page.
_MORE_TABS = 10


# -- what is on a page


def parts(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget in `root`, from the outside in, without what Qt's own controls are made of."""
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            if not _is_whole(child):
                yield from parts(child)


def stops(root: QWidget) -> list[QWidget]:
    """Every visible, enabled widget in `root` that takes the keyboard by Tab."""
    return [widget for widget in (root, *parts(root)) if _takes_keyboard(widget)]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # where names go by relations, Qt gives what is chosen in its place
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> Role:
    """What a screen reader says a widget is."""
    return QAccessible.queryAccessibleInterface(widget).role()


def told(widget: QWidget) -> str:
    """A widget in a sentence about it."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(name_of(widget) or text)[:60]!r}"


def _takes_keyboard(widget: QWidget) -> bool:
    """A scroll area that Qt lets Tab stop at only where it holds nothing else."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and not widget.size().isEmpty()


def _is_whole(widget: QWidget) -> bool:
    """Whether what is inside belongs to Qt."""
    if isinstance(widget, QScrollArea):
        return False
    whole = QComboBox | QAbstractSpinBox | QAbstractScrollArea | QScrollBar | QTabBar
    return isinstance(widget, whole)


# -- named


def unnamed(root: QWidget) -> list[str]:
    """Controls without a name, or with one that tells nothing apart; and buttons that are no buttons.

    Two may be called the same where what holds them has a name, and not the same one.
    """
    found, names = [], Counter[tuple[Role, str, tuple[str, ...]]]()
    for widget in stops(root):
        name, role = name_of(widget).strip(), role_of(widget)
        names[role, name, tuple(held.accessibleName() for held in _line_of(widget)[:-1])] += 1
        if not name:
            found.append(f"{told(widget)} has no name")
        expected = next((roles for kind, roles in _ROLES if isinstance(widget, kind)), None)
        if expected is not None and role not in expected:
            found.append(f"{told(widget)} is a {role.name}")
    found += [f"{number} controls are called {name!r}" for (_, name, _), number in names.items() if number > 1]
    return found


# -- reached


@dataclass(slots=True)
class Walk:
    """A walk by Tab through a window: what it stopped at, where it came to at last, and what could not be seen."""

    stops: list[QWidget] = field(default_factory=list)
    last: QWidget | None = None
    hidden: list[QWidget] = field(default_factory=list)


def walk(root: QWidget) -> Walk:
    """Press Tab from the first stop of a page on, until it is somewhere again."""
    window, wanted = root.window(), stops(root)
    made = Walk()
    first = _first_stop(window, wanted)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
    here = QApplication.focusWidget()
    while here is not None and here not in made.stops and len(made.stops) < len(wanted) + _MORE_TABS:
        made.stops.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is not None and here.visibleRegion().isEmpty():
            made.hidden.append(here)
    made.last = here
    return made


def unreached(root: QWidget) -> list[str]:
    """Controls that Tab does not stop at, stops out of reading order, and a keyboard on what cannot be seen."""
    wanted = stops(root)
    if not wanted:
        return []
    made = walk(root)
    missed = [widget for widget in wanted if widget not in made.stops and not _is_one_of_a_few(widget, made.stops)]
    found = [f"Tab does not reach {told(widget)}" for widget in missed]
    if made.stops and made.last is not made.stops[0]:
        found.append(f"Tab does not come back to {told(made.stops[0])}: it is at {told(made.last or root)}")
    found += [f"{told(widget)} cannot be seen while it has the keyboard" for widget in made.hidden]
    return found + _against_reading([one for one in made.stops if one is root or root.isAncestorOf(one)])


def _against_reading(seen: list[QWidget]) -> list[str]:
    """Steps of a round that go back. One of them is where it begins anew: the one that leads to the very top."""
    window = seen[0].window() if seen else None
    back = [(a, b) for a, b in zip(seen, [*seen[1:], *seen[:1]], strict=True) if _is_against_reading(a, b)]
    if window is not None and back:
        back.remove(min(back, key=lambda step: (place_in(step[1], window).top(), place_in(step[1], window).left())))
    return [f"from {told(a)} Tab goes to {told(b)}" for a, b in back]


def _first_stop(window: QWidget, wanted: list[QWidget]) -> QWidget | None:
    here: QWidget | None = window
    while here is not None and here not in wanted:
        here = here.nextInFocusChain()
        if here is window:
            return None
    return here


def _is_one_of_a_few(widget: QWidget, seen: list[QWidget]) -> bool:
    """One of several to choose from: Tab stops at one of them, arrows go to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group, parent = cast("QButtonGroup | None", widget.group()), widget.parentWidget()
    if group is not None and group.exclusive():
        return any(fellow in seen for fellow in group.buttons())
    if not widget.autoExclusive() or parent is None:
        return False
    return any(fellow in seen for fellow in parent.findChildren(QAbstractButton) if fellow.autoExclusive())


def _is_against_reading(one: QWidget, other: QWidget) -> bool:
    """Whether going from one to the other is going up, or to the left on a line. Round a table or a child it is not.

    Compared is what holds them, where the two ways part: what is scrolled is as long as it is.
    """
    first, second = _where_they_part(one, other)
    if isinstance(first.parentWidget(), RoundTable | NetworkMap) or first is second:
        return False
    if isinstance(other.parentWidget(), QLineEdit):
        return False  # a button in a line comes after the lines, so that Tab goes from one to the next
    a, b = first.geometry(), second.geometry()
    same_column = a.left() < b.right() and b.left() < a.right()
    same_line = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
    return (same_column and not same_line and b.bottom() <= a.top()) or (same_line and b.right() <= a.left())


def _where_they_part(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The outermost widgets that hold only one of the two each."""
    first, second = _line_of(one), _line_of(other)
    for a, b in zip(first, second, strict=False):
        if a is not b:
            return a, b
    return (one, one)


def _line_of(widget: QWidget) -> list[QWidget]:
    line: list[QWidget] = []
    here: QWidget | None = widget
    while here is not None:
        line.insert(0, here)
        here = None if here.isWindow() else here.parentWidget()
    return line


# -- whole


def cut(root: QWidget) -> list[str]:
    """Texts without the room they need, and what lies outside of what holds it or over what stands beside it."""
    found: list[str] = []
    for widget in (root, *parts(root)):
        found += _cut_words(widget)
        if widget is not root:
            found += _outside(widget)
        layout = widget.layout()
        if layout is not None:
            found += _overlapping(layout)
    return found


def _cut_words(widget: QWidget) -> list[str]:
    match widget:
        case ElidedLabel():
            short = widget.width() < widget.sizeHint().width() and widget.toolTip() != widget.text()
            return [f"{told(widget)} is cut and has no tip"] if short else []
        case Label():
            return _cut_label(widget)
        case FittedLabel():
            return [] if widget.shown == widget.text() else [f"{told(widget)} is cut: {widget.shown!r}"]
        case QAbstractButton():
            return _cut_button(widget)
        case QComboBox():
            return [] if isinstance(widget, Choice) else _cut_choice(widget)  # shows its words under the mouse
        case QLineEdit():
            return _cut_hint(widget)
        case _:
            return []


def _cut_label(label: Label) -> list[str]:
    if not label.text():
        return []
    if not label.wordWrap():
        # A line may be lower than all letters of its font would need, as long as none of its own are cut.
        high = QFontMetrics(label.font()).tightBoundingRect(label.text()).height()
        if label.width() < label.sizeHint().width() or label.height() < high:
            return [f"{told(label)} needs {label.sizeHint().toTuple()} and has {label.size().toTuple()}"]
        return []
    needed = label.heightForWidth(label.width())
    found = [f"{told(label)} needs {needed} lines of pixels and has {label.height()}"] * (label.height() < needed)
    metrics, room = QFontMetrics(label.font()), label.contentsRect().width()
    long = [word for word in label.text().split() if metrics.horizontalAdvance(word) > room]
    return found + [f"the word {word!r} is wider than its label: {room}" for word in long[:1]]


def _cut_button(button: QAbstractButton) -> list[str]:
    hint = button.sizeHint()
    if button.hasHeightForWidth():
        needed = button.heightForWidth(button.width())
        return [f"{told(button)} needs {needed} and has {button.height()}"] * (button.height() < needed)
    found = [f"{told(button)} is {button.height()} high, not {hint.height()}"] * (button.height() < hint.height())
    if button.width() >= hint.width():
        return found
    if button.minimumSizeHint().width() >= hint.width():
        return [*found, f"{told(button)} needs {hint.width()} and has {button.width()}"]
    return [*found, *([] if button.toolTip() else [f"{told(button)} is cut and has no tip"])]


def _cut_choice(choice: QComboBox) -> list[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice).width()
    needed = QFontMetrics(choice.font()).horizontalAdvance(choice.currentText())
    return [f"{told(choice)}: {choice.currentText()!r} is cut"] if needed > room and not choice.toolTip() else []


def _cut_hint(line: QLineEdit) -> list[str]:
    if line.text() or not line.placeholderText() or line.isReadOnly():
        return []
    option, margins = QStyleOptionFrame(), line.textMargins()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    # Qt keeps two pixels on either side of what is written.
    room = inside.width() - margins.left() - margins.right() - 4
    needed = QFontMetrics(line.font()).horizontalAdvance(line.placeholderText())
    return [f"{told(line)}: the hint {line.placeholderText()!r} is cut"] if needed > room else []


def _outside(widget: QWidget) -> list[str]:
    """A page that scrolls may be as long as it is, but never wider than what it is seen through."""
    parent = widget.parentWidget()
    if parent is None:
        return []
    area = parent.parentWidget()
    room = parent.rect()
    if isinstance(area, QScrollArea) and area.viewport() is parent:
        if area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            wide = widget.width() > parent.width()
            return [f"{told(widget)} is wider than it is seen: {widget.width()} of {parent.width()}"] * wide
        return []
    # A text for the room has more room than it needs, for the tails of its letters.
    inside = widget.place.translated(widget.pos()) if isinstance(widget, FittedLabel) else widget.geometry()
    if room.adjusted(-1, -1, 1, 1).contains(inside):  # halves of a pixel are rounded
        return []
    return [f"{told(widget)} lies outside of {told(parent)}: {_box(widget.geometry())} in {_box(room)}"]


def _overlapping(layout: QLayout) -> list[str]:
    held = [widget for widget in _held(layout) if widget.isVisible() and not widget.size().isEmpty()]
    return [
        f"{told(one)} lies over {told(other)}: {_box(one.geometry())} and {_box(other.geometry())}"
        for one, other in combinations(held, 2)
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry())
    ]


def _held(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _held(inner)


def _box(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()}×{box.height()}"


def place_in(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is in a window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
