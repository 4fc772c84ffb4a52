"""The verdicts on a meeting as the panel shows them: the one must, and the rules waived, waiting and in place.

Knows no window.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from netmoede_desktop.domain.preparation.readiness.overriding import stopping, unexplained
from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, Level, PageField, State, Step, Verdict
from netmoede_desktop.gui.preparation.preparation_steps import BIRTH_YEAR, page_of, step_name
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import short_date, weekday_date
from netmoede_desktop.localization.quoting import between_marks
from netmoede_desktop.localization.readiness_wording import VerdictWords


class Sign(IntEnum):
    """How far a rule is, the worst first; the same signs before a row, a step and on the bar."""

    MUST = 0
    STALE = 1
    WAITS = 2
    OVERRIDDEN = 3
    IN_PLACE = 4


Wording = Callable[[Verdict], VerdictWords]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as a row. `signed` is the reason of a waived one with who and when, "" of every other."""

    rule: str
    sign: Sign
    name: str
    found: str
    place: PageField
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """The one card: what, why, and the act. `question` asks for the reason that opens it, "" where none does.

    `rules` are those it is about, `place` where they are mended (None: they are mended in several).
    """

    rules: tuple[str, ...]
    title: str
    why: str
    act: str = ""
    place: PageField | None = None
    waive: str = ""
    question: str = ""
    submit: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """All that the panel shows. `signs` are the blocks of its bar in order, `steps` the worst sign of each step.

    `musts` begin with the one of the card; `stopped` says what closes the start, "" where nothing does.
    """

    signs: tuple[Sign, ...] = ()
    attention: Attention | None = None
    musts: tuple[RuleRow, ...] = ()
    waived: tuple[RuleRow, ...] = ()
    waiting: tuple[RuleRow, ...] = ()
    in_place: tuple[RuleRow, ...] = ()
    steps: Mapping[Step, Sign] = field(default_factory=dict)
    stopped: str = ""

    @property
    def must_count(self) -> int:
        """How many rules have to be dealt with."""
        return self.signs.count(Sign.MUST)


#: So many of the open rules are named when one reason is asked for all of them.
_NAMED = 4

#: The blocks of the bar: what is done at the left, what is left at the right.
_BAR = (Sign.IN_PLACE, Sign.OVERRIDDEN, Sign.MUST, Sign.STALE, Sign.WAITS)


def readiness(
    verdicts: Sequence[Verdict],
    words: Wording,
    t: Translator,
    today: date,
    leads: Callable[[PageField], bool],
    first: str = "",
) -> ReadinessView:
    """Return what the panel shows of these verdicts.

    Of the musts the rule `first` comes first, then the stops, then those with a field that `leads` to.
    """
    told = [(verdict, sign_of(verdict, today)) for verdict in verdicts if verdict.state is not State.NOT_APPLICABLE]
    musts = sorted(
        (verdict for verdict, sign in told if sign is Sign.MUST),
        key=lambda one: (one.rule != first, one.level is not Level.STOP, not leads(one.place)),
    )
    rows = {sign: tuple(_row(verdict, sign, words, t, today) for verdict, own in told if own is sign) for sign in Sign}
    stopped = next(iter(stopping(verdicts)), None)
    return ReadinessView(
        signs=tuple(sorted((sign for _, sign in told), key=_BAR.index)),
        attention=_attention(musts[0], words, t) if musts else None,
        musts=tuple(_row(verdict, Sign.MUST, words, t, today) for verdict in musts),
        waived=rows[Sign.OVERRIDDEN],
        waiting=(*rows[Sign.STALE], *rows[Sign.WAITS]),
        in_place=rows[Sign.IN_PLACE],
        steps=_worst(told),
        stopped="" if stopped is None else words(stopped).headline,
    )


def sign_of(verdict: Verdict, today: date) -> Sign:
    """Return the sign of a verdict that applies; an open one that is only advice, or not due yet, waits."""
    due = verdict.finding.due
    now = verdict.level is Level.STOP or due is None or due <= today
    match verdict.state:
        case State.IN_PLACE | State.NOT_APPLICABLE:
            return Sign.IN_PLACE
        case State.OVERRIDDEN:
            return Sign.OVERRIDDEN
        case _ if now and verdict.level is not Level.ADVICE:
            return Sign.MUST
        case State.STALE:
            return Sign.STALE
        case _:
            return Sign.WAITS


