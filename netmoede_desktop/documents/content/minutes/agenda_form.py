"""The agenda filled in: where a method numbers its points, its form is both dagsorden and referat (R135).

Every point is in its place, also an empty one; its content is under it and nowhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from netmoede_desktop.documents.content.agreements.agreements import agreed_now, earlier_tables
from netmoede_desktop.documents.content.blocks import Block, Heading, Paragraph, Run, TextTone, plain
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.content.frame import next_meeting
from netmoede_desktop.documents.content.minutes.rounds import part_title, words_in
from netmoede_desktop.documents.content.sections import experience, listed_lines, purpose
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.domain.minutes.outline import task_part
from netmoede_desktop.domain.minutes.record import MeetingRecord, PartRecord
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.localization.catalogue import Translator

_AWAY = (Attendance.ABSENT, Attendance.SENT_WORDS)


@dataclass(frozen=True, slots=True)
class _Slot:
    """The content of one point: the point, None where the agenda has none for it, and its own title then."""

    part: PartRecord | None
    title: str
    blocks: tuple[Block, ...]


def filled_in(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """The points of the agenda in order, each with its content; at the end the content without a point."""
    slots = tuple(_slots(record, t))
    points = [part for part in record.parts if not part.rests]
    for _, group in groupby(points, key=lambda part: part.heading or part.id):
        together = list(group)
        if together[0].heading:
            yield Heading(2, one_line(together[0].heading))
        for part in together:
            yield Heading(3 if part.heading else 2, part_title(part.title))
            yield from _point(record, part, slots, t)
    for slot in slots:
        if slot.part is None and slot.blocks:
            yield Heading(2, slot.title)
            yield from slot.blocks


def _point(record: MeetingRecord, part: PartRecord, slots: tuple[_Slot, ...], t: Translator) -> Iterator[Block]:
    own = [block for slot in slots if slot.part is part for block in slot.blocks]
    words = list(words_in(record, part, t))
    alone = not words and _for_absent_parents(record, part)
    yield from own
    yield from words
    if alone:
        yield Paragraph(plain(t.gettext("Ingen af forældrene var her.")))
    elif not own and not words:
        missed = record.finished and not part.begun
        yield Paragraph(plain(t.gettext("Det nåede vi ikke.") if missed else t.gettext("Her er ikke skrevet noget.")))


def _for_absent_parents(record: MeetingRecord, part: PartRecord) -> bool:
    """Return True if the part is the parents' to speak in, and there are parents, and none of them came."""
    parents = [one.attendance for one in record.people if one.role is Role.PARENT]
    theirs = part.task is PartTask.PURPOSE or (part.task is PartTask.EXPERIENCE and not record.experience)
    return theirs and record.finished and bool(parents) and all(one in _AWAY for one in parents)


def _slots(record: MeetingRecord, t: Translator) -> Iterator[_Slot]:
    first = next(part for part in record.parts if not part.rests)
    yield _Slot(first, "", tuple(_principles(record, t)))
    yield _Slot(task_part(record, PartTask.PURPOSE), t.gettext("Formålet med mødet"), tuple(purpose(record, t)))
    yield _Slot(task_part(record, PartTask.STATUS), t.gettext("Aftaler fra sidst"), tuple(_earlier(record, t)))
    yield _Slot(task_part(record, PartTask.AGREEMENTS), t.gettext("Det aftalte vi"), tuple(agreed_now(record, t)))
    family_part = task_part(record, PartTask.EXPERIENCE)
    asked = family_part is not None and any(note.part == family_part.id for note in record.notes)
    silent = asked or (family_part is not None and _for_absent_parents(record, family_part))
    spoken = () if silent and not record.experience else tuple(experience(record, t))
    yield _Slot(family_part, t.gettext("Familiens oplevelse af mødet"), spoken)
    closing = task_part(record, PartTask.FOLLOW_UP)
    label = (Run(t.gettext("Næste møde") + ": ", TextTone.STRONG),) if closing else ()
    yield _Slot(closing, t.gettext("Næste møde"), (Paragraph((*label, *next_meeting(record, t).runs)),))


def _principles(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    if record.principles:
        yield Paragraph(plain(t.gettext("Det bygger vi på:")), leads=True)
        yield listed_lines(record.principles)


def _earlier(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    for table in earlier_tables(record, t):
        yield Paragraph((Run(table.title, TextTone.STRONG),), leads=True)
        yield table
