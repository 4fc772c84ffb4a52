"""The owner of an agreement: the person the line begins with, or who follows the verb that a time has turned.

A person answers to the display name, the called name and its parts ("Anne" of Anne-Mette, where no other is called so),
the full name, and the relation to the child ("farmor", "klasselæreren", "Mikkels mor"). Capitals and accents do not
matter, the longest match wins, and a genitive is somebody else: "Hannes søster" is not Hanne. Where two people answer
to the same word, where two are to do it, and where no name is surely the owner, the result is a doubt, with those who
may be meant.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache

from netmoede_desktop.domain.agreements.owner_words import (
    BY,
    ENDING,
    FURTHER,
    JOINED,
    LISTED,
    NO_SECOND,
    RECEIVES,
    SAYS,
    THROUGH,
    Unnamed,
    after_labels,
    is_object,
    is_passive,
    is_verb,
    unnamed_at,
    verb_in_front,
)
from netmoede_desktop.domain.language.folding import Folded, name_key
from netmoede_desktop.domain.people.people import Person, Role, display_names, name_parts


class OwnerDoubt(StrEnum):
    """Why a line has no owner."""

    VI = "owner_is_vi"
    UNCLEAR = "owner_unclear"
    SHARED = "owner_shared"
    UNKNOWN = "owner_unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who can take an agreement on, and their names.

    `child` is the child the meeting is about, `parent` one of its parents.
    """

    id: str
    display: str
    called: str
    name: str
    relation: str = ""
    child: bool = False
    parent: bool = False


@dataclass(frozen=True, slots=True)
class FoundOwner:
    """The owner's id and the place of the name in the original line; `start == end` where no name is certain.

    Where there is a doubt, `meant` are the ids of those who may be meant, in the order they are named. `verb` is the
    place of the verb that comes before the owner in a turned sentence ("i morgen ringer Lone"), `subject_end` the end
    of its subject.
    """

    owner: str | None = None
    start: int = 0
    end: int = 0
    doubts: tuple[OwnerDoubt, ...] = ()
    meant: tuple[str, ...] = ()
    verb: tuple[int, int] | None = None
    subject_end: int = 0


class _Rank(IntEnum):
    DISPLAY = 0
    NAME = 1
    PART = 2
    RELATION = 3


@dataclass(frozen=True, slots=True)
class _Alias:
    text: str
    rank: _Rank
    person: Candidate


@dataclass(frozen=True, slots=True)
class _Hit:
    alias: _Alias
    end: int
    genitive: bool

    @property
    def weight(self) -> tuple[int, bool, int]:
        """Longest first, then a name before a genitive, then what the room calls the person before the rest."""
        return self.end, not self.genitive, -self.alias.rank


@dataclass(frozen=True, slots=True)
class _Subject:
    """The people that the words at a place name, or a doubt; `start`..`end` in the folded line."""

    start: int
    end: int
    people: tuple[str, ...] = ()
    doubt: OwnerDoubt | None = None


#: Words that end many a relation and say nothing of it: "mor" is no farmor.
_NO_STEMS = frozenset({"mor", "far", "der", "de", "han", "hun", "en", "bror"})
#: More people than this are not offered as those who may be meant.
MOST_MEANT = 6


def candidates(people: Iterable[Person]) -> tuple[Candidate, ...]:
    """Return a candidate for each person; display names are made distinct among exactly these people."""
    everyone = tuple(people)
    display = display_names(everyone)
    return tuple(
        Candidate(
            person.id,
            display[person.id],
            person.called,
            person.name,
            person.relation,
            person.role is Role.CHILD,
            person.role is Role.PARENT,
        )
        for person in everyone
    )


def find_owner(line: Folded, people: Sequence[Candidate], after: int | None = None) -> FoundOwner:
    """Find the owner of `line` (from `fold_name`): whom it begins with, or who comes after the verb that a time turned.

    `after` is the end of a date the line begins with. Where no name is surely the owner, `meant` are those who are
    named and are not the object of the sentence.
    """
    return _Search(line, tuple(people)).owner(after)


