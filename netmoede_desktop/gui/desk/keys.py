"""The actions of a meeting that have a key, and their default keys (docs/user-guide.md). A file can change them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from netmoede_desktop.localization.names import readable
from netmoede_desktop.services.toml.input import InputError, read_toml


class Action(StrEnum):
    """An action with a key; the values are the names in the file of keys."""

    GO_ON = "videre"
    GO_BACK = "fortryd-videre"
    NOTE = "note"
    PRIVATE = "privat"
    LATER = "senere"
    AUDIENCE = "faellesskaerm"
    MORE_TIME = "et-minut-mere"
    PASS = "pas"  # noqa: S105 - the word of the method, not a password
    CURTAIN = "gardin"
    SWAP = "byt-skaerme"
    PAUSE = "pause"
    INTERPRETER = "tolk"
    REMARK = "indskud"
    LET_RUN = "lad-loebe"
    BACKDATE = "begyndte-for-siden"
    IT_WAS = "det-var"
    TIME_OUT = "time-out"
    VEIL = "sloer"
    AGREEMENT = "aftale"
    ARRIVAL = "en-kommer"
    BOARD = "tavlen"
    PARK = "parker"
    UNDO = "fortryd"
    REDO = "gendan"
    LOCK = "laas"
    ACUTE = "akut"
    HELP = "hjaelp"
    CARD = "huskekort"
    TABLE = "bordet"
    NEXT_PART = "naeste-del"


#: The keys as shipped. A presentation clicker sends PageDown and PageUp.
DEFAULT_KEYS: Mapping[Action, str] = {
    Action.GO_ON: "PgDown",
    Action.GO_BACK: "PgUp",
    Action.NOTE: "F2",
    Action.PRIVATE: "F3",
    Action.LATER: "F4",
    Action.AUDIENCE: "F5",
    Action.MORE_TIME: "F6",
    Action.PASS: "F7",
    Action.CURTAIN: "F8",
    Action.SWAP: "Shift+F5",
    Action.PAUSE: "F9",
    Action.INTERPRETER: "F10",
    Action.REMARK: "F11",
    Action.LET_RUN: "F12",
    Action.BACKDATE: "Shift+F6",
    Action.IT_WAS: "Shift+F7",
    Action.TIME_OUT: "Shift+F9",
    Action.VEIL: "Shift+F8",
    Action.AGREEMENT: "Ctrl+Return",
    Action.ARRIVAL: "Ctrl+N",
    Action.BOARD: "Ctrl+T",
    Action.PARK: "Ctrl+P",
    Action.UNDO: "Ctrl+Z",
    Action.REDO: "Ctrl+Y",
    Action.LOCK: "Ctrl+L",
    Action.ACUTE: "Ctrl+F1",
    Action.HELP: "F1",
    Action.CARD: "Shift+F1",
    Action.TABLE: "Ctrl+B",
    Action.NEXT_PART: "Shift+PgDown",
}

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
#: AltGr, as Windows tells of it: with it @ { [ ] } are written.
_ALT_GR = _CTRL | _ALT

#: Keys that are needed alone, or with Shift, for writing or for answering.
_NEEDED = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Insert,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_Menu,
    }
)
#: Keys that move the caret, take away words, or mark them: alone, and with Shift and Ctrl. Alt moves seats.
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_MOVING = _ARROWS | {Qt.Key.Key_Home, Qt.Key.Key_End}
#: What Ctrl does in every text, and to the size of everything.
_WITH_CTRL = frozenset(
    {
        Qt.Key.Key_A,
        Qt.Key.Key_C,
        Qt.Key.Key_V,
        Qt.Key.Key_X,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Insert,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Equal,
        Qt.Key.Key_Minus,
        Qt.Key.Key_0,
    }
)
#: What Alt does: it goes from window to window and closes one, and it chooses where a few things are offered.
_WITH_ALT = _ARROWS | {Qt.Key.Key_F4, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space}
_ALT_FIGURES = frozenset(Qt.Key(Qt.Key.Key_1.value + n) for n in range(5))


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The key of each action. `problem` names the unusable entry of the file ("" if none)."""

    keys: Mapping[Action, str] = field(default_factory=lambda: dict(DEFAULT_KEYS))
    problem: str = ""
    _pressed: Mapping[tuple[Qt.Key, int], Action] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the actions by key once, so that a lookup while typing costs nothing."""
        turned = {_plain(_combination(key)): action for action, key in self.keys.items()}
        object.__setattr__(self, "_pressed", turned)

    def action(self, combination: QKeyCombination) -> Action | None:
        """Return the action of a pressed key, or None. Enter on the number pad counts as Return."""
        return self._pressed.get(_plain(combination))

    def shown(self, action: Action) -> str:
        """Return the key as shown on a button: `PgDn`, `Ctrl+↵`."""
        return self.keys[action].replace("PgDown", "PgDn").replace("Return", "↵")


def load_keys(file: Path) -> KeyMap:
    """Read a municipality's or a person's own keys: TOML lines such as `videre = "F2"`; others stay as shipped.

    A file that cannot be used, a word that is not an action, a key needed for writing or one used twice changes
    nothing; `problem` says which.
    """
    try:
        values = read_toml(file).values
    except InputError as error:
        return KeyMap(problem="" if error.problems[0].code == "file-missing" else readable(file.name))
    keys = dict(DEFAULT_KEYS)
    for name, key in values.items():
        if name not in set(Action) or not isinstance(key, str) or not _is_one_key(key):
            return KeyMap(problem=name)
        keys[Action(name)] = key
    pressed = [_plain(_combination(key)) for key in keys.values()]
    if len(set(pressed)) != len(pressed):
        twice = next(action for action, key in keys.items() if pressed.count(_plain(_combination(key))) > 1)
        return KeyMap(problem=twice.value)
    return KeyMap(keys)


def _is_one_key(key: str) -> bool:
    if QKeySequence(key).count() != 1 or _combination(key).key() in (Qt.Key.Key_unknown, Qt.Key(0)):
        return False
    return not _writes(_combination(key))


def _writes(combination: QKeyCombination) -> bool:
    """Return True if a key is needed for writing, answering or moving about, and so cannot be assigned."""
    held = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = combination.key()
    printed = key.value < Qt.Key.Key_Escape.value
    match held:
        case _ if held in (_NONE, _SHIFT):
            return printed or key in _NEEDED or key in _MOVING
        case _ if held in (_CTRL, _CTRL | _SHIFT):
            return key in _WITH_CTRL or key in _MOVING
        case _ if held in (_ALT, _ALT | _SHIFT):
            return key in _WITH_ALT or key in _ALT_FIGURES
        case _ if held in (_ALT_GR, _ALT_GR | _SHIFT):
            return printed
        case _:
            return False


def _combination(key: str) -> QKeyCombination:
    first: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs know no __getitem__
    return first


def _plain(combination: QKeyCombination) -> tuple[Qt.Key, int]:
    key = combination.key()
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key), modifiers.value
