"""The keys: those of the shipped map, those of a file, and what a file may not do."""

from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from netmoede_desktop.gui.desk.keys import DEFAULT_KEYS, Action, KeyMap, load_keys

pytestmark = pytest.mark.smoke

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAD = Qt.KeyboardModifier.KeypadModifier


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyCombination:
    return QKeyCombination(modifiers, key)


@pytest.mark.parametrize(
    ("combination", "action"),
    [
        (pressed(Qt.Key.Key_PageDown), Action.GO_ON),
        (pressed(Qt.Key.Key_PageDown, PAD), Action.GO_ON),
        (pressed(Qt.Key.Key_PageUp), Action.GO_BACK),
        (pressed(Qt.Key.Key_PageDown, SHIFT), Action.NEXT_PART),
        (pressed(Qt.Key.Key_B, CTRL), Action.TABLE),
        (pressed(Qt.Key.Key_F2), Action.NOTE),
        (pressed(Qt.Key.Key_F3), Action.PRIVATE),
        (pressed(Qt.Key.Key_F4), Action.LATER),
        (pressed(Qt.Key.Key_F5), Action.AUDIENCE),
        (pressed(Qt.Key.Key_F6), Action.MORE_TIME),
        (pressed(Qt.Key.Key_F7), Action.PASS),
        (pressed(Qt.Key.Key_F8), Action.CURTAIN),
        (pressed(Qt.Key.Key_F9), Action.PAUSE),
        (pressed(Qt.Key.Key_F10), Action.INTERPRETER),
        (pressed(Qt.Key.Key_F11), Action.REMARK),
        (pressed(Qt.Key.Key_F12), Action.LET_RUN),
        (pressed(Qt.Key.Key_F6, SHIFT), Action.BACKDATE),
        (pressed(Qt.Key.Key_F7, SHIFT), Action.IT_WAS),
        (pressed(Qt.Key.Key_F8, SHIFT), Action.VEIL),
        (pressed(Qt.Key.Key_F9, SHIFT), Action.TIME_OUT),
        (pressed(Qt.Key.Key_Return, CTRL), Action.AGREEMENT),
        (pressed(Qt.Key.Key_Enter, CTRL | PAD), Action.AGREEMENT),
        (pressed(Qt.Key.Key_N, CTRL), Action.ARRIVAL),
        (pressed(Qt.Key.Key_T, CTRL), Action.BOARD),
        (pressed(Qt.Key.Key_P, CTRL), Action.PARK),
        (pressed(Qt.Key.Key_Z, CTRL), Action.UNDO),
        (pressed(Qt.Key.Key_L, CTRL), Action.LOCK),
        (pressed(Qt.Key.Key_F1), Action.HELP),
        (pressed(Qt.Key.Key_F1, CTRL), Action.ACUTE),
        (pressed(Qt.Key.Key_N), None),
        (pressed(Qt.Key.Key_Escape), None),
    ],
)
def test_every_key_of_the_meeting_does_its_thing(combination: QKeyCombination, action: Action | None) -> None:
    assert KeyMap().action(combination) is action


def test_every_action_has_a_key_of_its_own() -> None:
    assert set(DEFAULT_KEYS) == set(Action)
    assert len(set(DEFAULT_KEYS.values())) == len(Action)


def test_keys_stand_on_buttons_as_they_stand_on_the_keyboard() -> None:
    assert [KeyMap().shown(action) for action in (Action.GO_ON, Action.AGREEMENT)] == ["PgDn", "Ctrl+↵"]


def test_a_file_changes_the_keys_it_names_and_no_others(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('videre = "Ctrl+M"\n', encoding="utf-8")
    keys = load_keys(file)
    assert keys.problem == ""
    assert keys.action(pressed(Qt.Key.Key_M, CTRL)) is Action.GO_ON
    assert keys.action(pressed(Qt.Key.Key_PageDown)) is None
    assert keys.action(pressed(Qt.Key.Key_F2)) is Action.NOTE


def test_without_a_file_the_keys_are_the_shipped_ones(tmp_path: Path) -> None:
    assert load_keys(tmp_path / "keys.toml") == KeyMap()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('videre = "F2"', "videre"),
        ('vidre = "F2"', "vidre"),
        ('videre = "Hop"', "videre"),
        ("videre = 3", "videre"),
        ('videre = ""', "videre"),
        ('videre = "Ctrl+K, Ctrl+D"', "videre"),
        ('videre = "a"', "videre"),
        ('videre = "Shift+A"', "videre"),
        ('videre = "Space"', "videre"),
        ('videre = "Return"', "videre"),
        ('videre = "Esc"', "videre"),
        ("videre = ", "keys.toml"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing_and_says_what_is_wrong(
    tmp_path: Path, text: str, problem: str
) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(text, encoding="utf-8")
    assert load_keys(file) == KeyMap(problem=problem)


@pytest.mark.parametrize(
    "key",
    [
        *("Left", "Right", "Up", "Down", "Home", "End"),
        *("Shift+Left", "Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Right", "Ctrl+Home", "Shift+End"),
        *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Shift+V", "Ctrl+Backspace", "Ctrl+Delete"),
        *("Ins", "Shift+Ins", "Ctrl+Ins", "Shift+Del"),
        *("Alt+F4", "Alt+Up", "Alt+Left", "Alt+1", "Alt+Tab", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"),
        *("Ctrl+Alt+2", "Ctrl+Alt+E", "Ctrl+Alt+Shift+7", "Num+Enter"),
    ],
)
def test_a_key_that_writing_needs_is_refused_by_name(tmp_path: Path, key: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(f'videre = "{key}"\n', encoding="utf-8")
    assert load_keys(file) == KeyMap(problem="videre")


@pytest.mark.parametrize("key", ["F2", "Ctrl+M", "Ctrl+PgDown", "Alt+F5", "Alt+N", "Ctrl+Shift+N", "F13"])
def test_a_key_that_writing_does_not_need_can_be_chosen(tmp_path: Path, key: str) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(f'videre = "{key}"\nnote = "F20"\n', encoding="utf-8")
    assert load_keys(file).problem == ""


def test_no_key_as_shipped_is_needed_for_writing(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text("".join(f'{action} = "{key}"\n' for action, key in DEFAULT_KEYS.items()), encoding="utf-8")
    assert load_keys(file) == KeyMap()


def test_a_byte_order_mark_is_no_fault_of_the_keys_and_what_is_no_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_bytes(b'\xef\xbb\xbfvidere = "F13"\n')
    assert load_keys(file).keys[Action.GO_ON] == "F13"
    assert load_keys(tmp_path).problem == tmp_path.name
    assert load_keys(tmp_path / "ingen.toml") == KeyMap()
