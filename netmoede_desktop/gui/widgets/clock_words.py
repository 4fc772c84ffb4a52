"""What the clock says in words: the time of day, when the meeting is expected to end, and how that fits the plan."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock

#: So far behind its plan a meeting is late.
WORTH_A_WORD = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class ClockWords:
    """`now` is the time of day, `line` the whole line under it, `short` the line where room is short, `spoken` all.

    `late` is whether the meeting is so far behind its plan that it is worth a word.
    """

    now: str
    line: str
    short: str
    spoken: str
    late: bool = False


def clock_words(now: datetime, expected_end: datetime, agreed_end: datetime, t: Translator) -> ClockWords:
    """Return the words for three local instants."""
    end = clock(expected_end)
    slip = slip_words(expected_end - agreed_end, t)
    return ClockWords(
        clock(now),
        t.gettext("slutter {time} · {slip}").format(time=end, slip=slip),
        t.gettext("slutter {time}").format(time=end),
        t.gettext("Klokken er {now}. Mødet slutter {time}, {slip}.").format(now=clock(now), time=end, slip=slip),
        late=expected_end - agreed_end >= WORTH_A_WORD,
    )


def slip_words(slip: timedelta, t: Translator) -> str:
    """Return `2 min over plan`, `3 min før planen` or `som planlagt`; whole minutes."""
    minutes = round(slip / timedelta(minutes=1))
    if minutes > 0:
        return t.ngettext("{n} min over plan", "{n} min over plan", minutes).format(n=minutes)
    if minutes < 0:
        return t.ngettext("{n} min før planen", "{n} min før planen", -minutes).format(n=-minutes)
    return t.gettext("som planlagt")
