"""The netværkskort on paper: the figure says all that its picture shows, and no paper tells where anybody lives."""

from dataclasses import replace

import pytest

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.papers import NETWORK_MAP, Format, PaperChoice, Variant, content_of, render
from netmoede_desktop.documents.render.figures import FigureMeasure
from netmoede_desktop.documents.render.style import WIDTH, Styles
from netmoede_desktop.documents.render.typesetting import Typesetter
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Chooser, Circle, PersonFacts, Sector
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.localization.catalogue import load
from tests.documents.prepared import network, prepared
from tests.documents.tagged import elements
from tests.documents.test_pdf import text_of
from tests.documents.validity import faults


def figure(meeting: PreparedMeeting, choice: PaperChoice | None = None) -> blocks.Figure:
    document = content_of(NETWORK_MAP, meeting, load("da"), choice=choice)
    [found] = [block for block in document.blocks if isinstance(block, blocks.Figure)]
    return found


def many(count: int, name: str = "Navn") -> PreparedMeeting:
    people = tuple(Person(f"p{n:02}", f"{name} {n}", f"{name} {n}", Role.PRIVATE, "ven") for n in range(count))
    places = [(circle, sector) for circle in Circle for sector in Sector]
    facts = {
        one.id: PersonFacts(circle=places[n % 12][0], sector=places[n % 12][1], chosen_by=list(Chooser)[n % 3])
        for n, one in enumerate(people)
    }
    return prepared(coming=people[::2], others=people[1::2], facts=facts)


@pytest.mark.smoke
def test_the_figure_says_all_that_the_map_shows_and_the_table_names_the_same_people() -> None:
    said = figure(prepared()).alternative
    assert said.startswith("Netværkskort med Mikkel i midten. Tæt på: Familie: Kirsten (farmor), skal med, Lone (mor)")
    assert said.endswith("Ikke sat på kortet endnu: Nadia (sundhedsplejerske), Poul (morfar).")
    paper = render(NETWORK_MAP, Format.PDF, prepared(), t=load("da"))
    assert [tag for tag, _ in elements(paper)].count("/Figure") == 1
    names = [person.called for people in network()[:2] for person in people if person.called not in ("Mikkel", "Maja")]
    assert all(name in said and name in text_of(paper) for name in names)


def test_forty_are_drawn_in_letters_of_nine_points_at_least_and_none_shares_a_seat() -> None:
    box = FigureMeasure(Styles().figure, Typesetter()).figure(figure(many(40)), WIDTH)
    assert box.scale * Styles().figure.size >= 9
    assert "personer" not in text_of(render(NETWORK_MAP, Format.PDF, many(40), t=load("da")))


@pytest.mark.parametrize("count", [0, 1, 20, 40, 75])
def test_every_number_of_people_gives_a_valid_paper(count: int) -> None:
    meeting = many(count, "Maximiliane-Theodora Holm-Sørensen af Nordre")
    assert faults(render(NETWORK_MAP, Format.PDF, meeting, t=load("da"))) == []


def test_the_childs_own_map_is_another_and_empty_until_it_is_made() -> None:
    choice = PaperChoice(variant=Variant.CHILD)
    assert "Tæt på" not in figure(prepared(), choice).alternative
    facts = {**network()[2], "lone": PersonFacts(child_circle=Circle.NEAR, child_sector=Sector.FRIENDS)}
    assert "Tæt på: Venner og fritid: Lone (mor)" in figure(prepared(facts=facts), choice).alternative


def test_no_address_or_phone_is_printed_and_no_school_where_somebody_is_protected() -> None:
    teacher = "lærer, Ellevangskolen, Nordre Strandvej 7, 8240 Risskov, 86 12 34 56, h@b.dk"
    coming = tuple(replace(one, relation=teacher) if one.id == "hanne" else one for one in network()[0])
    for protected, kept in ((False, "lærer, Ellevangskolen"), (True, "lærer")):
        people = tuple(replace(one, protected_address=protected and one.id == "lone") for one in coming)
        meeting = prepared(coming=people)
        text = text_of(render(NETWORK_MAP, Format.PDF, meeting, t=load("da")))
        assert f"Hanne ({kept}), skal med" in figure(meeting).alternative
        assert not any(word in text for word in ("Strandvej", "8240", "86 12", "@", "Risskov"))
        assert ("Ellevang" in text) is not protected


def test_in_english_nothing_danish_is_left_but_what_people_wrote() -> None:
    text = text_of(render(NETWORK_MAP, Format.PDF, prepared(), t=load("en"), choice=PaperChoice(language="en")))
    assert "Network map" in text
    assert not any(word in text for word in ("Familie", "tæt", "Skal", "Valgt", "Fortroligt", "rund"))
