"""The registry of papers, and a paper whose facts are no meeting: made, offered, looked through and refused alike."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.bar_chart import Bar, BarChart
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.missing_letters import MissingLetters, missing_in_paper
from netmoede_desktop.documents.papers import (
    CALENDAR,
    MEETING_PAPERS,
    MINUTES,
    PAPERS,
    Format,
    MeetingPaper,
    Paper,
    PaperContext,
    PaperForm,
    PaperProblem,
    content_of,
    forms_of,
    render,
)
from netmoede_desktop.localization.catalogue import load
from tests.documents.drawings import NAMES, NetworkMap
from tests.documents.meetings import meeting
from tests.documents.render.machine_fonts import only_fonts_of
from tests.documents.tagged import elements
from tests.documents.validity import faults

DANISH = load("da")


@dataclass(frozen=True, slots=True)
class Network:
    """The facts of a paper that needs no meeting: who is in the network of a child, and what each gives in a week."""

    child: str
    hours: tuple[tuple[str, float], ...]


def _content(network: Network, context: PaperContext) -> blocks.Document:
    names = tuple(one_line(name) for name, _ in network.hours)
    bars = tuple(Bar(one_line(name), hours, f"{hours:g} t.") for name, hours in network.hours)
    said = f"{network.child} og {len(names)} andre."
    return blocks.Document(
        title="Netværkskort",
        language="da-DK",
        confidential=context.t.gettext("Fortroligt · indeholder personoplysninger"),
        subtitle=one_line(network.child),
        blocks=(
            blocks.Heading(2, "Kortet"),
            blocks.Figure(said, NetworkMap(network.child, names)),
            blocks.Heading(2, "Timer om ugen"),
            blocks.Figure(said, BarChart(bars)),
            blocks.Heading(2, "Navnene"),
            blocks.Columns((blocks.ListBlock(tuple(map(blocks.plain, names))),)),
        ),
        mark=blocks.PageMark("Kort", context.t.gettext("Side {page} af {pages}")),
    )


MAP: Paper[Network] = Paper(
    kind="kort",
    file_name="netvaerkskort",
    forms=(PaperForm(Format.PDF, "Kort", "På én side"), PaperForm(Format.DOCX, "Kort til Word", "Kan rettes")),
    content=_content,
    for_all=False,
    obstacle=lambda network: "" if network.hours else "nobody",
)
NETWORK = Network(NAMES[0], tuple((name, number + 0.5) for number, name in enumerate(NAMES[1:])))


def test_a_paper_of_other_facts_than_a_meeting_goes_through_the_same_door() -> None:
    paper = render(MAP, Format.PDF, NETWORK, t=DANISH)
    assert faults(paper) == []
    assert paper == render(MAP, Format.PDF, NETWORK, t=DANISH)
    assert [tag for tag, _ in elements(paper)].count("/Figure") == 2
    names = [text for tag, text in elements(paper) if tag == "/LBody"]
    assert names == [one_line(name).strip("\u2068\u2069") for name in NAMES[1:]]
    word = docx.Document(BytesIO(render(MAP, Format.DOCX, NETWORK, t=DANISH)))
    assert f"{NAMES[0]} og 19 andre." in [paragraph.text for paragraph in word.paragraphs]


def test_facts_of_another_type_are_seen_by_the_type_checker() -> None:
    with pytest.raises(AttributeError):
        render(MAP, Format.PDF, meeting(), t=DANISH)  # type: ignore[misc]  # the planted fault
    with pytest.raises(AttributeError):
        render(MINUTES, Format.PDF, NETWORK, t=DANISH)  # type: ignore[misc]  # the planted fault


def test_what_cannot_be_made_says_why_before_anything_is_made() -> None:
    with pytest.raises(PaperProblem, match="no_such_format"):
        render(MAP, Format.ICS, NETWORK, t=DANISH)
    with pytest.raises(PaperProblem, match="nobody"):
        render(MAP, Format.PDF, Network("Mikkel", ()), t=DANISH)
    with pytest.raises(PaperProblem, match="no_such_format"):
        content_of(CALENDAR, meeting(), DANISH)


def test_letters_that_no_font_has_are_found_in_figures_and_columns_too(tmp_path: Path) -> None:
    strange = Network("Mikkel", (("Ib 李", 1.0), ("Bo 明", 2.0)))
    with only_fonts_of(tmp_path):
        found = missing_in_paper(MAP, Format.PDF, strange, ("Ib 李",), DANISH)
        assert found == (MissingLetters(("李",), ("Ib 李",)), MissingLetters(("明",)))
        figure = blocks.Figure("Et.", BarChart((Bar("明", 1.0, "1"),)))
        for block in (figure, blocks.Columns((figure,)), blocks.Columns((blocks.Heading(2, "明"),))):
            mark = blocks.PageMark("", "{page}")
            said = blocks.Document("Prøve", "da-DK", "", "", (block,), mark)
            alone = replace(MAP, content=lambda _, __, said=said: said)  # type: ignore[misc]  # the loop's own paper
            assert missing_in_paper(alone, Format.PDF, strange, (), DANISH) == (MissingLetters(("明",)),)
    assert missing_in_paper(MAP, Format.DOCX, strange, (), DANISH) == ()


def test_no_two_papers_have_the_same_word_or_file_name() -> None:
    kinds = [paper.kind for paper in PAPERS]
    played = [paper.played_as(form) for paper, form in forms_of(MEETING_PAPERS) if form.played]
    saved = [(paper.file_name, form.format) for paper, form in forms_of(MEETING_PAPERS) if form.purpose]
    assert len(set(kinds)) == len(kinds)
    assert len(set(played)) == len(played)
    assert len(set(saved)) == len(saved)


@pytest.mark.parametrize("paper", MEETING_PAPERS, ids=lambda paper: paper.kind)
def test_every_paper_has_a_title_and_what_is_printed_is_a_pdf_that_can_always_be_made(paper: MeetingPaper) -> None:
    assert paper.title
    assert all(form.title for form in paper.forms if form.purpose)
    if paper.printed:
        assert Format.PDF in paper.formats
        assert paper.obstacle(meeting(follow_up=None)) == ""
        with pikepdf.open(BytesIO(render(paper, Format.PDF, meeting(follow_up=None), t=DANISH))) as file:
            assert len(file.pages) > 0
