"""Check a recovery code while it is typed back: format it, and find the first difference. Knows no window."""

from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.storage.keys.recovery_code import RecoveryCode, as_typed
from netmoede_desktop.storage.problems import MistypedRecoveryCode

#: How a code is grouped on paper and on the screen, and how many characters it has.
GROUP = 4
CHARACTERS = 28


class CodeError(Enum):
    """A kind of mistake in a typed code."""

    CHARACTER = auto()
    TOO_SHORT = auto()
    TOO_LONG = auto()
    SOMEWHERE = auto()


@dataclass(frozen=True, slots=True)
class CodeSlip:
    """A mistake and its place: `position` counts characters from 1, `group` groups of four, `count` missing or extra
    ones.

    0 where it does not apply.
    """

    kind: CodeError
    position: int = 0
    group: int = 0
    count: int = 0


def grouped(text: str) -> str:
    """Return the typed characters in capitals and hyphenated groups of four, also of an incomplete code."""
    characters = as_typed(text)
    return "-".join(characters[start : start + GROUP] for start in range(0, len(characters), GROUP))


def first_code_difference(shown: str, typed: str) -> CodeSlip | None:
    """Return the first difference between a code typed back and the one shown; None if they are equal."""
    right, found = as_typed(shown), as_typed(typed)
    for position, (expected, character) in enumerate(zip(right, found, strict=False), start=1):
        if expected != character:
            return _at(position)
    return _length(len(found)) if len(found) != len(right) else None


def find_code_error(typed: str) -> CodeSlip | None:
    """Return the mistake in a code known only from paper; None if it is a valid code."""
    try:
        RecoveryCode.parse(typed)
    except MistypedRecoveryCode as problem:
        position = problem.facts.get("position")
        if isinstance(position, int):
            return _at(position)
        found = len(as_typed(typed))
        return _length(found) if found != CHARACTERS else CodeSlip(CodeError.SOMEWHERE)
    return None


def _at(position: int) -> CodeSlip:
    return CodeSlip(CodeError.CHARACTER, position=position, group=(position - 1) // GROUP + 1)


def _length(found: int) -> CodeSlip:
    if found < CHARACTERS:
        return CodeSlip(CodeError.TOO_SHORT, count=CHARACTERS - found)
    return CodeSlip(CodeError.TOO_LONG, count=found - CHARACTERS)
