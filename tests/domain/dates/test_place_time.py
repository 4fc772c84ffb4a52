"""The clock on the wall: Danish where the meeting is, with the offset of the instant and not of the beginning."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from netmoede_desktop.domain.dates.place_time import home_instant, moved, wall_clock

SUMMER, WINTER, ELSEWHERE = (timezone(timedelta(hours=hours)) for hours in (2, 1, 3))


@pytest.mark.parametrize(
    ("hours", "shown"),
    [(0, "2026-10-25T01:30:00+02:00"), (1, "2026-10-25T02:30:00+02:00"), (2, "2026-10-25T02:30:00+01:00")],
)
def test_the_wall_clock_goes_back_at_night(hours: int, shown: str) -> None:
    starts = datetime(2026, 10, 25, 1, 30, tzinfo=SUMMER)
    assert wall_clock(starts + timedelta(hours=hours), starts).isoformat() == shown


def test_times_before_and_after_the_change_can_be_subtracted() -> None:
    starts = datetime(2026, 10, 25, 1, 30, tzinfo=SUMMER)
    first, last = (wall_clock(starts + timedelta(hours=hours), starts) for hours in (0, 3))
    assert last - first == timedelta(hours=3)


def test_a_meeting_planned_by_another_clock_keeps_it() -> None:
    starts = datetime(2026, 10, 25, 1, 30, tzinfo=ELSEWHERE)
    assert wall_clock(starts + timedelta(hours=5), starts).isoformat() == "2026-10-25T06:30:00+03:00"
    assert wall_clock(starts.astimezone(UTC), starts) == starts


def test_a_meeting_that_is_moved_stays_where_it_is_held() -> None:
    wall = datetime(2027, 6, 1, 16, 0)  # noqa: DTZ001 - a wall time
    assert moved(wall, datetime(2027, 1, 19, 16, 0, tzinfo=WINTER)).isoformat() == "2027-06-01T16:00:00+02:00"
    assert moved(wall, datetime(2027, 1, 19, 16, 0, tzinfo=ELSEWHERE)) == wall.astimezone()


def test_a_wall_time_without_a_zone_is_danish() -> None:
    wall = datetime(2027, 1, 19, 16, 0)  # noqa: DTZ001 - a wall time
    assert home_instant(wall).astimezone(UTC).isoformat() == "2027-01-19T15:00:00+00:00"
    aware = datetime(2027, 1, 19, 16, 0, tzinfo=ELSEWHERE)
    assert home_instant(aware) is aware
