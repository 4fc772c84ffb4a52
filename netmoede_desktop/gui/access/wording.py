"""Sentences on passphrases, codes and backups. Knows no window."""

from datetime import datetime, timedelta, tzinfo
from typing import assert_never

from netmoede_desktop.gui.access.code_typing import CodeError, CodeSlip
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.passphrases import Grade, PassphraseRemark, Strength


def strength_sentence(strength: Strength, t: Translator) -> str:
    """Return a sentence on the strength of a new passphrase, and how to improve it."""
    match strength.grade:
        case Grade.EMPTY:
            return t.gettext("Mindst 14 tegn eller fire ord. En sætning, du kan huske, er bedre end svære tegn.")
        case Grade.TOO_LONG:
            return t.gettext("Den er for lang.")
        case Grade.TOO_SHORT:
            return _missing(strength, t)
        case Grade.ENOUGH | Grade.GOOD:
            return _accepted(strength, t)
        case _:
            assert_never(strength.grade)


def strength_word(strength: Strength, t: Translator) -> str:
    """Return the grade in one or two words, "" for an empty one."""
    match strength.grade:
        case Grade.EMPTY:
            return ""
        case Grade.TOO_SHORT:
            return t.gettext("For kort")
        case Grade.TOO_LONG:
            return t.gettext("For lang")
        case Grade.ENOUGH:
            return t.gettext("Lang nok")
        case Grade.GOOD:
            return t.gettext("God")
        case _:
            assert_never(strength.grade)


def code_error_sentence(error: CodeSlip, t: Translator) -> str:
    """Return the sentence for a mistake in a typed code, with its place."""
    match error.kind:
        case CodeError.CHARACTER:
            sentence = t.gettext("Tegn nummer {position}, i gruppe {group}, passer ikke. Se efter på papiret.")
            return sentence.format(position=error.position, group=error.group)
        case CodeError.TOO_SHORT:
            sentence = t.ngettext("Der mangler {count} tegn.", "Der mangler {count} tegn.", error.count)
            return sentence.format(count=error.count)
        case CodeError.TOO_LONG:
            sentence = t.ngettext("Der er {count} tegn for meget.", "Der er {count} tegn for mange.", error.count)
            return sentence.format(count=error.count)
        case CodeError.SOMEWHERE:
            return t.gettext("Et sted er der en skrivefejl. Se efter på papiret, gruppe for gruppe.")
        case _:
            assert_never(error.kind)


def backup_moment(made: datetime, now: datetime, zone: tzinfo | None, t: Translator) -> str:
    """Return when a backup was made, in local time and in words; `zone` None means the local one.

    Imports the names of days and months on first use: not for the GUI thread.
    """
    with one_at_a_time:
        from netmoede_desktop.localization.dates import clock, full_moment, sentence_case

    local, today = made.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return t.gettext("I dag kl. {time}").format(time=clock(local))
    if local.date() == today - timedelta(days=1):
        return t.gettext("I går kl. {time}").format(time=clock(local))
    return sentence_case(full_moment(local, t))


def _missing(strength: Strength, t: Translator) -> str:
    characters = t.ngettext("{count} tegn", "{count} tegn", strength.characters_missing)
    words = t.ngettext("{count} ord", "{count} ord", strength.words_missing)
    return t.gettext("Der mangler {characters} eller {words}.").format(
        characters=characters.format(count=strength.characters_missing),
        words=words.format(count=strength.words_missing),
    )


def _accepted(strength: Strength, t: Translator) -> str:
    if PassphraseRemark.FEW_CHARACTERS in strength.remarks:
        return t.gettext("De samme få tegn igen og igen er lette at gætte.")
    if PassphraseRemark.SPACE_AT_END in strength.remarks:
        return t.gettext("Der er et mellemrum før eller efter. Det tæller med, når du låser op.")
    if strength.grade is Grade.GOOD:
        return t.gettext("Den er svær at gætte, medmindre det er en kendt sætning.")
    return t.gettext("Et ord mere gør den meget sværere at gætte.")
