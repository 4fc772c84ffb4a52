"""The guards of the whole suite are themselves tried: a guard that never fires guards nothing."""

import os
import socket
import warnings
from pathlib import Path

import pytest
from hypothesis import settings


def test_a_connection_to_the_network_fails_the_test() -> None:
    with socket.socket() as telephone, pytest.raises(AssertionError, match=r"127\.0\.0\.1"):
        telephone.connect(("127.0.0.1", 9))


def test_a_warning_fails_the_test() -> None:
    with pytest.raises(DeprecationWarning, match="old"):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_the_home_folder_is_not_the_real_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    inside = tmp_path_factory.getbasetemp()
    assert Path.home().is_relative_to(inside)
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(inside)


def test_the_examples_of_the_ordinary_run_are_the_same_each_time(request: pytest.FixtureRequest) -> None:
    assert request.config.option.markexpr == "not campaign"
    assert settings().derandomize
