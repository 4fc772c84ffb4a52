"""Agreements on paper: the present ones, the results of those from before, and whether the owner has said yes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from netmoede_desktop.documents.content.blocks import (
    Block,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TextTone,
    cell,
    plain,
)
from netmoede_desktop.documents.content.clean import one_line, unbroken
from netmoede_desktop.documents.content.people import listed, named_by_id
from netmoede_desktop.domain.agreements.agreements import CHANGED, NOT_REACHED, SETTLED, Answer, present_status
from netmoede_desktop.domain.minutes.record import AgreementRecord, EarlierWording, MeetingRecord
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import short_date, when

#: What is said of an agreement from before that holds on, by its status; an own one of a method is told as it is.
_HOLDS_ON = {
    "i gang": translatable("Aftalen er i gang."),
    NOT_REACHED: translatable("Aftalen blev ikke nået, men gælder stadig."),
    "fortsætter": translatable("Aftalen fortsætter."),
}


def agreed_now(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """The agreements in force when the meeting ends: those going on from before and new ones; a sentence for none."""
    now = [agreement for agreement in record.agreements if not agreement.carried or _goes_on(agreement)]
    if not now:
        yield Paragraph(plain(t.gettext("Der blev ikke lavet aftaler på mødet.")))
        return
    numbers = _numbers_from_before(now, t)
    if numbers:
        yield Paragraph((Run(numbers, TextTone.QUIET),), leads=True)
    columns = (
        TableColumn(t.gettext("Nr.")),
        TableColumn(t.gettext("Hvad"), 9),
        TableColumn(t.gettext("Hvem"), 5),
        TableColumn(t.gettext("Hvornår"), 3),
    )
    rows = tuple((_number(one), _what(one, t), _who(record, one, t), cell(*_when(record, one, t))) for one in now)
    yield Table(t.gettext("Det aftalte vi"), columns, rows)


def earlier_tables(record: MeetingRecord, t: Translator) -> Iterator[Table]:
    """The agreements from before as they then were, with their results: the measures that had begun before the first
    meeting, since when, and the agreements of last time; no table for an empty list.
    """
    started = [agreement for agreement in record.agreements if agreement.started]
    carried = [agreement for agreement in record.agreements if agreement.carried and not agreement.started]
    titles = (t.gettext("Det var allerede i gang"), t.gettext("Aftaler fra sidst"))
    for title, earlier in zip(titles, (started, carried), strict=True):
        if earlier:
            yield _earlier(record, earlier, title, t)


def _earlier(record: MeetingRecord, earlier: Sequence[AgreementRecord], title: str, t: Translator) -> Table:
    since = all(one.started and _then(one).start and not _then(one).due for one in earlier)
    columns = (
        TableColumn(t.gettext("Nr.")),
        TableColumn(t.gettext("Hvad"), 8),
        TableColumn(t.gettext("Hvem"), 5),
        TableColumn(t.gettext("I gang siden") if since else t.gettext("Hvornår"), 3),
        TableColumn(t.gettext("Status"), 4),
    )
    rows = tuple(
        (
            _number(one),
            _what_before(one, t),
            cell(_owner(record, one, t)),
            cell(_since(record, one, t)) if since else cell(*_when(record, one, t, before=True)),
            _status(one, t),
        )
        for one in earlier
    )
    return Table(title, columns, rows)


def _goes_on(agreement: AgreementRecord) -> bool:
    """Return True if an agreement from before holds on: it is not settled, and not answered with no."""
    return agreement.carried and agreement.status not in SETTLED and agreement.answer is not Answer.NO


def _numbers_from_before(shown: Sequence[AgreementRecord], t: Translator) -> str:
    """The sentences on which numbers of this list are from before."""
    old = [one.number for one in shown if one.carried and not one.started]
    started = [one.number for one in shown if one.started]
    lines = []
    if old:
        lines.append(t.gettext("Nr. {numbers} er fra sidst.").format(numbers=numbers_listed(old, t)))
    if started:
        lines.append(t.gettext("Nr. {numbers} var i gang før mødet.").format(numbers=numbers_listed(started, t)))
    return " ".join(lines)


def numbers_listed(numbers: Iterable[int], t: Translator) -> str:
    """`2`, `2 og 4`, `1–5 og 7`: at least one number, three or more that follow each other as one."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    runs: list[str] = []
    for first, last in found:
        runs += [f"{first}–{last}"] if last - first > 1 else [str(number) for number in range(first, last + 1)]
    return listed(runs, t)


def _number(agreement: AgreementRecord) -> TableCell:
    return cell(str(agreement.number))


