"""docs/requirements.md: a line for each requirement, and what is *met* is shown by a window or the command line."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

NUMBERS = [f"R{number:03}" for number in range(1, 179)]
LEVELS = ("must", "should", "may")
#: Where the tests lie that press, type, or run the program; a test of the domain shows a rule and no way to it.
SHOWING = ("tests/gui/", "tests/cli/", "tests/journeys/")
#: What the module of such a test imports, one or the other.
DRIVES = ("PySide6", "pytestqt", "tests.gui", "tests.cli", "tests.journeys")
#: What a test is given that is neither a window nor a terminal.
NO_WAY_IN = {"t", "tmp_path", "request", "monkeypatch"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page. `shown_by` holds `file::function`, relative to the repository."""

    number: str
    asked: str
    source: str
    level: str
    state: str
    where: str
    shown_by: tuple[str, ...]

    def __str__(self) -> str:
        shown = ", ".join(f"`{test}`" for test in self.shown_by) or "–"
        cells = (self.number, self.asked, self.source, self.level, self.state, self.where, shown)
        return f"| {' | '.join(cells)} |"


def rows_of(page: str) -> list[Row]:
    """The lines of the tables that begin with a number."""
    rows = []
    for line in page.splitlines():
        if re.match(r"\| *R\d", line):
            number, asked, source, level, state, where, shown = (cell.strip() for cell in line.strip("|").split("|"))
            rows.append(Row(number, asked, source, level, state, where, tuple(re.findall(r"`([^`]+)`", shown))))
    return rows


def sources_of(page: str) -> set[str]:
    """The short titles of the sources, as the page explains them."""
    table = page.split("## The sources")[1].split("\n## ")[0]
    first = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    return {title for cell in first for title in re.findall(r"\*([^*]+)\*", cell)}


@cache
def module(path: Path) -> ast.Module | None:
    return ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else None


def found(repository: Path, test: str) -> ast.FunctionDef | None:
    """The test `file::function`, where there is one."""
    file, _, name = test.partition("::")
    tree = module(repository / file)
    if tree is None or not name.startswith("test_"):
        return None
    return next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name), None)


def has_a_way_in(repository: Path, test: str) -> bool:
    """Whether a test lies where windows and terminals are tried, its module knows of them, and it is given one.

    A test of a presenter lies among the windows and opens none: it is given nothing, or its module imports no window.
    """
    tree, function = module(repository / test.partition("::")[0]), found(repository, test)
    assert tree is not None and function is not None
    given = {one.arg for one in function.args.args} - NO_WAY_IN - _parametrized(function)
    imported = [node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)]
    return test.startswith(SHOWING) and bool(given) and any(name.startswith(DRIVES) for name in imported)


def _parametrized(test: ast.FunctionDef) -> set[str]:
    """The names a test is given values for by its decorators."""
    words = [
        text.value
        for decorator in test.decorator_list
        if isinstance(decorator, ast.Call) and decorator.args
        for text in ast.walk(decorator.args[0])
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]
    return {name.strip() for word in words for name in word.split(",")}


def faults(repository: Path, page: str) -> Iterator[str]:
    """What is wrong with the page, each in a few words."""
    rows = rows_of(page)
    numbers = [row.number for row in rows]
    yield from (f"{number}: no line" for number in NUMBERS if number not in numbers)
    if numbers != sorted(set(numbers)):
        yield "the numbers are not in order, each once"
    met = sum(row.state == "met" for row in rows)
    if f"{met} of {len(NUMBERS)} are met" not in page:
        yield f"the page does not say that {met} are met"
    for row in rows:
        yield from (f"{row.number}: {fault}" for fault in _faults_of(repository, row, sources_of(page)))


def _faults_of(repository: Path, row: Row, sources: set[str]) -> Iterator[str]:
    if not row.asked or row.level not in LEVELS:
        yield "what is asked, or how strongly, is missing"
    source = re.match(r"\*([^*]+)\*, .", row.source)
    if source is None or source[1] not in sources:
        yield f"{row.source} is no source with its place"
    if row.state == "met":
        yield from _faults_of_met(repository, row)
    elif row.state != "not yet":
        yield f"{row.state} is no state"
    elif row.shown_by:
        yield "not yet met, and shown by a test"


