"""The guard of the room: protected words are found while typing, and replaced where the text is shown to the room.

Always protected: surnames of everybody in the meeting, the case reference, CPR, phone and postal addresses, mail
addresses, and whatever the child asked not to have said (`unsaid`). Where somebody's address is protected, also what
gives away a place: schools, shelters, where this meeting and the next one are. The names people are called by are no
secret at the table, and are not replaced.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.privacy import patterns
from netmoede_desktop.domain.privacy.disguises import Keyed, disguised, figures_read, key_of
from netmoede_desktop.domain.privacy.names import base_name
from netmoede_desktop.domain.privacy.patterns import TextSpan, Word
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.domain.privacy.unsaid import UnsaidLine, unsaid_lines, unsaid_spans

#: Stands in the room's text where a protected word stood.
TAKEN_OUT = "…"

_WORD = re.compile(r"[^\W\d_]+")
#: Characters that show nothing, or only change the letter before them: a word may hide behind them.
_HIDING = re.compile(
    "[\u00ad\u0300-\u036f\u0610-\u061c\u064b-\u065f\u17b4\u17b5\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff]"
)
_DIGIT = re.compile(r"\d")
_DIGITS_OF_A_PHONE, _DIGITS_OF_A_POSTCODE = 8, 4
_WIDE_FIRST, _WIDE_LAST = "\uff01", "\uff5e"
_MARKS = frozenset({"Mn", "Me", "Cf"})

#: Small words inside names that are common words of their own.
_PARTICLE = re.compile(r"a[fl]|d[aeiou]|de[lnrst]|dos|[eo][lf]|[iy]|l[aeo]|les|og|te|ter|und|v[ao]n|z[uo]")
#: A surname this short is only known by its capital letter.
_SHORT = 2
#: A case reference shorter than this gives nobody away, and would be found everywhere.
_SHORTEST_REFERENCE = 3
#: Words of a place that say nothing of where it is.
_ROOM = re.compile(r"(?:møde)?lokalet?|stuen?|sal(?:en)?|rum(?:met)?|bygning(?:en)?|etage|plan")
_SHORTEST_PLACE, _SHORTEST_PLAIN_PLACE = 3, 5


class ProtectedKind(StrEnum):
    """Why a word is not for the room."""

    SURNAME = "surname"
    CASE_REFERENCE = "case_reference"
    CPR = "cpr"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    PLACE = "place"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class ProtectedWord:
    """A protected word as it was typed, at `start`..`end` (end excluded) of the text."""

    kind: ProtectedKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoomGuard:
    """The protected words of a meeting, and the finding of them. Made by `room_guard`; its words are kept folded.

    `called` are the names at the table, `short_surnames` those known only by their capital letter. With `strict`
    somebody's address is protected. `unsaid` has the lines the child asked not to have said.
    """

    called: frozenset[str]
    surnames: frozenset[str]
    short_surnames: frozenset[str]
    reference: re.Pattern[str] | None
    reference_digits: int
    places: frozenset[str]
    strict: bool
    unsaid: tuple[UnsaidLine, ...] = ()

    def checked(self, text: str) -> RoomText:
        """Return the text for the room, each protected word replaced by "…"; `found` is empty for the result."""
        while found := self.found(text):
            shown, place = "", 0
            for word in _joined(text, found):
                shown += text[place : word.start] + TAKEN_OUT
                place = word.end
            text = shown + text[place:]
        return RoomText(text)

    def shows_whole(self, text: str) -> bool:
        """Return True if a place may be shown, whole; never where somebody's address is protected."""
        return not self.strict and not self.found(text)

    def found(self, text: str) -> tuple[ProtectedWord, ...]:
        """Return the protected words in order, without overlap."""
        visible, places = _visible(text)
        kept: list[ProtectedWord] = []
        for span, kind in sorted(self._spans(visible), key=lambda one: (one[0].start, -one[0].end)):
            start, end = (span.start, span.end) if places is None else _original(span, places)
            if kept and start < kept[-1].end:
                if end <= kept[-1].end:
                    continue
                start = kept[-1].end
            kept.append(ProtectedWord(kind, text[start:end], start, end))
        return tuple(kept)

    def _spans(self, text: str) -> Iterator[tuple[TextSpan, ProtectedKind]]:
        digits = len(_DIGIT.findall(text))
        nameless: list[Word] = []
        keyed: list[Keyed] = []
        for found in _WORD.finditer(text):
            letters, lower = found[0], found[0].lower()
            key = key_of(lower)
            kind = self._kind_of(key, letters)
            keyed.append(Keyed(*found.span(), key))
            if kind is not None:
                yield TextSpan(*found.span()), kind
            elif (digits or letters != lower) and key not in self.called:
                nameless.append(Word(*found.span(), letters, lower))
        yield from self._disguised(text, keyed, digits)
        yield from ((span, ProtectedKind.UNSAID) for span in unsaid_spans(text, keyed, self.unsaid))
        yield from ((span, ProtectedKind.ADDRESS) for span in patterns.streets(text, nameless, strict=self.strict))
        if self.strict:
            yield from ((span, ProtectedKind.PLACE) for span in patterns.schools(nameless))
            yield from ((span, ProtectedKind.PLACE) for span in patterns.shelters(text))
        if "@" in text:
            yield from ((span, ProtectedKind.MAIL) for span in patterns.mail_addresses(text))
        if digits >= _DIGITS_OF_A_PHONE:
            yield from ((span, ProtectedKind.CPR) for span in patterns.cpr_numbers(text))
            yield from ((span, ProtectedKind.PHONE) for span in patterns.phone_numbers(text))
        if digits >= _DIGITS_OF_A_POSTCODE:
            yield from ((span, ProtectedKind.ADDRESS) for span in patterns.postcodes(text))
        if self.reference is not None and digits >= self.reference_digits:
            references = self.reference.finditer(text)
            yield from ((TextSpan(*found.span()), ProtectedKind.CASE_REFERENCE) for found in references)

    def _disguised(self, text: str, words: list[Keyed], digits: int) -> Iterator[tuple[TextSpan, ProtectedKind]]:
        for names, kind in ((self.surnames, ProtectedKind.SURNAME), (self.places, ProtectedKind.PLACE)):
            yield from ((span, kind) for span in disguised(text, words, names))
        if digits:
            for span, reading in figures_read(text):
                read = self._kind_of(key_of(reading), reading)
                if read is not None:
                    yield span, read

    def _kind_of(self, key: str, letters: str) -> ProtectedKind | None:
        for form in (key, key[:-1]) if key.endswith("s") else (key,):
            if form in self.surnames or (form in self.short_surnames and letters[0].isupper()):
                return ProtectedKind.SURNAME
            if form in self.places:
                return ProtectedKind.PLACE
        return None


