"""Names of files as they can be shown: not every system's are UTF-8, and a byte that is none has no character."""

from pathlib import Path

from netmoede_desktop.localization.catalogue import Translator


def readable(name: str) -> str:
    """Return the name with the replacement character where it cannot be written; the rest is as it was."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in name)


def strange_profile_sentence(profile: Path, t: Translator) -> str:
    """Return why no profile can have that name, "" where it can: the database knows only names in UTF-8."""
    if readable(str(profile)) == str(profile):
        return ""
    sentence = t.gettext("Mappen »{name}« har et navn, der ikke er UTF-8. Giv den et andet navn, eller vælg en anden.")
    return sentence.format(name=readable(str(profile)))
