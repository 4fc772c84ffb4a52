"""The recovery code: 130 random bits and two check characters, made to be printed and typed back."""

from dataclasses import dataclass

from netmoede_desktop.storage.problems import MistypedRecoveryCode

SECRET_BITS = 130
#: Random bytes to draw for one code; the surplus bits are thrown away.
SECRET_BYTES = 17

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = {"O": "0", "I": "1", "L": "1"}
_SECRET_CHARACTERS = SECRET_BITS // 5
_CHARACTERS = _SECRET_CHARACTERS + 2
_GROUP = 4
_CHECK_PRIME = 1021  # the largest prime below 32², so that every single wrong or swapped character changes the check
_SEPARATORS = frozenset(" \t\r\n-_.,\u00a0\u2010\u2011\u2012\u2013\u2014\u2212")


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """A recovery code; `secret` is a number of 130 bits. Its repr never shows it."""

    secret: int

    @classmethod
    def from_random(cls, random: bytes) -> "RecoveryCode":
        """Make a code of `SECRET_BYTES` random bytes."""
        return cls(int.from_bytes(random[:SECRET_BYTES], "big") >> (SECRET_BYTES * 8 - SECRET_BITS))

    @classmethod
    def parse(cls, text: str) -> "RecoveryCode":
        """Read a code as typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.

        Raises `MistypedRecoveryCode` when it cannot be a code: one wrong character or two swapped neighbours are
        always found.
        """
        characters = as_typed(text)
        for position, character in enumerate(characters, start=1):
            if character not in _ALPHABET:
                raise MistypedRecoveryCode(reason="character", position=position)
        if len(characters) != _CHARACTERS:
            raise MistypedRecoveryCode(reason="length", expected=_CHARACTERS, found=len(characters))
        number = 0
        for character in characters:
            number = number * 32 + _ALPHABET.index(character)
        secret, check = divmod(number, 1024)
        if secret % _CHECK_PRIME != check:
            raise MistypedRecoveryCode(reason="check")
        return cls(secret)

    def text(self) -> str:
        """The code in seven groups of four, as it is printed."""
        number = self.secret * 1024 + self.secret % _CHECK_PRIME
        characters = "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(_CHARACTERS)))
        return "-".join(characters[start : start + _GROUP] for start in range(0, _CHARACTERS, _GROUP))

    def secret_bytes(self) -> bytes:
        """The bytes the key is derived from."""
        return self.secret.to_bytes(SECRET_BYTES, "big")

    def __repr__(self) -> str:
        """Hide the secret."""
        return "RecoveryCode(…)"


def as_typed(text: str) -> str:
    """Return the characters that count of a code as somebody typed it: no separators, capitals, misread ones mended."""
    return "".join(_MISREAD.get(character, character) for character in text.upper() if character not in _SEPARATORS)
