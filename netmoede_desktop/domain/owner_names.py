"""Who takes an agreement on: the person whose name stands first in the line.

A person answers to the display name, the called name, the full name, and the relation to the child ("farmor",
"klasselæreren", "Mikkels mor"). Capitals and accents do not matter, the longest match wins, and a genitive is somebody
else: "Hannes søster" is not Hanne. Where two people answer to the same word there is no owner but a doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache

from netmoede_desktop.domain.folding import Folded, name_key
from netmoede_desktop.domain.people import Person, Role, display_names


class OwnerDoubt(StrEnum):
    """Why a line has no owner, or perhaps two."""

    VI = "owner_is_vi"
    UNCLEAR = "owner_unclear"
    SHARED = "owner_shared"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who can take an agreement on, and what they are called. `child` is the child the meeting is about."""

    id: str
    display: str
    called: str
    name: str
    relation: str = ""
    child: bool = False


@dataclass(frozen=True, slots=True)
class FoundOwner:
    """The owner's id and where the name stands in the original line; `start == end == 0` without an owner."""

    owner: str | None = None
    start: int = 0
    end: int = 0
    doubts: tuple[OwnerDoubt, ...] = ()


class _Rank(IntEnum):
    DISPLAY = 0
    NAME = 1
    RELATION = 2


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


#: Everybody is nobody: an agreement has one person who answers for it.
_NOBODY = r"(?:vi|alle|man|begge|nogen)(?!\w)"
_BULLET = r" ?(?:[-–*•·>] ?|[0-9]{1,3}[.)] )*"


def candidates(people: Iterable[Person]) -> tuple[Candidate, ...]:
    """Return a candidate for each person; display names are told apart among exactly these people."""
    everyone = tuple(people)
    display = display_names(everyone)
    return tuple(
        Candidate(person.id, display[person.id], person.called, person.name, person.relation, person.role is Role.CHILD)
        for person in everyone
    )


def find_owner(line: Folded, people: Sequence[Candidate], after: int | None = None) -> FoundOwner:
    """Find the owner at the start of `line` (from `fold_name`), or right behind `after`, the end of a leading date.

    Behind a date one word may come first, as Danish turns it: "fra fredag skriver Hanne".
    """
    aliases = _aliases_of(tuple(people))
    for place in _places(line, after):
        found = _owner_at(line, place, aliases)
        if found is not None:
            return found
    return FoundOwner()


def _places(line: Folded, after: int | None) -> Iterator[int]:
    start = 0 if after is None else line.place(after)
    lead = re.compile(_BULLET if after is None else "[ ,:]*").match(line.text, start)
    place = lead.end() if lead else start
    yield place
    verb = re.compile(r"\w+ ").match(line.text, place)
    if after is not None and verb:
        yield verb.end()


def _owner_at(line: Folded, place: int, aliases: Sequence[_Alias]) -> FoundOwner | None:
    """What the words at `place` say of the owner; None if they name nobody known."""
    hits = _best_hits(line, place, aliases)
    if not hits:
        return FoundOwner(doubts=(OwnerDoubt.VI,)) if re.compile(_NOBODY).match(line.text, place) else None
    if hits[0].genitive:
        hits = _best_hits(line, hits[0].end + 1, _relations_of(hits, aliases))
    people = {hit.alias.person.id for hit in hits}
    if len(people) != 1:
        return FoundOwner(doubts=(OwnerDoubt.UNCLEAR,) if people else ())
    owner, start, end = people.pop(), *line.span(place, hits[0].end)
    return FoundOwner(owner, start, end, (OwnerDoubt.SHARED,) if _is_shared(line, hits[0], aliases) else ())


def _relations_of(hits: Sequence[_Hit], aliases: Sequence[_Alias]) -> list[_Alias]:
    """The words of relation that may follow the child's genitive: they all say what somebody is to the child."""
    child = all(hit.alias.person.child for hit in hits)
    return [alias for alias in aliases if child and alias.rank is _Rank.RELATION]


def _is_shared(line: Folded, owner: _Hit, aliases: Sequence[_Alias]) -> bool:
    joint = re.compile(r" ?[,&+/] ?(?:og )?| og | samt ").match(line.text, owner.end)
    others = _best_hits(line, joint.end(), aliases) if joint else []
    return any(not hit.genitive and hit.alias.person.id != owner.alias.person.id for hit in others)


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
def _aliases_of(people: tuple[Candidate, ...]) -> tuple[_Alias, ...]:
    """What all of them answer to: kept, since a line is read anew at each key."""
    return tuple(_aliases(people))


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
    if len(first) > len("De"):
        yield _Rank.NAME, first
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
