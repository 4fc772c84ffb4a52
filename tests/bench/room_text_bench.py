"""How long the room's check takes to look through 50,000 letters of what a careless pattern would choke on.

Run by `dev.py bench`. Each piece is repeated to half the length and to the whole: where the whole took much more than
twice as long, the time would grow faster than the text.
"""

import statistics
import sys
import time

from tests.services.test_room_text import REPEATED, guard, long_text

MOST_SECONDS, MOST_TIMES_THE_HALF = 1.0, 3.0
RUNS = 5


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    checked = guard(protected=True)

    def seconds(text: str) -> float:
        begun = time.perf_counter()
        checked.found(text)
        return time.perf_counter() - begun

    slowest, steepest, missed = (0.0, ""), (0.0, ""), False
    for piece in REPEATED:
        text = long_text(piece)
        whole = statistics.median(seconds(text) for _ in range(RUNS))
        half = statistics.median(seconds(text[: len(text) // 2]) for _ in range(RUNS))
        slowest, steepest = max(slowest, (whole, piece)), max(steepest, (whole / half, piece))
        missed |= whole > MOST_SECONDS or whole > MOST_TIMES_THE_HALF * half
    print(f"50,000 letters   slowest {slowest[0] * 1000:.0f} ms ({slowest[1]!r})   target {MOST_SECONDS * 1000:.0f} ms")
    print(f"to half of them  steepest {steepest[0]:.2f} x ({steepest[1]!r})   target {MOST_TIMES_THE_HALF} x")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
