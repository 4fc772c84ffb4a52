"""Dates as people say them."""

from datetime import date, datetime

from netmoede_desktop.localization import dates
from netmoede_desktop.localization.catalogue import load

DANISH = load("da")
MOMENT = datetime(2026, 11, 23, 16, 5)  # noqa: DTZ001 (a wall time)


def test_danish_dates() -> None:
    assert dates.full_date(MOMENT, DANISH) == "mandag 23. november 2026"
    assert dates.long_date(MOMENT, DANISH) == "23. november 2026"
    assert dates.full_moment(MOMENT, DANISH) == "mandag 23. november 2026 kl. 16.05"
    assert dates.long_moment(MOMENT, DANISH) == "23. november 2026 kl. 16.05"
    assert dates.sentence_case("mandag") == "Mandag"


def test_a_short_month_has_its_full_stop_and_one_that_is_whole_has_none() -> None:
    months = [dates.short_date(date(2026, month, 4), DANISH, year=2026) for month in range(1, 13)]
    names = ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.")
    assert months == [f"4. {name}" for name in names]


def test_the_year_is_told_when_it_is_another() -> None:
    assert dates.short_date(date(2027, 1, 4), DANISH, year=2026) == "4. jan. 2027"
    assert dates.short_date(date(2027, 1, 4), DANISH) == "4. jan. 2027"


def test_from_and_by() -> None:
    first, last = date(2026, 11, 27), date(2026, 12, 4)
    assert dates.when(first, None, DANISH, year=2026) == "fra 27. nov."
    assert dates.when(None, last, DANISH, year=2026) == "senest 4. dec."
    assert dates.when(first, last, DANISH, year=2026) == "fra 27. nov., senest 4. dec."
    assert dates.when(None, None, DANISH) == "ingen dato"


def test_a_day_said_in_the_room_has_its_weekday_and_its_year_only_when_it_is_far_away() -> None:
    today = date(2026, 11, 23)
    assert dates.weekday_date(date(2026, 12, 2), DANISH) == "onsdag 2. december"
    assert dates.weekday_names(DANISH)[::6] == ("mandag", "søndag")
    assert dates.weekday_date(date(2027, 1, 19), DANISH, today=today) == "tirsdag 19. januar 2027"
    assert dates.weekday_date(date(2026, 1, 20), DANISH, today=today) == "tirsdag 20. januar"
    assert dates.weekday_date(date(2027, 11, 23), DANISH, today=today) == "tirsdag 23. november 2027"


def test_another_language_has_its_own_names_in_our_order() -> None:
    english = load("en")
    assert dates.full_date(MOMENT, english) == "Monday 23 November 2026"
    assert dates.long_date(MOMENT, english) == "23 November 2026"
    assert dates.short_date(MOMENT, english, year=2026) == "23 Nov"
