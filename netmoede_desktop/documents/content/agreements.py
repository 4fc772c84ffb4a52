"""Agreements on paper: who does what and when, and whether the one who does it has said yes."""

from typing import assert_never

from netmoede_desktop.documents.content.blocks import Block, Cell, Column, Paragraph, Run, Table, Tone, cell, plain
from netmoede_desktop.documents.content.clean import one_line, unbroken
from netmoede_desktop.documents.content.people import named_by_id
from netmoede_desktop.domain.minutes import AgreementRecord, Answer, MeetingRecord
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import when
from netmoede_desktop.localization.status_wording import status_words


def agreed_today(record: MeetingRecord, t: Translator) -> Block:
    """The agreements of this meeting as a table, or a sentence that there are none."""
    today = [agreement for agreement in record.agreements if not agreement.carried]
    if not today:
        return Paragraph(plain(t.gettext("Der blev ikke lavet aftaler på mødet.")))
    columns = (
        Column(t.gettext("Nr.")),
        Column(t.gettext("Hvad"), 9),
        Column(t.gettext("Hvem"), 5),
        Column(t.gettext("Hvornår"), 3),
    )
    rows = tuple(
        (_number(agreement), _what(agreement, t), _who(record, agreement, t), _when(record, agreement, t))
        for agreement in today
    )
    return Table(t.gettext("Det aftalte vi"), columns, rows)


def carried_over(record: MeetingRecord, t: Translator) -> Table | None:
    """The agreements of last time with how it went, or None when there were none."""
    carried = [agreement for agreement in record.agreements if agreement.carried]
    if not carried:
        return None
    columns = (
        Column(t.gettext("Nr.")),
        Column(t.gettext("Hvad"), 9),
        Column(t.gettext("Hvem"), 5),
        Column(t.gettext("Hvordan gik det"), 3),
    )
    rows = tuple(
        (_number(agreement), _what(agreement, t), cell(_owner(record, agreement, t)), _status(agreement, t))
        for agreement in carried
    )
    return Table(t.gettext("Aftaler fra sidst"), columns, rows)


def _number(agreement: AgreementRecord) -> Cell:
    return cell(str(agreement.number))


def _what(agreement: AgreementRecord, t: Translator) -> Cell:
    sign = one_line(agreement.sign or "")
    shown = t.gettext("Tegn på, at det lykkes: {sign}").format(sign=sign) if sign else ""
    rank = agreement.priority
    first = "" if rank is None else t.gettext("Prioritet {rank}").format(rank=rank)
    return cell(one_line(agreement.text), Run(first, Tone.QUIET), Run(shown, Tone.QUIET))


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
        case None:
            return cell(owner, Run(t.gettext("ikke spurgt"), Tone.STRONG))
        case _:
            assert_never(agreement.answer)


def _owner(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> str:
    return named_by_id(record, agreement.owner, t) if agreement.owner else t.gettext("ingen endnu")


def _when(record: MeetingRecord, agreement: AgreementRecord, t: Translator) -> Cell:
    """From when and by when, under each other, so that a date never breaks."""
    year = record.began.year
    first, last = agreement.start, agreement.due
    ends = ((first, None), (None, last)) if first and last else ((first, last),)
    return cell(*(unbroken(when(start, due, t, year=year)) for start, due in ends))


def _status(agreement: AgreementRecord, t: Translator) -> Cell:
    status = one_line(status_words(agreement.status or "", t))
    return cell(status or t.gettext("ikke gennemgået"), Run(one_line(agreement.result or ""), Tone.QUIET))
