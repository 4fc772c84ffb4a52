"""A day and a time in one field. "Today" is Monday 23 November 2026."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.dates.written_moment import MomentTrouble, read_day, read_day_near, read_moment

TODAY = date(2026, 11, 23)


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 – a local wall time


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("23/11 kl. 16", at(2026, 11, 23, 16)),
        ("23/11 kl 16.30", at(2026, 11, 23, 16, 30)),
        ("23/11 klokken 16", at(2026, 11, 23, 16)),
        ("23/11 16:00", at(2026, 11, 23, 16)),
        ("23/11, 16.00", at(2026, 11, 23, 16)),
        ("23/11 9.05", at(2026, 11, 23, 9, 5)),
        ("  23/11   KL. 16 ", at(2026, 11, 23, 16)),
        ("kl. 16 den 23/11", at(2026, 11, 23, 16)),
        ("4/1 kl. 15", at(2027, 1, 4, 15)),
        ("22/11 kl. 15", at(2027, 11, 22, 15)),
        ("22/11-2026 kl. 15", at(2026, 11, 22, 15)),
        ("4.1 kl. 15", at(2027, 1, 4, 15)),
        ("4.1. kl. 15", at(2027, 1, 4, 15)),
        ("4-1 kl. 15", at(2027, 1, 4, 15)),
        ("4.1.2027 kl. 15", at(2027, 1, 4, 15)),
        ("2027-01-04 15:00", at(2027, 1, 4, 15)),
        ("mandag d. 30. november kl. 15", at(2026, 11, 30, 15)),
        ("Mandag 30. nov. kl. 15.", at(2026, 11, 30, 15)),
        ("mandag 30. november 2026 kl. 15.00", at(2026, 11, 30, 15)),
        ("fredag kl. 14", at(2026, 11, 27, 14)),
        ("i morgen kl. 8.15", at(2026, 11, 24, 8, 15)),
        ("om 14 dage kl. 14", at(2026, 12, 7, 14)),
        ("1/2 kl. 0", at(2027, 2, 1, 0)),
        ("tirs 1/12 kl 16", at(2026, 12, 1, 16)),
        ("man d. 30/11 kl 9", at(2026, 11, 30, 9)),
        ("tirsdag den 1. december kl. 16-18", at(2026, 12, 1, 16)),
        ("uge 49 torsdag kl. 10", at(2026, 12, 3, 10)),
        ("9.30 i morgen", at(2026, 11, 24, 9, 30)),
        ("1/12 16", at(2026, 12, 1, 16)),
        ("om 3 mdr. kl 10", at(2027, 2, 23, 10)),
        ("2. juledag kl. 12", at(2026, 12, 26, 12)),
        ("1/12 fra kl. 16 til kl. 18", at(2026, 12, 1, 16)),
        ("1/12 16.00-17.30", at(2026, 12, 1, 16)),
        ("1/12 16-18", at(2026, 12, 1, 16)),
        ("1/12 kl. 1630", at(2026, 12, 1, 16, 30)),
        ("1/12 kl. 4 om eftermiddagen", at(2026, 12, 1, 16)),
        ("i morgen formiddag kl. 10", at(2026, 11, 24, 10)),
        ("i aften kl 19", at(2026, 11, 23, 19)),
        ("man kl 9", at(2026, 11, 30, 9)),
        ("torsdag 3.12 kl. 9", at(2026, 12, 3, 9)),
        ("3.12 9.00", at(2026, 12, 3, 9)),
        ("den 3. kl 9", at(2026, 12, 3, 9)),
        ("første mandag i december kl. 10", at(2026, 12, 7, 10)),
    ],
)
def test_a_moment_is_read(line: str, moment: datetime) -> None:
    assert read_moment(line, TODAY) == moment


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("", MomentTrouble.EMPTY),
        ("  ", MomentTrouble.EMPTY),
        ("31/2 kl. 16", MomentTrouble.IMPOSSIBLE_DAY),
        ("32/13 kl. 16", MomentTrouble.IMPOSSIBLE_DAY),
        ("23/11 kl. 25", MomentTrouble.IMPOSSIBLE_TIME),
        ("23/11 16:75", MomentTrouble.IMPOSSIBLE_TIME),
        ("tirsdag 23/11 kl. 16", MomentTrouble.OTHER_WEEKDAY),
        ("23/11", MomentTrouble.NO_TIME),
        ("23.11", MomentTrouble.NO_TIME),
        ("kl. 16", MomentTrouble.NO_DAY),
        ("snart kl. 16", MomentTrouble.NO_DAY),
        ("23/11 efter skole kl. 16", MomentTrouble.NO_DAY),
        ("uge 49 kl. 16", MomentTrouble.UNCLEAR),
        ("næste fredag kl. 16", MomentTrouble.UNCLEAR),
        ("23 kl. 16", MomentTrouble.UNCLEAR),
        ("1/12-4/12 kl 10", MomentTrouble.UNCLEAR),
        ("1.-4. december kl 10", MomentTrouble.UNCLEAR),
        ("1/12 kl. halv fem", MomentTrouble.UNCLEAR_TIME),
        ("1/12 halv 5", MomentTrouble.UNCLEAR_TIME),
        ("1/12 kl 4", MomentTrouble.UNCLEAR_TIME),
        ("1/12 ved 16-tiden", MomentTrouble.UNCLEAR_TIME),
        ("mandag 16", MomentTrouble.NO_DAY),
        ("ons 1/12 kl 16", MomentTrouble.OTHER_WEEKDAY),
        ("før sommerferien kl. 10", MomentTrouble.NO_DAY),
    ],
)
def test_what_is_no_moment_is_named(line: str, trouble: MomentTrouble) -> None:
    assert read_moment(line, TODAY) == trouble


def test_the_usual_time_is_taken_where_none_is_said() -> None:
    assert read_moment("30/11", TODAY, time(16, 0)) == at(2026, 11, 30, 16)
    assert read_moment("30/11 kl. 9", TODAY, time(16, 0)) == at(2026, 11, 30, 9)
    assert read_moment("fredag formiddag", TODAY, time(16, 0)) == MomentTrouble.NO_TIME


def test_a_day_alone_is_read_too() -> None:
    assert read_day("30.11", TODAY) == date(2026, 11, 30)
    assert read_day("31/2", TODAY) == MomentTrouble.IMPOSSIBLE_DAY
    assert read_day("", TODAY) == MomentTrouble.EMPTY


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3/11", date(2026, 11, 3)),
        ("23. nov.", date(2026, 11, 23)),
        ("2/12", date(2026, 12, 2)),
        ("22/1", date(2027, 1, 22)),
        ("23/1", date(2026, 1, 23)),
        ("3/11-2027", date(2027, 11, 3)),
        ("i går", date(2026, 11, 22)),
        ("om 100 dage", date(2027, 3, 3)),
        ("29/2", read_day("29/2", date(2026, 11, 23))),
    ],
)
def test_a_day_that_has_been_is_of_this_year(line: str, day: object) -> None:
    assert read_day_near(line, date(2026, 11, 23)) == day


@given(st.text(alphabet="0123456789/.:-kl mandgtirsofe,", max_size=24))
def test_nothing_typed_raises(line: str) -> None:
    assert isinstance(read_moment(line, TODAY), datetime | MomentTrouble)
