"""`export`: a paper of a meeting into a file. Which facts it is made of, the paper itself says."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.failures import Failure
from netmoede_desktop.cli.world import World
from netmoede_desktop.documents.papers import Format, MeetingPaper, PaperChoice, PaperProblem, Variant, paper_of
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE
from netmoede_desktop.localization.letters_wording import missing_letters_sentence
from netmoede_desktop.localization.names import readable
from netmoede_desktop.services.files.files_out import FilesOut, May
from netmoede_desktop.services.minutes.exporting import Export, export, missing_letters
from netmoede_desktop.services.preparation.preparation_papers import PreparationPaperAsked, export_before
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from netmoede_desktop.documents.missing_letters import MissingLetters


def export_verb(asked: argparse.Namespace, opener: Callable[[], VaultOpener], files: FilesOut, world: World) -> None:
    """Write the paper. Everything that its arguments alone forbid is refused before the vault is opened."""
    paper, file_format = paper_of(asked.document), Format(asked.format)
    if file_format not in paper.formats:
        sentence = world.translator.gettext("»{document}« findes kun som {formats}.")
        formats = ", ".join(paper.formats)
        raise Failure(Exit.BAD_INPUT, sentence.format(document=asked.document, formats=formats))
    choice = _choice(asked)
    problem = paper.refuses(choice)
    if problem:
        raise PaperProblem(problem)
    may = May.ANYTHING if asked.force else May.PAPERS
    files.check(asked.out, may)

    def write(vault: Vault) -> bool:
        if isinstance(paper, MeetingPaper):
            export(vault, Export(asked.meeting, paper, file_format, asked.out, may), files, world.now())
            print_missing(missing_letters(vault, asked.meeting, paper, file_format), world)
        else:
            wanted = PreparationPaperAsked(asked.meeting, paper, file_format, choice)
            print_missing(export_before(vault, wanted, asked.out, files, may, world.now()), world)
        return vault.reading_only is None

    if not opener().read(write):
        print(
            world.translator.gettext(
                "Papiret er skrevet, men det står ikke i loggen: der kan ikke skrives i databasen."
            ),
            file=sys.stderr,
        )


def print_missing(parts: "tuple[MissingLetters, ...]", world: World) -> None:
    """Print the letters of a paper that cannot be drawn; it is written all the same."""
    for missing in parts:
        sentence = missing_letters_sentence(missing.letters, missing.names, world.translator)
        print(readable(sentence), file=sys.stderr)


def _choice(asked: argparse.Namespace) -> PaperChoice:
    return PaperChoice(
        person=getattr(asked, "person", ""),
        language=asked.language or SOURCE_LANGUAGE,
        variant=None if asked.variant is None else Variant(asked.variant),
        large=getattr(asked, "large", False),
    )
