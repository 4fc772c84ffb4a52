"""Moments as lists show them."""

from datetime import date, datetime, timedelta

from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, short_date, weekday_date


def moment_in_list(moment: datetime, today: date, t: Translator) -> str:
    """Return a moment for a list: `I dag 16.00`, `ons 25. nov 17.00`, with the year unless it is `today`'s."""
    day = moment.date()
    if day == today:
        return t.gettext("I dag {time}").format(time=clock(moment))
    if day == today + timedelta(days=1):
        return t.gettext("I morgen {time}").format(time=clock(moment))
    weekday = weekday_date(day, t)[:3]
    return t.gettext("{weekday} {date} {time}").format(
        weekday=weekday, date=short_date(day, t, year=today.year), time=clock(moment)
    )
