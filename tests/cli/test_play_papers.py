"""What the papers of a played meeting say of agreements from last time, and of what was left open."""

from datetime import date, datetime

import pypdfium2
import pytest

from tests.cli.terminal import Terminal
from tests.services.stories import Step, family, speak, step

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


def test_what_was_left_open_is_told_by_its_numbers_with_a_reason_that_ends(terminal: Terminal) -> None:
    day = date(2026, 12, 4)
    steps = (
        speak("ida"),
        step("agree", text="Bent og Åse taler sammen", who="far", from_=day),
        step("agree", text="Grete bager", who="farmor", from_=day, by=day),
        NEXT,
        step("finish"),
    )
    reason = "Vi er mange"
    scenario = terminal.scenario(*steps, method="pnm-1", planned_minutes=150, over_reason=reason)
    assert terminal.run("play", scenario, "--out", terminal.out).code == 0

    said = _said(terminal, "referat")
    assert "Mødet var sat til 150 minutter. Metoden siger højst 120. Grunden er: Vi er mange." in said
    assert "Nr. 1 har ingen sidste dag." in said
    assert "2 aftaler er der ikke sagt ja eller nej til: nr. 1 og 2." in said
    assert "Grete bager Grete Holst, farmor ikke spurgt 4. dec. " in said


@pytest.mark.parametrize("method", ["din-o", "hlb-o"])
def test_what_was_done_outside_its_part_is_not_said_to_be_missed(terminal: Terminal, method: str) -> None:
    value = "i gang" if method == "din-o" else "fortsætter"
    steps = (
        speak("ida" if method == "din-o" else "mor"),
        step("status", agreement=1, value=value),
        step("agree", text="Grete bager", who="farmor", by=date(2026, 12, 4)),
        step("experience", text="Det var godt"),
        NEXT,
        step("stop", reason="Alarmen gik"),
    )
    scenario = terminal.scenario(*steps, method=method, agreements=LAST_TIME)
    assert terminal.run("play", scenario, "--out", terminal.out).code == 0

    said = _said(terminal, "referat")
    left_out = {
        "din-o": "Runde A: Hvad virker – hvad virker ikke?, Pause, Runde B: Hvad skal justeres? og Slutrunde.",
        "hlb-o": "3. Formålet med mødet og 4b. Om der skal igangsættes nye indsatser.",
    }
    assert f"• Vi nåede ikke: {left_out[method]} • Ikke hørt" in said


@pytest.mark.parametrize("purpose", ["At tale om skolen.", ""])
def test_a_form_says_that_no_parent_was_there_to_say_why_and_how_it_was(terminal: Terminal, purpose: str) -> None:
    away: Step = {"present": False}
    people = family(mor=away, far=away)
    steps = (speak("ida", note="Hej"), NEXT, step("finish"))
    scenario = terminal.scenario(*steps, method="hlb-o", people=people, purpose=purpose)
    assert terminal.run("play", scenario, "--out", terminal.out).code == 0

    said = _said(terminal, "referat")
    why = purpose or "Der er ikke skrevet et formål."
    assert f"3. Formålet med mødet {why} Ingen af forældrene var her. 4. " in said
    assert "5. Familiens oplevelse af mødet Ingen af forældrene var her. 6. " in said
