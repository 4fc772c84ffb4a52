"""The findings of the rules of readiness in words: the gap, why it is asked, what to do, or the evidence.

The windows and the command line say the same. A sentence has at most `LONGEST` characters with everyday names; names
and what people said are cut where they are longer, but never the reason of somebody who set a rule aside.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, RuleFinding, State, Verdict
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock, short_date
from netmoede_desktop.localization.quoting import between_marks
from netmoede_desktop.localization.readiness.case_words import CASE_WORDS
from netmoede_desktop.localization.readiness.child_words import CHILD_WORDS
from netmoede_desktop.localization.readiness.frame_words import FRAME_WORDS
from netmoede_desktop.localization.readiness.law_words import LAW_WORDS
from netmoede_desktop.localization.readiness.people_words import PEOPLE_WORDS
from netmoede_desktop.localization.readiness.rule_words import RuleWords

#: Characters of a sentence with everyday names.
LONGEST: Final = 90

_LONGEST_NAME: Final = 22
_LONGEST_QUOTE: Final = 48
_NAMES_SHOWN: Final = 2

WORDS: Mapping[str, RuleWords] = {**LAW_WORDS, **CASE_WORDS, **CHILD_WORDS, **PEOPLE_WORDS, **FRAME_WORDS}

#: What stands in a finding by its key, and is said in the reader's words.
_SPOKEN: Mapping[str, str] = {
    "before": translatable("før"),
    "during": translatable("under"),
    "after": translatable("efter"),
    "indkaldelse": translatable("indkaldelse"),
    "dagsorden": translatable("dagsorden"),
    "ledelse": translatable("ledelse"),
    "referat": translatable("referat"),
}


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The words of one verdict.

    `subject` names the matter, `headline` the gap ("" where there is none), both without a full stop.
    `why` and `mend` are whole sentences. `evidence` says what a met, aged or waived rule rests on, "" otherwise.
    """

    subject: str
    headline: str
    why: str
    mend: str
    evidence: str


def verdict_words(verdict: Verdict, child: str, t: Translator, today: date) -> VerdictWords:
    """Return the words of a verdict on a meeting about a child; a day of another year than today's has its year."""
    words, finding = WORDS[verdict.rule], verdict.finding
    values = {**_values(finding, t, today), "child": _cut(child, _LONGEST_NAME)}
    settled = finding.state in (State.IN_PLACE, State.NOT_APPLICABLE)
    return VerdictWords(
        subject=t.gettext(words.subject).format_map(values),
        headline="" if settled else t.gettext(_by_code(words.missing, finding.code)).format_map(values),
        why=t.gettext(words.why).format_map(values),
        mend="" if settled else t.gettext(_by_code(words.mend, finding.code)).format_map(values),
        evidence=_evidence(words, finding, values, t, today),
    )


def _by_code(sentences: Mapping[str, str], code: str) -> str:
    return sentences[code] if code in sentences else sentences[""]


def _evidence(words: RuleWords, finding: RuleFinding, values: Mapping[str, str], t: Translator, today: date) -> str:
    match finding.state:
        case State.IN_PLACE:
            own = words.met.get(finding.code)
            return _rests_on(finding, values, t, today) if own is None else t.gettext(own).format_map(values)
        case State.STALE:
            return _rests_on(finding, values, t, today)
        case State.OVERRIDDEN:
            return "" if not finding.evidence else _said(finding.evidence[0], t, today)
        case _:
            return ""


def _rests_on(finding: RuleFinding, values: Mapping[str, str], t: Translator, today: date) -> str:
    """The evidence in one line: who, when, what; the names it holds for; or that there is nothing to say."""
    first = finding.evidence[0] if finding.evidence else Evidence("")
    if first.by or first.on is not None or first.what:
        return _said(Evidence(_cut(first.what, _LONGEST_QUOTE), _cut(first.by, _LONGEST_NAME), first.on), t, today)
    return values["names"] or t.gettext("I orden")


def _said(evidence: Evidence, t: Translator, today: date) -> str:
    day = "" if evidence.on is None else short_date(evidence.on, t, year=today.year)
    who = ", ".join(part for part in (evidence.by, day) if part)
    if not evidence.what:
        return who
    if not who:
        return evidence.what
    return t.gettext("{who}: {words}").format(who=who, words=between_marks(evidence.what, t))


def _values(finding: RuleFinding, t: Translator, today: date) -> dict[str, str]:
    """The values a sentence can name, each ready to be read."""
    first = finding.evidence[0] if finding.evidence else Evidence("")
    values = {
        "names": "",
        "by": _cut(first.by, _LONGEST_NAME),
        "what": _cut(first.what, _LONGEST_QUOTE),
        "day": "" if first.on is None else short_date(first.on, t, year=today.year),
    }
    for key, value in finding.values.items():
        match value:
            case datetime():
                values["time"] = clock(value)
            case date():
                values["day"] = short_date(value, t, year=today.year)
            case tuple():
                values["names" if key == "people" else key] = _listed([str(one) for one in value], t)
            case int() if key == "count":
                values["n"] = str(value)
            case _:
                values[key] = _cut(str(value), _LONGEST_NAME)
    return values


def _listed(names: list[str], t: Translator) -> str:
    """The first names and how many more: `Kirsten, Jonas og 3 til`."""
    shown = [_cut(t.gettext(_SPOKEN[name]) if name in _SPOKEN else name, _LONGEST_NAME) for name in names]
    more = len(shown) - _NAMES_SHOWN
    if more > 1:
        shown = [*shown[:_NAMES_SHOWN], t.gettext("{n} til").format(n=more)]
    if len(shown) < _NAMES_SHOWN:
        return "".join(shown)
    return t.gettext("{first} og {last}").format(first=", ".join(shown[:-1]), last=shown[-1])


def _cut(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
