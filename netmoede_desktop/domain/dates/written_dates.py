"""One written date and the days it means: `2/12`, `tors. d. 3/12`, `fredag den 4. december`, `om 14 dage`, `i morgen`.

`DATE` finds one, the reader of its form gives its meaning; weeks and months are in `written_periods`, feast days in
`feast_days`. Only words with one meaning are read: those that could mean two things ("næste fredag") or no day at all
("31/2") are a doubt; those that only look like a date ("1/2 kage", "rute 5/7") are None.
"""

import re
from datetime import date, timedelta

from netmoede_desktop.domain.dates.calendar_words import (
    MONTH,
    NUMBER,
    ORDINAL,
    WEEKDAY,
    WHOLE_WEEKDAY,
    coming,
    in_year,
    month_number,
    month_of,
    months_later,
    number_of,
    ordinal_of,
    weekday_place,
    year_of,
)
from netmoede_desktop.domain.dates.date_reading import (
    IMPOSSIBLE,
    OTHER_WEEKDAY,
    PERHAPS,
    UNCLEAR,
    DateContext,
    DateTrouble,
    Doubt,
    Preposition,
    Read,
    Reader,
    one_day,
)
from netmoede_desktop.domain.dates.feast_days import FEAST_READERS, FEASTS
from netmoede_desktop.domain.dates.written_periods import PERIOD_READERS, PERIODS

#: Written with a stroke and seldom a date unless a word says so: halves, thirds, quarters, all day and all week.
_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7), (7, 7)})
#: What is measured or counted: a number before one of these is no day.
_MEASURE = (
    r"time(?:r|rs|s)?|min(?:ut(?:ter)?)?\.?|dage?|uger?|år|dele?|liter|l|dl|ml|kg|g|km|m|cm|kr\.?|kop(?:per)?|kage|sider?|gange?"
    r"|elev(?:er)?|af|tid|stilling|pct\.?|procent|%|stk\.?|sal|rater?|point|rigtige|mulige|tablet(?:ter)?|piller?"
    r"|portion(?:er)?|klasse|skema"
)
#: What is numbered: a number after one of these is no day. After one of the second kind it may be one.
_NUMBERED = (
    r"(?:rute|stue|lokale|linje|line|nr\.?|nummer|side|s\.|§|stk\.?|kap\.?|kapitel|afsnit|punkt|pkt\.?|version|etage|sal"
    r"|opgang|lejlighed|værelse|opg\.?|opgave|trin|skala|score|kode|tlf\.?|telefon|mobil|bilag|spor|perron|blodtryk|puls"
    r"|kl\.?|klokken|skab|boks|lok\.?) ?$"
)
_PERHAPS_NUMBERED = (
    r"(?:bus|tog|sag|klasse|hold|gruppe|bane|skema|fase|modul|plads|bog|film|vej|afdeling|afd\.?|rum) ?$"
)
_LONGEST_NUMBERED = 14
#: What may follow a day in a sentence.
_AFTER_DAY = frozenset((
    "af", "aften", "alle", "alene", "allerede", "at", "bliver", "da", "der", "den", "det", "eftermiddag",
    "efter", "eller", "ellers", "en", "er", "et", "evt", "fast", "for", "formiddag", "fra", "før", "ham",
    "har", "hende", "hjem", "hjemme", "hos", "hvis", "hvor", "i", "igen", "ikke", "inden", "klokken", "kl",
    "kan", "med", "mellem", "men", "middag", "morgen", "mod", "når", "og", "også", "om", "omkring", "op", "på",
    "samt", "sammen", "senest", "skal", "som", "så", "t", "tegn", "tidlig", "tidligst", "til", "uden", "under",
    "ved", "vil", "via",
))  # fmt: skip
_CLOCK_BEFORE = r"[0-9][.:][0-9]{2} ?(?:[-–]|til|og) ?$|(?:kl\.?|klokken) ?[0-9]{1,2} ?(?:[-–]|til|og) ?$"
_SENTENCE_ENDS = re.compile(r" *(?:$|[,;.!?)\]–])")

