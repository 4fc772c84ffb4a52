"""The recovery code: printed, typed back forgivingly, and never accepted with a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.storage.keys.recovery_code import SECRET_BITS, RecoveryCode
from netmoede_desktop.storage.problems import MistypedRecoveryCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.integers(0, 2**SECRET_BITS - 1).map(RecoveryCode)


def plain(code: RecoveryCode) -> str:
    return code.text().replace("-", "")


@given(codes)
def test_it_comes_back_as_printed_and_as_people_type_it(code: RecoveryCode) -> None:
    text = code.text()
    assert [len(group) for group in text.split("-")] == [4] * 7
    sloppy = text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert RecoveryCode.parse(text) == RecoveryCode.parse(f"  {sloppy}\n") == RecoveryCode.parse(plain(code)) == code


@given(codes, st.integers(0, 27), st.integers(1, 31))
def test_one_wrong_character_is_found(code: RecoveryCode, place: int, shift: int) -> None:
    text = list(plain(code))
    text[place] = ALPHABET[(ALPHABET.index(text[place]) + shift) % 32]
    with pytest.raises(MistypedRecoveryCode):
        RecoveryCode.parse("".join(text))


@given(codes, st.integers(0, 26))
def test_two_swapped_neighbours_are_found(code: RecoveryCode, place: int) -> None:
    text = list(plain(code))
    text[place], text[place + 1] = text[place + 1], text[place]
    if "".join(text) != plain(code):
        with pytest.raises(MistypedRecoveryCode):
            RecoveryCode.parse("".join(text))


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ("", {"reason": "length", "expected": 28, "found": 0}),
        ("ABCD-EFGH", {"reason": "length", "expected": 28, "found": 8}),
        ("AB?D", {"reason": "character", "position": 3}),
        ("U" * 28, {"reason": "character", "position": 1}),
    ],
)
def test_what_cannot_be_a_code_says_why(typed: str, facts: dict[str, object]) -> None:
    with pytest.raises(MistypedRecoveryCode) as mistyped:
        RecoveryCode.parse(typed)
    assert mistyped.value.facts == facts


def test_it_uses_all_its_random_bits_and_hides_them() -> None:
    assert RecoveryCode.from_random(b"\xff" * 17).secret == 2**130 - 1
    assert RecoveryCode.from_random(b"\xff" * 17).text()[:4] not in repr(RecoveryCode.from_random(b"\xff" * 17))
