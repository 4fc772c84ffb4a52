"""`dev.py test -m smoke` goes through every layer, and no long form of a test is in it."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.import_graph import Module, imports_of, modules_of
from tests.conftest import SMOKE


def marked(tree: ast.Module) -> list[ast.FunctionDef]:
    """The tests of a module that are marked; all of them where the module is."""
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    whole = any(
        isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark" and says(node.value, SMOKE)
        for node in tree.body
    )
    return [test for test in tests if whole or any(says(mark, SMOKE) for mark in test.decorator_list)]


def says(mark: ast.expr, name: str) -> bool:
    """Whether an expression is this mark, or a list with it."""
    if isinstance(mark, ast.List | ast.Tuple):
        return any(says(one, name) for one in mark.elts)
    return ast.unparse(mark.func if isinstance(mark, ast.Call) else mark) == f"pytest.mark.{name}"


@pytest.fixture(scope="module")
def house(repository: Path) -> dict[str, Module]:
    """The package and its tests."""
    return modules_of(repository, "netmoede_desktop", "tests")


def layers(names: Iterable[str]) -> set[str]:
    """The packages under the package's top that modules lie in."""
    parts = [name.split(".") for name in names if name.startswith("netmoede_desktop.")]
    return {part[1] for part in parts if len(part) > 2}


def reached(module: Module, house: dict[str, Module]) -> set[str]:
    """What a module of tests imports, itself and through the modules of tests it leans on."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        names = imports_of(waiting.pop(), house) - found
        found |= names
        waiting += [house[name] for name in names if name.startswith("tests.")]
    return found


def test_every_layer_has_some_of_its_own_tests_in_it(house: dict[str, Module]) -> None:
    """Its own are those that lie in the folder of the layer's name and come to its modules."""
    touched = {
        layer
        for name, module in house.items()
        if name.startswith("tests.") and marked(module.tree)
        for layer in layers(reached(module, house))
        if name.startswith(f"tests.{layer}.")
    }
    assert touched == layers(house)
    assert len(touched) >= 8


def test_no_long_form_of_a_test_is_in_it(house: dict[str, Module]) -> None:
    """What is asked for, `-m smoke`, takes the place of the `not campaign` that is otherwise said."""
    found = [
        f"{name}.{test.name}"
        for name, module in house.items()
        for test in marked(module.tree)
        if any(says(mark, "campaign") for mark in test.decorator_list)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "tests"),
    [
        ("@pytest.mark.smoke\ndef test_a(): ...\ndef test_b(): ...", ["test_a"]),
        ("pytestmark = pytest.mark.smoke\ndef test_a(): ...\ndef test_b(): ...", ["test_a", "test_b"]),
        ("pytestmark = [pytest.mark.smoke, pytest.mark.skipif(True)]\ndef test_a(): ...", ["test_a"]),
        ("@pytest.mark.campaign\n@pytest.mark.parametrize('a', ['pytest.mark.smoke'])\ndef test_a(): ...", []),
    ],
)
def test_the_marks_are_found(text: str, tests: list[str]) -> None:
    assert [test.name for test in marked(ast.parse(text))] == tests
