"""Texts for a typed day and time: the problems, the examples, and the format of a set one."""

from datetime import date, datetime, timedelta

from netmoede_desktop.domain.dates.written_moment import MomentTrouble
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, Translator, translatable

#: An example is a weekday so far ahead, or the first one after.
_AHEAD = timedelta(days=9)
_SATURDAY, _WEEK, _MONTHS = 5, 7, 12

_TROUBLES = {
    MomentTrouble.EMPTY: translatable("Skriv dag og klokkeslæt, fx »{day} kl. 16«."),
    MomentTrouble.NO_DAY: translatable("Dagen kan ikke læses. Skriv fx »{day} kl. 16« eller »på fredag kl. 14«."),
    MomentTrouble.NO_TIME: translatable("Skriv også klokken, fx »{day} kl. 16«."),
    MomentTrouble.IMPOSSIBLE_DAY: translatable("Den dag findes ikke. Skriv fx »{day} kl. 16«."),
    MomentTrouble.IMPOSSIBLE_TIME: translatable("Det klokkeslæt findes ikke. Skriv fx »kl. 16.30«."),
    MomentTrouble.OTHER_WEEKDAY: translatable("Datoen falder på en anden ugedag. Ret ugedagen eller datoen."),
    MomentTrouble.UNCLEAR: translatable("Det kan være flere dage. Skriv datoen, fx »{day} kl. 16«."),
    MomentTrouble.UNCLEAR_TIME: translatable("Klokken kan forstås på to måder. Skriv fx »kl. 16.30«."),
}
_DAY_TROUBLES = {
    MomentTrouble.EMPTY: translatable("Skriv en dag, fx »{day}«."),
    MomentTrouble.NO_DAY: translatable("Dagen kan ikke læses. Skriv fx »{day}« eller »på fredag«."),
    MomentTrouble.NO_TIME: translatable("Skriv en dag, fx »{day}«."),
    MomentTrouble.IMPOSSIBLE_DAY: translatable("Den dag findes ikke. Skriv fx »{day}«."),
    MomentTrouble.IMPOSSIBLE_TIME: translatable("Skriv kun dagen, fx »{day}«."),
    MomentTrouble.OTHER_WEEKDAY: translatable("Datoen falder på en anden ugedag. Ret ugedagen eller datoen."),
    MomentTrouble.UNCLEAR: translatable("Det kan være flere dage. Skriv datoen, fx »{day}«."),
    MomentTrouble.UNCLEAR_TIME: translatable("Skriv kun dagen, fx »{day}«."),
}


def moment_sentence(trouble: MomentTrouble, today: date, t: Translator) -> str:
    """Return the problem of a line that was not read as a moment; its example is after `today`."""
    return t.gettext(_TROUBLES[trouble]).format(day=example_day(today, t))


def day_sentence(trouble: MomentTrouble, today: date, t: Translator) -> str:
    """Return the problem of a line that was not read as a day; its example is after `today`."""
    return t.gettext(_DAY_TROUBLES[trouble]).format(day=example_day(today, t))


def example_day(today: date, t: Translator, weekday: int | None = None) -> str:
    """Return a day after `today` as an example of how one is typed: `2/12`; on `weekday` (0 Monday) unless None.

    Outside Danish it is a day after the 12th, `16/12`: the day comes first, and 2/12 is February to many.
    """
    day = today + _AHEAD
    if weekday is None:
        weekday = day.weekday() if day.weekday() < _SATURDAY else 0
    day += timedelta(days=(weekday - day.weekday()) % _WEEK)
    while t.language != SOURCE_LANGUAGE and day.day <= _MONTHS:
        day += timedelta(days=_WEEK)
    return f"{day.day}/{day.month}"


def day_as_typed(day: date) -> str:
    """Return a day in the form in which it can be typed: `2/12-2026`."""
    return f"{day.day}/{day.month}-{day.year}"


def moment_as_typed(moment: datetime) -> str:
    """Return a moment in the form in which it can be typed: `23/11-2026 kl. 16.00`."""
    return f"{moment.day}/{moment.month}-{moment.year} kl. {moment.hour}.{moment.minute:02d}"
