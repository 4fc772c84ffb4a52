"""Every page and state of every window, in every look: named, told of, reached, whole, seen, still, and gone at last.

Here each is opened where room is shortest, and in one of the other looks, the next page in the next; the long form
opens each in all of them.
"""

import gc
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.office_page import Destination, ToMeeting, ToMinutes, ToNewRehearsal
from tests.gui.every_page import office_sights, settings_sights
from tests.gui.every_page.checks import cut, unnamed, unreached
from tests.gui.every_page.leaving import running
from tests.gui.every_page.pages import SIGHTS
from tests.gui.every_page.pressing import slid
from tests.gui.every_page.seeing import unseen
from tests.gui.every_page.staging import BETWEEN, COMBINATIONS, SMALL, Combination, Sight, bring, settle, stage
from tests.gui.every_page.telling import untold

_OTHERS = [look for look in COMBINATIONS if look is not SMALL]
EACH = [(sight, look) for number, sight in enumerate(SIGHTS) for look in (SMALL, _OTHERS[number % len(_OTHERS)])]
#: The widest step of the preparation, at sizes between those of the looks: where its columns give way to each other.
GIVING_WAY = [(sight, look) for sight in SIGHTS if sight.name == "office, the purpose" for look in BETWEEN]
REST = [(sight, look) for sight in SIGHTS for look in COMBINATIONS if (sight, look) not in EACH]


@pytest.fixture
def nothing_stays(qapp: QApplication) -> Iterator[None]:
    """A page that is gone leaves no window, no timer that runs and no thread behind."""
    before = running()
    yield
    settle()
    gc.collect()
    assert running() - before == set()


def _look_over(sight: Sight, combination: Combination, qapp: QApplication, qtbot: QtBot, folder: Path) -> list[str]:
    where = stage(combination, qapp, folder, qtbot)
    with sight.open(where) as page:
        bring(page, qtbot)
        found = [*unnamed(page), *untold(page), *cut(page.window()), *unreached(page)]
        return [*found, *unseen(page, where.look), *slid(page)]


@pytest.mark.parametrize(("sight", "combination"), [*EACH, *GIVING_WAY], ids=str)
def test_a_page(
    sight: Sight,
    combination: Combination,
    qapp: QApplication,
    fonts: None,
    qtbot: QtBot,
    tmp_path: Path,
    nothing_stays: None,
) -> None:
    assert _look_over(sight, combination, qapp, qtbot, tmp_path) == []


@pytest.mark.campaign
@pytest.mark.parametrize(("sight", "combination"), REST, ids=str)
def test_a_page_in_every_look(
    sight: Sight, combination: Combination, qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    assert _look_over(sight, combination, qapp, qtbot, tmp_path) == []


def test_every_page_of_the_office_is_one_of_them() -> None:
    """A page that nobody opens here is held to nothing. Meeting and referat have windows, and sights, of their own."""
    windows = (ToMeeting, ToMinutes, ToNewRehearsal)
    pages = {page.__name__ for page in typing.get_args(Destination) if page not in windows}
    sights = (office_sights, settings_sights)
    assert {name for name in pages if not any(hasattr(module, name) for module in sights)} == set()
