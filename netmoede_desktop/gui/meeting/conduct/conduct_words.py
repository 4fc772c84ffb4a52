"""The sentences of the conduct card, all in our own words; each section says where its matter comes from."""

from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.localization.catalogue import Translator, translatable


class ConductOrigin(Enum):
    """The origin of a section: asked for by a method, found in municipal practice, systemic practice, or our advice."""

    METHOD = auto()
    FOUND = auto()
    SYSTEMIC = auto()
    OURS = auto()


@dataclass(frozen=True, slots=True)
class ConductSection:
    """A heading and its sentences."""

    heading: str
    origin: ConductOrigin
    lines: tuple[str, ...]


_ORIGINS = {
    ConductOrigin.METHOD: translatable("metoderne kræver neutralitet; ordene er vores"),
    ConductOrigin.FOUND: translatable("fra kommuners praksis, i vores ord"),
    ConductOrigin.SYSTEMIC: translatable("kendt systemisk praksis, i vores ord"),
    ConductOrigin.OURS: translatable("vores anbefaling"),
}

SECTIONS: tuple[ConductSection, ...] = (
    ConductSection(
        translatable("Rammen"),
        ConductOrigin.FOUND,
        (
            translatable("Én taler ad gangen, og ingen afbryder."),
            translatable("Tal ud fra det, du selv har set og hørt."),
            translatable("To kan se det samme forskelligt. Begge dele får plads."),
            translatable("Det, der bliver sagt her, bliver her. Alle må sige pas."),
        ),
    ),
    ConductSection(
        translatable("Til fagpersonerne"),
        ConductOrigin.FOUND,
        (
            translatable("Inddrag forældrene, og fortæl konkret, hvad I har set."),
            translatable("Hver aftale har én, der står for den."),
            translatable("Aftal, hvem der fortæller hvad videre til hvem."),
        ),
    ),
    ConductSection(
        translatable("Vær neutral"),
        ConductOrigin.METHOD,
        (
            translatable("Sig højt, at du ikke kender sagen."),
            translatable("Giv alle det samme spørgsmål, den samme tone og lige lang tid."),
            translatable("Giv ikke råd, og døm ikke. Sæt ikke fagord på det, der bliver sagt."),
            translatable("Er det et fagligt spørgsmål, så giv det til den, der har faget."),
        ),
    ),
    ConductSection(
        translatable("Skriv ordene"),
        ConductOrigin.OURS,
        (
            translatable("Skriv personens egne ord, hvor alle kan se dem."),
            translatable("Læs op, og spørg: »Er det rigtigt forstået?«"),
        ),
    ),
    ConductSection(
        translatable("Spørg"),
        ConductOrigin.SYSTEMIC,
        (
            translatable("Gennem en anden: »Hvad tror du, mor håber på?«"),
            translatable("Om forskelle: »Hvornår er det lidt lettere?«"),
            translatable("Om fremtiden: »Hvad er anderledes om et halvt år, hvis det går godt?«"),
            translatable("Vær nysgerrig. Det, du selv tror, kan være forkert."),
        ),
    ),
    ConductSection(
        translatable("Vend det"),
        ConductOrigin.OURS,
        (
            translatable("»Han er umulig.« – »I hvilke situationer lykkes det?«"),
            translatable("»De gør ingenting.« – »Hvad har du brug for, at andre gør?«"),
            translatable("»Det er skolens skyld.« – »Hvad skal være anderledes i skolen, og hvem kan begynde?«"),
        ),
    ),
    ConductSection(
        translatable("Når det bliver svært"),
        ConductOrigin.OURS,
        (
            translatable("1. Mind om rammen."),
            translatable("2. Skriv uenigheden, hvor alle kan se den."),
            translatable("3. Hold en kort pause."),
            translatable("4. Tal med hver for sig i pausen."),
            translatable("5. Stop mødet, og aftal en ny dag."),
        ),
    ),
    ConductSection(
        translatable("Akut bekymring"),
        ConductOrigin.OURS,
        (translatable("Et møde er aldrig i stedet for en underretning."),),
    ),
)


def origin_words(origin: ConductOrigin, t: Translator) -> str:
    """Return the mark of a section: `vores anbefaling`."""
    return t.gettext(_ORIGINS[origin])
