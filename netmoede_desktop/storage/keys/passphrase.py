"""The rules of a passphrase: NFC-normalised, long enough, with no rules about its characters."""

import unicodedata
from dataclasses import dataclass

from netmoede_desktop.storage.problems import WeakPassphrase

LEAST_CHARACTERS = 14
LEAST_WORDS = 4
LEAST_WORD_LETTERS = 2
MOST_CHARACTERS = 1024


def passphrase_bytes(passphrase: str) -> bytes:
    """Return the bytes the key is derived from: NFC, so that å typed as one or as two code points is the same."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Measured:
    """A new passphrase by the two measures that count, each enough: `characters`, and `words` that are different.

    White space at the ends and in a row counts once, a word has two letters or more.
    """

    characters: int
    words: int

    @property
    def enough(self) -> bool:
        """Whether it is long enough by one of them."""
        return self.characters >= LEAST_CHARACTERS or self.words >= LEAST_WORDS


def measured(passphrase: str) -> Measured:
    """Measure a new passphrase."""
    words = unicodedata.normalize("NFC", passphrase).split()
    different = {word.casefold() for word in words if len(word) >= LEAST_WORD_LETTERS}
    return Measured(len(" ".join(words)), len(different))


def check_passphrase(passphrase: str) -> None:
    """Accept a new passphrase of at least 14 characters or four different words, or raise `WeakPassphrase`."""
    if len(passphrase) > MOST_CHARACTERS:
        raise WeakPassphrase(reason="too_long", most=MOST_CHARACTERS)
    if not measured(passphrase).enough:
        raise WeakPassphrase(reason="too_short", least=LEAST_CHARACTERS, words=LEAST_WORDS)
