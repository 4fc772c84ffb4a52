"""`python -m tests.domain.people.network_figures`: how long a netværkskort takes, and how often seats are shared.

Random families of the property test; processor time. The control counts covered seats where everybody stands at the
middle of their place, as a map without rows would have it.
"""

from itertools import combinations
from random import Random
from time import process_time

from netmoede_desktop.domain.people.network_map import MapRoom, lay_out
from tests.domain.people.test_network_map import PAGE, WINDOW, family, faults


def _row(name: str, count: int, room: MapRoom, families: int = 400) -> str:
    random, seconds, shared, wrong, covered = Random(count), [], 0, 0, 0
    for number in range(families):
        everyone = family(random, count - number % 2)
        began = process_time()
        layout = lay_out(everyone, room)
        seconds.append(process_time() - began)
        shared += any(spot.shared for spot in layout.spots)
        wrong += bool(faults(layout, room, everyone))
        places = [one.place for one in everyone if one.place is not None]
        middles = [next(iter(layout.frame.spread(place, 1, layout.seat))) for place in places]
        wide, high = layout.seat
        covered += any(abs(a[0] - b[0]) < wide and abs(a[1] - b[1]) < high for a, b in combinations(middles, 2))
    seconds.sort()
    times = f"{seconds[families // 2] * 1e3:.1f} / {seconds[families * 99 // 100] * 1e3:.1f} / {seconds[-1] * 1e3:.1f}"
    return f"| {name} | {count} | {times} | {shared} of {families} | {wrong} | {covered} of {families} |"


def main() -> None:
    """Print a row for each size."""
    for count in (10, 20, 40):
        print(_row("window", count, WINDOW))
    print(_row("A4", 40, PAGE))


if __name__ == "__main__":
    main()
