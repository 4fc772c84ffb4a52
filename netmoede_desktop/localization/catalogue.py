"""One gettext for windows, papers and command line: Danish in the code, other languages in resources/locale.

A caller takes a Translator as an argument, usually named `t`, and writes the Danish sentence where it is shown:
`t.gettext("…")`, `t.ngettext("…", "…", n)`, `t.pgettext("context", "…")`: `dev.py translate` finds these. A sentence
that has to stand in a table is wrapped in `translatable` there and given to `t.gettext` where it is shown.
"""

import gettext
from io import BytesIO
from pathlib import Path
from typing import Protocol

from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.resources import resource_folder

SOURCE_LANGUAGE = "da"
DOMAIN = "netmoede"


class Translator(Protocol):
    """Turns Danish source sentences into one language. Never raises: an unknown sentence stays Danish."""

    @property
    def language(self) -> str:
        """The language code it was asked for: "da", "en", …"""

    def gettext(self, message: str) -> str:
        """The sentence."""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The sentence in the form that goes with the number `n`; `n` itself is formatted by the caller."""

    def pgettext(self, context: str, message: str) -> str:
        """The sentence in this context, for words that are one in Danish and two elsewhere."""


class CatalogueTranslator:
    """A Translator over a gettext catalogue."""

    __slots__ = ("_catalogue", "_language")

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self._language = language
        self._catalogue = catalogue

    @property
    def language(self) -> str:
        """The language code it was asked for."""
        return self._language

    def gettext(self, message: str) -> str:
        """The sentence; the empty one stays empty (gettext keeps its own header under it)."""
        return self._catalogue.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form for `n`; without a catalogue the Danish rule: one is singular, all else plural."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """The sentence in its context."""
        return self._catalogue.pgettext(context, message)


def translatable(message: str) -> str:
    """Marks a sentence in a table for translation and gives it back unchanged."""
    return message


def load(language: str, folder: Path | None = None) -> Translator:
    """The Translator of a language ("da", "en"; of "en_GB" the region is ignored), from resources/locale.

    Danish needs no file. A language without a catalogue, or with one that cannot be read, speaks Danish: a meeting
    does not stop for a translation. `folder` takes the place of resources/locale.
    """
    code = language.replace("-", "_").split("_")[0].split(".")[0].lower()
    if code == SOURCE_LANGUAGE:
        return CatalogueTranslator(code, gettext.NullTranslations())
    try:
        file = (folder or resource_folder() / "locale") / code / "LC_MESSAGES" / f"{DOMAIN}.po"
        return CatalogueTranslator(code, _compiled(file.read_bytes()))
    except (OSError, ValueError, LookupError):
        return CatalogueTranslator(code, gettext.NullTranslations())


def _compiled(po_file: bytes) -> gettext.NullTranslations:
    """A .po file as a gettext catalogue, compiled in memory; raises ValueError or LookupError when it is broken."""
    with one_at_a_time:
        from netmoede_desktop.localization.po_file import compiled

    return gettext.GNUTranslations(BytesIO(compiled(po_file)))
