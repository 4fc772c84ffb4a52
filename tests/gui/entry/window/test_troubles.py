"""What stands in the way of opening: a clear page for each, a way out of each, and no byte changed meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.access.recovery_code import ShowCodePage
from netmoede_desktop.gui.entry.first_run import FirstRunPage
from netmoede_desktop.gui.entry.message import DonePage, TroublePage
from netmoede_desktop.gui.entry.other_folder import OtherFolderPage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.restore import RestorePage
from netmoede_desktop.gui.entry.unlock import UnlockPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock as clock_words
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.services.vaults.opening import Entrance
from netmoede_desktop.storage.keys.keyring import unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.single_instance import InstanceLock
from netmoede_desktop.storage.vault import Vault
from tests.gui.entry.entries import Entry, damage, last_act, start_entry, stuck, with_three_backups
from tests.storage.vaults import (
    OTHER_PASSPHRASE,
    PASSPHRASE,
    START,
    HandClock,
    files_of,
    surroundings,
)

Start = Callable[..., Entry]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot, look: Look, t: Translator) -> Start:
    """Starts the program with the test's profile."""
    return lambda **options: start_entry(tmp_path / "profil", qtbot, look, t, **options)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(START)


@pytest.fixture
def layout(tmp_path: Path, clock: HandClock) -> Layout:
    """A closed vault with a meeting and three backups, a day between them; its recovery code is on paper."""
    return with_three_backups(tmp_path / "profil", clock)


def test_a_damaged_store_is_restored_from_the_newest_good_backup(start: Start, layout: Layout) -> None:
    damage(layout.store)
    damage(sorted(layout.backups.glob("*.db"))[-1])
    before = files_of(layout.profile)
    entry = start()
    entry.enter(PASSPHRASE)
    stuck(entry, "Databasen er beskadiget")
    assert files_of(layout.profile) == before
    entry.enter()
    page = entry.at(RestorePage)
    yesterday = f"I går kl. {clock_words((START - timedelta(days=1)).astimezone())}"
    good = f"{yesterday} · kontrolleret, i orden"
    entry.qtbot.waitUntil(lambda: good in [choice.text() for choice in page._choices.values()])
    assert page.chosen == sorted(layout.backups.glob("*.db"))[-2].name.removesuffix(".db")
    assert files_of(layout.profile) == before
    entry.click("Gendan")
    entry.at(DonePage)
    assert f"Kopien er gendannet: {yesterday}." in entry.sentences
    aside = next(layout.set_aside.iterdir())
    assert any(str(aside) in text for text in entry.sentences)
    entry.enter()
    with entry.opened() as vault:
        assert last_act(vault) == 2


def test_a_damaged_key_file_is_restored_with_the_one_beside_a_backup(start: Start, layout: Layout) -> None:
    for path in layout.key_files:
        path.write_bytes(b"{}")
    entry = start()
    entry.enter(PASSPHRASE)
    stuck(entry, "Nøglefilen er beskadiget")
    entry.click("Gendan fra en sikkerhedskopi")
    page = entry.at(RestorePage)
    entry.qtbot.waitUntil(lambda: any("i orden" in choice.text() for choice in page._choices.values()))
    entry.click("Gendan")
    entry.at(DonePage)
    entry.click("Åbn")
    with entry.opened() as vault:
        assert last_act(vault) == 3


def test_a_damaged_backup_that_was_chosen_is_told_and_another_can_be(start: Start, layout: Layout) -> None:
    damage(layout.store)
    newest, *others = sorted(layout.backups.glob("*.db"), reverse=True)
    damage(newest)
    entry = start()
    entry.enter(PASSPHRASE)
    entry.at(TroublePage)
    entry.enter()
    page = entry.at(RestorePage)
    entry.qtbot.waitUntil(lambda: any("i orden" in choice.text() for choice in page._choices.values()))
    before = files_of(layout.profile)
    page._choices[newest.name.removesuffix(".db")].click()
    entry.click("Gendan")
    entry.at(RestorePage)
    told = "Den kopi er beskadiget og kan ikke bruges. Intet er ændret. Vælg en anden."
    assert told in entry.sentences
    assert files_of(layout.profile) == before
    page._choices[others[1].name.removesuffix(".db")].click()
    entry.click("Gendan")
    entry.at(DonePage)
    entry.enter()
    with entry.opened() as vault:
        assert last_act(vault) == 1