_DEN = r"(?:den\.? |d\.? ?)"
_MONTH_YEAR = r"(?:,? (?P<month_year>[0-9]{4})(?![0-9])|,? ?-? ?(?P<month_short>2[0-9])(?= *(?:$|[,;)])))?"


def _day(form: str) -> str:
    """The pattern of the words before a day in figures: its weekday, and *den*."""
    return rf"(?:(?:på )?(?P<{form}_weekday>{WEEKDAY})(?:,? |(?<=\.)))?(?P<{form}_den>{_DEN})"


_PLAIN_DAY = rf"(?:{WEEKDAY}(?:,? |(?<=\.)))?{_DEN}?"
_PLAIN_DATE = (
    rf"{_PLAIN_DAY}[0-9]{{1,2}}(?: ?/ ?[0-9]{{1,2}}(?![0-9])(?! ?(?:{_MEASURE})(?!\w))"
    rf"|\.? ?{MONTH}|\.[0-9]{{1,2}}(?![0-9]))"
)

#: Each way of writing a date, tried in this order at every place of the text.
_FORMS = {
    "open": (
        rf"(?:(?:på )?(?P<open_weekday>{WEEKDAY})(?:,? |(?<=\.)))?{_DEN}?(?P<open_day>[0-9]{{1,2}})\.?"
        rf"(?P<open_joint> ?[-–—] ?| (?:til(?: og med)?|t\.?o\.?m\.?|t/m|og|eller|/) | ?\+ ?)(?={_PLAIN_DATE})"
    ),
    "days": rf"{_DEN}[0-9]{{1,2}}\.? ?(?:[-–—]|til|og|eller|,) ?{_DEN}?[0-9]{{1,2}}\.?(?= *(?:$|[,;!?)]| ds| i ))",
    "lone": _day("lone")
    + r"(?P<lone_day>[0-9]{1,2})\.?(?P<lone_end>(?= *(?:$|[,;!?)]))|(?= (?:ds"
    r"|dennes|kl|klokken|og|eller|om|i|hos|på|med|når|så|ved)(?!\w)))",
    "stroke": (
        _day("stroke") + r"?(?P<stroke_day>[0-9]{1,2}) ?/ ?(?P<stroke_month>[0-9]{1,2})(?![0-9])"
        r"(?:[-/](?P<stroke_year>[0-9]{4}|[0-9]{2})(?![0-9/])| (?P<apart_year>20[0-9]{2})(?![0-9/]))?"
        rf"(?! ?(?:{_MEASURE})(?!\w)|-[a-zæøå])"
    ),
    "iso": _day("iso") + "?(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})",
    "dots": (
        _day("dots") + r"?(?P<dots_day>[0-9]{1,2})(?:(?P<dot>[.-]) ?(?P<dots_month>[0-9]{1,2})(?P=dot)"
        r" ?(?P<dots_year>[0-9]{4}|2[0-9](?![0-9]|[.-][0-9]))"
        r"|\.(?P<short_month>[0-9]{1,2})(?:\.(?P<short_year>[0-9]{2}))?)"
    ),
    "of_month": _day("of") + r"?(?P<of_day>[0-9]{1,2})\. i (?:den )?(?P<of_number>[0-9]{1,2})\.",
    "month": (
        _day("month") + rf"?(?:(?P<month_day>[0-9]{{1,2}})\.? ?|(?P<month_word>{ORDINAL}) )(?P<month_name>{MONTH})"
        + _MONTH_YEAR
    ),
    "spelled": _day("spelled") + rf"(?P<spelled_day>{ORDINAL})(?= *(?:$|[,;!?)]))",
    "dash": r"(?P<dash_day>[0-9]{1,2})-(?P<dash_month>[0-9]{1,2})(?= *(?:$|[,;!?)]))",
    "puzzle": (
        rf"næste (?:{WEEKDAY})|(?:på )?(?:{WHOLE_WEEKDAY}) (?:(?:om )?(?:otte|fjorten|en|to|tre|[0-9]{{1,2}})"
        rf" (?:dage|uger?)|{_DEN}[0-9]{{1,2}})"
        rf"|om (?:{NUMBER}) ?(?:[-–/]|til|eller) ?(?:{NUMBER}) (?:dage|uger|måneder|mdr\.?|år)"
        r"|(?:om|inden for|indenfor|i løbet af) (?:et par|nogle|få"
        r"|flere|halvanden|en ?halv|ca\.?|cirka|[0-9]½) ?\w{0,12}"
        rf" ?(?:dage|uger?|måned(?:er)?|mdr\.?|år)|om (?:en "
        rf"|et )?(?:{NUMBER}) (?:dages?|ugers?|uges|måneds|måneders|års) tid"
    ),
    "weekdays": (
        rf"(?:på )?{WEEKDAY}(?: ?[-–] ?| (?:og )?til (?:og med )?|, | og | eller ){WEEKDAY}"
        rf"(?:(?:, | og | eller ){WEEKDAY})*(?! (?:den|d\.|[0-9]))"
    ),
    "weekday": (
        rf"(?P<ahead_word>(?:nu )?på (?:den )?(?:(?:først)?kommende )?"
        rf"|(?:den )?(?:først)?kommende )?(?P<weekday_name>{WEEKDAY})"
    ),
    "near": (
        "(?P<near_day>i dag(?: af)?|idag|dags dato|nu(?: af)?|i (?:aften|eftermiddag|formiddag|nat)|i morgen|imorgen"
        "|imorgn|i morgn|i overmorgen|iovermorgen|i over morgen)"
    ),
    "from_now": (
        rf"(?:om )?(?P<ahead>{NUMBER}) (?P<ahead_unit>dage?|uger?"
        rf"|måned(?:er)?|mdr\.?|år) fra (?:nu(?: af)?|i dag|dags dato)"
    ),
    "after": (
        rf"(?P<om>om )?(?P<coming_ones>(?:i )?de (?:næste|kommende) )?(?P<count>{NUMBER}) "
        r"(?P<unit>dage?|døgn|hverdage|arbejdsdage|skoledage|uger?|måned(?:er)?|mdr?\.?|md\.|år|kvartal(?:er)?)"
    ),
}  # fmt: skip
_ALL = {**_FORMS, **FEASTS, **PERIODS}
#: Words like *kl.* before a number keep their forms; the order of `_ALL` decides where two begin at the same place.
_ORDER = (
    "even_weeks", "recurring", "nth_weekday", "weekday_of_week", "days", "stroke", "iso", "dots", "of_month",
    "month", "lone", "spelled", "dash", "puzzle", "between_feasts", "feast", "season", "feast_time", "soon", "new_year",
    "turn_of", "part_of", "end_of", "weekdays", "weekday", "near", "from_now", "after", "weeks", "week", "this",
    "weekend", "whole_month",
)  # fmt: skip
DATE = (
    rf"(?<![\w/.])(?:(?P<open>{_ALL['open']})|(?:"
    + "|".join(f"(?P<{name}>{_ALL[name]})" for name in _ORDER)
    + r")(?!\w)(?!/[0-9]|[.,][0-9]))"
)
#: Forms that mean another day tomorrow: their words say nothing once the day is known.
RELATIVE = frozenset({"weekday", "near", "from_now", "after", "weekday_of_week", "this"})


