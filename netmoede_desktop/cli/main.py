"""One run of the command line: arguments in, exit code out, never a traceback (README.md, *The command line*)."""

import argparse
import sys

from netmoede_desktop.cli.arguments import UsageProblem, parse
from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.world import World
from netmoede_desktop.localization.names import readable, strange_profile_sentence


def run(arguments: list[str], world: World) -> int:
    """Run the arguments and return the exit code. Sentences go to stderr, results to stdout."""
    t = world.translator
    try:
        asked = parse(arguments, t)
    except UsageProblem as problem:
        return _fail(Exit.BAD_INPUT, str(problem))
    if asked.verb is None:
        return _opened(asked, world)
    from netmoede_desktop.cli.failures import Failure
    from netmoede_desktop.cli.verbs import do

    try:
        do(asked, world)
    except Failure as failure:
        return _fail(failure.exit_code, failure.sentence)
    return Exit.DONE


def _opened(asked: argparse.Namespace, world: World) -> int:
    if world.windows is None:
        sentence = world.translator.gettext("Vinduerne kan ikke åbnes her. Skriv »netmoede --help«.")
        return _fail(Exit.NOT_NOW, sentence)
    profile = asked.profile or world.default_profile()
    strange = strange_profile_sentence(profile, world.translator)
    if strange:
        return _fail(Exit.BAD_INPUT, strange)
    return world.windows.open(profile, asked.curtain, overview=asked.overview)


def _fail(code: Exit, sentence: str) -> int:
    print(readable(sentence), file=sys.stderr)
    return code
