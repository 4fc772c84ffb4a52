"""What the tests of the services share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import PASSPHRASE, HandClock, kept_nowhere, surroundings


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def opener(tmp_path: Path, clock: HandClock) -> VaultOpener:
    """The way to a profile that is still empty."""
    return VaultOpener(tmp_path / "profil", PASSPHRASE, surroundings(clock))


@pytest.fixture
def vault(opener: VaultOpener) -> Iterator[Vault]:
    """An open, empty vault."""
    vault = opener.create(kept_nowhere)
    yield vault
    vault.close()
