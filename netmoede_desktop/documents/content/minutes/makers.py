"""Who made the referat: who is responsible for it (R027), and who wrote it (R026, R133)."""

from collections.abc import Iterator

from netmoede_desktop.documents.content.blocks import Block, Heading, Paragraph, plain
from netmoede_desktop.documents.content.people import name_of
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import Translator


def about_the_minutes(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """A heading and a sentence; nothing for a referat approved before anybody was named."""
    sentence = makers(record, t)
    if sentence:
        yield Heading(2, t.gettext("Om referatet"))
        yield Paragraph(plain(sentence))


def makers(record: MeetingRecord, t: Translator) -> str:
    """`Maja Lind er ansvarlig for referatet. Bo Ek har skrevet det.`, "" where no one is named."""
    if record.responsible is not None and record.responsible == record.author:
        both = t.gettext("{name} er ansvarlig for referatet og har skrevet det.")
        return both.format(name=name_of(record, record.responsible, t))
    said = (
        (record.responsible, t.gettext("{name} er ansvarlig for referatet.")),
        (record.author, t.gettext("{name} har skrevet referatet.")),
    )
    return " ".join(words.format(name=name_of(record, who, t)) for who, words in said if who is not None)
