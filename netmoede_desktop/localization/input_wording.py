"""One sentence for each thing that can be wrong with a scenario or method file: the file, the place and the mend.

Codes and facts are those listed in `services.toml.input`, `method_reading`, `method_files`, `rule_file` and
`scenario_file`.
"""

from collections.abc import Mapping
from pathlib import Path

from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.names import readable

#: A fact longer than this is cut in the sentence.
_LONGEST = 60

_SENTENCES: Mapping[str, str] = {
    "file-missing": translatable("filen findes ikke – se efter, om navnet er stavet rigtigt."),
    "file-is-folder": translatable("det er en mappe – vælg en fil."),
    "file-not-plain": translatable("det er ikke en almindelig fil – vælg en fil med tekst."),
    "file-unreadable": translatable("filen kan ikke læses – se efter, om du har adgang til den."),
    "file-too-large": translatable("filen fylder mere end {limit_mib} MiB – vælg en mindre fil."),
    "not-utf8": translatable("filen er ikke gemt som UTF-8 – gem den igen som UTF-8."),
    "too-deep": translatable("lister eller navne ligger for dybt inden i hinanden – gør filen enklere."),
    "too-many-values": translatable("filen har mere end {limit} nøgler og værdier – vælg en mindre fil."),
    "syntax": translatable("det kan ikke læses som TOML – ret det, så der står nøgle = værdi."),
    "syntax:duplicate-key": translatable("det samme navn er brugt to gange – slet det ene."),
    "syntax:open-text": translatable("en tekst mangler sit sidste anførselstegn – sæt det på."),
    "syntax:open-list": translatable("en liste mangler sin sidste parentes – sæt den på."),
    "syntax:no-equals": translatable("der mangler et lighedstegn – skriv nøgle = værdi."),
    "syntax:escape": translatable("en omvendt skråstreg i teksten kan ikke læses – skriv to af dem."),
    "syntax:date": translatable("datoen eller klokkeslættet findes ikke – skriv fx 2026-11-23T16:00:00."),
    "syntax:number": translatable("tallet er for langt – skriv et kortere."),
    "syntax:character": translatable("her er et usynligt tegn, der ikke må stå i filen – slet det."),
    "unknown-key": translatable('"{key}" kendes ikke i {table} – brug en af: {known}.'),
    "unknown-key:near": translatable('"{key}" kendes ikke i {table} – mente du "{nearest}"?'),
    "unknown-key:top": translatable('"{key}" kendes ikke øverst i filen – brug en af: {known}.'),
    "unknown-key:top:near": translatable('"{key}" kendes ikke øverst i filen – mente du "{nearest}"?'),
    "missing-key": translatable('"{key}" mangler i {table} – skriv den.'),
    "missing-key:top": translatable('"{key}" mangler – skriv den øverst i filen.'),
    "missing-table": translatable("{header} mangler – skriv det afsnit i filen."),
    "wrong-type": translatable('"{key}" skal være {expected}, men er {found}.'),
    "blank": translatable('"{key}" er tom – skriv noget.'),
    "text-too-long": translatable('"{key}" er {found} tegn lang – skriv højst {limit}.'),
    "control-character": translatable('"{key}" har et usynligt tegn eller et linjeskift – slet det.'),
    "unknown-choice": translatable('"{value}" kan ikke bruges som "{key}" – brug en af: {known}.'),
    "unknown-choice:near": translatable('"{value}" kan ikke bruges som "{key}" – mente du "{nearest}"?'),
    "duplicate-id": translatable('id "{value}" er også brugt i linje {first_line} – giv en af dem et andet.'),
    "duplicate-value": translatable('"{value}" står to gange i "{key}" – slet det ene.'),
    "too-small": translatable('"{key}" er {found} – skriv mindst {limit}.'),
    "too-small:above": translatable('"{key}" er {found} – skriv mere end {limit}.'),
    "too-large": translatable('"{key}" er {found} – skriv højst {limit}.'),
    "too-many": translatable('"{key}" står {found} gange – skriv højst {limit}.'),
    "not-finite": translatable('"{key}" er ikke et rigtigt tal – skriv fx 30.'),
    "date-range": translatable('"{key}" ligger ikke mellem {first} og {last} – ret årstallet.'),
    "unknown-method": translatable('metoden "{value}" findes ikke – brug en af: {known}.'),
    "unknown-method:near": translatable('metoden "{value}" findes ikke – mente du "{nearest}"?'),
    "unknown-rule": translatable('reglen "{value}" findes ikke – brug en af: {known}.'),
    "unknown-rule:near": translatable('reglen "{value}" findes ikke – mente du "{nearest}"?'),
    "level-of-law": translatable('"{key}": kun lovens egne regler er stop, og de kan ikke ændres – slet linjen.'),
    "unknown-person": translatable('"{key}": ingen person har id "{value}" – brug et id fra [[person]].'),
    "unknown-person:near": translatable('"{key}": ingen person har id "{value}" – mente du "{nearest}"?'),
    "unknown-step": translatable('"{value}" kan ikke gøres ("do") – brug en af: {known}.'),
    "unknown-step:near": translatable('"{value}" kan ikke gøres ("do") – mente du "{nearest}"?'),
    "role-not-in-method": translatable('rollen ("role") "{role}" bruges ikke i {method} – vælg en anden rolle.'),
    "no-status-part": translatable("{method} gennemgår ikke aftaler fra sidst – slet [[agreement]]."),
    "own-id": translatable('"{key}" er personen selv ("{value}") – skriv en andens id.'),
    "party-not-leader": translatable('"party" er kun for en mødeleder, der selv er med – slet linjen.'),
    "party-not-in-method": translatable(
        'i {method} har mødelederen ikke selv ordet som {party} – slet linjen "party".'
    ),
    "place-not-child": translatable('"place" er kun for barnet – slet linjen.'),
    "unknown-place": translatable(
        '"place" kan ikke være "{value}" – skriv først, sidst, efter:ID, via:ID eller læses op.'
    ),
    "ret-without-text": translatable('svaret "ret" mangler den nye ordlyd – skriv den i "text".'),
    "text-without-ret": translatable('"text" hører til svaret "ret", men svaret er "{answer}" – slet linjen.'),
    "follow-up-neither": translatable('næste møde mangler – skriv "at" med en dato eller "none" med en grund.'),
    "follow-up-both": translatable('"at" og "none" kan ikke stå sammen – slet den ene.'),
    "by-before-from": translatable('"by" ({due}) er før "from" ({start}) – byt dem om, eller ret den ene.'),
    "bad-id": translatable('"id" må kun have små bogstaver, tal og bindestreg – skriv fx "din-1".'),
    "unknown-phase": translatable('fasen ("phase") "{value}" findes ikke – brug et id fra [[phase]].'),
    "unknown-phase:near": translatable('fasen ("phase") "{value}" findes ikke – mente du "{nearest}"?'),
    "phase-order": translatable('"phase" går tilbage til "{phase}" – flyt delen op, eller ret fasen.'),
    "phase-unused": translatable('ingen del hører til fasen (se "id") – slet den, eller giv en del den fase.'),
    "minutes-order": translatable('"minutes" skal stige, men er {least}, {target} og {most} – ret dem.'),
    "order-missing": translatable('en del af slagsen {kind} mangler "order" – skriv fx order = ["BARN*", "FOR"].'),
    "order-without-turns": translatable('en del af slagsen {kind} har ingen talerække – slet "order".'),
    "unknown-group": translatable('"{value}" i "order" er ingen gruppe – brug en af: {known}.'),
    "unknown-group:near": translatable('"{value}" i "order" er ingen gruppe – mente du "{nearest}"?'),
    "star-not-allowed": translatable('kun BARN* og HOVED* vælger plads – slet stjernen i "{value}" i "order".'),
    "group-role-missing": translatable('{group} i "order" kræver rollen "{role}" – skriv den i "roles".'),
    "unknown-placeholder": translatable('"{value}" i "{key}" kan ikke udfyldes – brug en af: {known}.'),
    "unknown-placeholder:near": translatable('"{value}" i "{key}" kan ikke udfyldes – mente du "{nearest}"?'),
    "loose-brace": translatable('en krøllet parentes i "{key}" mangler sin mage – sæt den på.'),
    "purpose-in-room": translatable('"room" vises for alle og må ikke vise formålet – slet det i teksten.'),
    "optional-and-protected": translatable('"optional" og "protected" kan ikke stå sammen – slet den ene.'),
    "window-order": translatable('"latest_days" ({latest}) er før "earliest_days" ({earliest}) – byt dem om.'),
    "sum-over-limit": translatable(
        'delene tager {total} min., og "{key}" er {limit} – sæt delene ned eller grænsen op.'
    ),
    "unknown-next-method": translatable('"next_method": metoden "{value}" findes ikke – brug en af: {known}.'),
    "unknown-next-method:near": translatable('"next_method": metoden "{value}" findes ikke – mente du "{nearest}"?'),
    "duplicate-method": translatable('"id": metoden "{value}" står også i {file} – giv en af dem et andet id.'),
}

