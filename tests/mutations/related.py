"""Which files of tests have to do with a module, by who imports whom: no name of a folder tells it."""

from collections.abc import Mapping

from tests.architecture.import_graph import Module, graph

#: From the nearest to the furthest, each without those before it.
STAGES = ("nearest", "one step away", "anywhere")


def related(house: Mapping[str, Module], target: str) -> dict[str, list[str]]:
    """The files of tests by stage: those that import the module, those one step away, and all that come to it.

    Modules of tests that hold no tests are looked through and count as no step. A file of the `conftest.py` kind
    counts for the files of its folder and below it.
    """
    edges = _with_conftests(house, graph(house))
    found: dict[str, list[str]] = {}
    told: set[str] = set()
    reached = {target}
    for stage in STAGES:
        reached = _users(edges, house, reached, everything=stage == STAGES[-1])
        tests = {name for name in reached if _is_file_of_tests(name)} - told
        told |= tests
        found[stage] = sorted(house[name].path.as_posix() for name in tests)
    return found


def _users(
    edges: Mapping[str, frozenset[str]], house: Mapping[str, Module], known: set[str], *, everything: bool
) -> set[str]:
    """Those known and who imports one of them; through helpers of tests, or through everything, as far as it goes."""
    found, waiting = set(known), set(known)
    while waiting:
        users = {name for name, names in edges.items() if names & waiting} - found
        found |= users
        waiting = {name for name in users if everything or _is_helper(name)}
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
