"""What starting costs and reaches: the help is quick, nothing works at import, no socket is ever opened."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.import_graph import Module, findings

HEAVY = (
    "PySide6",
    "babel",
    "cryptography",
    "docx",
    "holidays",
    "icalendar",
    "pikepdf",
    "reportlab",
    "sqlalchemy",
    "sqlmodel",
)

START = """
import sys
{first}
from netmoede_desktop.app.main import main
sys.argv = ["netmoede", *{arguments!r}]
try:
    code = main()
except SystemExit as ended:
    code = ended.code
import json
sys.stderr.write(json.dumps({{"code": code or 0, "modules": sorted({{name.split(".")[0] for name in sys.modules}})}}))
"""
DENY_SOCKETS = """
def deny(event, _):
    if event.startswith("socket.__new__"):
        raise SystemExit("a socket was opened")
sys.addaudithook(deny)
"""


def start(folder: Path, *arguments: str, first: str = "") -> dict[str, object]:
    """Runs `netmoede ARGUMENTS` in a process of its own; gives its exit code and the packages it loaded."""
    program = START.format(first=first, arguments=arguments)
    result = subprocess.run((sys.executable, "-c", program), cwd=folder, capture_output=True, text=True, check=False)
    told: dict[str, object] = json.loads(result.stderr.splitlines()[-1])
    return told


def loaded(told: dict[str, object]) -> list[str]:
    modules = told["modules"]
    assert isinstance(modules, list)
    return [name for name in HEAVY if name in modules]


@pytest.mark.smoke
def test_the_help_loads_nothing_heavy(tmp_path: Path) -> None:
    told = start(tmp_path, "--help")
    assert told["code"] == 0
    assert loaded(told) == []


def test_the_measure_of_what_is_loaded_bites(tmp_path: Path) -> None:
    assert loaded(start(tmp_path, "--help", first="import babel, sqlmodel")) == ["babel", "sqlalchemy", "sqlmodel"]


def test_a_whole_meeting_opens_no_socket(tmp_path: Path) -> None:
    told = start(tmp_path, "demo", "--out", "demo", first=DENY_SOCKETS)
    assert told["code"] == 0
    assert (tmp_path / "demo" / "referat.pdf").is_file()


def test_the_denial_of_sockets_bites(tmp_path: Path) -> None:
    told = start(tmp_path, "--help", first=f"{DENY_SOCKETS}\nimport socket\nsys.exit = lambda _: socket.socket()")
    assert told["code"] == "a socket was opened"


def declared(repository: Path) -> set[str]:
    """The distributions the program is installed with, as they are written in pyproject.toml."""
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[<>=;\s]", wanted)[0] for wanted in project["dependencies"]}


def foreign(tree: ast.Module) -> Iterator[str]:
    """The top packages a module imports that are neither Python's nor ours."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module)):
                found = [module]
            case _:
                continue
        for name in (one.split(".")[0] for one in found):
            if name not in sys.stdlib_module_names and name != "netmoede_desktop":
                yield name


@lru_cache(maxsize=1)
def owners() -> Mapping[str, list[str]]:
    """The distributions that each top package comes from; looking takes a third of a second."""
    return packages_distributions()


def undeclared(tree: ast.Module, allowed: set[str]) -> list[str]:
    """What a module imports that is not installed with the program: a tool of development, or a package's package."""
    return sorted({name for name in foreign(tree) if not allowed & set(map(_normal, owners().get(name, ())))})


def _normal(distribution: str) -> str:
    """The name of a distribution as pyproject.toml writes it."""
    return distribution.lower().replace("_", "-")


def test_the_program_imports_only_what_it_is_installed_with(repository: Path, package: Mapping[str, Module]) -> None:
    allowed = declared(repository) | {"shiboken6"}  # the one package of PySide6 that has a name of its own
    assert findings(package, lambda tree: undeclared(tree, allowed)) == {}


@pytest.mark.parametrize("text", ["import babel.dates", "def f():\n    from hypothesis import given", "import nowhere"])
def test_a_planted_tool_of_development_is_seen(text: str, repository: Path) -> None:
    assert undeclared(ast.parse(text), declared(repository)) != []


def changeable_state(tree: ast.Module) -> list[int]:
    """Lines where a module keeps something that changes: `global`, or a list, dict or set not named as a constant."""
    found = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)]
    for node in tree.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=value)
            ):
                container = isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
                if container and not name.isupper() and name != "__all__":
                    found.append(node.lineno)
    return found


def test_no_module_keeps_state(package: Mapping[str, Module]) -> None:
    assert findings(package, changeable_state) == {}


@pytest.mark.parametrize("text", ["seen = {}", "_seen: list[str] = []", "def f():\n    global x\n    x = 1"])
def test_a_planted_state_is_seen(text: str) -> None:
    assert changeable_state(ast.parse(text)) != []


@pytest.mark.parametrize("text", ["_ROLES: Mapping[str, int] = {'a': 1}", "SIZES = [1, 2]"])
def test_a_constant_table_passes(text: str) -> None:
    assert changeable_state(ast.parse(text)) == []


WITHOUT_QT = """
import importlib.abc
class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "PySide6":
            raise ModuleNotFoundError(name, name=name)
        return None
sys.meta_path.insert(0, Missing())
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name == "PySide6" else found(name, package)
"""


def test_the_heart_runs_without_qt(tmp_path: Path) -> None:
    told = start(tmp_path, "demo", "--out", "demo", first=WITHOUT_QT)
    assert told["code"] == 0
    assert "PySide6" not in loaded(told)
    assert (tmp_path / "demo" / "referat.pdf").is_file()


def test_the_control_a_demo_with_qt_plays_through_its_windows(tmp_path: Path) -> None:
    assert "PySide6" in loaded(start(tmp_path, "demo", "--out", "demo"))
