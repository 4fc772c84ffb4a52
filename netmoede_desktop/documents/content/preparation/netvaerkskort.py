"""The netværkskort on paper: who is around the child, how near and in which part of life. Names and relations only."""

from dataclasses import replace

from netmoede_desktop.documents.content.blocks import (
    Block,
    Document,
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
from netmoede_desktop.documents.papers import PaperChoice, Variant
from netmoede_desktop.domain.people.network_members import Layer, Member, members
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.privacy.place_words import without_place_words
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.network_wording import chooser_word, circle_word, sector_title


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
    if not everyone:
        return (Paragraph(plain(t.gettext("Der er ingen på kortet endnu."))),)
    columns = (
        TableColumn(t.gettext("Navn"), 4),
        TableColumn(t.gettext("Relation til barnet"), 4),
        TableColumn(t.gettext("Del af livet"), 3),
        TableColumn(t.gettext("Hvor tæt"), 2),
        TableColumn(t.gettext("Valgt af"), 2),
        TableColumn(t.gettext("Skal med"), 1),
    )
    first = sorted(everyone, key=lambda one: (not one.coming, one.place is None))
    return (Table(t.gettext("Netværket"), columns, tuple(_row(one, child, t) for one in first)),)


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
