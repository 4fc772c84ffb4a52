"""*Kan vi nå det?* in words: the verdict on a turn, and each advice with its price and what stays too short."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.domain.preparation.feasibility import READ_ALOUD, Advice, AdviceKind, RoundTime, TurnVerdict
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.localization.quoting import between_marks

_VERDICTS: Mapping[TurnVerdict, str] = {
    TurnVerdict.AMPLE: translatable("god tid"),
    TurnVerdict.SHORT: translatable("kort"),
    TurnVerdict.TOO_SHORT: translatable("for kort"),
}


def verdict_word(verdict: TurnVerdict, t: Translator) -> str:
    """Return the verdict on a turn in a word or two."""
    return t.gettext(_VERDICTS[verdict])


def advice_title(advice: Advice, method: Method, t: Translator) -> str:
    """Return the advice in a few words, without a full stop; `method` is the one with all its rounds."""
    match advice.kind:
        case AdviceKind.LONGER:
            return t.gettext("Mød i {length}").format(length=meeting_length(advice.minutes, t))
        case AdviceKind.FEWER:
            return t.ngettext("Lad {n} færre have ordet", "Lad {n} færre have ordet", advice.count).format(
                n=advice.count
            )
        case AdviceKind.MERGE:
            into, part = _named(advice.into, method, t), _named(advice.part, method, t)
            return t.gettext("Slå {into} og {part} sammen").format(into=into, part=part)
        case AdviceKind.LEAVE_OUT:
            return t.gettext("Spring {part} over").format(part=_named(advice.part, method, t))
        case AdviceKind.WORDS:
            return t.ngettext("Lad {n} sende ord på papir", "Lad {n} sende ord på papir", advice.count).format(
                n=advice.count
            )
        case _:
            assert_never(advice.kind)


def advice_price(advice: Advice, method: Method, t: Translator) -> str:
    """Return the price of the advice, the time that it gives, and what stays too short, in whole sentences."""
    return " ".join(sentence for sentence in (_cost(advice, method, t), *_effect(advice, t)) if sentence)


def round_seconds(rounds: Sequence[RoundTime], t: Translator) -> str:
    """Return rounds with the seconds each one has: `Præsentationsrunde 60 s og Slutrunde 36 s`."""
    named = [
        t.gettext("{name} {seconds} s").format(name=short_title(one.title), seconds=one.seconds_each) for one in rounds
    ]
    if len(named) < 2:
        return "".join(named)
    return t.gettext("{names} og {last}").format(names=", ".join(named[:-1]), last=named[-1])


def _cost(advice: Advice, method: Method, t: Translator) -> str:
    match advice.kind:
        case AdviceKind.LONGER:
            return ""
        case AdviceKind.FEWER:
            return t.gettext("Ordene kan sendes på papir.")
        case AdviceKind.MERGE:
            freed = _freed(advice.minutes, t)
            lost = t.gettext("{part} får ikke sin egen runde.").format(part=_named(advice.part, method, t))
            return f"{freed} {lost}"
        case AdviceKind.LEAVE_OUT:
            freed = _freed(advice.minutes, t)
            return freed + " " + t.gettext("Det spørgsmål bliver ikke stillet.")
        case AdviceKind.WORDS:
            read = t.gettext("Fyrre ord er læst højt på {seconds} sekunder.").format(seconds=READ_ALOUD)
            return read + " " + t.gettext("Skriv ordene ind under »Hvem er her?«.")
        case _:
            assert_never(advice.kind)


def _freed(minutes: int, t: Translator) -> str:
    return t.ngettext("Det giver {n} minut at dele ud.", "Det giver {n} minutter at dele ud.", minutes).format(
        n=minutes
    )


def _effect(advice: Advice, t: Translator) -> tuple[str, str]:
    """Return the rounds then long enough, and those too short all the same, as sentences; "" for none."""
    mended, short = round_seconds(advice.mended, t), round_seconds(advice.still_short, t)
    return (
        t.gettext("Til hver: {rounds}.").format(rounds=mended) if mended else "",
        t.gettext("Stadig for kort: {rounds}.").format(rounds=short) if short else "",
    )


def _named(part: str, method: Method, t: Translator) -> str:
    return between_marks(short_title(method.part(part).title), t)
