"""What the phases and the parts of a method are called is read whole in the meeting's window, at 1366 × 768."""

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.meeting.window.bars.phase_bar import PhaseBar, PhaseStep
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window

SCENARIOS = ("demo", "pnm-1", "hlb-1", "hlb-o", "um-1", "um-o")


def cut(led: Led, look: Look) -> list[str]:
    """The titles of phases that do not fit in their boxes, and what the go-button leaves out."""
    found = []
    metrics = QFontMetricsF(look.font(12.5, bold=True))
    for box in led.window.findChildren(PhaseBar)[0]._boxes:
        tick = look.px(15) if box.phase.step is PhaseStep.PAST else 0
        if not box.isVisible() or metrics.horizontalAdvance(box.phase.title) > box.width() - look.px(15) - tick - 2:
            found.append(box.phase.title)
    go = led.bar.go
    chip = QFontMetricsF(look.font(12)).horizontalAdvance(go.key) + look.px(22)
    lines, _ = go._lines(go.width() - look.px(32) - round(chip))
    if any(line.endswith("…") for line in lines) and not go.text().endswith("…"):
        found.append(" / ".join(lines))
    return found


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_name_of_a_shipped_method_is_cut(
    scenario: str, shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, scenario=scenario) as led:
        led.goes_on()
        seen = cut(led, look)
        while led.led.bridge.do(cmd.NextPart(confirmed=True)):
            seen += cut(led, look)
            if led.view.part.id == led.view.parts[-1].id:
                break
        assert seen == []
