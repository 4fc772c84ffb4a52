"""How long *Kan vi nå det?* takes: it is worked out at each key, for every shipped method and up to a thousand people.

Once as the command line asks it, with all its advice, and once with all that the step of the preparation shows of
twenty people. Run by `dev.py bench`, in the processor's time. The control works ten of the slowest out in one go,
which must miss the target.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.preparation.feasibility import TimeFrame, feasibility
from netmoede_desktop.gui.preparation.timing.time_presenter import time_view
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting
from tests.bench.replay_bench import plan_of_twenty

MOST_MILLISECONDS = 5.0
RUNS = 15
_GROUPS = (1, 6, 9, 12, 20, 100, 1000)


def main() -> int:
    """Measure, print, and return 1 when the target is missed or the control does not miss it."""
    methods = load_methods(resource_folder() / "methods", None)
    frames = [
        TimeFrame.for_group(method, target_minutes(method, interpreter=tolk) - less, group, interpreter=tolk)
        for method in methods
        for group in _GROUPS
        for tolk in (False, True)
        for less in (0, 30)
    ]
    times = [_median(partial(feasibility, frame)) for frame in frames]
    slowest, hardest = max(zip(times, frames, strict=True), key=lambda pair: pair[0])
    plan = plan_of_twenty()
    meeting = PlannedMeeting("m", "s", plan, Editable.ALL, plan.planned_minutes)
    danish = load("da")
    shown = _median(lambda: time_view(meeting, None, danish))
    control = _median(lambda: [feasibility(hardest) for _ in range(10)])
    print(
        f"a question      median {statistics.median(times):.2f} ms   slowest {slowest:.2f} ms   n={len(times)} x {RUNS}"
    )
    print(f"the step shown  median {shown:.2f} ms")
    print(f"control         {control:.2f} ms   target {MOST_MILLISECONDS} ms")
    return 1 if max(slowest, shown) > MOST_MILLISECONDS or control <= MOST_MILLISECONDS else 0


def _median(work: Callable[[], object]) -> float:
    """Return the median of some runs in milliseconds."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append((time.process_time() - begun) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
