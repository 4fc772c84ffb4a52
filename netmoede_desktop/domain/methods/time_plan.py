"""The planned time of a meeting, spread over its parts within what each may take.

Source: R028, R076, R091–R095.
"""

from collections.abc import Sequence
from fractions import Fraction

from netmoede_desktop.domain.methods.method import Method, Part

#: Share of a part that goes to handing over the word.
HAND_OVER_SHARE = 0.1

#: Below this many seconds a person, a round has too many people in it (our own figure).
SHORTEST_GOOD_TURN = 45


def part_span(part: Part, method: Method, *, interpreter: bool) -> tuple[int, int, int]:
    """Return least, target and most seconds of a part; the tolk's factor leaves private family time alone."""
    factor = method.factor(part, interpreter=interpreter)
    minutes = part.minutes
    return round(minutes.least * 60 * factor), round(minutes.target * 60 * factor), round(minutes.most * 60 * factor)


def target_minutes(method: Method, *, interpreter: bool) -> int:
    """Return the length the method aims at, in minutes."""
    return sum(part_span(part, method, interpreter=interpreter)[1] for part in method.parts) // 60


def spread(method: Method, total_minutes: int, *, interpreter: bool) -> dict[str, int]:
    """Return planned seconds for each part id, by one factor between least, target and most.

    The sum is exactly the total wherever the method's least and most allow it. A shorter total gives every part its
    least, a longer one its most; the meeting is then expected to end later or earlier than agreed, and says so.
    """
    spans = {part.id: part_span(part, method, interpreter=interpreter) for part in method.parts}
    total = total_minutes * 60
    target = sum(span[1] for span in spans.values())
    low, high = (0, 1) if total <= target else (1, 2)
    lows = sum(span[low] for span in spans.values())
    room = sum(span[high] for span in spans.values()) - lows
    share = Fraction(0) if room == 0 else min(max(Fraction(total - lows, room), Fraction(0)), Fraction(1))
    exact = {key: span[low] + share * (span[high] - span[low]) for key, span in spans.items()}
    return _whole_seconds(exact)


def _whole_seconds(exact: dict[str, Fraction]) -> dict[str, int]:
    """Round down, then give the seconds left over to those who lost most, so that the sum is kept."""
    whole = {key: int(value) for key, value in exact.items()}
    left = round(sum(exact.values())) - sum(whole.values())
    by_loss = sorted(exact, key=lambda key: (whole[key] - exact[key], key))
    for key in by_loss[:left]:
        whole[key] += 1
    return whole


def share_per_person(part_seconds_left: float, waiting: int) -> float:
    """Return the seconds each of those `waiting` has: the rest of the part less the hand-over, shared equally."""
    return max(part_seconds_left, 0.0) * (1 - HAND_OVER_SHARE) / max(waiting, 1)


def crowded_rounds(planned: dict[str, int], speakers: dict[str, int]) -> Sequence[str]:
    """Return the ids of parts where a turn would be shorter than `SHORTEST_GOOD_TURN` seconds."""
    return [
        key for key, count in speakers.items() if count and share_per_person(planned[key], count) < SHORTEST_GOOD_TURN
    ]
