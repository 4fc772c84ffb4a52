"""What is accepted as a new passphrase, and that one passphrase is one key however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.storage.keys.passphrase import check_passphrase, passphrase_bytes
from netmoede_desktop.storage.problems import WeakPassphrase


@pytest.mark.parametrize("passphrase", ["fjorten tegn!!", "aaaaaaaaaaaaaa", "en to tre fir", "å ål øl æg is te"])
def test_fourteen_characters_or_four_words_are_enough(passphrase: str) -> None:
    check_passphrase(passphrase)


@pytest.mark.parametrize(
    "passphrase", ["", "kort", "tretten tegn!", " " * 20, "kort" + " " * 20, "hej hej hej hej"[:13], "a b c d e"]
)
def test_shorter_is_refused_with_what_is_asked_for(passphrase: str) -> None:
    with pytest.raises(WeakPassphrase) as refused:
        check_passphrase(passphrase)
    assert refused.value.facts == {"reason": "too_short", "least": 14, "words": 4}


def test_the_same_word_four_times_is_one_word() -> None:
    with pytest.raises(WeakPassphrase):
        check_passphrase("så Så sÅ SÅ")


def test_endless_is_refused() -> None:
    with pytest.raises(WeakPassphrase) as refused:
        check_passphrase("lang " * 500)
    assert refused.value.facts["reason"] == "too_long"


def test_letters_typed_as_one_or_two_code_points_are_the_same() -> None:
    assert passphrase_bytes("bla\u030a") == passphrase_bytes("bl\u00e5")


@given(st.text())
def test_any_text_has_bytes(text: str) -> None:
    assert passphrase_bytes(text) == passphrase_bytes(text)
