"""Makes the pictures of the docs: all of them, or those that are named."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.pictures import papers
from installer.pictures.albums import make, names

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
#: Stands for the sheets of papers.
PAPERS = "papers"


def main(arguments: Sequence[str]) -> int:
    """Make all pictures of the docs, or the named ones in a folder."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description=__doc__)
    known = (PAPERS, *names())
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these; without names all, and no other is left")
    parser.add_argument("--out", type=Path, help="the folder (docs/pictures, and docs/papers for papers)")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"there is no picture called {', '.join(unknown)}; there are {', '.join(known)}")
    folder = asked.out or DOCS / "pictures"
    wanted = asked.names or known
    if PAPERS in wanted:
        papers.make(DOCS / PAPERS if asked.out is None else asked.out / PAPERS)
    pictures = [name for name in wanted if name != PAPERS]
    if pictures:
        make(folder, pictures)
    if not asked.names:
        for file in folder.glob("*.png"):
            if file.stem not in names():
                file.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
