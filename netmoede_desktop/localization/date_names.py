"""The names of days and months in a language, from resources/dates, written by `dev.py dates`: Unicode's CLDR."""

import json
from dataclasses import dataclass
from functools import lru_cache

from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE
from netmoede_desktop.localization.resources import resource_folder


@dataclass(frozen=True, slots=True)
class DateNames:
    """The names of one language; days from Monday, months from January.

    `months` go with a day, which bends them in some languages ("23 listopada"); `months_alone` are without one
    ("listopad 2026"). Short names have a full stop where the language sets one.
    """

    days: tuple[str, ...]
    days_short: tuple[str, ...]
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    months_short: tuple[str, ...]


@lru_cache(maxsize=8)
def date_names(language: str) -> DateNames:
    """Return the names in a language ("da", "en", …), or the Danish ones where there is no file of that language."""
    folder = resource_folder() / "dates"
    file = folder / f"{language}.json"
    told = json.loads((file if file.is_file() else folder / f"{SOURCE_LANGUAGE}.json").read_text(encoding="utf-8"))
    return DateNames(**{use: tuple(names) for use, names in told.items()})
