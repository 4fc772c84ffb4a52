"""The LIX: words per sentence and the share of long words."""

import pytest

from netmoede_desktop.domain.language.readability import lix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0.0),
        ("Vi ses. Kom nu!", 2.0),
        ("Vi taler om aftalerne", 4 + 25.0),
        ("Kl. 16.00 mødes vi", 3 / 2),
        ("Det er kort\nog det er godt", 7 / 2),
        ("SFO-pædagogen kommer", 2 + 50.0),
    ],
)
def test_the_lix_of_a_text(text: str, expected: float) -> None:
    assert lix(text) == pytest.approx(expected)
