"""*Er mødet klar?* in the window: one must at a time, reasons given and taken back, and what *Start møde* asks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import InterpreterFacts, Override
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Level, PageField, State
from netmoede_desktop.gui.desk.office_page import Destination, ToMeeting, ToOverview, ToPreparation
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.overview.overview_page import OverviewPage
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import BIRTH_YEAR, PreparationStep, has_field
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Sign
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from netmoede_desktop.services.settings.about_me import save_about_me
from netmoede_desktop.services.settings.preferences import Preferences
from tests.gui.desks import NOW, OpenOffice, open_office
from tests.gui.listening import listen
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import opened, purpose_page, unfolded
from tests.services.preparation.waived import waive_all


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    with open_office(tmp_path, look, t) as office:
        yield office


def overrides(page: PreparationPage, office: OpenOffice) -> tuple[Override, ...]:
    context = office.context
    return planned_meeting(context.vault, page.bridge.meeting_id, context.clock.now()).facts.meeting.overrides


def press(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def write(text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClicks(here, text)
    QTest.keyClick(here, key)


def family_interprets(known: KnownFacts) -> KnownFacts:
    facts = InterpreterFacts(needed=True, name="Amina Yusuf", birth_year=1980, family=True)
    return replace(known, meeting=replace(known.meeting, interpreter=facts))


def test_the_bar_has_a_block_for_each_rule_and_the_words_say_the_same(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    signs = page.readiness.bar.signs
    meeting = page.bridge.meeting
    assert meeting is not None
    assert len(signs) == sum(verdict.state is not State.NOT_APPLICABLE for verdict in meeting.verdicts)
    done, musts = signs.count(Sign.IN_PLACE), signs.count(Sign.MUST)
    assert page.readiness.count.text == f"{done} af {len(signs)} er på plads · {musts} skal klares"
    assert list(signs) == sorted(signs, key=[4, 3, 0, 1, 2].index)
    assert "%" not in page.readiness.count.text


def test_one_must_is_shown_and_the_others_are_one_press_away(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    others = page.readiness.bar.signs.count(Sign.MUST) - 1
    assert page.readiness.musts.buttons == ()
    assert page.readiness.musts.more.text() == f"{others} mere skal klares"
    press(page.readiness.musts.more)
    assert len(page.readiness.musts.buttons) == others
    assert page.readiness.musts.more.isHidden()


def test_what_is_in_place_is_folded_after_six(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    section = page.readiness.in_place
    folded = len(section.rows) - 6
    assert (len(section.buttons), section.more.text()) == (6, f"{folded} mere")
    press(section.more)
    assert len(section.buttons) == len(section.rows)
    assert section.buttons[6].hasFocus()


@pytest.mark.smoke
def test_a_rule_is_waived_with_a_reason_in_its_card_and_the_reason_is_taken_back(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    card = page.readiness.card
    assert card.shown is not None
    [rule] = card.shown.rules
    title = card.shown.title
    press(card.waive)
    assert card.reason.hasFocus() and not card.act.isVisible()
    write("   ")
    assert card.reason_field.problem == "Skriv med få ord, hvorfor."
    assert overrides(page, office) == ()
    write("Vi er 10 og sidder i ring.")
    assert [(one.rule, one.reason, one.at) for one in overrides(page, office)] == [
        (rule, "Vi er 10 og sidder i ring.", NOW)
    ]
    [row] = page.readiness.overridden.rows
    assert (row.rule, row.name, row.signed) == (rule, title, "»Vi er 10 og sidder i ring.« 23. nov.")
    assert card.shown.rules != (rule,) and not card.asking
    [undo] = [one for one in page.readiness.overridden.findChildren(Button) if one.text() == "Ret"]
    press(undo)
    assert overrides(page, office) == ()
    assert card.shown.rules == (rule,)
    assert (card.reason.text, card.reason.hasFocus()) == ("Vi er 10 og sidder i ring.", True)
    QTest.keyClick(card.reason, Qt.Key.Key_Escape)
    assert (card.reason_field.isHidden(), card.waive.hasFocus()) == (True, True)
    assert overrides(page, office) == ()


def test_a_stop_has_no_way_round_it_and_closes_the_start(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, people=(*PEOPLE, ("Amina Yusuf", Role.INTERPRETER, "tolk")))
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    page.bridge.change_facts("test", family_interprets)
    office.settle(qtbot)
    meeting = page.bridge.meeting
    assert meeting is not None
    [stop] = [one for one in meeting.verdicts if one.level is Level.STOP and one.open]
    card = page.readiness.card
    assert card.shown is not None and card.shown.rules == (stop.rule,), "a stop comes first"
    assert card.waive.isHidden() and card.reason_field.isHidden()
    press(page.side.start)
    assert asked == []
    assert page.side._stopped.text() == f"Mødet kan ikke startes: {card.shown.title}."


def test_the_start_asks_one_reason_for_all_that_is_open_and_then_starts(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    meeting = page.bridge.meeting
    assert meeting is not None
    wanting = {one.rule for one in meeting.verdicts if one.level is Level.REASON and one.open}
    press(page.side.start)
    card = page.readiness.card
    assert card.shown is not None and card.shown.title == f"{len(wanting)} ting er ikke på plads"
    assert card.reason.hasFocus() and asked == []
    write("Det er aftalt med familien i telefonen.")
    assert asked == [ToMeeting(page.bridge.meeting_id)]
    assert {one.rule for one in overrides(page, office)} == wanting
    assert {one.reason for one in overrides(page, office)} == {"Det er aftalt med familien i telefonen."}


def test_the_start_is_given_up_and_nothing_is_waived(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    press(page.side.start)
    write("Fordi", Qt.Key.Key_Escape)
    card = page.readiness.card
    assert card.shown is not None and len(card.shown.rules) == 1
    assert page.side.start.hasFocus()
    assert overrides(page, office) == ()


def test_a_meeting_that_is_ready_says_so_and_starts_at_once(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    meeting = page.bridge.meeting
    assert meeting is not None
    ready = tuple(one for one in meeting.verdicts if one.state is State.IN_PLACE)
    page.bridge.shown.emit(replace(meeting, verdicts=ready))
    assert page.readiness.ready.isVisible() and not page.readiness.card.isVisible()
    assert page.readiness.count.text == f"{len(ready)} af {len(ready)} er på plads"
    press(page.side.start)
    assert asked == [ToMeeting(page.bridge.meeting_id)]


def test_the_count_is_heard_once_when_it_changes(
    office: OpenOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, purpose="")
    heard = listen(monkeypatch)
    QTest.keyClicks(purpose_page(page).purpose, "Ro")
    assert page.leave()
    office.settle(qtbot)
    page.enter()
    office.settle(qtbot)
    assert heard.take() == [page.readiness.count.text]


def test_a_row_says_its_sign_to_somebody_who_does_not_see_it(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    interface = QAccessible.queryAccessibleInterface(unfolded(page, "purpose"))
    assert interface.text(QAccessible.Text.Description) == "på plads"


def test_a_half_written_reason_is_there_again_in_a_rebuilt_window(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    press(page.readiness.card.waive)
    QTest.keyClicks(page.readiness.card.reason, "Vi er kun")
    other = PreparationPage(office.context, page.bridge.meeting_id)
    qtbot.addWidget(other)
    other.show()
    other.restore_view_state(page.view_state)
    other.enter()
    office.settle(qtbot)
    assert (other.readiness.card.asking, other.readiness.card.reason.text) == (True, "Vi er kun")


# -- from the overview


def window_of(office: OpenOffice, qtbot: QtBot) -> OfficeWindow:
    window = OfficeWindow(office.context, Preferences(), office.context.profile / "keys.toml")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_overview_starts_no_meeting_before_its_reason_is_given(office: OpenOffice, qtbot: QtBot) -> None:
    stories = Stories(office)
    meeting = stories.meeting(stories.case(), NOW.replace(tzinfo=None, hour=16))
    window = window_of(office, qtbot)
    led: list[str] = []
    window.lead.connect(led.append)
    window.navigate_to(ToOverview())
    office.settle(qtbot)
    assert isinstance(window.page, OverviewPage)
    press(window.page._cards[0].start)
    office.settle(qtbot)
    assert led == [] and window.place == ToPreparation(meeting, starting=True)
    page = window.page
    assert isinstance(page, PreparationPage) and page.readiness.card.reason.hasFocus()
    write("Familien venter i rummet.")
    assert led == [meeting]


def test_a_meeting_with_its_reasons_given_is_started_from_the_overview(office: OpenOffice, qtbot: QtBot) -> None:
    stories = Stories(office)
    meeting = stories.meeting(stories.case(), NOW.replace(tzinfo=None, hour=16))
    waive_all(office.context.vault, meeting, NOW)
    window = window_of(office, qtbot)
    led: list[str] = []
    window.lead.connect(led.append)
    window.navigate_to(ToMeeting(meeting))
    assert led == [meeting]


def test_a_reason_bears_the_name_of_who_gave_it(office: OpenOffice, qtbot: QtBot) -> None:
    save_about_me(office.context.vault, AboutMe("Søren Friis"))
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    press(page.readiness.card.waive)
    write("Aftalt med Lone.")
    assert [one.by for one in overrides(page, office)] == ["Søren Friis"]


def test_the_card_begins_with_something_that_can_be_mended_here(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    shown = page.readiness.card.shown
    assert shown is not None and shown.place is not None
    assert has_field(shown.place)
    assert page.readiness.card.act.isVisible()


@pytest.mark.parametrize("place", sorted({rule.place for rule in RULES if has_field(rule.place)}, key=str), ids=str)
def test_each_field_a_rule_leads_to_is_there_and_takes_the_keyboard(
    office: OpenOffice, qtbot: QtBot, place: PageField
) -> None:
    page = opened(office, qtbot, PreparationStep.SEATS)
    gone: list[Destination] = []
    page.navigation_requested.connect(gone.append)
    page.mend(place)
    office.settle(qtbot)
    if place == BIRTH_YEAR:
        assert gone
        return
    assert page.step.about is place.step
    focused = QApplication.focusWidget()
    step = page.page_of(page.step)
    assert focused is not None
    assert step.isAncestorOf(focused) or (step.aside is not None and step.aside.isAncestorOf(focused))
