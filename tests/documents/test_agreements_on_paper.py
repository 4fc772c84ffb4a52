"""Agreements on paper: what is agreed now, what was agreed before, and who has said yes to what."""

from dataclasses import replace
from datetime import date

import pytest

from netmoede_desktop.documents.content.aftaler import aftaler
from netmoede_desktop.domain.minutes import Answer, EarlierWording
from tests.documents.meetings import agreement, meeting
from tests.documents.told import DANISH, lines_of, section, told


@pytest.mark.parametrize(
    ("answer", "owner"),
    [
        (Answer.YES, "Lone Holm, mor"),
        (Answer.NO, "Lone Holm, mor / ikke bekræftet"),
        (Answer.CHANGE, "Lone Holm, mor / rettet ved oplæsningen"),
        (None, "Lone Holm, mor / ikke spurgt"),
    ],
)
def test_an_agreement_says_whether_its_owner_said_yes(answer: Answer | None, owner: str) -> None:
    lines = section(lines_of(agreements=(agreement(1, "Ringe", "lone", answer=answer),)), "Det aftalte vi")
    assert lines[1] == f"1 | Ringe | {owner} | ingen dato"


def test_agreements_of_last_time_stand_apart_with_what_they_were_and_how_it_went() -> None:
    sign = "Tegn på, at det lykkes: Mikkel sover"
    then = EarlierWording("Peter går tur", date(2026, 11, 2), None, "Mikkel sover")
    both = (
        agreement(1, "Ny", "lone", start=date(2026, 12, 1), due=date(2027, 1, 4)),
        agreement(2, "Gammel", "peter", carried=True, status="gjort", start=date(2026, 11, 1), answer=None),
        agreement(3, "Glemt", "peter", carried=True, due=date(2026, 11, 20), answer=None),
        agreement(4, "Peter cykler", "peter", carried=True, status="ændret", answer=Answer.CHANGE, before=then),
        agreement(5, "Peter løber", "peter", carried=True, status="ændret", answer=Answer.NO, before=then),
    )
    lines = lines_of(agreements=both)
    assert section(lines, "Aftaler fra sidst") == [
        "Nr. | Hvad | Hvem | Hvornår | Status",
        "2 | Gammel | Peter Holm, far | fra 1. nov. | gjort",
        "3 | Glemt | Peter Holm, far | senest 20. nov. | ikke gennemgået",
        f"4 | Peter går tur / {sign} | Peter Holm, far | fra 2. nov. | ændret / svar: ny tekst",
        f"5 | Peter går tur / {sign} / Ændret til: Peter løber | Peter Holm, far | fra 2. nov. | ændret / svar: nej",
    ]
    assert "## Aftaler fra sidst" not in lines_of()
    overview = told(aftaler(meeting(agreements=both), DANISH))
    assert section(overview, "Aftaler fra sidst") == section(lines, "Aftaler fra sidst")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer.YES, " / sidst: ja"),
        (Answer.NO, " / sidst: ikke bekræftet"),
        (Answer.CHANGE, " / sidst: rettet ved oplæsningen"),
        (None, ""),
    ],
)
def test_the_table_of_last_time_says_what_the_owner_answered_then(answer: Answer | None, told: str) -> None:
    old = agreement(1, "Ringe", "lone", carried=True, status="gjort", answer=None, answered_before=answer)
    rows = section(lines_of(agreements=(old,)), "Aftaler fra sidst")
    assert rows[1] == f"1 | Ringe | Lone Holm, mor{told} | ingen dato | gjort"


@pytest.mark.parametrize(
    ("status", "answer", "owner"),
    [
        ("i gang", Answer.YES, "Peter Holm, far"),
        ("i gang", None, "Peter Holm, far / i gang"),
        ("fortsæt", None, "Peter Holm, far / fortsætter"),
        ("ændres", None, "Peter Holm, far / ikke spurgt"),
        ("ændret", Answer.CHANGE, "Peter Holm, far / rettet ved oplæsningen"),
    ],
)
def test_what_goes_on_from_last_time_stands_among_what_is_agreed_now(
    status: str, answer: Answer | None, owner: str
) -> None:
    old = agreement(1, "Peter henter", "peter", carried=True, status=status, answer=answer, start=date(2026, 12, 2))
    new = agreement(2, "Lone ringer", "lone", due=date(2026, 12, 4))
    assert section(lines_of(agreements=(old, new)), "Det aftalte vi") == [
        "Nr. 1 er fra sidst.",
        "Nr. | Hvad | Hvem | Hvornår",
        f"1 | Peter henter | {owner} | fra 2. dec.",
        "2 | Lone ringer | Lone Holm, mor | senest 4. dec.",
    ]


@pytest.mark.parametrize(
    ("status", "answer"),
    [("gjort", None), ("stopper", None), ("ikke aktuel", None), (None, None), ("i gang", Answer.NO)],
)
def test_what_does_not_go_on_is_not_said_to_be_agreed(status: str | None, answer: Answer | None) -> None:
    old = agreement(1, "Peter henter", "peter", carried=True, status=status, answer=answer)
    assert section(lines_of(agreements=(old,)), "Det aftalte vi") == ["Der blev ikke lavet aftaler på mødet."]


def test_the_numbers_of_what_is_from_before_are_told_as_runs() -> None:
    carried = [agreement(n, "Peter henter", "peter", carried=True, status="gjort") for n in (1, 2, 3, 7)]
    begun = agreement(8, "Lone øver", "lone", carried=True, started=True, status="fortsætter", start=date(2026, 9, 1))
    lines = section(lines_of(agreements=(*carried, begun)), "Det aftalte vi")
    assert lines[0] == "Nr. 1–3 og 7 er fra sidst. Nr. 8 var i gang før mødet."
    assert lines[2] == "8 | Lone øver | Lone Holm, mor | i gang siden 1. sep."


def test_a_measure_that_was_under_way_is_no_agreement_of_last_time() -> None:
    begun = agreement(
        1, "Lone øver", "lone", carried=True, started=True, status="stopper", start=date(2025, 9, 1), answer=None
    )
    lines = lines_of(agreements=(begun,))
    assert section(lines, "Det var allerede i gang") == [
        "Nr. | Hvad | Hvem | I gang siden | Status",
        "1 | Lone øver | Lone Holm, mor | 1. sep. 2025 | stopper",
    ]
    unknown = section(lines_of(agreements=(replace(begun, start=None),)), "Det var allerede i gang")
    assert unknown == ["Nr. | Hvad | Hvem | Hvornår | Status", "1 | Lone øver | Lone Holm, mor | ingen dato | stopper"]
    assert "## Aftaler fra sidst" not in lines
