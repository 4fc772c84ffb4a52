"""What the tests of the meeting window share: one vault for all of them, a meeting of its own for each."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.storage.vault import Vault
from tests.gui.windows.led_windows import Led, Shelf, led_window
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The vault the meetings are kept in."""
    folder, clock = tmp_path_factory.mktemp("meetings"), HandClock()
    vault, _ = Vault.create(folder / "profil", PASSPHRASE, surroundings(clock))
    with vault:
        yield Shelf(vault, clock, folder)


@pytest.fixture
def led(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """The little family's meeting before it begins, at 1366 × 768."""
    with led_window(shelf, look, t, qtbot) as meeting:
        yield meeting
