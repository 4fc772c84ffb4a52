"""Dates and times as people say them, in Danish or in the language of the Translator.

Nothing here asks what day it is today.
"""

from datetime import date, datetime, time

from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, Translator
from netmoede_desktop.localization.date_names import date_names


def full_date(day: date, t: Translator) -> str:
    """`mandag 23. november 2026`."""
    return f"{_weekday(day, t)} {long_date(day, t)}"


def long_date(day: date, t: Translator) -> str:
    """`23. november 2026`."""
    return f"{_day_and_month(day, t)} {day.year}"


def weekday_date(day: date, t: Translator, *, today: date | None = None) -> str:
    """`onsdag 2. december`, as it is said in the room; with the year when it is not that of `today`."""
    if today is not None and day.year != today.year:
        return full_date(day, t)
    return f"{_weekday(day, t)} {_day_and_month(day, t)}"


def short_date(day: date, t: Translator, *, year: int | None = None) -> str:
    """`27. nov.`, with the year when it is not `year`: `4. jan. 2027`."""
    said = f"{_day_number(day, t)} {date_names(t.language).months_short[day.month - 1]}"
    return said if day.year == year else f"{said} {day.year}"


def month_and_year(day: date, t: Translator) -> str:
    """`november 2026`."""
    return f"{date_names(t.language).months_alone[day.month - 1]} {day.year}"


def weekday_letters(t: Translator) -> tuple[str, ...]:
    """`ma`, `ti` … `sø`: two letters for each day of the week, Monday first."""
    return tuple(name.rstrip(".")[:2] for name in date_names(t.language).days_short)


def weekday_names(t: Translator) -> tuple[str, ...]:
    """`mandag` … `søndag`."""
    return date_names(t.language).days


def clock(moment: datetime | time) -> str:
    """`16.00`: the wall time of the moment in its own zone."""
    return f"{moment.hour}.{moment.minute:02d}"


def full_moment(moment: datetime, t: Translator) -> str:
    """`mandag 23. november 2026 kl. 16.00`."""
    return t.gettext("{date} kl. {time}").format(date=full_date(moment, t), time=clock(moment))


def long_moment(moment: datetime, t: Translator) -> str:
    """`19. januar 2027 kl. 16.00`."""
    return t.gettext("{date} kl. {time}").format(date=long_date(moment, t), time=clock(moment))


def when(start: date | None, due: date | None, t: Translator, *, year: int | None = None) -> str:
    """`fra 27. nov.`, `senest 4. dec.`, both, or `ingen dato`. The year is left out where it is `year`."""
    first = t.gettext("fra {date}").format(date=short_date(start, t, year=year)) if start else ""
    last = t.gettext("senest {date}").format(date=short_date(due, t, year=year)) if due else ""
    return ", ".join(part for part in (first, last) if part) or t.gettext("ingen dato")


def sentence_case(text: str) -> str:
    """The text with a capital letter first, for a date that begins a sentence or is one of its own."""
    return text[:1].upper() + text[1:]


def _weekday(day: date, t: Translator) -> str:
    return date_names(t.language).days[day.weekday()]


def _day_and_month(day: date, t: Translator) -> str:
    return f"{_day_number(day, t)} {date_names(t.language).months[day.month - 1]}"


def _day_number(day: date, t: Translator) -> str:
    """`23.` in Danish, `23` elsewhere."""
    return f"{day.day}." if t.language == SOURCE_LANGUAGE else str(day.day)
