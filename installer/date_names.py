"""Writes the names of days and months of each language into resources/dates, from the Unicode CLDR as Babel holds it.

Run by `dev.py dates` after Babel has been brought up to date; a test holds the files against it. The program itself
does not load Babel: 33 MB for the names of a handful of languages.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from babel import Locale

from installer.environment import ROOT

#: Those of the interface, and those that many families in Denmark speak.
LANGUAGES = ("ar", "da", "en", "pl", "so", "ti", "tr", "uk")
FOLDER = ROOT / "resources" / "dates"


def names(language: str) -> dict[str, list[str]]:
    """Return the names by their use: days from Monday, months from January.

    `months` go with a day (in Polish a genitive, "23 listopada"), `months_alone` stand without one ("listopad 2026").
    """
    locale = Locale.parse(language)
    return {
        "days": _in_order(locale.days["stand-alone"]["wide"], range(7)),
        "days_short": _in_order(locale.days["stand-alone"]["short"], range(7)),
        "months": _in_order(locale.months["format"]["wide"], range(1, 13)),
        "months_alone": _in_order(locale.months["stand-alone"]["wide"], range(1, 13)),
        "months_short": _in_order(locale.months["format"]["abbreviated"], range(1, 13)),
    }


def _in_order(found: Mapping[int, str], numbers: range) -> list[str]:
    return [found[number] for number in numbers]


def write(folder: Path) -> None:
    """Write one file a language, one use a line."""
    folder.mkdir(exist_ok=True)
    for language in LANGUAGES:
        lines = (f'"{use}": {json.dumps(said, ensure_ascii=False)}' for use, said in names(language).items())
        (folder / f"{language}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    write(FOLDER)
    print(f"{FOLDER.relative_to(ROOT)} is written.")
    sys.exit(0)
