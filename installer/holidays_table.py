"""Writes the Danish public holidays of many years into resources/holidays, from the package `holidays`.

Run by `dev.py holidays` after the package has been brought up to date; a test holds the file against it.
"""

import json
import sys
from pathlib import Path

from installer.environment import ROOT

FIRST_YEAR, LAST_YEAR = 2020, 2075
TABLE = ROOT / "resources" / "holidays" / "denmark.json"


def table() -> dict[str, str]:
    """The name of each public holiday by its date in ISO form, as the package knows them."""
    from holidays import country_holidays

    days = country_holidays("DK", years=range(FIRST_YEAR, LAST_YEAR + 1), language="da")
    return {day.isoformat(): name for day, name in sorted(days.items())}


def write(file: Path) -> None:
    """Write the table, one day a line."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(table(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(TABLE)
    print(f"{TABLE.relative_to(ROOT)} is written.")
    sys.exit(0)
