"""The phase bar: as wide as the plan, told in words, and only the phase that is now where room is short."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.meeting.window.bars.phase_bar import PhaseBar, PhaseBox, PhaseStep, widths
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.conftest import dressed

PHASES = (
    PhaseBox("Velkomst", "8 min", 10, PhaseStep.PAST),
    PhaseBox("Beskrivende del", "runde A af 3 · 28 / 44 min", 44, PhaseStep.NOW, 0.62, short="28 / 44 min"),
    PhaseBox("Reflekterende del", "34 min", 34, PhaseStep.AHEAD),
    PhaseBox("Aftaler", "14 min", 14, PhaseStep.AHEAD),
    PhaseBox("Slut", "udgår", 4, PhaseStep.DROPPED),
)


def shown(qtbot: QtBot, look: Look, t: Translator, width: int) -> PhaseBar:
    bar = PhaseBar(look, t)
    qtbot.addWidget(bar)
    bar.resize(width, bar.sizeHint().height())
    bar.show_phases(PHASES)
    bar.show()
    return bar


def boxes(bar: PhaseBar) -> list[QLabel]:
    titles = {phase.title for phase in PHASES}
    return [label for label in bar.findChildren(QLabel) if label.text() in titles and label.isVisible()]


@given(st.lists(st.tuples(st.floats(0, 90), st.floats(1, 150)), min_size=1, max_size=9), st.floats(50, 2000))
def test_widths_fill_the_room_and_none_gets_less_than_its_least_where_there_is_room(
    phases: list[tuple[float, float]], room: float
) -> None:
    weights, least = [weight for weight, _ in phases], [width for _, width in phases]
    made = widths(weights, least, room)
    if any(weights) or sum(least) >= room:
        assert sum(made) == pytest.approx(room) or all(w <= n for w, n in zip(weights, made, strict=True))
    if sum(least) < room:
        assert all(width >= low - 1e-6 for width, low in zip(made, least, strict=True))


def test_boxes_stand_side_by_side_in_the_order_of_the_meeting(qtbot: QtBot, look: Look, t: Translator) -> None:
    bar = shown(qtbot, look, t, 900)
    seen = boxes(bar)
    assert [box.text() for box in seen] == [phase.title for phase in PHASES]
    assert all(one.geometry().right() < other.geometry().left() for one, other in pairwise(seen))
    assert seen[1].width() > seen[2].width() > seen[3].width()
    assert seen[-1].geometry().right() <= bar.rect().right()


def test_a_short_phase_has_room_for_its_title_where_there_is_any(qtbot: QtBot, look: Look, t: Translator) -> None:
    bar = PhaseBar(look, t)
    qtbot.addWidget(bar)
    bar.resize(900, bar.sizeHint().height())
    bar.show_phases((*PHASES[:-1], replace(PHASES[-1], title="Afslutning")))
    bar.show()
    last = next(label for label in bar.findChildren(QLabel) if label.text() == "Afslutning")
    assert last.width() > QFontMetricsF(look.font(12.5, bold=True)).horizontalAdvance("Afslutning") + look.px(14)


def test_a_screen_reader_and_the_hint_tell_title_time_and_where_we_are(qtbot: QtBot, look: Look, t: Translator) -> None:
    bar = shown(qtbot, look, t, 900)
    now = boxes(bar)[1]
    said = QAccessible.queryAccessibleInterface(now).text(QAccessible.Text.Name)
    assert said == now.toolTip() == "Beskrivende del, her er vi nu, runde A af 3 · 28 / 44 min"
    assert boxes(bar)[0].accessibleName().startswith("Velkomst, færdig, ")


@pytest.mark.parametrize(("width", "scale"), [(300, 1.0), (700, 2.0)])
def test_where_room_is_short_the_phase_that_is_now_is_left_and_which_of_how_many(
    qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator, width: int, scale: float
) -> None:
    bar = shown(qtbot, dressed(qapp, scale=scale), t, width)
    assert bar.quiet
    assert [box.text() for box in boxes(bar)] == ["Beskrivende del"]
    [count] = [label for label in bar.findChildren(QLabel) if label.text() == "2 af 5"]
    assert count.isVisible()
    assert count.geometry().left() > boxes(bar)[0].geometry().right()
    bar.resize(1300 * round(scale), bar.height())
    assert len(boxes(bar)) == 5
    assert not count.isVisible()


def test_the_time_of_the_phase_that_is_now_goes_on(qtbot: QtBot, look: Look, t: Translator) -> None:
    bar = shown(qtbot, look, t, 900)
    before = bar.grab().toImage()
    bar.show_now("runde B af 3 · 40 / 44 min", 0.9, "40 / 44 min")
    assert bar.phases[1].detail == "runde B af 3 · 40 / 44 min"
    assert bar.grab().toImage() != before
    assert boxes(bar)[1].accessibleName() == "Beskrivende del, her er vi nu, runde B af 3 · 40 / 44 min"


def test_the_meeting_goes_on_to_the_next_phase(qtbot: QtBot, look: Look, t: Translator) -> None:
    bar = shown(qtbot, look, t, 900)
    steps = (PhaseStep.PAST, PhaseStep.PAST, PhaseStep.NOW, PhaseStep.AHEAD, PhaseStep.DROPPED)
    bar.show_phases(tuple(replace(phase, step=step) for phase, step in zip(PHASES, steps, strict=True)))
    assert [phase.step for phase in bar.phases] == list(steps)
    bar.show_phases(PHASES[:2])
    assert len(boxes(bar)) == 2


def test_at_twice_the_size_short_titles_are_whole_before_the_share_of_the_time_is_shown(
    qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator
) -> None:
    look = dressed(qapp, scale=2.0)
    bar = shown(qtbot, look, t, 1100)
    metrics = QFontMetricsF(look.font(12.5, bold=True))
    for box in boxes(bar):
        tick = look.px(15) if box.text() == "Velkomst" else 0
        assert metrics.horizontalAdvance(box.text()) + tick <= box.width() - look.px(15), box.text()
