"""The expected beginnings and ends of the parts ahead: no clock is read.

They are reckoned from `now` where it is given, otherwise from the last thing that happened.
"""

from datetime import datetime, timedelta

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.methods.method import Part


def local(state: MeetingState, at: datetime) -> datetime:
    """Return the instant as the clock on the wall shows it where the meeting is held."""
    return wall_clock(at, state.plan.starts)


def latest(state: MeetingState, now: datetime | None = None) -> datetime:
    """Return the last instant the meeting knows of, local; before it begins, when it is to begin.

    Before it begins on another day than it is planned for, that is `now`.
    """
    if now is not None and state.started is None and queries.on_another_day(state, now):
        return local(state, now)
    known = state.last_at or state.plan.starts
    return local(state, known if now is None or not state.running else max(now, known))


def expected_start(state: MeetingState, part: Part, now: datetime | None = None) -> datetime:
    """Return when a part ahead is expected to begin, local; for the current one and those behind, `latest`."""
    at, left = latest(state, now), 0.0
    ids = [known.id for known in state.parts]
    here, there = ids.index(state.part), ids.index(part.id)
    if there <= here:
        return at
    pause = state.pause
    if pause is not None and pause.back_at is not None:
        at = max(at, local(state, pause.back_at))
    if pause is None or pause.part is None:
        left = queries.part_left(state, at)
    return at + timedelta(seconds=left + sum(state.planned[key] for key in ids[here + 1 : there]))


def expected_stop(state: MeetingState, part: Part, now: datetime | None = None) -> datetime:
    """Return when a part ends or is expected to end, local; for a break that was begun, when everyone is to be back."""
    held = [pause.back_at for pause in state.pauses if pause.part == part.id and pause.back_at is not None]
    if held:
        return local(state, held[-1])
    if part.id == state.part:
        at = latest(state, now)
        return at + timedelta(seconds=queries.part_left(state, at))
    return expected_start(state, part, now) + timedelta(seconds=state.planned[part.id])
