"""Texts of the room's window around the people's own words: everyday language, never a number of seconds."""

from datetime import date, time
from typing import assert_never

from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, full_date, when
from netmoede_desktop.services.room.audience import AudienceAgreement, AudiencePause, AudienceView, CurtainReason, Scene


def window_title(t: Translator) -> str:
    """Return the title of the window, independent of its contents."""
    return t.gettext("Fællesskærm")


def has_the_word(t: Translator) -> str:
    """Return the line below the speaker's name."""
    return t.pgettext("fællesskærm", "har ordet")


def reads_for(reader: str, t: Translator) -> str:
    """Return the line above a name when `reader` reads for that person."""
    return t.gettext("{name} læser op for").format(name=reader)


def coming(view: AudienceView, t: Translator) -> str:
    """Return the line of the next speakers, "" if there is none."""
    if not view.then:
        return ""
    names = ", ".join(view.then)
    if view.speaker:
        return t.gettext("Derefter: {names}").format(names=names)
    return t.gettext("Næste: {names}").format(names=names)


def below(view: AudienceView, t: Translator) -> str:
    """Return the bottom line: the next speakers at the table, the next meeting at the agreements, else ""."""
    match view.scene:
        case Scene.TABLE:
            return coming(view, t)
        case Scene.AGREEMENTS:
            return thanks_words(view.next_meeting, view.next_meeting_at, t)[1].rstrip(".")
        case _:
            return ""


def day_words(view: AudienceView, t: Translator) -> tuple[str, str, str]:
    """Return the line above the next meeting, its day in large letters, and its time and place.

    Until it is agreed only the question, in large letters.
    """
    question = view.question or t.gettext("Hvornår ses vi igen?")
    if view.no_next_meeting:
        return question, t.gettext("Vi aftaler ikke et nyt møde i dag"), ""
    if view.next_meeting is None:
        return "", question, ""
    at = view.next_meeting_at
    hour = "" if at is None else t.gettext("kl. {time}").format(time=clock(at))
    place = "" if view.next_meeting_place is None else view.next_meeting_place.text
    return (
        question,
        full_date(view.next_meeting, t),
        " · ".join(part for part in (hour, place) if part),
    )


def times(view: AudienceView, t: Translator) -> str:
    """Return the line with the times of the pause and of the end."""
    if view.ends_at is None:
        end = t.gettext("Vi slutter lidt senere end aftalt")
    else:
        end = t.gettext("Vi slutter kl. {end}").format(end=clock(view.ends_at))
    if view.pause_at is None:
        return end
    return t.gettext("Pause kl. {pause} · {end}").format(pause=clock(view.pause_at), end=end)


def welcome(t: Translator) -> str:
    """Return the greeting of a method without one of its own."""
    return t.gettext("Velkommen")


def here_for(child: str, t: Translator) -> str:
    """Return whom the meeting is about, "" if unknown."""
    return t.gettext("Vi er her for {name}.").format(name=child) if child else ""


def pause_words(pause: AudiencePause | None, t: Translator) -> tuple[str, str]:
    """Return heading and line of a pause."""
    back_at: time | None = None if pause is None else pause.back_at
    line = "" if back_at is None else t.gettext("Vi fortsætter kl. {time}.").format(time=clock(back_at))
    return t.gettext("Pause"), line


def thanks_words(day: date | None, at: time | None, t: Translator) -> tuple[str, str]:
    """Return heading and line of the goodbye."""
    heading = t.gettext("Tak for i dag")
    if day is None:
        return heading, ""
    if at is None:
        return heading, t.gettext("Vi ses igen {date}.").format(date=full_date(day, t))
    return heading, t.gettext("Vi ses igen {date} kl. {time}.").format(date=full_date(day, t), time=clock(at))


def agreements_heading(t: Translator) -> str:
    """Return the heading of the agreements of a method without one of its own."""
    return t.gettext("Det aftaler vi")


def agreement_line(agreement: AudienceAgreement, t: Translator) -> str:
    """Return owner and date, "" if neither is known."""
    dated = agreement.start is not None or agreement.due is not None
    parts = (agreement.owner, when(agreement.start, agreement.due, t) if dated else "")
    return " · ".join(part for part in parts if part)


def agreement_sign(agreement: AudienceAgreement, t: Translator) -> str:
    """Return the sign that the agreement works, "" if there is none."""
    return "" if agreement.sign is None else t.gettext("Tegn: {sign}").format(sign=agreement.sign.text)


def agreement_answer(agreement: AudienceAgreement, t: Translator) -> str:
    """Return the sentence on the owner's yes, "" before it is given."""
    if not agreement.agreed or not agreement.owner:
        return ""
    return t.gettext("{name} har sagt ja").format(name=agreement.owner)


def more_lines(count: int, t: Translator) -> str:
    """Return the line that counts the lines not shown, "" if `count` is 0."""
    return t.ngettext("og {n} mere", "og {n} mere", count).format(n=count) if count else ""


def only_screen(t: Translator) -> str:
    """Return the strip of an ordinary window on the only screen."""
    return t.gettext("Der er kun én skærm. Det her vindue er det, rummet ser.")


def curtain_words(reason: CurtainReason, pause: AudiencePause | None, t: Translator) -> str:
    """Return the word on the curtain: never the reason, except for a pause."""
    match reason:
        case CurtainReason.PAUSE:
            if pause is None or pause.back_at is None:
                return t.gettext("Pause")
            line = t.gettext("Pause til kl. {time}").format(time=clock(pause.back_at))
            return line.replace("kl. ", "kl.\u00a0")  # the time of day is not parted from its word
        case CurtainReason.TIME_OUT:
            return t.gettext("Vi holder en lille pause")
        case (
            CurtainReason.LOCKED
            | CurtainReason.SCREEN_LOST
            | CurtainReason.MIRRORED
            | CurtainReason.VEILED
            | CurtainReason.BY_HAND
            | CurtainReason.PRIVATE
        ):
            return t.gettext("Et øjeblik")
        case _:
            assert_never(reason)


def curtain_reason(reason: CurtainReason, t: Translator) -> str:
    """Return the reason for the curtain, for the mødeleder alone."""
    match reason:
        case CurtainReason.LOCKED:
            return t.gettext("Gardinet er nede, mens programmet er låst.")
        case CurtainReason.SCREEN_LOST:
            return t.gettext("Skærmen var væk. Løft gardinet, når den er klar.")
        case CurtainReason.MIRRORED:
            return t.gettext("Projektoren viser hele din skærm.")
        case CurtainReason.VEILED:
            return t.gettext("Gardinet er nede, mens skærmen er sløret.")
        case CurtainReason.TIME_OUT:
            return t.gettext("Gardinet er nede under time-out.")
        case CurtainReason.PAUSE:
            return t.gettext("Gardinet er nede i pausen.")
        case CurtainReason.BY_HAND:
            return t.gettext("Du har sænket gardinet.")
        case CurtainReason.PRIVATE:
            return t.gettext("Gardinet er nede, mens du skriver privat.")
        case _:
            assert_never(reason)
