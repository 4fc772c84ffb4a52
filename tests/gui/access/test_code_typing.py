"""A code typed back is grouped as on the paper, and a slip is found with its place."""

import pytest

from netmoede_desktop.gui.access.code_typing import CodeError, CodeSlip, find_code_error, first_code_difference, grouped
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode

CODE = RecoveryCode(0x2B3C4D5E6F708192A3B4C5D6E7F8091A2).text()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("4f7", "4F7"),
        ("4f7k9", "4F7K-9"),
        ("4f7k-", "4F7K"),
        ("o0iL", "0011"),
        ("4F 7K_9q\u20139q", "4F7K-9Q9Q"),
        ("4f7k9qwe2", "4F7K-9QWE-2"),
    ],
)
def test_it_is_grouped_while_it_is_typed(typed: str, shown: str) -> None:
    assert grouped(typed) == shown


def test_the_shown_code_is_its_own_grouping() -> None:
    assert grouped(CODE.replace("-", "")) == CODE


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("0", "o").replace("1", "l")]
)
def test_however_it_is_written_it_is_the_same(typed: str) -> None:
    assert first_code_difference(CODE, typed) is None
    assert find_code_error(typed) is None


@pytest.mark.parametrize("position", range(1, 29))
def test_each_wrong_character_is_found_at_its_place(position: int) -> None:
    plain = CODE.replace("-", "")
    other = "2" if plain[position - 1] != "2" else "3"
    typed = plain[: position - 1] + other + plain[position:]
    assert first_code_difference(CODE, typed) == CodeSlip(
        CodeError.CHARACTER, position=position, group=(position + 3) // 4
    )
    assert find_code_error(typed) == CodeSlip(CodeError.SOMEWHERE)


def test_too_few_and_too_many_are_counted() -> None:
    for check in (lambda typed: first_code_difference(CODE, typed), find_code_error):
        assert check(CODE[:-2]) == CodeSlip(CodeError.TOO_SHORT, count=2)
        assert check(CODE + "77") == CodeSlip(CodeError.TOO_LONG, count=2)
        assert check("") == CodeSlip(CodeError.TOO_SHORT, count=28)


def test_a_character_no_code_has_is_found_without_knowing_the_code() -> None:
    assert find_code_error(CODE[:10] + "!" + CODE[11:]) == CodeSlip(CodeError.CHARACTER, position=9, group=3)
