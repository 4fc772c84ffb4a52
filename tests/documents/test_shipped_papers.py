"""The papers of every shipped scenario, as `play` writes them: whole, in words, and valid."""

import itertools
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.agreements.aftaler import aftaler
from netmoede_desktop.documents.content.minutes.referat import referat
from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.direction import without_isolates
from netmoede_desktop.localization.resources import resource_folder
from tests.cli.terminal import Terminal, cheap_keys
from tests.documents.shipped import SCENARIOS, held
from tests.documents.tagged import elements
from tests.documents.validity import faults

PAPERS = list(itertools.product(SCENARIOS, ("referat", "aftaler")))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """The papers by scenario and kind."""
    papers = {}
    with pytest.MonkeyPatch.context() as patch:
        cheap_keys(patch)
        for name in SCENARIOS:
            terminal = Terminal(tmp_path_factory.mktemp(name))
            ran = terminal.run("play", resource_folder() / "scenarios" / f"{name}.toml", "--out", terminal.out)
            assert (ran.code, ran.err) == (0, "")
            for kind in ("referat", "aftaler"):
                papers[name, kind] = (terminal.out / f"{kind}.pdf").read_bytes()
    return papers


def _texts(document: blocks.Document) -> Iterator[str]:
    """Every text of a paper in reading order, one for each heading, paragraph, item and line of a cell."""
    yield from (document.confidential, document.title, document.subtitle)
    for block in document.blocks:
        match block:
            case blocks.Heading() | blocks.NoteBlock():
                yield block.text
            case blocks.Paragraph():
                yield _said(block.runs)
            case blocks.ListBlock():
                yield from map(_said, block.items)
            case blocks.FactTable():
                yield from (text for fact in block.facts for text in (fact.label, fact.value))
            case blocks.Table():
                yield from (column.title for column in block.columns)
                yield from (_said(runs) for row in block.rows for cell in row for runs in cell.paragraphs)


def _said(runs: tuple[blocks.Run, ...]) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(("name", "kind"), PAPERS)
def test_the_words_of_a_paper_are_its_words_and_none_are_glued(
    played: dict[tuple[str, str], bytes], name: str, kind: str
) -> None:
    document = (referat if kind == "referat" else aftaler)(held(name), load("da"))
    meant = [without_isolates(text).replace("\u00a0", " ") for text in _texts(document)]
    read = [text for tag, text in elements(played[name, kind]) if tag != "/Lbl"]
    assert read == meant


@pytest.mark.parametrize(("name", "kind"), PAPERS)
def test_a_played_paper_has_one_kind_of_quotation_marks(
    played: dict[tuple[str, str], bytes], name: str, kind: str
) -> None:
    said = "".join(text for _, text in elements(played[name, kind]))
    assert not set(said) & set('“”„"')
    paper = (referat if kind == "referat" else aftaler)(held(name), load("en"))
    assert not set("".join(_texts(paper))) & set('»«„"')


@pytest.mark.parametrize("name", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_r135_a_played_form_has_its_six_points_in_order(played: dict[tuple[str, str], bytes], name: str) -> None:
    headings = [text for tag, text in elements(played[name, "referat"]) if tag in ("/H2", "/H3")]
    assert [heading.split(" ")[0] for heading in headings][:9] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "4a.",
        "4b.",
        "4c.",
        "5.",
        "6.",
    ]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_played_paper_numbers_phases_by_halves_or_says_goodbye(
    played: dict[tuple[str, str], bytes], name: str
) -> None:
    headings = [text for tag, text in elements(played[name, "referat"]) if tag == "/H2"]
    numbered = [int(heading[0]) for heading in headings if heading[0].isdigit()]
    assert numbered in ([], [1, 2, 3, 4, 5, 6])
    assert "Tak for i dag" not in headings
    assert headings[-1] == "Deltagere"


@pytest.mark.parametrize(("name", "kind"), PAPERS)
def test_a_played_paper_says_what_goes_on_from_last_time_where_it_says_what_was_agreed(
    played: dict[tuple[str, str], bytes], name: str, kind: str
) -> None:
    cells = [text for tag, text in elements(played[name, kind]) if tag in ("/TD", "/P")]
    for one in held(name).agreements:
        if one.carried and one.answer in (Answer.YES, Answer.CHANGE):
            now, before = cells.count(one.text), one.before.text if one.before else one.text
            assert (now, before in cells) == (2 if before == one.text else 1, True)


@pytest.mark.parametrize(("name", "kind"), PAPERS)
def test_a_paper_is_valid_pdf_ua_and_pdf_a(played: dict[tuple[str, str], bytes], name: str, kind: str) -> None:
    assert faults(played[name, kind]) == []


@pytest.mark.parametrize(
    ("lost", "profiles"),
    [("StructTreeRoot", {"ua1", "2a"}), ("OutputIntents", {"2a"}), ("Metadata", {"ua1", "2a"}), ("Lang", {"ua1"})],
)
def test_the_validator_sees_what_a_paper_lost(
    played: dict[tuple[str, str], bytes], lost: str, profiles: set[str]
) -> None:
    saved = BytesIO()
    with pikepdf.open(BytesIO(played["demo", "referat"])) as broken:
        del broken.Root[f"/{lost}"]
        broken.save(saved)
    assert {fault.partition(":")[0] for fault in faults(saved.getvalue())} == profiles
