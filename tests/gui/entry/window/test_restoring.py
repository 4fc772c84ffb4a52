"""Backups of another vault in the first window, and what lies in the place of a file: named, chosen, opened."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.entry.message import DonePage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.restore import RestorePage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.services.vaults.opening import Entrance
from netmoede_desktop.storage.layout import Layout
from tests.gui.entry.entries import Entry, damage, last_act, start_entry, stuck, with_three_backups
from tests.storage.odd_files import put_in_place
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, START, HandClock, files_of, surroundings

Start = Callable[..., Entry]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot, look: Look, t: Translator) -> Start:
    """Starts the program with the test's profile."""
    return lambda **options: start_entry(tmp_path / "profil", qtbot, look, t, **options)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A closed vault with a meeting and three backups, a day between them; its recovery code is on paper."""
    return with_three_backups(tmp_path / "profil", HandClock(START))


@pytest.fixture
def foreign(layout: Layout, tmp_path: Path) -> str:
    """The name of another vault's backup among those of this one; its passphrase is another."""
    clock = HandClock(START - timedelta(hours=2))
    with Entrance(tmp_path / "den gamle", surroundings(clock)).create(OTHER_PASSPHRASE).vault as vault:
        confirm_code_on_paper(vault)
        made = vault.backup()
    for path in (made.store, made.key_file):
        shutil.copyfile(path, layout.backups / path.name)
    return made.name


def test_another_vaults_backup_is_said_to_be_so_and_opens_with_its_own_passphrase(
    start: Start, layout: Layout, foreign: str
) -> None:
    own = {path: digest for path, digest in files_of(layout.backups).items() if not path.startswith(foreign)}
    entry = start()
    entry.click("Glemt adgangssætningen?")
    entry.at(RecoverPage)
    entry.click("Brug en sikkerhedskopi")
    page = entry.at(RestorePage)
    choice = page._choices[foreign]
    assert choice.text().endswith(" · hører til en anden samling møder")
    assert page.chosen != foreign
    choice.click()
    assert any("Den, der hører til kopien." in sentence for sentence in entry.sentences)
    entry.click("Gendan")
    assert "Skriv den adgangssætning, der hører til kopien." in entry.sentences
    page._line.setFocus()
    entry.enter(PASSPHRASE)
    entry.qtbot.waitUntil(
        lambda: any("hører til en anden samling møder. Skriv" in sentence for sentence in entry.sentences)
    )
    entry.enter(OTHER_PASSPHRASE)
    entry.at(DonePage)
    aside = next(layout.set_aside.iterdir())
    assert f"De møder, der var her, er lagt til side med deres egen nøgle, her: {aside}" in entry.sentences
    entry.enter()
    with entry.opened() as vault:
        assert last_act(vault) == 0
        assert {backup.name for backup in vault.backups() if backup.own} == {foreign}
    assert {path: digest for path, digest in files_of(layout.backups).items() if path in own} == own


def test_beside_a_damaged_store_the_passphrase_is_asked_for_only_with_another_vaults_backup(
    start: Start, layout: Layout, foreign: str
) -> None:
    damage(layout.store)
    entry = start()
    entry.enter(PASSPHRASE)
    stuck(entry, "Databasen er beskadiget")
    entry.enter()
    page = entry.at(RestorePage)
    entry.qtbot.waitUntil(lambda: any("i orden" in choice.text() for choice in page._choices.values()))
    assert not page._field.isVisible()
    page._choices[foreign].click()
    assert page._field.isVisible()
    own = next(name for name in page._choices if name != foreign)
    page._choices[own].click()
    assert not page._field.isVisible()
    entry.click("Gendan")
    entry.at(DonePage)
    entry.enter()
    entry.opened().close()


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs there")
def test_something_else_in_the_place_of_the_store_is_told_and_not_waited_for(start: Start, layout: Layout) -> None:
    put_in_place(layout.store, "fifo")
    entry = start()
    entry.enter(PASSPHRASE)
    stuck(entry, "Noget i mappen kan ikke læses")
    entry.click("Gendan fra en sikkerhedskopi")
    page = entry.at(RestorePage)
    entry.qtbot.waitUntil(lambda: any("i orden" in choice.text() for choice in page._choices.values()))
    entry.click("Gendan")
    entry.at(DonePage)
    entry.enter()
    entry.opened().close()
