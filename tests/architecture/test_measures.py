"""The measures of the house count what they say, on a small house whose figures can be counted by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.architecture import measures
from tests.architecture.import_graph import modules_of
from tests.architecture.measures import HEADS, lines_of, main, measured, row

LONG = "def long() -> None:\n" + "    x = 1\n" * 40
HOUSE = {
    "house/__init__.py": '"""The house."""\n',
    "house/door.py": (
        '"""A door.\n\nIt opens.\n"""\n\nfrom house import key\n\n# Of wood.\nWOOD = 1  # oak\n\n\n'
        'class Frame:\n    """A frame."""\n\n    def open(self) -> None:\n        key.turn()\n\n'
        "    def _creak(self):\n        pass\n"
    ),
    "house/key.py": "from house import door\n\n\ndef turn() -> str:\n    return door.WOOD\n",
    "house/garden/__init__.py": "",
    "house/garden/door.py": f"class Frame: ...\n\n\n{LONG}",
    "house/garden/path.py": "from house.key import turn\nfrom house.garden.door import Frame\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name, text in HOUSE.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_everything_is_counted_as_it_is_said_to_be(house: Path) -> None:
    found = measured(house, "house")
    assert (found.modules, found.lines, found.median_module, found.longest_module) == (4, 70, 12.0, 44)
    assert (found.functions, found.long_functions, found.longest_function) == (4, 1, 41)
    assert found.typed_returns == 3 / 4
    assert found.in_circles == 2
    assert (found.module_docstrings, found.class_docstrings, found.function_docstrings) == (1 / 4, 1 / 2, 0.0)
    assert (found.median_folder, found.fullest_folder) == (2, 2)
    assert (found.classes_of_one_name, found.modules_of_one_name) == (1, 1)
    assert found.with_one_importer == 2, "house.door by the key, house.garden.door by the path; the key by two"


def test_a_line_is_code_or_a_comment_or_in_a_docstring(house: Path) -> None:
    code, comments, docs = lines_of(modules_of(house, "house")["house.door"])
    assert (code, comments, docs) == (7, 2, 5)


def test_a_row_has_a_cell_for_each_head(house: Path) -> None:
    found = measured(house, "house")
    text = row("now", replace(found, typed_returns=None))
    assert text.count("|") == len(HEADS) + 1
    assert text.startswith("| now | 4 | 0.1k | 12 / 44 | 0 | 1 of 4 | 41 | – | 2 |")


def test_it_prints_a_table_of_another_checkout_too(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measures, "PACKAGE", "house")
    monkeypatch.setattr(measures, "measured", lambda root: measured(root, "house"))
    assert main([str(house)]) == 0
    heads, line, cells = capsys.readouterr().out.splitlines()
    assert heads.count("|") == line.count("|") == cells.count("|")


def test_the_table_of_the_docs_has_the_heads_that_are_printed(repository: Path) -> None:
    page = (repository / "docs" / "measurements.md").read_text(encoding="utf-8")
    assert f"| {' | '.join(HEADS)} |" in page
