"""What the tests of storage share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import HandClock, new_vault, surroundings


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def world(clock: HandClock) -> Surroundings:
    return surroundings(clock)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profil"


@pytest.fixture
def vault(profile: Path, world: Surroundings) -> Iterator[Vault]:
    """An open vault with one sag and one planned møde."""
    vault, _ = new_vault(profile, world)
    yield vault
    vault.close()


@pytest.fixture
def closed(profile: Path, world: Surroundings) -> Path:
    """The profile of a closed vault with one sag and one planned møde."""
    vault, _ = new_vault(profile, world)
    vault.close()
    return profile
