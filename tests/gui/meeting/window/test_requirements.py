"""What docs/requirements.md asks of the mødeleder's window while a meeting is led."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.table.prompt_panel import QuestionCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import NextKind
from tests.gui.meeting.window.led_windows import Led, Shelf, window_over

Opens = Callable[[str], AbstractContextManager[Led]]


@pytest.fixture
def opens(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Opens:
    """The window over the little family's meeting by a method."""
    return lambda method: window_over(shelf.meeting(t, method=method), look, t, qtbot, size=(1920, 1080))


def enters(led: Led, part: str) -> Led:
    """The meeting as it goes on, with nobody heard, until it is in that part."""
    while led.view.part.id != part:
        assert led.led.bridge.do(cmd.NextPart(confirmed=True))
    return led


def asked(led: Led) -> str:
    """What stands on the card beside the table, its question, what to say and how."""
    QApplication.processEvents()
    [card] = [one for one in led.window.findChildren(QuestionCard) if one.isVisible()]
    return "\n".join(label.text() for label in card.findChildren(Label) if label.isVisible())


def holds(led: Led, seconds: float) -> Iterator[Led]:
    """The round as each person has the word, and has it for that long."""
    while led.view.next.kind is NextKind.PERSON:
        led.hand.now += 1
        yield led.press(Action.GO_ON, later=0)
        led.led.forward(seconds)


@pytest.mark.parametrize(("method", "last"), [("din-1", "d6"), ("pnm-1", "p5"), ("hlb-1", "h5")])
def test_r027_after_the_last_round_of_a_phase_the_leader_is_asked_to_sum_up(
    opens: Opens, method: str, last: str
) -> None:
    summing = "Saml op på tavlen: Hvad har vi hørt? Er noget vigtigt gået tabt?"
    with opens(method) as led:
        enters(led.goes_on(), last)
        while led.view.next.kind is NextKind.PERSON:
            led.goes_on()
            if led.view.waiting:
                assert summing not in asked(led)
        assert summing in asked(led)


def test_r029_r031_the_authority_has_the_word_as_long_as_everybody_else(opens: Opens) -> None:
    with opens("din-1") as led:
        enters(led.goes_on(), "d5")
        given = {one.speaker: one.word.budget for one in holds(led, 18 * 60 / 6)}
    assert given == {name: pytest.approx(162) for name in ("Ida", "Åse", "Bent", "Grete", "Hanne", "Søren")}


def test_r030_r103_the_authority_is_asked_what_it_can_decide_and_what_it_cannot(opens: Opens) -> None:
    with opens("din-1") as led:
        enters(led.goes_on(), "d3")
        assert "»Søren: Hvad kan du beslutte i dag, og hvad kan du ikke?«" in asked(led)


def test_r053_the_professionals_are_asked_to_tell_the_parents_what_they_have_seen(opens: Opens) -> None:
    with opens("pnm-1") as led:
        enters(led.goes_on(), "p4")
        assert "Spørg fagpersonerne: Hvad har I set, som I gerne vil fortælle forældrene?" in asked(led)


@pytest.mark.parametrize(
    ("part", "question", "how"),
    [
        ("p1", "»Jeg er mødeleder og har ikke sagen.«", "Sig, at I mødes flere gange."),
        (
            "p7",
            "»Hvem lægger først mærke til det, når det går bedre?«",
            "Vær nysgerrig: du skal ikke vide, hvem der har ret.",
        ),
    ],
)
def test_r105_the_leader_has_neutral_and_circular_questions_and_how_to_ask_them(
    opens: Opens, part: str, question: str, how: str
) -> None:
    with opens("pnm-1") as led:
        enters(led.goes_on(), part)
        assert question in asked(led)
        assert how in asked(led)


def test_r094_a_long_meeting_is_reminded_of_a_pause(opens: Opens) -> None:
    with opens("din-1") as led:
        led.starts().led.forward(89 * 60)
        led.window.tick()
        assert "uden pause" not in led.said
        led.led.forward(60)
        led.window.tick()
        assert led.said == "Der er gået halvanden time uden pause. F9 holder pause."


def test_r107_the_principles_stand_on_the_opening_page(opens: Opens) -> None:
    with opens("hlb-1") as led:
        led.goes_on()
        for principle in led.led.bridge.conducting.history.state.plan.method.principles:
            assert f"»{principle}«" in asked(led)
