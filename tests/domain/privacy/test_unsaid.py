"""What the child asked that nobody says is found however it is put; what is only near to it is left."""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.privacy.guard import ProtectedKind, room_guard
from tests.domain.meeting.script import Told, plan

LINES = (
    "At jeg har grædt i skolen.",
    "At far drikker",
    "skilsmissen",
    "I må ikke sige noget om, at de andre driller mig",
)


def shown(text: str, *lines: str) -> str:
    return room_guard(Told(replace(plan(), not_said=lines or LINES)).starts().state).checked(text).text


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mikkel har grædt i skolen", "Mikkel har …"),
        ("I skolen græder Mikkel tit", "I … Mikkel tit"),
        ("GRÆDT henne i Sko\u200blen", "…"),
        ("Peter siger, at far drikker, og far drikker igen", "Peter siger, at … igen"),
        ("Skilsmissen fylder", "… fylder"),
        ("De andre i klassen drillede ham", "De … ham"),
    ],
)
def test_a_line_is_found_however_it_is_put(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Mikkel er glad for skolen",
        "Vi drikker kaffe sammen kl. 17",
        "Far henter Mikkel. Hanne drikker te",
        "Skolen ringer. Han har grædt derhjemme",
        "Skolen har lovet, at der hver mandag er en voksen, som står ved døren og ser, om nogen har grædt",
    ],
)
def test_what_shares_a_word_with_it_is_left(text: str) -> None:
    assert shown(text) == text


def test_nothing_is_looked_for_where_nothing_was_asked() -> None:
    assert shown("Mikkel har grædt i skolen", "", "   ", "…") == "Mikkel har grædt i skolen"


def test_a_name_carries_nothing_unless_it_stands_alone() -> None:
    assert shown("Kirsten henter Mikkel", "at Kirsten er syg") == "Kirsten henter Mikkel"
    assert shown("Kirsten er meget syg", "at Kirsten er syg") == "Kirsten er meget …"
    assert shown("Kirsten henter", "Kirsten") == "… henter"


def test_the_kind_is_told() -> None:
    [word] = room_guard(Told(replace(plan(), not_said=("skilsmissen",))).starts().state).found("om skilsmissen")
    assert (word.kind, word.text) == (ProtectedKind.UNSAID, "skilsmissen")
