"""Private notes have one way in, and it is the running meeting: no paper, export or overview can name them.

import-linter holds the table (contract `private-notes`); here the values and the attribute of a transaction are held.
"""

import ast
from collections.abc import Mapping

import pytest

from tests.architecture.import_graph import Module, findings

DOORS = {"netmoede_desktop/services/meeting/meeting_journal.py", "netmoede_desktop/services/meeting/private_notes.py"}
#: Where the windows may ask for them: where a meeting is led, and nowhere else.
ROOMS = (
    "netmoede_desktop/gui/meeting/",
    "netmoede_desktop/gui/shell/led_meeting.py",
)
SERVICE = "netmoede_desktop.services.meeting.private_notes"
NAMES = {"private_notes", "PrivateNote", "PrivateNotes", "private_note"}


def mentions(tree: ast.Module) -> set[str]:
    """The names of private notes a module uses, as attributes, imports or plain names."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name):
                found.add(name)
    return found & NAMES


def asks_the_service(tree: ast.Module) -> bool:
    """Whether a module imports the service, in any of the ways it can be written."""
    folder, _, name = SERVICE.rpartition(".")
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=module, names=names):
                if module == SERVICE or (module == folder and name in {alias.name for alias in names}):
                    return True
            case ast.Import(names=names) if any(alias.name == SERVICE for alias in names):
                return True
    return False


def test_only_the_running_meeting_reaches_them(package: Mapping[str, Module]) -> None:
    users = findings(package, mentions).keys()
    assert {path for path in users if not path.startswith("netmoede_desktop/storage/")} == DOORS


def test_only_the_windows_of_a_meeting_ask_for_them(package: Mapping[str, Module]) -> None:
    assert {path for path in findings(package, asks_the_service) if not path.startswith(ROOMS)} == set()


@pytest.mark.parametrize(
    "line",
    [
        "from netmoede_desktop.services.meeting.private_notes import private_lines",
        "from netmoede_desktop.services.meeting import private_notes as notes",
        "import netmoede_desktop.services.meeting.private_notes",
    ],
)
def test_a_planted_asking_is_seen(line: str) -> None:
    assert asks_the_service(ast.parse(line))
    assert not asks_the_service(ast.parse("from netmoede_desktop.services.meeting import conducting"))


@pytest.mark.parametrize(
    "line",
    [
        "notes = store.private_notes.of_meeting('x')",
        "from netmoede_desktop.storage.values import PrivateNote",
        "def f(note: PrivateNote) -> None: ...",
    ],
)
def test_a_planted_use_is_seen(line: str) -> None:
    assert mentions(ast.parse(line))
