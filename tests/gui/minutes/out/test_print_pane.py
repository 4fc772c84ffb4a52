"""The pane for printing shows what the registry of papers prints, each with the copies it is wanted in."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.papers import AGREEMENTS, CALENDAR, MINUTES
from netmoede_desktop.gui.minutes.out import print_pane
from netmoede_desktop.gui.minutes.out.offers import PrintOffer
from netmoede_desktop.gui.minutes.out.print_pane import PrintPane
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import load


def test_a_new_paper_in_the_registry_can_be_printed_and_one_for_a_single_person_comes_once(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = replace(AGREEMENTS, kind="brev", for_all=False)
    monkeypatch.setattr(print_pane, "MEETING_PAPERS", (MINUTES, AGREEMENTS, CALENDAR, letter))
    pane = PrintPane(look, load("da"))
    qtbot.addWidget(pane)
    pane.show_offer(PrintOffer(version=1, recipients=7, printers=("Printer",)))
    assert pane.order.copies == ((MINUTES, 7), (AGREEMENTS, 7), (letter, 1))
    assert pane.order.papers == 15
    pane._lines[MINUTES].tick.setChecked(False)
    assert dict(pane.order.copies) == {AGREEMENTS: 7, letter: 1}
    assert pane.copies == 0
