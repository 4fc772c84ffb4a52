"""The referat after the meeting: corrected beside its pages, kept as it is typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.minutes.editing.corrections import (
    DayCorrection,
    FlagCorrection,
    PersonCorrection,
    TextCorrection,
)
from netmoede_desktop.gui.minutes.minutes_page import MinutesPage
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.services.minutes import minutes as service
from netmoede_desktop.services.minutes.minutes import preview_pdf
from netmoede_desktop.storage.problems import DiskFull
from tests.documents.render.machine_fonts import only_fonts_of
from tests.gui.conftest import dressed
from tests.gui.desks import OpenOffice
from tests.gui.meetings import shipped
from tests.gui.minutes.opened_minutes import Answers, Desktop, minutes_page, small_meeting, text_of
from tests.services.stories import family, read, speak, step


@pytest.fixture
def desktop(office: OpenOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    with minutes_page(office, small_meeting(tmp_path), Answers(tmp_path), qtbot) as desktop:
        yield desktop


def test_it_opens_with_the_agreements_beside_the_real_pages(desktop: Desktop) -> None:
    kept = desktop.kept()
    titles = [item.text() for item in desktop.page._outline.items.values()]
    assert titles[:3] == ["Aftaler", "Formål og sted", "Præsentationsrunde"]
    assert titles[-3:] == ["Godkend og udskriv", "Gem som fil", "Versioner og kontrol"]
    assert "agreement:1:text" in desktop.page._editor.fields
    assert desktop.page.preview.pdf == preview_pdf(kept.held, kept.draft)
    assert desktop.page._go.text() == "Godkend og udskriv …"
    assert desktop.page.focusWidget() is desktop.page._outline.items["agreements"]


def test_what_is_typed_is_kept_at_once_and_the_pages_follow(desktop: Desktop) -> None:
    key = desktop.note_key("mor")
    editor = desktop.editor(key)
    editor.setFocus()
    QTest.keyClicks(editor, "x")
    desktop.qtbot.waitUntil(lambda: key in desktop.kept().draft.corrections, timeout=1000)
    assert desktop.kept().draft.corrections[key] == editor.text
    assert desktop.page._saved.text() == "gemt 10.00.00"
    desktop.settle()
    assert editor.text in text_of(desktop.page.preview.pdf)


def test_letters_that_no_font_has_are_told_before_anything_is_printed(desktop: Desktop, tmp_path: Path) -> None:
    notice = desktop.page._letters
    with only_fonts_of(tmp_path / "ingen"):
        desktop.write(desktop.note_key("mor"), "Jeg siger 王.")
        desktop.settle()
        assert notice.text == "Disse tegn kan ikke skrives ud: 王."
        desktop.write(desktop.note_key("mor"), "Jeg siger ja.")
        desktop.settle()
        assert notice.text == ""


def test_who_goes_on_writing_is_kept_all_the_same(desktop: Desktop) -> None:
    key = desktop.note_key("mor")
    editor = desktop.editor(key)
    editor.setFocus()
    hand = QTimer(desktop.page)
    hand.timeout.connect(lambda: QTest.keyClicks(editor, "x"))
    hand.start(5)
    desktop.qtbot.waitUntil(lambda: key in desktop.page._work._minutes.draft.corrections, timeout=2000)
    hand.stop()
    assert "x" in str(desktop.kept().draft.corrections[key])


def test_a_field_says_whose_words_it_holds_and_how_they_were_said(desktop: Desktop) -> None:
    field = desktop.go_to_field(desktop.note_key("mor"))
    assert isinstance(field, TextCorrection)
    assert field.editor.accessibleName() == "Åse Holst, mor"
    assert field.editor.accessibleDescription() == "styrke"


def test_a_correction_can_be_taken_back(desktop: Desktop) -> None:
    key = desktop.note_key("ida")
    editor = desktop.editor(key)
    desktop.write(key, "Jeg hedder Ida Marie.")
    assert "Rettet. På mødet stod der: Jeg hedder Ida." in desktop.said()
    item = desktop.page._outline.items[desktop.page._current]
    assert item._spoken == "1 rettelse"
    desktop.press("Brug teksten fra mødet")
    assert desktop.page.save()
    assert editor.text == "Jeg hedder Ida."
    assert desktop.kept().draft.corrections == {}
    assert not any(sentence.startswith("Rettet") for sentence in desktop.said())
    editor.undo()
    assert editor.text == "Jeg hedder Ida Marie."


def test_people_days_and_ticks_are_corrected_too(desktop: Desktop) -> None:
    owner = desktop.go_to_field("agreement:1:owner")
    assert isinstance(owner, PersonCorrection)
    owner.choice.picked.emit(desktop.people["mor"])
    due = desktop.go_to_field("agreement:1:due")
    assert isinstance(due, DayCorrection)
    QTest.keyClicks(due.day.line, "2/12")
    gets = desktop.go_to_field(f"person:{desktop.people['sag']}:receives_minutes")
    assert isinstance(gets, FlagCorrection)
    gets.box.setChecked(False)
    assert desktop.page.save()
    record = desktop.kept().record
    assert record.agreements[0].owner == desktop.people["mor"]
    assert str(record.agreements[0].due) == "2026-12-02"
    assert not record.person(desktop.people["sag"]).receives_minutes
    gets.put_back()
    desktop.go_to_field("agreement:1:due").put_back()
    desktop.go_to_field("agreement:1:owner").put_back()
    assert desktop.page.save()
    assert desktop.kept().draft.corrections == {}


def test_it_says_that_it_is_not_approved_until_it_is_and_once_it_is_corrected_again(desktop: Desktop) -> None:
    assert "Ikke godkendt" in desktop.said()
    assert "Ikke godkendt" in text_of(desktop.page.preview.pdf)
    desktop.approve()
    assert "Ikke godkendt" not in desktop.said()
    desktop.page.go_to("agreements")
    desktop.settle()
    assert "godkendt" in text_of(desktop.page.preview.pdf)
    assert "kke godkendt" not in text_of(desktop.page.preview.pdf)
    desktop.press("Ret i en ny version")
    desktop.write(desktop.note_key("mor"), "Jeg er mor til Ida.")
    desktop.settle()
    assert "Ikke godkendt" in desktop.said()


def test_r027_who_made_the_referat_is_corrected_with_the_keyboard(desktop: Desktop) -> None:
    leader = desktop.kept().held.responsible
    responsible, author = desktop.go_to_field("responsible"), desktop.page._editor.fields["author"]
    assert isinstance(responsible, PersonCorrection)
    assert isinstance(author, PersonCorrection)
    assert (responsible.choice.key, author.choice.key) == (leader, leader)
    assert responsible.choice.findText("Vælg") < 0
    author.focus()
    QTest.keyClicks(author.choice, "Åse")
    assert desktop.page.save()
    record = desktop.kept().record
    assert (record.responsible, record.author) == (leader, desktop.people["mor"])
    desktop.settle()
    assert "Åse Holst har skrevet referatet." in text_of(desktop.page.preview.pdf)


def test_r027_a_referat_of_a_meeting_without_a_leader_asks_whose_it_is(
    office: OpenOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    nobody = "Vælg, hvem der er ansvarlig for referatet."
    scenario = read(tmp_path, speak("ida"), step("finish"), people=family()[:-1])
    with minutes_page(office, scenario, Answers(tmp_path), qtbot) as desktop:
        responsible = desktop.go_to_field("responsible")
        assert isinstance(responsible, PersonCorrection)
        assert nobody in desktop.said()
        responsible.choice.picked.emit(desktop.people["sag"])
        assert desktop.page.save()
        assert nobody not in desktop.said()
        assert desktop.kept().record.responsible == desktop.people["sag"]


def test_where_the_next_meeting_is_is_corrected_and_stands_on_the_paper(
    office: OpenOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    agreed = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 (a scenario's wall time)
    with minutes_page(office, small_meeting(tmp_path, agreed), Answers(tmp_path), qtbot) as desktop:
        assert desktop.editor("next_place").text == "Biblioteket"
        assert "Tirsdag 19. januar 2027 kl. 16.00" in desktop.said()
        desktop.write("next_place", "Kulturhuset, sal B")
        desktop.settle()
        assert "19. januar 2027 kl. 16.00, Kulturhuset, sal B" in text_of(desktop.page.preview.pdf)
        desktop.press("Brug teksten fra mødet")
        assert desktop.page.save()
        assert desktop.kept().draft.corrections == {}


def test_a_day_that_is_typed_later_is_meant_from_the_day_of_the_meeting(desktop: Desktop) -> None:
    desktop.office.clock.forward(days=60)
    for typed, day in (("fredag", "2026-11-27"), ("4/12", "2026-12-04")):
        due = desktop.go_to_field("agreement:1:due")
        assert isinstance(due, DayCorrection)
        due.day.line.clear()
        QTest.keyClicks(due.day.line, typed)
        assert desktop.page.save()
        assert str(desktop.kept().record.agreements[0].due) == day


def test_writing_in_the_last_line_gives_a_place_for_one_more(desktop: Desktop) -> None:
    desktop.write("board:0", "Ida sover bedst hos farmor")
    fields = desktop.page._editor.fields
    assert list(fields) == ["board:0", "board:1"]
    desktop.write("board:1", "Vi ses igen")
    assert desktop.kept().record.board == ("Ida sover bedst hos farmor", "Vi ses igen")


def test_a_reservation_that_is_nobodys_is_pointed_out(desktop: Desktop) -> None:
    missing = "Vælg, hvem der siger det. Ellers kommer det ikke med på papiret."
    desktop.write("reservation:1:text", "Det går for hurtigt")
    assert missing in desktop.said()
    whose = desktop.go_to_field("reservation:1:person")
    assert isinstance(whose, PersonCorrection)
    whose.choice.picked.emit(desktop.people["mor"])
    assert desktop.page.save()
    assert missing not in desktop.said()
    assert [one.text for one in desktop.kept().record.reservations] == ["Ikke sikker på dagen", "Det går for hurtigt"]


def test_what_may_not_be_empty_says_so_and_keeps_what_it_was(desktop: Desktop) -> None:
    desktop.write("agreement:1:text", "  ")
    assert "Teksten er tom. Skriv mindst ét ord." in desktop.said()
    assert desktop.kept().record.agreements[0].text == "Bent henter om onsdagen"
    desktop.write("agreement:1:text", "Bent henter om torsdagen")
    assert "Teksten er tom. Skriv mindst ét ord." not in desktop.said()


def test_a_full_disk_loses_nothing(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull(errno=28)

    key = desktop.note_key("ida")
    with monkeypatch.context() as broken:
        broken.setattr(service, "correct", full)
        desktop.editor(key).setPlainText("Jeg hedder Ida Marie.")
        desktop.qtbot.waitUntil(lambda: desktop.page._trouble.isVisible())
        assert not desktop.page.leave()
    assert "Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen." in desktop.said()
    assert desktop.kept().draft.corrections == {}
    desktop.press("Prøv igen")
    assert desktop.kept().draft.corrections[key] == "Jeg hedder Ida Marie."
    assert not desktop.page._trouble.isVisible()


def test_what_was_corrected_is_there_when_it_is_opened_again(
    desktop: Desktop, office: OpenOffice, qtbot: QtBot
) -> None:
    key = desktop.note_key("ida")
    desktop.editor(key).setPlainText("Jeg hedder Ida Marie.")
    assert desktop.page.leave()
    again = MinutesPage(office.context, desktop.meeting, desktop.answers)
    qtbot.addWidget(again)
    section = next(one for one in again._work.sections if key in {field.key for field in one.fields})
    assert section.changed == 1
    again.leave()


def test_a_meeting_that_is_not_there_or_not_over_has_no_referat(office: OpenOffice, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        MinutesPage(office.context, "nowhere", Answers(tmp_path))


def test_thirty_agreements_come_bit_by_bit_and_all_of_them(office: OpenOffice, tmp_path: Path, qtbot: QtBot) -> None:
    agreements = [step("agree", text=f"Bent henter dag {number}", who="far") for number in range(1, 31)]
    scenario = read(tmp_path, speak("ida"), *agreements, step("finish"))
    with minutes_page(office, scenario, Answers(tmp_path), qtbot) as desktop:
        desktop.page.go_to("purpose")
        desktop.page.go_to("agreements")
        begun = len(desktop.page._editor.fields)
        desktop.settle()
        assert begun < len(desktop.page._editor.fields) == 30 * 5


def test_a_very_long_note_scrolls_in_itself(desktop: Desktop) -> None:
    key = desktop.note_key("ida")
    editor = desktop.editor(key)
    editor.setPlainText("Mikkel ringer om aftenen. " * 2000)
    assert editor.height() < desktop.page.height()
    editor.setPlainText("Kort.")
    assert editor.height() < 60
    desktop.settle()


def test_pasted_text_is_plain_and_one_line_where_one_is_meant(desktop: Desktop) -> None:
    rich = QMimeData()
    rich.setHtml("<b>Bent</b> henter<br>om fredagen")
    rich.setText("Bent\u200b henter\nom fredagen")
    sign = desktop.editor("agreement:1:sign")
    sign.insertFromMimeData(rich)
    assert sign.text == "Bent henter om fredagen"


@pytest.mark.parametrize(("size", "compact"), [((1366, 768), False), ((900, 700), True), ((1366, 500), True)])
def test_where_room_is_short_text_and_pages_are_tabs(desktop: Desktop, size: tuple[int, int], compact: bool) -> None:
    page = desktop.page
    page.resize(*size)
    desktop.settle()
    assert page._tabs.isVisible() is compact
    assert page._outline.isVisible() is not compact
    assert page.preview.isVisible() is not compact
    if compact:
        page._tabs.setCurrentIndex(1)
        assert page.preview.isVisible()
        assert not page._editor.isVisible()
        page._outline.choice.picked.emit("purpose")
        page._tabs.setCurrentIndex(0)
        assert "purpose" in page._editor.fields


def test_at_twice_the_size_it_fits_a_small_laptop(
    desktop: Desktop, office: OpenOffice, qtbot: QtBot, qapp: QApplication
) -> None:
    look = dressed(qapp, ThemeName.DARK, 2.0)
    page = MinutesPage(replace(office.context, look=look), desktop.meeting, desktop.answers)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    assert (page.width(), page.height()) == (1366, 768)
    page.leave()


def test_the_keyboard_goes_through_it_in_reading_order_and_all_has_a_name(desktop: Desktop) -> None:
    page = desktop.page
    page.go_to("purpose")
    desktop.settle()
    first = page._outline.items["agreements"]
    first.setFocus()
    seen: list[QWidget] = []
    here: QWidget | None = first
    while here is not None and here not in seen:
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = page.focusWidget()
    names = [one.accessibleName() for one in seen]
    assert all(names)
    order = ["Aftaler", "Godkend og udskriv", "Formål", "Sted", "Hele bredden", "Sådan ser papiret ud"]
    places = [names.index(name) for name in [*order, "Til overblikket", "Godkend og udskriv …"]]
    assert places == sorted(places)


def test_point_four_stands_once_over_its_parts_in_the_outline(office: OpenOffice, tmp_path: Path, qtbot: QtBot) -> None:
    """In the list beside the pages, in its place before the first of 4a, 4b and 4c that has words."""
    with minutes_page(office, shipped("hlb-1"), Answers(tmp_path), qtbot) as desktop:
        column = desktop.page._outline._sections.column
        shown = [column.itemAt(place).widget() for place in range(column.count())]  # type: ignore[union-attr]
        texts = [one.text() for one in shown if isinstance(one, Label | NavItem)]
        heading = "4. Drøftelse af de konkrete indsatser"
        assert texts.count(heading) == 1
        after = texts[texts.index(heading) + 1 :]
        assert texts[: texts.index(heading)] == ["2. Præsentationsrunde", "3. Formålet med mødet"]
        assert after[:5] == [
            "4a. De indsatser, som allerede er igangsat",
            "4b. Om der skal igangsættes nye indsatser",
            "4c. Hvem har ansvaret, og hvad er deadline?",
            "5. Familiens oplevelse af mødet",
            "6. Afrunding",
        ]
        assert heading not in desktop.page._outline.items


def test_the_referat_is_offered_to_grown_ups_who_were_here(office: OpenOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with minutes_page(office, shipped("hlb-1"), Answers(tmp_path), qtbot) as desktop:
        people = desktop.kept().held.people
        [minutes] = [one for one in desktop.page._work.sections if one.key == "minutes"]
        here = {one.id for one in people if one.role is not Role.CHILD and one.attendance is not Attendance.ABSENT}
        for field in minutes.fields:
            offered = [person for person, _ in field.options if person]
            assert set(offered) == here
            family = [one.id for one in people if one.id in here and one.role in (Role.PARENT, Role.PRIVATE)]
            assert offered[-len(family) :] == family, "who came with a task stands first"