def room_guard(state: MeetingState) -> RoomGuard:
    """Return the guard of a meeting in its present state: everybody seated in it is known to it."""
    follow_up = state.capture.follow_up
    places = state.plan.place if follow_up is None else f"{state.plan.place} {follow_up.place}"
    return _guard(state.people.values(), state.plan.case_reference, places, state.plan.not_said)


def _guard(people: Collection[Person], reference: str, place: str, not_said: Iterable[str]) -> RoomGuard:
    called: set[str] = set()
    surnames: set[str] = set()
    for person in people:
        own = _keys(base_name(person))
        called.update(own)
        surnames.update(_surnames(person.name, own))
    surnames -= called
    strict = any(person.protected_address for person in people)
    return RoomGuard(
        called=frozenset(called),
        surnames=frozenset(key for key in surnames if len(key) > _SHORT),
        short_surnames=frozenset(key for key in surnames if len(key) <= _SHORT),
        reference=_reference(reference),
        reference_digits=len(_DIGIT.findall(reference)),
        places=frozenset(_places(place) - called) if strict else frozenset(),
        strict=strict,
        unsaid=unsaid_lines(not_said, called),
    )


def _surnames(name: str, called: list[str]) -> set[str]:
    """The words of a name beside what the person is called; who is called something else altogether, all but the first.

    Small words inside a name, and single letters, do not count.
    """
    words = name.split()
    beside = [word for word in words if not any(key in called for key in _keys(word))]
    if len(beside) == len(words):
        beside = words[1:]
    last = _keys(beside[-1])[-1:] if beside else []
    keys = {key for word in beside for spelling in _spellings(word) for key in _keys(spelling)}
    return {key for key in keys if len(key) > 1 and ([key] == last or not _PARTICLE.fullmatch(key))}


