"""The house by subject: the same words in each layer, folders one can look over, a class name once."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

#: More modules side by side than this are a folder nobody looks over.
MOST_MODULES = 22
#: Layers whose folders are subjects, and which the tests mirror.
SUBJECT_LAYERS = ("domain", "services", "gui")
#: Folders of the tests of the windows that look across all subjects.
ACROSS = frozenset({"every_page", "heard", "journeys"})


def crowded(root: Path) -> dict[str, int]:
    """Folders with too many modules."""
    found = Counter(path.parent for path in root.rglob("*.py") if path.name != "__init__.py")
    return {folder.as_posix(): count for folder, count in found.items() if count > MOST_MODULES}


def class_names(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Names of classes at the top of a module that stand in more than one, with the modules."""
    places = defaultdict(list)
    for path in paths:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.as_posix())
    return {name: found for name, found in places.items() if len(found) > 1}


def without_a_room(tests: Path, package: Path) -> set[str]:
    """Folders of tests whose folder of the package is not there."""
    folders = {path.parent.relative_to(tests) for path in tests.rglob("test_*.py")}
    return {
        folder.as_posix()
        for folder in folders
        if not ACROSS.intersection(folder.parts) and not (package / folder).is_dir()
    }


def test_no_folder_holds_more_than_one_looks_over(repository: Path) -> None:
    assert {**crowded(repository / "netmoede_desktop"), **crowded(repository / "tests")} == {}


def test_a_class_name_stands_once(repository: Path) -> None:
    assert class_names(sorted((repository / "netmoede_desktop").rglob("*.py"))) == {}


def test_the_tests_mirror_the_subjects(repository: Path) -> None:
    found = {
        layer: without_a_room(repository / "tests" / layer, repository / "netmoede_desktop" / layer)
        for layer in SUBJECT_LAYERS
    }
    assert {layer: folders for layer, folders in found.items() if folders} == {}


def test_the_checks_of_this_file_bite(tmp_path: Path) -> None:
    package, tests = tmp_path / "package", tmp_path / "tests"
    (package / "people").mkdir(parents=True)
    (tests / "person").mkdir(parents=True)
    (tests / "person" / "test_names.py").touch()
    for number in range(MOST_MODULES + 1):
        (package / "people" / f"m{number}.py").write_text("class Twin: ...\n", encoding="utf-8")
    assert crowded(package) == {(package / "people").as_posix(): MOST_MODULES + 1}
    assert set(class_names(package.rglob("*.py"))) == {"Twin"}
    assert without_a_room(tests, package) == {"person"}