def test_where_no_backup_is_whole_it_is_said(start: Start, layout: Layout) -> None:
    for path in (layout.store, *layout.backups.glob("*.db")):
        damage(path)
    entry = start()
    entry.enter(PASSPHRASE)
    entry.at(TroublePage)
    entry.enter()
    entry.at(RestorePage)
    told = "Ingen af kopierne er i orden. Har du en kopi et andet sted, så få hjælp til at bruge den."
    entry.qtbot.waitUntil(lambda: told in entry.sentences)
    entry.press(Qt.Key.Key_Escape)
    entry.at(TroublePage)
    entry.press(Qt.Key.Key_Escape)
    entry.at(UnlockPage)
    assert entry.page.typed() == (PASSPHRASE,)


def test_where_there_is_no_backup_it_is_said(start: Start, layout: Layout) -> None:
    damage(layout.store)
    for path in layout.backups.iterdir():
        path.unlink()
    entry = start()
    entry.enter(PASSPHRASE)
    entry.at(TroublePage)
    entry.enter()
    entry.at(RestorePage)
    assert any("Der er ingen sikkerhedskopier i mappen." in text for text in entry.sentences)
    entry.click("Tilbage")
    entry.at(TroublePage)


def test_a_lost_store_is_restored_with_the_passphrase_asked_for(start: Start, layout: Layout) -> None:
    for path in layout.vault.iterdir():
        path.unlink()
    entry = start()
    stuck(entry, "Databasen er væk")
    entry.press(Qt.Key.Key_Escape)
    stuck(entry, "Databasen er væk")
    entry.enter()
    entry.at(RestorePage)
    entry.enter()
    assert "Skriv din adgangssætning." in entry.sentences
    entry.enter("en forkert adgangssætning")
    entry.at(RestorePage)
    assert "Adgangssætningen er forkert. Intet er ændret." in entry.sentences
    entry.enter(PASSPHRASE)
    entry.at(DonePage)
    entry.enter()
    with entry.opened() as vault:
        assert last_act(vault) == 3


def test_a_damaged_store_met_with_the_recovery_code_is_restored_with_the_new_passphrase(
    start: Start, layout: Layout, clock: HandClock
) -> None:
    with Vault.open(layout.profile, PASSPHRASE, surroundings(clock)) as vault:
        code = vault.renew_recovery_code().text()
    damage(layout.store)
    entry = start()
    entry.click("Glemt adgangssætningen?")
    entry.at(RecoverPage)
    entry.enter(code)
    entry.enter(OTHER_PASSPHRASE)
    entry.enter(OTHER_PASSPHRASE)
    stuck(entry, "Databasen er beskadiget")
    entry.enter()
    page = entry.at(RestorePage)
    entry.qtbot.waitUntil(lambda: any("i orden" in choice.text() for choice in page._choices.values()))
    entry.click("Gendan")
    entry.at(DonePage)
    entry.enter()
    entry.opened().close()
    Vault.open(layout.profile, OTHER_PASSPHRASE, surroundings(clock)).close()


def test_a_newer_store_is_left_alone(start: Start, layout: Layout) -> None:
    keyring = unlock_with_passphrase(layout.key_files, PASSPHRASE)
    keyring.change(lambda key_file: replace(key_file, readable_from=99))
    before = files_of(layout.profile)
    entry = start()
    entry.enter(PASSPHRASE)
    stuck(entry, "Databasen er fra en nyere udgave")
    assert files_of(layout.profile) == before
    entry.click("Luk programmet")
    assert not entry.window.isVisible()


