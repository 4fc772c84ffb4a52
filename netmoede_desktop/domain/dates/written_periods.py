"""Weeks, months and years as they are written, their ends and beginnings, and times that have a name but no day.

`uge 49`, `i næste uge`, `denne måned`, `inden månedens udgang`, `ultimo januar`, `i løbet af ugen`, `før sommerferien`.
Words for only the end, the middle or the beginning are a doubt; the last day itself is read.
"""

import re
from datetime import date, timedelta

from netmoede_desktop.domain.dates.calendar_words import (
    MONTH,
    MONTHS,
    ORDINAL,
    WEEKDAY,
    WHOLE_MONTH,
    WHOLE_WEEKDAY,
    month_number,
    month_of,
    months_later,
    ordinal_of,
    week_after,
    week_of,
    weekday_place,
)
from netmoede_desktop.domain.dates.date_reading import (
    IMPOSSIBLE,
    PERHAPS,
    SOME_TIME,
    UNCLEAR,
    VAGUE,
    DateContext,
    Period,
    Preposition,
    Read,
    Reader,
    one_day,
)

_YEAR = r"(?:,? (?P<{}_year>20[0-9]{{2}}))?"
_WEEK = r"(?:uge ?|u\. ?)"
_TO = " ?(?:[-–/+&]|til(?: og med)?|,|og) ?"
_SPAN_WORDS = "(?:den |denne |det |dette )?(?:her |nye |næste |kommende |indeværende )?"
_SPANS = rf"{_SPAN_WORDS}(?:ugen?|måned(?:en)?|år(?:et)?|kvartal(?:et)?|halvår(?:et)?|skoleår(?:et)?)"

_UNITS = {"ugen": "uge", "måneden": "måned", "året": "år"}

#: Seasons, school times and days of one's own: each has its own dates in every municipality or family.
_SEASONS = (
    r"(?:sommer|efterårs|vinter|jule|påske|pinse|skole)?ferien?|ferierne"
    r"|skolestart(?:en)?|skoleårets (?:start|begyndelse|udgang|afslutning)"
    r"|(?:næste |dette |det nye |nye )?skoleår(?:et)?|(?:foråret"
    r"|sommeren|efteråret|vinteren|forår|sommer|efterår|vinter)"
    r"|(?:\w{1,30}s |hendes )?(?:fødselsdag(?:en)?|konfirmation(?:en)?|eksamen(?:erne)?)|terminsprøverne|emneugen"
    r"|(?:det |vores )?(?:næste |kommende )(?:netværks)?mødet?|(?:opfølgnings|status)mødet?|opfølgning(?:en)?"
)
_SEASON_LEADS = (
    r"(?:i|inden|før|efter|fra|senest|hen over|over|op til|omkring|ved|indtil|frem til|til|under|start(?:en)? af"
    r"|begyndelsen af|slutningen af|midt i|sidst i|først i|starter|begynder|slutter)"
)
_SOON = (
    r"straks|snarest(?: muligt)?|hurtigst(?: muligt)?|så snart som muligt|så hurtigt som muligt|asap|snart|omgående"
    r"|med det samme|om lidt|om kort tid|inden længe|en af dagene|en af de (?:næste|nærmeste|kommende) dage"
    r"|(?:i )?(?:den )?nærmeste (?:fremtid|tid)|(?:i )?de (?:nærmeste|kommende|næste) (?:dage|uger|måneder)"
)

