"""What the papers of a played meeting say of agreements from last time, and of what was left open."""

from datetime import date, datetime

import pypdfium2
import pytest

from tests.cli.terminal import Terminal
from tests.services.stories import Step, speak, step

LAST_TIME: tuple[Step, ...] = (
    {"text": "Bent henter Ida", "owner": "far", "from_": date(2026, 10, 1)},
    {"text": "Grete laver mad", "owner": "farmor", "from_": date(2026, 10, 1)},
    {"text": "Hanne skriver hjem", "owner": "lærer", "from_": date(2026, 10, 1)},
)
NEXT = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a wall time


def _said(terminal: Terminal, name: str) -> str:
    with pypdfium2.PdfDocument(terminal.out / f"{name}.pdf") as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize("name", ["referat", "aftaler"])
def test_what_was_not_gone_through_still_holds_and_only_numbers_that_stand_there_are_told(
    terminal: Terminal, name: str
) -> None:
    steps = (speak("ida"), step("status", agreement=1, value="gjort"), step("status", agreement=2, value="i gang"))
    scenario = terminal.scenario(*steps, NEXT, step("finish"), method="din-o", agreements=LAST_TIME)
    assert terminal.run("play", scenario, "--out", terminal.out).code == 0

    said = _said(terminal, name)
    assert "Nr. 2 og 3 er fra sidst." in said
    assert "Grete laver mad Aftalen er i gang." in said
    assert "Hanne skriver hjem Ikke gennemgået, gælder stadig." in said
    assert said.count("Bent henter Ida") == 1
