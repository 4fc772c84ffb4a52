"""From the end of the meeting to paper in two presses; and into files, and back to the version a file is."""

import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.papers import AGREEMENTS, CALENDAR, MINUTES
from netmoede_desktop.gui.minutes.out import print_pane
from netmoede_desktop.services.minutes.minutes import REASON, which_version
from netmoede_desktop.storage.values import AuditAct
from tests.gui.desks import OpenOffice
from tests.gui.minutes.opened_minutes import Answers, Desktop, minutes_page, pages_of, small_meeting, text_of
from tests.services.stories import step

HANDED_OVER = "»sag.netmoede« er en sag, der er givet videre, og bliver ikke skrevet over. Vælg et andet navn."


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path)


@pytest.fixture(autouse=True)
def two_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print two papers here, whichever others there are."""
    monkeypatch.setattr(print_pane, "MEETING_PAPERS", (MINUTES, AGREEMENTS))


@pytest.fixture
def desktop(office: OpenOffice, tmp_path: Path, answers: Answers, qtbot: QtBot) -> Iterator[Desktop]:
    with minutes_page(office, small_meeting(tmp_path), answers, qtbot) as desktop:
        yield desktop


def acts(desktop: Desktop) -> list[AuditAct]:
    with desktop.office.context.vault.transaction() as store:
        return [entry.act for entry in store.audit.about()]


def reasons(desktop: Desktop) -> list[object]:
    with desktop.office.context.vault.transaction() as store:
        return [store.settings.get(name) for name in store.settings.names(REASON)]


def saved(desktop: Desktop, paper: str, file: Path) -> bytes:
    desktop.answers.file = file
    desktop.page.go_to("way:files")
    desktop.press(f"Gem {paper}")
    desktop.settle()
    return file.read_bytes()


def test_two_presses_approve_and_print_a_copy_for_each(desktop: Desktop) -> None:
    go = desktop.page._go
    go.click()
    desktop.settle()
    assert (
        "Når du godkender, låses referatet som version 1. Retter du det senere, bliver det version 2." in desktop.said()
    )
    assert go.text() == "Godkend og udskriv 14 papirer"
    go.click()
    desktop.settle()
    version = desktop.kept().version
    assert version is not None
    shown = desktop.page.preview.pdf
    assert which_version(desktop.office.context.vault, shown) == version
    # The agreements were printed last and into the same file: seven copies of one page.
    assert pages_of(desktop.answers.printed.read_bytes()) == 7
    pages = 7 * pages_of(shown) + 7
    assert f"{pages} sider er sendt til printeren." in desktop.said()
    assert [act.name for act in acts(desktop)] == ["minutes_approved", "printed", "printed"]
    assert go.text() == "Udskriv 14 papirer"


def test_a_double_click_or_a_key_held_down_is_one_press(desktop: Desktop) -> None:
    go = desktop.page._go
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(go, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(go, Qt.MouseButton.LeftButton)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "", True)
    for _ in range(10):
        QApplication.sendEvent(go, held)
    desktop.settle()
    assert desktop.page._print.isVisible()
    assert desktop.kept().version is None


def test_ctrl_enter_presses_the_big_button_from_anywhere(desktop: Desktop) -> None:
    editor = desktop.editor(desktop.note_key("ida"))
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desktop.page._print.isVisible()
    QTest.keyClick(desktop.page._print, Qt.Key.Key_Escape)
    assert desktop.page._editor.isVisible()
    assert desktop.kept().draft.corrections == {}


def test_an_approved_referat_is_locked_and_says_which_version_it_is(desktop: Desktop) -> None:
    desktop.approve()
    version = desktop.kept().version
    assert version is not None
    words = f"Version 1 · {version.short_hash} · godkendt 23. november 2026 kl. 10.00"
    assert desktop.page._version.words == words
    editor = desktop.editor(desktop.note_key("ida"))
    assert editor.isReadOnly()
    desktop.settle()
    assert f"version 1 · {version.short_hash}" in text_of(desktop.page.preview.pdf)


def test_a_later_correction_becomes_the_next_version(desktop: Desktop) -> None:
    desktop.approve()
    desktop.press("Ret i en ny version")
    assert desktop.page._version.words == ""
    desktop.write(desktop.note_key("ida"), "Jeg hedder Ida Marie.")
    desktop.page.go_to("way:print")
    desktop.settle()
    assert (
        "Når du godkender, låses referatet som version 2. Retter du det senere, bliver det version 3." in desktop.said()
    )
    desktop.press("Godkend uden at udskrive")
    desktop.settle()
    desktop.page.go_to("way:versions")
    cards = [card.accessibleName().split(" · ")[0] for card in desktop.page._versions._cards]
    assert cards == ["Version 2", "Version 1"]


def test_without_a_printer_the_agreements_can_be_shown(office: OpenOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with minutes_page(office, small_meeting(tmp_path), Answers(tmp_path, names=()), qtbot) as desktop:
        desktop.page._go.click()
        desktop.settle()
        assert desktop.page._go.text() == "Godkend"
        assert "Der er ingen printer her. Gem referatet som fil, eller vis aftalerne for rummet." in desktop.said()
        with qtbot.waitSignal(desktop.page.show_agreements):
            desktop.page._print._without._action.click()
        desktop.page._go.click()
        desktop.settle()
        assert desktop.kept().version is not None
        assert desktop.page._go.text() == "Gem som fil …"
        desktop.page._go.click()
        assert desktop.page._files.isVisible()


def test_fewer_copies_and_only_one_paper(desktop: Desktop) -> None:
    desktop.page.go_to("way:print")
    desktop.settle()
    pane = desktop.page._print
    pane._lines[AGREEMENTS].tick.setChecked(False)
    pane._lines[MINUTES].count.set_count(3)
    desktop.press("Ét eksemplar færre: Referat")
    assert desktop.page._go.text() == "Godkend og udskriv 2 papirer"
    desktop.page._go.click()
    desktop.settle()
    assert pages_of(desktop.answers.printed.read_bytes()) == 2 * pages_of(desktop.page.preview.pdf)


def test_the_systems_own_dialog_prints_as_many_as_it_was_told(desktop: Desktop) -> None:
    desktop.page.go_to("way:print")
    desktop.settle()
    desktop.page._print._lines[AGREEMENTS].tick.setChecked(False)
    desktop.answers.adjusted = 4
    desktop.press("Flere indstillinger …")
    desktop.settle()
    assert pages_of(desktop.answers.printed.read_bytes()) == 4 * pages_of(desktop.page.preview.pdf)


def test_a_printer_that_takes_nothing_is_told_of(desktop: Desktop, tmp_path: Path) -> None:
    desktop.answers.folder = tmp_path / "no such folder"
    desktop.page._go.click()
    desktop.settle()
    desktop.page._go.click()
    desktop.settle()
    assert "Mappen »no such folder« findes ikke. Lav den først, eller vælg en anden." in desktop.said()
    assert desktop.kept().version is not None


def test_an_address_stops_the_paper_until_somebody_says_why(
    office: OpenOffice, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    scenario = small_meeting(tmp_path, step("park", text="Huset på Vestergade 12"), protected="mor")
    with minutes_page(office, scenario, answers, qtbot) as desktop:
        desktop.page._go.click()
        desktop.settle()
        found = "På papiret står: »Vestergade 12«. Ret det, eller skriv, hvorfor det må stå der."
        assert f"Åse Holst har beskyttet adresse. {found}" in desktop.said()
        desktop.page._go.click()
        desktop.settle()
        assert "Skriv, hvorfor papiret må gives videre med de ord." in desktop.said()
        assert desktop.kept().version is None
        desktop.page._print.protection._reason.setText("Det er skolens adresse")
        desktop.page._go.click()
        desktop.settle()
        assert desktop.kept().version is not None
        assert reasons(desktop) == ["Det er skolens adresse"] * 3


def test_a_press_before_the_paper_was_seen_through_waits_for_it(
    office: OpenOffice, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    scenario = small_meeting(tmp_path, step("park", text="Huset på Vestergade 12"), protected="mor")
    with minutes_page(office, scenario, answers, qtbot) as desktop:
        desktop.page._go.click()
        desktop.page._go.click()
        desktop.settle()
        assert desktop.kept().version is None
        assert "Skriv, hvorfor papiret må gives videre med de ord." in desktop.said()
        answers.file = tmp_path / "ud.pdf"
        desktop.page.go_to("way:files")
        desktop.press("Gem Referat")
        desktop.settle()
        assert not answers.file.exists()
        assert answers.asked == []


def test_a_protected_address_that_is_told_nowhere_is_only_named(
    office: OpenOffice, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    with minutes_page(office, small_meeting(tmp_path, protected="mor"), answers, qtbot) as desktop:
        desktop.page.go_to("way:files")
        desktop.settle()
        calm = "Papiret ser ikke ud til at røbe den. Kig selv efter, før du giver det videre."
        assert f"Åse Holst har beskyttet adresse. {calm}" in desktop.said()
        assert saved(desktop, "Referat", tmp_path / "r.pdf").startswith(b"%PDF")


def test_papers_are_saved_under_names_that_tell_nothing(desktop: Desktop, tmp_path: Path) -> None:
    desktop.approve()
    for paper, ending, begins in (
        ("Referat", "pdf", b"%PDF"),
        ("Aftaleoversigt", "pdf", b"%PDF"),
        ("Referat til Word", "docx", b"PK"),
    ):
        assert saved(desktop, paper, tmp_path / f"ud.{ending}").startswith(begins)
        assert f"Gemt som ud.{ending}." in desktop.said()
    names = [asked.name for asked in desktop.answers.asked]
    assert names == ["referat-2026-11-23.pdf", "aftaler-2026-11-23.pdf", "referat-2026-11-23.docx"]
    assert [act.name for act in acts(desktop)][-3:] == ["exported"] * 3
    disabled = [offer.paper for offer, button in desktop.page._files.buttons.items() if not button.isEnabled()]
    assert disabled == [CALENDAR]


def test_the_next_meeting_goes_into_a_calendar(
    office: OpenOffice, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    again = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a scenario's local time
    with minutes_page(office, small_meeting(tmp_path, again), answers, qtbot) as desktop:
        entry = saved(desktop, "Næste møde", tmp_path / "ud.ics")
        assert b"BEGIN:VEVENT" in entry
        assert b"Ida" not in entry
        assert answers.asked[0].name == f"naeste-moede-{date(2026, 11, 23)}.ics"


def test_thinking_better_of_it_saves_nothing(desktop: Desktop) -> None:
    desktop.page.go_to("way:files")
    desktop.press("Gem Referat")
    desktop.settle()
    assert acts(desktop) == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "full"), "Disken er fuld. Gør plads, og prøv igen."),
        (
            PermissionError(errno.EACCES, "no"),
            "Du har ikke lov til at skrive i den mappe. Intet er gemt. Vælg en anden mappe.",
        ),
        (OSError(errno.EIO, "broken"), "Filen kunne ikke gemmes der. Intet er gemt. Vælg et andet sted."),
    ],
)
def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    folder = tmp_path / "ud"
    folder.mkdir()
    monkeypatch.setattr(os, "fsync", refuse)
    desktop.answers.file = folder / "referat.pdf"
    desktop.page.go_to("way:files")
    desktop.press("Gem Referat")
    desktop.settle()
    assert told in desktop.said()
    assert list(folder.iterdir()) == []


def test_a_file_is_told_to_be_the_version_it_is(desktop: Desktop, tmp_path: Path) -> None:
    desktop.approve()
    first = saved(desktop, "Referat", tmp_path / "en.pdf")

    def told(content: bytes) -> str:
        (tmp_path / "fil.pdf").write_bytes(content)
        desktop.answers.file = tmp_path / "fil.pdf"
        desktop.page.go_to("way:versions")
        desktop.press("Vælg en PDF …")
        desktop.settle()
        return desktop.page._versions._answer.text

    assert told(first).startswith("Filen er uændret og den nyeste: Version 1 · ")
    assert told(first + b" ") == "Filen er ikke en af de godkendte versioner, eller den er ændret bagefter."
    desktop.press("Ret i en ny version")
    desktop.write(desktop.note_key("ida"), "Jeg hedder Ida Marie.")
    desktop.approve()
    assert told(first).startswith("Filen er uændret, men der er kommet en nyere: Version 1 · ")


def test_work_that_takes_long_is_shown_and_can_be_stopped(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop.approve()
    hold = threading.Event()
    desktop.office.context.lane.run(lambda: hold.wait(10), lambda _: None, lambda _: None)
    desktop.page._go.click()
    desktop.page._export._out._slow.timeout.emit()
    desktop.page._print.show_progress(1, 21)
    assert "Udskriver side 1 af 21 …" in desktop.said()
    desktop.press("Stop udskrivningen")
    assert "Udskriver side 1 af 21 …" not in desktop.said()
    hold.set()
    desktop.settle()
    assert not desktop.answers.printed.exists()
    assert desktop.page._go.text() == "Udskriv 14 papirer"


def test_leaving_while_it_prints_lets_it_finish_and_tells_nobody(
    office: OpenOffice, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    hold = threading.Event()
    with minutes_page(office, small_meeting(tmp_path), answers, qtbot) as desktop:
        desktop.approve()
        office.context.lane.run(lambda: hold.wait(10), lambda _: None, lambda _: None)
        desktop.page._go.click()
        assert desktop.page._go.text() == "Vent lidt …"
        assert desktop.page.leave()
        hold.set()
        office.settle(qtbot)
    assert pages_of(answers.printed.read_bytes()) == 7


def test_a_press_while_something_is_on_its_way_does_nothing_more(desktop: Desktop) -> None:
    desktop.page._go.click()
    desktop.settle()
    for _ in range(10):
        desktop.page._go.click()
    desktop.settle()
    assert [act.name for act in acts(desktop)] == ["minutes_approved", "printed", "printed"]


def test_a_place_that_is_not_for_papers_is_told_and_another_can_be_chosen(desktop: Desktop, tmp_path: Path) -> None:
    """Nothing is logged as having left, and the file that stood there is as it was."""
    desktop.approve()
    logged = len(acts(desktop))
    profile = desktop.office.context.profile
    store = (profile / "vault" / "store.db").read_bytes()
    desktop.page.go_to("way:files")
    for file, told in (
        (profile / "vault" / "store.db", "»store.db« ligger, hvor programmet gemmer møderne. Vælg en anden mappe."),
        (tmp_path / "sag.netmoede", HANDED_OVER),
    ):
        if not file.exists():
            file.write_bytes(b"en andens")
        desktop.answers.file = file
        desktop.press("Gem Referat")
        desktop.settle()
        assert told in desktop.said()
    assert (tmp_path / "sag.netmoede").read_bytes() == b"en andens"
    assert (profile / "vault" / "store.db").read_bytes() == store
    assert len(acts(desktop)) == logged
    assert saved(desktop, "Referat", tmp_path / "r.pdf").startswith(b"%PDF")
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "r.pdf").stat().st_mode) == 0o600


def test_a_file_to_print_into_goes_through_the_same_door(desktop: Desktop) -> None:
    desktop.approve()
    desktop.answers.printed.mkdir()
    desktop.page.go_to("way:print")
    desktop.settle()
    desktop.page._go.click()
    desktop.settle()
    assert "»printed.pdf« er en mappe. Skriv også, hvad filen skal hedde." in desktop.said()
