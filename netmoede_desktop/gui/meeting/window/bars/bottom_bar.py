"""The bottom bar: what can be undone, the page's own buttons, everything else under one, and the go-button."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.meeting.action_wording import action_name
from netmoede_desktop.gui.meeting.page import BarItem
from netmoede_desktop.gui.meeting.window.bars.go_button import GoButton
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import is_going_on, undo_sentence, undo_without_name
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import UndoLabel

_HEIGHT, _COMPACT_HEIGHT = 72, 62
_UNDO_WIDTH, _UNDO_NARROW = 256, 150

#: What has a button on every page.
_ALWAYS_THERE = (Action.GO_BACK, Action.UNDO, Action.GO_ON)


class BottomBar(Surface):
    """Nothing in it moves: undo and go have one size, and a button that finds no room is left to *Mere*."""

    pressed = Signal(object)
    """An `Action`."""
    more = Signal()
    """Everything else was asked for."""

    def __init__(self, keys: KeyMap, look: Look, t: Translator) -> None:
        super().__init__("bar", look, padding=0, spacing=10, row=True)
        self._keys = keys
        self._look = look
        self._t = t
        self._items: tuple[tuple[BarItem, ...], tuple[BarItem, ...]] | None = None
        self._buttons: list[Button] = []
        self._compact = False
        self._label: UndoLabel | None = None
        self._build()
        self._undo.clicked.connect(lambda: self.pressed.emit(Action.UNDO))
        self._more.clicked.connect(self.more)
        self.go.clicked.connect(lambda: self.pressed.emit(Action.GO_ON))

    def _build(self) -> None:
        look, t = self._look, self._t
        self._undo = Button(t.gettext("Fortryd"), look, key=self._keys.shown(Action.UNDO), elide=True)
        self._more = Button(t.gettext("Mere …"), look)
        self.go = GoButton(look, self._keys.shown(Action.GO_ON))
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(look.px(10))
        self.column.setContentsMargins(look.px(20), 0, look.px(20), 0)
        self.column.addWidget(self._undo)
        self.column.addLayout(self._left)
        self.column.addWidget(self._more)
        self.column.addStretch(1)
        self.column.addLayout(self._right)
        self.column.addWidget(self.go)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take less room, where there is little."""
        self._compact = compact
        self.setFixedHeight(self._look.px(_COMPACT_HEIGHT if compact else _HEIGHT))
        self._undo.setFixedWidth(self._look.px(_UNDO_NARROW if compact else _UNDO_WIDTH))
        self.go.set_narrow(compact)
        self._update_undo()
        self._fit()

    def set_items(self, items: tuple[tuple[BarItem, ...], tuple[BarItem, ...]]) -> None:
        """Show a page's own buttons; they are recreated only when they change."""
        left, right = (tuple(item for item in side if item.action not in _ALWAYS_THERE) for side in items)
        items = (left, right)
        if items == self._items:
            return
        self._items = items
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        for layout, side in zip((self._left, self._right), items, strict=True):
            for item in side:
                button = self._button(item)
                layout.addWidget(button)
                self._buttons.append(button)
        self._set_tab_order()
        self._fit()

    def show_next(self, label: str, *, has_key: bool = True) -> None:
        """Say what *videre* will do; without the key where only the button does it."""
        self.go.set_label(label)
        self.go.show_key(self._keys.shown(Action.GO_ON) if has_key else "")

    def show_undo(self, label: UndoLabel | None) -> None:
        """Say what would be taken back, and by which key."""
        self._label = label
        self._update_undo()

    def _update_undo(self) -> None:
        label, short = self._label, self._t.gettext("Fortryd")
        sentence = undo_sentence(label, self._t) or short
        key = Action.GO_BACK if label is not None and is_going_on(label) else Action.UNDO
        shown = self._keys.shown(key)
        self._undo.set_label(short if self._compact else sentence, shown)
        if self._undo.sizeHint().width() > self._undo.maximumWidth():
            self._undo.set_label(undo_without_name(label, self._t), shown)  # rather than half of a name
        self._undo.setAccessibleName(sentence)
        self._undo.setToolTip(plain_hint(sentence))
        self._undo.setEnabled(label is not None)

    def shown_actions(self) -> frozenset[Action]:
        """The actions that have a button now."""
        items = [item for side in self._items or () for item in side]
        shown = zip(items, self._buttons, strict=True)
        return frozenset(item.action for item, button in shown if item.action is not None and not button.isHidden())

    def hidden_items(self) -> tuple[BarItem, ...]:
        """The page's own buttons, of no action, that find no room now."""
        items = [item for side in self._items or () for item in side]
        return tuple(
            item for item, button in zip(items, self._buttons, strict=True) if item.action is None and button.isHidden()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what finds no room."""
        super().resizeEvent(event)
        self._fit()

    def _button(self, item: BarItem) -> Button:
        kind = ButtonKind.GREEN if item.green else ButtonKind.PLAIN
        if item.action is None:
            button = Button(item.label, self._look, kind)
            press: Callable[[], None] = item.press or _nothing
            button.clicked.connect(press)
            return button
        action = item.action
        name = item.label or action_name(action, self._t)
        label = f"+ {name}" if action is Action.AGREEMENT else name
        button = Button(label, self._look, kind, key=self._keys.shown(action))
        button.clicked.connect(lambda: self.pressed.emit(action))
        return button

    def _set_tab_order(self) -> None:
        """Set the tab order: from left to right."""
        left = len(self._items[0]) if self._items is not None else 0
        order = [self._undo, *self._buttons[:left], self._more, *self._buttons[left:], self.go]
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def _fit(self) -> None:
        """Hide buttons, the middle ones first, until the rest has room."""
        look = self._look
        fixed = 2 * look.px(20) + self._undo.width() + self._more.sizeHint().width() + self.go.sizeHint().width()
        room = self.width() - fixed - 3 * look.px(10)
        left = len(self._items[0]) if self._items is not None else 0
        # The outermost are the last to go: the first on the left, the last on the right.
        kept = sorted(range(len(self._buttons)), key=lambda n: n if n < left else len(self._buttons) - 1 - n)
        for number in kept:
            button = self._buttons[number]
            needed = button.sizeHint().width() + look.px(10)
            button.setVisible(needed <= room)
            room -= needed if needed <= room else 0


def _nothing() -> None:
    """A button without an act."""
