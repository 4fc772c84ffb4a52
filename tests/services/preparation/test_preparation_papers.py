"""The papers before a meeting: each in all that it comes as, logged, and refused with a sentence."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import (
    NETWORK_MAP,
    PREPARATION_PAPERS,
    Format,
    PaperChoice,
    PaperContext,
    PaperProblem,
    PreparationPaper,
    Variant,
    content_of,
    render,
)
from netmoede_desktop.domain.cases.case_facts import CaseFacts, Screening
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Circle, PersonFacts, Sector
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.paper_wording import paper_problem_sentence
from netmoede_desktop.services.files.files_out import FilesOut, May
from netmoede_desktop.services.minutes.exporting import UnknownMeeting
from netmoede_desktop.services.preparation.edit_facts import change_facts
from netmoede_desktop.services.preparation.preparation_papers import (
    PreparationPaperAsked,
    export_before,
    preparation_paper_out,
    prepared_meeting,
)
from netmoede_desktop.storage.values import StoredCase
from netmoede_desktop.storage.vault import Vault
from tests.documents.prepared import prepared
from tests.documents.validity import faults
from tests.services.preparation.planned import put_meeting
from tests.storage.vaults import CASE, START

PEOPLE = (
    Person("ida", "Ida Vest", "Ida", Role.CHILD, "barnet"),
    Person("eva", "Eva Vest", "Eva", Role.PARENT, "mor"),
    Person("eva2", "Eva Lund", "Eva", Role.PRIVATE, "moster"),
)
MEETING = "m-1"


@pytest.fixture
def vault(vault: Vault) -> Vault:
    """The vault with a planned meeting, and a person of the sag who is not in it."""
    with vault.transaction() as store:
        store.cases.put(StoredCase(CASE, "M-1", "Ida", 2015, ("dansk",), START))
    put_meeting(vault, CASE, MEETING, (START + timedelta(days=9)).replace(tzinfo=None), people=PEOPLE)
    with vault.transaction() as store:
        store.people.put(CASE, [Person("bo", "Bo Vest", "Bo", Role.PRIVATE, "farfar")])
    return vault


def choices(paper: PreparationPaper) -> list[PaperChoice]:
    """All that a paper comes as."""
    return [
        PaperChoice(person, language, variant, large)
        for language in paper.languages
        for variant in (None, *paper.variants)
        for large in {False, paper.large}
        for person in {"", "lone" if paper.for_one else ""}
    ]


@pytest.mark.parametrize("paper", PREPARATION_PAPERS, ids=lambda paper: paper.kind)
def test_every_paper_is_valid_in_all_that_it_comes_as(paper: PreparationPaper) -> None:
    assert paper.title
    for choice in choices(paper):
        for form in paper.formats:
            made = render(paper, form, prepared(), t=load(choice.language), choice=choice)
            assert made
            if form is Format.PDF:
                assert faults(made) == []


def test_what_a_paper_does_not_come_as_is_refused_with_a_sentence() -> None:
    wrong = {
        "no_such_language": PaperChoice(language="xx"),
        "no_such_variant": PaperChoice(variant=Variant.FOOD),
        "not_for_one": PaperChoice(person="kirsten"),
        "not_large": PaperChoice(large=True),
    }
    for code, choice in wrong.items():
        with pytest.raises(PaperProblem, match=code):
            render(NETWORK_MAP, Format.PDF, prepared(), t=load("da"), choice=choice)
        assert paper_problem_sentence(code, load("en")) != paper_problem_sentence(code, load("da"))


def test_a_paper_is_made_of_all_that_is_known_and_of_everyone_of_the_sag(vault: Vault) -> None:
    known = PersonFacts(circle=Circle.NEAR, sector=Sector.FAMILY)
    change_facts(vault, MEETING, lambda facts: facts.with_person("bo", known), START)
    facts = prepared_meeting(vault, MEETING, START)
    assert [person.id for person in facts.everyone] == ["ida", "eva", "eva2", "bo"]
    assert facts.known.person("bo") == known
    assert facts.made == START.astimezone().date()


@pytest.mark.smoke
def test_a_paper_is_written_and_logged_without_a_name(vault: Vault, tmp_path: Path) -> None:
    asked = PreparationPaperAsked(MEETING, NETWORK_MAP, Format.PDF, PaperChoice(variant=Variant.CHILD))
    export_before(vault, asked, tmp_path / "kort.pdf", FilesOut(), May.PAPERS, START)
    assert (tmp_path / "kort.pdf").read_bytes().startswith(b"%PDF-")
    with vault.transaction() as store:
        [act] = [entry.act for entry in store.audit.about(case_id=CASE) if entry.act.name == "exported"]
    assert act.detail == {"document": "netvaerkskort", "format": "pdf", "variant": "barn"}
    assert (act.meeting_id, act.person_id) == (MEETING, None)


def test_a_person_is_named_by_id_or_by_a_name_that_only_one_has(vault: Vault) -> None:
    asked_for: list[str] = []

    def content(facts: PreparedMeeting, context: PaperContext) -> object:
        asked_for.append(context.choice.person)
        return content_of(NETWORK_MAP, facts, context.t)

    letter = replace(NETWORK_MAP, for_one=True, content=content)  # type: ignore[arg-type]  # what it returns is no type here
    for words in ("eva", "bo  vest", "IDA"):
        asked = PreparationPaperAsked(MEETING, letter, Format.PDF, PaperChoice(words))
        preparation_paper_out(vault, asked, START)
    assert list(dict.fromkeys(asked_for)) == ["eva", "bo", "ida"]
    for words, code in (("Eva", "several_of_that_name"), ("Eva Holm", "unknown_person")):
        with pytest.raises(PaperProblem, match=code):
            preparation_paper_out(vault, PreparationPaperAsked(MEETING, letter, Format.PDF, PaperChoice(words)), START)
        assert paper_problem_sentence(code, load("da"))


def test_what_cannot_be_made_is_neither_written_nor_logged(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "kort.pdf"
    unsettled = KnownFacts(case=CaseFacts(screening=Screening.YES, risk_assessed=Said(by="Maja")))
    change_facts(vault, MEETING, lambda facts: replace(facts, case=unsettled.case), START)
    for meeting, error in ((MEETING, PaperProblem), ("ukendt", UnknownMeeting), ("\ud800", UnknownMeeting)):
        asked = PreparationPaperAsked(meeting, NETWORK_MAP, Format.PDF)
        with pytest.raises(error):
            export_before(vault, asked, file, FilesOut(), May.PAPERS, START)
    assert not file.exists()
    with vault.transaction() as store:
        assert not [entry for entry in store.audit.about(case_id=CASE) if entry.act.name == "exported"]
    settled = replace(unsettled.case, risk_assessed=Said(by="Maja", on=START.date()))
    change_facts(vault, MEETING, lambda facts: replace(facts, case=settled), START)
    export_before(vault, PreparationPaperAsked(MEETING, NETWORK_MAP, Format.PDF), file, FilesOut(), May.PAPERS, START)
    assert file.exists()
