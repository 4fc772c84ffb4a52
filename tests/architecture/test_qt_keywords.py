"""No property and no signal is given to Qt as a keyword when an object is made.

PySide makes a setter's name of the keyword with the capital letters of the C locale. Where the capital of i is another
letter (tr_TR, az_AZ, ku_TR) there is no such setter, and no window starts.
"""

import ast
from collections.abc import Mapping

import pytest

from tests.architecture.import_graph import Module, findings

#: A constructor's own parameter, and no property.
_ALLOWED = frozenset({"parent"})


def keywords_for_qt(tree: ast.Module) -> list[tuple[int, str]]:
    """Lines and keywords of calls that make one of Qt's own classes, or what is beneath one of ours."""
    modules, classes = _names_of_qt(tree)
    ours = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(_is_qt(base, modules, classes) for base in node.bases)
    }
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_qt(node.func, modules, classes)]
    for owner in ast.walk(tree):
        if isinstance(owner, ast.ClassDef) and owner.name in ours:
            made += [node for node in ast.walk(owner) if isinstance(node, ast.Call) and _is_super_init(node.func)]
    return sorted(
        (call.lineno, keyword.arg or "**") for call in made for keyword in call.keywords if keyword.arg not in _ALLOWED
    )


def _names_of_qt(tree: ast.Module) -> tuple[set[str], set[str]]:
    modules: set[str] = {"PySide6"}
    classes: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "PySide6":
            names = {alias.asname or alias.name for alias in node.names}
            (modules if node.module == "PySide6" else classes).update(names)
    return modules, classes


def _is_qt(node: ast.expr, modules: set[str], classes: set[str]) -> bool:
    match node:
        case ast.Name(id=name):
            return name in classes
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return module in modules and name.startswith("Q")
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="PySide6")), attr=name):
            return name.startswith("Q")
        case _:
            return False


def _is_super_init(node: ast.expr) -> bool:
    match node:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"):
            return True
        case _:
            return False


def test_nothing_of_qt_is_made_with_keywords(checkout: Mapping[str, Module]) -> None:
    assert findings(checkout, keywords_for_qt) == {}


@pytest.mark.parametrize(
    "text",
    [
        "from PySide6.QtCore import QTimer\nQTimer(None, interval=200)",
        "from PySide6.QtCore import QTimer as Clock\nClock(interval=200)",
        "from PySide6 import QtCore\nQtCore.QTimer(interval=200)",
        "import PySide6.QtCore\nPySide6.QtCore.QTimer(interval=200)",
        "from PySide6.QtWidgets import QLabel\nQLabel('x', indent=2, parent=None)",
        "from PySide6.QtWidgets import QPushButton\nQPushButton('x', clicked=print)",
        "from PySide6.QtCore import QTimer\nQTimer(**{'interval': 1})",
        "from PySide6.QtWidgets import QLabel\nclass A(QLabel):\n  def __init__(self):\n    super().__init__(indent=2)",
    ],
)
def test_a_planted_keyword_is_seen(text: str) -> None:
    assert keywords_for_qt(ast.parse(text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "from PySide6.QtCore import QTimer\nQTimer(parent=None)",
        "class Own:\n    pass\nOwn(interval=2)",
        "from PySide6.QtCore import QTimer\nt = QTimer()\nt.start(msec=2)",
    ],
)
def test_the_rest_passes(text: str) -> None:
    assert keywords_for_qt(ast.parse(text)) == []
