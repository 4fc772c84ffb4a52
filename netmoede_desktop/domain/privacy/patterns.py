"""The patterns of private data: numbers, mail addresses, streets, schools. Spans in a text, of any person.

Danish habits of writing; kept apart from dates, times, years and amounts, which the board and the agreements are full
of.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class TextSpan(NamedTuple):
    """The characters `start`..`end` of a text, end excluded."""

    start: int
    end: int


_BLANK = r"[^\S\n]"
_PARTED = rf"(?:[./-]|{_BLANK})?"
_CPR = re.compile(rf"(?<!\d)\d\d{_PARTED}\d\d{_PARTED}\d\d{_BLANK}?[-–—./]?{_BLANK}?\d{{4}}(?!\d)")
_PHONE = re.compile(
    rf"""(?<![\w+.])(?:\+|00)\d{{1,3}}(?:(?:{_BLANK}|[-.()/])*\d){{6,13}}(?!\d)     # +45 12 34 56 78
      | (?<!\d)\d{{8}}(?!\d)                                                       # 12345678
      | (?<!\d)(?<!\d[./-])\d\d({_BLANK}|[-.])\d\d\1\d\d\1\d\d(?!\d)(?![./-]\d)    # 12 34 56 78
      | (?<!\d)\d{{4}}{_BLANK}\d{{4}}(?!\d)                                        # 1234 5678
      | (?<!\d)(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{{4}}-\d{{4}}(?!\d)                # 1234-5678, but not 2026-2027
      | (?<!\d)\d\d{_BLANK}\d{{3}}{_BLANK}\d{{3}}(?!\d)                            # 12 345 678
      | (?<!\d)\d{{3}}{_BLANK}\d\d{_BLANK}\d{{3}}(?!\d)                            # 123 45 678
    """,
    re.VERBOSE,
)
_IN_MAIL = r"[^\s@<>()\[\],;:\"]"
_MAIL = re.compile(rf"(?<!{_IN_MAIL}){_IN_MAIL}++(?:@{_IN_MAIL}+)*@{_IN_MAIL}*[^\s@<>()\[\],;:\".!?]")
_POSTCODE = re.compile(
    rf"(?<![\w.,/-])(?<!kl )(?<!kl\. )(?:DK-)?([1-9]\d{{3}}){_BLANK}+"
    rf"([A-ZÆØÅ][^\W\d_]+(?:{_BLANK}(?:[NSØVCK]|NV|SV)\b)?)"
)
_YEARS = range(1950, 2100)
_TOWN_WITH_YEARS = "Frederiksberg"

#: Ends of words that are nearly always streets, and ends that are streets where a house number follows.
_STREET = re.compile(r"(?:vej(?:en)?|gaden?|allé(?:en)?|strædet?|boulevard(?:en)?)\Z")
_PERHAPS_A_STREET = re.compile(
    r"(?:alle(?:en)?|plads(?:en)?|torvet?|park(?:en)?|haven?|gård(?:en)?|bakken?|toft(?:en)?|engen|marken|krog(?:en)?"
    r"|stien|svinget|kaj(?:en)?|bryggen?|vang(?:en)?|lund(?:en)?|skov(?:en)?|ageren|dal(?:en)?|høj(?:en)?|kær(?:et)?"
    r"|mosen?|hegn(?:et)?|brink(?:en)?|vænget?|kvarteret)\Z"
)
#: Words that end as a street does and are none.
_ROAD_OF_SPEECH = re.compile(
    r"(?:adgangs|arbejds|gen|halv|hjem|hoved|klage|livs|løsnings|midt|motor|nødud|om|side|skole|ud|uddannelses)?vej(?:en)?"
    r"|(?:gå|side)?gaden?|alle"
)
_BEFORE_A_STREET = re.compile(
    r"vester|øster|nørre|sønder|[sn]ordre|søndre|[øv]estre|østre|store|lille|gamle|gammel|gl|nye?|sankt|sk?t|sct"
    r"|kong|dronning|prins(?:esse)?"
)
_HOUSE = re.compile(
    rf"{_BLANK}+(?:nr\.?{_BLANK}*)?\d{{1,3}}(?:{_BLANK}?[A-ZÆØÅ]|[a-zæøå])?(?![^\W_])(?![./]\d)"
    rf"(?:,?{_BLANK}(?:st|kl|\d{{1,2}})\.?,?{_BLANK}?(?:tv|th|mf)\b\.?)?"
)
_SCHOOL = re.compile(
    r"(?:skolen?|børnehaven?|vuggestuen?|gymnasi(?:um|et)|institution(?:en)?|børnehus(?:et)?|fritidshjem(?:met)?|klubben)\Z"
)
#: Words that end as a school's name does and name none.
_SCHOOL_OF_SPEECH = re.compile(
    r"(?:efter|folke|fri|grund|heldags|høj|musik|privat|sommer|special|ungdoms)skolen?"
    r"|(?:dag|døgn)institution(?:en)?|(?:fritids|ungdoms)klubben"
)
_SHELTER = re.compile(r"krisecent(?:eret|er|ret)s?", re.IGNORECASE)
_SHORTEST_STEM = 3


class Word(NamedTuple):
    """A word of a text: its place, its letters, and these in lower case."""

    start: int
    end: int
    letters: str
    lower: str


def cpr_numbers(text: str) -> Iterator[TextSpan]:
    """Yield numbers formed like a CPR number: six digits and four, however they are parted."""
    yield from (TextSpan(*found.span()) for found in _CPR.finditer(text))


def phone_numbers(text: str) -> Iterator[TextSpan]:
    """Yield numbers of eight digits as phone numbers are written, and foreign ones with + or 00."""
    yield from (TextSpan(*found.span()) for found in _PHONE.finditer(text))


def mail_addresses(text: str) -> Iterator[TextSpan]:
    """Yield mail addresses."""
    yield from (TextSpan(*found.span()) for found in _MAIL.finditer(text))


def postcodes(text: str) -> Iterator[TextSpan]:
    """Yield postcodes with their town; a year before a capital letter is none."""
    for found in _POSTCODE.finditer(text):
        if int(found[1]) not in _YEARS or found[2].startswith(_TOWN_WITH_YEARS):
            yield TextSpan(*found.span())


def streets(text: str, words: Sequence[Word], *, strict: bool) -> Iterator[TextSpan]:
    """Yield streets: with a house number, or named so that they can be nothing else.

    With `strict` also at the beginning of a sentence, where any word has a capital letter.
    """
    for place, word in enumerate(words):
        capital = word.letters[0].isupper()
        house = _HOUSE.match(text, word.end)
        if house is None and not capital:
            continue
        street = _STREET.search(word.lower)
        ending = street or _PERHAPS_A_STREET.search(word.lower)
        first = word.start if ending is None else _first_of_street(text, words, place)
        bare = ending is not None and (not ending.start() or _ROAD_OF_SPEECH.fullmatch(word.lower))
        if ending is None or (bare and first == word.start):
            continue
        if house is not None and (street or capital):
            yield TextSpan(first, house.end())
        elif street and capital and street.start() >= _SHORTEST_STEM and (strict or _within(text, word.start)):
            yield TextSpan(first, word.end)


def schools(words: Sequence[Word]) -> Iterator[TextSpan]:
    """Yield names of schools and the like, and any word for a shelter."""
    for word in words:
        school = _SCHOOL.search(word.lower)
        named = school is not None and school.start() >= _SHORTEST_STEM and word.letters[0].isupper()
        if (named and not _SCHOOL_OF_SPEECH.fullmatch(word.lower)) or _SHELTER.search(word.lower):
            yield TextSpan(word.start, word.end)


def shelters(text: str) -> Iterator[TextSpan]:
    """Yield any word for a shelter."""
    yield from (TextSpan(*found.span()) for found in _SHELTER.finditer(text))


def _first_of_street(text: str, words: Sequence[Word], place: int) -> int:
    """Where a street of several words begins: Vester Farimagsgade, H.C. Andersens Boulevard."""
    start = words[place].start
    for before in reversed(words[:place]):
        between = text[before.end : start]
        named = len(before.letters) == 1 or before.lower.endswith("s") or _BEFORE_A_STREET.fullmatch(before.lower)
        if not (named and before.letters[0].isupper()) or between.strip(" .") or "\n" in between:
            break
        start = before.start
    return start


def _within(text: str, place: int) -> bool:
    """Return True if a word here is inside a sentence, so that a capital letter is its own."""
    before = text[:place].rstrip(" \t\u00a0\"'»“”(–-•*")
    return bool(before) and before[-1] not in ".!?:\n"
