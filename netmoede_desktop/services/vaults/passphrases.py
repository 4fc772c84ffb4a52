"""The strength of a new passphrase while it is typed, by the same two measures that decide in the end.

Light to import. No guess at the time an attacker would need: the text is counted, and plain weaknesses are named.
"""

from dataclasses import dataclass
from enum import StrEnum

from netmoede_desktop.storage.keys.passphrase import LEAST_CHARACTERS, LEAST_WORDS, MOST_CHARACTERS, measured

#: From so many characters or words a passphrase that is accepted is called good.
GOOD_CHARACTERS = 20
GOOD_WORDS = 5
#: Fewer different characters than this in the whole of it are easy to guess, however long it is.
_FEW_DIFFERENT = 6


class Grade(StrEnum):
    """The strength of a passphrase, from nothing to good; `ENOUGH` and `GOOD` are accepted."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    ENOUGH = "enough"
    GOOD = "good"


class PassphraseRemark(StrEnum):
    """The remarks on an otherwise accepted passphrase."""

    FEW_CHARACTERS = "few_different_characters"
    SPACE_AT_END = "space_at_end"


@dataclass(frozen=True, slots=True)
class Strength:
    """The strength so far. Either of the two missing counts is enough; both are 0 once it is accepted.

    `progress` goes from 0 to 1, where it is accepted. `remarks` never block it.
    """

    grade: Grade
    characters: int
    words: int
    characters_missing: int
    words_missing: int
    progress: float
    remarks: tuple[PassphraseRemark, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether a vault may be given this passphrase."""
        return self.grade in (Grade.ENOUGH, Grade.GOOD)


def strength(passphrase: str) -> Strength:
    """Return how far a passphrase has come. Quick enough for every key."""
    if len(passphrase) > MOST_CHARACTERS:
        return Strength(Grade.TOO_LONG, len(passphrase), 0, 0, 0, 0.0)
    found = measured(passphrase)
    if not found.enough:
        return Strength(
            grade=Grade.TOO_SHORT if found.characters else Grade.EMPTY,
            characters=found.characters,
            words=found.words,
            characters_missing=LEAST_CHARACTERS - found.characters,
            words_missing=LEAST_WORDS - found.words,
            progress=max(found.characters / LEAST_CHARACTERS, found.words / LEAST_WORDS),
        )
    remarks = tuple(_remarks(passphrase))
    good = found.characters >= GOOD_CHARACTERS or found.words >= GOOD_WORDS
    grade = Grade.GOOD if good and PassphraseRemark.FEW_CHARACTERS not in remarks else Grade.ENOUGH
    return Strength(grade, found.characters, found.words, 0, 0, 1.0, remarks)


def _remarks(passphrase: str) -> list[PassphraseRemark]:
    found = []
    if len(set(passphrase.casefold()) - {" "}) < _FEW_DIFFERENT:
        found.append(PassphraseRemark.FEW_CHARACTERS)
    if passphrase != passphrase.strip():
        found.append(PassphraseRemark.SPACE_AT_END)
    return found
