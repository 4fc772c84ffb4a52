"""One kind of quotation marks in a whole paper, whoever wrote the words: »…« in Danish, “…” in English.

Marks belong to the typesetting, not to the words: a note with "…", a method's text and the paper's own
sentences look alike.
"""

import re
from dataclasses import replace
from typing import assert_never

from netmoede_desktop.documents.content.blocks import (
    Blank,
    Block,
    ColumnBlock,
    Columns,
    Document,
    FactTable,
    Figure,
    Heading,
    ListBlock,
    NoteBlock,
    PageBreak,
    Panels,
    Paragraph,
    Run,
    Table,
    TableCell,
)
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.quoting import between_marks

#: A pair of marks round something that begins and ends with a word: inches and a mark left alone stay as they are.
_PAIR = re.compile(
    r"(?<!\w)(?:“(?=\S)(?P<a>[^“”]+)(?<=\S)”|„(?=\S)(?P<b>[^„“”]+)(?<=\S)[“”]|”(?=\S)(?P<c>[^”]+)(?<=\S)”"
    r"|»(?=\S)(?P<d>[^»«]+)(?<=\S)«|«(?=\S)(?P<e>[^»«]+)(?<=\S)»|\"(?=\S)(?P<f>[^\"]+)(?<=\S)\")(?!\w)"
)


def quoted(words: str, t: Translator) -> str:
    """Return words between quotation marks; once, where they are between some already."""
    whole = _PAIR.fullmatch(words)
    return with_house_marks(words, t) if whole else _between(words, t)


def with_house_marks(text: str, t: Translator) -> str:
    """Return the text with every pair of quotation marks as the language has them."""
    return _PAIR.sub(lambda found: _between(found[found.lastgroup or 0], t), text)


def _between(words: str, t: Translator) -> str:
    return between_marks(with_house_marks(words, t), t)


def set_alike(document: Document, t: Translator) -> Document:
    """Return the paper with one kind of quotation marks."""
    return replace(document, blocks=tuple(_block(block, t) for block in document.blocks))


def _block(block: Block, t: Translator) -> Block:
    match block:
        case FactTable():
            facts = tuple(replace(fact, value=with_house_marks(fact.value, t)) for fact in block.facts)
            return replace(block, facts=facts)
        case Columns():
            return replace(block, blocks=tuple(_column_block(child, t) for child in block.blocks))
        case Panels():
            panels = (replace(one, blocks=tuple(_block(child, t) for child in one.blocks)) for one in block.panels)
            return Panels(tuple(panels))
        case Blank():
            return Blank(with_house_marks(block.label, t))
        case PageBreak():
            return block
        case _:
            return _column_block(block, t)


def _column_block(block: ColumnBlock, t: Translator) -> ColumnBlock:
    """A block that may stand in a column. Within a drawing its texts stay as they are, since its sketch makes them."""
    match block:
        case Heading() | NoteBlock():
            return replace(block, text=with_house_marks(block.text, t))
        case Paragraph():
            return replace(block, runs=_runs(block.runs, t))
        case ListBlock():
            return replace(block, items=tuple(_runs(item, t) for item in block.items))
        case Table():
            rows = tuple(tuple(_cell(cell, t) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case Figure():
            return replace(block, alternative=with_house_marks(block.alternative, t))
        case _:
            assert_never(block)


def _cell(cell: TableCell, t: Translator) -> TableCell:
    return TableCell(tuple(_runs(runs, t) for runs in cell.paragraphs))


def _runs(runs: tuple[Run, ...], t: Translator) -> tuple[Run, ...]:
    return tuple(replace(run, text=with_house_marks(run.text, t)) for run in runs)
