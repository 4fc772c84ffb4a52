"""What the first window says of a passphrase as it is typed, of a slip in a code, of when a backup was made."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from netmoede_desktop.gui.access.code_typing import CodeError, CodeSlip
from netmoede_desktop.gui.access.wording import backup_moment, code_error_sentence, strength_sentence, strength_word
from netmoede_desktop.localization.catalogue import Translator, load
from netmoede_desktop.services.vaults.passphrases import strength

NOW = datetime(2026, 11, 23, 15, 38, tzinfo=UTC)
DANISH_WINTER = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("typed", "word", "sentence"),
    [
        ("", "", "Mindst 14 tegn eller fire ord. En sætning, du kan huske, er bedre end svære tegn."),
        ("hest", "For kort", "Der mangler 10 tegn eller 3 ord."),
        ("hest ko gris", "For kort", "Der mangler 2 tegn eller 1 ord."),
        ("hest ko gris and", "Lang nok", "Et ord mere gør den meget sværere at gætte."),
        ("hest ko gris and får", "God", "Den er svær at gætte, medmindre det er en kendt sætning."),
        ("ababababababababab", "Lang nok", "De samme få tegn igen og igen er lette at gætte."),
        ("hest ko gris and ", "Lang nok", "Der er et mellemrum før eller efter. Det tæller med, når du låser op."),
        ("x" * 2000, "For lang", "Den er for lang."),
    ],
)
def test_how_far_a_passphrase_has_come(typed: str, word: str, sentence: str, t: Translator) -> None:
    found = strength(typed)
    assert (strength_word(found, t), strength_sentence(found, t)) == (word, sentence)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (CodeSlip(CodeError.CHARACTER, 7, 2), "Tegn nummer 7, i gruppe 2, passer ikke. Se efter på papiret."),
        (CodeSlip(CodeError.TOO_SHORT, count=3), "Der mangler 3 tegn."),
        (CodeSlip(CodeError.TOO_LONG, count=1), "Der er 1 tegn for meget."),
        (CodeSlip(CodeError.SOMEWHERE), "Et sted er der en skrivefejl. Se efter på papiret, gruppe for gruppe."),
    ],
)
def test_a_slip_is_told_with_its_place(error: CodeSlip, sentence: str, t: Translator) -> None:
    assert code_error_sentence(error, t) == sentence


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (NOW, "I dag kl. 16.38"),
        (NOW - timedelta(hours=16, minutes=38), "I dag kl. 0.00"),
        (NOW - timedelta(hours=16, minutes=39), "I går kl. 23.59"),
        (NOW - timedelta(days=2), "Lørdag 21. november 2026 kl. 16.38"),
        (NOW + timedelta(days=1), "Tirsdag 24. november 2026 kl. 16.38"),
    ],
)
def test_a_backup_is_told_of_in_local_time_and_words(made: datetime, words: str, t: Translator) -> None:
    assert backup_moment(made, NOW, DANISH_WINTER, t) == words


def test_the_local_time_is_that_of_this_machine_unless_told(t: Translator) -> None:
    local = NOW.astimezone()
    assert backup_moment(NOW, NOW, None, t) == f"I dag kl. {local.hour}.{local.minute:02d}"
    assert backup_moment(NOW - timedelta(days=9), NOW, UTC, load("da")).startswith("Lørdag 14. november")
