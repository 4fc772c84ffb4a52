"""Names and numbers come to one key in whatever way they are spelled, and stay apart where they sound otherwise."""

from pathlib import Path

import pytest

import netmoede_desktop
from netmoede_desktop.domain.language.search_key import case_entry, name_entry, search_terms, sound_keys, spelled_words


@pytest.mark.smoke
@pytest.mark.parametrize(
    "spellings",
    [
        "Aagaard Ågård agard AAGÅRD A\u030aga\u030ard",
        "Søren Soeren Soren Sören",
        "Kjær Kjaer Kær",
        "Bæk Baek Bäk",
        "André Andre",
        "Thomas Tomas",
        "Michael Mikael",
        "Christina Kristina Khristina",
        "Wagner Vagner",
        "Fredericksen Frederiksen",
        "Hanne Hane",
        "Sophie Sofie",
        "Zahra Sahra",
        "Sarah Sara",
        "Natasha Natascha Natasja",
        "Maja Maya Maia",
        "Ayşe Ayse Ayshe",
        "Işıl Isil Ishil",
        "Łukasz Lukasz",
        "Đorđe Dorde",
        "Wiśniewska Visnievska",
        "Oleksandr Olexandr",
        "Andriy Andrii Andrij",
        "Youssef Yusef Jousef",
        "Qasim Kassim",
        "Faadumo Fadumo",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({sound_keys(word)[0] for word in spellings.split()}) == 1


@pytest.mark.parametrize(("somali", "other"), [("Xasan", "Hassan"), ("Cabdi", "Abdi"), ("Caasha", "Asha")])
def test_a_somali_name_has_the_key_of_its_other_spelling_too(somali: str, other: str) -> None:
    assert sound_keys(other)[0] in sound_keys(somali)


@pytest.mark.parametrize("names", ["Mads Matz", "Bo Bodil", "Hanne Hannes", "Ida Ada", "Per Pia"])
def test_other_names_stay_apart(names: str) -> None:
    assert len({sound_keys(word) for word in names.split()}) == 2


def test_digits_are_never_taken_for_double_letters() -> None:
    assert sound_keys("2200") == ("2200",)


def test_words_are_letters_and_digits_alone() -> None:
    assert spelled_words(" Anne-Marie\x00 O’Neil\u00ad(mor) \u202eمُحمّد 100 % ") == [
        "anne", "marie", "o", "neil", "mor", "محمد", "100",
    ]  # fmt: skip
    assert search_terms("%*\"' -") == ()


def test_a_name_in_two_parts_is_found_as_one() -> None:
    assert {"anemarie", "al", "alhasan"} <= name_entry(("Anne Marie", "Al-Hassan")).keys


@pytest.mark.parametrize("phone", ["12 34 56 78", "+45 12345678", "0045 12-34-56-78"])
def test_a_phone_number_is_its_digits(phone: str) -> None:
    assert {"12345678", "4512345678"} <= name_entry((), phone).keys
    assert name_entry((), "").keys == frozenset()


def test_a_sag_is_found_from_any_sign_of_its_number_on() -> None:
    assert {"014", "14", "2026", "m2026014", "2026014"} <= case_entry("M-2026-014", "Ida").keys


def test_the_key_is_asked_by_the_search_alone_and_never_for_who_somebody_is() -> None:
    package = Path(netmoede_desktop.__file__).parent
    asking = [path for path in package.rglob("*.py") if "language.search_key" in path.read_text(encoding="utf-8")]
    assert [path.relative_to(package).as_posix() for path in asking] == ["storage/repositories/search.py"]
