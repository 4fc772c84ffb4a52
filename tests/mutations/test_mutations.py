"""Wrong changes are drawn by seed and can be read by Python; one that is caught is known from one that lives."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.import_graph import Module, modules_of
from tests.mutations.__main__ import main
from tests.mutations.changes import changes, drawn
from tests.mutations.related import related
from tests.mutations.running import Limits, Workshop

HOUSE = {
    "netmoede_desktop/__init__.py": "",
    "netmoede_desktop/door.py": (
        "def is_open(width: int) -> bool:\n    return width > 0\n\n\n"
        "def unseen(width: int) -> int:\n    return width + 1\n"
    ),
    "netmoede_desktop/room.py": "from netmoede_desktop import door\n\nOPEN = door.is_open(3)\n",
    "netmoede_desktop/street.py": "from netmoede_desktop.room import OPEN\n",
    "tests/conftest.py": "import os\n",
    "tests/helping.py": "from netmoede_desktop.door import is_open\n",
    "tests/test_helped.py": "from tests.helping import is_open\n\ndef test_it(): ...\n",
    "tests/test_door.py": "from netmoede_desktop.door import is_open\n\ndef test_a_slit():\n    assert is_open(1)\n\n"
    "def test_shut():\n    assert not is_open(0)\n",
    "tests/test_room.py": "from netmoede_desktop.room import OPEN\n\ndef test_it():\n    assert OPEN\n",
    "tests/test_street.py": "from netmoede_desktop.street import OPEN\n\ndef test_it():\n    assert OPEN\n",
    "tests/test_other.py": "def test_it(): ...\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = ['--import-mode=importlib']\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    for name, text in HOUSE.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def modules(house: Path) -> dict[str, Module]:
    found = modules_of(house, "netmoede_desktop", "tests")
    return {name: Module(name, one.path.relative_to(house), one.text, one.tree) for name, one in found.items()}


def module(text: str) -> Module:
    return Module("a.b", Path("a/b.py"), text, ast.parse(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("x = a < b", "x = (a <= b)"),
        ("x = 'æ' if a is None else 2.0", "x = 'æ' if (a is not None) else 2.0"),
        ("x = a and b", "x = (a or b)"),
        ("x = not a", "x = (a)"),
        ("x = -a", "x = (a)"),
        ("x = a + b", "x = (a - b)"),
        ("x = 1.5", "x = (2.5)"),
        ("x = True", "x = (False)"),
        ("if a:\n    y()", "if (not a):\n    y()"),
        ("def f():\n    'What.'\n    a.b('ø')", "def f():\n    'What.'\n    pass"),
        ("def f() -> int:\n    return a", "def f() -> int:\n    return None"),
    ],
)
def test_each_kind_of_change_is_made_where_it_stands(text: str, wrong: str) -> None:
    assert wrong in {change.made_in(text) for change in changes(module(text))}


@pytest.mark.parametrize(
    "text",
    [
        "x = layout.setSpacing(8)",
        "layout.setContentsMargins(0, 0, 0, 0)",
        "x = Surface(padding=16)",
        "def f(a: 'int | None' = None) -> None:\n    return None",
        "x = f'{a}'",
        "class A(B):\n    'What.'\n    def __init__(self) -> None:\n        super().__init__()",
        "if TYPE_CHECKING:\n    x = 1",
        "assert_never(x)",
    ],
)
def test_what_is_no_behaviour_is_left_alone(text: str) -> None:
    assert [change.kind for change in changes(module(text))] == []


def test_every_change_of_a_real_module_can_be_read_and_is_another_program(repository: Path) -> None:
    known = modules_of(repository, "netmoede_desktop/localization")
    assert len(known) > 5
    tried = 0
    for one in known.values():
        for change in changes(one):
            assert ast.dump(ast.parse(change.made_in(one.text))) != ast.dump(one.tree), str(change)
            tried += 1
    assert tried > 100


def test_a_seed_draws_the_same_again_and_nothing_twice(modules: dict[str, Module]) -> None:
    inside = [one for name, one in modules.items() if name.startswith("netmoede_desktop")]
    once, again, other = (drawn(inside, seed, 5) for seed in (1, 1, 2))
    assert once == again != other
    assert len(set(once)) == 5
    everything = drawn(inside, 1, 1000)
    assert len(everything) == len(set(everything)) == sum(len(list(changes(one))) for one in inside)


def test_tests_are_found_by_who_imports_whom(modules: dict[str, Module]) -> None:
    assert related(modules, "netmoede_desktop.door") == {
        "import it": ["tests/test_door.py"],
        "one step away": ["tests/test_helped.py", "tests/test_room.py"],
        "come to it": ["tests/test_street.py"],
    }


def test_a_conftest_counts_for_all_below_it(house: Path) -> None:
    (house / "tests" / "conftest.py").write_text("from netmoede_desktop import door\n", encoding="utf-8")
    found = related(modules_of(house, "netmoede_desktop", "tests"), "netmoede_desktop.door")
    assert [Path(name).name for name in found["one step away"]] == [
        "test_helped.py", "test_other.py", "test_room.py", "test_street.py"
    ]  # fmt: skip


@pytest.fixture
def workshop(house: Path) -> Iterator[Workshop]:
    """A workshop in the small house; afterwards every module is as it was."""
    yield Workshop(house, Limits(one_test=60, one_stage=120))
    assert {name: (house / name).read_text(encoding="utf-8") for name in HOUSE if name.endswith(".py")} == {
        name: text for name, text in HOUSE.items() if name.endswith(".py")
    }


def test_a_change_is_caught_by_name_or_lives_and_the_module_is_put_back(
    workshop: Workshop, modules: dict[str, Module]
) -> None:
    door, stages = modules["netmoede_desktop.door"], related(modules, "netmoede_desktop.door")
    found = {change.before: change for change in changes(door)}
    caught = workshop.verdict(found["width > 0"], "netmoede_desktop/door.py", stages)
    assert (caught.stage, caught.by, caught.unsure) == ("import it", ("tests/test_door.py::test_shut",), ())
    lives = workshop.verdict(found["width + 1"], "netmoede_desktop/door.py", stages)
    assert (lives.stage, lives.by) == (None, ())


def test_a_test_that_fails_anyhow_catches_nothing(workshop: Workshop, house: Path, modules: dict[str, Module]) -> None:
    (house / "tests" / "test_always.py").write_text("def test_it():\n    assert False\n", encoding="utf-8")
    found = {change.before: change for change in changes(modules["netmoede_desktop.door"])}
    stages = {"import it": ["tests/test_always.py", "tests/test_door.py"]}
    caught = workshop.verdict(found["width > 0"], "netmoede_desktop/door.py", stages)
    assert caught.unsure == ("tests/test_always.py::test_it",)
    assert caught.by == ("tests/test_door.py::test_shut",)


def test_what_comes_to_no_end_is_caught(workshop: Workshop, house: Path) -> None:
    text = "from netmoede_desktop.door import is_open\n\ndef test_it():\n    while not is_open(1): ...\n"
    (house / "tests" / "test_endless.py").write_text(text, encoding="utf-8")
    short = Workshop(house, Limits(one_test=2, one_stage=60))
    short.write("netmoede_desktop/door.py", HOUSE["netmoede_desktop/door.py"].replace(">", "<"))
    assert short.failures(["tests/test_endless.py"], ()) != ()
    short.write("netmoede_desktop/door.py", HOUSE["netmoede_desktop/door.py"])
    assert short.failures(["tests/test_endless.py"], ()) == ()


def test_the_list_shows_what_would_be_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list", "--seed", "4", "--count", "3", "--inside", "netmoede_desktop.localization"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert all("netmoede_desktop.localization." in line and "->" in line for line in lines)
