"""The papers of every shipped scenario, as `play` writes them: whole, in words, and valid."""

import itertools
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.aftaler import aftaler
from netmoede_desktop.documents.content.referat import referat
from netmoede_desktop.domain.meeting.record import record
from netmoede_desktop.domain.minutes import MeetingRecord
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.direction import without_isolates
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.method_files import load_methods
from netmoede_desktop.services.planning import Series, prepare
from netmoede_desktop.services.rehearsal import rehearsing
from netmoede_desktop.services.scenario_file import read_scenario
from tests.cli.terminal import Terminal, cheap_keys
from tests.documents.tagged import elements
from tests.documents.validity import faults

SCENARIOS = sorted(path.stem for path in (resource_folder() / "scenarios").glob("*.toml"))
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


def _held(name: str) -> MeetingRecord:
    methods = load_methods(resource_folder() / "methods")
    scenario = read_scenario(Path(resource_folder() / "scenarios" / f"{name}.toml"), methods)
    numbers = itertools.count(1)
    method = methods[scenario.meeting.method]
    prepared = prepare(scenario, method, lambda: f"p{next(numbers)}", Series())
    *_, last = rehearsing(scenario, prepared.plan, prepared.ids)
    return record(last.history)


def _texts(document: blocks.Document) -> Iterator[str]:
    """Every text of a paper in reading order, one for each heading, paragraph, item and line of a cell."""
    yield from (document.confidential, document.title, document.subtitle)
    for block in document.blocks:
        match block:
            case blocks.Heading() | blocks.Note():
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
    document = (referat if kind == "referat" else aftaler)(_held(name), load("da"))
    meant = [without_isolates(text).replace("\u00a0", " ") for text in _texts(document)]
    read = [text for tag, text in elements(played[name, kind]) if tag != "/Lbl"]
    assert read == meant


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
