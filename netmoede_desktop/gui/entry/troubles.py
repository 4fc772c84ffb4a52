"""The failures that keep a vault from opening, each with its sentences and ways out. Knows no window."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.problem_wording import problem_codes, problem_sentence


class WayOut(Enum):
    """An action offered on the page of a failure."""

    TRY_AGAIN = auto()
    RESTORE = auto()
    CALL_OTHER = auto()
    OTHER_FOLDER = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Trouble:
    """The content of a failure page: its title, its sentences (cause, safe data, remedy), its ways out, likeliest
    first.
    """

    title: str
    sentences: tuple[str, ...]
    ways: tuple[WayOut, ...]


#: For each code of a storage problem: its title, what more there is to say, and the ways out.
_TROUBLES: Mapping[str, tuple[str, tuple[str, ...], tuple[WayOut, ...]]] = {
    "already_open": (
        translatable("Programmet er åbent i forvejen"),
        (translatable("Kan du ikke se det, så vent et øjeblik, og prøv igen."),),
        (WayOut.CALL_OTHER, WayOut.TRY_AGAIN),
    ),
    "damaged_key_file": (
        translatable("Nøglefilen er beskadiget"),
        (translatable("Ved siden af hver sikkerhedskopi ligger en nøglefil, som passer til den."),),
        (WayOut.RESTORE, WayOut.TRY_AGAIN),
    ),
    "damaged_store": (
        translatable("Databasen er beskadiget"),
        (translatable("Den beskadigede database bliver gemt ved siden af, når du gendanner."),),
        (WayOut.RESTORE, WayOut.TRY_AGAIN),
    ),
    "disk_failure": (
        translatable("Disken svarer ikke"),
        (translatable("Ligger mappen på en ekstern disk, så se efter, om den sidder ordentligt i."),),
        (WayOut.TRY_AGAIN, WayOut.CLOSE),
    ),
    "disk_full": (
        translatable("Disken er fuld"),
        (),
        (WayOut.TRY_AGAIN, WayOut.CLOSE),
    ),
    "newer_store": (
        translatable("Databasen er fra en nyere udgave"),
        (translatable("Brug den nyere udgave af programmet, eller bed din it-afdeling om den."),),
        (WayOut.CLOSE, WayOut.TRY_AGAIN),
    ),
    "no_store": (
        translatable("Databasen er ikke længere i mappen"),
        (translatable("Ligger mappen på en ekstern disk, så se efter, om den sidder ordentligt i."),),
        (WayOut.TRY_AGAIN, WayOut.OTHER_FOLDER),
    ),
    "not_writable": (
        translatable("Programmet må ikke skrive i mappen"),
        (),
        (WayOut.OTHER_FOLDER, WayOut.TRY_AGAIN),
    ),
    "store_lost": (
        translatable("Databasen er væk"),
        (
            translatable("Den er ikke længere i mappen, men sikkerhedskopierne er der stadig."),
            translatable("Gendan den nyeste, så har du alt igen, som det var, da den blev lavet."),
        ),
        (WayOut.RESTORE, WayOut.OTHER_FOLDER),
    ),
    "unreadable": (
        translatable("Noget i mappen kan ikke læses"),
        (translatable("Ligger mappen på en ekstern disk, så se efter, om den sidder ordentligt i."),),
        (WayOut.TRY_AGAIN, WayOut.RESTORE),
    ),
    "unsuitable_folder": (
        translatable("Mappen er ikke et sikkert sted"),
        (translatable("Dér kan andre få fat i det, og det kan gå i stykker, når to computere skriver på én gang."),),
        (WayOut.OTHER_FOLDER, WayOut.CLOSE),
    ),
}
_LABELS: Mapping[WayOut, str] = {
    WayOut.TRY_AGAIN: translatable("Prøv igen"),
    WayOut.RESTORE: translatable("Gendan fra en sikkerhedskopi"),
    WayOut.CALL_OTHER: translatable("Hent det andet vindue frem"),
    WayOut.OTHER_FOLDER: translatable("Brug en anden mappe"),
    WayOut.CLOSE: translatable("Luk programmet"),
}


def trouble_of(code: str, facts: Mapping[str, object], t: Translator) -> Trouble:
    """Return the page content for the code of a storage problem.

    A code without a page of its own gets a generic one with a way back.
    """
    if code == "store_exists" and facts.get("found") == "backups":
        code = "store_lost"
    title, more, ways = _TROUBLES.get(code, (translatable("Det lykkedes ikke"), (), (WayOut.TRY_AGAIN, WayOut.CLOSE)))
    first = (problem_sentence(code, facts, t),) if code in problem_codes() else ()
    return Trouble(t.gettext(title), (*first, *(t.gettext(sentence) for sentence in more)), ways)


def fault(error: Exception, t: Translator) -> Trouble:
    """Return the page content for a bug of this program; of `error` only the class name is shown."""
    sentence = t.gettext("Der skete en fejl i programmet ({kind}). Det, der var gemt, er der stadig.")
    sentences = (sentence.format(kind=type(error).__name__),)
    return Trouble(t.gettext("Noget gik galt"), sentences, (WayOut.TRY_AGAIN, WayOut.CLOSE))


def way_label(way: WayOut, t: Translator) -> str:
    """Return the button label of a way out."""
    return t.gettext(_LABELS[way])
