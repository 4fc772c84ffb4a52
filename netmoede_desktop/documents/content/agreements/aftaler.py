"""The aftaleoversigt: only the agreements, in large type, for the door of the fridge."""

from collections.abc import Iterator

from netmoede_desktop.documents.content.agreements.agreements import agreed_now, earlier_tables
from netmoede_desktop.documents.content.blocks import Block, Document, Heading, Paragraph, Run, TextTone
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.content.frame import next_meeting, paper
from netmoede_desktop.documents.content.people import named_by_id
from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import Translator


def aftaler(record: MeetingRecord, t: Translator, stamp: Stamp | None = None) -> Document:
    """Return the overview of agreements of a meeting; a draft of an unfinished one, with a stamp where approved."""
    return paper(record, t, t.gettext("Det aftalte vi"), tuple(_blocks(record, t)), large=True, stamp=stamp)


def _blocks(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    yield Heading(2, t.gettext("Aftaler"))
    yield from agreed_now(record, t)
    if record.reservations:
        yield Heading(2, t.gettext("Uenighed og forbehold"))
    for reservation in record.reservations:
        speaker = Run(named_by_id(record, reservation.person, t) + ".", TextTone.STRONG)
        yield Paragraph((speaker, Run(f" {one_line(reservation.text)}")))
    yield Heading(2, t.gettext("Næste møde"))
    yield next_meeting(record, t)
    for earlier in earlier_tables(record, t):
        yield Heading(2, earlier.title)
        yield earlier
