"""One Danish sentence for each rule that can refuse (`Refused`): the rule, and what to do instead."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from netmoede_desktop.localization.catalogue import Translator, translatable

_SENTENCES: Mapping[str, str] = {
    "already_approved": translatable("Referatet er allerede godkendt, som det er."),
    "already_here": translatable("{person} er her allerede."),
    "already_offered": translatable("{person} har allerede fået ordet i denne runde."),
    "already_paused": translatable("Der er allerede pause. Gå videre, før der holdes pause igen."),
    "already_started": translatable("Mødet er allerede begyndt."),
    "answer_needs_owner": translatable("Vælg først, hvem der gør det. Så kan den, der har aftalen, svare."),
    "before_start": translatable("Så langt tilbage var mødet ikke begyndt."),
    "birth_year_unclear": translatable("Fødselsåret er ikke et år. Skriv det med fire tal."),
    "birth_year_unlikely": translatable("Fødselsåret {year} kan ikke passe. Skriv et år fra {first} til {last}."),
    "case_gone": translatable("Sagen findes ikke længere. Gå tilbage til listen."),
    "capacity_unclear": translatable("Skriv antallet af pladser som et tal, højst {most}."),
    "child_missing": translatable("Skriv, hvad barnet kaldes."),
    "closing_incomplete": translatable("Noget mangler, før mødet kan slutte. Ret det, eller skriv en grund."),
    "date_unclear": translatable("Datoen kan ikke læses. Vælg den i kalenderen."),
    "empty_text": translatable("Teksten er tom. Skriv mindst ét ord."),
    "extension_out_of_range": translatable("Mødet kan forlænges med 1 til {most} minutter ad gangen."),
    "follow_up_before_meeting": translatable("Næste møde {when} ligger før dette møde. Vælg en dag efter i dag."),
    "gap_in_future": translatable("Afbrydelsen kan ikke begynde senere end nu."),
    "has_word": translatable("{person} har allerede ordet."),
    "hour_unclear": translatable("Skriv hele timer fra 1 til 24, fx 20."),
    "last_leader": translatable("{person} er den eneste mødeleder og kan ikke gå, mens mødet er i gang."),
    "length_out_of_range": translatable("Et møde varer fra {least} til {most} minutter."),
    "meeting_begun": translatable("Mødet er begyndt og kan ikke ændres her."),
    "meeting_ended": translatable("Mødet er slut."),
    "meeting_gone": translatable("Mødet findes ikke længere. Gå tilbage til listen."),
    "meeting_not_finished": translatable("Mødet er ikke slut endnu. Referatet rettes bagefter."),
    "meeting_opened": translatable("Bordplanen er allerede lagt under »Hvem er her?«. Ret personerne der."),
    "name_missing": translatable("Skriv personens navn."),
    "needs_reader": translatable("Ordene fra {person} læses op. Vælg, hvem der læser."),
    "no_gap": translatable("Der er ingen afbrydelse at svare på."),
    "no_more_parts": translatable("Dette er mødets sidste del."),
    "no_round_ahead": translatable("Der er ikke flere runder i mødet, så ordet kan ikke gives på tur her."),
    "nobody_speaks": translatable("Ingen har ordet lige nu."),
    "no_status_part": translatable("Metoden gennemgår ikke det, der er i gang."),
    "not_from_last_time": translatable("Aftale {number} er ny i dag. Status gives kun til aftaler fra sidst."),
    "not_here": translatable("{person} er ikke i lokalet. Sig først, at {person} er kommet."),
    "not_paused": translatable("Der er ikke pause."),
    "not_started": translatable("Mødet er ikke begyndt endnu."),
    "nothing_to_redo": translatable("Der er ikke noget at gendanne."),
    "nothing_to_shorten": translatable("Der er ingen ture tilbage, som kan blive kortere."),
    "nothing_to_undo": translatable("Der er ikke mere at fortryde."),
    "order_differs": translatable("Rækkefølgen skal indeholde præcis dem, der er med i runden."),
    "over_limit_needs_reason": translatable("Mødet bliver længere, end metoden siger. Skriv hvorfor."),
    "owner_not_here": translatable("{person} er ikke kommet og kan ikke få en aftale. Vælg en, der er her."),
    "part_protected": translatable("Den del kan ikke tages ud af mødet."),
    "part_without_turns": translatable("I »{part}« går ordet ikke på tur."),
    "pause_too_short": translatable("En pause skal vare mere end 0 minutter."),
    "people_waiting": translatable(
        "{people} har ikke haft ordet endnu. Tryk igen, hvis mødet skal gå videre alligevel."
    ),
    "place_is_the_childs": translatable("Kun barnet vælger sin plads. {person} følger rækkefølgen."),
    "place_listed": translatable("Stedet står allerede i listen."),
    "place_needs_person": translatable("Vælg den person, barnet vil tale efter eller igennem."),
    "private_note_gone": translatable("Den private note findes ikke længere."),
    "ranked_twice": translatable("Den samme aftale står to gange i rækkefølgen."),
    "reads_own_words": translatable("{person} kan ikke læse sine egne ord op for sig selv. Giv ordet i stedet."),
    "reference_is_cpr": translatable(
        "Det er et CPR-nummer. Sagens nummer står i lister og filnavne, så skriv kommunens eget nummer på sagen."
    ),
    "reference_missing": translatable("Skriv sagens nummer."),
    "reference_taken": translatable("Der er allerede en sag med nummer {reference}. Åbn den i stedet."),
    "rent_unclear": translatable("Skriv lejen i hele kroner, eller »gratis«."),
    "seats_differ": translatable("Bordplanen skal have en plads til hver person og ikke flere."),
    "supports_self": translatable("En støtteperson støtter en anden. Vælg, hvem det er."),
    "text_belongs_to_change": translatable("Kun svaret »ret« har en ny tekst. Skriv den, eller vælg et andet svar."),
    "text_too_long": translatable("Teksten er for lang. Brug højst {most} tegn."),
    "too_many_languages": translatable("Der er for mange sprog. Skriv højst {most}."),
    "too_many_people": translatable("Der er ikke plads til flere. Et møde kan have højst {most} personer."),
    "too_many_places": translatable("Listen over steder er fuld. Den har højst {most}."),
    "unknown_agreement": translatable("Der er ingen aftale med nummer {number}."),
    "unknown_line": translatable("Den linje er ikke på tavlen."),
    "unknown_method": translatable("Metoden findes ikke længere. Vælg en anden."),
    "unknown_part": translatable("Mødet har ingen del, der hedder »{part}«."),
    "unknown_person": translatable("Den person er ikke med i mødet."),
    "unknown_status": translatable("»{value}« er ikke en status i denne metode. Brug en af disse: {allowed}."),
    "without_turn": translatable("{person} er {role} og har ingen tur i runderne."),
    "word_rests": translatable("Tiden går ikke lige nu, så den kan ikke flyttes tilbage."),
}

#: Facts that hold ids of people.
_PEOPLE_FACTS = frozenset({"person", "people"})


def refusal_codes() -> frozenset[str]:
    """Return the codes that have a sentence."""
    return frozenset(_SENTENCES)


def refusal_sentence(code: str, facts: Mapping[str, object], names: Mapping[str, str], t: Translator) -> str:
    """Return the sentence of a refusal. `names` maps ids of people to the names to show."""
    shown = {fact: _shown(fact, value, names) for fact, value in facts.items()}
    return t.gettext(_SENTENCES[code]).format_map(shown)


def _shown(fact: str, value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return names.get(value, value) if fact in _PEOPLE_FACTS else str(value)
    if isinstance(value, datetime):
        return value.strftime("%d.%m.%Y %H.%M")
    if isinstance(value, Iterable):
        return ", ".join(_shown(fact, item, names) for item in value)
    return str(value)
