"""One run of the command line: arguments in, exit code out, never a traceback (product.md §9)."""

import sys

from netmoede_desktop.cli.arguments import UsageProblem, parse
from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.world import World


def run(arguments: list[str], world: World) -> int:
    """Do what the arguments ask for and return the exit code. Sentences go to stderr, results to stdout."""
    t = world.translator
    try:
        asked = parse(arguments, t)
    except UsageProblem as problem:
        return _fail(Exit.BAD_INPUT, str(problem))
    if asked.verb is None:
        if world.windows is None:
            return _fail(Exit.NOT_NOW, t.gettext("Vinduerne kan ikke åbnes her. Skriv »netmoede --help«."))
        return world.windows.open(asked.profile or world.default_profile(), asked.curtain, overview=asked.overview)
    from netmoede_desktop.cli.failures import Failure
    from netmoede_desktop.cli.verbs import do

    try:
        do(asked, world)
    except Failure as failure:
        return _fail(failure.exit_code, failure.sentence)
    return Exit.DONE


def _fail(code: Exit, sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return code
