"""Dates in running Danish text. "Today" is Monday 23 November 2026, in ISO week 48, unless a test says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.dates.danish_dates import DateKind, find_dates
from netmoede_desktop.domain.dates.date_reading import DateTrouble
from netmoede_desktop.domain.language.folding import fold_words

TODAY = date(2026, 11, 23)
START, DUE = DateKind.START, DateKind.DUE
IMPOSSIBLE, UNCLEAR, WEEKDAY = DateTrouble.IMPOSSIBLE, DateTrouble.UNCLEAR, DateTrouble.WEEKDAY
VAGUE = DateTrouble.VAGUE


def read(line: str, today: date = TODAY, names: tuple[str, ...] = ()) -> list[tuple[DateKind, date, str]]:
    found = find_dates(fold_words(line), today, names)
    return [(clause.kind, clause.day, line[clause.start : clause.end]) for clause in found.clauses]


def troubles(line: str, today: date = TODAY) -> tuple[DateTrouble, ...]:
    found = find_dates(fold_words(line), today)
    assert found.clauses == ()
    return found.troubles


@pytest.mark.parametrize(
    ("line", "kind", "day"),
    [
        ("fra 2/12", START, date(2026, 12, 2)),
        ("fra og med 2/12", START, date(2026, 12, 2)),
        ("fra: 2/12", START, date(2026, 12, 2)),
        ("fra den 2/12", START, date(2026, 12, 2)),
        ("fra d. 2/12", START, date(2026, 12, 2)),
        ("fra 23/11", START, TODAY),
        ("fra 23/9", START, date(2027, 9, 23)),
        ("fra 5/1", START, date(2027, 1, 5)),
        ("senest 4. december", DUE, date(2026, 12, 4)),
        ("senest den 4. december 2027", DUE, date(2027, 12, 4)),
        ("fra 27. nov", START, date(2026, 11, 27)),
        ("fra 27. nov.", START, date(2026, 11, 27)),
        ("Senest 3. SEPT.", DUE, date(2027, 9, 3)),
        ("senest 4 juni", DUE, date(2027, 6, 4)),
        ("senest 4/12-2027", DUE, date(2027, 12, 4)),
        ("senest 4/12/27", DUE, date(2027, 12, 4)),
        ("senest 4/12 2027", DUE, date(2027, 12, 4)),
        ("senest 4/12-2199", DUE, date(2199, 12, 4)),
        ("senest 4/12-2025", DUE, date(2025, 12, 4)),
        ("senest 04.12.2026", DUE, date(2026, 12, 4)),
        ("senest 4-12-2026", DUE, date(2026, 12, 4)),
        ("senest den 4.12", DUE, date(2026, 12, 4)),
        ("senest 4.12.26", DUE, date(2026, 12, 4)),
        ("den 4.12", DUE, date(2026, 12, 4)),
        ("senest fredag d. 4. 12. 2026", DUE, date(2026, 12, 4)),
        ("senest 2026-12-04", DUE, date(2026, 12, 4)),
        ("senest den 4.", DUE, date(2026, 12, 4)),
        ("senest den 1.", DUE, date(2026, 12, 1)),
        ("senest den 23.", DUE, TODAY),
        ("senest den 31.", DUE, date(2026, 12, 31)),
        ("senest fredag den 4.", DUE, date(2026, 12, 4)),
        ("inden søndag", DUE, date(2026, 11, 29)),
        ("inden på søndag", DUE, date(2026, 11, 29)),
        ("fra på fredag", START, date(2026, 11, 27)),
        ("fra førstkommende mandag", START, date(2026, 11, 30)),
        ("fra mandag", START, date(2026, 11, 30)),
        ("til fredag", DUE, date(2026, 11, 27)),
        ("senest fredag den 4/12", DUE, date(2026, 12, 4)),
        ("senest fredag i uge 50", DUE, date(2026, 12, 11)),
        ("fra mandag i uge 48", START, TODAY),
        ("fra onsdag i næste uge", START, date(2026, 12, 2)),
        ("fra i dag", START, TODAY),
        ("fra nu af", START, TODAY),
        ("fra i morgen", START, date(2026, 11, 24)),
        ("senest i overmorgen", DUE, date(2026, 11, 25)),
        ("om 14 dage", DUE, date(2026, 12, 7)),
        ("om fjorten dage", DUE, date(2026, 12, 7)),
        ("om en uge", DUE, date(2026, 11, 30)),
        ("om én uge", DUE, date(2026, 11, 30)),
        ("fra om otte uger", START, date(2027, 1, 18)),
        ("om 3 måneder", DUE, date(2027, 2, 23)),
        ("senest om et år", DUE, date(2027, 11, 23)),
        ("inden for 14 dage", DUE, date(2026, 12, 7)),
        ("inden for de næste to uger", DUE, date(2026, 12, 7)),
        ("senest om en dag", DUE, date(2026, 11, 24)),
        ("uge 49", DUE, date(2026, 12, 6)),
        ("i uge 49", DUE, date(2026, 12, 6)),
        ("fra uge 49", START, date(2026, 11, 30)),
        ("fra uge 48", START, TODAY),
        ("senest uge 2", DUE, date(2027, 1, 17)),
        ("senest uge 49 2027", DUE, date(2027, 12, 12)),
        ("inden uge 49", DUE, date(2026, 11, 29)),
        ("fra uge 1", START, date(2027, 1, 4)),
        ("senest uge 52 2025", DUE, date(2025, 12, 28)),
        ("inden udgangen af uge 49", DUE, date(2026, 12, 6)),
        ("fra næste uge", START, date(2026, 11, 30)),
        ("i næste uge", DUE, date(2026, 12, 6)),
        ("fra næste måned", START, date(2026, 12, 1)),
        ("senest i næste måned", DUE, date(2026, 12, 31)),
        ("fra januar", START, date(2027, 1, 1)),
        ("fra november", START, TODAY),
        ("senest i december", DUE, date(2026, 12, 31)),
        ("inden december", DUE, date(2026, 11, 30)),
        ("inden udgangen af marts 2028", DUE, date(2028, 3, 31)),
        ("inden for uge 49", DUE, date(2026, 12, 6)),
        ("i løbet af 14 dage", DUE, date(2026, 12, 7)),
        ("i løbet af næste uge", DUE, date(2026, 12, 6)),
        ("start i aften", START, TODAY),
        ("fra 2/12 og frem", START, date(2026, 12, 2)),
        ("fra nytår", START, date(2027, 1, 1)),
        ("efter nytår", START, date(2027, 1, 1)),
        ("inden nytår", DUE, date(2026, 12, 31)),
        ("frist: 4/12", DUE, date(2026, 12, 4)),
        ("på tors. d. 3/12", DUE, date(2026, 12, 3)),
        ("senest fre. 27/11", DUE, date(2026, 11, 27)),
        ("på tirs", DUE, date(2026, 11, 24)),
        ("tirdag d 1/12", DUE, date(2026, 12, 1)),
        ("den første december", DUE, date(2026, 12, 1)),
        ("den 1. i 12.", DUE, date(2026, 12, 1)),
        ("første mandag i december", DUE, date(2026, 12, 7)),
        ("inden månedens udgang", DUE, date(2026, 11, 30)),
        ("inden årets udgang", DUE, date(2026, 12, 31)),
        ("inden ugen er omme", DUE, date(2026, 11, 29)),
        ("i ugens løb", DUE, date(2026, 11, 29)),
        ("i denne uge", DUE, date(2026, 11, 29)),
        ("ultimo januar", DUE, date(2027, 1, 31)),
        ("inden weekenden", DUE, date(2026, 11, 27)),
        ("uge 49 torsdag", DUE, date(2026, 12, 3)),
        ("om 3 mdr.", DUE, date(2027, 2, 23)),
        ("14 dage fra nu", DUE, date(2026, 12, 7)),
    ],
)
def test_a_date_is_read_with_the_word_that_leads_it(line: str, kind: DateKind, day: date) -> None:
    assert read(f"Vi ses {line}, tak") == [(kind, day, line)]
    assert read(line) == [(kind, day, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Kirsten henter Mikkel onsdage",
        "Kirsten henter hver onsdag",
        "om onsdagen",
        "rute 5/7",
        "stue 3.2",
        "§ 50",
        "2-3 gange",
        "10-15 min",
        "kl. 8.10-9.10",
        "hver mandag og onsdag",
        "hver anden weekend",
        "onsdage i lige uger",
        "siden 2/11",
        "20/12-holdet",
        "inden for 1/2 time",
        "10/12 rigtige",
        "2.5 ml",
        "fra 5. klasse",
        "fra den 4. klasse",
        "fra kl. 8.10",
        "fra kl. 16.30.",
        "1/2 kage",
        "1/3 kage",
        "2/3 kage",
        "1/4 kage",
        "3/4 kage",
        "læser 1/2 time",
        "til 2/3 af klassen",
        "svarer 24/7",
        "50/50",
        "12/34/56",
        "32/5",
        "5/13",
        "senest 32.12",
        "senest 5.13",
        "fortæller om en dag i skolen",
        "8 dage",
        "efter nu",
        "herfra i",
        "version 2.12.2",
        "version 2.12.26",
        "i seng senest 20.30",
        "på side 2-12",
        "tlf. 12-34-5678901",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(line: str) -> None:
    assert read(line) == []
    assert troubles(line) == ()


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("31/2", IMPOSSIBLE),
        ("senest 31/2", IMPOSSIBLE),
        ("senest 50/50", IMPOSSIBLE),
        ("senest 0/12", IMPOSSIBLE),
        ("senest 29/2", IMPOSSIBLE),
        ("senest 4/12-1999", IMPOSSIBLE),
        ("senest 4/12-2200", IMPOSSIBLE),
        ("senest 32. december", IMPOSSIBLE),
        ("senest 2026-13-01", IMPOSSIBLE),
        ("senest 31.2.2027", IMPOSSIBLE),
        ("senest den 32.", IMPOSSIBLE),
        ("senest den 0.", IMPOSSIBLE),
        ("fra uge 54", IMPOSSIBLE),
        ("fra uge 0", IMPOSSIBLE),
        ("mandag i uge 60", IMPOSSIBLE),
        ("senest uge 53 2027", IMPOSSIBLE),
        ("senest torsdag den 4/12", WEEKDAY),
        ("senest mandag den 4.", WEEKDAY),
        ("senest lørdag 4. december", WEEKDAY),
        ("næste fredag", UNCLEAR),
        ("fra mandag til fredag", UNCLEAR),
        ("på mandag om 8 dage", UNCLEAR),
        ("om otte dage", UNCLEAR),
        ("fredag", UNCLEAR),
        ("mandag til fredag", UNCLEAR),
        ("i dag går han i skole", UNCLEAR),
        ("i december", UNCLEAR),
        ("1. og 2. december", UNCLEAR),
        ("før sommerferien", VAGUE),
        ("til skolestart", VAGUE),
        ("straks", VAGUE),
        ("primo januar", UNCLEAR),
        ("medio januar", UNCLEAR),
        ("sidst på måneden", UNCLEAR),
        ("ved årsskiftet", UNCLEAR),
        ("i weekenden", UNCLEAR),
        ("om 8 dage", UNCLEAR),
        ("om 2-3 uger", UNCLEAR),
        ("om et par uger", UNCLEAR),
        ("før 4/12", UNCLEAR),
        ("omkring 4/12", UNCLEAR),
        ("bus 4/12", UNCLEAR),
        ("fra 22/11", UNCLEAR),
        ("uge 47", UNCLEAR),
        ("tidligst 4/12", UNCLEAR),
        ("undtagen 4/12", UNCLEAR),
        ("flytter mødet fra 28/11 til 3/12", UNCLEAR),
        ("1.12", UNCLEAR),
        ("1/2", UNCLEAR),
        ("senest 14 dage efter", UNCLEAR),
        ("mandag 1/12", WEEKDAY),
        ("tors. 4/12", WEEKDAY),
        ("fra fredag d. 4. i ugen", UNCLEAR),
        ("i uge 49 og 50", UNCLEAR),
        ("fra 8.10", UNCLEAR),
        ("senest 1.12.", UNCLEAR),
        ("senest 31.12", UNCLEAR),
        ("efter 4/12", UNCLEAR),
        ("senest nytår", UNCLEAR),
        ("inden uge 48", UNCLEAR),
    ],
)
def test_what_is_impossible_or_unclear_is_named_and_not_guessed(line: str, trouble: DateTrouble) -> None:
    assert troubles(line) == (trouble,)


def test_a_day_of_this_week_that_has_passed_is_unclear() -> None:
    assert troubles("tirsdag i uge 48", date(2026, 11, 26)) == (UNCLEAR,)


def test_a_day_that_has_just_gone_by_is_read_with_its_year() -> None:
    assert read("fra 22/11-2026") == [(START, date(2026, 11, 22), "fra 22/11-2026")]
    assert read("fra 22/11-2027") == [(START, date(2027, 11, 22), "fra 22/11-2027")]


def test_the_leap_day_is_read_when_the_coming_february_has_it() -> None:
    assert read("fra 29/2", date(2027, 12, 1)) == [(START, date(2028, 2, 29), "fra 29/2")]


def test_a_period_that_runs_already_is_asked_about() -> None:
    assert find_dates(fold_words("20/11-4/12"), TODAY).troubles == (UNCLEAR,)
    assert find_dates(fold_words("10/8-4/12"), TODAY).troubles == (UNCLEAR,)
    assert find_dates(fold_words("den 20. til den 29. november"), TODAY).troubles == (UNCLEAR,)


def test_an_ending_onwards_belongs_to_a_beginning_only() -> None:
    assert read("senest 2/12 og frem") == [(DUE, date(2026, 12, 2), "senest 2/12")]
    assert read("fra 2/12 og fremme") == [(START, date(2026, 12, 2), "fra 2/12")]


def test_week_53_is_read_in_a_year_that_has_it() -> None:
    assert read("fra uge 53") == [(START, date(2026, 12, 28), "fra uge 53")]


def test_a_week_is_this_one_to_its_sunday_and_then_asked_about() -> None:
    assert read("uge 48", date(2026, 11, 29)) == [(DUE, date(2026, 11, 29), "uge 48")]
    assert troubles("uge 48", date(2026, 11, 30)) == (UNCLEAR,)
    assert read("uge 48", date(2027, 3, 1)) == [(DUE, date(2027, 12, 5), "uge 48")]


def test_before_a_week_ends_the_day_before_it_begins_even_if_that_is_today() -> None:
    assert read("inden uge 49", date(2026, 11, 29)) == [(DUE, date(2026, 11, 29), "inden uge 49")]


def test_months_ahead_end_with_a_shorter_month() -> None:
    assert read("om en måned", date(2027, 1, 31)) == [(DUE, date(2027, 2, 28), "om en måned")]


def test_a_lone_day_waits_for_a_month_that_has_it() -> None:
    assert read("den 30.", date(2027, 1, 31)) == [(DUE, date(2027, 3, 30), "den 30.")]


def test_the_verb_of_the_sentence_leads_without_belonging_to_the_clause() -> None:
    assert read("Jonas starter 2/12") == [(START, date(2026, 12, 2), "2/12")]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("1/12-4/12", date(2026, 12, 1), date(2026, 12, 4)),
        ("1/12 til 4/12", date(2026, 12, 1), date(2026, 12, 4)),
        ("fra 1/12 til og med 4/12", date(2026, 12, 1), date(2026, 12, 4)),
        ("1/12 t/m 4/12", date(2026, 12, 1), date(2026, 12, 4)),
        ("mellem 1/12 og 4/12", date(2026, 12, 1), date(2026, 12, 4)),
        ("mellem den 1. og den 4. december", date(2026, 12, 1), date(2026, 12, 4)),
        ("fra den 1. til den 4. december", date(2026, 12, 1), date(2026, 12, 4)),
        ("1.-4. december", date(2026, 12, 1), date(2026, 12, 4)),
        ("d. 1-4/12", date(2026, 12, 1), date(2026, 12, 4)),
        ("1-2/12", date(2026, 12, 1), date(2026, 12, 2)),
        ("fre. 27/11 - søn. 29/11", date(2026, 11, 27), date(2026, 11, 29)),
        ("28/12-3/1", date(2026, 12, 28), date(2027, 1, 3)),
        ("28. til 3. januar", date(2026, 12, 28), date(2027, 1, 3)),
        ("30. nov. - 2. dec.", date(2026, 11, 30), date(2026, 12, 2)),
        ("1/12-4/12-2027", date(2027, 12, 1), date(2027, 12, 4)),
        ("uge 49-51", date(2026, 11, 30), date(2026, 12, 20)),
        ("fra uge 49 til uge 51", date(2026, 11, 30), date(2026, 12, 20)),
        ("fra skærtorsdag til 2. påskedag", date(2027, 3, 25), date(2027, 3, 29)),
    ],
)
def test_both_ends_of_a_period_are_read(line: str, first: date, last: date) -> None:
    found = read(f"Vi ses {line}, tak")
    assert [(kind, day) for kind, day, _ in found] == [(START, first), (DUE, last)]
    assert "".join(words for _, _, words in found) == line


@pytest.mark.parametrize("join", [" til ", "-", " – ", " senest "])
def test_a_beginning_and_an_end(join: str) -> None:
    assert [(kind, day) for kind, day, _ in read(f"fra 5/1{join}20/12")] == [
        (START, date(2027, 1, 5)),
        (DUE, date(2027, 12, 20)),
    ]


def test_an_end_with_its_own_year_or_counted_from_today_stays_where_it_is() -> None:
    assert [day for _, day, _ in read("fra 5/1 senest 20/12-2026")] == [date(2027, 1, 5), date(2026, 12, 20)]
    assert [day for _, day, _ in read("fra 5/1 senest om 14 dage")] == [date(2027, 1, 5), date(2026, 12, 7)]


def test_a_month_that_is_somebodys_name_is_not_a_date() -> None:
    assert read("får besked fra maj", names=("maj",)) == []
    assert read("får besked fra maj")[0][1] == date(2027, 5, 1)


def test_decomposed_letters_wide_blanks_and_invisible_marks_do_not_hide_a_date() -> None:
    assert read("fra\u00a0lo\u0338rdag") == []
    assert [day for _, day, _ in read("senest\u00a0\u2003so\u00adndag")] == [date(2026, 11, 29)]
    assert [day for _, day, _ in read("fra\u00a0 s\u00adøndag")] == [date(2026, 11, 29)]
    assert [day for _, day, _ in read("fra pa\u030a fredag")] == [date(2026, 11, 27)]


@given(st.dates(date(2000, 1, 1), date(2190, 12, 31)), st.integers(0, 364))
def test_a_day_without_its_year_is_the_first_one_from_today_unless_it_has_just_gone_by(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) == (2, 29):
        return
    if ahead > 304:
        assert ahead == 305 or troubles(f"fra {day.day}/{day.month}", today) == (UNCLEAR,)
        return
    assert read(f"fra {day.day}/{day.month}", today) == [(START, day, f"fra {day.day}/{day.month}")]


@given(st.dates(date(2000, 1, 1), date(2190, 12, 31)), st.sampled_from(["mandag", "onsdag", "søndag"]))
def test_a_weekday_is_the_coming_one_and_never_today(today: date, weekday: str) -> None:
    ((_, day, _),) = read(f"senest {weekday}", today)
    assert 1 <= (day - today).days <= 7
    assert find_dates(fold_words(f"senest {weekday} den {day.day}/{day.month}-{day.year}"), today).clauses[0].day == day
