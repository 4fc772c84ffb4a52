"""Danish days off."""

import json
import subprocess
import sys
from datetime import date

from installer.holidays_table import FIRST_YEAR, LAST_YEAR, table
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.calendar.holidays import Holiday, danish_holidays, holiday_names


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


def test_the_shipped_table_is_what_the_package_says() -> None:
    """After an update of the package `dev.py holidays` writes it anew."""
    shipped = json.loads((resource_folder() / "holidays" / "denmark.json").read_text(encoding="utf-8"))
    assert shipped == table()
    years = {date.fromisoformat(day).year for day in shipped}
    assert years == set(range(FIRST_YEAR, LAST_YEAR + 1))


def test_beyond_the_table_the_customs_are_still_known() -> None:
    assert [day.name for day in danish_holidays(2100, 2100)] == ["Grundlovsdag", "Juleaftensdag", "Nytårsaftensdag"]


def test_the_package_is_not_loaded() -> None:
    code = """
import sys
from netmoede_desktop.services.calendar.holidays import danish_holidays
danish_holidays(2026, 2027)
sys.exit("holidays" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
