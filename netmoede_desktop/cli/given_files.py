"""The files and folders named on the command line, checked before anything is opened or made."""

import sys
from pathlib import Path

from netmoede_desktop.cli.arguments import STANDARD_INPUT
from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.failures import Failure
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.names import readable, strange_profile_sentence
from netmoede_desktop.services.files.text_in import NotReadable, beginning_of, decoded

#: More bytes than any passphrase has; a line is read no further.
_LONGEST_LINE = 64 * 1024


def read_passphrase(given: str | None, t: Translator) -> str | None:
    """Return the first line of the named file (UTF-8) without its line end, None where no file is named.

    Raises `Failure` for a file that cannot be read or has nothing in its first line.
    """
    if given is None:
        return None
    name = t.gettext("standard input") if given == STANDARD_INPUT else readable(Path(given).name or given)
    try:
        text = decoded(_first_line(given)).rstrip("\r\n")
    except NotReadable as unreadable:
        raise Failure(Exit.BAD_INPUT, _unreadable(unreadable.code, t).format(name=name)) from unreadable
    if not text.strip():
        sentence = t.gettext("Filen med adgangssætningen, »{name}«, har en tom første linje. Skriv sætningen dér.")
        raise Failure(Exit.BAD_INPUT, sentence.format(name=name))
    return text


def _first_line(given: str) -> bytes:
    if given != STANDARD_INPUT:
        return beginning_of(Path(given), _LONGEST_LINE)
    return b"" if sys.stdin is None else sys.stdin.buffer.readline(_LONGEST_LINE)


def _unreadable(code: str, t: Translator) -> str:
    match code:
        case "not-utf8":
            return t.gettext("Filen med adgangssætningen, »{name}«, er ikke gemt som UTF-8. Gem den igen som UTF-8.")
        case "file-is-folder" | "file-not-plain":
            return t.gettext("»{name}« er ikke en almindelig fil. Giv en fil, hvor adgangssætningen er første linje.")
        case _:
            return t.gettext("Filen med adgangssætningen, »{name}«, kan ikke læses. Se efter navnet og adgangen.")


def require_profile(folder: Path, t: Translator) -> None:
    """Raise `Failure` if no profile can have that name: the database knows only names in UTF-8, or a file is there."""
    strange = strange_profile_sentence(folder, t)
    if strange:
        raise Failure(Exit.BAD_INPUT, strange)
    require_folder(folder, "--profile", t)


def require_folder(folder: Path, option: str, t: Translator) -> None:
    """Raise `Failure` if there cannot be a folder of that name because a file is in its way; `option` named it."""
    for name in (folder, *folder.parents):
        if name.exists():
            if not name.is_dir():
                sentence = t.gettext("»{name}« er en fil. Vælg en mappe med {option}.")
                raise Failure(Exit.BAD_INPUT, sentence.format(name=readable(name.name), option=option))
            return