def start_attention(verdicts: Sequence[Verdict], words: Wording, t: Translator) -> Attention | None:
    """Return the question before the start: a stop, one reason for all open rules, or None."""
    stops = stopping(verdicts)
    if stops:
        return _attention(stops[0], words, t)
    open_ones = unexplained(verdicts)
    if not open_ones:
        return None
    named = [words(verdict).subject for verdict in open_ones[:_NAMED]]
    others = len(open_ones) - len(named)
    if others:
        named.append(t.gettext("{n} til").format(n=others))
    return Attention(
        rules=tuple(verdict.rule for verdict in open_ones),
        title=t.ngettext("{n} ting er ikke på plads", "{n} ting er ikke på plads", len(open_ones)).format(
            n=len(open_ones)
        ),
        why=" · ".join(named),
        question=t.gettext("Hvorfor holder I mødet alligevel?"),
        submit=t.gettext("Start mødet"),
    )


def count_sentence(shown: ReadinessView, t: Translator) -> tuple[str, str, str]:
    """Return the count in words: `8 af 13`, `er på plads`, and what has to be dealt with ("" for nothing)."""
    counted = t.gettext("{n} af {total}").format(n=shown.signs.count(Sign.IN_PLACE), total=len(shown.signs))
    musts = t.ngettext("{n} skal klares", "{n} skal klares", shown.must_count).format(n=shown.must_count)
    return counted, t.gettext("er på plads"), musts if shown.must_count else ""


def _attention(verdict: Verdict, words: Wording, t: Translator) -> Attention:
    told = words(verdict)
    opens = verdict.level is not Level.STOP
    return Attention(
        rules=(verdict.rule,),
        title=told.headline,
        why=t.gettext("{why} {mend}").format(why=told.why, mend=told.mend),
        act=_act(verdict.place, t),
        place=verdict.place,
        waive=t.gettext("Hold det alligevel …") if opens else "",
        question=t.gettext("Hvorfor holder I det alligevel?") if opens else "",
        submit=t.gettext("Gem grunden") if opens else "",
    )


def _row(verdict: Verdict, sign: Sign, words: Wording, t: Translator, today: date) -> RuleRow:
    told = words(verdict)
    name = told.headline if sign in (Sign.MUST, Sign.OVERRIDDEN) else told.subject
    found = ""
    if sign is Sign.IN_PLACE:
        found = told.evidence
    elif sign in (Sign.WAITS, Sign.STALE):
        found = _until(verdict, t, today) or told.headline
    reasons = verdict.finding.evidence if sign is Sign.OVERRIDDEN else ()
    signed = " ".join(_signed(reason, t, today) for reason in reasons)
    return RuleRow(verdict.rule, sign, name, found, verdict.place, signed)


def _until(verdict: Verdict, t: Translator, today: date) -> str:
    """The last day of a *begrund* that can wait till then, "" for none."""
    due = verdict.finding.due
    if due is None or verdict.level is Level.ADVICE:
        return ""
    return t.gettext("senest {date}").format(date=weekday_date(due, t, today=today))


def _act(place: PageField, t: Translator) -> str:
    """The label of the button of the card, "" where there is no page to go to."""
    if place == BIRTH_YEAR:
        return t.gettext("Gå til sagen")
    page = page_of(place.step)
    return "" if page is None else t.gettext("Gå til {step}").format(step=step_name(page, t))


def _signed(reason: Evidence, t: Translator, today: date) -> str:
    """The reason in its own words, who gave it, and the day."""
    on = "" if reason.on is None else short_date(reason.on, t, year=today.year)
    signature = ", ".join(part for part in (reason.by, on) if part)
    quoted = between_marks(reason.what, t)
    return t.gettext("{reason} {signature}").format(reason=quoted, signature=signature) if signature else quoted


def _worst(told: Iterable[tuple[Verdict, Sign]]) -> dict[Step, Sign]:
    worst: dict[Step, Sign] = {}
    for verdict, sign in told:
        step = verdict.place.step
        worst[step] = min(worst.get(step, sign), sign)
    return worst
