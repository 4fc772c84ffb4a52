"""The house by subject: the same words in each layer, folders one can look over, a class name once."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.architecture.import_graph import Module, class_places, folder_sizes, modules_of

#: More modules side by side than this are a folder nobody looks over.
MOST_MODULES = 22
#: Layers whose folders are subjects, and which the tests mirror.
SUBJECT_LAYERS = ("domain", "services", "gui")
#: Folders of the tests of the windows that look across all subjects.
ACROSS = frozenset({"every_page", "heard", "journeys"})


def crowded(modules: Iterable[Module]) -> dict[str, int]:
    """Folders with too many modules."""
    return {folder.as_posix(): size for folder, size in folder_sizes(modules).items() if size > MOST_MODULES}


def class_names(modules: Iterable[Module]) -> dict[str, list[str]]:
    """Names that several classes have, with the modules."""
    return {name: places for name, places in class_places(modules).items() if len(places) > 1}


def without_a_room(tests: Path, package: Path) -> set[str]:
    """Folders of tests whose folder of the package is not there."""
    folders = {path.parent.relative_to(tests) for path in tests.rglob("test_*.py")}
    return {
        folder.as_posix()
        for folder in folders
        if not ACROSS.intersection(folder.parts) and not (package / folder).is_dir()
    }


def test_no_folder_holds_more_than_one_looks_over(checkout: Mapping[str, Module]) -> None:
    assert crowded(checkout.values()) == {}


def test_a_class_name_stands_once(package: Mapping[str, Module]) -> None:
    assert class_names(package.values()) == {}


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
    modules = modules_of(tmp_path, "package").values()
    assert crowded(modules) == {(package / "people").as_posix(): MOST_MODULES + 1}
    assert set(class_names(modules)) == {"Twin"}
    assert without_a_room(tests, package) == {"person"}
