"""Every contract of import-linter bites: a violation planted in a copy of the package is caught by the contract meant.

A contract that passes on a broken copy is decoration.
"""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PLANTS = [
    ("layers", "domain/planted.py", "import netmoede_desktop.storage"),
    ("layers", "localization/planted.py", "import netmoede_desktop.services"),
    ("layers", "storage/planted.py", "import netmoede_desktop.documents"),
    ("layers", "documents/planted.py", "import netmoede_desktop.storage"),
    ("layers", "services/planted.py", "import netmoede_desktop.cli"),
    ("layers", "cli/planted.py", "import netmoede_desktop.app"),
    ("layers", "utils/__init__.py", "TEXT = 'a room that is on no plan'"),
    ("domain", "domain/people/planted.py", "from netmoede_desktop.domain.meeting.state import MeetingState"),
    ("domain", "domain/privacy/planted.py", "import netmoede_desktop.domain.minutes.record"),
    ("domain", "domain/planted/__init__.py", "TEXT = 'a subject without a place'"),
    ("services", "services/meeting/planted.py", "import netmoede_desktop.services.room.audience"),
    ("services", "services/cases/planted.py", "import netmoede_desktop.services.preparation.edit_plan"),
    ("services", "services/planted/__init__.py", "TEXT = 'a subject without a place'"),
    ("gui", "gui/cases/planted.py", "import netmoede_desktop.gui.overview.overview_rows"),
    ("gui", "gui/meeting/window/planted.py", "import netmoede_desktop.gui.minutes.work"),
    ("gui", "gui/kit/planted.py", "import netmoede_desktop.gui.desk.page_context"),
    ("gui", "gui/desk/planted.py", "import netmoede_desktop.gui.shell.session"),
    ("gui", "gui/planted/__init__.py", "TEXT = 'a subject without a place'"),
    ("qt", "services/planted.py", "from PySide6.QtCore import QObject"),
    ("qt", "cli/planted.py", "import PySide6"),
    ("database", "services/planted.py", "from sqlmodel import select"),
    ("database", "app/planted.py", "import sqlcipher3"),
    ("papers", "services/planted.py", "import reportlab.platypus"),
    ("papers", "storage/planted.py", "from docx import Document"),
    ("network", "services/planted.py", "import urllib.request"),
    ("network", "storage/planted.py", "import socket"),
    ("private-notes", "services/planted.py", "from netmoede_desktop.storage.repositories import private_notes"),
    ("private-notes", "services/planted.py", "from netmoede_desktop.storage.tables.private_note import PrivateNoteRow"),
    ("audience", "gui/room/planted.py", "from netmoede_desktop.services.meeting.view.values import MeetingView"),
    ("audience", "gui/room/planted.py", "from netmoede_desktop.services.room import audience_view"),
    ("audience", "gui/room/planted.py", "from netmoede_desktop.domain.meeting.state import MeetingState"),
]


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on the copy of the package in `folder`."""
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    start = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        (sys.executable, "-c", start, "--no-cache", "--no-logo", *chosen),
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy(repository: Path, tmp_path: Path) -> Path:
    """A copy of the package and its contracts, free to be broken."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(repository / "netmoede_desktop", tmp_path / "netmoede_desktop", ignore=ignored)
    shutil.copy(repository / "pyproject.toml", tmp_path)
    return tmp_path


def contracts(repository: Path) -> set[str]:
    settings = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}


@pytest.mark.smoke
def test_the_package_keeps_every_contract(copy: Path, repository: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Contracts: {len(contracts(repository))} kept, 0 broken." in result.stdout


def test_every_contract_has_a_planted_violation(repository: Path) -> None:
    assert {contract for contract, _, _ in PLANTS} == contracts(repository)


@pytest.mark.parametrize(("contract", "place", "line"), PLANTS)
def test_a_planted_violation_is_caught(copy: Path, contract: str, place: str, line: str) -> None:
    planted = copy / "netmoede_desktop" / place
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f"{line}\n", encoding="utf-8")
    result = lint(copy, contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "planted" in result.stdout or "utils" in result.stdout
