"""Which letters of a paper cannot be drawn: neither the program's fonts nor those of the machine have them.

Known before anything is printed. Only PDF is asked about: Word writes with the fonts of its reader.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.papers import F, Format, Paper, PaperChoice, content_of
from netmoede_desktop.documents.render.clusters import clusters
from netmoede_desktop.documents.render.faces import face_for
from netmoede_desktop.documents.render.figures import texts_in
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.direction import without_isolates


@dataclass(frozen=True, slots=True)
class MissingLetters:
    """Letters that are drawn as marks, each once, in the order they are met; and the names with them, if any."""

    letters: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def missing_in_paper(
    paper: Paper[F],
    file_format: Format,
    facts: F,
    names: Iterable[str],
    t: Translator,
    choice: PaperChoice | None = None,
) -> tuple[MissingLetters, ...]:
    """Return the letters of a paper that cannot be drawn: those of the `names` first, then the rest; empty if none."""
    if file_format is not Format.PDF:
        return ()
    found = _missing(_texts(content_of(paper, facts, t, choice=choice)))
    in_names = missing_in_names(names)
    named = tuple(letter for letter in in_names.letters if letter in found)
    rest = tuple(letter for letter in found if letter not in named)
    parts = (MissingLetters(named, in_names.names if named else ()), MissingLetters(rest))
    return tuple(part for part in parts if part.letters)


def missing_in_names(names: Iterable[str]) -> MissingLetters:
    """Return the letters in these names that cannot be drawn, and the names."""
    held = {name: _missing((name,)) for name in names}
    letters = dict.fromkeys(letter for found in held.values() for letter in found)
    return MissingLetters(tuple(letters), tuple(name for name, found in held.items() if found))


def _missing(texts: Iterable[str]) -> tuple[str, ...]:
    letters = (cluster for text in texts if not text.isascii() for cluster in clusters(without_isolates(text)))
    once = dict.fromkeys(letter for letter in letters if not letter.isascii())
    return tuple(letter for letter in once if letter.isprintable() and face_for(letter, bold=False) is None)


def _texts(document: blocks.Document) -> Iterator[str]:
    yield from (document.title, document.subtitle, document.mark.left)
    for block in document.blocks:
        yield from _texts_of(block)


def _texts_of(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading() | blocks.NoteBlock():
            yield block.text
        case blocks.Paragraph():
            yield from (run.text for run in block.runs)
        case blocks.ListBlock():
            yield from (run.text for item in block.items for run in item)
        case blocks.FactTable():
            yield from (fact.value for fact in block.facts)
        case blocks.Table():
            cells = (cell for row in block.rows for cell in row)
            yield from (run.text for cell in cells for runs in cell.paragraphs for run in runs)
        case blocks.Figure():
            yield from texts_in(block)
        case blocks.Blank():
            yield block.label
        case blocks.PageBreak():
            return
        case blocks.Panels():
            for panel in block.panels:
                for inside in panel.blocks:
                    yield from _texts_of(inside)
        case blocks.Columns():
            for child in block.blocks:
                yield from _texts_of(child)
        case _:
            assert_never(block)
