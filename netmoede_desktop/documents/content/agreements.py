"""Agreements on paper: what is agreed now, how it went with those from before, and whether the owner has said yes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from netmoede_desktop.documents.content.blocks import Block, Cell, Column, Paragraph, Run, Table, Tone, cell, plain
from netmoede_desktop.documents.content.clean import one_line, unbroken
from netmoede_desktop.documents.content.people import listed, named_by_id
from netmoede_desktop.domain.agreements import CHANGED, SETTLED
from netmoede_desktop.domain.minutes import AgreementRecord, Answer, EarlierWording, MeetingRecord
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import short_date, when
from netmoede_desktop.localization.status_wording import status_words


def agreed_now(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """What is agreed when the meeting ends: what goes on from before and what is new, or a sentence that nothing is."""
    now = [agreement for agreement in record.agreements if not agreement.carried or _goes_on(agreement)]
    if not now:
        yield Paragraph(plain(t.gettext("Der blev ikke lavet aftaler på mødet.")))
        return
    numbers = _numbers_told(record, t)
    if numbers:
        yield Paragraph((Run(numbers, Tone.QUIET),), leads=True)
    columns = (
        Column(t.gettext("Nr.")),
        Column(t.gettext("Hvad"), 9),
        Column(t.gettext("Hvem"), 5),
        Column(t.gettext("Hvornår"), 3),
    )
    rows = tuple((_number(one), _what(one, t), _who(record, one, t), cell(*_when(record, one, t))) for one in now)
    yield Table(t.gettext("Det aftalte vi"), columns, rows)


def under_way(record: MeetingRecord, t: Translator) -> Table | None:
    """The measures that had begun before the first meeting, since when, and what is to become of them; or None."""
    started = [agreement for agreement in record.agreements if agreement.started]
    return _earlier(record, started, t.gettext("Det var allerede i gang"), t) if started else None


def carried_over(record: MeetingRecord, t: Translator) -> Table | None:
    """The agreements of last time as they then were, with how it went, or None when there were none."""
    carried = [agreement for agreement in record.agreements if agreement.carried and not agreement.started]
    return _earlier(record, carried, t.gettext("Aftaler fra sidst"), t) if carried else None


def _earlier(record: MeetingRecord, earlier: Sequence[AgreementRecord], title: str, t: Translator) -> Table:
    since = all(one.started and _then(one).start and not _then(one).due for one in earlier)
    columns = (
        Column(t.gettext("Nr.")),
        Column(t.gettext("Hvad"), 8),
        Column(t.gettext("Hvem"), 5),
        Column(t.gettext("I gang siden") if since else t.gettext("Hvornår"), 3),
        Column(t.gettext("Status"), 4),
    )
    rows = tuple(
        (
            _number(one),
            _what_before(one, t),
            cell(_owner(record, one, t), _answered_before(one, t)),
            cell(_since(record, one, t)) if since else cell(*_when(record, one, t, before=True)),
            _status(one, t),
        )
        for one in earlier
    )
    return Table(title, columns, rows)


def _goes_on(agreement: AgreementRecord) -> bool:
    """Whether what is from before holds on: it was gone through, it is not over, and its owner has not said no."""
    left = agreement.status is None or agreement.status in SETTLED
    return agreement.carried and not left and agreement.answer is not Answer.NO


def _numbers_told(record: MeetingRecord, t: Translator) -> str:
    """Where the first numbers come from, so that nobody looks for those that are missing."""
    old = [one.number for one in record.agreements if one.carried and not one.started]
    started = [one.number for one in record.agreements if one.started]
    told = []
    if old:
        told.append(t.gettext("Nr. {numbers} er fra sidst.").format(numbers=listed(_ranges(old), t)))
    if started:
        told.append(t.gettext("Nr. {numbers} var i gang før mødet.").format(numbers=listed(_ranges(started), t)))
    return " ".join(told)


def _ranges(numbers: Iterable[int]) -> list[str]:
    """`1–5`, `7`: numbers that follow each other as one."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return [str(first) if first == last else f"{first}–{last}" for first, last in found]


def _number(agreement: AgreementRecord) -> Cell:
    return cell(str(agreement.number))


