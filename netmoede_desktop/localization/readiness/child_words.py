"""The sentences of the rules of readiness: the child, the parents and consent."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import translatable
from netmoede_desktop.localization.readiness.rule_words import RuleWords

CHILD_WORDS: Mapping[str, RuleWords] = {
    "child-talked-with": RuleWords(
        translatable("Samtale med {child}"),
        translatable("Barnet skal have sagt sit, før de voksne mødes, og det gælder hvert møde."),
        missing={
            "none": translatable("Ingen har talt med {child} før mødet"),
            "ahead": translatable("{child} bliver talt med {day}"),
            "stale": translatable("Samtalen med {child} {day} var før sidste møde"),
        },
        mend={
            "ahead": translatable("Hold samtalen, og skriv bagefter, hvad der blev sagt."),
            "": translatable("Tal med {child} inden mødet, gerne alene, og skriv hvad der blev sagt."),
        },
        met={"alone": translatable("{by}, {day}, alene"), "together": translatable("{by}, {day}, med andre")},
    ),
    "child-told": RuleWords(
        translatable("{child} ved, hvad mødet er"),
        translatable("Et barn, der kender formål og ramme, tør sige noget."),
        missing={
            "": translatable("Der står ikke, hvad {child} har fået at vide om mødet"),
            "stale": translatable("{child} fik det forklaret før sidste møde"),
        },
        mend={"": translatable("Fortæl {child} om formål og ramme, og skriv hvad du sagde.")},
    ),
    "child-takes-part": RuleWords(
        translatable("Hvor meget {child} er med"),
        translatable("Formål, modenhed og alder vejes; barnet er med, så meget det kan."),
        missing={
            "none": translatable("Der er ikke svaret på, hvor meget {child} er med"),
            "reason": translatable("Der mangler en grund til, at {child} ikke er med i det hele"),
        },
        mend={
            "none": translatable("Tal med {child}, og vælg ja, delvist eller nej."),
            "reason": translatable("Skriv grunden, og hvordan {child} bliver hørt."),
        },
        met={"yes": translatable("Ja"), "partly": translatable("Delvist: {what}"), "no": translatable("Nej: {what}")},
    ),
    "child-place-chosen": RuleWords(
        translatable("Hvor {child} står i rækken"),
        translatable("Barnet vælger selv, hvornår det taler, eller hvem der taler for det."),
        missing={"": translatable("{child} har ikke valgt sin plads i rækken")},
        mend={"": translatable("Spørg {child}: først, sidst, efter nogen, eller skal noget læses op?")},
        met={
            "first": translatable("Først"),
            "last": translatable("Sidst"),
            "after": translatable("Efter {other}"),
            "through": translatable("Gennem {other}"),
            "read_aloud": translatable("Læses op"),
        },
    ),
    "child-supported": RuleWords(
        translatable("Støtte til {child}"),
        translatable("Det kan være hårdt at høre; støtten skal ligge fast før, under og efter."),
        missing={
            "none": translatable("Der er ingen støtte aftalt til {child}"),
            "parts": translatable("{child} mangler støtte {parts}"),
        },
        mend={"": translatable("Aftal med {child}, hvem det skal være, og skriv navnet.")},
    ),
    "bisidder-told": RuleWords(
        translatable("Bisidder"),
        translatable("Barnet må have en bisidder, uanset alder, og det skal det vide."),
        missing={
            "none": translatable("{child} har ikke fået at vide, at en bisidder må komme med"),
            "ahead": translatable("{child} får det at vide {day}"),
        },
        mend={"": translatable("Fortæl det til {child}, og skriv hvem der sagde det, og hvornår.")},
    ),
    "bisidder-of-age": RuleWords(
        translatable("Bisidderens alder"),
        translatable("En bisidder skal være fyldt 15 år."),
        missing={
            "none": translatable("Der er ikke spurgt, hvilket år {names} er født"),
            "": translatable("{names} er under 15 år og kan ikke være bisidder"),
        },
        mend={
            "none": translatable("Spørg, og skriv fødselsåret."),
            "": translatable("Find en anden bisidder sammen med barnet."),
        },
    ),
    "parents-asked": RuleWords(
        translatable("Forældrene er spurgt"),
        translatable("Forældre, der selv har sagt ja, deltager på deres egne betingelser."),
        missing={
            "none": translatable("Der står ikke, at forældrene er spurgt, om de vil"),
            "ahead": translatable("Forældrene bliver spurgt {day}"),
        },
        mend={"": translatable("Spørg dem, og skriv hvad de sagde, til hvem og hvornår.")},
    ),
    "shared-agreed": RuleWords(
        translatable("Aftalt med familien"),
        translatable("Hvem der er med, og hvad der deles, aftales med familien på forhånd."),
        missing={
            "none": translatable("Der står ikke, hvad I har aftalt med familien om at dele"),
            "ahead": translatable("I aftaler det med familien {day}"),
        },
        mend={"": translatable("Tal med familien om det, og skriv hvad I aftalte.")},
    ),
    "first-visit": RuleWords(
        translatable("Et besøg før første møde"),
        translatable("Tillid bygges ansigt til ansigt; i telefonen er det ikke nok."),
        missing={
            "none": translatable("Der står ikke, at I har mødt familien først"),
            "phone": translatable("Samtalen {day} var i telefonen"),
            "how": translatable("Der står ikke, om samtalen {day} var i telefonen"),
            "ahead": translatable("I mødes med familien {day}"),
        },
        mend={
            "how": translatable("Svar på, om I sad sammen."),
            "": translatable("Mød familien, med tolk hvis de vil, og skriv hvornår."),
        },
    ),
    "consent-given": RuleWords(
        translatable("Forældrenes ja"),
        translatable("Uden et ja må de andre ikke høre om det."),
        missing={
            "none": translatable("{name} er ikke spurgt, hvad der må deles"),
            "refused": translatable("{name} har sagt nej til at dele"),
            "part": translatable("Samtykket fra {name} mangler emner, modtagere, formål eller dato"),
            "withdrawn": translatable("{name} tog sit ja tilbage {day}"),
            "ended": translatable("Ja'et fra {name} gælder kun til {day}"),
        },
        mend={
            "part": translatable("Skriv det, der mangler, sammen med {name}."),
            "refused": translatable("Tal med {name} om, hvad der så kan tales om."),
            "": translatable("Ring til {name}, og læs emnerne op. Et mundtligt ja er nok."),
        },
    ),
    "consent-covers-everybody": RuleWords(
        translatable("Samtykket nævner alle"),
        translatable("Den, der kommer til senere, er ikke med i det, der blev sagt ja til."),
        missing={"stale": translatable("{name} har ikke sagt ja til, at {names} hører noget")},
        mend={"": translatable("Spørg {name}, om {names} må høre det.")},
    ),
    "contact-data-passed-on": RuleWords(
        translatable("Ja til at give kontakt videre"),
        translatable("Navn og nummer gives først videre, når forældrene har sagt ja."),
        missing={
            "none": translatable("Forældrene er ikke spurgt om deres kontaktoplysninger"),
            "form": translatable("Der står ikke, om ja'et er mundtligt eller skriftligt"),
            "stale": translatable("Ja'et til kontaktoplysninger gælder ikke på mødets dag"),
        },
        mend={
            "form": translatable("Vælg mundtligt eller skriftligt."),
            "": translatable("Spørg dem, og tag kontaktoplysninger med som emne."),
        },
    ),
}
