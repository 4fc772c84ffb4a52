"""Getting in: unlocking, the first time, a forgotten passphrase. Each wrong turn is told and leads back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.access.passphrase_input import PassphraseInput
from netmoede_desktop.gui.access.recovery_code import OfferCodePage, ShowCodePage, TypeCodePage
from netmoede_desktop.gui.entry.first_run import FirstRunPage
from netmoede_desktop.gui.entry.message import TroublePage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.unlock import UnlockPage
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper, is_on_paper
from netmoede_desktop.services.vaults.opening import Entrance
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.problems import WrongPassphrase
from tests.gui.activation import bring_to_front
from tests.gui.conftest import dressed
from tests.gui.entry.entries import Entry, start_entry
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, files_of, surroundings

WRONG = "Adgangssætningen er forkert. Intet er ændret."
Start = Callable[[], Entry]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot, look: Look, t: Translator) -> Start:
    """Starts the program with the test's profile."""
    return lambda: start_entry(tmp_path / "profil", qtbot, look, t)


@pytest.fixture
def code(tmp_path: Path) -> str:
    """A closed vault in the test's profile whose recovery code, this one, is on paper."""
    made = Entrance(tmp_path / "profil", surroundings()).create(PASSPHRASE)
    with made.vault as vault:
        confirm_code_on_paper(vault)
    return made.recovery_code


def passphrase_line(entry: Entry) -> QLineEdit:
    assert isinstance(entry.focused, QLineEdit)
    return entry.focused


@pytest.mark.smoke
def test_the_right_passphrase_opens(start: Start, code: str) -> None:
    entry = start()
    entry.at(UnlockPage)
    entry.enter(PASSPHRASE)
    with entry.opened() as vault:
        assert is_on_paper(vault)
    assert len(entry.vaults) == 1


@pytest.mark.smoke
def test_a_wrong_passphrase_is_one_sentence_and_nothing_is_lost(start: Start, code: str, tmp_path: Path) -> None:
    before = files_of(tmp_path / "profil")
    entry = start()
    entry.enter("seks grønne både sejlede")
    assert entry.page.busy
    entry.at(UnlockPage)
    assert WRONG in entry.sentences
    line = passphrase_line(entry)
    assert line.selectedText() == line.text() == "seks grønne både sejlede"
    assert files_of(tmp_path / "profil") == before
    entry.type("s")
    assert WRONG not in entry.sentences
    entry.enter(PASSPHRASE)
    entry.opened().close()


def test_enter_without_a_passphrase_and_enter_twice(start: Start, code: str) -> None:
    entry = start()
    entry.enter()
    assert "Skriv din adgangssætning." in entry.sentences
    entry.type(PASSPHRASE)
    entry.press(Qt.Key.Key_Return)
    assert entry.page.busy
    entry.press(Qt.Key.Key_Return)
    entry.press(Qt.Key.Key_Escape)
    entry.opened().close()
    assert len(entry.vaults) == 1


def test_escape_empties_the_field(start: Start, code: str) -> None:
    entry = start()
    entry.type("halv")
    entry.press(Qt.Key.Key_Escape)
    assert passphrase_line(entry).text() == ""


def test_a_pasted_line_end_does_not_belong_to_the_passphrase(start: Start, code: str) -> None:
    entry = start()
    QApplication.clipboard().setText(PASSPHRASE + "\n")
    passphrase_line(entry).paste()
    entry.enter()
    entry.opened().close()


def test_the_passphrase_can_be_seen_and_is_hidden_again_when_it_is_tried(start: Start, code: str) -> None:
    entry = start()
    line = passphrase_line(entry)
    line.setText("forkert")
    entry.click("Vis")
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    entry.click("Skjul")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    entry.click("Vis")
    line.setFocus()
    entry.enter()
    assert line.echoMode() is QLineEdit.EchoMode.Password
    entry.at(UnlockPage)


def test_caps_lock_is_told(start: Start, code: str) -> None:
    entry = start()
    hint = "Caps Lock ser ud til at være slået til."
    line = passphrase_line(entry)
    for letter, modifier, told in (
        ("S", Qt.KeyboardModifier.ShiftModifier, False),
        ("s", Qt.KeyboardModifier.NoModifier, False),
        ("S", Qt.KeyboardModifier.NoModifier, True),
        ("7", Qt.KeyboardModifier.NoModifier, True),
        ("s", Qt.KeyboardModifier.NoModifier, False),
        ("s", Qt.KeyboardModifier.ShiftModifier, True),
    ):
        QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), modifier, letter))
        assert (hint in entry.sentences) is told, letter
    entry.press(Qt.Key.Key_CapsLock)
    assert hint not in entry.sentences


