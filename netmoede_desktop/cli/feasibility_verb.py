"""`feasibility`: how long each one has the word in the rounds of a method, and what would help. Needs no store."""

import argparse
from typing import Any

from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.failures import Failure
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.preparation.feasibility import TimeFrame, feasibility
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.feasibility_wording import advice_price, advice_title
from netmoede_desktop.localization.names import readable
from netmoede_desktop.services.methods.method_files import Methods


def feasibility_answer(asked: argparse.Namespace, methods: Methods, t: Translator) -> dict[str, Any]:
    """Return the answer as JSON values. Raises `Failure` for a method that is not there."""
    method = methods.get(asked.method)
    if method is None:
        sentence = t.gettext("»{method}« er ingen metode. Se dem, der er, med »netmoede methods list«.")
        raise Failure(Exit.BAD_INPUT, sentence.format(method=readable(asked.method)))
    minutes = target_minutes(method, interpreter=asked.interpreter) if asked.minutes is None else asked.minutes
    told = feasibility(TimeFrame.for_group(method, minutes, asked.speakers, interpreter=asked.interpreter))
    return {
        "planned_minutes": minutes,
        "rounds": [
            {
                "part": one.part,
                "minutes": _minutes(one.seconds),
                "seconds_each": one.seconds_each,
                "verdict": one.verdict.value,
            }
            for one in told.rounds
        ],
        "advice": [f"{advice_title(one, method, t)}. {advice_price(one, method, t)}" for one in told.advice],
    }


def _minutes(seconds: int) -> float:
    """Return minutes to two decimals, a whole number where they are whole."""
    return round(seconds / 60, 2) if seconds % 60 else seconds // 60
