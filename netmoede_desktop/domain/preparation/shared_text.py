"""Text of people on a shared paper, without the words that may give away where somebody with a protected address is.

The lines that the child does not want said are taken out too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.preparation.meeting_facts import RoomKind
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.privacy.place_words import place_words, without_place_words

#: A word of an address that is shorter is found everywhere.
_SHORTEST = 4
_ADDRESS_WORD = re.compile(r"[^\W_]+")
_AT_THE_END = re.compile(r"\s+(?:i|fra|på|ved|hos|af|og)$|[\s,;:(–-]+$")
_SPACES = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class SharedText:
    """The limits of a shared paper: `protected` if somebody's address is; `words` are taken out everywhere."""

    protected: bool
    words: tuple[str, ...]

    def line(self, text: str) -> str:
        """Return a line without the protected words, and without what they leave behind; "" where nothing is left."""
        kept = without_place_words(text, schools=True) if self.protected else text
        for word in self.words:
            kept = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", kept, flags=re.IGNORECASE)
        if kept == text:
            return text
        return _AT_THE_END.sub("", _SPACES.sub(" ", kept).strip())

    def place(self, text: str, kind: RoomKind | None) -> str:
        """Return a place whole, or "" where it may give somebody away and has to be told by mouth."""
        if not self.protected:
            return text
        telling = kind in (RoomKind.SCHOOL, RoomKind.HOME) or any(place_words(text)) or self.line(text) != text
        return "" if telling else text


def shared_text(meeting: PreparedMeeting) -> SharedText:
    """Return what the shared papers of a planned meeting may say."""
    flagged = [person for person in meeting.everyone if person.protected_address]
    near = [person for person in meeting.everyone if flagged and person.role is Role.CHILD]
    words = {word for person in (*flagged, *near) for word in _reached_by(meeting.known.person(person.id))}
    not_said = (line.strip().rstrip(".") for line in meeting.known.meeting.child.not_said)
    every = (*words, *(line for line in not_said if line))
    return SharedText(bool(flagged), tuple(sorted(every, key=lambda word: (-len(word), word))))


def names_somebody(text: str, people: Iterable[Person]) -> bool:
    """Return True if a text names one of these people, by a word of the name or of what they are called."""
    said = {word.casefold() for word in _ADDRESS_WORD.findall(text)}
    said |= {word[:-1] for word in said if word.endswith("s")}
    names = (word.casefold() for person in people for word in _ADDRESS_WORD.findall(f"{person.name} {person.called}"))
    return any(name in said for name in names if len(name) > 1)


def _reached_by(facts: PersonFacts) -> Iterator[str]:
    """The address, phone and mail of a person, whole and in the words that tell."""
    for text in (facts.address, facts.phone, facts.mail):
        if text.strip():
            yield text.strip()
    for word in _ADDRESS_WORD.findall(facts.address):
        if len(word) >= _SHORTEST:
            yield word
