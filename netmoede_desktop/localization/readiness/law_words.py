"""The sentences of the rules of readiness: what the law asks, and the tolk."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import translatable
from netmoede_desktop.localization.readiness.rule_words import RuleWords

LAW_WORDS: Mapping[str, RuleWords] = {
    "risk-assessed": RuleWords(
        translatable("Risikovurdering"),
        translatable("Kan familien være en del af faren, skal risikoen vurderes, før nogen inddrages."),
        missing={
            "": translatable("Der står ikke, hvem der har vurderet risikoen, og hvornår"),
            "ahead": translatable("Risikoen bliver først vurderet {day}"),
        },
        mend={"": translatable("Skriv, hvem der har vurderet risikoen, og hvornår.")},
    ),
    "risk-screened": RuleWords(
        translatable("Screening for konflikt om ære og kontrol"),
        translatable("Familie og netværk kan være en del af faren; det skal vides, før de inddrages."),
        missing={
            "none": translatable("Der er ikke svaret på, hvad screeningen viser"),
            "": translatable("Der er ikke screenet endnu"),
        },
        mend={"": translatable("Svar på, om der er tegn på konflikt om ære eller på social kontrol.")},
        met={"": translatable("Afklaret")},
    ),
    "two-advisers": RuleWords(
        translatable("To rådgivere i en første undersøgelse"),
        translatable("I en første børnefaglig undersøgelse er to rådgivere med til det væsentlige."),
        missing={
            "none": translatable("Er det en første børnefaglig undersøgelse?"),
            "": translatable("Der er ikke to rådgivere på listen"),
        },
        mend={
            "none": translatable("Svar på, om det er den første undersøgelse af barnet."),
            "": translatable("Bed en kollega om at være med, og skriv kollegaen på listen."),
        },
    ),
    "channels": RuleWords(
        translatable("Hvordan der skrives til hver"),
        translatable("Et brev skal nå frem til den, det er til, og ikke til andre i huset."),
        missing={
            "age": translatable("Fødselsåret for {child} mangler, så postens vej er ikke til at kende"),
            "exempt": translatable("{names} er fritaget for Digital Post"),
            "": translatable("Der er ikke valgt, hvordan der skrives til {names}"),
        },
        mend={
            "age": translatable("Skriv fødselsåret i sagen: fra 15 år får barnet sin egen post."),
            "exempt": translatable("Vælg brev, sikker mail eller i hånden."),
            "": translatable("Vælg Digital Post, sikker mail, brev eller i hånden."),
        },
    ),
    "address-protected": RuleWords(
        translatable("Beskyttet adresse"),
        translatable("Beskyttelsen i CPR udløber efter et år; her i programmet bliver den ved."),
        missing={
            "none": translatable("Den beskyttede adresse for {names} er ikke set på"),
            "stale": translatable("Den beskyttede adresse for {names} er sidst set på {day}"),
        },
        mend={"": translatable("Slå op, om beskyttelsen stadig gælder, og skriv datoen.")},
    ),
    "interpreter-may": RuleWords(
        translatable("Tolken må tolke"),
        translatable("Børn og familie må ikke tolke for myndigheden."),
        missing={"family": translatable("Tolken er fra familien"), "young": translatable("Tolken er under 18 år")},
        mend={"": translatable("Bestil en anden tolk, og ret listen.")},
    ),
    "interpreter-checked": RuleWords(
        translatable("Tolkens alder og familie"),
        translatable("En tolk skal være fyldt 18 og må ikke være fra familien."),
        missing={
            "none": translatable("Der er ikke spurgt til tolkens alder og familie"),
            "turns": translatable("Tolken fylder først 18 i år"),
        },
        mend={
            "none": translatable("Spørg, hvilket år tolken er født, og om tolken er fra familien."),
            "turns": translatable("Spørg, om tolken er fyldt 18 på dagen, eller vælg en anden."),
        },
    ),
    "interpreter-listed": RuleWords(
        translatable("Tolk"),
        translatable("Den, der ikke forstår, kan ikke være med."),
        missing={
            "none": translatable("Har familien brug for tolk til {languages}?"),
            "": translatable("Der skal tolkes, men der er ingen tolk på listen"),
        },
        mend={
            "none": translatable("Spørg familien, og svar ja eller nej."),
            "": translatable("Skriv tolken på listen."),
        },
    ),
    "interpreter-ordered": RuleWords(
        translatable("Tolken er bestilt"),
        translatable("En tolk skal bestilles i god tid, også til den første samtale."),
        missing={"none": translatable("Tolken er ikke bestilt"), "ahead": translatable("Tolken bliver bestilt {day}")},
        mend={"": translatable("Bestil tolken, og skriv hvem der gjorde det, og hvornår.")},
    ),
    "languages-known": RuleWords(
        translatable("Hvem der læser hvilket sprog"),
        translatable("Det skrevne hjælper kun den, der kan læse det."),
        missing={"": translatable("Det sprog, {names} læser, mangler")},
        mend={"": translatable("Spørg, hvilket sprog de helst læser, og vælg det ved navnet.")},
    ),
}