def _on_weekday(day: date | None, match: re.Match[str], form: str, setting: DateContext) -> Read:
    """The day, if it falls on the weekday that is written before it."""
    if day is None:
        return IMPOSSIBLE
    word = match[f"{form}_weekday"]
    if word is None:
        return one_day(day)
    if word in setting.names or (word == "søn" and not setting.led and _in_sentence(match)):
        return UNCLEAR
    return one_day(day) if day.weekday() == weekday_place(word) else OTHER_WEEKDAY


def _in_sentence(match: re.Match[str]) -> bool:
    """Return True if a word comes right before: "henter sin søn 6/12" is no Sunday."""
    return match.string[match.start() - 2 : match.start()].strip(" ").isalpha()


def _before_noun(match: re.Match[str], setting: DateContext) -> bool:
    """Return True if a word follows that figures may count: "12/12 rater". At the head of a line it is the verb."""
    following = re.compile(r" (\w+)").match(match.string, match.end())
    if following is None or not match.string[: match.start()].strip(" -*•"):
        return False
    return following[1] not in _AFTER_DAY and following[1] not in setting.names


def _numbered(match: re.Match[str], words: str = _NUMBERED) -> bool:
    before = match.string[max(0, match.start() - _LONGEST_NUMBERED) : match.start()]
    return re.search(rf"(?<!\w){words}|{_CLOCK_BEFORE}", before) is not None


