"""Which files of tests have to do with a module, by who imports or names whom: no name of a folder tells it."""

from collections.abc import Callable, Mapping

from tests.architecture.import_graph import Module, graph, named_in

#: From the nearest to the furthest, each without those before it.
STAGES = ("import it", "one step away", "come to it")

#: Folders whose tests go through all windows, one after another.
_BROAD = frozenset({"every_page", "journeys", "heard"})


def related(house: Mapping[str, Module], target: str) -> dict[str, list[str]]:
    """The files of tests by stage: those that import the module, those one step away, and all that come to it.

    What tests lean on, a `conftest.py` above them too, is looked through in the second stage and counts as no step.
    """
    edges = _with_conftests(house, {name: seen | named_in(house[name], house) for name, seen in graph(house).items()})
    found: dict[str, list[str]] = {}
    told: set[str] = set()
    reached = {target}
    through = dict(zip(STAGES, (lambda _: False, _is_helper, lambda _: True), strict=True))
    for stage in STAGES:
        reached = _users(edges, reached, through[stage])
        tests = {name for name in reached if _is_file_of_tests(name)} - told
        told |= tests
        found[stage] = sorted((house[name].path.as_posix() for name in tests), key=lambda path: _distance(path, target))
    return found


def _distance(path: str, target: str) -> tuple[bool, int, str]:
    """How soon a file is asked: those that look at everything last, before them the ones of the module's own folder."""
    folders, parts = path.split("/")[1:-1], target.split(".")[1:]
    shared = sum(1 for one, other in zip(folders, parts, strict=False) if one == other)
    return bool(_BROAD & set(folders)), -shared, path


def _users(edges: Mapping[str, frozenset[str]], known: set[str], through: Callable[[str], bool]) -> set[str]:
    """Those known, who imports one of them, and on from those that may be gone through."""
    found, waiting = set(known), set(known)
    while waiting:
        users = {name for name, names in edges.items() if names & waiting} - found
        found |= users
        waiting = {name for name in users if through(name)}
    return found


def _is_file_of_tests(name: str) -> bool:
    return name.startswith("tests.") and name.rpartition(".")[2].startswith("test_")


def _is_helper(name: str) -> bool:
    return name.startswith("tests.") and not _is_file_of_tests(name)


def _with_conftests(house: Mapping[str, Module], edges: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """The graph with each file of tests on the `conftest.py`s above it, which nobody imports."""
    conftests = [name for name in house if name.startswith("tests.") and name.endswith(".conftest")]
    return {
        name: names | {one for one in conftests if _is_file_of_tests(name) and name.startswith(one[: -len("conftest")])}
        for name, names in edges.items()
    }
