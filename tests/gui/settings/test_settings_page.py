"""The settings: each does what it says at once, and what cannot be done is one sentence with nothing lost."""

import shutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.settings.about_card import AboutCard
from netmoede_desktop.gui.settings.look_card import SCALES, next_scale
from netmoede_desktop.gui.settings.settings_page import SettingsPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.methods.practice import practice
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from netmoede_desktop.services.settings.about_me import about_me
from netmoede_desktop.services.settings.acute_number import acute_number
from netmoede_desktop.services.settings.preferences import LanguageChoice, Preferences, ThemeChoice
from netmoede_desktop.services.vaults.opening import Entrance
from netmoede_desktop.storage.vault import Vault
from tests.gui.desks import OpenOffice, open_office
from tests.gui.office_stories import Stories
from tests.gui.preparing import STARTS
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, START, HandClock, surroundings


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    with open_office(tmp_path, look, t) as office:
        yield office


@pytest.fixture
def page(office: OpenOffice, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(office.context, Preferences(), office.context.profile / "keys.toml", ["projector"])
    qtbot.addWidget(page)
    page.resize(1170, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.enter()
    return page


YESTERDAY = START - timedelta(days=1)


def pick(choice: Choice, key: str) -> None:
    choice.set_key(key)
    choice.activated.emit(choice.currentIndex())


@pytest.mark.smoke
def test_each_choice_is_wished_for_with_those_before_it(page: SettingsPage) -> None:
    wished: list[Preferences] = []
    page.changed.connect(wished.append)
    pick(page.look_card.theme, ThemeChoice.DARK)
    pick(page.look_card.scale, "150")
    pick(page.look_card.language, LanguageChoice.ENGLISH)
    pick(page.look_card.audience, "projector")
    last = Preferences(theme=ThemeChoice.DARK, scale=150, language=LanguageChoice.ENGLISH, audience_screen="projector")
    assert (len(wished), wished[-1]) == (4, last)


def test_a_size_from_elsewhere_and_a_screen_that_is_gone_are_still_shown(
    office: OpenOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    page = SettingsPage(office.context, Preferences(scale=130, audience_screen="lærred"), tmp_path / "keys.toml", [])
    qtbot.addWidget(page)
    assert page.look_card.scale.currentText() == "130 %"
    assert page.look_card.audience.currentText() == "lærred (ikke tilsluttet nu)"


def test_the_steps_of_the_size_end_at_both_ends() -> None:
    assert next_scale(100, -1) == 100
    assert next_scale(100, 1) == 110
    assert next_scale(130, 1) == 150
    assert next_scale(130, -1) == 125
    assert next_scale(200, 1) == 200
    assert SCALES[-1] == 200


def type_passphrases(page: SettingsPage, current: str, new: str, again: str) -> None:
    for line, text in zip(
        (page.access.current, page.access.new, page.access.repeat), (current, new, again), strict=True
    ):
        line.clear()
        QTest.keyClicks(line, text)
    QTest.keyClick(page.access.repeat, Qt.Key.Key_Return)


def test_the_passphrase_is_changed(page: SettingsPage, office: OpenOffice, qtbot: QtBot) -> None:
    type_passphrases(page, PASSPHRASE, OTHER_PASSPHRASE, OTHER_PASSPHRASE)
    qtbot.waitUntil(lambda: "skiftet" in page.access.notice.text and "Den gamle" in page.access.notice.text)
    assert page.access.current.text() == ""
    office.context.vault.close()
    Vault.open(office.context.profile, OTHER_PASSPHRASE, surroundings()).close()


@pytest.mark.parametrize(
    ("current", "new", "again", "sentence"),
    [
        ("", OTHER_PASSPHRASE, OTHER_PASSPHRASE, "Skriv adgangssætningen, som den er nu."),
        (PASSPHRASE, "kort", "kort", "Den nye skal have mindst 14 tegn eller fire ord."),
        (PASSPHRASE, OTHER_PASSPHRASE, OTHER_PASSPHRASE + "!", "De to er ikke ens. Skriv den nye adgangssætning igen."),
        (
            OTHER_PASSPHRASE,
            "en tredje lang sætning",
            "en tredje lang sætning",
            "Adgangssætningen er forkert. Intet er ændret.",
        ),
    ],
)
def test_a_slip_is_one_sentence_and_nothing_typed_is_lost(
    page: SettingsPage, qtbot: QtBot, current: str, new: str, again: str, sentence: str
) -> None:
    type_passphrases(page, current, new, again)
    qtbot.waitUntil(lambda: page.access.problem == sentence)
    assert page.access.new.passphrase == new
    QTest.keyClicks(page.access.current, "x")
    assert page.access.problem == ""


def test_a_backup_is_made_listed_and_tried(page: SettingsPage, qtbot: QtBot) -> None:
    assert not page.backups.trial.isEnabled()
    QTest.mouseClick(page.backups.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.backups.notice.text == "Kopien er lavet kl. 10.00, og den er i orden.")
    [row] = page.backups.table.rows
    assert row.cells[0].text == "Mandag 23. november 2026 kl. 10.00"
    QTest.mouseClick(page.backups.trial, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.backups.notice.text == "Prøven gik godt: kopien er i orden og kan gendannes.")


def test_another_vaults_backup_is_said_to_be_so_and_not_tried(
    page: SettingsPage, office: OpenOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    with Entrance(tmp_path / "den gamle", surroundings(HandClock(YESTERDAY))).create(OTHER_PASSPHRASE).vault as other:
        made = other.backup()
    folder = office.context.vault.layout.backups
    folder.mkdir(exist_ok=True)
    for path in (made.store, made.key_file):
        shutil.copyfile(path, folder / path.name)
    page.enter()
    qtbot.waitUntil(lambda: page.backups.trial.isEnabled())
    [row] = page.backups.table.rows
    assert row.cells[0].text.endswith(" · hører til en anden samling møder")
    QTest.mouseClick(page.backups.trial, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.backups.notice.text.startswith("Kopien hører til en anden samling møder"))


def test_a_damaged_backup_is_told_of(page: SettingsPage, office: OpenOffice, qtbot: QtBot) -> None:
    store = office.context.vault.backup().store
    store.chmod(0o600)
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 0xFF
    store.write_bytes(content)
    page.enter()
    qtbot.waitUntil(lambda: page.backups.trial.isEnabled())
    QTest.mouseClick(page.backups.trial, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "er beskadiget og kan ikke bruges" in page.backups.notice.text)


def test_a_trial_that_takes_long_can_be_left(page: SettingsPage, office: OpenOffice, qtbot: QtBot) -> None:
    office.context.vault.backup()
    page.enter()
    qtbot.waitUntil(lambda: page.backups.trial.isEnabled())
    page.backups.trial_asked.emit(page.backups.table.rows[0].key)
    page.backups.cancelled.emit()
    assert page.backups.notice.text == ""
    assert page.backups.trial.isEnabled()


def test_it_says_where_things_lie(page: SettingsPage, office: OpenOffice) -> None:
    shown = [line.text() for line in page.findChildren(LineInput)]
    for path in ("", "keys.toml", "methods"):
        assert str(office.context.profile / path) in shown


def test_a_file_of_keys_that_cannot_be_used_is_told_of(office: OpenOffice, qtbot: QtBot, tmp_path: Path) -> None:
    keys = tmp_path / "keys.toml"
    keys.write_text('videre = "F2"\nfiskesuppe = "F3"\n', encoding="utf-8")
    page = SettingsPage(office.context, Preferences(), keys, [])
    qtbot.addWidget(page)
    [field] = [field for field in page.findChildren(Field) if field.problem]
    assert field.problem == "»fiskesuppe« kan ikke bruges. Alle taster er, som de var fra begyndelsen."


def test_who_uses_the_program_is_kept_as_it_is_typed(page: SettingsPage, office: OpenOffice, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.about._shown)
    page.focus_first()
    QTest.keyClicks(page.about.name, "Søren Friis")
    QTest.keyClick(page.about.name, Qt.Key.Key_Tab)
    QTest.keyClicks(page.about.title, "sagsbehandler")
    qtbot.waitUntil(lambda: about_me(office.context.vault) == AboutMe("Søren Friis", "sagsbehandler"))
    assert page.about.name.text() == "Søren Friis"


def test_what_is_half_typed_about_oneself_is_kept_on_leaving(
    page: SettingsPage, office: OpenOffice, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.about._shown)
    QTest.keyClicks(page.about.unit, "Familie og Børn")
    assert page.leave()
    assert about_me(office.context.vault) == AboutMe(unit="Familie og Børn")


def test_a_name_that_is_too_long_loses_nothing(page: SettingsPage, office: OpenOffice, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.about._shown)
    QTest.keyClicks(page.about.name, "Å" * 130)
    assert not page.leave()
    assert page.about.problem_of("name") == "Teksten er for lang. Brug højst 120 tegn."
    assert page.about.name.text() == "Å" * 130
    assert about_me(office.context.vault) == AboutMe()


@pytest.mark.parametrize(
    ("phone", "problem"),
    [("35 55 00 12", ""), ("+45 35550012", ""), ("", ""), ("35 55 00 1", "Et dansk nummer har otte cifre.")],
)
def test_a_number_is_looked_at_after_leaving_the_field_and_stops_nothing(
    page: SettingsPage, office: OpenOffice, qtbot: QtBot, phone: str, problem: str
) -> None:
    qtbot.waitUntil(lambda: page.about._shown)
    page.about.phone.setFocus()
    QTest.keyClicks(page.about.phone, phone)
    assert page.about.problem_of("phone") == ""
    QTest.keyClick(page.about.phone, Qt.Key.Key_Tab)
    assert page.about.problem_of("phone") == problem
    assert page.leave()
    qtbot.waitUntil(lambda: about_me(office.context.vault).phone == phone)


def test_what_is_said_of_oneself_goes_on_letters_and_nowhere_else() -> None:
    """The papers of the preparation print it as their sender; no meeting has a place for it."""
    assert {spec.privacy for spec in AboutCard.specs().values()} == {Reach.PAPER}
    assert set(AboutCard.specs()) == {one.name for one in fields(AboutMe)}
    assert not {one.name for one in fields(MeetingPlan)} & {"me", "about", "sender"}


def test_the_acute_number_is_kept_as_it_is_typed(page: SettingsPage, office: OpenOffice, qtbot: QtBot) -> None:
    office.settle(qtbot)
    page.acute.number.setFocus()
    QTest.keyClicks(page.acute.number, "Socialvagten 12 34 56 78")
    qtbot.waitUntil(lambda: acute_number(office.context.vault) == "Socialvagten 12 34 56 78")
    page.acute.number.selectAll()
    QTest.keyClicks(page.acute.number, "1" * 300)
    page.acute._typing.flush()
    office.settle(qtbot)
    assert page.acute.problem == "Teksten er for lang. Brug højst 120 tegn."
    assert acute_number(office.context.vault) == "Socialvagten 12 34 56 78"


def test_the_practice_of_a_municipality_is_chosen_and_kept(
    page: SettingsPage, office: OpenOffice, qtbot: QtBot
) -> None:
    office.settle(qtbot)
    assert page.practice.practice.key == ""
    pick(page.practice.practice, "aalborg")
    office.settle(qtbot)
    assert practice(office.context.vault) == "aalborg"
    page.enter()
    office.settle(qtbot)
    assert page.practice.practice.currentText() == "Aalborg: højst 120 minutter"
    meeting = Stories(office).meeting(Stories(office).case(), STARTS)
    plan = planned_meeting(office.context.vault, meeting, office.context.clock.now()).plan
    assert plan.method.hard_limit(interpreter=False) == 120
