"""How far a passphrase has come says the same as what decides in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.services.vaults.passphrases import Grade, PassphraseRemark, strength
from netmoede_desktop.storage.keys.passphrase import check_passphrase
from netmoede_desktop.storage.problems import WeakPassphrase


def accepted(passphrase: str) -> bool:
    try:
        check_passphrase(passphrase)
    except WeakPassphrase:
        return False
    return True


@given(st.text(alphabet="aåA .\u030a\t", max_size=40) | st.text(max_size=1100) | st.lists(st.text()).map(" ".join))
def test_it_accepts_what_a_vault_accepts(passphrase: str) -> None:
    found = strength(passphrase)
    assert found.accepted == accepted(passphrase)
    assert 0 <= found.progress <= 1
    assert (found.progress == 1) == found.accepted


@pytest.mark.parametrize(
    ("typed", "grade", "missing"),
    [
        ("", Grade.EMPTY, (14, 4)),
        ("   ", Grade.EMPTY, (14, 4)),
        ("seks", Grade.TOO_SHORT, (10, 3)),
        ("seks seks seks", Grade.ENOUGH, (0, 0)),
        ("en to tre", Grade.TOO_SHORT, (5, 1)),
        ("en to tre fir", Grade.ENOUGH, (0, 0)),
        ("seks grønne både sejler", Grade.GOOD, (0, 0)),
        ("en to tre fire fem", Grade.GOOD, (0, 0)),
        ("x" * 1025, Grade.TOO_LONG, (0, 0)),
    ],
)
def test_it_says_what_is_missing(typed: str, grade: Grade, missing: tuple[int, int]) -> None:
    found = strength(typed)
    assert (found.grade, (found.characters_missing, found.words_missing)) == (grade, missing)


def test_typing_on_takes_it_further() -> None:
    whole = "fjorten tegn!!"
    steps = [strength(whole[:length]).progress for length in range(len(whole) + 1)]
    assert steps == sorted(steps)
    assert steps[0] == 0


@pytest.mark.parametrize(
    ("typed", "grade", "remarks"),
    [
        ("a" * 40, Grade.ENOUGH, (PassphraseRemark.FEW_CHARACTERS,)),
        ("abab abab abab abab", Grade.ENOUGH, (PassphraseRemark.FEW_CHARACTERS,)),
        ("seks grønne både ", Grade.ENOUGH, (PassphraseRemark.SPACE_AT_END,)),
        ("seks grønne både", Grade.ENOUGH, ()),
    ],
)
def test_what_is_accepted_and_still_worth_a_word(
    typed: str, grade: Grade, remarks: tuple[PassphraseRemark, ...]
) -> None:
    found = strength(typed)
    assert (found.grade, found.remarks) == (grade, remarks)
