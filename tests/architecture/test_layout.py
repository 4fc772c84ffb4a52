"""The shape of the house: what may lie at the top, how long a room may be, what the domain may lean on."""

import ast
import fnmatch
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.architecture.import_graph import Module, findings, inside

TOP_LEVEL = {
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "docs",
    "installer",
    "netmoede_desktop",
    "pyproject.toml",
    "resources",
    "tests",
}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
VAGUE_ENDINGS = ("Manager", "Helper", "Util", "Utils", "Base")


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules a parsed module imports by absolute name, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def star_imports(tree: ast.AST) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def foreign_to_domain(tree: ast.AST) -> list[str]:
    """What a module of the domain imports beyond the standard library and the domain itself."""
    return [
        name
        for name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("netmoede_desktop.domain.")
    ]


def long_functions(tree: ast.AST) -> list[str]:
    """Functions with more than LONGEST_FUNCTION lines of their own, docstring not counted."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            if length > LONGEST_FUNCTION:
                found.append(f"{node.name} ({length} lines)")
    return found


def vague_names(tree: ast.AST) -> list[str]:
    return [
        node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_ENDINGS)
    ]


#: What the pages of a window have in common; these know no page.
_PAGE_FRAMES = frozenset({"office_page", "step_page"})
#: Where pages are put together, beside the modules called `*_window`.
_WINDOWS = (
    "netmoede_desktop/gui/shell/",
    "netmoede_desktop/gui/meeting/window/",
    "netmoede_desktop/gui/preparation/preparation.py",
)


def other_pages(tree: ast.AST) -> list[str]:
    """The pages a module imports: they are put together by the windows, and do not know each other."""
    return [
        name
        for name in imported(tree)
        if name.startswith("netmoede_desktop.gui.")
        and name.endswith("_page")
        and name.rsplit(".", 1)[-1] not in _PAGE_FRAMES
    ]


def colours(tree: ast.AST) -> list[str]:
    """Colours written out in code; they are roles in a theme file."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch("#[0-9A-Fa-f]{6}", node.value)
    ]


def voices(tree: ast.Module) -> list[str]:
    """Ways to tell a screen reader something; there is one, in `gui/kit/speech/voice.py`."""
    names = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    return [name for name in names if name in {"QAccessibleAnnouncementEvent", "updateAccessibility"}]


def hears_the_voice(tree: ast.Module) -> list[str]:
    """Imports of the voice."""
    found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return [name for name in found if name == "netmoede_desktop.gui.kit.speech.voice"]


def test_there_is_one_voice(package: Mapping[str, Module]) -> None:
    assert list(findings(package, voices)) == ["netmoede_desktop/gui/kit/speech/voice.py"]


def test_the_window_of_the_room_says_nothing(package: Mapping[str, Module]) -> None:
    assert findings(inside(package, "netmoede_desktop/gui/room"), hears_the_voice) == {}


def test_pages_do_not_know_each_other(package: Mapping[str, Module]) -> None:
    found = findings(inside(package, "netmoede_desktop/gui"), other_pages)
    assert [path for path in found if not path.startswith(_WINDOWS) and not path.endswith("_window.py")] == []


def test_no_colour_is_written_in_code(package: Mapping[str, Module]) -> None:
    assert findings(inside(package, "netmoede_desktop/gui"), colours) == {}


@pytest.mark.smoke
def test_nothing_lies_at_the_top_but_what_belongs_there(repository: Path) -> None:
    ignored = [
        line.strip("/")
        for line in (repository / ".gitignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    strangers = {
        path.name
        for path in repository.iterdir()
        if path.name not in TOP_LEVEL and not any(fnmatch.fnmatch(path.name, pattern) for pattern in ignored)
    }
    assert strangers == set()


def test_no_star_imports(checkout: Mapping[str, Module]) -> None:
    assert findings(checkout, star_imports) == {}


@pytest.mark.smoke
def test_no_module_is_too_long(checkout: Mapping[str, Module]) -> None:
    lengths = {path: module.text.count("\n") for path, module in checkout.items()}
    assert {path: n for path, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_function_is_too_long(checkout: Mapping[str, Module]) -> None:
    assert findings(inside(checkout, "netmoede_desktop", "installer"), long_functions) == {}


def test_no_class_has_a_name_that_says_nothing(checkout: Mapping[str, Module]) -> None:
    assert findings(inside(checkout, "netmoede_desktop", "installer"), vague_names) == {}


@pytest.mark.smoke
def test_the_domain_leans_on_the_standard_library_alone(package: Mapping[str, Module]) -> None:
    assert findings(inside(package, "netmoede_desktop/domain"), foreign_to_domain) == {}


@pytest.mark.smoke
def test_every_package_has_its_init_file(repository: Path) -> None:
    """A folder without one is invisible to import-linter."""
    folders = {path.parent for path in (repository / "netmoede_desktop").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("check", "text"),
    [
        (star_imports, "from os.path import *"),
        (foreign_to_domain, "def f():\n    import babel.dates"),
        (foreign_to_domain, "from netmoede_desktop.domainx import y"),
        (long_functions, "def f():\n" + "    x = 1\n" * 41),
        (vague_names, "class MeetingManager: ..."),
        (other_pages, "from netmoede_desktop.gui.meeting.table.round_page import RoundPage"),
        (colours, "ground = '#F6F4EF'"),
        (voices, "QAccessible.updateAccessibility(event)"),
        (voices, "from PySide6.QtGui import QAccessibleAnnouncementEvent"),
        (hears_the_voice, "from netmoede_desktop.gui.kit.speech.voice import announce"),
    ],
)
def test_the_checks_of_this_file_bite(check: object, text: str) -> None:
    assert callable(check)
    assert check(ast.parse(text)) != []
