"""The words around the owner of an agreement, as `fold_name` leaves them: å is aa, æ is ae, ø is o.

The words that may come before the owner ("Aftale:", "Hver mandag henter …"), those for no one in particular ("vi"),
those for somebody not named ("skolen", "jeg"), and how a second one is joined to the first ("og", "eller", "sammen
med").
"""

import re
from enum import Enum, auto

#: A list's own sign, a heading, and the words that only say that something is agreed.
LABEL = re.compile(
    r" ?(?:[-–—*•·▪◦>] ?|(?:[0-9]{1,3}|[a-z](?=\)))[.)] |\[ ?x?\] ?"
    r"|(?:ny |naeste )?(?:aftale[nr]?|aftalt|opgave|handling|punkt|husk|obs|nb|beslutning|konklusion)"
    r"(?: ?(?:nr\.? ?)?[0-9]{1,3})? ?[:–-] ?"
    r"|(?:ansvarlig|ansvar|hvem|ejer|tovholder)(?: er)? ?[:=] ?"
    r"|(?:vi (?:har )?aftal(?:er|t)|vi er enige om|det er aftalt|det (?:blev )?aftal(?:es|t)"
    r"|aftalen er|der er enighed om),? at "
    r"|(?:saa|og|baade|enten|det er|det bliver) )"
)
#: Everybody is nobody: an agreement has one person who answers for it.
_NOBODY = (
    r"vi(?!\w)|alle(?: sammen)?(?! (?:\w+dag|dage|hverdag|ug|weekend))(?!\w)|man(?!\w|\.| ?(?:d\.?|den|[0-9]))"
    r"|begge(?! foraeldre)(?: to| parter)?(?!\w)|nogen(?!\w)|ingen(?!\w)|os(?!\w)"
    r"|(?:hele )?(?:familien|netvaerket|teamet|gruppen|parterne)(?!\w)|de voksne(?!\w)|de to(?!\w)"
)
#: Somebody, and not one of those at the table by name.
_KIN = (
    r"(?:far|mor)?(?:mor|far)|bedste(?:mor|far)|moster|faster|onkel|tante|(?:mor|far)bror|kusine|faetter"
    r"|(?:store|lille)?(?:soster|bror)|(?:sted|pap|bonus|pleje|svigger)(?:mor|far|familie)|kaereste|nabo|veninde|ven"
)
_POSTS = (
    r"\w{0,20}(?:laerer|paedagog|psykolog|raadgiver|behandler|leder|vejleder|konsulent|traener|kontaktperson|laege|plejerske"
    r"|terapeut|koordinator|medarbejder|advokat|betjent)|tolk|bisidder|referent"
)
_PLACES = (
    r"skole|kommune|forvaltning|sfo|klub|politi|sygehus|hospital|institution|bornehave|vuggestue|familieafdeling"
    r"|jobcenter|psykiatri|ppr|ssp|bup|egen laege|sundhedsplejen"
)
_UNNAMED = (
    r"(?:jeg|du|han|hun|hende|ham|der)(?!\w)|de(?! (?:naeste|kommende|forste|sidste|to|tre|[0-9])|\w)"
    r"|den (?:ene|anden|voksne)(?!\w)|(?:en|et) (?:voksen|anden|af|fra|laerer|paedagog|medarbejder)(?!\w)"
    r"|nogle (?:af|fra)(?!\w)"
    rf"|(?:{_KIN}|{_POSTS}|{_PLACES})(?:'?(?:en|et|n|t|ne|erne|er|ben|nen|tet))?(?!\w|'?s?-)"
)
PARENTS = re.compile(r"(?:begge |hans |hendes )?foraeldre(?:ne)?(?!\w)")
NOBODY = re.compile(f"(?:{_NOBODY})")
UNNAMED = re.compile(f"(?:{_UNNAMED})")
#: The end of a word that says what somebody is: "læreren" may be the klasselærer who is there.
ENDING = re.compile(r"'?(?:erne|ene|en|et|ne|n)$")

JOINED = re.compile(
    r" ?[&+/] ?(?:og )?| og/eller |,? (?:og|eller|samt|plus|eller maaske)(?: ogsaa)? | (?:sammen|i samarbejde) med "
)
LISTED = re.compile(r" ?, ?")
NO_SECOND = re.compile(r"(?:ingen|kun|ikke|saa|derefter|bagefter|alle andre)(?!\w)")
#: What a second owner may follow further on in the line: there they do it too, and after *og* they need a verb.
FURTHER = re.compile(
    r" (?:(?:sammen|i samarbejde|i faellesskab) med|og)(?: evt\.?)? "
    r"|[ (](?:eller|ellers|evt\.?|alternativt) |[,;.] (?!og )"
)

#: What a line may begin with when the verb comes before its owner.
_FRONT = re.compile(
    r"(?:hver\w{0,6}|om|i|paa|fra|til|senest|inden|for|efter|en|et|to|tre|fire|naar|hvis|\w{2,6}dag(?:e|en)?|man|tirs|ons|tors|fre|lor"
    r"|fremover|fremadrettet|herefter|derefter|bagefter|straks|snarest|hurtigst|dagligt|ugentligt|fast|desuden|derudover|nu|indtil"
    r"|kl|klokken|uge|ugentlig|alle|de|den|d|forst|forste|sidst|allerede|som|ved|mellem|imellem|torsdag|primo|medio|ultimo|i\w{4,6}"
    r"|jul\w{0,8}|paaske\w{0,6}|pinse\w{0,6}|skaertorsdag|langfredag|grundlovsdag|nytaar\w{0,6}|hverdage|weekend\w{0,3}|[0-9]+)(?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:'\w+)?")
