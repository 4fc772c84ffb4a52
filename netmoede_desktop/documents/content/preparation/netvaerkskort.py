"""The netværkskort on paper: who is around the child, how near and in which part of life. Names and relations only."""

from dataclasses import replace

from netmoede_desktop.documents.content.blocks import (
    Block,
    Document,
    Figure,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TextTone,
    cell,
    plain,
)
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.content.preparation.frame import preparation_paper
from netmoede_desktop.documents.content.preparation.map_sketch import MapWords, NetworkSketch
from netmoede_desktop.documents.papers import PaperChoice, Variant
from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS
from netmoede_desktop.domain.people.network_members import Layer, MapPlace, Member, members
from netmoede_desktop.domain.people.person_facts import Chooser, Sector
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.privacy.place_words import without_place_words
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import sentence_case
from netmoede_desktop.localization.direction import without_isolates
from netmoede_desktop.localization.network_wording import chooser_letter, chooser_word, circle_word, sector_title

#: A word of the legend is not longer than this, in letters.
_LONGEST_WORD = 16


def netvaerkskort(meeting: PreparedMeeting, t: Translator, choice: PaperChoice) -> Document:
    """Return the map with the list of the same people; the variant *barn* is the child's own map."""
    layer = Layer.CHILD if choice.variant is Variant.CHILD else Layer.SHARED
    everyone = members(meeting.plan.people, meeting.others, meeting.known.people, layer)
    shown = _as_agreed(everyone, protected=any(person.protected_address for person in meeting.everyone))
    child = one_line(meeting.plan.child)
    title = t.gettext("Barnets eget netværkskort") if layer is Layer.CHILD else t.gettext("Netværkskort")
    foot = t.gettext("Fortroligt · ingen adresser eller telefonnumre på papiret")
    return preparation_paper(meeting, t, title, _blocks(shown, child, t), foot=foot)


def _as_agreed(everyone: tuple[Member, ...], *, protected: bool) -> tuple[Member, ...]:
    """Everyone with a clean name and relation; without schools where a protected address could be told by one."""
    return tuple(
        replace(one, name=one_line(one.name), relation=one_line(without_place_words(one.relation, schools=protected)))
        for one in everyone
    )


def _blocks(everyone: tuple[Member, ...], child: str, t: Translator) -> tuple[Block, ...]:
    first = tuple(sorted(everyone, key=lambda one: (not one.coming, one.place is None)))
    figure = Figure(_told(first, child, t), _sketch(everyone, child, t))
    if not first:
        return (figure, Paragraph(plain(t.gettext("Der er ingen på kortet endnu."))))
    columns = (
        TableColumn(t.gettext("Navn"), 4),
        TableColumn(t.gettext("Relation til barnet"), 4),
        TableColumn(t.gettext("Del af livet"), 3),
        TableColumn(t.gettext("Hvor tæt"), 2),
        TableColumn(t.gettext("Valgt af"), 3),
        TableColumn(t.gettext("Skal med"), 1),
    )
    return (figure, Table(t.gettext("Netværket"), columns, tuple(_row(one, child, t) for one in first)))


def _sketch(everyone: tuple[Member, ...], child: str, t: Translator) -> NetworkSketch:
    choosers = [who for who in Chooser if any(one.chosen_by is who for one in everyone)]
    corners = (Sector.FAMILY, Sector.FRIENDS, Sector.AUTHORITY, Sector.SCHOOL)
    first, second, third, fourth = (sector_title(sector, t) for sector in corners)
    near, often, seldom = (circle_word(circle, t) for circle in CIRCLES)
    words = MapWords(
        titles=(first, second, third, fourth),
        rings=(near, often, seldom),
        coming=t.gettext("skal med"),
        private=t.gettext("rund: privat"),
        professional=t.gettext("firkant: fagperson"),
        chosen_by=tuple((_letter(who, child, t), _legend_word(who, child, t)) for who in choosers),
    )
    letters = {one.id: _letter(one.chosen_by, child, t) for one in everyone if one.chosen_by is not None}
    return NetworkSketch(child, everyone, letters, words, t.gettext("{n} personer"))


def _letter(who: Chooser, child: str, t: Translator) -> str:
    return chooser_letter(who, without_isolates(child), t)


def _legend_word(who: Chooser, child: str, t: Translator) -> str:
    """Who chose; a long name of the child would push the others out, and the letter says which it is."""
    word = chooser_word(who, child, t)
    return word if len(word) <= _LONGEST_WORD else t.gettext("barnet")


def _told(everyone: tuple[Member, ...], child: str, t: Translator) -> str:
    """All that the map shows, in the order it is walked: ring by ring, the parts of life of each."""
    parts = [t.gettext("Netværkskort med {child} i midten.").format(child=child or t.gettext("barnet"))]
    for circle in CIRCLES:
        there = [
            t.gettext("{sector}: {people}").format(sector=sector_title(sector, t), people=", ".join(people))
            for sector in SECTORS
            if (people := [_said(one, t) for one in everyone if one.place == MapPlace(circle, sector)])
        ]
        if there:
            line = t.gettext("{circle}: {people}.")
            parts.append(line.format(circle=sentence_case(circle_word(circle, t)), people="; ".join(there)))
    outside = [_said(one, t) for one in everyone if one.place is None]
    if outside:
        parts.append(t.gettext("Ikke sat på kortet endnu: {people}.").format(people=", ".join(outside)))
    return " ".join(parts)


def _said(one: Member, t: Translator) -> str:
    name = t.gettext("{name} ({relation})").format(name=one.name, relation=one.relation) if one.relation else one.name
    return t.gettext("{name}, skal med").format(name=name) if one.coming else name


def _row(one: Member, child: str, t: Translator) -> tuple[TableCell, ...]:
    place = one.place
    return (
        cell(Run(one.name, TextTone.STRONG)),
        cell(one.relation),
        cell(t.gettext("ikke sat på kortet endnu") if place is None else sector_title(place.sector, t)),
        cell("" if place is None else circle_word(place.circle, t)),
        cell("" if one.chosen_by is None else chooser_word(one.chosen_by, child, t)),
        cell(t.gettext("ja") if one.coming else ""),
    )