def _spellings(word: str) -> set[str]:
    """The word as written, and as keyboards without ø and å write it (Noergaard, Norgard)."""
    lower = word.lower()
    if lower.isascii() and "aa" not in lower:
        return {lower}
    return {lower, lower.replace("ø", "oe"), lower.replace("å", "a").replace("aa", "a")}


def _keys(name: str) -> list[str]:
    return [key_of(found.lower()) for found in _WORD.findall(_visible(name)[0])]


def _reference(reference: str) -> re.Pattern[str] | None:
    """The pattern of the case reference: blanks, dashes and the like between its parts may be written otherwise."""
    signs = [sign for sign in _visible(reference)[0] if sign.isalnum()]
    if len(signs) < _SHORTEST_REFERENCE:
        return None
    parted = r"[\s.,:/\\_–—-]*".join(re.escape(sign) for sign in signs)
    return re.compile(rf"(?<![^\W_]){parted}(?![^\W_])", re.IGNORECASE)


def _places(place: str) -> set[str]:
    words = _WORD.findall(_visible(place)[0])
    named = [word for word in words if word[0].isupper() and len(word) >= _SHORTEST_PLACE]
    counted = named or [word for word in words if len(word) >= _SHORTEST_PLAIN_PLACE]
    return {key_of(word.lower()) for word in counted if not _ROOM.fullmatch(word.lower())}


def _joined(text: str, words: Iterable[ProtectedWord]) -> Iterator[TextSpan]:
    """The spans to take out; those with only blanks or dashes between them become one."""
    joined: list[TextSpan] = []
    for word in words:
        if joined and not text[joined[-1].end : word.start].strip(" \t\u00a0-–"):
            joined[-1] = TextSpan(joined[-1].start, word.end)
        else:
            joined.append(TextSpan(word.start, word.end))
    yield from joined


def _original(span: TextSpan, places: list[int]) -> tuple[int, int]:
    """The place of a span of the visible text in the original: whole signs, though one may be seen as several."""
    last = places[span.end - 1]
    return places[span.start], next(place for place in places[span.end :] if place > last)


def _plain_signs(sign: str) -> str:
    """A letter, a figure or a wide sign in its plain form; any other unchanged."""
    if sign.isascii() or not (sign.isalpha() or sign.isdecimal() or _WIDE_FIRST <= sign <= _WIDE_LAST):
        return sign
    return unicodedata.normalize("NFKC", sign)


def _visible(text: str) -> tuple[str, list[int] | None]:
    """The text as it is seen, and the places of its characters and its end in the original (None: the same).

    Letters with their marks apart are put together, wide and ornamental ones become plain, and invisible ones are left
    out.
    """
    if text.isascii() or (_HIDING.search(text) is None and unicodedata.is_normalized("NFKC", text)):
        return text, None
    seen: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if unicodedata.category(sign) not in _MARKS:
            plain = _plain_signs(sign)
            seen += plain
            places += [place] * len(plain)
        elif seen:
            composed = unicodedata.normalize("NFC", seen[-1] + sign)
            seen[-1] = composed if len(composed) == 1 else seen[-1]
    return "".join(seen), [*places, len(text)]