def test_a_window_closed_while_it_opens_lets_go_of_the_vault(start: Start, code: str, tmp_path: Path) -> None:
    entry = start()
    entry.enter(PASSPHRASE)
    entry.window.close()
    Entrance(tmp_path / "profil", surroundings()).open(PASSPHRASE).close()
    assert entry.vaults == []


@pytest.mark.smoke
def test_the_first_time_a_passphrase_is_chosen_and_its_code_typed_back(start: Start, tmp_path: Path) -> None:
    entry = start()
    entry.at(FirstRunPage)
    entry.enter("kort")
    entry.enter("kort")
    assert "Adgangssætningen er for kort. Brug mindst 14 tegn eller fire ord." in entry.sentences
    entry.enter(PASSPHRASE)
    entry.enter("seks grønne både sejlede")
    assert "De to er ikke ens. Skriv adgangssætningen igen, eller tryk »Vis«." in entry.sentences
    assert not (tmp_path / "profil").exists()
    entry.enter(PASSPHRASE)
    shown = code_on(entry)
    entry.click("Jeg har den på papir")
    entry.at(TypeCodePage)
    wrong = shown[:8] + next(letter for letter in "234" if letter != shown[8]) + shown[9:]
    entry.enter(wrong)
    assert "Tegn nummer 8, i gruppe 2, passer ikke. Se efter på papiret." in entry.sentences
    entry.enter(shown[:-1])
    assert "Der mangler 1 tegn." in entry.sentences
    assert entry.vaults == []
    entry.click("Vis koden igen")
    assert code_on(entry) == shown
    entry.click("Jeg har den på papir")
    entry.enter(shown.lower().replace("-", " "))
    with entry.opened() as vault:
        assert is_on_paper(vault)
    Entrance(tmp_path / "profil", surroundings()).open(PASSPHRASE).close()


@pytest.mark.parametrize("again", ["korrekt hest batteri klammer", "korrekt hest"])
def test_tab_goes_from_field_to_field_and_nothing_is_added_to_the_first(start: Start, again: str, qtbot: QtBot) -> None:
    entry = start()
    bring_to_front(entry.window, qtbot)
    page = entry.at(FirstRunPage)
    first, second = page.findChildren(PassphraseInput)
    for words, key in (("korrekt hest batteri klammer", Qt.Key.Key_Tab), (again, Qt.Key.Key_Tab)):
        QTest.keyClicks((QApplication.focusWidget() or page), words)
        QTest.keyClick((QApplication.focusWidget() or page), key)
    assert (first.text(), second.text()) == ("korrekt hest batteri klammer", again)
    assert not first.is_shown
    for button in (second.button, first.button):
        assert (QApplication.focusWidget() or page) is button
        QTest.keyClicks((QApplication.focusWidget() or page), "klammer")
        assert (first.text(), second.text()) == ("korrekt hest batteri klammer", again)
        QTest.keyClick(button, Qt.Key.Key_Tab)
    onward = QApplication.focusWidget()
    assert isinstance(onward, Button)
    assert onward.text().startswith("Gå videre")
    QTest.keyClick(onward, Qt.Key.Key_Backtab)
    QTest.keyClick((QApplication.focusWidget() or page), Qt.Key.Key_Space)
    assert first.is_shown


def code_on(entry: Entry) -> str:
    entry.at(ShowCodePage)
    groups = [text for text in entry.sentences if len(text) == 4 and text.isupper() | text.isdigit()]
    return "-".join(groups)


