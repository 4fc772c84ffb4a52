"""The words of the netværkskort in a window: what a seat says, who may be missing, where somebody is."""

from collections.abc import Sequence

from netmoede_desktop.domain.people.network_frame import CIRCLES
from netmoede_desktop.domain.people.network_gaps import NetworkGap
from netmoede_desktop.domain.people.network_members import Member
from netmoede_desktop.domain.people.person_facts import Sector
from netmoede_desktop.gui.preparation.network.map_seat import MapSeatShown
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.network_wording import (
    chooser_letter,
    circle_word,
    sector_title,
    sector_word,
)

_GAPS = {
    NetworkGap.NOBODY_NEAR: translatable("Ingen fra det private netværk er tæt på."),
    NetworkGap.NO_FAMILY: translatable("Der er ingen fra familien."),
    NetworkGap.MOTHERS_PARENTS: translatable("Kun fars forældre er på kortet. Hvad med mors?"),
    NetworkGap.FATHERS_PARENTS: translatable("Kun mors forældre er på kortet. Hvad med fars?"),
    NetworkGap.NO_FRIENDS: translatable("Der er ingen venner og ingen fra fritiden."),
    NetworkGap.NO_SCHOOL: translatable("Der er ingen fra skole, dagtilbud eller SFO."),
}


class MapWording:
    """The words of a map. `child` is the child's name, for the letter of who chose."""

    def __init__(self, t: Translator) -> None:
        self._t = t
        self.child = ""

    @property
    def rings(self) -> tuple[str, ...]:
        """The names of the rings, from the middle."""
        return tuple(circle_word(circle, self._t) for circle in CIRCLES)

    def sector_title(self, sector: Sector) -> str:
        """Return the heading of a part of life."""
        return sector_title(sector, self._t)

    def seat(self, one: Member) -> MapSeatShown:
        """Return the seat of one person."""
        letter = "" if one.chosen_by is None else chooser_letter(one.chosen_by, self.child, self._t)
        return MapSeatShown(one.id, one.name, one.relation, one.private, one.coming, letter, self.spoken(one))

    def shared(self, people: Sequence[Member]) -> MapSeatShown:
        """Return the seat that several people of one place share."""
        t, place = self._t, people[0].place
        name = t.ngettext("{n} person", "{n} personer", len(people)).format(n=len(people))
        relations = {one.relation for one in people}
        names = ", ".join(one.name for one in people)
        caption = people[0].relation if len(relations) == 1 and people[0].relation else names
        where = "" if place is None else f"{sector_word(place.sector, t)}, {circle_word(place.circle, t)}"
        sentence = t.gettext("{count}, {where}: {names}. Tryk Enter for at se dem hver for sig.")
        key = "" if place is None else f"{place.circle.value}/{place.sector.value}"
        coming, private = all(one.coming for one in people), any(one.private for one in people)
        return MapSeatShown(
            key, name, caption, private, coming, "", sentence.format(count=name, where=where, names=names)
        )

    def spoken(self, one: Member) -> str:
        """Return what a screen reader says of somebody: `Kirsten, farmor, familie, tæt på. Skal med.`"""
        t, place = self._t, one.place
        parts = [one.name, one.relation]
        if place is None:
            parts.append(t.gettext("ikke på kortet endnu"))
        else:
            parts += [sector_word(place.sector, t), circle_word(place.circle, t)]
        coming = t.gettext("Skal med.") if one.coming else t.gettext("Skal ikke med.")
        return t.gettext("{where}. {coming}").format(where=", ".join(part for part in parts if part), coming=coming)

    def waiting(self, count: int, shown: int) -> str:
        """Return the words beside those who are not on the map yet."""
        t = self._t
        if not count:
            return t.gettext("Alle er på kortet.")
        rest = count - shown
        said = t.gettext("Ikke på kortet endnu") if not rest else t.gettext("Ikke på kortet endnu: {n}").format(n=count)
        return t.gettext("{said}\nTræk ind, eller Enter").format(said=said)

    def gap(self, gap: NetworkGap) -> str:
        """Return the question about an empty part."""
        return self._t.gettext(_GAPS[gap])
