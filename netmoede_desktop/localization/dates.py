"""Dates and times as people say them, in Danish or in the language of the Translator.

Babel knows the names of days and months; nothing here asks what day it is today.
"""

from datetime import date, datetime, time

from babel import Locale
from babel.dates import format_date, get_day_names

from netmoede_desktop.localization.catalogue import Translator

_DANISH = "da"


def full_date(day: date, t: Translator) -> str:
    """`mandag 23. november 2026`."""
    return format_date(day, "EEEE d. MMMM y" if _danish(t) else "EEEE d MMMM y", _locale(t))


def long_date(day: date, t: Translator) -> str:
    """`23. november 2026`."""
    return format_date(day, "d. MMMM y" if _danish(t) else "d MMMM y", _locale(t))


def weekday_date(day: date, t: Translator, *, today: date | None = None) -> str:
    """`onsdag 2. december`, as it is said in the room; with the year when it is not that of `today`."""
    another = today is not None and day.year != today.year
    pattern = ("EEEE d. MMMM" if _danish(t) else "EEEE d MMMM") + (" y" if another else "")
    return format_date(day, pattern, _locale(t))


def short_date(day: date, t: Translator, *, year: int | None = None) -> str:
    """`27. nov.`, with the year when it is not `year`: `4. jan. 2027`."""
    pattern = ("d. MMM" if _danish(t) else "d MMM") + ("" if day.year == year else " y")
    return format_date(day, pattern, _locale(t))


def month_and_year(day: date, t: Translator) -> str:
    """`november 2026`."""
    return format_date(day, "MMMM y", _locale(t))


def weekday_letters(t: Translator) -> tuple[str, ...]:
    """`ma`, `ti` … `sø`: two letters for each day of the week, Monday first."""
    names = get_day_names("short", "stand-alone", _locale(t))
    return tuple(names[day].rstrip(".")[:2] for day in range(7))


def weekday_names(t: Translator) -> tuple[str, ...]:
    """`mandag` … `søndag`."""
    names = get_day_names("wide", "stand-alone", _locale(t))
    return tuple(names[day] for day in range(7))


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


def _danish(t: Translator) -> bool:
    return t.language == _DANISH


def _locale(t: Translator) -> Locale:
    return Locale.parse(t.language)