def _read_lone(match: re.Match[str], setting: DateContext) -> Read:
    if not _SENTENCE_ENDS.match(match.string, match.end()):
        return PERHAPS
    return _coming_day(int(match["lone_day"]), match, "lone", setting)


def _read_spelled(match: re.Match[str], setting: DateContext) -> Read:
    number = ordinal_of(match["spelled_day"])
    if not setting.led and match["spelled_den"].startswith("den"):
        # "Lone taler med den anden" names no day; "den første" may.
        return None if match["spelled_day"] == "anden" else PERHAPS
    return _coming_day(number, match, "spelled", setting)


def _coming_day(number: int, match: re.Match[str], form: str, setting: DateContext) -> Read:
    """The first day with that number on or after the earliest one."""
    if not 1 <= number <= 31:
        return IMPOSSIBLE
    first = setting.earliest.replace(day=1)
    while month_of(first).last.day < number or first.replace(day=number) < setting.earliest:
        first = months_later(first, 1)
    return _on_weekday(first.replace(day=number), match, form, setting)


def _read_stroke(match: re.Match[str], setting: DateContext) -> Read:
    if _numbered(match):
        return None
    day, month = int(match["stroke_day"]), int(match["stroke_month"])
    year = year_of(match["stroke_year"] or match["apart_year"])
    sure = setting.led or match["stroke_den"] or match["stroke_weekday"]
    if not sure and (day > 31 or month > 12):
        return None
    if not (sure or year):
        if _numbered(match, _PERHAPS_NUMBERED):
            return PERHAPS
        if (day, month) == (24, 7):
            return None
        if (day, month) in _FRACTIONS:
            return PERHAPS if _SENTENCE_ENDS.match(match.string, match.end()) else None
        if _before_noun(match, setting):
            return PERHAPS
    return _on_weekday(in_year(day, month, year, setting.earliest), match, "stroke", setting)


def _read_iso(match: re.Match[str], setting: DateContext) -> Read:
    day = in_year(int(match["iso_day"]), int(match["iso_month"]), int(match["iso_year"]), setting.earliest)
    return _on_weekday(day, match, "iso", setting)


def _read_dots(match: re.Match[str], setting: DateContext) -> Read:
    if _numbered(match):
        return None
    number, month = int(match["dots_day"]), int(match["dots_month"] or match["short_month"])
    year = match["dots_year"] or match["short_year"]
    sure = match["dots_den"] or match["dots_weekday"] or match["dots_month"] or (setting.led and year)
    if not sure:
        # "senest 8.10" is a day to one reader and ten past eight to the next; 16.30 is no day to anybody.
        measured = re.compile(rf" ?(?:{_MEASURE})(?!\w)").match(match.string, match.end())
        possible = not measured and 1 <= number <= 31 and 1 <= month <= 12 and not (year and not setting.led)
        return (UNCLEAR if setting.led else PERHAPS) if possible else None
    return _on_weekday(in_year(number, month, year_of(year), setting.earliest), match, "dots", setting)


