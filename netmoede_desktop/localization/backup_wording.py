"""The remarks on a backup in a list."""

from collections.abc import Iterable, Mapping

from netmoede_desktop.localization.catalogue import Translator, translatable

_REMARKS: Mapping[str, str] = {
    "foreign": translatable("hører til en anden samling møder"),
    "unknown": translatable("det kan ikke ses, hvem den hører til"),
    "unreadable": translatable("kan ikke læses"),
    "ahead": translatable("datoen ligger ude i fremtiden"),
    "misnamed": translatable("navnet passer ikke til indholdet"),
}


def remark_codes() -> frozenset[str]:
    """Return the codes that have words."""
    return frozenset(_REMARKS)


def remarks(codes: Iterable[str], t: Translator) -> list[str]:
    """Return the words for each code, as parts of a line."""
    return [t.gettext(_REMARKS[code]) for code in codes]
