"""The role that a few typed words suggest: "klasselærer" is a fagperson, "mors kæreste" private, "den unge" the child.

The roles are defined in docs/glossary.md. Words that could be anybody suggest nothing: whether a plejemor or a
støtteperson comes as family or as a helper is for the people to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.people.people import Role

_WORDS: Mapping[Role, str] = {
    # Parents, who else has the custody, and who lives with the child as one.
    Role.PARENT: (
        "mor far moder fader mama mamma medmor medfar forælder forældre værge fmi forældremyndighedsindehaver"
        " stedmor stedfar papmor papfar bonusmor bonusfar adoptivmor adoptivfar stedforælder stedforældre"
        " bonusforældre papforældre adoptivforældre samværsforælder bopælsforælder"
    ),
    Role.PRIVATE: (
        "mormor morfar farmor farfar bedstemor bedstefar bedste bedsteforældre oldemor oldefar oldeforældre gudmor"
        " gudfar svigermor svigerfar svigerforældre moster faster onkel tante morbror farbror fætter kusine niece nevø"
        " familie familiemedlem slægtning ven vennen venner bedsteven familieven barndomsven skoleven mand kone"
        " samlever ekskone eksmand kollega barnepige babysitter nabobarn spejderleder korleder holdleder fodboldleder"
    ),
    Role.AUTHORITY: (
        "rådgiver socialrådgiver familierådgiver børnerådgiver ungerådgiver myndighedsrådgiver handicaprådgiver"
        " myndighedsperson socialformidler"
    ),
    Role.PROFESSIONAL: (
        "ppr ssp sfo bup uu politi skole børnehave vuggestue fagperson logopæd mentor kurator rektor forstander"
        " souschef dagplejer hjemmehosser underviser"
    ),
}
#: How compounds end: the last part of a Danish word says what it is.
_ENDS: Mapping[Role, str] = {
    Role.LEADER: "mødeleder ordstyrer mødestyrer facilitator",
    Role.INTERPRETER: "tolk",
    Role.ASSISTANT: "bisidder",
    Role.SCRIBE: "referent",
    Role.AUTHORITY: "sagsbehandler",
    Role.PRIVATE: "søster bror søskende veninde kammerat kæreste nabo genbo træner",
    Role.PROFESSIONAL: (
        "lærer pædagog psykolog psykiater plejerske læge leder vejleder konsulent behandler terapeut kontaktperson"
        " betjent inspektør koordinator medarbejder medhjælper assistent rådgiver sekretær"
    ),
}
_CHILD = "barn|barnet|ung|unge|den unge|pigen|drengen|ham selv|hende selv|den det handler om"
#: Whose somebody is, or to whom, where that is the child.
_OF_CHILD = "barnets barnet unges unge pigens pigen drengens drengen hans hendes ham hende min vores deres"
#: Where a rådgiver works who decides nothing for the municipality.
_NO_AUTHORITY = re.compile(r"skole|sygehus|hospital|krisecent|psykiatri|(?<!\w)bup|klub|klinik|behandling")

#: Between two things that somebody is.
_APART = re.compile(r"[,;/()&+]|\s[-–]\s|\s(?:og|samt|eller)\s")
#: Where the words end that say who somebody is: "lærer | i 4. b", "ven | af mor".
_DETAIL = re.compile(r"\s(?:\d|(?:i|paa|fra|for|til|hos|af|ved|v|med|gennem|siden|om)(?![\w-]))")
_GENITIVE = re.compile(r"'s$|'$|s$")
_AUTHORITY = re.compile(r"(?<!\w)myndighed(?:en)?(?!\w)")
_ARTICLES = ("erne", "ene", "en", "et", "er", "ne", "n")


@dataclass(frozen=True, slots=True)
class _Table:
    words: Mapping[str, Role]
    ends: tuple[tuple[str, Role], ...]
    child: frozenset[str]
    of_child: frozenset[str]


def suggested_role(words: str, child: str = "") -> Role | None:
    """Return the role that goes with the words about somebody, None where it could be any.

    `child` is the child's name: "Mikkels mor" is a parent where it is he, and else perhaps a friend's.
    """
    text = _folded(words)
    if _AUTHORITY.search(text):
        return Role.AUTHORITY
    names = frozenset({_folded(child), *_folded(child).split()[:1]} - {""})
    described = (_described(one.strip(" .:"), names) for one in _APART.split(text))
    return next((role for role in described if role is not None), None)


def _described(text: str, child: frozenset[str]) -> Role | None:
    """The role of one description; `child` are the names of the child."""
    if text.startswith("fra "):
        return _role_of(text.split()[1])
    who = text.removesuffix(" selv")
    detail = _DETAIL.search(who)
    named, more = (who, "") if detail is None else (who[: detail.start()], who[detail.start() + 1 :])
    if {text, named} & (_table().child | child):
        return Role.CHILD if not more or more[0].isdigit() else None
    words = named.split()
    for place in (len(words) - 1, *range(len(words) - 1)):  # the last one says who it is: "neutral mødeleder"
        role = _role_of(words[place]) if words else None
        if role is not None:
            return _role_in_context(role, words[:place], more.split(), child)
    return None


def _role_in_context(role: Role, before: list[str], more: list[str], child: frozenset[str]) -> Role | None:
    """The role, where the words before and behind may make it somebody else's: "mors mor", "far til en ven"."""
    mine = _table().of_child | child
    others = [word for word in before if _GENITIVE.search(word) and not {word, _GENITIVE.sub("", word)} & mine]
    if more[:1] in (["til"], ["for"], ["af"]) and not mine & set(more):
        others += more[1:]
    of_parent = any(_role_of(_GENITIVE.sub("", word)) is Role.PARENT for word in others)
    match role:
        case Role.PARENT if others:
            known = {_role_of(_GENITIVE.sub("", word)) for word in others}
            return Role.PRIVATE if known & {Role.PRIVATE, Role.PARENT} else None
        case Role.ASSISTANT if others:
            return None
        case Role.AUTHORITY if of_parent:
            return None
        case Role.AUTHORITY if _NO_AUTHORITY.search(" ".join((*before, *more))):
            return Role.PROFESSIONAL
        case _:
            return role


def _role_of(word: str) -> Role | None:
    """The role of one word, without its article: "klasselæreren", "PPR-psykologen"."""
    table = _table()
    for form in _forms(word):
        if form in table.words:
            return table.words[form]
        found = next((role for end, role in table.ends if form.endswith(end)), None)
        if found is not None:
            return found
    return None


def _forms(word: str) -> Iterator[str]:
    for part in dict.fromkeys((word, word.rpartition("-")[2], word.partition("-")[0])):
        yield part
        yield from (part.removesuffix(article) for article in _ARTICLES if part.endswith(article))


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table(
        {_folded(word): role for role, words in _WORDS.items() for word in words.split()},
        tuple((_folded(end), role) for role, ends in _ENDS.items() for end in ends.split()),
        frozenset(map(_folded, _CHILD.split("|"))),
        frozenset(map(_folded, _OF_CHILD.split())),
    )


def _folded(words: str) -> str:
    """The letters as `name_key` leaves them, with ø as it is and as it is written where there is none: oe."""
    return name_key(words).replace("oe", "o")