_EXPECTED: Mapping[str, str] = {
    "text": translatable('en tekst (fx "Kirsten")'),
    "whole-number": translatable("et helt tal (fx 30)"),
    "number": translatable("et tal (fx 30)"),
    "yes-no": translatable("true eller false"),
    "date": translatable("en dato (fx 2026-12-02)"),
    "date-time": translatable("dato og klokkeslæt uden tidszone (fx 2026-11-23T16:00:00)"),
    "text-list": translatable('en liste af tekster (fx ["dansk", "somali"])'),
    "table": translatable("et afsnit"),
    "table-list": translatable("en række afsnit med dobbelte klammer"),
}

_FOUND: Mapping[str, str] = {
    "text": translatable("en tekst"),
    "whole-number": translatable("et helt tal"),
    "number": translatable("et kommatal"),
    "yes-no": translatable("true eller false"),
    "date": translatable("en dato uden klokkeslæt"),
    "date-time": translatable("en dato med klokkeslæt"),
    "date-time-zone": translatable("et tidspunkt med tidszone"),
    "time": translatable("et klokkeslæt"),
    "list": translatable("en liste"),
    "table": translatable("et afsnit"),
    "table-list": translatable("en række afsnit"),
}


def sentence(t: Translator, path: Path, line: int | None, key: str, code: str, facts: Mapping[str, object]) -> str:
    """Return one sentence: `demo.toml, linje 12: "seconds" skal være et tal (fx 30), men er en tekst.`

    Only the file's name is shown, never its folder. Raises KeyError for a code that is none of the listed ones.
    """
    shown = {name: _shown(t, code, name, value) for name, value in facts.items()}
    told = t.gettext(_SENTENCES[_variant(code, facts)]).format(key=_clean(key), **shown)
    file = _clean(path.name or str(path))
    if line is None:
        return t.gettext("{file}: {told}").format(file=file, told=told)
    return t.gettext("{file}, linje {line}: {told}").format(file=file, line=line, told=told)


def _variant(code: str, facts: Mapping[str, object]) -> str:
    """The sentence that fits the facts: with a near word, at the top of the file, for a known reason."""
    variant = code
    if facts.get("table") == "":
        variant += ":top"
    if facts.get("nearest"):
        variant += ":near"
    if facts.get("above"):
        variant += ":above"
    if code == "syntax" and f"syntax:{facts['reason']}" in _SENTENCES:
        variant = f"syntax:{facts['reason']}"
    return variant


def _shown(t: Translator, code: str, name: str, value: object) -> str:
    if code == "wrong-type" and isinstance(value, str):
        return t.gettext(_EXPECTED[value] if name == "expected" else _FOUND[value])
    if isinstance(value, tuple):
        return ", ".join(_clean(str(item)) for item in value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if t.language == "da" else ".")
    return _clean(str(value))


def _clean(text: str) -> str:
    """One line without invisible characters, cut where it gets long, so that the sentence stays one sentence."""
    line = "".join(character if character.isprintable() else " " for character in readable(text))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