def _read_of_month(match: re.Match[str], setting: DateContext) -> Read:
    day = in_year(int(match["of_day"]), int(match["of_number"]), None, setting.earliest)
    return _on_weekday(day, match, "of", setting)


def _read_month(match: re.Match[str], setting: DateContext) -> Read:
    number = int(match["month_day"]) if match["month_day"] else ordinal_of(match["month_word"])
    year = year_of(match["month_year"] or match["month_short"])
    if match["month_name"] in setting.names and not match["month_den"]:
        return PERHAPS
    return _on_weekday(
        in_year(number, month_number(match["month_name"]), year, setting.earliest), match, "month", setting
    )


def _read_dash(match: re.Match[str], setting: DateContext) -> Read:
    a_day = 1 <= int(match["dash_day"]) <= 31 and 1 <= int(match["dash_month"]) <= 12
    if not a_day or _numbered(match):
        return None
    return UNCLEAR if setting.upper else PERHAPS


def _read_weekdays(_match: re.Match[str], setting: DateContext) -> Read:
    return UNCLEAR if setting.led else PERHAPS


def _read_weekday(match: re.Match[str], setting: DateContext) -> Read:
    word = match["weekday_name"]
    if not word.endswith(("dag", "dg", "sag", "dga")) and not match["ahead_word"] and not setting.led:
        return None if word in ("man", "søn", "tor", "to.", "on.", "ti.", "ma.") else PERHAPS
    if word in setting.names:
        return PERHAPS
    if not (setting.led or match["ahead_word"]):
        return Doubt(DateTrouble.UNCLEAR, weak=True, weekday=weekday_place(word))
    return one_day(coming(weekday_place(word), setting.today))


def _read_near(match: re.Match[str], setting: DateContext) -> Read:
    words = match["near_day"].replace(" ", "")
    if words.startswith("nu"):
        return one_day(setting.today) if setting.lead is Preposition.FROM else None
    if words == "inat":
        return UNCLEAR
    if words.startswith("idag") and not (setting.led or _SENTENCE_ENDS.match(match.string, match.end())):
        return PERHAPS
    ahead = 2 if "over" in words else 1 if "morg" in words else 0
    return one_day(setting.today + timedelta(days=ahead))


def _read_from_now(match: re.Match[str], setting: DateContext) -> Read:
    return _ahead(number_of(match["ahead"]), match["ahead_unit"], setting)


def _read_after(match: re.Match[str], setting: DateContext) -> Read:
    word, unit = match["count"], match["unit"]
    if match["coming_ones"] and not setting.led:
        return PERHAPS
    if not match["om"] and setting.lead not in (Preposition.BEFORE, Preposition.WITHIN):
        # "senest 14 dage før mødet" counts from a day that is not in the line; "i 14 dage" is a length.
        return UNCLEAR if setting.lead is Preposition.BY else None
    if unit == "dag" and not setting.led:
        return None
    if (word in ("otte", "8") and unit == "dage") or unit.startswith(("hverd", "arb", "skole", "kvartal", "døgn")):
        return UNCLEAR
    return _ahead(number_of(word), unit, setting)


def _ahead(count: int, unit: str, setting: DateContext) -> Read:
    if unit.startswith(("dag", "uge")):
        return one_day(setting.today + timedelta(days=count * (7 if unit.startswith("uge") else 1)))
    return one_day(months_later(setting.today, count * (12 if unit == "år" else 1)))


READERS: dict[str, Reader] = {
    "days": lambda _match, _setting: UNCLEAR,
    "lone": _read_lone,
    "stroke": _read_stroke,
    "iso": _read_iso,
    "dots": _read_dots,
    "of_month": _read_of_month,
    "month": _read_month,
    "spelled": _read_spelled,
    "dash": _read_dash,
    "puzzle": lambda _match, _setting: UNCLEAR,
    "weekdays": _read_weekdays,
    "weekday": _read_weekday,
    "near": _read_near,
    "from_now": _read_from_now,
    "after": _read_after,
    **FEAST_READERS,
    **PERIOD_READERS,
}
