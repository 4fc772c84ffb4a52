"""The graph of imports that other checks lean on sees what Python would import."""

from pathlib import Path

import pytest

from tests.architecture.import_graph import circles, graph, imports_of, modules_of, named_in

TREE = {
    "house/__init__.py": "",
    "house/room.py": "from house import door\nfrom house.door import KEY\nimport house.window as w\nimport os",
    "house/door/__init__.py": "from . import lock\nfrom .lock import Lock\nKEY = 1",
    "house/door/lock.py": (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from house import room\n"
        "def later():\n    import house.window"
    ),
    "house/window.py": "try:\n    from house.glass import *\nexcept ImportError:\n    import house.door.lock",
    "house/glass.py": "from house.window import pane",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name, text in TREE.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_name_is_a_module_where_there_is_one_and_else_the_module_that_has_it(house: Path) -> None:
    found = graph(modules_of(house, "house"))
    assert found["house.room"] == {"house.door", "house.window"}
    assert found["house.door"] == {"house.door.lock"}
    assert found["house.window"] == {"house.glass", "house.door.lock"}


def test_what_is_imported_later_or_for_types_alone_is_not_imported_at_load(house: Path) -> None:
    modules = modules_of(house, "house")
    lock = modules["house.door.lock"]
    assert imports_of(lock, modules) == {"house.room", "house.window"}
    assert imports_of(lock, modules, at_load=True) == frozenset()


def test_a_circle_is_found_with_all_who_are_in_it_and_nobody_else(house: Path) -> None:
    modules = modules_of(house, "house")
    assert circles(graph(modules, at_load=True)) == [["house.glass", "house.window"]]
    assert circles(graph(modules)) == [["house.door", "house.door.lock", "house.glass", "house.room", "house.window"]]


def test_a_module_that_is_only_named_is_found_too(house: Path) -> None:
    (house / "house" / "bell.py").write_text(
        "RUN = ('-m', 'house.room')\nPATCHED = 'house.door.lock.Lock'\nSAID = 'house. room'\n", encoding="utf-8"
    )
    modules = modules_of(house, "house")
    assert named_in(modules["house.bell"], modules) == {"house.room", "house.door.lock"}
