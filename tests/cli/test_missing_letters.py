"""Letters that no font has: the doctor and an export say which they are and in whose name, and the paper is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Ran, Terminal
from tests.documents.render.machine_fonts import font, only_fonts_of
from tests.services.stories import family, speak, step

NAME = "李明 Holst"


@pytest.fixture
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The only folder with fonts of the machine; empty."""
    folder = tmp_path_factory.mktemp("skrifter")
    with only_fonts_of(folder):
        yield folder


@pytest.fixture
def held(terminal: Terminal, machine: Path) -> str:
    return str(_played(terminal).answers[-1]["meeting"])


def _played(terminal: Terminal) -> Ran:
    steps = (speak("mor", 30, note="Jeg siger 王."), step("follow_up", none="Nej"), step("finish"))
    scenario = terminal.scenario(*steps, people=family(mor={"name": NAME}))
    ran = terminal.real("play", scenario, "--out", terminal.out)
    assert ran.code == 0
    return ran


def _export(terminal: Terminal, meeting: str, document: str, form: str) -> str:
    out = terminal.folder / f"p.{form}"
    ran = terminal.real("export", meeting, "--document", document, "--format", form, "--out", out, "--force")
    assert ran.code == 0
    assert out.stat().st_size > 1000
    return ran.err


def test_an_export_says_which_letters_and_whose_name_and_is_written(terminal: Terminal, held: str) -> None:
    said = _export(terminal, held, "referat", "pdf").splitlines()
    named = f"Disse tegn kan ikke skrives ud: 李 明 (i navnet {NAME})."
    assert said == [named, "Disse tegn kan ikke skrives ud: 王."]
    assert _export(terminal, held, "referat", "docx") == "", "Word writes with the fonts of its reader"
    assert _export(terminal, held, "aftaler", "pdf") == "", "that paper does not name her"


@pytest.mark.usefixtures("machine")
def test_what_is_played_says_it_once_and_writes_the_papers(terminal: Terminal) -> None:
    named = f"Disse tegn kan ikke skrives ud: 李 明 (i navnet {NAME})."
    assert _played(terminal).err.splitlines() == [named, "Disse tegn kan ikke skrives ud: 王."]
    assert (terminal.out / "referat.pdf").stat().st_size > 1000


def test_the_doctor_says_it_too(terminal: Terminal, held: str) -> None:
    assert f"Skrifttyperne: se på det. Disse tegn kan ikke skrives ud: 李 明 (de står i: {NAME})." in (
        terminal.real("doctor").out
    )
    told = {found["check"]: found for found in terminal.real("doctor", "--json").answers[0]}
    assert (told["fonts"]["code"], told["fonts"]["facts"]["letters"]) == ("missing_letters", "李 明")
    assert told["fonts"]["facts"]["names"] == NAME


def test_with_a_font_of_the_machine_there_is_nothing_to_say(terminal: Terminal, held: str, machine: Path) -> None:
    (machine / "stor.ttf").write_bytes(font("李明王"))
    with only_fonts_of(machine):
        assert _export(terminal, held, "referat", "pdf") == ""
        assert "Skrifttyperne: i orden." in terminal.real("doctor").out
