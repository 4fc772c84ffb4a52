"""What holds for every test: no network, nothing written outside the test's own folders, no luck."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
#: The mark of the few tests through all layers: `dev.py test -m smoke`.
SMOKE = "smoke"

# A shared or slow machine is no reason to fail, and a failure found once is found again: the seeds are fixed in the
# ordinary run; `dev.py bench --faults` looks further.
settings.register_profile(
    "ordinary", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("campaign", deadline=None, print_blob=True, database=None)


class NetworkUsed(AssertionError):
    """The app or a test reached for the network."""


def pytest_configure(config: pytest.Config) -> None:
    """Chooses how hypothesis draws: the same examples each time, unless a campaign is asked for."""
    campaign = "campaign" in str(config.option.markexpr) and "not campaign" not in str(config.option.markexpr)
    settings.load_profile("campaign" if campaign else "ordinary")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `-m smoke` a file of tests that holds none is not even loaded: loading them all takes half of the minute."""
    if config.option.markexpr == SMOKE and collection_path.match("test_*.py"):
        return None if f"mark.{SMOKE}" in collection_path.read_text(encoding="utf-8") else True
    return None


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Gives the whole run, and every program it starts, a home of its own: no test touches a real profile."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
    }.items():
        os.environ[variable] = str(home / folder)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails a test whose code opens a connection to another machine or to itself by an internet address."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise NetworkUsed(str(address))
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
