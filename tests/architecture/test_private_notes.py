"""Private notes have one way in, and it is the running meeting: no paper, export or overview can name them.

import-linter holds the table (contract `private-notes`); here the values and the attribute of a transaction are held.
"""

import ast
from pathlib import Path

import pytest

DOORS = {"netmoede_desktop/services/meeting_journal.py"}
NAMES = {"private_notes", "PrivateNote", "PrivateNotes", "private_note"}


def mentions(text: str) -> set[str]:
    """The names of private notes a module uses, as attributes, imports or plain names."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name):
                found.add(name)
    return found & NAMES


def test_only_the_running_meeting_reaches_them(repository: Path) -> None:
    package = repository / "netmoede_desktop"
    users = {
        path.relative_to(repository).as_posix()
        for path in package.rglob("*.py")
        if not path.is_relative_to(package / "storage") and mentions(path.read_text(encoding="utf-8"))
    }
    assert users == DOORS


@pytest.mark.parametrize(
    "line",
    [
        "notes = store.private_notes.of_meeting('x')",
        "from netmoede_desktop.storage.values import PrivateNote",
        "def f(note: PrivateNote) -> None: ...",
    ],
)
def test_a_planted_use_is_seen(line: str) -> None:
    assert mentions(line)
