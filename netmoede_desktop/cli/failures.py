"""From anything that goes wrong to an exit code and one clear sentence."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.documents.papers import PaperProblem
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.input_wording import sentence as input_sentence
from netmoede_desktop.localization.paper_wording import paper_problem_sentence
from netmoede_desktop.localization.place_wording import place_sentence
from netmoede_desktop.localization.problem_wording import disk_full_sentence, problem_sentence
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.files.files_out import PlaceRefused
from netmoede_desktop.services.minutes.exporting import UnknownMeeting
from netmoede_desktop.services.scenarios.rehearsal import StepRefused
from netmoede_desktop.services.toml.input import InputError
from netmoede_desktop.storage import problems

_EXITS = {
    problems.WrongPassphrase.code: Exit.WRONG_PASSPHRASE,
    problems.DamagedStore.code: Exit.DAMAGED,
    problems.DamagedKeyFile.code: Exit.DAMAGED,
    problems.NewerStore.code: Exit.DAMAGED,
    problems.BackupDamaged.code: Exit.DAMAGED,
    "store_lost": Exit.DAMAGED,
    problems.WeakPassphrase.code: Exit.BAD_INPUT,
    problems.NoBackup.code: Exit.BAD_INPUT,
}


#: Why a paper cannot be made of the facts as they are now; whatever else stands in its way was asked for wrongly.
_OBSTACLES = frozenset({"no_follow_up", "risk_not_assessed", "nobody_invited", "no_parents"})


class Failure(Exception):
    """The sentence for the user, and the exit code."""

    def __init__(self, exit_code: Exit, sentence: str) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
        self.sentence = sentence


@contextlib.contextmanager
def translate_errors(t: Translator) -> Iterator[None]:
    """Turn everything foreseen that goes wrong inside into a `Failure`."""
    try:
        yield
    except InputError as error:
        raise Failure(Exit.BAD_INPUT, input_problems(error, t)) from error
    except StepRefused as refused:
        raise Failure(Exit.BAD_INPUT, _step_refused(refused, t)) from refused
    except PlaceRefused as refused:
        raise Failure(Exit.BAD_INPUT, place_sentence(refused.code, refused.name, t)) from refused
    except UnknownMeeting as error:
        sentence = t.gettext("Der er intet møde med id {id}. »netmoede meetings« viser møderne.")
        raise Failure(Exit.BAD_INPUT, sentence.format(id=error)) from error
    except PaperProblem as error:
        exit_code = Exit.NOT_NOW if error.code in _OBSTACLES else Exit.BAD_INPUT
        raise Failure(exit_code, paper_problem_sentence(error.code, t)) from error
    except problems.StorageProblem as problem:
        raise Failure(exit_code_of(problem.code), problem_sentence(problem.code, problem.facts, t)) from problem
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(Exit.NOT_NOW, _world_failed(error, t)) from error


def input_problems(error: InputError, t: Translator) -> str:
    """Return the sentence of a file's first problem, and how many more there are."""
    first = error.problems[0]
    sentence = input_sentence(t, first.path, first.line, first.key, first.code, first.facts)
    more = len(error.problems) - 1
    if not more:
        return sentence
    rest = t.ngettext("(og {count} fejl mere i filen)", "(og {count} fejl mere i filen)", more).format(count=more)
    return f"{sentence} {rest}"


def _step_refused(refused: StepRefused, t: Translator) -> str:
    reason = refusal_sentence(refused.refusal.code, refused.refusal.facts, refused.names, t)
    place = t.gettext("{file}, linje {line}: {reason} Ret eller slet trin {number} ({do}).")
    return place.format(file=refused.path.name, line=refused.line, number=refused.number, do=refused.do, reason=reason)


def exit_code_of(code: str) -> Exit:
    """Return the exit code that goes with a storage problem's code."""
    return _EXITS.get(code, Exit.NOT_NOW)


def _world_failed(error: OSError, t: Translator) -> str:
    full = disk_full_sentence(error, t)
    if full is not None:
        return full
    name = Path(str(error.filename)).name if error.filename else ""
    return t.gettext("»{name}« kan ikke skrives. Vælg en anden mappe, eller ret adgangen.").format(name=name)
