"""Setting up: what is installed, when it is done again, and what is said when the machine lacks something."""

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from installer import environment
from installer.environment import SetupProblem, apt_install, ensure_system_libraries, ensure_venv_module, state_wanted

Run = Callable[..., subprocess.CompletedProcess[str]]


class Machine:
    """Stands in for the programs of another machine and keeps what was asked of them."""

    def __init__(self, fails: str = "", output: str = "") -> None:
        self.commands: list[tuple[str, ...]] = []
        self.fails = fails
        self.output = output

    def run(self, command: tuple[str, ...], **_: Any) -> subprocess.CompletedProcess[str]:
        self.commands.append(tuple(command))
        code = 1 if self.fails and self.fails in command else 0
        return subprocess.CompletedProcess(command, code, self.output, "")


def on_machine(
    monkeypatch: pytest.MonkeyPatch, machine: Machine, *, root: bool = True, has: tuple[str, ...] = ()
) -> None:
    monkeypatch.setattr(subprocess, "run", machine.run)
    monkeypatch.setattr(shutil, "which", lambda name: name if name in has else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)


def checkout(folder: Path) -> Path:
    (folder / "installer").mkdir()
    for name in ("installer/requirements.txt", "installer/requirements-dev.txt", "pyproject.toml"):
        (folder / name).write_text("x", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["installer/requirements.txt", "installer/requirements-dev.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_is_set_up_again(tmp_path: Path, name: str) -> None:
    root = checkout(tmp_path)
    before = state_wanted(root, "3.11", root / ".venv")
    assert state_wanted(root, "3.11", root / ".venv") == before
    (root / name).write_text("y", encoding="utf-8")
    assert state_wanted(root, "3.11", root / ".venv")[0] == before[0]
    assert state_wanted(root, "3.11", root / ".venv")[1] != before[1]


def test_another_python_or_place_is_made_anew(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    before = state_wanted(root, "3.11", root / ".venv")
    assert state_wanted(root, "3.12", root / ".venv")[0] != before[0]
    assert state_wanted(root, "3.11", root / "moved" / ".venv")[0] != before[0]


def test_every_locked_package_has_a_hash_and_no_address(repository: Path) -> None:
    for lock in (environment.RUNTIME_LOCK, environment.DEV_LOCK, environment.PEERS_LOCK):
        text = lock.read_text(encoding="utf-8")
        entries = [entry for entry in text.replace("\\\n", " ").splitlines() if entry and not entry.startswith("#")]
        assert entries
        assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
        assert "://" not in text
        assert "--index-url" not in text


def test_what_is_developed_with_is_what_is_shipped() -> None:
    def pinned(lock: Path) -> set[str]:
        return {line.rstrip(" \\") for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line[:60]}

    assert pinned(environment.RUNTIME_LOCK) < pinned(environment.DEV_LOCK)


def test_debian_as_root_gets_its_venv_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine()
    on_machine(monkeypatch, machine, has=("apt-get",))
    answers = iter([None, importlib.util.find_spec("json")])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: next(answers))
    ensure_venv_module()
    assert [command[-1] for command in machine.commands] == ["update", "python3-venv"]
    assert "python3-venv" in capsys.readouterr().out


@pytest.mark.parametrize(("root", "has"), [(False, ("apt-get",)), (True, ())])
def test_elsewhere_the_missing_package_is_named(
    monkeypatch: pytest.MonkeyPatch, root: bool, has: tuple[str, ...]
) -> None:
    machine = Machine()
    on_machine(monkeypatch, machine, root=root, has=has)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SetupProblem, match="apt-get install python3-venv"):
        ensure_venv_module()
    assert machine.commands == []


def test_a_python_that_is_not_debians_own_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    on_machine(monkeypatch, Machine(), has=("apt-get",))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SetupProblem, match="does not see it"):
        ensure_venv_module()


def test_apt_that_fails_is_no_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    on_machine(monkeypatch, Machine(fails="update"), has=("apt-get",))
    assert not apt_install(("python3-venv",), "venv")


def lock_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, package: str) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(
        f"babel==2.18.0 \\\n    --hash=sha256:00\n{package}==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8"
    )
    monkeypatch.setattr(environment, "RUNTIME_LOCK", lock)