class _Search:
    """One line and the people it can speak of."""

    def __init__(self, line: Folded, people: tuple[Candidate, ...]) -> None:
        self._line, self._text, self._people = line, line.text, people
        self._aliases = _aliases_of(people)

    def owner(self, after: int | None) -> FoundOwner:
        place = after_labels(self._text)
        if after is not None:
            behind = re.compile("[ ,:]*").match(self._text, self._line.place(after))
            place = max(place, behind.end() if behind else 0)
        subject = self._subject(place)
        verb = None
        if subject is None:
            verb = verb_in_front(self._text, place, after_date=after is not None)
            subject = self._subject(self._next_word(verb[1])) if verb else None
        if subject is None:
            return self._named()
        return self._found(subject, self._line.span(*verb) if verb else None)

    def _found(self, subject: _Subject, verb: tuple[int, int] | None) -> FoundOwner:
        start, end = self._line.span(subject.start, subject.end)
        if subject.doubt is None:
            return FoundOwner(subject.people[0], start, end, verb=verb, subject_end=end)
        meant = tuple(dict.fromkeys(subject.people))[:MOST_MEANT]
        return FoundOwner(None, start, start, (subject.doubt,), meant, verb, end)

    def _subject(self, place: int) -> _Subject | None:
        """The people that the words at `place` name; None if they name no known person."""
        hits = self._hits(place)
        if hits and hits[0].genitive:
            whose = hits[0].end + 1
            hits = self._hits(whose, self._relations_of(hits))
            if not hits:
                parents = unnamed_at(self._text, whose)
                return (
                    self._of_group(place, *parents) if parents else _Subject(place, whose - 1, (), OwnerDoubt.UNKNOWN)
                )
        if not hits:
            group = unnamed_at(self._text, place)
            return self._of_group(place, *group) if group else None
        people = tuple(dict.fromkeys(hit.alias.person.id for hit in hits))
        end = hits[0].end
        if len(people) > 1:
            return _Subject(place, end, people, OwnerDoubt.UNCLEAR)
        return self._second(place, end, people) or self._turned(place, end, people) or _Subject(place, end, people)

    def _of_group(self, place: int, group: Unnamed, end: int) -> _Subject:
        if group is Unnamed.NOBODY:
            return _Subject(place, end, (), OwnerDoubt.VI)
        if group is Unnamed.PARENTS:
            parents = tuple(person.id for person in self._people if person.parent)
            return _Subject(place, end, parents, OwnerDoubt.SHARED)
        stem = ENDING.sub("", self._text[place:end])
        akin = tuple(person.id for person in self._people if self._answers_to(person, stem))
        through = THROUGH.match(self._text, end)
        spoken_for = self._other(through.end()) if through else None
        if spoken_for is not None:
            return _Subject(place, end, spoken_for[0], OwnerDoubt.UNKNOWN)
        second = self._second(place, end, akin[:1] if len(akin) == 1 else ())
        return second or _Subject(place, end, akin, OwnerDoubt.UNKNOWN)

    def _answers_to(self, person: Candidate, stem: str) -> bool:
        """Return True if the person's relation to the child ends with these words: "læreren" of a klasselærer."""
        return stem not in _NO_STEMS and any(
            name_key(relation).endswith(stem) for relation in _relations(person) if not person.child
        )

    def _second(self, place: int, end: int, first: tuple[str, ...]) -> _Subject | None:
        """Two people who are to do it together, or one or the other of them."""
        people, sure, last = list(first), False, end
        while True:
            joint, listed = JOINED.match(self._text, last), LISTED.match(self._text, last)
            begin = joint.end() if joint else listed.end() if listed else None
            if begin is None or NO_SECOND.match(self._text, begin) or begin >= len(self._text):
                break
            other = self._other(begin)
            if other is None:
                if joint:
                    sure, last = True, begin
                break
            found, last = other
            if not joint and not (set(found) - set(people)):
                break
            people += found
            sure = sure or bool(joint) or bool(set(found) - set(first))
        return _Subject(place, last, tuple(people), OwnerDoubt.SHARED) if sure and (people or last > end) else None

    def _other(self, place: int) -> tuple[tuple[str, ...], int] | None:
        hits = self._hits(place)
        if hits and not hits[0].genitive:
            return tuple(hit.alias.person.id for hit in hits), hits[0].end
        return None

    def _turned(self, place: int, end: int, people: tuple[str, ...]) -> _Subject | None:
        """The subject where the first name may not be the owner's: the agent of a passive, or a doubt; else None."""
        if is_passive(self._text, end):
            agent = BY.search(self._text, end)
            who = self._other(agent.end()) if agent else None
            if who is not None and agent is not None and len(set(who[0])) == 1:
                return _Subject(agent.end(), who[1], who[0])
            return _Subject(
                place, end, who[0] if who else (), OwnerDoubt.UNKNOWN if who is None else OwnerDoubt.UNCLEAR
            )
        says = SAYS.match(self._text, end) or re.compile(": ?").match(self._text, end)
        told = self._other(says.end()) if says else None
        if told is not None and set(told[0]) - set(people):
            return _Subject(place, end, (*people, *told[0]), OwnerDoubt.UNCLEAR)
        given = RECEIVES.match(self._text, end)
        giver = self._other(given.end()) if given else None
        if giver is not None:
            return _Subject(place, end, (*giver[0], *people), OwnerDoubt.UNCLEAR)
        others = tuple(dict.fromkeys((*people, *self._further(end))))
        return _Subject(place, end, others, OwnerDoubt.SHARED) if len(others) > 1 else None

    def _further(self, place: int) -> Iterator[str]:
        """Who else does it, further on: "… sammen med Peter", "… og Peter kører", "… eller Peter"."""
        children = {person.id for person in self._people if person.child}
        for further in FURTHER.finditer(self._text, place):
            other = self._other(further.end())
            clause = further.group().strip() in (",", "og", ";", ".")
            if other is None:
                verb = verb_in_front(self._text, further.end(), after_date=False) if clause else None
                other = self._other(self._next_word(verb[1])) if verb else None
                yield from other[0] if other else ()
            elif is_verb(self._text, other[1]) if clause else not set(other[0]) & children:
                yield from other[0]

    def _named(self) -> FoundOwner:
        """The doubt where no name is surely the owner: those who are named, but for the objects of the sentence."""
        meant: list[str] = []
        end = 0
        for word in re.finditer(r"(?<![\w'-])\w", self._text):
            if word.start() < end:
                continue
            hits = self._hits(word.start())
            if hits:
                end = hits[0].end
            if hits and not hits[0].genitive and not is_object(self._text, word.start()):
                meant += [hit.alias.person.id for hit in hits]
        people = tuple(dict.fromkeys(meant))
        if not people or len(people) > MOST_MEANT:
            return FoundOwner()
        return FoundOwner(doubts=(OwnerDoubt.UNCLEAR,), meant=people)

    def _next_word(self, place: int) -> int:
        blank = re.compile(" (?:saa )?").match(self._text, place)
        return blank.end() if blank else place

    def _hits(self, place: int, among: Sequence[_Alias] | None = None) -> list[_Hit]:
        if place >= len(self._text):
            return []
        aliases = self._aliases.get(self._text[place], ()) if among is None else among
        return _best_hits(self._line, place, aliases)

    def _relations_of(self, hits: Sequence[_Hit]) -> list[_Alias]:
        """The words of relation that may follow the child's genitive: all of them are relations to the child."""
        child = all(hit.alias.person.child for hit in hits)
        everyone = (alias for aliases in self._aliases.values() for alias in aliases)
        return [alias for alias in everyone if child and alias.rank is _Rank.RELATION]


