"""What can be asked for: the help, and one Danish sentence for each way of asking wrongly."""

import pytest

from netmoede_desktop.cli.arguments import parse
from netmoede_desktop.documents.papers import PAPERS, Format
from netmoede_desktop.localization.catalogue import load
from tests.cli.terminal import StandInWindows, Terminal

VERBS = ("demo", "play", "meetings", "export", "agreements", "backup", "methods", "doctor")


def test_the_help_names_every_verb_and_every_exit_code_in_danish(terminal: Terminal) -> None:
    ran = terminal.run("--help")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"    {verb} " in ran.out for verb in VERBS)
    assert all(f" {code} " in " ".join(ran.out.split()) for code in (0, 2, 3, 4, 5))
    assert not any(word in ran.out for word in ("usage", "options", "arguments", "show this"))


@pytest.mark.parametrize("verb", [*VERBS, "backup create", "backup list", "backup restore", "methods check"])
def test_every_verb_has_help_of_its_own(terminal: Terminal, verb: str) -> None:
    ran = terminal.run(*verb.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert verb.split()[0] in ran.out
    assert not any(word in ran.out for word in ("usage", "options", "arguments", "show this"))


def test_the_version_is_told(terminal: Terminal) -> None:
    ran = terminal.run("--version")
    assert (ran.code, ran.out.count("\n"), ran.out[0].isdigit()) == (0, 1, True)


def test_without_a_verb_and_without_windows_it_says_so(terminal: Terminal) -> None:
    ran = terminal.run()
    assert (ran.code, ran.sentence) == (5, "Vinduerne kan ikke åbnes her. Skriv »netmoede --help«.")


def test_without_a_verb_the_app_opens_with_the_profile(terminal: Terminal) -> None:
    terminal.windows = windows = StandInWindows()
    assert terminal.run().code == 7
    assert terminal.run("--profile", terminal.profile).code == 7
    assert terminal.run("--profile", terminal.profile, "--curtain", "projector").code == 7
    assert terminal.run("--profile", terminal.profile, "--overview").code == 7
    assert windows.opened == [terminal.folder / "standardprofil", *[terminal.profile] * 3]
    assert windows.curtains == [None, None, "projector", None]
    assert windows.overviews == [False, False, False, True]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["spil"], "»spil« kan ikke bruges som ORD."),
        (["play"], "Der mangler: SCENARIO, --out."),
        (["play", "a.toml"], "Der mangler: --out."),
        (["play", "a.toml", "--out"], "»--out« skal have en værdi efter sig."),
        (["play", "a.toml", "--out", "x", "--hurtig"], "»--hurtig« kendes ikke."),
        (["meetings", "alle"], "»alle« kendes ikke."),
        (["--profile"], "»--profile« skal have en værdi efter sig."),
        (["--pro", "x", "meetings"], "»x« kan ikke bruges som ORD."),
        (["backup"], "Der mangler: ORD."),
        (["backup", "slet"], "»slet« kan ikke bruges som ORD."),
        (["backup", "restore"], "Der mangler: NAVN."),
        (["methods"], "Der mangler: ORD."),
        (["methods", "check"], "Der mangler: FIL."),
        (["export", "x"], "Der mangler: --document, --format, --out."),
        (
            ["export", "x", "--document", "journal", "--format", "pdf", "--out", "x"],
            "»journal« kan ikke bruges som --document.",
        ),
        (
            ["export", "x", "--document", "referat", "--format", "odt", "--out", "x"],
            "»odt« kan ikke bruges som --format.",
        ),
        (["meetings", "--json=ja"], "Sådan kan ordene ikke bruges."),
    ],
)
def test_a_wrong_word_is_told_in_danish_with_where_to_look(terminal: Terminal, arguments: list[str], told: str) -> None:
    ran = terminal.run(*arguments)
    assert ran.code == 2
    assert ran.sentence == f"{told} Skriv »netmoede --help« for at se, hvad der kan lade sig gøre."
    assert terminal.everything() == {}


def test_the_documents_and_formats_are_those_that_can_be_made() -> None:
    for paper in PAPERS:
        for form in Format:
            words = ["export", "m", "--document", paper.kind, "--format", form.value, "--out", "x"]
            asked = parse(words, load("da"))
            assert (asked.document, asked.format) == (paper.kind, form.value)
    assert {form for paper in PAPERS for form in paper.formats} == set(Format)
