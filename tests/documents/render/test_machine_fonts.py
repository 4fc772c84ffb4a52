"""Letters that no bundled font has: written by a font of the machine that may be used, else left as marks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import MINUTES, Format, render
from netmoede_desktop.documents.render import faces, system_fonts
from netmoede_desktop.documents.render.faces import REPLACEMENT
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import meeting, note, person
from tests.documents.render.machine_fonts import collection, font, forget, only_fonts_of
from tests.documents.tagged import elements
from tests.documents.validity import faults

NAME = "李明"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The only folder with fonts of the machine."""
    with only_fonts_of(tmp_path):
        yield tmp_path


def _paper() -> bytes:
    record = meeting(people=(person("a", NAME),), notes=(note("d4", "a", f"{NAME} siger ja."),), turns=())
    return render(MINUTES, Format.PDF, record, meeting_id="m", t=load("da"))


def test_a_font_of_the_machine_writes_them_and_the_paper_stays_valid(folder: Path) -> None:
    (folder / "stor.ttf").write_bytes(font(NAME))
    paper = _paper()
    assert paper == _paper()
    assert faults(paper) == []
    assert ("/P", f"{NAME}, ven. {NAME} siger ja.") in elements(paper)
    assert faces.face_for("李", bold=False) is faces.face_for("明", bold=True)


def test_the_second_font_of_a_collection_is_as_good_as_the_first(folder: Path) -> None:
    (folder / "to.ttc").write_bytes(collection(font("ab"), font(NAME)))
    found = faces.face_for("李", bold=False)
    assert found is not None
    assert found.number == 1
    assert faults(_paper()) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"OTTO" + data[4:],
        lambda data: data.replace(b"glyf", b"glyx", 1),
        lambda data: data[:90],
        lambda data: b"",
        lambda _: font(NAME, rights=0x0002),
        lambda _: font(NAME, rights=0x0100),
        lambda _: font(NAME, rights=0x0200),
        lambda _: collection(font(NAME))[:20],
    ],
)
def test_one_that_cannot_or_may_not_be_used_is_none(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    (folder / "stor.ttf").write_bytes(spoil(font(NAME)))
    assert faces.face_for("李", bold=False) is None
    assert faults(_paper()) == []


def test_printing_and_changing_rights_are_enough(folder: Path) -> None:
    for rights in (0x0004, 0x0008):
        (folder / "stor.ttf").write_bytes(font(NAME, rights=rights))
        forget()
        assert faces.face_for("李", bold=False) is not None


def test_the_same_fonts_are_taken_in_the_same_order_and_ours_always_first(folder: Path) -> None:
    for name in ("a-bold.ttf", "b.ttf", "malgun.ttf", "c.ttf"):
        (folder / name).write_bytes(font(NAME + "A" if name != "malgun.ttf" else "明"))
    assert [Path(file).name for file in system_fonts._files()] == ["malgun.ttf", "b.ttf", "c.ttf", "a-bold.ttf"]
    found = faces.face_for("李", bold=False)
    assert found is not None
    assert found.file.endswith("b.ttf")
    assert faces.face_for("A", bold=False) is faces.body_face(bold=False)
    assert faces.face_for(REPLACEMENT, bold=False) is faces.body_face(bold=False)
