"""The clock in words: the time of day, the expected end of the meeting, and how it compares to the plan."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.lengths import meeting_length

#: So far behind its plan a meeting is late.
WORTH_A_WORD = timedelta(minutes=3)

#: More than so many minutes are said in hours.
_MOST_MINUTES = 90


@dataclass(frozen=True, slots=True)
class ClockWords:
    """`now` is the time of day, `line` the full line under it, `short` the line for little room, `spoken` all of it.

    `late` is True if the meeting is behind its plan by at least `WORTH_A_WORD`.
    """

    now: str
    line: str
    short: str
    spoken: str
    late: bool = False


def clock_words(
    now: datetime, expected_end: datetime, agreed_end: datetime, t: Translator, *, if_begun_now: bool = False
) -> ClockWords:
    """Return the words for three local instants.

    With `if_begun_now` the ends hold only if the meeting begins now; `short` then leaves them out.
    """
    end = clock(expected_end)
    if if_begun_now:
        return ClockWords(
            clock(now),
            t.gettext("slutter {time}, hvis I begynder nu").format(time=end),
            " ",
            t.gettext("Klokken er {now}. Mødet slutter {time}, hvis I begynder nu.").format(now=clock(now), time=end),
        )
    slip = slip_words(expected_end - agreed_end, t)
    return ClockWords(
        clock(now),
        t.gettext("slutter {time} · {slip}").format(time=end, slip=slip),
        t.gettext("slutter {time}").format(time=end),
        t.gettext("Klokken er {now}. Mødet slutter {time}, {slip}.").format(now=clock(now), time=end, slip=slip),
        late=expected_end - agreed_end >= WORTH_A_WORD,
    )


def slip_words(slip: timedelta, t: Translator) -> str:
    """Return `2 min over plan`, `3 min foran planen` or `som planlagt`; above 90 minutes `5 t 15 min foran planen`."""
    minutes = round(slip / timedelta(minutes=1))
    if not minutes:
        return t.gettext("som planlagt")
    much = abs(minutes)
    length = t.gettext("{minutes} min").format(minutes=much) if much <= _MOST_MINUTES else meeting_length(much, t)
    if minutes > 0:
        return t.gettext("{length} over plan").format(length=length)
    return t.gettext("{length} foran planen").format(length=length)
