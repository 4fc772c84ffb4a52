"""What tells a protected address is found in the text of the finished paper."""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.services.minutes.paper_check import PaperCheck, check_paper
from tests.documents.meetings import meeting


def with_protected(*called: str, **changes: object) -> MeetingRecord:
    """The demo family, where the addresses of some are protected."""
    record = meeting(**changes)
    people = tuple(replace(person, protected_address=person.called in called) for person in record.people)
    return replace(record, people=people)


@pytest.mark.parametrize(
    "words",
    [
        "12 34 56 78",
        "12345678",
        "+45 12 34 56 78",
        "lone@eksempel.dk",
        "Vester Farimagsgade 12",
        "vestergade 12",
        "8000 Aarhus",
        "010203-1234",
        "Skovbyskolen",
    ],
)
def test_what_tells_an_address_is_found(words: str) -> None:
    check = check_paper(with_protected("Lone"), f"Lone siger, at hun bor et godt sted, {words}, og er glad for det.")
    assert check == PaperCheck(("Lone Holm",), (words,))
    assert check.needs_reason


@pytest.mark.parametrize(
    "text",
    [
        "Mandag 23. november 2026 kl. 16.00–18.02",
        "Næste møde tirsdag 19. januar 2027 kl. 16.00. Sag M-2026-014. Side 1 af 3",
        "Kirsten henter Mikkel fast om onsdagen fra 2/12. Det er en god vej at gå.",
    ],
)
def test_dates_and_everyday_words_are_not(text: str) -> None:
    assert not check_paper(with_protected("Lone"), text).needs_reason


def test_an_address_broken_over_two_lines_is_found() -> None:
    check = check_paper(with_protected("Lone"), "Vi mødes på Vester\nFarimagsgade 12,\n1234\n5678")
    assert check.words == ("Vester Farimagsgade 12", "1234 5678")


def test_the_same_words_are_told_once_and_each_person_is_named() -> None:
    check = check_paper(with_protected("Lone", "Peter"), "Ring 12345678. Altså 12345678 til Lone på Vestergade 12.")
    assert check.people == ("Lone Holm", "Peter Holm")
    assert check.words == ("12345678", "Vestergade 12")


def test_the_case_reference_is_no_phone_number() -> None:
    assert not check_paper(with_protected("Lone", case_reference="26-12345678"), "Sag 26-12345678").needs_reason


def test_where_nobody_is_protected_nothing_is_asked() -> None:
    assert check_paper(meeting(), "Vestergade 12, 12 34 56 78") == PaperCheck()


def test_what_the_child_asked_not_to_have_said_is_found_in_any_paper() -> None:
    asked = meeting(not_said=("At jeg har grædt i skolen.",))
    check = check_paper(asked, "Tavlen\nHanne: Mikkel græder tit\ni skolen. Skolen ringer hjem. Ingen har grædt i dag.")
    assert check == PaperCheck(unsaid=("græder tit i skolen",))
    assert check.needs_reason
    assert not check_paper(asked, "Skolen ringer. Ingen har grædt.").needs_reason


def test_both_are_told_where_an_address_is_protected_too() -> None:
    check = check_paper(with_protected("Lone", not_said=("skilsmissen",)), "Om skilsmissen, ring 12345678.")
    assert check == PaperCheck(("Lone Holm",), ("12345678",), ("skilsmissen",))
