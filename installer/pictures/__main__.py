"""Makes the pictures of the docs: all of them, or those that are named."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.pictures.albums import make, names

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "pictures"


def main(arguments: Sequence[str]) -> int:
    """Make all pictures in docs/pictures, or the named ones in a folder."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these; without names all, and no other is left")
    parser.add_argument("--out", type=Path, default=FOLDER, help="the folder (docs/pictures)")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in names()]
    if unknown:
        parser.error(f"there is no picture called {', '.join(unknown)}; there are {', '.join(names())}")
    make(asked.out, asked.names or names())
    if not asked.names:
        for file in asked.out.glob("*.png"):
            if file.stem not in names():
                file.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