def test_open_elsewhere_the_other_window_is_called_and_it_can_be_tried_again(start: Start, layout: Layout) -> None:
    other = InstanceLock.acquire(layout.lock)
    entry = start()
    entry.enter(PASSPHRASE)
    stuck(entry, "Programmet er åbent i forvejen")
    entry.click("Hent det andet vindue frem")
    assert (layout.profile / "window.show").exists()
    other.release()
    entry.click("Prøv igen")
    entry.opened().close()


def test_trying_again_meets_the_same_trouble_as_long_as_it_is_there(start: Start, layout: Layout) -> None:
    whole = layout.store.read_bytes()
    damage(layout.store)
    entry = start()
    entry.enter(PASSPHRASE)
    for _ in range(2):
        stuck(entry, "Databasen er beskadiget")
        entry.click("Prøv igen")
        entry.qtbot.waitUntil(lambda: not entry.page.busy)
    entry.at(TroublePage)
    layout.store.write_bytes(whole)
    entry.click("Prøv igen")
    entry.opened().close()


@pytest.mark.parametrize("new", [True, False])
def test_an_unsuitable_folder_is_told_before_anything_is_typed_or_at_the_opening(
    start: Start, tmp_path: Path, layout: Layout, new: bool
) -> None:
    if new:
        layout.profile.rename(tmp_path / "væk")
    world = replace(surroundings(), file_system_of=lambda _: "cifs")
    entry = start(file_system="cifs", world=world)
    if not new:
        entry.enter(PASSPHRASE)
    stuck(entry, "Mappen er ikke et sikkert sted")
    assert layout.profile.exists() is not new
    entry.click("Brug en anden mappe")
    entry.at(OtherFolderPage)
    entry.enter(str(tmp_path / "net"))
    assert any(text.startswith("Mappen ligger på et netværk") for text in entry.sentences)
    entry.press(Qt.Key.Key_Escape)
    entry.at(TroublePage)


def test_another_folder_is_looked_at_before_the_program_starts_with_it(start: Start, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    (tmp_path / "profil" / "backups").mkdir(parents=True)
    (tmp_path / "profil" / "backups" / "2026-11-23T15-00-00.000000Z.db").touch()
    entry = start()
    stuck(entry, "Databasen er væk")
    entry.click("Brug en anden mappe")
    page = entry.at(OtherFolderPage)
    assert page.typed() == (str(tmp_path / "en anden"),)
    for typed, told in (
        ("ved siden af", "Skriv hele vejen til mappen, fra begyndelsen."),
        (str(tmp_path / "fil" / "x"), "Det er en fil. Vælg en mappe."),
        (str(tmp_path / "Dropbox" / "x"), "Mappen ligger på et netværk eller bliver delt med en sky."),
        ("   ", "Skriv, hvor mappen ligger."),
    ):
        entry.enter(typed)
        assert any(text.startswith(told) for text in entry.sentences), told
        assert entry.started_anew == []
    entry.enter(str(tmp_path / "ny mappe"))
    assert entry.started_anew == [tmp_path / "ny mappe"]


def test_a_full_disk_the_first_time_keeps_what_was_typed(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Entrance.create

    def full(self: Entrance, passphrase: str) -> None:
        monkeypatch.setattr(Entrance, "create", whole)
        raise DiskFull(errno=28)

    monkeypatch.setattr(Entrance, "create", full)
    entry = start()
    entry.enter(PASSPHRASE)
    entry.enter(PASSPHRASE)
    stuck(entry, "Disken er fuld")
    entry.press(Qt.Key.Key_Escape)
    entry.at(FirstRunPage)
    assert entry.page.typed() == (PASSPHRASE, PASSPHRASE)
    entry.click("Gå videre")
    entry.at(ShowCodePage)
    entry.window.close()


def test_a_vault_that_came_meanwhile_is_unlocked_and_not_replaced(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = start()
    entry.at(FirstRunPage)
    with Entrance(tmp_path / "profil", surroundings()).create(OTHER_PASSPHRASE).vault as vault:
        confirm_code_on_paper(vault)
    entry.enter(PASSPHRASE)
    entry.enter(PASSPHRASE)
    entry.at(UnlockPage)
    entry.enter(OTHER_PASSPHRASE)
    entry.opened().close()
