"""An agreement in the making: the line as read, the corrections by hand, and the values shown for both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from netmoede_desktop.domain.agreements.agreement_line import LineCode
from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.commands import AnswerAgreement, Command, WriteAgreement
from netmoede_desktop.gui.meeting.agreements.wording import (
    OWNER_CODES,
    check_remarks,
    owner_chip,
    owner_question,
    room_remark,
    sign_chip,
    when_chip,
)
from netmoede_desktop.gui.meeting.bridge.line_keeping import packed, unpacked
from netmoede_desktop.gui.wording.meeting_wording import with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import sentence_case
from netmoede_desktop.services.agreements.agreement_help import (
    AgreementDraft,
    draft_checks,
    likely_owners,
    possible_owners,
    read_line,
)
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView


class DraftField(Enum):
    """A field of a draft that has a chip and can be corrected by hand."""

    OWNER = auto()
    WHEN = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class HandCorrections:
    """Corrections by hand; they override the line, and None leaves a field to the line.

    `owner` "" is no owner, `dates` are *fra* and *senest*, an empty `sign` is none.
    """

    owner: str | None = None
    dates: tuple[date | None, date | None] | None = None
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class ChipText:
    """The text of a chip; `done` if the field has a value, `open` if nothing is written yet."""

    text: str
    done: bool
    open: bool


@dataclass(frozen=True, slots=True)
class DaysInWords:
    """The days read from the words of an agreement, and the remark on them, "" where they name no day."""

    start: date | None = None
    due: date | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class DraftReading:
    """A draft with all values the page shows of it.

    `meant` are the possible owners, each as id and words, and `question` asks which of them: both empty where nothing
    is asked.
    """

    draft: AgreementDraft
    chips: tuple[ChipText, ChipText, ChipText]
    remarks: tuple[str, ...]
    question: str = ""
    meant: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rewording:
    """An agreement as it would be in new words. `said` is what else is understood of them, "" for nothing.

    `question` and `meant` ask who is meant, as for a new line.
    """

    draft: AgreementDraft
    said: str = ""
    question: str = ""
    meant: tuple[tuple[str, str], ...] = ()


def read_draft(line: str, corrections: HandCorrections, view: MeetingView, t: Translator) -> DraftReading:
    """Return the draft read from a line and the corrections by hand."""
    parsed = read_line(line, view)
    start, due = (parsed.start, parsed.due) if corrections.dates is None else corrections.dates
    owner = parsed.owner if corrections.owner is None else corrections.owner or None
    sign = parsed.sign if corrections.sign is None else corrections.sign or None
    # What was put right is no longer in doubt.
    codes = [code for code in parsed.codes if not _settled(code, corrections)]
    draft = AgreementDraft(parsed.text, owner, start, due, sign)
    shown = _shown(draft, codes, view, t, empty=not line.strip())
    able = {seat.person for seat in possible_owners(view)}
    meant = tuple((person, person_words(person, view, t)) for person in parsed.meant if person in able)
    if corrections.owner is not None or not meant:
        return shown
    return replace(shown, question=owner_question(codes, t), meant=meant)


def read_fields(draft: AgreementDraft, view: MeetingView, t: Translator) -> DraftReading:
    """Look at an agreement whose fields are all put right by hand."""
    return _shown(draft, (), view, t, empty=False)


def day_in_words(words: str, agreement: AgreementView, view: MeetingView, t: Translator) -> DaysInWords:
    """Read the days out of words that are put right, as in the line; of an agreement that has a day nothing is read."""
    if agreement.start or agreement.due:
        return DaysInWords()
    parsed = read_line(words, view)
    codes = [code for code in parsed.codes if code not in OWNER_CODES]
    if not (parsed.start or parsed.due or codes):
        return DaysInWords()
    said = when_chip(parsed.start, parsed.due, codes, view.starts.date(), t)
    return DaysInWords(parsed.start, parsed.due, sentence_case(said))


def reword(
    words: str, agreement: AgreementView, view: MeetingView, t: Translator, chosen: str | None = None
) -> Rewording:
    """Read the new words of an agreement as a new line is read: what they name replaces the old, the rest stays.

    What the old words already name is not read again: an owner or day corrected by hand stays. `chosen` is the id of
    the person pressed in the question who is meant.
    """
    a, before, read = agreement, read_line(agreement.text, view), read_line(words, view)
    codes = [code for code in read.codes if code not in before.codes]
    dated = (read.start, read.due) != (before.start, before.due) and bool(read.start or read.due)
    signed = read.sign is not None and read.sign != before.sign
    able = {seat.person for seat in possible_owners(view)}
    meant = tuple(person for person in read.meant if person in able) if read.meant != before.meant else ()
    named = chosen if chosen in meant else read.owner if read.owner != before.owner else None
    start, due = (read.start or a.start, read.due or a.due) if dated else (a.start, a.due)
    if dated and start and due and due < start:
        start, due = read.start, read.due  # the day that stays does not fit the one that is named
    sign = read.sign if signed else a.sign
    draft = AgreementDraft(
        read.text if dated or signed else words.strip(), named or a.owner, start, due, sign, a.number
    )
    asks = chosen not in meant and bool(meant)
    said = (
        owner_chip(person_words(named, view, t), (), t) if named and named != a.owner else "",
        when_chip(read.start, read.due, codes, view.starts.date(), t) if dated or set(codes) - OWNER_CODES else "",
        sign_chip(sign, t) if signed else "",
    )
    return Rewording(
        draft,
        sentence_case(" · ".join(one for one in said if one)),
        owner_question(codes, t) if asks else "",
        tuple((person, person_words(person, view, t)) for person in meant) if asks else (),
    )


def worded_anew(words: str, agreement: AgreementView, view: MeetingView, t: Translator) -> tuple[Command, ...]:
    """Return the one act by which an agreement gets new words at the reading, with who and when they name.

    The words stay whole, for so they were said. Who gets it only now has said nothing yet, and is asked.
    """
    a, new = agreement, reword(words, agreement, view, t).draft
    write = written(replace(new, text=words))
    if a.owner is None or new.owner != a.owner:
        return (write,)
    able = {seat.person for seat in possible_owners(view)}
    answer = AnswerAgreement(a.number, Answer.CHANGE, words)
    return (write, answer) if a.owner in able and replace(new, text=a.text) != draft_of(a) else (answer,)


def owner_options(agreement: AgreementView, view: MeetingView, t: Translator) -> list[tuple[str, str]]:
    """Return those who can take an agreement on, each as id and words, the ones it names first."""
    return [(s.person, with_relation(s.name, s.relation, t)) for s in likely_owners(agreement.text, view)]


def written(draft: AgreementDraft) -> WriteAgreement:
    """Return the act that makes the draft an agreement, or rewords the one with its number."""
    return WriteAgreement(draft.text, draft.owner, draft.start, draft.due, draft.sign, draft.number)


def draft_of(agreement: AgreementView) -> AgreementDraft:
    """Return an agreement as a draft that would change nothing."""
    return AgreementDraft(
        agreement.text, agreement.owner, agreement.start, agreement.due, agreement.sign, agreement.number
    )


def pack_line(line: str, waiting: Sequence[str], corrections: HandCorrections) -> str:
    """Return a line that is being written, with what waits behind it and was put right by hand, as one text."""
    start, due = ("", "") if corrections.dates is None else (_iso(day) for day in corrections.dates)
    return packed(
        line=line,
        waiting="\n".join(waiting),
        owner=_told(corrections.owner),
        dates="" if corrections.dates is None else f"{start} {due}",
        sign=_told(corrections.sign),
    )


def unpack_line(text: str) -> tuple[str, list[str], HandCorrections]:
    """Return the line, the waiting lines behind it, and the corrections by hand."""
    parts = unpacked(text)
    dates = [date.fromisoformat(day) if day else None for day in parts["dates"].split(" ")] if parts["dates"] else None
    corrections = HandCorrections(
        parts["owner"][1:] if parts["owner"] else None,
        None if dates is None else (dates[0], dates[1]),
        parts["sign"][1:] if parts["sign"] else None,
    )
    return parts["line"], parts["waiting"].splitlines(), corrections


def person_words(person: str | None, view: MeetingView, t: Translator) -> str:
    """Return `Kirsten (farmor)`, "" if the person has no seat."""
    seat = next((seat for seat in view.seats if seat.person == person), None)
    return "" if seat is None else with_relation(seat.name, seat.relation, t)


def _shown(
    draft: AgreementDraft,
    codes: Sequence[LineCode],
    view: MeetingView,
    t: Translator,
    *,
    empty: bool,
) -> DraftReading:
    name = next((seat.name for seat in view.seats if seat.person == draft.owner), "")
    today = view.starts.date()
    chips = (
        ChipText(owner_chip(person_words(draft.owner, view, t), codes, t), bool(name), empty),
        ChipText(when_chip(draft.start, draft.due, codes, today, t), bool(draft.start or draft.due), empty),
        ChipText(sign_chip(draft.sign, t), bool(draft.sign), empty),
    )
    if empty:
        return DraftReading(draft, chips, ())
    room = room_remark(view.guard.found("\n".join((draft.text, draft.sign or ""))), t)
    found = (*check_remarks(draft_checks(draft, view), name, t), room)
    return DraftReading(draft, chips, tuple(remark for remark in found if remark))


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _told(correction: str | None) -> str:
    """A correction with a mark in front, so that an empty one is told from none."""
    return "" if correction is None else f"={correction}"


def _settled(code: LineCode, corrections: HandCorrections) -> bool:
    return (corrections.owner if code in OWNER_CODES else corrections.dates) is not None
