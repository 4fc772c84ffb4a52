"""How long a pasted text is looked through for what is not for the room, and whether twice as long takes twice as long.

Each text is one piece over and over, chosen to be the worst for one of the patterns. Run by `dev.py bench`. The peer of
each is the same at half the length: growth by the square would show as four times. Seconds are the
processor's.
"""

import sys
import time

from tests.services.room.test_room_text import PASTED, guard

LONG = 50_000
MOST_SECONDS = 1.0
MOST_GROWTH = 3.5
#: Below this a clock tells nothing of growth.
LEAST_SECONDS = 0.25


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    missed = False
    slowest = (0.0, "")
    for piece in PASTED:
        half, whole = (_looked(piece, length) for length in (LONG // 2, LONG))
        slowest = max(slowest, (whole, piece))
        if whole > MOST_SECONDS or (whole > LEAST_SECONDS and whole > MOST_GROWTH * half):
            print(f"  {piece!r}: {half:.3f} s, twice as long {whole:.3f} s")
            missed = True
    print(f"{len(PASTED)} texts of {LONG} characters: the slowest {slowest[0]:.3f} s (at most {MOST_SECONDS:.0f})")
    return 1 if missed else 0


def _looked(piece: str, length: int) -> float:
    text, the_guard = piece * (length // len(piece)), guard(protected=True)
    begun = time.process_time()
    the_guard.found(text)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