_MODALS = frozenset({"skal", "vil", "kan", "maa", "har", "gaar", "faar", "ser", "er", "bor", "tor"})
_NO_VERBS = frozenset(
    {
        "for", "efter", "over", "under", "eller", "hver", "naar", "aar", "mor", "far", "uger", "maaneder", "timer",
        "minutter", "aftener", "eftermiddager", "morgener", "weekender", "mdr", "nr", "pr", "januar", "februar",
        "september", "oktober", "november", "december", "vinter", "sommer", "sommeren", "ferier", "her", "der",
        "paaskeferier", "gange", "tidligere", "senere", "lektier",
    }
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {
        "til",
        "med",
        "for",
        "hos",
        "fra",
        "om",
        "af",
        "paa",
        "ved",
        "over",
        "mod",
        "hjem",
        "under",
        "hente",
        "i",
        "spoerge",
    }
)
#: As many words in, the verb of a turned sentence has been said.
_LONGEST_FRONT = 14

_PASSIVES = (
    r"hentes|kores|bringes|kontaktes|ringes|inviteres|tilbydes|indkaldes|henvises|tilmeldes|meldes|stottes|afleveres|sendes"
    r"|informeres|vurderes|undersoges|modtages|passes|hjaelpes|afhentes|indstilles|visiteres|bevilges|orienteres|oprettes"
    r"|udredes|testes|observeres|tages|gives|laves|skrives|folges (?:af|til)|aftales|holdes|bestilles"
)
_PASSIVE = re.compile(
    rf"(?: (?:skal|kan|vil|maa|bor))? (?:{_PASSIVES}|\w{{3,20}}es af)(?!\w)"
    r"|(?: (?:skal|kan|vil))? bliver? (?:\w{1,20} )?\w{2,20}e?t(?: \w{1,20}){0,3} af(?!\w)| \w{2,20}t af(?!\w)"
)
BY = re.compile(r" af ")
#: "Lone siger, at Peter …": who says it is not always who does it.
SAYS = re.compile(
    r" (?:siger|mener|tror|haaber|fortaeller|foreslaar|oplyser|synes|beder|onsker"
    r"|vil (?:gerne )?have|aftaler med \w{1,20}),? (?:at|om) "
)
#: "Lone får besked af Søren": who gets it does not do it.
RECEIVES = re.compile(
    r" (?:faar|modtager) (?:\w{1,20} ){1,3}(?:af|fra) "
    r"| (?:svar|besked|hjaelp|brev|mail|opkald|stotte|bevilling) (?:af|fra) "
)
#: "Skolen v/Hanne", "Skolen (Hanne)".
THROUGH = re.compile(r" ?(?:\(| v/ ?|ved |v\. ?)")


class Unnamed(Enum):
    """The people meant by words that name no person at the table."""

    NOBODY = auto()
    PARENTS = auto()
    SOMEBODY = auto()


def unnamed_at(text: str, place: int) -> tuple[Unnamed, int] | None:
    """Return which unnamed people the words at a place mean and where they end, None if they mean none."""
    for kind, pattern in ((Unnamed.NOBODY, NOBODY), (Unnamed.PARENTS, PARENTS), (Unnamed.SOMEBODY, UNNAMED)):
        found = pattern.match(text, place)
        if found:
            return kind, found.end()
    return None


def after_labels(text: str) -> int:
    """Return where the sentence begins behind the signs and words of a list."""
    place = 0
    while found := LABEL.match(text, place):
        place = found.end()
    return place


def verb_in_front(text: str, place: int, *, after_date: bool) -> tuple[int, int] | None:
    """Return the place of the verb in a sentence that begins with a time, None if it does not.

    With `after_date` a date has been read there; otherwise the first word has to be one that begins a time.
    """
    if not after_date and not _FRONT.match(text, place):
        return None
    for count, word in enumerate(_WORD.finditer(text, place)):
        form = word.group()
        if count > _LONGEST_FRONT:
            return None
        if _does(form) and (count or after_date):
            return word.span()
    return None


def is_verb(text: str, place: int) -> bool:
    """Return True if the word after a place is an action: "Peter kører"."""
    word = _WORD.match(text, place + 1)
    return word is not None and _does(word.group())


def _does(word: str) -> bool:
    return word in _MODALS or (word.endswith("r") and word not in _NO_VERBS and len(word) > len("er"))


def is_passive(text: str, place: int) -> bool:
    """Return True if the verb after a name is passive: "Mikkel hentes af Lone"."""
    return _PASSIVE.match(text, place) is not None


def is_object(text: str, place: int) -> bool:
    """Return True if the name at a place is an object, by the word before it: "ring til Lone"."""
    before = text[max(0, place - 12) : place].split()
    return bool(before) and before[-1] in _PREPOSITIONS
