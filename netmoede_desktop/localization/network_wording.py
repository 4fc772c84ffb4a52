"""The words of the netværkskort, as windows and papers say them: how near, which part of life, who chose."""

from netmoede_desktop.domain.people.person_facts import Chooser, Circle, Sector
from netmoede_desktop.localization.catalogue import Translator, translatable

_CIRCLES = {
    Circle.NEAR: translatable("tæt på"),
    Circle.REGULAR: translatable("jævnligt"),
    Circle.DISTANT: translatable("sjældent"),
}

_SECTORS = {
    Sector.FAMILY: translatable("Familie"),
    Sector.FRIENDS: translatable("Venner og fritid"),
    Sector.SCHOOL: translatable("Skole og SFO"),
    Sector.AUTHORITY: translatable("Kommune og behandling"),
}

_GROUPS = {
    Sector.FAMILY: translatable("familie"),
    Sector.FRIENDS: translatable("venner"),
    Sector.SCHOOL: translatable("skole"),
    Sector.AUTHORITY: translatable("kommune"),
}


def circle_word(circle: Circle, t: Translator) -> str:
    """Return how near a circle is: `tæt på`."""
    return t.gettext(_CIRCLES[circle])


def sector_title(sector: Sector, t: Translator) -> str:
    """Return the heading of a part of life: `Skole og SFO`."""
    return t.gettext(_SECTORS[sector])


def sector_word(sector: Sector, t: Translator) -> str:
    """Return a part of life in one word: `skole`."""
    return t.gettext(_GROUPS[sector])


def chooser_word(chooser: Chooser, child: str, t: Translator) -> str:
    """Return who chose, the child by name where there is one: `Mikkel`, `forældrene`."""
    match chooser:
        case Chooser.CHILD:
            return child or t.gettext("barnet")
        case Chooser.PARENTS:
            return t.gettext("forældrene")
        case Chooser.CASEWORKER:
            return t.gettext("sagsbehandleren")


def chooser_letter(chooser: Chooser, child: str, t: Translator) -> str:
    """Return the letter for who chose: the child's own initial, and that of the word where the initial is another's."""
    parents, caseworker = t.pgettext("forældrenes bogstav", "F"), t.pgettext("sagsbehandlerens bogstav", "S")
    match chooser:
        case Chooser.PARENTS:
            return parents
        case Chooser.CASEWORKER:
            return caseworker
        case Chooser.CHILD:
            own = child[:1].upper()
            return own if own and own not in (parents, caseworker) else t.pgettext("barnets bogstav", "B")
