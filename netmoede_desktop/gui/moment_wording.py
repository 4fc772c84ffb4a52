"""What there is to say of a day and time as it was typed, and how a set one stands in its field."""

from datetime import date, datetime

from netmoede_desktop.domain.written_moment import MomentTrouble
from netmoede_desktop.localization.catalogue import Translator, translatable

_TROUBLES = {
    MomentTrouble.EMPTY: translatable("Skriv dag og klokkeslæt, fx »23/11 kl. 16«."),
    MomentTrouble.NO_DAY: translatable("Dagen kan ikke læses. Skriv fx »23/11 kl. 16« eller »på fredag kl. 14«."),
    MomentTrouble.NO_TIME: translatable("Skriv også klokken, fx »23/11 kl. 16«."),
    MomentTrouble.IMPOSSIBLE_DAY: translatable("Den dag findes ikke. Skriv fx »23/11 kl. 16«."),
    MomentTrouble.IMPOSSIBLE_TIME: translatable("Det klokkeslæt findes ikke. Skriv fx »kl. 16.30«."),
    MomentTrouble.OTHER_WEEKDAY: translatable("Datoen falder på en anden ugedag. Ret ugedagen eller datoen."),
    MomentTrouble.UNCLEAR: translatable("Det kan være flere dage. Skriv datoen, fx »23/11 kl. 16«."),
    MomentTrouble.UNCLEAR_TIME: translatable("Klokken kan forstås på to måder. Skriv fx »kl. 16.30«."),
}
_DAY_TROUBLES = {
    MomentTrouble.EMPTY: translatable("Skriv en dag, fx »2/12«."),
    MomentTrouble.NO_DAY: translatable("Dagen kan ikke læses. Skriv fx »2/12« eller »på fredag«."),
    MomentTrouble.NO_TIME: translatable("Skriv en dag, fx »2/12«."),
    MomentTrouble.IMPOSSIBLE_DAY: translatable("Den dag findes ikke. Skriv fx »2/12«."),
    MomentTrouble.IMPOSSIBLE_TIME: translatable("Skriv kun dagen, fx »2/12«."),
    MomentTrouble.OTHER_WEEKDAY: translatable("Datoen falder på en anden ugedag. Ret ugedagen eller datoen."),
    MomentTrouble.UNCLEAR: translatable("Det kan være flere dage. Skriv datoen, fx »2/12«."),
    MomentTrouble.UNCLEAR_TIME: translatable("Skriv kun dagen, fx »2/12«."),
}


def moment_sentence(trouble: MomentTrouble, t: Translator) -> str:
    """Return what is wrong with a line that was not read as a moment."""
    return t.gettext(_TROUBLES[trouble])


def day_sentence(trouble: MomentTrouble, t: Translator) -> str:
    """Return what is wrong with a line that was not read as a day."""
    return t.gettext(_DAY_TROUBLES[trouble])


def day_as_typed(day: date) -> str:
    """Return a day as it can be typed: `2/12-2026`."""
    return f"{day.day}/{day.month}-{day.year}"


def moment_as_typed(moment: datetime) -> str:
    """Return a moment as it can be typed: `23/11-2026 kl. 16.00`."""
    return f"{moment.day}/{moment.month}-{moment.year} kl. {moment.hour}.{moment.minute:02d}"