def _what(agreement: AgreementRecord, t: Translator) -> Cell:
    rank = agreement.priority
    first = "" if rank is None else t.gettext("Prioritet {rank}").format(rank=rank)
    return cell(one_line(agreement.text), Run(first, Tone.QUIET), _sign(agreement.sign, t))


def _what_before(agreement: AgreementRecord, t: Translator) -> Cell:
    """What was agreed then; what it was changed into follows where it does not stand among what is agreed now."""
    then = _then(agreement)
    now = one_line(agreement.text)
    changed = now != one_line(then.text) and not _goes_on(agreement)
    new = t.gettext("Ændret til: {text}").format(text=now) if changed else ""
    return cell(one_line(then.text), _sign(then.sign, t), Run(new))


def _then(agreement: AgreementRecord) -> EarlierWording:
    now = EarlierWording(agreement.text, agreement.start, agreement.due, agreement.sign)
    return agreement.before or now


def _sign(sign: str | None, t: Translator) -> Run:
    words = one_line(sign or "")
    return Run(t.gettext("Tegn på, at det lykkes: {sign}").format(sign=words) if words else "", Tone.QUIET)


def _who(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> Cell:
    """The owner, and in plain words when there is no yes."""
    owner = _owner(record, agreement, t)
    match agreement.answer:
        case Answer.YES:
            return cell(owner)
        case Answer.NO:
            return cell(owner, Run(t.gettext("ikke bekræftet"), Tone.STRONG))
        case Answer.CHANGE:
            return cell(owner, Run(t.gettext("rettet ved oplæsningen"), Tone.QUIET))
        case None if agreement.carried and agreement.status not in CHANGED:
            return cell(owner, Run(one_line(status_words(agreement.status or "", t)), Tone.QUIET))
        case None:
            return cell(owner, Run(t.gettext("ikke spurgt"), Tone.STRONG))
        case _:
            assert_never(agreement.answer)


def _owner(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> str:
    return named_by_id(record, agreement.owner, t) if agreement.owner else t.gettext("ingen endnu")


def _when(record: MeetingRecord, agreement: AgreementRecord, t: Translator, *, before: bool = False) -> Iterator[str]:
    """From when and by when, under each other, so that a date never breaks; of a measure since when."""
    year = record.began.year
    told = _then(agreement) if before else agreement
    first, last = told.start, told.due
    if agreement.started and first:
        yield t.gettext("i gang siden {date}").format(date=unbroken(short_date(first, t, year=year)))
        first = None
        if last is None:
            return
    ends = ((first, None), (None, last)) if first and last else ((first, last),)
    yield from (unbroken(when(start, due, t, year=year)) for start, due in ends)


def _since(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> str:
    start = _then(agreement).start
    return unbroken(short_date(start, t, year=record.began.year)) if start else ""


def _status(agreement: AgreementRecord, t: Translator) -> Cell:
    """How it went, what was said of it, and what its owner answered today."""
    status = one_line(status_words(agreement.status or "", t)) or t.gettext("ikke gennemgået")
    return cell(status, Run(one_line(agreement.result or ""), Tone.QUIET), _answered(agreement, t))


def _answered_before(agreement: AgreementRecord, t: Translator) -> Run:
    """What the owner said of it last time, where that is known."""
    match agreement.answered_before:
        case Answer.NO:
            return Run(t.gettext("sidst: ikke bekræftet"), Tone.QUIET)
        case Answer.CHANGE:
            return Run(t.gettext("sidst: rettet ved oplæsningen"), Tone.QUIET)
        case Answer.YES:
            return Run(t.gettext("sidst: ja"), Tone.QUIET)
        case None:
            return Run("")
        case _:
            assert_never(agreement.answered_before)


def _answered(agreement: AgreementRecord, t: Translator) -> Run:
    match agreement.answer:
        case Answer.YES:
            return Run(t.gettext("svar: ja"), Tone.QUIET)
        case Answer.NO:
            return Run(t.gettext("svar: nej"), Tone.STRONG)
        case Answer.CHANGE:
            return Run(t.gettext("svar: ny tekst"), Tone.QUIET)
        case None:
            return Run("")
        case _:
            assert_never(agreement.answer)
