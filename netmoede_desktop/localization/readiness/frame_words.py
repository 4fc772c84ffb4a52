"""The sentences of the rules of readiness: time, room, food and invitation."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import translatable
from netmoede_desktop.localization.readiness.rule_words import RuleWords

FRAME_WORDS: Mapping[str, RuleWords] = {
    "within-limit": RuleWords(
        translatable("Længden"),
        translatable("Metoden har en grænse, fordi trætte mennesker ikke hører efter."),
        missing={"": translatable("Mødet er {minutes} minutter; metodens grænse er {limit}")},
        mend={"": translatable("Gør mødet kortere, eller skriv hvorfor det skal være så langt.")},
        met={"": translatable("{minutes} minutter")},
    ),
    "turns-long-enough": RuleWords(
        translatable("Tid til hver"),
        translatable("På under 45 sekunder når ingen at tænke."),
        missing={"": translatable("Der er kun {seconds} sekunder til hver i den korteste runde")},
        mend={
            "longer": translatable("Med {minutes} minutter er der tid til alle."),
            "": translatable("Inviter færre, eller vælg færre runder."),
        },
        met={"": translatable("Mindst {seconds} sekunder til hver")},
    ),
    "hour-fits": RuleWords(
        translatable("Tidspunktet"),
        translatable("Folk skal kunne komme, og de, der arbejder, skal vide det i tide."),
        missing={
            "holiday": translatable("{day} er {holiday}"),
            "weekend": translatable("{day} er i weekenden"),
            "night": translatable("Mødet begynder kl. {time} og ligger uden for dagen"),
        },
        mend={"": translatable("Vælg en anden tid, eller spørg alle, om den passer.")},
        met={"": translatable("Kl. {time}, i arbejdstiden"), "outside": translatable("Kl. {time}, når familien kan")},
    ),
    "still-ahead": RuleWords(
        translatable("Dagen"),
        translatable("Indbydelsen skal have en dag, der ikke er gået."),
        missing={"": translatable("Tidspunktet er passeret")},
        mend={"": translatable("Vælg en ny dag.")},
        met={"": translatable("Mødet er forude")},
    ),
    "time-spent": RuleWords(
        translatable("Tid brugt på forberedelsen"),
        translatable("Der regnes med fem timer; tallet er med i det, metoden koster."),
        missing={
            "none": translatable("Der står ikke, hvor lang tid forberedelsen tog"),
            "": translatable("Forberedelsen tog {minutes} minutter; der regnes med 300"),
        },
        mend={
            "none": translatable("Skriv et tal, når du er færdig."),
            "": translatable("Fortæl din leder, hvad der tog tid."),
        },
        met={"": translatable("{minutes} minutter")},
    ),
    "place-known": RuleWords(
        translatable("Stedet"),
        translatable("Alle skal kunne finde hen til mødet."),
        missing={"": translatable("Stedet mangler")},
        mend={"": translatable("Skriv, hvor mødet holdes.")},
    ),
    "room-neutral": RuleWords(
        translatable("Et neutralt sted"),
        translatable("Et sted med dårlige minder lukker munden på folk."),
        missing={
            "none": translatable("Der er ikke svaret på, om stedet er neutralt"),
            "town_hall": translatable("{place} er på rådhuset"),
            "school": translatable("{place} er på en skole"),
            "comes": translatable("Familien kommer i {place} til andre møder"),
        },
        mend={
            "none": translatable("Vælg stedets slags, og svar på, om familien kommer der ellers."),
            "": translatable("Find et sted, familien ikke kender: biblioteket, et kulturhus."),
        },
        met={"": translatable("{place} er neutralt")},
    ),
    "room-not-home": RuleWords(
        translatable("Ikke hjemme hos nogen"),
        translatable("Hjemme kan ingen gå."),
        missing={"none": translatable("Stedets slags er ikke valgt"), "": translatable("{place} er hjemme hos nogen")},
        mend={"none": translatable("Vælg stedets slags."), "": translatable("Find et andet sted.")},
        met={"": translatable("{place} er ikke et hjem")},
    ),
    "room-big-enough": RuleWords(
        translatable("Plads nok"),
        translatable("Der skal være plads til en ring af stole, også når nogen rejser sig."),
        missing={
            "none": translatable("Der står ikke, hvor mange der er plads til"),
            "full": translatable("Plads til {capacity}, og I er {needed}"),
            "": translatable("Plads til {capacity}; regn med mindst {needed}"),
        },
        mend={
            "none": translatable("Spørg, og skriv hvor mange der er plads til."),
            "": translatable("Find et større lokale, eller skriv hvorfor det går."),
        },
        met={"": translatable("Plads til {capacity}")},
    ),
    "room-open": RuleWords(
        translatable("Åbent om aftenen"),
        translatable("Ingen skal stå foran en låst dør."),
        missing={
            "none": translatable("Der står ikke, hvornår lokalet lukker"),
            "": translatable("Lokalet lukker kl. {hour}, før mødet er slut"),
        },
        mend={
            "none": translatable("Spørg, og skriv hvornår det lukker."),
            "": translatable("Lån en nøgle, eller begynd tidligere."),
        },
        met={"": translatable("Åbent til kl. {hour}")},
    ),
    "dinner": RuleWords(
        translatable("Aftensmad"),
        translatable("Om aftenen er der mad til alle; sultne mennesker bliver korte for hovedet."),
        missing={"": translatable("Mødet er om aftenen, og der er ingen aftensmad")},
        mend={"": translatable("Skriv, hvad I spiser, og spørg om kost.")},
    ),
    "food-ordered": RuleWords(
        translatable("Maden er bestilt"),
        translatable("Nogen skal bestille den og få den frem."),
        missing={"none": translatable("Maden er ikke bestilt"), "ahead": translatable("Maden bliver bestilt {day}")},
        mend={"": translatable("Bestil den, og skriv hvem der gjorde det, og hvornår.")},
    ),
    "evening-agreed": RuleWords(
        translatable("Aftenarbejde"),
        translatable("Ledelsen skal kende reglerne om arbejdstid, før nogen lover at komme."),
        missing={
            "none": translatable("Der er ikke aftalt noget om aftenarbejdet"),
            "ahead": translatable("Aftenarbejdet bliver aftalt {day}"),
        },
        mend={"": translatable("Aftal det med lederen, og skriv hvem og hvornår.")},
    ),
    "purpose": RuleWords(
        translatable("Formålet"),
        translatable("Alle skal kende formålet, før de kommer."),
        missing={"": translatable("Formålet mangler")},
        mend={"": translatable("Skriv formålet med familiens egne ord.")},
    ),
    "contact-data": RuleWords(
        translatable("En måde at nå hver"),
        translatable("Uden nummer eller adresse når brev og referat ikke frem."),
        missing={"": translatable("Der er intet nummer og ingen adresse på {names}")},
        mend={"": translatable("Skriv ét af dem: telefon, mail eller adresse.")},
        met={"count": translatable("{n} kan nås")},
    ),
    "invited": RuleWords(
        translatable("Indbydelsen er sendt"),
        translatable("Alle får pjecen med, så de ved, hvad de siger ja til."),
        missing={"none": translatable("Ingen er inviteret endnu"), "": translatable("{names} er ikke inviteret")},
        mend={"": translatable("Send brev og pjece senest {day}, og skriv hvornår du sendte.")},
        met={"count": translatable("Sendt til {n}")},
    ),
    "owners-invited": RuleWords(
        translatable("Aftalerne fra sidst"),
        translatable("Den, der lovede noget, er den, der kan fortælle, hvordan det gik."),
        missing={"": translatable("{n} af aftalerne fra sidst har ingen ansvarlig på listen")},
        mend={"": translatable("Inviter dem, der har aftalerne.")},
        met={"": translatable("Alle har en på listen")},
    ),
    "measures-owned": RuleWords(
        translatable("Indsatser i gang"),
        translatable("Nogen skal kunne fortælle, om det virker."),
        missing={"": translatable("{n} af de indsatser, der er i gang, har ingen ansvarlig")},
        mend={"": translatable("Skriv, hvem der kan fortælle om dem.")},
        met={"": translatable("Alle har en ansvarlig")},
    ),
}
