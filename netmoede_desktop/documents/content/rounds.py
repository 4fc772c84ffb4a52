"""What people said, part by part, in their own words; and who did not get to say it."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from netmoede_desktop.documents.content.blocks import Block, Heading, Paragraph, Run, Tone, plain
from netmoede_desktop.documents.content.clean import one_line, paragraphs
from netmoede_desktop.documents.content.people import listed, name_of, named_by_id
from netmoede_desktop.domain.minutes import Mark, MeetingRecord, NoteRecord, PartRecord, TurnState
from netmoede_desktop.domain.people import WITHOUT_TURN
from netmoede_desktop.localization.catalogue import Translator

#: Method files of the shipped methods name the phase in front of the part; the paper has it as a heading.
_PHASE_NUMBER = re.compile(r"^Fase (\d+) · ")

_HEARD = (TurnState.SPEAKING, TurnState.SPOKEN, TurnState.PASSED, TurnState.READ_ALOUD)


def spoken_words(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """Every note under its part and phase, in the order of the agenda."""
    if not record.notes:
        yield Paragraph(plain(t.gettext("Der blev ikke skrevet noter fra runderne.")))
    for _, group in groupby(record.parts, key=lambda part: part.phase):
        parts = list(group)
        said = [(part, [note for note in record.notes if note.part == part.id]) for part in parts]
        if any(notes for _, notes in said):
            yield Heading(2, _phase_title(parts))
            for part, notes in said:
                yield from _part(record, part, notes, t)
    known = {part.id for part in record.parts}
    loose = [note for note in record.notes if note.part not in known]
    if loose:
        yield Heading(2, t.gettext("Andet, der blev sagt"))
        for note in loose:
            yield from _note(record, note, t)


def not_heard(record: MeetingRecord, t: Translator) -> Iterator[str]:
    """A sentence for each round in which somebody did not get the word, and for what the meeting did not reach.

    What was not reached is known only once the meeting is over; a pause that was left out is none of it, but where the
    whole meeting stopped before its time.
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
    ahead = [part for part in record.parts if not part.begun and not part.dropped]
    skipped = [part_title(part.title) for part in ahead if early or not part.rests]
    if skipped and (over or early):
        yield t.gettext("Vi nåede ikke: {parts}.").format(parts=listed(skipped, t))
    missed = bool(skipped) or any(part.nobody_heard for part in record.parts)
    heard = {turn.person for turn in record.turns if turn.state in _HEARD} | {note.person for note in record.notes}
    silent = [
        name_of(record, person.id, t)
        for person in record.people
        if person.role not in WITHOUT_TURN and person.id not in heard
    ]
    if silent and (early or (over and missed)):
        yield t.gettext("Ikke hørt på mødet: {names}.").format(names=listed(silent, t))


def _phase_title(parts: list[PartRecord]) -> str:
    title = one_line(parts[0].plain_phase) or one_line(parts[0].phase_title)
    numbers = [found.group(1) for part in parts if (found := _PHASE_NUMBER.match(part.title))]
    return f"{numbers[0]}. {title}" if numbers else title


def part_title(title: str) -> str:
    """How a part is called on paper: without the number of its phase."""
    return _PHASE_NUMBER.sub("", one_line(title))


def _part(record: MeetingRecord, part: PartRecord, notes: list[NoteRecord], t: Translator) -> Iterator[Block]:
    if notes:
        yield Heading(3, part_title(part.title))
    for note in notes:
        yield from _note(record, note, t)


def _note(record: MeetingRecord, note: NoteRecord, t: Translator) -> Iterator[Paragraph]:
    """A note: who, what, and at its end in quiet words how it was said."""
    lines = paragraphs(note.text) or (t.gettext("(ingen ord)"),)
    speaker = Run(named_by_id(record, note.person, t) + ".", Tone.STRONG)
    tail = _tail(record, note, t)
    for number, line in enumerate(lines):
        runs = [speaker, Run(f" {line}")] if number == 0 else [Run(line)]
        if tail and number == len(lines) - 1:
            runs.append(Run(f" ({tail})", Tone.QUIET))
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
