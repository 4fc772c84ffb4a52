"""What is painted by hand is seen: for every statement that paints letters, another text gives another picture.

The control takes the statement out: then the two pictures are the same, so that it was these letters that told.
"""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from tests.gui.painted_texts import PAINTED, Site, picture, sites, without

#: The sheet with the recovery code is no widget: tests/gui/access/test_code_printing.py reads what is printed.
ON_PAPER = {"access/code_printing.py"}


def pictures(qtbot: QtBot, look: Look, site: Site) -> list[QImage]:
    painted = PAINTED[site]
    texts = [text for text in (painted.text, painted.other) if text is not None]
    parent = QWidget()
    widgets = [painted.make(look, parent, text) for text in texts]
    for widget in {parent, *widgets}:
        qtbot.addWidget(widget)
    return [picture(widget) for widget in widgets]


def test_every_statement_that_paints_letters_is_tried() -> None:
    assert {site for site in sites() if site.module not in ON_PAPER} == set(PAINTED)


@pytest.mark.parametrize("site", PAINTED, ids=str)
def test_another_text_gives_another_picture(
    qtbot: QtBot, look: Look, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = pictures(qtbot, look, site)
    owner, name, blind = without(site)
    monkeypatch.setattr(owner, name, blind)
    unseen = pictures(qtbot, look, site)
    assert seen[0] != unseen[0]
    if len(seen) > 1:
        assert seen[0] != seen[1]
        assert unseen[0] == unseen[1]
