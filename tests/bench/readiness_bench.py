"""How long all rules of readiness take on a meeting of twenty people, where nothing is known and where everything is.

They are judged anew after every change that is typed, so they may take 5 ms. Run by `dev.py bench`. The control judges
forty people: were they more than some times slower, a rule would compare everybody with everybody. Processor time.
"""

import statistics
import sys
import time
from dataclasses import replace

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.readiness.rule import EVERY_METHOD, RuleTable, judge
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Level
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import load_methods
from tests.domain.preparation.readiness.inputs import PEOPLE, READY

MOST_MILLISECONDS = 5.0
MOST_TIMES_FOR_TWICE = 3.5
RUNS = 60

_EVERYTHING = RuleTable({rule.id: {EVERY_METHOD: Level.REASON} for rule in RULES})


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    known, larger = meeting(20), meeting(40)
    empty = RuleInput(known.plan, known.now)
    twenty, forty, bare = (_milliseconds(one) for one in (known, larger, empty))
    print(f"{len(RULES)} rules, 20 people  all known {twenty:.2f} ms   nothing known {bare:.2f} ms   n={RUNS}")
    print(f"the same, 40 people    {forty:.2f} ms (at most {MOST_TIMES_FOR_TWICE} x)")
    print(f"target                 median {MOST_MILLISECONDS} ms")
    return 1 if max(twenty, bare) > MOST_MILLISECONDS or forty > MOST_TIMES_FOR_TWICE * twenty else 0


def meeting(people: int) -> RuleInput:
    """A meeting of DIN with so many people, of whom everything is known."""
    more = [
        Person(f"p{n}", f"Åse Ørsted {n}", f"Åse {n}", Role.PRIVATE, "nabo", seat=20 + n)
        for n in range(people - len(PEOPLE))
    ]
    din = load_methods(resource_folder() / "methods")["din-1"]
    plan = replace(READY.plan, method=din, planned_minutes=180, people=(*PEOPLE, *more))
    known = READY.facts
    for person in more:
        known = known.with_person(person.id, known.person("hanne"))
    return replace(READY, plan=plan, facts=known)


def _milliseconds(it: RuleInput) -> float:
    return statistics.median(_once(it) for _ in range(RUNS))


def _once(it: RuleInput) -> float:
    begun = time.process_time_ns()
    judge(RULES, _EVERYTHING, it)
    return (time.process_time_ns() - begun) / 1e6


if __name__ == "__main__":
    sys.exit(main())
