"""Names as they sound in Danish, to find them in any spelling, and the match of typed words with them.

*Aagaard, Ågård* and *agard* have one key, and so have *Søren, Soeren* and *Soren*; *Mads* and *Matz* have not. A key is
lossy: it only finds. Whether two names are one is never asked of it, but of `folding.name_key`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from netmoede_desktop.domain.language.folding import plain_letters

#: So many words of what was typed are looked for.
_MOST_WORDS: Final = 8
#: Digits of a Danish number, and what is dialled before them from abroad.
_DANISH_NUMBER, _DENMARK = 8, "45"

#: Letters that are written for another sound, or in several ways for one; the longest that fits counts.
_SOUNDS: Final = {
    "sch": "s", "sh": "s", "sj": "s", "zh": "s", "z": "s", "ce": "se", "ci": "si", "cj": "si", "cy": "si",
    "ch": "k", "ck": "k", "kh": "k", "kj": "k", "c": "k", "q": "k", "x": "ks",
    "th": "t", "dh": "d", "gh": "g", "gj": "g", "ph": "f", "w": "v",
    "ae": "e", "oe": "o", "ue": "u", "ou": "u", "y": "i", "j": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_SILENT_H = re.compile(r"(?<=[aeiou])h$")
_SOMALI_C = re.compile(r"^c(?=[aeiou])")
#: Words that end in one of these may go on to a sound that begins otherwise: *Mika* to *Mikael*, *Jo* to *Joussef*.
_UNDECIDED = frozenset("acopu")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """The ways somebody or something is found: the words as they are spelled, and the keys of their sounds."""

    spelled: frozenset[str]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """The words an entry must hold: in one of `ways`, of each of its places one word.

    They are looked for among the spelled words, or else among the keys. `begun` says of which places it is enough that
    a word begins so. A `last_resort` is for when nothing else was found.
    """

    ways: tuple[tuple[tuple[str, ...], ...], ...]
    begun: Literal["none", "last", "all"]
    in_spelled: bool = False
    last_resort: bool = False


def spelled_words(text: str) -> list[str]:
    """Return the words of a text in small letters, composed; marks that are no letters are left out."""
    composed = unicodedata.normalize("NFC", text).lower()
    plain = composed if composed.isascii() else "".join(char for char in composed if _may_stand(char))
    return "".join(char if char.isalnum() else " " for char in plain).split()


def sound_keys(word: str) -> tuple[str, ...]:
    """Return the keys of a word, never none: a second one where it may be Somali, whose c and x are said otherwise."""
    plain = plain_letters(word.replace("ä", "æ")) or word
    keys = [_sound(plain)]
    if "x" in plain:
        keys.append(_sound(plain.replace("x", "h")))
    if _SOMALI_C.match(plain):
        keys.append(_sound(plain[1:].replace("x", "h")))
    return tuple(dict.fromkeys(keys))


def name_entry(names: Iterable[str], phone: str = "") -> SearchEntry:
    """Return what a person of these names is found by, and by the digits of a phone number if there is one."""
    spelled: set[str] = set()
    keys: set[str] = set()
    for name in names:
        words = spelled_words(name)
        spelled.update(words)
        for word in (*words, *_pairs(words)):
            keys.update(sound_keys(word))
    return SearchEntry(frozenset(spelled), frozenset(keys.union(_phone_keys(phone))))


def case_entry(reference: str, child: str) -> SearchEntry:
    """Return what a sag is found by: its child, and its number from any digit or letter on, with or without marks."""
    words = spelled_words(reference)
    ends = {word[start:] for word in (*words, "".join(words)) for start in range(len(word))}
    named = name_entry((child,))
    return SearchEntry(named.spelled.union(words), named.keys.union(*map(sound_keys, ends), ends))


def search_terms(typed: str) -> tuple[SearchTerms, ...]:
    """Return what to look for, the closest first; nothing where no letter and no digit was typed."""
    words = spelled_words(typed)[:_MOST_WORDS]
    if not words:
        return ()
    spelled = (tuple((word,) for word in words),)
    keys = tuple(tuple(sound_keys(word) for word in line) for line in _readings(words))
    terms = [
        SearchTerms(spelled, "none", in_spelled=True),
        SearchTerms(spelled, "last", in_spelled=True),
        SearchTerms(keys, "none"),
        SearchTerms(keys, "last"),
    ]
    *before, last = words
    if len(last) > 1 and plain_letters(last)[-1:] in _UNDECIDED:
        shorter = (*map(sound_keys, before), sound_keys(last[:-1]))
        terms.append(SearchTerms((shorter,), "last", last_resort=True))
    if before:
        terms.append(SearchTerms(keys[:1], "all", last_resort=True))
    return tuple(terms)


def _readings(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The words as they were typed; with two of them as one, *Al Hassan* as *Alhassan*; a number in groups as one."""
    yield tuple(words)
    for place in range(len(words) - 1):
        yield (*words[:place], words[place] + words[place + 1], *words[place + 2 :])
    if len(words) > 1 and all(word.isdecimal() for word in words):
        yield ("".join(words).removeprefix("00"),)


def _pairs(words: list[str]) -> Iterator[str]:
    return (first + second for first, second in pairwise(words))


def _phone_keys(phone: str) -> set[str]:
    digits = "".join(char for char in phone if char.isdecimal()).removeprefix("00")
    if len(digits) == _DANISH_NUMBER:
        return {digits, _DENMARK + digits}
    if len(digits) == len(_DENMARK) + _DANISH_NUMBER:
        return {digits, digits.removeprefix(_DENMARK)}
    return {digits} - {""}


def _sound(plain: str) -> str:
    said = _SOUND.sub(lambda found: _SOUNDS[found[0]], plain)
    return _SILENT_H.sub("", _DOUBLE.sub(r"\1", said))


def _may_stand(char: str) -> bool:
    """Return False for a mark without a letter of its own, which would part a word: it is dropped."""
    return unicodedata.category(char) not in ("Mn", "Me", "Cf")
