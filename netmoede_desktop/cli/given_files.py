"""The files and folders named on the command line, looked at before anything is opened or made."""

import sys
from pathlib import Path

from netmoede_desktop.cli.arguments import STANDARD_INPUT
from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.failures import Failure
from netmoede_desktop.localization.catalogue import Translator

#: More bytes than any passphrase has; a line is read no further.
_LONGEST_LINE = 64 * 1024


def read_passphrase(given: str | None, t: Translator) -> str | None:
    """Return the first line of the named file (UTF-8) without its line end, None where no file is named.

    Raises `Failure` for a file that cannot be read or has nothing in its first line.
    """
    if given is None:
        return None
    name = t.gettext("standard input") if given == STANDARD_INPUT else Path(given).name or given
    try:
        text = _first_line(given).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        sentence = t.gettext("Filen med adgangssætningen, »{name}«, er ikke gemt som UTF-8. Gem den igen som UTF-8.")
        raise Failure(Exit.BAD_INPUT, sentence.format(name=name)) from error
    except (OSError, ValueError) as error:
        sentence = t.gettext("Filen med adgangssætningen, »{name}«, kan ikke læses. Se efter navnet og adgangen.")
        raise Failure(Exit.BAD_INPUT, sentence.format(name=name)) from error
    if not text.strip():
        sentence = t.gettext("Filen med adgangssætningen, »{name}«, har en tom første linje. Skriv sætningen dér.")
        raise Failure(Exit.BAD_INPUT, sentence.format(name=name))
    return text


def _first_line(given: str) -> bytes:
    if given != STANDARD_INPUT:
        with Path(given).open("rb") as file:
            return file.readline(_LONGEST_LINE)
    return b"" if sys.stdin is None else sys.stdin.buffer.readline(_LONGEST_LINE)


def require_folder(folder: Path, option: str, t: Translator) -> None:
    """Raise `Failure` if there cannot be a folder of that name because a file is in its way; `option` named it."""
    for name in (folder, *folder.parents):
        if name.exists():
            if not name.is_dir():
                sentence = t.gettext("»{name}« er en fil. Vælg en mappe med {option}.")
                raise Failure(Exit.BAD_INPUT, sentence.format(name=name.name, option=option))
            return