def test_a_passphrase_that_can_be_seen_is_typed_once(start: Start) -> None:
    entry = start()
    entry.type(PASSPHRASE)
    QTest.mouseClick(entry.focused.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert "Det er ikke nødvendigt, når du kan se, hvad du skriver." in entry.sentences
    entry.page.focus_first()
    entry.enter()
    entry.at(ShowCodePage)
    entry.window.close()


def test_how_far_a_passphrase_has_come_is_told_while_it_is_typed(start: Start) -> None:
    entry = start()
    told = []
    for part in ("seks ", "grønne ", "både ", "sejler ", "mod vest"):
        entry.type(part)
        told.append([text for text in entry.sentences if text in {"For kort", "Lang nok", "God"}])
    assert told == [["For kort"], ["For kort"], ["Lang nok"], ["God"], ["God"]]
    passphrase_line(entry).setText("aaaaaaaaaaaaaaaaaaaaaaaaa")
    assert "De samme få tegn igen og igen er lette at gætte." in entry.sentences
    passphrase_line(entry).setText("x" * 1025)
    assert "For lang" in entry.sentences


def test_a_code_that_was_never_typed_back_is_made_anew_after_the_next_opening(start: Start, tmp_path: Path) -> None:
    entry = start()
    entry.enter(PASSPHRASE)
    entry.enter(PASSPHRASE)
    lost = code_on(entry)
    entry.window.close()

    entry = start()
    entry.at(UnlockPage)
    entry.enter(PASSPHRASE)
    entry.at(OfferCodePage)
    entry.click("Lav en ny kode")
    shown = code_on(entry)
    assert shown != lost
    entry.click("Jeg har den på papir")
    entry.enter(shown)
    entry.opened().close()
    with Entrance(tmp_path / "profil", surroundings()).recover(shown, OTHER_PASSPHRASE) as vault:
        assert is_on_paper(vault)


@pytest.mark.parametrize("by_escape", [True, False])
def test_a_new_code_can_be_put_off_and_is_offered_again(start: Start, tmp_path: Path, by_escape: bool) -> None:
    Entrance(tmp_path / "profil", surroundings()).create(PASSPHRASE).vault.close()
    for _ in range(2):
        entry = start()
        entry.enter(PASSPHRASE)
        entry.at(OfferCodePage)
        if by_escape:
            entry.press(Qt.Key.Key_Escape)
        else:
            entry.click("Ikke nu")
        entry.opened().close()


def test_the_code_from_the_paper_lets_in_with_a_new_passphrase(start: Start, code: str, tmp_path: Path) -> None:
    entry = start()
    entry.click("Glemt adgangssætningen?")
    entry.at(RecoverPage)
    entry.enter(code[:-1])
    entry.page._ask()  # type: ignore[attr-defined]
    assert "Der mangler 1 tegn." in entry.sentences
    swapped = code[1] + code[0] + code[2:] if code[0] != code[1] else code[0] + code[2] + code[1] + code[3:]
    entry.enter(swapped)
    fill_new(entry)
    assert "Et sted er der en skrivefejl. Se efter på papiret, gruppe for gruppe." in entry.sentences
    entry.enter(RecoveryCode(12345).text())
    fill_new(entry)
    entry.at(RecoverPage)
    assert "Gendannelseskoden passer ikke til denne database." in entry.sentences
    entry.enter(code.lower())
    fill_new(entry)
    with entry.opened() as vault:
        assert is_on_paper(vault)
    entrance = Entrance(tmp_path / "profil", surroundings())
    with pytest.raises(WrongPassphrase):
        entrance.open(PASSPHRASE)
    entrance.open(OTHER_PASSPHRASE).close()


def fill_new(entry: Entry) -> None:
    entry.enter(OTHER_PASSPHRASE)
    entry.enter(OTHER_PASSPHRASE)


def test_escape_leads_back_and_what_was_typed_is_still_there(start: Start, code: str) -> None:
    entry = start()
    entry.type("halv sætning")
    entry.click("Glemt adgangssætningen?")
    entry.at(RecoverPage)
    entry.press(Qt.Key.Key_Escape)
    entry.at(UnlockPage)
    assert passphrase_line(entry).text() == "halv sætning"
    entry.click("Glemt adgangssætningen?")
    entry.click("Tilbage")
    entry.at(UnlockPage)


@pytest.mark.parametrize("page", ["unlock", "recover"])
def test_another_look_keeps_what_was_typed(start: Start, code: str, qapp: QApplication, page: str) -> None:
    entry = start()
    if page == "recover":
        entry.click("Glemt adgangssætningen?")
    entry.type("4F7K9")
    before = entry.page.typed()
    entry.window.set_look(dressed(qapp, ThemeName.DARK, 2.0))
    assert entry.page.typed() == before
    assert isinstance(entry.page, UnlockPage if page == "unlock" else RecoverPage)
    dressed(qapp)


def test_the_scale_is_asked_for_by_keys(start: Start, code: str) -> None:
    entry = start()
    asked: list[int] = []
    entry.window.scale_asked.connect(asked.append)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        entry.press(key, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1, -1, 0]


def test_a_mistake_of_our_own_is_told_calmly_and_can_be_tried_again(
    start: Start, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Entrance.open

    def broken(self: Entrance, passphrase: str) -> None:
        monkeypatch.setattr(Entrance, "open", whole)
        raise KeyError("en hemmelighed")

    monkeypatch.setattr(Entrance, "open", broken)
    entry = start()
    entry.enter(PASSPHRASE)
    entry.at(TroublePage)
    told = "Der skete en fejl i programmet (KeyError). Det, der var gemt, er der stadig."
    assert entry.sentences[-1] == told
    assert not any("hemmelighed" in text for text in entry.sentences)
    entry.click("Prøv igen")
    entry.opened().close()