def _faults_of_met(repository: Path, row: Row) -> Iterator[str]:
    paths = re.findall(r"`([^`]+)`", row.where)
    if not paths or not all((repository / path).is_file() for path in paths):
        yield f"{row.where} is no file to begin in"
    if not row.shown_by:
        yield "met, and shown by nothing"
    for test in row.shown_by:
        if found(repository, test) is None:
            yield f"there is no {test}"
        elif not has_a_way_in(repository, test):
            yield f"{test} reaches it through no window and no command line"


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "requirements.md").read_text(encoding="utf-8")


def test_every_requirement_has_its_line_and_what_is_met_is_shown(repository: Path, page: str) -> None:
    assert list(faults(repository, page)) == []


def test_a_number_without_a_line_is_found(repository: Path, page: str) -> None:
    (row,) = [row for row in rows_of(page) if row.number == "R043"]
    without = page.replace(f"{row}\n", "")
    assert without != page
    assert list(faults(repository, without)) == ["R043: no line"]
    assert "the numbers are not in order, each once" in faults(repository, page.replace(f"{row}\n", f"{row}\n{row}\n"))


#: A small repository: a window and its test, a test of the domain, and two that only look like tests of a window.
PLANTED = {
    "netmoede_desktop/gui/window.py": "",
    "tests/gui/test_window.py": "from pytestqt.qtbot import QtBot\ndef test_it(qtbot): ...\ndef helper(qtbot): ...\n",
    "tests/gui/test_given_nothing.py": """
import pytest
from pytestqt.qtbot import QtBot
@pytest.mark.parametrize(("method", "part"), [("din-1", "d1")])
def test_it(t, method, part): ...
""",
    "tests/gui/test_presenter.py": "from tests.domain.script import Told\ndef test_it(told, t): ...\n",
    "tests/domain/test_rule.py": "from pytestqt.qtbot import QtBot\ndef test_it(qtbot): ...\n",
}
SOUND = Row(
    "R124",
    "One at a time",
    "*Læring og Trivsel*, Indhold",
    "must",
    "met",
    "`netmoede_desktop/gui/window.py`",
    ("tests/gui/test_window.py::test_it",),
)


def shown_by(*tests: str) -> dict[str, object]:
    return {"shown_by": tests}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"state": "not yet", "where": "–", **shown_by()}, None),
        (shown_by(*SOUND.shown_by, "tests/gui/test_window.py::test_it_not"), "there is no test"),
        (shown_by("tests/gui/test_nowhere.py::test_it"), "there is no test"),
        (shown_by("tests/gui/test_window.py::helper"), "there is no test"),
        (shown_by("tests/gui/test_window.py"), "there is no test"),
        (shown_by("tests/gui/test_given_nothing.py::test_it"), "through no window"),
        (shown_by("tests/gui/test_presenter.py::test_it"), "through no window"),
        (shown_by("tests/domain/test_rule.py::test_it"), "through no window"),
        (shown_by(), "shown by nothing"),
        ({"where": "`netmoede_desktop/gui/nowhere.py`"}, "no file to begin in"),
        ({"where": "somewhere"}, "no file to begin in"),
        ({"level": "perhaps"}, "how strongly"),
        ({"asked": ""}, "what is asked"),
        ({"source": "*Hearsay*, page 1"}, "no source"),
        ({"source": "*Læring og Trivsel*"}, "no source"),
        ({"state": "nearly"}, "no state"),
        ({"state": "not yet"}, "not yet met, and shown by a test"),
    ],
)
def test_a_line_that_does_not_hold_is_found(tmp_path: Path, changed: dict[str, object], fault: str | None) -> None:
    for name, text in PLANTED.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    row = replace(SOUND, **changed)  # type: ignore[arg-type]  # a table of what to change
    assert rows_of(f"{row}\n") == [row]
    told = list(_faults_of(tmp_path, row, {"Læring og Trivsel"}))
    assert len(told) == (0 if fault is None else 1)
    assert all(fault is not None and fault in one for one in told)


def test_a_sum_that_is_not_kept_is_found(repository: Path, page: str) -> None:
    wrong = re.sub(r"\d+ of 178 are met", "178 of 178 are met", page)
    assert [fault for fault in faults(repository, wrong) if fault.startswith("the page does not say that")]
