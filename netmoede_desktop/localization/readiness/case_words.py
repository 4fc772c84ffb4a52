"""The sentences of the rules of readiness: the sag."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import translatable
from netmoede_desktop.localization.readiness.rule_words import RuleWords

CASE_WORDS: Mapping[str, RuleWords] = {
    "involvement": RuleWords(
        translatable("Inddragelse af netværket"),
        translatable("Det skal overvejes, hvordan familie og netværk kan inddrages, og hvorfor sådan."),
        missing={"": translatable("Der står ikke, hvordan inddragelse er overvejet")},
        mend={"": translatable("Skriv, hvorfor I vælger netop denne metode.")},
    ),
    "target-group": RuleWords(
        translatable("Målgruppe"),
        translatable("Metoden er til børn og unge med brug for støtte."),
        missing={"": translatable("Der står ikke, hvorfor barnet er i målgruppen")},
        mend={"": translatable("Skriv kort, hvilken støtte barnet har brug for.")},
    ),
    "case-type": RuleWords(
        translatable("Hvor i forløbet mødet er"),
        translatable("Et tidligt møde og et møde om en anbringelse er forskellige møder."),
        missing={"": translatable("Der er ikke valgt, hvor i forløbet mødet holdes")},
        mend={"": translatable("Vælg det i sagen.")},
    ),
    "method-allowed": RuleWords(
        translatable("Metoden må bruges her"),
        translatable("Kommunen har sager, metoden ikke bruges til."),
        missing={
            "none": translatable("Sagens type mangler, så metoden kan ikke vurderes"),
            "": translatable("Metoden bruges ikke her, når sagen er »{kind}«"),
        },
        mend={
            "none": translatable("Vælg sagens type."),
            "": translatable("Vælg en anden metode, eller tal med din leder."),
        },
    ),
    "pnm-age": RuleWords(
        translatable("Alderen"),
        translatable("Processuelle møder er lavet til børn på 7–13 år; fra 15 er virkningen mindre."),
        missing={
            "none": translatable("Fødselsåret for {child} mangler"),
            "old": translatable("{child} bliver {age} i år: fra 15 er virkningen mindre"),
            "": translatable("{child} bliver {age} i år: metoden er lavet til 7–13 år"),
        },
        mend={
            "none": translatable("Skriv fødselsåret i sagen."),
            "": translatable("Overvej, om en anden metode passer bedre."),
        },
        met={"": translatable("{age} i år")},
    ),
    "pnm-fits": RuleWords(
        translatable("Metoden passer til sagen"),
        translatable("Uden begge dele kan processuelle møder gøre det værre."),
        missing={
            "none": translatable("Der er ikke svaret på begge spørgsmål om sagen"),
            "complex": translatable("Sagen er ikke kompleks nok til metoden"),
            "cooperation": translatable("Samarbejdet er ikke svært nok til metoden"),
        },
        mend={
            "none": translatable("Svar: Er sagen kompleks? Er samarbejdet svært?"),
            "": translatable("Vælg en anden metode, eller skriv, hvorfor I bruger den alligevel."),
        },
        met={"": translatable("Kompleks, og samarbejdet er svært")},
    ),
    "visitation": RuleWords(
        translatable("Visitation"),
        translatable("En meget kompliceret sag visiteres, før møderækken begynder."),
        missing={
            "none": translatable("Der står ikke, hvem der har visiteret sagen"),
            "ahead": translatable("Sagen visiteres først {day}"),
        },
        mend={"": translatable("Skriv hvem der visiterede, og hvornår.")},
    ),
    "nominated": RuleWords(
        translatable("Indstilling"),
        translatable("Det skal kunne ses, hvem der bad om mødet, og hvorfor."),
        missing={
            "none": translatable("Der står ikke, hvem der har indstillet sagen"),
            "why": translatable("{name} har indstillet sagen, men grunden mangler"),
            "ahead": translatable("Indstillingen har en dato, der ikke er kommet: {day}"),
        },
        mend={"": translatable("Skriv hvem, hvornår og hvorfor.")},
    ),
    "known-answered": RuleWords(
        translatable("Kendt eller ukendt familie"),
        translatable("Er familien ukendt for myndigheden, er der en arbejdsgang, der skal følges."),
        missing={"": translatable("Der er ikke svaret på, om myndigheden kender familien")},
        mend={"": translatable("Svar ja eller nej i sagen.")},
        met={
            "known": translatable("Myndigheden kender familien"),
            "unknown": translatable("Myndigheden kender ikke familien"),
        },
    ),
    "adviser-asked": RuleWords(
        translatable("Familiens rådgiver er spurgt"),
        translatable("Rådgiveren vurderer med dig, om mødet er relevant, før nogen indkaldes."),
        missing={
            "none": translatable("Familiens rådgiver er ikke spurgt"),
            "ahead": translatable("Du taler først med rådgiveren {day}"),
        },
        mend={"": translatable("Ring til rådgiveren, og skriv hvad der blev sagt.")},
    ),
    "unknown-criteria": RuleWords(
        translatable("Ukendt sag: de tre kriterier"),
        translatable("Myndigheden kaldes først ind, når alle tre er opfyldt."),
        missing={
            "none": translatable("De tre kriterier er ikke besvaret"),
            "concern": translatable("Der er ikke en bekymring, der kræver myndigheden"),
            "family": translatable("Familien og I kan løse det selv"),
            "partners": translatable("Andre i Læring og Trivsel kan løse det"),
        },
        mend={"none": translatable("Svar på dem i sagen."), "": translatable("Hold et udviklingsmøde i stedet.")},
    ),
    "unknown-parents": RuleWords(
        translatable("Ukendt sag: forældrenes ja"),
        translatable("Mødet gør sagen aktiv hos myndigheden, og det skal forældrene vide og ville."),
        missing={
            "presented": translatable("Forældrene kender ikke bekymringen endnu"),
            "willing": translatable("Der står ikke, om forældrene vil samarbejde"),
            "active": translatable("Forældrene har ikke sagt ja til en aktiv sag"),
        },
        mend={
            "presented": translatable("Fortæl dem om bekymringen. Mødet erstatter ikke en underretning."),
            "": translatable("Spørg dem, og skriv hvem der spurgte, og hvornår."),
        },
    ),
    "unknown-authority": RuleWords(
        translatable("Ukendt sag: myndigheden er med"),
        translatable("Uden et ja fra myndigheden er der ingen at indkalde."),
        missing={
            "asked": translatable("Myndigheden er ikke spurgt"),
            "confirmed": translatable("Myndigheden har ikke bekræftet"),
        },
        mend={
            "asked": translatable("Ring eller skriv til den sociale indgang, og skriv hvornår."),
            "confirmed": translatable("Skriv hvem der har bekræftet, og hvornår."),
        },
    ),
    "expectations": RuleWords(
        translatable("Forventning til myndigheden"),
        translatable("Rådgiveren skal vide, hvad der ventes, før mødet."),
        missing={"": translatable("Der står ikke, hvad I venter af myndigheden")},
        mend={"": translatable("Skriv det med én sætning i sagen.")},
    ),
}