def test_no_system_library_is_installed_before_qt_is_in_the_lock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    machine = Machine()
    on_machine(monkeypatch, machine, has=("apt-get", "dpkg-query"))
    lock_with(monkeypatch, tmp_path, "shiboken6")
    ensure_system_libraries()
    assert machine.commands == []


def test_the_system_libraries_of_qt_are_installed_as_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(output="not-installed\n")
    on_machine(monkeypatch, machine, has=("apt-get", "dpkg-query"))
    lock_with(monkeypatch, tmp_path, "pyside6-essentials")
    ensure_system_libraries()
    assert machine.commands[-1][-len(environment.QT_LIBRARIES) :] == environment.QT_LIBRARIES


def test_the_system_libraries_of_qt_are_named_to_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    on_machine(monkeypatch, Machine(output=""), root=False, has=("apt-get", "dpkg-query"))
    lock_with(monkeypatch, tmp_path, "pyside6-essentials")
    with pytest.raises(SetupProblem, match=r"apt-get install libglib2\.0-0 libgl1"):
        ensure_system_libraries()


def test_libraries_that_are_there_are_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(output="installed\n")
    on_machine(monkeypatch, machine, has=("apt-get", "dpkg-query"))
    lock_with(monkeypatch, tmp_path, "pyside6-essentials")
    ensure_system_libraries()
    assert {command[0] for command in machine.commands} == {"dpkg-query"}


def test_the_tools_of_the_tests_are_installed_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(output="not-installed\n")
    on_machine(monkeypatch, machine, has=("apt-get", "dpkg-query"))
    environment.ensure_test_tools()
    assert machine.commands[-1][-len(environment.TEST_TOOLS) :] == environment.TEST_TOOLS


def test_tools_that_cannot_be_installed_are_named_and_the_tests_run_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_machine(monkeypatch, Machine(output=""), root=False, has=("apt-get", "dpkg-query"))
    environment.ensure_test_tools()
    assert f"SKIPPED. With these packages they are run: sudo apt-get install {environment.TEST_TOOLS[0]}" in (
        capsys.readouterr().out
    )


def test_a_system_without_dpkg_is_asked_for_no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine()
    on_machine(monkeypatch, machine)
    environment.ensure_test_tools()
    assert machine.commands == []


def set_up_in(monkeypatch: pytest.MonkeyPatch, root: Path) -> Callable[[], list[str]]:
    """Sets up in a checkout of its own, with the installing only noted: gives what a set-up did."""
    done: list[str] = []

    class Builder:
        def __init__(self, **_: Any) -> None: ...

        def create(self, folder: Path) -> None:
            python = environment.venv_program("python", folder)
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
            done.append("made")

    for name, value in {
        "ROOT": root,
        "VENV": root / ".venv",
        "STAMP": root / ".venv" / "stamp",
        "RUNTIME_LOCK": root / "installer" / "requirements.txt",
    }.items():
        monkeypatch.setattr(environment, name, value)
    monkeypatch.setattr(environment, "venv_program", lambda name, folder=root / ".venv": folder / "bin" / name)
    monkeypatch.setattr(venv, "EnvBuilder", Builder)
    monkeypatch.setattr(environment, "install", lambda python, arguments: done.append(arguments[0]))

    def again() -> list[str]:
        done.clear()
        environment.set_up()
        return list(done)

    return again


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in lays out .venv as on Linux")
def test_the_second_set_up_does_nothing_and_a_new_lock_only_installs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = checkout(tmp_path)
    again = set_up_in(monkeypatch, root)
    assert again() == ["made", "--require-hashes", "--no-deps"]
    assert again() == []
    (root / "installer" / "requirements-dev.txt").write_text("new", encoding="utf-8")
    assert again() == ["--require-hashes", "--no-deps"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in lays out .venv as on Linux")
def test_a_set_up_that_was_cut_off_is_done_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    again = set_up_in(monkeypatch, checkout(tmp_path))

    def cut_off(python: Path, arguments: tuple[str, ...]) -> None:
        raise SetupProblem(arguments[0])

    with monkeypatch.context() as broken:
        broken.setattr(environment, "install", cut_off)
        with pytest.raises(SetupProblem):
            again()
    assert again() == ["--require-hashes", "--no-deps"]