PERIODS: dict[str, str] = {
    "even_weeks": rf"(?:{WHOLE_WEEKDAY})(?:e|en)? (?:i )?(?:lige|ulige) uger",
    "recurring": (
        r"(?:hver(?:t|anden)?|fast|altid|alle) (?:(?:anden|andet|første|sidste|tredje|fjerde|[0-9]{1,2}\.) )?"
        rf"(?:{WEEKDAY}|uge|måned|weekend|dag|hverdage?|aften|morgen|år|formiddag|eftermiddag)"
        rf"(?:(?:,| og|/| samt|,? eller)? (?:hver )?(?:{WEEKDAY}))*"
    ),
    "nth_weekday": (
        rf"(?:den )?(?P<nth>første|anden|tredje|fjerde|sidste|[1-4]\.) "
        rf"(?P<nth_day>{WHOLE_WEEKDAY}) i (?:(?P<nth_month>{MONTH})|måneden|hver måned|en måned|næste måned)"
        + _YEAR.format("nth")
    ),
    "weekday_of_week": (
        rf"(?:på )?(?P<week_weekday>{WEEKDAY}),? (?:(?:i )?(?P<coming>næste"
        rf"|denne) uge|(?:i |d\. )?{_WEEK}(?P<its_week>[0-9]{{1,2}})(?!\w))"
        rf"|(?:i )?(?:(?P<then>næste|denne) uge|{_WEEK}(?P<then_week>[0-9]{{1,2}})),? (?:på "
        rf"|om |den )?(?P<then_weekday>{WEEKDAY}|(?:{WHOLE_WEEKDAY})en)"
    ),
    "weeks": (
        rf"(?:i )?(?:uge|u\."
        rf"|ugerne) ?(?P<weeks_from>[0-9]{{1,2}})(?P<weeks_to>{_TO}){_WEEK}?(?P<weeks_until>[0-9]{{1,2}})"
        r"(?![0-9]*(?:/|\.? ?(?:" + WHOLE_MONTH + r")))"
    ),
    "week": rf"(?:i )?(?P<whole_week>hele )?{_WEEK}(?P<week_number>[0-9]{{1,2}})(?:[ /-](?P<week_year>20[0-9]{{2}}))?",
    "end_of": (
        r"(?:ved )?(?P<ended>uge|måned|år|kvartal)(?:e?n|et)?s (?:udgang|udløb|ophør|slutning|afslutning)"
        r"|(?P<rest>uge|måned|år)(?:e?n|et) ud|(?P<over>uge|måned|år)(?:e?n|et)? (?:er )?(?:omme|slut|gået|forbi|ude)"
    ),
    "part_of": (
        r"(?:i |fra |ved |til )?(?P<part>primo|medio|ultimo|(?:begyndelsen|starten|slutningen|midten) af"
        r"|(?:sidst|først|midt|tidligt|sent|senere|hen) (?:på|i|af)|starten|start|slutning|slut|midt)"
        rf" (?:i )?(?:(?P<part_month>{MONTH}){_YEAR.format('part')}|{_WEEK}(?P<part_week>[0-9]{{1,2}})|{_SPANS})"
    ),
    "this": (
        r"(?:i |hele )?(?:(?P<which>denne|den her|indeværende|næste"
        r"|den kommende|kommende|den næste) (?P<this_unit>uge|måned)"
        r"|(?P<alone>ugen|måneden|året)|(?P<course>uge|måned|år)(?:e?n|et)?s løb"
        r"|(?P<year_span>dette år|i år|næste år|det nye år|det næste år))"
    ),
    "weekend": r"(?:i |på )?(?:(?:denne|den|næste|førstkommende|kommende) )*weekend(?:en)?(?: over)?",
    "whole_month": rf"(?:i )?(?:hele )?(?P<whole_name>{'|'.join(MONTHS)})" + _YEAR.format("whole"),
    "turn_of": r"(?:ved |omkring )?(?:måneds|års|kvartals|skoleårs)skifte(?:t)?",
    "season": rf"{_SEASON_LEADS} (?:(?:hele|den|det) )?(?:{_SEASONS})|(?:inden|før|efter|senest|indtil|frem til) mødet",
    "soon": _SOON,
}  # fmt: skip


def _read_nth_weekday(match: re.Match[str], setting: DateContext) -> Read:
    if not match["nth_month"]:
        return PERHAPS
    place, month = weekday_place(match["nth_day"]), month_number(match["nth_month"])
    year = int(match["nth_year"]) if match["nth_year"] else None
    for candidate in (setting.earliest.year, setting.earliest.year + 1) if year is None else (year,):
        whole = month_of(date(candidate, month, 1))
        if match["nth"] == "sidste":
            day = whole.last - timedelta(days=(whole.last.weekday() - place) % 7)
        else:
            weeks = ordinal_of(match["nth"]) - 1 if match["nth"] in ORDINAL.split("|") else int(match["nth"][0]) - 1
            day = whole.first + timedelta(days=(place - whole.first.weekday()) % 7, weeks=weeks)
        if year is not None or day >= setting.earliest:
            return one_day(day)
    return UNCLEAR


def _read_weekday_of_week(match: re.Match[str], setting: DateContext) -> Read:
    number, near = match["its_week"] or match["then_week"], match["coming"] or match["then"]
    week = week_of(int(number), None, setting.today) if number else week_after(setting.today, near == "næste")
    if week is None:
        return IMPOSSIBLE
    weekday = match["week_weekday"] or match["then_weekday"]
    day = week.first + timedelta(days=weekday_place(weekday.removesuffix("en")))
    return one_day(day) if day >= setting.today else UNCLEAR


