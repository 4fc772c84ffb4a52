"""Danish days off."""

import subprocess
import sys
from datetime import date

from netmoede_desktop.services.holidays import Holiday, danish_holidays, holiday_names


def test_the_days_off_of_a_year_with_their_danish_names() -> None:
    assert [(f"{day.on:%d/%m}", day.name) for day in danish_holidays(2027, 2027) if not day.by_custom] == [
        ("01/01", "Nytårsdag"),
        ("25/03", "Skærtorsdag"),
        ("26/03", "Langfredag"),
        ("28/03", "Påskedag"),
        ("29/03", "Anden påskedag"),
        ("06/05", "Kristi himmelfartsdag"),
        ("16/05", "Pinsedag"),
        ("17/05", "Anden pinsedag"),
        ("25/12", "Juledag"),
        ("26/12", "Anden juledag"),
    ]


def test_the_days_nobody_meets_by_custom_are_marked() -> None:
    assert [day for day in danish_holidays(2026, 2026) if day.by_custom] == [
        Holiday(date(2026, 6, 5), "Grundlovsdag", by_custom=True),
        Holiday(date(2026, 12, 24), "Juleaftensdag", by_custom=True),
        Holiday(date(2026, 12, 31), "Nytårsaftensdag", by_custom=True),
    ]


def test_store_bededag_is_a_working_day_from_2024() -> None:
    assert date(2023, 5, 5) in holiday_names(date(2023, 1, 1), date(2023, 1, 1))
    names = holiday_names(date(2024, 1, 1), date(2027, 12, 31)).values()
    assert "Store bededag" not in names


def test_a_public_holiday_goes_before_a_custom_on_the_same_day() -> None:
    assert [day for day in danish_holidays(2022, 2022) if day.on == date(2022, 6, 5)] == [
        Holiday(date(2022, 6, 5), "Pinsedag", by_custom=False)
    ]


def test_names_are_given_for_every_year_touched() -> None:
    names = holiday_names(date(2026, 11, 23), date(2027, 1, 19))
    assert names[date(2026, 12, 24)] == "Juleaftensdag"
    assert names[date(2027, 1, 1)] == "Nytårsdag"
    assert date(2027, 5, 6) in names
    assert date(2028, 1, 1) not in names


def test_the_package_is_imported_only_when_a_year_is_asked_for() -> None:
    code = "import sys, netmoede_desktop.services.holidays; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
