"""Texts about agreements: the reading of a line, remarks on it, answers and their speakers."""

from collections.abc import Iterable, Mapping
from datetime import date

from netmoede_desktop.domain.agreements.agreement_line import LineCode
from netmoede_desktop.domain.agreements.agreements import Answer, CheckCode
from netmoede_desktop.domain.privacy.guard import TAKEN_OUT, ProtectedWord
from netmoede_desktop.gui.wording.meeting_wording import full_stop
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock, weekday_date
from netmoede_desktop.localization.quoting import between_marks
from netmoede_desktop.services.meeting.view.values import AgreementView

#: `{name}` is the owner. What a chip or a column says already has no sentence of its own.
_CHECKS: Mapping[CheckCode, str] = {
    CheckCode.OWNER_NEVER_CAME: translatable("{name} er ikke kommet i dag. Vælg en, der er her."),
    CheckCode.OWNER_LEFT: translatable("{name} er gået og kan ikke sige ja i dag."),
    CheckCode.NO_DEADLINE: translatable("Hvornår skal det senest være gjort?"),
    CheckCode.DUE_BEFORE_START: translatable("Aftalen slutter, før den begynder."),
    CheckCode.DATE_IN_PAST: translatable("Datoen er passeret."),
    CheckCode.DATE_AFTER_FOLLOW_UP: translatable("Datoen ligger efter næste møde."),
    CheckCode.SAME_TEXT: translatable("Den samme aftale står der allerede."),
    CheckCode.FOURTH_ON_PARENT: translatable("{name} har nu mange aftaler. Kan en anden tage den her?"),
    CheckCode.CHILD_ALONE: translatable("Hvem af de voksne hjælper {name}?"),
    CheckCode.NONE_ON_PROFESSIONAL: translatable("Ingen af fagpersonerne har en aftale endnu."),
}

_OWNER_DOUBTS: Mapping[LineCode, str] = {
    LineCode.OWNER_IS_VI: translatable("hvem af jer?"),
    LineCode.OWNER_UNCLEAR: translatable("hvem mener du?"),
    LineCode.OWNER_SHARED: translatable("hvem? én skal stå for den"),
    LineCode.OWNER_UNKNOWN: translatable("hvem? vælg en, der er med"),
}
_DATE_DOUBTS: Mapping[LineCode, str] = {
    LineCode.DATE_IMPOSSIBLE: translatable("hvornår? den dag findes ikke"),
    LineCode.DATE_NOT_ON_THAT_WEEKDAY: translatable("hvornår? datoen er en anden ugedag"),
    LineCode.DATE_TWICE: translatable("hvornår? der står flere datoer"),
    LineCode.DATE_UNCLEAR: translatable("hvornår? det kan være flere dage"),
    LineCode.DATE_VAGUE: translatable("hvornår? skriv en dag"),
}
#: Codes that ask who the owner is; the others ask when.
OWNER_CODES = frozenset(_OWNER_DOUBTS)


def owner_chip(name: str, codes: Iterable[LineCode], t: Translator) -> str:
    """Return what the chip of the owner says; `name` is "" while there is none."""
    if name:
        return t.gettext("hvem: {name}").format(name=name)
    return t.gettext(_first(_OWNER_DOUBTS, codes) or translatable("hvem?"))


def when_chip(start: date | None, due: date | None, codes: Iterable[LineCode], today: date, t: Translator) -> str:
    """Return what the chip of the dates says."""
    first = "" if start is None else weekday_date(start, t, today=today)
    last = "" if due is None else weekday_date(due, t, today=today)
    if first and last:
        return t.gettext("fra {first}, senest {last}").format(first=first, last=last)
    if first:
        return t.gettext("fra: {date}").format(date=first)
    if last:
        return t.gettext("senest: {date}").format(date=last)
    return t.gettext(_first(_DATE_DOUBTS, codes) or translatable("hvornår?"))


def sign_chip(sign: str | None, t: Translator) -> str:
    """Return what the chip of the sign says."""
    return t.gettext("tegn: {sign}").format(sign=sign) if sign else t.gettext("tegn på, at det lykkes?")


def owner_question(codes: Iterable[LineCode], t: Translator) -> str:
    """Return the question beside the people who may be meant."""
    if LineCode.OWNER_SHARED in codes:
        return t.gettext("Hvem af dem står for aftalen?")
    return t.gettext("Hvem mener du?")


def check_remarks(codes: Iterable[CheckCode], name: str, t: Translator) -> tuple[str, ...]:
    """Return the remarks, without those shown elsewhere anyway; `name` is the owner's."""
    return tuple(t.gettext(_CHECKS[code]).format(name=name) for code in codes if code in _CHECKS)


def room_remark(words: Iterable[ProtectedWord], t: Translator) -> str:
    """Return what the room sees instead of protected words, "" where there are none."""
    found = list(dict.fromkeys(word.text for word in words))
    if not found:
        return ""
    quoted = ", ".join(between_marks(word, t) for word in found)
    return t.gettext("Rummet ser »{shown}« i stedet for {words}.").format(shown=TAKEN_OUT, words=quoted)


def answer_word(agreement: AgreementView, t: Translator) -> str:
    """Return the answer as one or two words; a missing answer as the thing to do."""
    match agreement.answer:
        case Answer.YES:
            return t.gettext("ja")
        case Answer.NO:
            return t.gettext("nej")
        case Answer.CHANGE:
            return t.gettext("spørg igen")
        case None:
            return t.gettext("ikke spurgt")


def answer_sentence(agreement: AgreementView, t: Translator) -> str:
    """Return the answer and its time, or the question, as shown under the agreement being read aloud."""
    if agreement.owner is None:
        return t.gettext("Vælg først, hvem der gør det. Så kan den, der har aftalen, svare.")
    if agreement.answer is None or agreement.answered_at is None:
        return t.gettext("Er det det, du siger ja til?")
    sentences = {
        Answer.YES: translatable("Ja, sagt kl. {time}"),
        Answer.CHANGE: translatable("Rettet kl. {time}. Læs den op igen."),
        Answer.NO: translatable("Nej, sagt kl. {time}. Den står som ikke bekræftet."),
    }
    return t.gettext(sentences[agreement.answer]).format(time=clock(agreement.answered_at))


def agreement_answered(agreement: AgreementView, t: Translator) -> str:
    """Return which agreement was answered, and how."""
    answer = full_stop(answer_sentence(agreement, t))
    return t.gettext("Aftale {number}: {answer}").format(number=agreement.number, answer=answer)


def agreement_written(number: int, t: Translator) -> str:
    """Return that an agreement is in the list, and what comes next."""
    return t.gettext("Aftale {number} er skrevet. Læs den højt.").format(number=number)


def waiting_lines(count: int, t: Translator) -> str:
    """Return how many pasted lines wait to become agreements."""
    return t.ngettext("{n} linje mere venter", "{n} linjer mere venter", count).format(n=count)


def _first(sentences: Mapping[LineCode, str], codes: Iterable[LineCode]) -> str:
    return next((sentences[code] for code in codes if code in sentences), "")
