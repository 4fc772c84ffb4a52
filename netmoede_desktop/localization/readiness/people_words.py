"""The sentences of the rules of readiness: who leads and who comes."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import translatable
from netmoede_desktop.localization.readiness.rule_words import RuleWords

PEOPLE_WORDS: Mapping[str, RuleWords] = {
    "leader-listed": RuleWords(
        translatable("Mødeleder"),
        translatable("En har ansvaret for tid, ramme og referat."),
        missing={"": translatable("Der er ingen mødeleder på listen")},
        mend={"": translatable("Skriv mødelederen på listen.")},
    ),
    "caseworker-listed": RuleWords(
        translatable("Sagsbehandleren er med"),
        translatable("Familiens sagsbehandler er med på lige fod, ved siden af en neutral mødeleder."),
        missing={"": translatable("Familiens sagsbehandler er ikke på listen")},
        mend={"": translatable("Skriv sagsbehandleren på listen.")},
    ),
    "leader-not-caseworker": RuleWords(
        translatable("Mødelederen er ikke sagsbehandler"),
        translatable("Den, der kan træffe afgørelser, kan ikke også være neutral."),
        missing={
            "none": translatable("Der står ikke, hvem der er sagsbehandler"),
            "": translatable("{name} er sagsbehandler og skal ikke lede mødet"),
        },
        mend={
            "none": translatable("Vælg sagsbehandleren på listen."),
            "": translatable("Bed en kollega om at lede mødet."),
        },
    ),
    "leader-not-initiator": RuleWords(
        translatable("Mødelederen tog ikke initiativet"),
        translatable("Den, der bad om mødet, vil noget med det."),
        missing={
            "none": translatable("{name} har ikke svaret på, om initiativet er deres"),
            "listed": translatable("{name} har taget initiativet til mødet"),
            "stale": translatable("{before} har svaret, men nu leder {name}"),
            "": translatable("{name} har selv taget initiativet"),
        },
        mend={
            "none": translatable("Bed {name} om at svare selv."),
            "stale": translatable("Bed {name} om at svare selv."),
            "": translatable("Bed en anden om at lede mødet."),
        },
        met={"named": translatable("{name} tog initiativet")},
    ),
    "leader-knows-no-family": RuleWords(
        translatable("Mødelederen kender ikke familien"),
        translatable("Den, der ikke kender familien, kan spørge alle det samme."),
        missing={
            "none": translatable("{name} har ikke svaret på, om de kender familien"),
            "stale": translatable("{before} har svaret, men nu leder {name}"),
            "": translatable("{name} kender familien"),
        },
        mend={
            "none": translatable("Bed {name} om at svare selv."),
            "stale": translatable("Bed {name} om at svare selv."),
            "": translatable("Bed en anden om at lede, eller lad {name} skrive grunden."),
        },
    ),
    "leader-knows-no-case": RuleWords(
        translatable("Mødelederen kender ikke sagen"),
        translatable("Den, der ikke har været med i sagen, er ikke part i den."),
        missing={
            "none": translatable("{name} har ikke svaret på, om de kender sagen"),
            "stale": translatable("{before} har svaret, men nu leder {name}"),
            "": translatable("{name} kender sagen"),
        },
        mend={
            "none": translatable("Bed {name} om at svare selv."),
            "stale": translatable("Bed {name} om at svare selv."),
            "": translatable("Bed en anden om at lede, eller lad {name} skrive grunden."),
        },
    ),
    "same-leader": RuleWords(
        translatable("Den samme mødeleder"),
        translatable("Familien skal ikke begynde forfra med en ny hver gang."),
        missing={"": translatable("{before} ledede sidst, nu er det {name}")},
        mend={"": translatable("Spørg {before}, eller skriv hvorfor det er en anden.")},
    ),
    "tasks-assigned": RuleWords(
        translatable("De fire opgaver"),
        translatable("Indkaldelse, dagsorden, ledelse og referat skal hver have en, der gør det."),
        missing={
            "none": translatable("Der er ingen til {tasks}"),
            "gone": translatable("Den, der skulle stå for {tasks}, er ikke på listen"),
        },
        mend={"": translatable("Vælg en fra listen til hver opgave, eller vælg initiativtageren.")},
    ),
    "initiator-known": RuleWords(
        translatable("Hvem der tager initiativet"),
        translatable("Oftest den pædagogiske leder; er det en anden, planlægges mødet i dialog."),
        missing={
            "none": translatable("Der står ikke, hvem der tager initiativet"),
            "consult": translatable("{name} tager initiativet: tal med den pædagogiske leder"),
            "ahead": translatable("Du taler med den pædagogiske leder {day}"),
        },
        mend={
            "none": translatable("Vælg initiativtageren på listen."),
            "": translatable("Tal med den pædagogiske leder, og skriv hvornår."),
        },
        met={"leader": translatable("{name}, {what}")},
    ),
    "child-listed": RuleWords(
        translatable("{child} er på listen"),
        translatable("Det er barnets møde."),
        missing={"": translatable("{child} er ikke på listen")},
        mend={"": translatable("Skriv {child} på listen, også hvis ordene læses op.")},
    ),
    "parents-listed": RuleWords(
        translatable("Forældrene er på listen"),
        translatable("Forældrene er med hver gang."),
        missing={"": translatable("Der er ingen forældre på listen")},
        mend={"": translatable("Skriv forældrene på listen, eller skriv hvorfor de ikke er med.")},
    ),
    "private-listed": RuleWords(
        translatable("Familiens eget netværk"),
        translatable("De, der er der til daglig, er der også bagefter."),
        missing={"": translatable("Der er ingen fra familiens eget netværk på listen")},
        mend={"": translatable("Spørg: Hvem ses {child} med? Hvem hjælper, når det brænder på?")},
    ),
    "professionals-listed": RuleWords(
        translatable("Fagpersonerne"),
        translatable("Begge netværk skal høre det samme."),
        missing={"": translatable("Der er ingen fagpersoner på listen")},
        mend={"": translatable("Skriv dem på listen, der ser {child} til daglig.")},
    ),
    "school-listed": RuleWords(
        translatable("Dagtilbud eller skole"),
        translatable("De ser {child} hver dag."),
        missing={"": translatable("Der er ingen fra dagtilbud eller skole på listen")},
        mend={"": translatable("Skriv en på listen, der kender {child} godt.")},
    ),
    "authority-listed": RuleWords(
        translatable("Myndigheden er med"),
        translatable("Uden myndighed er det et udviklingsmøde."),
        missing={"": translatable("Der er ingen fra myndigheden på listen")},
        mend={"": translatable("Skriv rådgiveren på listen, eller hold et udviklingsmøde.")},
    ),
    "somebody-heard": RuleWords(
        translatable("Nogen, der har ordet"),
        translatable("Alle er lige vigtige, og alle skal høres."),
        missing={"": translatable("Der er endnu ingen, som skal have ordet")},
        mend={"": translatable("Skriv dem på listen, der skal være med.")},
        met={"count": translatable("{n} har ordet")},
    ),
    "chosen": RuleWords(
        translatable("Hvem der har valgt hver af dem"),
        translatable("Netværket findes af barnet, forældrene og sagsbehandleren sammen."),
        missing={"": translatable("Der står ikke, hvem der har valgt {names}")},
        mend={"": translatable("Vælg barnet, forældrene eller sagsbehandleren.")},
    ),
    "approved": RuleWords(
        translatable("Familien har sagt ja til dem"),
        translatable("Det er barnet og forældrene, der siger ja til, hvem der kommer."),
        missing={"": translatable("Hverken barn eller forældre har sagt ja til {names}")},
        mend={"": translatable("Spørg dem, og skriv hvem der sagde ja.")},
    ),
    "why-known": RuleWords(
        translatable("Hvorfor er du med?"),
        translatable("Den, der ved, hvorfor de er med, kan forberede sig."),
        missing={"": translatable("Der står ikke, hvorfor {names} er med")},
        mend={"": translatable("Skriv én sætning til hver; den kommer med i brevet.")},
    ),
    "relevance-cleared": RuleWords(
        translatable("Ikke flere end nødvendigt"),
        translatable("Er du i tvivl om en fagperson, så ring og afklar det."),
        missing={"": translatable("Er {names} nødvendig for mødet?")},
        mend={"": translatable("Ring, eller skriv hvorfor de er med.")},
    ),
    "apart-asked": RuleWords(
        translatable("Hvem der ikke kan være i rum sammen"),
        translatable("Ingen skal sidde over for en, de er bange for."),
        missing={
            "none": translatable("Der er ikke spurgt, om nogen ikke kan være i rum sammen"),
            "way-out": translatable("{names} kan ikke være i rum sammen"),
            "ahead": translatable("Der bliver spurgt {day}"),
        },
        mend={
            "way-out": translatable("Vælg: langt fra hinanden, hver for sig, to rum, eller ord læses op."),
            "": translatable("Spørg hver for sig, og skriv hvem du spurgte."),
        },
        met={"count": translatable("Afklaret"), "pairs": translatable("Afklaret")},
    ),
    "everybody-in-order": RuleWords(
        translatable("Alle får ordet"),
        translatable("Den, der ikke står i rækken, bliver let glemt."),
        missing={"": translatable("{names} står ikke i metodens talerække")},
        mend={"": translatable("Giv dem en rolle, der er med, eller hør dem sidst i hver runde.")},
    ),
}
