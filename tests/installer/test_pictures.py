"""The pictures of the docs: each that is shown is there, each that is there is made, and one is made here."""

import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from installer import dev
from installer.pictures import papers
from installer.pictures.albums import names

#: A picture takes up little room, and all of them stay small enough to be cloned.
_MOST_BYTES, _MOST_IN_ALL = 64_000, 3_000_000
#: A sheet shows a dozen pages.
_MOST_BYTES_OF_PAPERS = 400_000


def shown(page: Path) -> set[str]:
    return set(re.findall(r"!\[[^\]]+\]\([\w/]*(?:pictures|papers)/([\w-]+)\.png\)", page.read_text(encoding="utf-8")))


def test_the_guide_shows_the_pictures_there_are_and_no_other(repository: Path) -> None:
    files = {file.stem for file in (repository / "docs" / "pictures").iterdir()}
    assert shown(repository / "docs" / "user-guide.md") == files == set(names())
    assert shown(repository / "README.md") <= files


def test_the_papers_of_every_shipped_scenario_are_shown(repository: Path) -> None:
    files = {file.stem for file in (repository / "docs" / "papers").iterdir()}
    assert shown(repository / "docs" / "papers.md") == files == set(papers.names())
    assert max(file.stat().st_size for file in (repository / "docs" / "papers").iterdir()) < _MOST_BYTES_OF_PAPERS


def test_pictures_are_small(repository: Path) -> None:
    sizes = [file.stat().st_size for file in (repository / "docs" / "pictures").iterdir()]
    assert max(sizes) < _MOST_BYTES
    assert sum(sizes) < _MOST_IN_ALL


def test_a_picture_is_made_of_the_windows_as_they_are_with_a_palette(repository: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "installer.pictures", "--out", str(tmp_path), "overblik-tomt")
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    [made] = tmp_path.iterdir()
    content = made.read_bytes()
    width, height, _, colours = struct.unpack(">IIBB", content[16:26])
    assert (made.name, width, height) == ("overblik-tomt.png", 1366, 768)
    assert colours == 3, "no palette"


def test_the_verb_makes_those_that_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...]) -> int:
        asked.append(command)
        return 0

    monkeypatch.setattr(dev, "run_in_venv", run)
    monkeypatch.setattr(dev, "set_up", lambda: None)
    assert dev.main(["pictures", "moede-tur"]) == 0
    assert asked == [("python", "-m", "installer.pictures", "moede-tur")]
