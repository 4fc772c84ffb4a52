"""The deviations from the rules of the method, in words a family can read, with the reason given for each."""

from collections.abc import Iterator

from netmoede_desktop.documents.content.agreements.agreements import numbers_listed
from netmoede_desktop.documents.content.blocks import Block, Heading, ListBlock, plain
from netmoede_desktop.documents.content.clean import bound, one_line, sentence
from netmoede_desktop.documents.content.minutes.rounds import part_title
from netmoede_desktop.domain.agreements.agreements import Agreement
from netmoede_desktop.domain.agreements.follow_up import FollowUpCode
from netmoede_desktop.domain.meeting.closing import (
    NOT_IN_ANY_ORDER,
    PARENTS_ABSENT,
    STOPPED_EARLY,
    MissingCode,
    missing_of_agreements,
)
from netmoede_desktop.domain.meeting.slippage import OVER_HARD_LIMIT
from netmoede_desktop.domain.methods.method import FollowUpRule
from netmoede_desktop.domain.minutes.record import AgreementRecord, MeetingRecord
from netmoede_desktop.localization.catalogue import Translator, translatable

_WEEK = 7

#: The codes of `overridden` (README.md): what was missing at the end, and what the meeting as a whole did. Numbers
#: stand in place of these words where they are known; what was missing may have been put in afterwards.
_WORDS = {
    MissingCode.AGREEMENT_WITHOUT_OWNER: translatable(
        "Da mødet sluttede, var der en aftale, som ingen havde taget endnu."
    ),
    MissingCode.AGREEMENT_WITHOUT_DATE: translatable("Da mødet sluttede, var der en aftale uden dato."),
    MissingCode.AGREEMENT_WITHOUT_ANSWER: translatable(
        "Da mødet sluttede, var der en aftale, som ingen havde sagt ja eller nej til."
    ),
    MissingCode.AGREEMENT_WITHOUT_STATUS: translatable("Der var en aftale fra sidst, som vi ikke fik talt om."),
    MissingCode.FOLLOW_UP_MISSING: translatable("Vi fik ikke aftalt et nyt møde."),
    MissingCode.FOLLOW_UP_REASON_MISSING: translatable("Vi skrev ikke, hvorfor der ikke er et nyt møde."),
    MissingCode.CHILD_NOT_ASKED: translatable("Barnet blev ikke spurgt til sidst."),
    MissingCode.NOT_EVERYONE_OFFERED: translatable("Ikke alle fik tilbudt ordet i alle runder."),
    MissingCode.EXPERIENCE_MISSING: translatable("Familien blev ikke spurgt, hvordan mødet var."),
    MissingCode.BOARD_NOT_SUMMARISED: translatable("Vi samlede ikke op på tavlen."),
    NOT_IN_ANY_ORDER: translatable("Ikke alle havde en plads i metodens talerække. De fik ordet sidst i runderne."),
    PARENTS_ABSENT: translatable("Ingen af forældrene var med på mødet."),
    FollowUpCode.TOO_EARLY: translatable("Næste møde er tidligere, end metoden siger."),
    FollowUpCode.TOO_LATE: translatable("Næste møde er senere, end metoden siger."),
    OVER_HARD_LIMIT: translatable("Mødet var sat til at vare længere, end metoden siger."),
    STOPPED_EARLY: translatable("Mødet sluttede før tid."),
}


def done_differently(record: MeetingRecord, t: Translator) -> Iterator[Block]:
    """*Det gjorde vi anderledes*: the deviations, each with its reason; those with the same reason share it.

    That the meeting ended early has a heading of its own.
    """
    by_reason = _by_reason(record, t)
    without = by_reason.pop("", [])
    why = t.gettext("Grunden er: {reason}")
    lines = [" ".join((*said, why.format(reason=sentence(reason)))) for reason, said in by_reason.items()] + without
    if lines:
        yield Heading(2, t.gettext("Det gjorde vi anderledes"))
        yield ListBlock(tuple(plain(line) for line in lines))


def in_words(code: str, t: Translator) -> str:
    """The sentence for a rule that was overridden; a code without one is printed as such, never hidden."""
    words = _WORDS.get(code)
    if words:
        return t.gettext(words)
    return t.gettext("En regel for mødet blev ikke fulgt ({code}).").format(code=one_line(code))


def _by_reason(record: MeetingRecord, t: Translator) -> dict[str, list[str]]:
    """The sentences by the reason that was given for them, "" for none."""
    reasons = {code: one_line(reason) for code, reason in record.reasons}
    found: dict[str, list[str]] = {}
    for code in record.overridden:
        if code != STOPPED_EARLY:
            found.setdefault(reasons.get(code, ""), []).append(_sentence(record, code, t) or in_words(code, t))
    left_out = [one.title for one in record.parts if one.dropped and not one.rests]
    for title in left_out:
        found.setdefault("", []).append(t.gettext("Vi sprang »{part}« over.").format(part=part_title(title)))
    return found


