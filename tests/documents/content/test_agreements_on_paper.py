"""Agreements on paper: what is agreed now, what was agreed before, and who has said yes to what."""

from dataclasses import replace
from datetime import date

import pytest

from netmoede_desktop.documents.content.agreements.aftaler import aftaler
from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.minutes.record import EarlierWording
from tests.documents.meetings import agreement, meeting
from tests.documents.told import DANISH, lines_of, section, told


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer.YES, "Ringe | Lone Holm, mor"),
        (Answer.NO, "Ringe | Lone Holm, mor / ikke bekræftet"),
        (Answer.CHANGE, "Ringe / Teksten blev rettet, da aftalen blev læst op. | Lone Holm, mor"),
        (None, "Ringe | Lone Holm, mor / ikke spurgt"),
    ],
)
def test_an_agreement_says_whether_its_owner_said_yes(answer: Answer | None, told: str) -> None:
    lines = section(lines_of(agreements=(agreement(1, "Ringe", "lone", answer=answer),)), "Det aftalte vi")
    assert lines[1] == f"1 | {told} | ingen dato"


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
    changed = f"Peter går tur / {sign} / Ændret til: Peter løber"
    assert section(lines, "Aftaler fra sidst") == [
        "Nr. | Hvad | Hvem | Hvornår | Status",
        "2 | Gammel | Peter Holm, far | fra 1. nov. | gjort",
        "3 | Glemt | Peter Holm, far | senest 20. nov. | ikke gennemgået",
        f"4 | Peter går tur / {sign} | Peter Holm, far | fra 2. nov. | ændret / har fået ny tekst",
        f"5 | {changed} | Peter Holm, far | fra 2. nov. | ændret / nej til ændringen",
    ]
    assert "## Aftaler fra sidst" not in lines_of()
    overview = told(aftaler(meeting(agreements=both), DANISH))
    assert section(overview, "Aftaler fra sidst") == section(lines, "Aftaler fra sidst")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer.YES, " / Sidst blev der sagt ja til aftalen."),
        (Answer.NO, " / Sidst blev aftalen ikke bekræftet."),
        (Answer.CHANGE, " / Sidst blev teksten rettet, da aftalen blev læst op."),
        (None, ""),
    ],
)
def test_the_table_of_last_time_says_what_the_owner_answered_then(answer: Answer | None, told: str) -> None:
    old = agreement(1, "Ringe", "lone", carried=True, status="gjort", answer=None, answered_before=answer)
    rows = section(lines_of(agreements=(old,)), "Aftaler fra sidst")
    assert rows[1] == f"1 | Ringe{told} | Lone Holm, mor | ingen dato | gjort"


@pytest.mark.parametrize(
    ("status", "answer", "told"),
    [
        ("gjort", None, "gjort"),
        ("gjort", Answer.YES, "gjort"),
        ("i gang", Answer.YES, "i gang / ja til at gå videre"),
        ("i gang", Answer.NO, "i gang / nej til at gå videre"),
        ("ændret", Answer.YES, "ændret / ja til ændringen"),
        (None, None, "ikke gennemgået"),
        (None, Answer.NO, "nej til at gå videre"),
    ],
)
def test_the_status_of_last_time_says_what_was_answered_to_what(
    status: str | None, answer: Answer | None, told: str
) -> None:
    old = agreement(1, "Ringe", "lone", carried=True, status=status, answer=answer)
    assert section(lines_of(agreements=(old,)), "Aftaler fra sidst")[1].endswith(f" | {told}")


@pytest.mark.parametrize(
    ("status", "answer", "said", "owner"),
    [
        ("i gang", Answer.YES, "Aftalen er i gang.", ""),
        ("i gang", None, "Aftalen er i gang.", ""),
        ("ikke nået", Answer.YES, "Aftalen blev ikke nået, men gælder stadig.", ""),
        ("fortsæt", None, "Aftalen fortsætter.", ""),
        ("fortsætter", Answer.YES, "Aftalen fortsætter.", ""),
        ("ændres", None, "Aftalen er ændret.", " / ikke spurgt"),
        ("ændret", Answer.CHANGE, "Aftalen er ændret.", ""),
        ("i gang", Answer.CHANGE, "Aftalen er i gang. Teksten blev rettet, da aftalen blev læst op.", ""),
        ("hviler", Answer.YES, "Status på aftalen: hviler.", ""),
        (None, None, "Ikke gennemgået, gælder stadig.", ""),
        (None, Answer.YES, "Aftalen gælder stadig.", ""),
    ],
)
def test_what_goes_on_from_last_time_stands_among_what_is_agreed_now(
    status: str | None, answer: Answer | None, said: str, owner: str
) -> None:
    old = agreement(1, "Peter henter", "peter", carried=True, status=status, answer=answer, start=date(2026, 12, 2))
    new = agreement(2, "Lone ringer", "lone", due=date(2026, 12, 4))
    assert section(lines_of(agreements=(old, new)), "Det aftalte vi") == [
        "Nr. 1 er fra sidst.",
        "Nr. | Hvad | Hvem | Hvornår",
        f"1 | Peter henter / {said} | Peter Holm, far{owner} | fra 2. dec.",
        "2 | Lone ringer | Lone Holm, mor | senest 4. dec.",
    ]


@pytest.mark.parametrize(
    ("status", "answer"),
    [("gjort", None), ("stopper", None), ("ikke aktuel", None), (None, Answer.NO), ("i gang", Answer.NO)],
)
def test_what_does_not_go_on_is_not_said_to_be_agreed(status: str | None, answer: Answer | None) -> None:
    old = agreement(1, "Peter henter", "peter", carried=True, status=status, answer=answer)
    assert section(lines_of(agreements=(old,)), "Det aftalte vi") == ["Der blev ikke lavet aftaler på mødet."]


def test_one_day_is_told_once() -> None:
    day = date(2026, 12, 4)
    one = agreement(1, "Peter henter", "peter", start=day, due=day)
    assert section(lines_of(agreements=(one,)), "Det aftalte vi")[1].endswith("| 4. dec.")


def test_only_the_numbers_that_stand_in_the_table_are_told_to_be_from_before() -> None:
    over = [agreement(n, "Peter henter", "peter", carried=True, status="gjort") for n in (1, 4, 6)]
    goes_on = [agreement(n, "Peter henter", "peter", carried=True, status="i gang") for n in (2, 3, 5, 7, 8, 9)]
    begun = agreement(10, "Lone øver", "lone", carried=True, started=True, status="fortsætter", start=date(2026, 9, 1))
    lines = section(lines_of(agreements=(*over, *goes_on, begun)), "Det aftalte vi")
    assert lines[0] == "Nr. 2, 3, 5 og 7–9 er fra sidst. Nr. 10 var i gang før mødet."
    assert lines[-1] == "10 | Lone øver / Aftalen fortsætter. | Lone Holm, mor | i gang siden 1. sep."
    new = agreement(11, "Lone ringer", "lone")
    assert section(lines_of(agreements=(*over, new)), "Det aftalte vi")[0] == "Nr. | Hvad | Hvem | Hvornår"


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
