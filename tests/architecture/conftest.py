"""The modules of the checkout, read once for each file of tests about their shape."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.import_graph import Module, by_path


@pytest.fixture(scope="module")
def package(repository: Path) -> Mapping[str, Module]:
    """The modules of the package, by path from the top."""
    return by_path(repository, "netmoede_desktop")


@pytest.fixture(scope="module")
def checkout(repository: Path, package: Mapping[str, Module]) -> Mapping[str, Module]:
    """The modules of the package, the installer and the tests, by path from the top."""
    return {**package, **by_path(repository, "installer", "tests")}
