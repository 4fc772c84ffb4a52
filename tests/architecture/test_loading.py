"""Modules are loaded behind one lock, wherever it is not when the program starts: two threads never load at once."""

import ast
import contextlib
import importlib
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from netmoede_desktop import importing
from netmoede_desktop.importing import load
from tests.architecture.import_graph import Module, findings, inside

#: What runs while there is more than one thread. The command line and the composition root have one.
LAYERS = ("gui", "services", "storage", "documents", "localization")

#: Loaded before the first window is there; to ask for them again is to look them up.
_THERE = frozenset({"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"})
_LOCK = "one_at_a_time"
_BY_NAME = frozenset({"import_module", "__import__", "exec_module"})


def unlocked(tree: ast.Module) -> list[int]:
    """Lines that load a module inside a function and not behind the lock."""
    locked = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.With) and any(_is_lock(item.context_expr) for item in block.items)
        for node in ast.walk(block)
    }
    inside = {
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    found = [node for node in inside - locked if isinstance(node, ast.Import | ast.ImportFrom) and _loads(node)]
    by_name = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node.func) in _BY_NAME]
    return sorted(node.lineno for node in (*found, *by_name))


def _is_lock(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == _LOCK


def _loads(node: ast.Import | ast.ImportFrom) -> bool:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return any(name not in _THERE and name.split(".")[0] not in sys.stdlib_module_names for name in names)


def _called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_what_is_loaded_later_is_loaded_behind_the_lock(package: Mapping[str, Module]) -> None:
    layers = inside(package, *(f"netmoede_desktop/{layer}" for layer in LAYERS))
    assert findings(layers, unlocked) == {}


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    import sqlmodel",
        "def f():\n    from netmoede_desktop.services.vaults.opening import Entrance",
        "def f():\n    with lock:\n        import sqlmodel",
        "def f():\n    with one_at_a_time:\n        pass\n    import sqlmodel",
        "import importlib\nlater = lambda: importlib.import_module('sqlmodel')",
    ],
)
def test_a_planted_import_is_seen(text: str) -> None:
    assert unlocked(ast.parse(text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "import sqlmodel",
        "def f():\n    import json",
        "def f():\n    with one_at_a_time:\n        from sqlmodel import select",
        "def f():\n    from PySide6.QtGui import QAccessible",
    ],
)
def test_the_rest_passes(text: str) -> None:
    assert unlocked(ast.parse(text)) == []


class Watched:
    """The lock, and word of anybody who waits for it."""

    def __init__(self, asked: threading.Event) -> None:
        self._lock, self._asked, self._held = threading.RLock(), asked, False

    def __enter__(self) -> None:
        if self._held:
            self._asked.set()
        self._lock.acquire()
        self._held = True

    def __exit__(self, *_: object) -> None:
        self._lock.release()


#: Two modules that know of each other, and can be loaded in this order: the first, then the second.
FIRST = """
import race_met
race_met.half_there()
from race_second import NEEDED
"""
SECOND = """
import race_first
NEEDED = 1
"""


@dataclass
class Met:
    """Where the threads meet: the first is held, half loaded, until the second waits for a module or for the lock."""

    half: threading.Event = field(default_factory=threading.Event)
    waits: threading.Event = field(default_factory=threading.Event)
    second: threading.Thread | None = None

    def half_there(self) -> None:
        self.half.set()
        while not self.waits.wait(0.001) and not self._second_waits_for_a_module():
            continue

    def _second_waits_for_a_module(self) -> bool:
        waiting = getattr(importlib._bootstrap, "_blocking_on", {})
        return self.second is not None and bool(waiting.get(self.second.ident))


@pytest.fixture
def met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Met:
    """Modules for two threads to meet in."""
    made = Met()
    monkeypatch.setitem(sys.modules, "race_met", made)
    for name, text in (("race_first", FIRST), ("race_second", SECOND)):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        monkeypatch.setitem(sys.modules, name, sys)
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    return made


def errors_of(met: Met, monkeypatch: pytest.MonkeyPatch, lock: object) -> list[str]:
    """Load both at once, each in a thread of its own; return what went wrong."""
    monkeypatch.setattr(importing, "one_at_a_time", lock)
    errors: list[str] = []

    def run(name: str) -> None:
        try:
            load(name)
        except ImportError as error:
            errors.append(str(error))

    first = threading.Thread(target=run, args=("race_first",), daemon=True)
    met.second = threading.Thread(target=run, args=("race_second",), daemon=True)
    first.start()
    assert met.half.wait(60)
    met.second.start()
    for thread in (first, met.second):
        thread.join(60)
        assert not thread.is_alive()
    return errors


def test_two_threads_that_load_modules_which_know_of_each_other_both_get_them_whole(
    met: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert errors_of(met, monkeypatch, Watched(asked=met.waits)) == []


def test_control_without_the_lock_one_of_them_gets_half_a_module(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    (error,) = errors_of(met, monkeypatch, contextlib.nullcontext())
    assert "partially initialized" in error
