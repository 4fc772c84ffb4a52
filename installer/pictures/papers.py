"""The papers of every shipped scenario as they are printed: one picture a scenario, its pages side by side."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from installer.pictures.camera import save_small
from netmoede_desktop.localization.resources import resource_folder

_START = "from netmoede_desktop.app.main import main; main()"
_SCENARIOS = resource_folder() / "scenarios"

#: Pixels a point of the page, pages in a row, and pixels of grey between them.
_SCALE, _ABREAST, _GAP = 1.0, 4, 8
_GREY = (128, 128, 128)


def names() -> tuple[str, ...]:
    """Return the names of the sheets: those of the shipped scenarios."""
    return tuple(sorted(file.stem for file in _SCENARIOS.glob("*.toml")))


def make(folder: Path) -> None:
    """Play every shipped scenario and draw the pages of its papers, the referat first; no other sheet is left."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.png"):
        if file.stem not in names():
            file.unlink()
    for name in names():
        print(f"papers of {name}", flush=True)
        save_small(_sheet(_pages(_SCENARIOS / f"{name}.toml")), folder / f"{name}.png", width=0)


def _pages(scenario: Path) -> list[Image.Image]:
    with tempfile.TemporaryDirectory(prefix="netmoede-pictures-") as folder:
        command = (sys.executable, "-c", _START, "play", str(scenario), "--out", folder, "--speed", "max")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        papers = sorted(Path(folder).glob("*.pdf"), key=lambda file: (not file.stem.endswith("referat"), file.name))
        return [page for paper in papers for page in _pages_of(paper)]


def _pages_of(paper: Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(paper.read_bytes()) as document:
        return [page.render(scale=_SCALE).to_pil().convert("RGB") for page in document]


def _sheet(pages: Sequence[Image.Image]) -> bytes:
    """All pages in rows, as PNG."""
    width, height = pages[0].width + _GAP, pages[0].height + _GAP
    rows = -(-len(pages) // _ABREAST)
    sheet = Image.new("RGB", (min(len(pages), _ABREAST) * width + _GAP, rows * height + _GAP), _GREY)
    for number, page in enumerate(pages):
        row, column = divmod(number, _ABREAST)
        sheet.paste(page, (column * width + _GAP, row * height + _GAP))
    drawn = BytesIO()
    sheet.save(drawn, "PNG")
    return drawn.getvalue()