def _best_hits(line: Folded, place: int, aliases: Sequence[_Alias]) -> list[_Hit]:
    hits = [hit for alias in aliases if (hit := _hit(line, place, alias)) is not None]
    best = max((hit.weight for hit in hits), default=None)
    return [hit for hit in hits if hit.weight == best]


def _hit(line: Folded, place: int, alias: _Alias) -> _Hit | None:
    if not line.text.startswith(alias.text, place):
        return None
    end = place + len(alias.text)
    if end == len(line.text) or (not line.splits(end) and re.compile(r"(?![\w'])(?!-\w)").match(line.text, end)):
        return _Hit(alias, end, genitive=False)
    genitive = re.compile(r"(?:'?s|')(?!\w)").match(line.text, end)
    return _Hit(alias, genitive.end(), genitive=True) if genitive else None


@lru_cache(maxsize=4)
def _aliases_of(people: tuple[Candidate, ...]) -> Mapping[str, tuple[_Alias, ...]]:
    """All words that these people answer to, by first letter: cached, since a line is read again at each key."""
    found: dict[str, tuple[_Alias, ...]] = {}
    for alias in _aliases(people):
        found[alias.text[0]] = (*found.get(alias.text[0], ()), alias)
    return found


def _aliases(people: Iterable[Candidate]) -> Iterator[_Alias]:
    for person in people:
        for rank, words in _words_for(person):
            for spelling in _spellings(words.lower()):
                text = name_key(spelling)
                if text:
                    yield _Alias(text, rank, person)


def _words_for(person: Candidate) -> Iterator[tuple[_Rank, str]]:
    yield _Rank.DISPLAY, person.display
    yield _Rank.NAME, person.called
    yield _Rank.NAME, person.name
    first, *rest = person.name.split() or [""]
    for rank, names in ((_Rank.NAME, (first,)), (_Rank.PART, (*name_parts(person.called), *name_parts(first)))):
        yield from ((rank, name) for name in names if len(name) > len("De"))
    for family in rest[-1:]:
        yield _Rank.NAME, f"{person.called} {family[0]}"
        yield _Rank.NAME, f"{person.called} {family[0]}."
    for relation in _relations(person):
        yield _Rank.RELATION, relation
        yield _Rank.RELATION, f"{relation}n" if relation.endswith("e") else f"{relation}en"
        yield _Rank.RELATION, f"{relation}et"
        yield _Rank.NAME, f"{person.called} {relation}"
        yield _Rank.NAME, f"{relation} {person.called}"


def _relations(person: Candidate) -> Iterator[str]:
    if person.child:
        yield "barn"
    for relation in re.split("[,;/()]", person.relation):
        if relation.strip():
            yield relation.strip()


def _spellings(words: str) -> set[str]:
    """The name as written, and as keyboards without ø and å write it (Soeren, Ase)."""
    return {words, words.replace("ø", "oe"), words.replace("å", "a")}
