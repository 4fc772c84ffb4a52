"""The settings, a passphrase that is refused, and a new recovery code."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netmoede_desktop.gui.desk.office_page import ToSettings
from netmoede_desktop.gui.settings.new_code_page import NewCodePage
from tests.gui.every_page.office_sights import Office, sight


def settings(office: Office) -> None:
    office.office.context.vault.backup()
    office.go_to(ToSettings())


def _wrong_passphrase(office: Office) -> None:
    settings(office)
    access = office.settings().access
    for line, text in ((access.current, "x"), (access.new, "kort"), (access.repeat, "kort")):
        QTest.keyClicks(line, text)
    QTest.keyClick(access.repeat, Qt.Key.Key_Return)


def _new_code(office: Office) -> None:
    office.go_to(ToSettings())
    office.settings().code_asked.emit()
    office.settle()
    page = office.window.page
    assert isinstance(page, NewCodePage)


SETTINGS_SIGHTS = (
    sight("settings", settings),
    sight("a passphrase too short", _wrong_passphrase),
    sight("a new code", _new_code),
)
