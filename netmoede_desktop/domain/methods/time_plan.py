"""The planned time of a meeting, spread over its parts within what each may take.

Source: R028, R076, R091–R095.
"""

from netmoede_desktop.domain.methods.method import Method, Part

#: Share of a part that goes to handing over the word.
HAND_OVER_SHARE = 0.1


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
    share, whole = (0, 1) if room == 0 else (min(max(total - lows, 0), room), room)
    exact = {key: span[low] * whole + share * (span[high] - span[low]) for key, span in spans.items()}
    return _whole_seconds(exact, whole)


def _whole_seconds(exact: dict[str, int], whole: int) -> dict[str, int]:
    """Return whole seconds for values in parts of a second, `whole` of them to each.

    They are rounded down, and the seconds left over given to those who lost most, so that the sum is kept.
    """
    seconds = {key: value // whole for key, value in exact.items()}
    left = sum(exact.values()) // whole - sum(seconds.values())
    by_loss = sorted(exact, key=lambda key: (-(exact[key] % whole), key))
    for key in by_loss[:left]:
        seconds[key] += 1
    return seconds


def share_per_person(part_seconds_left: float, waiting: int) -> float:
    """Return the seconds each of those `waiting` has: the rest of the part less the hand-over, shared equally."""
    return max(part_seconds_left, 0.0) * (1 - HAND_OVER_SHARE) / max(waiting, 1)
