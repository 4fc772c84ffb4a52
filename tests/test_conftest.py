"""The guards of the whole suite are themselves tried: a guard that never fires guards nothing."""

import os
import socket
import warnings
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import settings

from tests.conftest import pytest_ignore_collect


@pytest.mark.smoke
def test_a_connection_to_the_network_fails_the_test() -> None:
    with socket.socket() as telephone, pytest.raises(AssertionError, match=r"127\.0\.0\.1"):
        telephone.connect(("127.0.0.1", 9))


@pytest.mark.smoke
def test_a_warning_fails_the_test() -> None:
    with pytest.raises(DeprecationWarning, match="old"):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


@pytest.mark.smoke
def test_the_home_folder_is_not_the_real_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    inside = tmp_path_factory.getbasetemp()
    assert Path.home().is_relative_to(inside)
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(inside)


def test_the_examples_of_the_ordinary_run_are_the_same_each_time(request: pytest.FixtureRequest) -> None:
    assert request.config.option.markexpr == "not campaign"
    assert settings().derandomize


@pytest.mark.parametrize(
    ("asked", "name", "text", "left_out"),
    [
        ("smoke", "test_without.py", "def test_one() -> None: ...", True),
        ("smoke", "test_holding.py", "@pytest.mark.smoke\ndef test_one() -> None: ...", None),
        ("smoke", "conftest.py", "", None),
        ("not campaign", "test_without.py", "def test_one() -> None: ...", None),
        ("smoke or campaign", "test_without.py", "def test_one() -> None: ...", None),
    ],
)
def test_with_smoke_alone_a_file_that_holds_none_is_not_loaded(
    asked: str, name: str, text: str, left_out: bool | None, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    config: Any = SimpleNamespace(option=SimpleNamespace(markexpr=asked))
    assert pytest_ignore_collect(tmp_path / name, config) is left_out
