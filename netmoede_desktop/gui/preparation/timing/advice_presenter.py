"""The cards of *Det kan du gøre*: each advice with its button, and each choice that is made with its undo."""

from dataclasses import dataclass

from netmoede_desktop.domain.methods.fitting import mergeable_rounds
from netmoede_desktop.domain.preparation.feasibility import Advice, AdviceKind
from netmoede_desktop.gui.preparation.timing.time_presenter import TimeView
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.feasibility_wording import advice_price, advice_title
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.localization.quoting import between_marks
from netmoede_desktop.services.preparation.edit_plan import MeetingChange, PlannedMeeting


@dataclass(frozen=True, slots=True)
class AdviceCard:
    """One advice: `change` is made by its button; without one the button leads to the list of people.

    `action` is the button's label, "" where there is nothing to press.
    """

    title: str
    price: str
    action: str
    change: MeetingChange | None


@dataclass(frozen=True, slots=True)
class ChoiceMade:
    """A choice that shortens or lengthens the meeting, with the change that undoes it and the button's label."""

    sentence: str
    action: str
    undo: MeetingChange


def advice_cards(view: TimeView, t: Translator) -> tuple[AdviceCard, ...]:
    """Return a card for each advice."""
    return tuple(_card(one, view, t) for one in view.told.advice)


def choices_made(meeting: PlannedMeeting, length_before: int | None, t: Translator) -> tuple[ChoiceMade, ...]:
    """Return the choices that can be undone; `length_before` is the length before one was taken from the advice."""
    made = []
    plan = meeting.plan
    if length_before is not None:
        sentence = t.gettext("Mødet varer nu {length}.").format(length=meeting_length(plan.planned_minutes, t))
        action = t.gettext("Fortryd: {length}").format(length=meeting_length(length_before, t))
        made.append(ChoiceMade(sentence, action, MeetingChange(planned_minutes=length_before)))
    if plan.fitting is None:
        return tuple(made)
    chosen, undo = plan.fitting, t.gettext("Fortryd")
    before = {after.id: first.id for first, after in mergeable_rounds(chosen.whole)}
    for part in chosen.merged:
        sentence = t.gettext("{into} og {part} er slået sammen.")
        sentence = sentence.format(into=_named(before[part], meeting, t), part=_named(part, meeting, t))
        left = tuple(other for other in chosen.merged if other != part)
        made.append(ChoiceMade(sentence, undo, MeetingChange(merged=left)))
    for part in chosen.left_out:
        sentence = t.gettext("{part} bliver sprunget over.").format(part=_named(part, meeting, t))
        left = tuple(other for other in chosen.left_out if other != part)
        made.append(ChoiceMade(sentence, undo, MeetingChange(left_out=left)))
    return tuple(made)


def _card(one: Advice, view: TimeView, t: Translator) -> AdviceCard:
    chosen = view.told.frame.fitting
    action, change = _action(one, chosen.left_out, chosen.merged, t)
    title, price = advice_title(one, chosen.whole, t), advice_price(one, chosen.whole, t)
    return AdviceCard(title, price, action, change)


def _action(
    one: Advice, left_out: tuple[str, ...], merged: tuple[str, ...], t: Translator
) -> tuple[str, MeetingChange | None]:
    match one.kind:
        case AdviceKind.LONGER:
            length = meeting_length(one.minutes, t)
            return t.gettext("Vælg {length}").format(length=length), MeetingChange(planned_minutes=one.minutes)
        case AdviceKind.FEWER:
            return t.gettext("Vælg hvem …"), None
        case AdviceKind.MERGE:
            return t.gettext("Slå sammen"), MeetingChange(merged=(*merged, one.part))
        case AdviceKind.LEAVE_OUT:
            return t.gettext("Spring over"), MeetingChange(left_out=(*left_out, one.part))
        case AdviceKind.WORDS:
            return "", None


def _named(part: str, meeting: PlannedMeeting, t: Translator) -> str:
    return between_marks(short_title(meeting.plan.whole_method.part(part).title), t)