def _sentence(record: MeetingRecord, code: str, t: Translator) -> str:
    """The rule with its figures, or "" where they are not known."""
    match code:
        case FollowUpCode.TOO_EARLY | FollowUpCode.TOO_LATE:
            return _outside_window(record, t)
        case _ if code == OVER_HARD_LIMIT:
            return _over_limit(record, t)
        case _:
            return _open_agreements(record, code, t)


def _outside_window(record: MeetingRecord, t: Translator) -> str:
    """The distance to the next meeting, and the method's rule for it."""
    rule, agreed = record.follow_up_rule, record.follow_up
    if rule is None or agreed is None or agreed.at is None:
        return ""
    away = _time((agreed.at.date() - record.began.date()).days, t)
    template = t.gettext("Der går {time} til næste møde. Metoden siger {window}.")
    return bound(template.format(time=away, window=_window(rule, t)))


def _over_limit(record: MeetingRecord, t: Translator) -> str:
    minutes, limit = record.planned_minutes + record.extra_minutes, record.hard_limit
    if limit is None or minutes <= limit:
        return ""
    template = t.gettext("Mødet var sat til {minutes} minutter. Metoden siger højst {limit}.")
    return bound(template.format(minutes=minutes, limit=limit))


def _open_agreements(record: MeetingRecord, code: str, t: Translator) -> str:
    """The agreements that lack it, by number; of a date, whether it is the last day alone."""
    lacking = missing_of_agreements(map(_agreement, record.agreements), deadline_always=record.deadline_always)
    open_ones = {int(one.subject or 0) for one in lacking if one.code == code}
    found = [one for one in record.agreements if one.number in open_ones]
    if not found:
        return ""
    numbers, n = numbers_listed((one.number for one in found), t), len(found)
    match code:
        case MissingCode.AGREEMENT_WITHOUT_OWNER:
            template = t.ngettext(
                "{n} aftale har ingen ansvarlig endnu: nr. {numbers}.",
                "{n} aftaler har ingen ansvarlig endnu: nr. {numbers}.",
                n,
            )
        case MissingCode.AGREEMENT_WITHOUT_ANSWER:
            template = t.ngettext(
                "{n} aftale er der ikke sagt ja eller nej til: nr. {numbers}.",
                "{n} aftaler er der ikke sagt ja eller nej til: nr. {numbers}.",
                n,
            )
        case MissingCode.AGREEMENT_WITHOUT_STATUS:
            template = t.gettext("Nr. {numbers} fra sidst fik vi ikke talt om.")
        case _:
            return _undated(record, found, t)
    return bound(template.format(n=n, numbers=numbers))


def _undated(record: MeetingRecord, found: list[AgreementRecord], t: Translator) -> str:
    """A missing last day, where the method asks for one or there is a first day; else a missing date."""
    half = [one.number for one in found if record.deadline_always or one.start]
    bare = [one.number for one in found if one.number not in half]
    lists = (
        (half, t.gettext("Nr. {numbers} har ingen sidste dag.")),
        (bare, t.gettext("Nr. {numbers} har ingen dag.")),
    )
    return bound(" ".join(words.format(numbers=numbers_listed(those, t)) for those, words in lists if those))


def _agreement(one: AgreementRecord) -> Agreement:
    """The agreement as the rules of closing look at it."""
    return Agreement(
        one.number,
        one.text,
        one.owner,
        one.start,
        one.due,
        answer=one.answer,
        status=one.status,
        carried=one.carried,
    )


def _time(days: int, t: Translator) -> str:
    """`8 uger`, `30 dage`."""
    if days >= _WEEK and days % _WEEK == 0:
        return t.ngettext("{n} uge", "{n} uger", days // _WEEK).format(n=days // _WEEK)
    return t.ngettext("{n} dag", "{n} dage", days).format(n=days)


def _window(rule: FollowUpRule, t: Translator) -> str:
    """`6 til 10 uger`, `tidligst 30 dage`, `senest 90 dage`."""
    first, last = rule.earliest_days, rule.latest_days
    if first is None or last is None:
        words = t.gettext("senest {time}") if first is None else t.gettext("tidligst {time}")
        return words.format(time=_time(first or last or 0, t))
    if first % _WEEK == last % _WEEK == 0:
        return t.gettext("{first} til {last} uger").format(first=first // _WEEK, last=last // _WEEK)
    return t.gettext("{first} til {last} dage").format(first=first, last=last)