def _read_weeks(match: re.Match[str], setting: DateContext) -> Read:
    """Two weeks with a stroke between them are all the days of them; "49 og 51" are two times."""
    joint = match["weeks_to"].strip()
    first = week_of(int(match["weeks_from"]), None, setting.today)
    last = None if first is None else week_of(int(match["weeks_until"]), None, first.first)
    if first is None or last is None:
        return IMPOSSIBLE
    whole = setting.lead in (Preposition.NONE, Preposition.FROM) and joint in ("-", "–", "til", "til og med")
    return Period(first.first, last.last) if whole and first.first >= setting.today else UNCLEAR


def _read_week(match: re.Match[str], setting: DateContext) -> Read:
    if match["whole_week"]:
        return UNCLEAR
    year = int(match["week_year"]) if match["week_year"] else None
    return week_of(int(match["week_number"]), year, setting.today) or IMPOSSIBLE


def _span_of(unit: str, setting: DateContext, ahead: int = 0) -> Period | None:
    """This week, month or year, or a later one; None for a unit without a calendar of its own."""
    match unit:
        case "uge":
            return week_after(setting.today, ahead)
        case "måned":
            return month_of(months_later(setting.today.replace(day=1), ahead))
        case "år":
            return Period(date(setting.today.year + ahead, 1, 1), date(setting.today.year + ahead, 12, 31))
        case _:
            return None


def _read_end_of(match: re.Match[str], setting: DateContext) -> Read:
    if match["over"] and not setting.upper:
        return None
    span = _span_of(match["ended"] or match["rest"] or match["over"], setting)
    return UNCLEAR if span is None or setting.lead in (Preposition.FROM, Preposition.PAST) else one_day(span.last)


def _read_part_of(match: re.Match[str], setting: DateContext) -> Read:
    """The last day of a month is one day; about its beginning, its middle or its end people differ."""
    if (
        match["part"] == "ultimo"
        and match["part_month"]
        and setting.lead in (Preposition.NONE, Preposition.BY, Preposition.BEFORE, Preposition.END)
    ):
        year, month = match["part_year"], month_number(match["part_month"])
        this_year = setting.earliest.year + (month < setting.earliest.month)
        return one_day(month_of(date(int(year) if year else this_year, month, 1)).last)
    return UNCLEAR


def _read_this(match: re.Match[str], setting: DateContext) -> Read:
    if match["year_span"]:
        return UNCLEAR if setting.led else PERHAPS
    if match["alone"]:
        # "i løbet af ugen" is this week; "en gang om ugen" and "sidst på ugen" are not.
        span = _span_of(_UNITS[match["alone"]], setting)
        return span if setting.lead in (Preposition.WITHIN, Preposition.END) else UNCLEAR if setting.upper else None
    near = match["which"] or ""
    if "kommende" in near or near == "den næste":
        return UNCLEAR
    return _span_of(match["this_unit"] or match["course"], setting, ahead=near == "næste")


def _read_weekend(match: re.Match[str], setting: DateContext) -> Read:
    friday = setting.today + timedelta(days=4 - setting.today.weekday())
    if (
        setting.lead in (Preposition.BEFORE, Preposition.AHEAD)
        and friday >= setting.today
        and "næste" not in match.group()
    ):
        return (
            one_day(friday)
            if setting.lead is Preposition.BEFORE
            else Period(friday + timedelta(1), friday + timedelta(2))
        )
    return UNCLEAR if setting.led else PERHAPS


def _read_whole_month(match: re.Match[str], setting: DateContext) -> Read:
    if match["whole_name"] in setting.names:
        return None
    month, year = month_number(match["whole_name"]), match["whole_year"]
    this_year = setting.earliest.year + (month < setting.earliest.month)
    whole = month_of(date(int(year) if year else this_year, month, 1))
    return whole if setting.led else PERHAPS


def _read_season(match: re.Match[str], _setting: DateContext) -> Read:
    strong = match.group().startswith(("inden", "før", "senest", "fra", "indtil", "frem til", "efter"))
    return VAGUE if strong else SOME_TIME


PERIOD_READERS: dict[str, Reader] = {
    "even_weeks": lambda _match, _setting: None,
    "recurring": lambda _match, _setting: None,
    "nth_weekday": _read_nth_weekday,
    "weekday_of_week": _read_weekday_of_week,
    "weeks": _read_weeks,
    "week": _read_week,
    "end_of": _read_end_of,
    "part_of": _read_part_of,
    "this": _read_this,
    "weekend": _read_weekend,
    "whole_month": _read_whole_month,
    "turn_of": lambda _match, _setting: UNCLEAR,
    "season": _read_season,
    "soon": lambda _match, _setting: SOME_TIME,
}
