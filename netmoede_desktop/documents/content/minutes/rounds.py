"""The notes of what people said, part by part, in their own words; and who was not heard."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from netmoede_desktop.documents.content.blocks import Block, Heading, Paragraph, Run, TextTone, plain
from netmoede_desktop.documents.content.clean import one_line, paragraphs
from netmoede_desktop.documents.content.people import listed, name_of, named_by_id
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.domain.minutes.record import MeetingRecord, NoteRecord, PartRecord
from netmoede_desktop.localization.catalogue import Translator

#: Method files of the shipped methods name the phase in front of the part; the paper has the phase as a heading.
_PHASE_NUMBER = re.compile(r"^Fase \d+ · ")

_HEARD = (TurnState.SPEAKING, TurnState.SPOKEN, TurnState.PASSED, TurnState.READ_ALOUD)


def spoken_words(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """Every note under its part and phase, in the order of the agenda; a phase whose parts have none is left out."""
    if not record.notes:
        yield Paragraph(plain(t.gettext("Der blev ikke skrevet noter fra runderne.")))
    for _, group in groupby(record.parts, key=lambda part: part.phase):
        parts = list(group)
        said = [(part, [note for note in record.notes if note.part == part.id]) for part in parts]
        if any(notes for _, notes in said):
            title = _phase_title(record, parts[0])
            yield Heading(2, title)
            for part, _ in said:
                yield from _part(record, part, title, t)
    yield from loose_words(record, t)


def loose_words(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """The notes that belong to no part of the agenda."""
    known = {part.id for part in record.parts}
    loose = [note for note in record.notes if note.part not in known]
    if loose:
        yield Heading(2, t.gettext("Andet, der blev sagt"))
        yield from _notes(record, loose, t)


def words_in(record: MeetingRecord, part: PartRecord, t: Translator) -> Iterator[Block]:
    """The notes of one part, without its title."""
    yield from _notes(record, [note for note in record.notes if note.part == part.id], t)


def part_title(title: str) -> str:
    """The title of a part under the heading of its phase: without the number of the phase."""
    return _PHASE_NUMBER.sub("", one_line(title))


def not_heard(record: MeetingRecord, t: Translator) -> Iterator[str]:
    """A sentence for each round in which somebody did not get the word, and for the parts the meeting did not reach.

    Unreached parts are known only once the meeting is over; a pause that was left out counts only where the whole
    meeting stopped before its time. Nor is a part whose task was done outside it.
    """
    over, early = record.finished, record.stop_reason is not None
    for part in record.parts:
        waiting = [
            name_of(record, turn.person, t)
            for turn in record.turns
            if turn.part == part.id and turn.state in (TurnState.WAITING, TurnState.LATER)
        ]
        if waiting:
            sentence = t.gettext("{names} fik ikke ordet i »{part}«.")
            yield sentence.format(names=listed(waiting, t), part=part_title(part.title))
        elif part.nobody_heard and (over or early):
            yield t.gettext("Ingen fik ordet i »{part}«.").format(part=part_title(part.title))
    ahead = [part for part in record.parts if not part.begun and not part.dropped and not _done_elsewhere(record, part)]
    skipped = [part_title(part.title) for part in ahead if early or not part.rests]
    if skipped and (over or early):
        yield t.gettext("Vi nåede ikke: {parts}.").format(parts=listed(skipped, t))
    missed = bool(skipped) or any(part.nobody_heard for part in record.parts)
    heard = {turn.person for turn in record.turns if turn.state in _HEARD} | {note.person for note in record.notes}
    silent = [name_of(record, person.id, t) for person in record.people if person.has_turn and person.id not in heard]
    if silent and (early or (over and missed)):
        yield t.gettext("Ikke hørt på mødet: {names}.").format(names=listed(silent, t))


def _done_elsewhere(record: MeetingRecord, part: PartRecord) -> bool:
    """Return True if the part's task was done outside it: the next meeting was agreed, and so on."""
    match part.task:
        case PartTask.FOLLOW_UP:
            return record.follow_up is not None
        case PartTask.AGREEMENTS:
            return any(not one.carried for one in record.agreements)
        case PartTask.EXPERIENCE:
            return bool(record.experience)
        case PartTask.STATUS:
            return any(one.carried and one.status for one in record.agreements)
        case PartTask.BOARD:
            return bool(record.board)
        case PartTask.PURPOSE | PartTask.AUTHORITY | None:
            return False
        case _:
            assert_never(part.task)


def _phase_title(record: MeetingRecord, part: PartRecord) -> str:
    """The phase in the family's words; the last one by its name, since what the room reads then is a goodbye."""
    plain_words, title = one_line(part.plain_phase), one_line(part.phase_title)
    last = part.phase == record.parts[-1].phase
    return (title or plain_words) if last else (plain_words or title)


def _part(record: MeetingRecord, part: PartRecord, phase: str, t: Translator) -> Iterator[Block]:
    """The notes of a part under its title, once where it is called as the phase is."""
    words = tuple(words_in(record, part, t))
    if words and part_title(part.title) != phase:
        yield Heading(3, part_title(part.title))
    yield from words


def _notes(record: MeetingRecord, notes: list[NoteRecord], t: Translator) -> Iterator[Paragraph]:
    """Notes under each other, with the marks that tell one from another.

    The one that most of them have does not. Where some have none, and would seem to have it too, nearly all must.
    """
    counts = Counter(note.mark for note in notes)
    [(usual, count)] = counts.most_common(1) or [(None, 0)]
    enough = 3 * len(notes) // 4 if None in counts else len(notes) // 2
    for note in notes:
        marked = note.mark is not usual or len(notes) == 1 or count <= enough
        yield from _note(record, note if marked else replace(note, mark=None), t)


def _note(record: MeetingRecord, note: NoteRecord, t: Translator) -> Iterator[Paragraph]:
    """A note: who, what, and at its end in quiet words how it was said."""
    lines = paragraphs(note.text) or (t.gettext("(ingen ord)"),)
    speaker = Run(named_by_id(record, note.person, t) + ".", TextTone.STRONG)
    tail = _tail(record, note, t)
    for number, line in enumerate(lines):
        runs = [speaker, Run(f" {line}")] if number == 0 else [Run(line)]
        if tail and number == len(lines) - 1:
            runs.append(Run(f" ({tail})", TextTone.QUIET))
        yield Paragraph(tuple(runs), follows=number > 0)


def _tail(record: MeetingRecord, note: NoteRecord, t: Translator) -> str:
    parts = []
    if note.mark:
        parts.append(_mark(note.mark, t))
    if note.read_aloud_by:
        parts.append(t.gettext("læst op af {name}").format(name=name_of(record, note.read_aloud_by, t)))
    if note.without:
        names = listed((name_of(record, person, t) for person in note.without), t)
        parts.append(
            t.ngettext(
                "sagt, mens {names} ikke var i rummet", "sagt, mens {names} ikke var i rummet", len(note.without)
            ).format(names=names)
        )
    return " · ".join(parts)


def _mark(mark: Mark, t: Translator) -> str:
    match mark:
        case Mark.RESOURCE:
            return t.gettext("styrke")
        case Mark.CONCERN:
            return t.gettext("bekymring")
        case Mark.WISH:
            return t.gettext("ønske")
        case _:
            assert_never(mark)
