"""Dates as people say them."""

import json
import subprocess
import sys
from datetime import date, datetime, timedelta
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date

from installer.date_names import LANGUAGES, names, write
from netmoede_desktop.localization import dates
from netmoede_desktop.localization.catalogue import CatalogueTranslator, load
from netmoede_desktop.localization.date_names import date_names
from netmoede_desktop.localization.resources import resource_folder

DANISH = load("da")
MOMENT = datetime(2026, 11, 23, 16, 5)  # noqa: DTZ001 (a wall time)


@pytest.mark.smoke
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


@pytest.mark.smoke
def test_another_language_has_its_own_names_in_our_order() -> None:
    english = load("en")
    assert dates.full_date(MOMENT, english) == "Monday 23 November 2026"
    assert dates.long_date(MOMENT, english) == "23 November 2026"
    assert dates.short_date(MOMENT, english, year=2026) == "23 Nov"


@pytest.mark.smoke
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_names_are_those_of_babel(language: str) -> None:
    """After an update of Babel `dev.py dates` writes them anew."""
    shipped = json.loads((resource_folder() / "dates" / f"{language}.json").read_text(encoding="utf-8"))
    assert shipped == names(language)
    assert [len(told) for told in shipped.values()] == [7, 7, 12, 12, 12]
    locale = Locale.parse(language)
    assert locale.days["format"]["wide"] == locale.days["stand-alone"]["wide"], "one list of days is enough"


def test_every_shipped_file_of_names_is_looked_after(tmp_path: Path) -> None:
    shipped = resource_folder() / "dates"
    assert sorted(file.stem for file in shipped.iterdir()) == sorted(LANGUAGES)
    write(tmp_path / "dates")
    for file in shipped.iterdir():
        assert file.read_bytes() == (tmp_path / "dates" / file.name).read_bytes()


@pytest.mark.parametrize(("language", "dot"), [("da", "."), ("en", "")])
def test_every_day_is_said_as_babel_says_it(language: str, dot: str) -> None:
    t = load(language)
    for ahead in range(0, 1500, 7):
        day = date(2025, 12, 27) + timedelta(days=ahead + ahead // 7)
        said = {
            f"EEEE d{dot} MMMM y": dates.full_date(day, t),
            f"d{dot} MMMM y": dates.long_date(day, t),
            f"EEEE d{dot} MMMM": dates.weekday_date(day, t),
            f"d{dot} MMM y": dates.short_date(day, t),
            "LLLL y": dates.month_and_year(day, t),
        }
        assert said == {pattern: format_date(day, pattern, language) for pattern in said}


@pytest.mark.parametrize(
    ("language", "full", "short", "month"),
    [
        ("ar", "الاثنين 23 نوفمبر 2026", "23 نوفمبر 2026", "نوفمبر 2026"),
        ("pl", "poniedziałek 23 listopada 2026", "23 lis 2026", "listopad 2026"),
        ("so", "Isniin 23 Noofeembar 2026", "23 Nof 2026", "Noofeembar 2026"),
        ("ti", "ሰኑይ 23 ሕዳር 2026", "23 ሕዳ 2026", "ሕዳር 2026"),
        ("tr", "Pazartesi 23 Kasım 2026", "23 Kas 2026", "Kasım 2026"),
        ("uk", "понеділок 23 листопада 2026", "23 лист. 2026", "листопад 2026"),
    ],
)
def test_languages_without_a_catalogue_have_their_names_ready(language: str, full: str, short: str, month: str) -> None:
    t = CatalogueTranslator(language, NullTranslations())
    assert dates.full_date(MOMENT, t) == full
    assert dates.short_date(MOMENT, t) == short
    assert dates.month_and_year(MOMENT, t) == month
    assert len(set(dates.weekday_letters(t))) == 7


def test_a_language_nobody_has_written_down_has_the_danish_names() -> None:
    assert date_names("xx") == date_names("da")
    assert dates.month_and_year(MOMENT, load("xx")) == "november 2026"


def test_babel_is_not_loaded() -> None:
    code = """
import sys
from datetime import date
from netmoede_desktop.localization import dates
from netmoede_desktop.localization.catalogue import load
dates.full_date(date(2026, 11, 23), load("en"))
sys.exit("babel" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
