"""The words of the calendar as people type them, and the reckoning with them: weekdays, months, numbers, weeks."""

from calendar import monthrange
from datetime import date, timedelta

from netmoede_desktop.domain.dates.date_reading import Period

#: Each weekday from Monday on: whole, and as a hurried hand writes it.
_WEEKDAYS = (
    ("mandag", "madag", "mandg", "mandga", "mnadag"),
    ("tirsdag", "tirdag", "tisdag", "trisdag", "tirsdg", "tirsag"),
    ("onsdag", "ondag", "osndag", "onsdg", "onsag"),
    ("torsdag", "tordag", "tosdag", "trosdag", "torsdg", "torsag"),
    ("fredag", "fedag", "frdag", "fredg", "ferdag", "freadg"),
    ("lørdag", "lordag", "loerdag", "lødag", "lørdg"),
    ("søndag", "sondag", "soendag", "sødag", "søndg"),
)
_SHORT = (("man",), ("tirs", "tir"), ("ons",), ("tors", "tor"), ("fre",), ("lør",), ("søn",))
_INITIALS = ("ma.", "ti.", "on.", "to.", "fr.", "lø.", "sø.")
_PLACE = {
    word.rstrip("."): place
    for words in (_WEEKDAYS, _SHORT, tuple((word,) for word in _INITIALS))
    for place, spellings in enumerate(words)
    for word in spellings
}

#: A weekday written whole; and one written whole or short.
WHOLE_WEEKDAY = "|".join(word for spellings in _WEEKDAYS for word in spellings)
WEEKDAY = (
    rf"(?:(?:{WHOLE_WEEKDAY})(?!\w)|(?:{'|'.join(word for spellings in _SHORT for word in spellings)})(?!\w)\.?"
    rf"|(?:{'|'.join(word.rstrip('.') for word in _INITIALS)})\.)"
)

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTH_STARTS = tuple(month[:3] for month in MONTHS)
WHOLE_MONTH = "|".join((*MONTHS, "desember", "decemer", "okober", "septemper"))
MONTH = rf"(?:(?:{WHOLE_MONTH})(?!\w)|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec|des)(?!\w)\.?)"

NUMBERS = (
    "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten", "tyve",
)  # fmt: skip
_ONE = frozenset({"én", "et", "ét"})
NUMBER = f"[0-9]{{1,3}}|{'|'.join((*NUMBERS[1:], *sorted(_ONE)))}"

_ORDINALS = (
    "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "ellevte",
    "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende", "tyvende",
    "enogtyvende", "toogtyvende", "treogtyvende", "fireogtyvende", "femogtyvende", "seksogtyvende", "syvogtyvende",
    "otteogtyvende", "niogtyvende", "tredivte", "enogtredivte",
)  # fmt: skip
ORDINAL = "|".join(_ORDINALS)

YEARS = range(2000, 2200)


def weekday_place(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday of a match of `WEEKDAY`."""
    return _PLACE[word.rstrip(".")]


def month_number(word: str) -> int:
    """Return 1 for January to 12 for December of a match of `MONTH`."""
    return _MONTH_STARTS.index(word[:3].replace("des", "dec").replace("oko", "okt")) + 1


def number_of(word: str) -> int:
    """Return the number that `NUMBER` matched."""
    return int(word) if word.isdecimal() else 1 if word in _ONE else NUMBERS.index(word)


def ordinal_of(word: str) -> int:
    """Return 1 for *første* to 31 for *enogtredivte*."""
    return _ORDINALS.index(word) + 1


def year_of(text: str | None) -> int | None:
    """Return the year of two or four digits, None without one."""
    return int(text) + 2000 * (len(text) == len("26")) if text else None


def date_in(year: int, month: int, day: int) -> date | None:
    """Return the date, None if there is no such day or the year is outside the calendar that is read."""
    if year in YEARS and 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def in_year(day: int, month: int, year: int | None, earliest: date) -> date | None:
    """Return the day in its year, or in the first year that puts it on or after `earliest`; None if there is none."""
    if year is not None:
        return date_in(year, month, day)
    found = (date_in(candidate, month, day) for candidate in (earliest.year, earliest.year + 1))
    return next((candidate for candidate in found if candidate is not None and candidate >= earliest), None)


def week_of(number: int, year: int | None, today: date) -> Period | None:
    """Return the ISO week: of its year, or the first one that is not over today; None if the year has no such week."""
    this_year = today.isocalendar().year
    for candidate in (this_year, this_year + 1) if year is None else (year,):
        if 1 <= number <= date(candidate, 12, 28).isocalendar().week:
            first = date.fromisocalendar(candidate, number, 1)
            if year is not None or first + timedelta(days=6) >= today:
                return Period(first, first + timedelta(days=6))
    return None


def week_after(today: date, weeks: int) -> Period:
    """Return the week so many weeks after the one `today` is in, Monday to Sunday."""
    first = today + timedelta(days=7 * weeks - today.weekday())
    return Period(first, first + timedelta(days=6))


def month_of(day: date) -> Period:
    """Return the month the day is in."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * len(MONTHS) + day.month - 1 + months, len(MONTHS))
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def coming(place: int, today: date) -> date:
    """Return the coming weekday (Monday 0), never today."""
    return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)