def _what(agreement: AgreementRecord, t: Translator) -> TableCell:
    rank = agreement.priority
    first = "" if rank is None else t.gettext("Prioritet {rank}").format(rank=rank)
    state = " ".join(_state_of(agreement, t))
    return cell(
        one_line(agreement.text), Run(first, TextTone.QUIET), _sign(agreement.sign, t), Run(state, TextTone.QUIET)
    )


def _state_of(agreement: AgreementRecord, t: Translator) -> Iterator[str]:
    """The state of one from before, and whether it was reworded when it was read aloud."""
    status = None if agreement.status is None else present_status(agreement.status)
    changed = status in CHANGED
    if agreement.carried and status is None:
        answered = agreement.answer is not None
        yield t.gettext("Aftalen gælder stadig.") if answered else t.gettext("Ikke gennemgået, gælder stadig.")
    elif agreement.carried and changed:
        yield t.gettext("Aftalen er ændret.")
    elif agreement.carried and status in _HOLDS_ON:
        yield t.gettext(_HOLDS_ON[status])
    elif agreement.carried:
        yield t.gettext("Status på aftalen: {status}.").format(status=one_line(status or ""))
    if agreement.answer is Answer.CHANGE and not (agreement.carried and changed):
        yield t.gettext("Teksten blev rettet, da aftalen blev læst op.")


def _what_before(agreement: AgreementRecord, t: Translator) -> TableCell:
    """The agreement as it was then; its new text follows where it is not among the present ones."""
    then = _then(agreement)
    now = one_line(agreement.text)
    changed = now != one_line(then.text) and not _goes_on(agreement)
    new = t.gettext("Ændret til: {text}").format(text=now) if changed else ""
    return cell(one_line(then.text), _sign(then.sign, t), Run(new), Run(_answered_before(agreement, t), TextTone.QUIET))


def _then(agreement: AgreementRecord) -> EarlierWording:
    now = EarlierWording(agreement.text, agreement.start, agreement.due, agreement.sign)
    return agreement.before or now


def _sign(sign: str | None, t: Translator) -> Run:
    words = one_line(sign or "")
    return Run(t.gettext("Tegn på, at det lykkes: {sign}").format(sign=words) if words else "", TextTone.QUIET)


def _who(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> TableCell:
    """The owner, and in plain words when there is no yes; one going on unchanged was answered last time."""
    unasked = agreement.answer is None and (not agreement.carried or agreement.status in CHANGED)
    no = t.gettext("ikke bekræftet") if agreement.answer is Answer.NO else ""
    return cell(_owner(record, agreement, t), Run(t.gettext("ikke spurgt") if unasked else no, TextTone.STRONG))


def _owner(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> str:
    return named_by_id(record, agreement.owner, t) if agreement.owner else t.gettext("ingen endnu")


def _when(record: MeetingRecord, agreement: AgreementRecord, t: Translator, *, before: bool = False) -> Iterator[str]:
    """From when and by when, under each other, so that a date never breaks; of a measure since when."""
    year = record.began.year
    dated = _then(agreement) if before else agreement
    first, last = dated.start, dated.due
    if first and first == last and not agreement.started:
        yield unbroken(short_date(first, t, year=year))
        return
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


def _status(agreement: AgreementRecord, t: Translator) -> TableCell:
    """The result, the remark on it, and whether its owner goes on with it; one that is settled asks for nothing."""
    status = one_line(present_status(agreement.status or ""))
    answered = Run("") if agreement.status in SETTLED else _answered(agreement, t)
    none = "" if answered.text else t.gettext("ikke gennemgået")
    return cell(status or none, Run(one_line(agreement.result or ""), TextTone.QUIET), answered)


def _answered_before(agreement: AgreementRecord, t: Translator) -> str:
    """The owner's answer last time, where that is known."""
    match agreement.answered_before:
        case Answer.NO:
            return t.gettext("Sidst blev aftalen ikke bekræftet.")
        case Answer.CHANGE:
            return t.gettext("Sidst blev teksten rettet, da aftalen blev læst op.")
        case Answer.YES:
            return t.gettext("Sidst blev der sagt ja til aftalen.")
        case None:
            return ""
        case _:
            assert_never(agreement.answered_before)


def _answered(agreement: AgreementRecord, t: Translator) -> Run:
    """The owner's answer: to going on, or to the change."""
    changed = agreement.status in CHANGED
    match agreement.answer:
        case Answer.YES:
            return Run(t.gettext("ja til ændringen") if changed else t.gettext("ja til at gå videre"), TextTone.QUIET)
        case Answer.NO:
            return Run(
                t.gettext("nej til ændringen") if changed else t.gettext("nej til at gå videre"), TextTone.STRONG
            )
        case Answer.CHANGE:
            return Run(t.gettext("har fået ny tekst"), TextTone.QUIET)
        case None:
            return Run("")
        case _:
            assert_never(agreement.answer)
