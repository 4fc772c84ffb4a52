"""Lines the child asked not to have said in the meeting, found again however they are put.

A line is not looked for letter by letter: "at jeg har grædt i skolen" is told as well by "Mikkel græder i skolen". The
words that carry it count, without their endings; a sentence that holds most of them tells it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from netmoede_desktop.domain.privacy.disguises import Keyed, key_of
from netmoede_desktop.domain.privacy.patterns import TextSpan

#: The stems that carry one line.
UnsaidLine = frozenset[str]

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[^.!?;\n…•]+")
#: Words that carry nothing of their own, as `key_of` folds them; among them those of asking not to speak of a thing.
_SMALL = frozenset((
    "af", "aldrig", "alle", "alt", "altid", "at", "bare", "blev", "blive", "bliver", "blevet", "da", "de",
    "dem", "den", "denne", "der", "deres", "det", "dette", "dig", "din", "dine", "dit", "du", "efter", "eller",
    "en", "end", "er", "et", "faa", "faar", "fik", "for", "fordi", "fra", "fortaelle", "fortaeller", "fortalt",
    "gerne", "gjorde", "gjort", "gor", "gore", "ham", "han", "hans", "har", "have", "havde", "haft", "hen",
    "hende", "hendes", "her", "hos", "hun", "hvad", "hvem", "hver", "hvilken", "hvis", "hvor", "hvordan",
    "hvorfor", "i", "igen", "ikke", "ind", "ingen", "intet", "ja", "jeg", "jer", "jeres", "jo", "kan", "kom",
    "komme", "kommer", "kun", "kunne", "lidt", "lige", "maa", "maatte", "man", "med", "meget", "men", "mere",
    "mig", "min", "mine", "mit", "mod", "naar", "naevne", "naevner", "naevnt", "nej", "nogen", "noget", "nogle",
    "nok", "nu", "og", "ogsaa", "om", "op", "os", "over", "paa", "saa", "sagde", "sagt", "sig", "sige", "siger",
    "sin", "sine", "sit", "skal", "skulle", "snakke", "snakker", "snakket", "som", "tale", "taler", "talt",
    "til", "ud", "uden", "under", "vaere", "vaeret", "var", "ved", "vi", "vil", "ville", "vores",
))  # fmt: skip
#: Endings of Danish words, the longest first; what is left of a word has so many letters at least.
_ENDINGS = (
    *("ernes", "erne", "enes", "ende", "ede", "ens", "ers", "ets", "ene"),
    *("en", "er", "es", "et", "te", "e", "s", "t"),
)
_SHORTEST_STEM = 3
#: Words further apart than this tell nothing together: a paper has lists and tables without full stops.
_WIDEST_GAP = 8


def unsaid_lines(lines: Iterable[str], called: Collection[str]) -> tuple[UnsaidLine, ...]:
    """Return the lines to look for: a set of stems for each sentence of the lines.

    The names in `called` (folded) are heard all the time and carry nothing, unless a sentence has nothing else.
    """
    sentences = [sentence for line in lines for sentence in _SENTENCE.findall(line)]
    found = []
    for sentence in sentences:
        keys = [key_of(word.lower()) for word in _WORD.findall(sentence)]
        heavy = [key for key in keys if key not in _SMALL]
        carrying = [key for key in heavy if key not in called and key.removesuffix("s") not in called]
        found.append(frozenset(_stem(key) for key in carrying or heavy or keys))
    return tuple(dict.fromkeys(line for line in found if line))


def unsaid_spans(text: str, words: Sequence[Keyed], lines: Collection[UnsaidLine]) -> Iterator[TextSpan]:
    """Yield, for each sentence that tells a line, the span from the first word that carries it to the last."""
    if not lines:
        return
    stems = [_stem(word.key) for word in words]
    for sentence in _SENTENCE.finditer(text):
        inside = [n for n, word in enumerate(words) if sentence.start() <= word.start < sentence.end()]
        for line in lines:
            for near in _near([n for n in inside if stems[n] in line]):
                if len({stems[n] for n in near}) >= _enough(line):
                    yield TextSpan(words[near[0]].start, words[near[-1]].end)


def _near(places: list[int]) -> list[list[int]]:
    """The places of words in groups that have no wide gap inside."""
    groups: list[list[int]] = []
    for place in places:
        if not groups or place - groups[-1][-1] > _WIDEST_GAP:
            groups.append([])
        groups[-1].append(place)
    return groups


def _enough(line: UnsaidLine) -> int:
    """How many of the words tell the line: one of one, two of two or three, and half of more."""
    return min(len(line), max(2, (len(line) + 1) // 2))


def _stem(key: str) -> str:
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            key = key.removesuffix(ending)
            break
    double = len(key) > _SHORTEST_STEM and key[-1] == key[-2]
    return key[:-1] if double else key
