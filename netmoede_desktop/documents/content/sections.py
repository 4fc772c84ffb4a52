"""The sections of a referat, under the paper's own headings or under the points of an agenda."""

from collections.abc import Iterator

from netmoede_desktop.documents.content.blocks import Block, ListBlock, Paragraph, plain
from netmoede_desktop.documents.content.clean import one_line, paragraphs
from netmoede_desktop.documents.content.quotation import quoted
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import Translator


def purpose(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """Why the meeting was held."""
    lines = paragraphs(record.purpose) or (t.gettext("Der er ikke skrevet et formål."),)
    yield from (Paragraph(plain(line)) for line in lines)


def experience(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """How the family found the meeting, in their own words."""
    if not record.experience:
        yield Paragraph(plain(t.gettext("Der blev ikke skrevet noget om familiens oplevelse.")))
    yield from (Paragraph(plain(quoted(one_line(text), t))) for text in record.experience)


def listed_lines(texts: tuple[str, ...]) -> ListBlock:
    """Short texts, each with a bullet."""
    return ListBlock(tuple(plain(one_line(text)) for text in texts))
