"""One clear Danish sentence for each problem: the file, the place, the mend."""

import re
from pathlib import Path

import pytest

from netmoede_desktop.localization import input_wording
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.methods import method_files, method_reading
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.preparation import rule_file
from netmoede_desktop.services.scenarios import scenario_file
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.toml import input as toml_input
from netmoede_desktop.services.toml.input import InputError

DANISH = load("da")

SCENARIO = """\
[case]
reference = "M-1"
child = "Ida"

[meeting]
method = "din-1"
starts = 2027-01-19T16:00:00

[[person]]
id = "ida"
name = "Ida Holst"
role = "barn"

[[step]]
do = "speak"
who = "ida"
seconds = 30
"""


def _sentence(tmp_path: Path, repository: Path, data: bytes) -> str:
    path = tmp_path / "prøve.toml"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_scenario(path, load_methods(repository / "resources" / "methods"))
    problem = caught.value.problems[0]
    return input_wording.sentence(DANISH, problem.path, problem.line, problem.key, problem.code, problem.facts)


SHIPPED = "din-1, din-o, hlb-1, hlb-o, pnm-1, pnm-n, um-1, um-o, um"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("seconds = 30", 'seconds = "30"', 'linje 17: "seconds" skal være et tal (fx 30), men er en tekst.'),
        ("seconds = 30\n", "", 'linje 14: "seconds" mangler i [[step]] – skriv den.'),
        ("seconds = 30", "seconsd = 30", 'linje 14: "seconds" mangler i [[step]] – skriv den.'),
        ("seconds = 30", "seconds = -2.5", 'linje 17: "seconds" er -2,5 – skriv mindst 0.'),
        ("seconds = 30", "seconds = 3\nmerk = 'ønske'", 'linje 18: "merk" kendes ikke i [[step]] – mente du "mark"?'),
        (
            "seconds = 30",
            "seconds = 3\nmark = 'glad'",
            'linje 18: "glad" kan ikke bruges som "mark" – brug en af: ressource, bekymring, ønske.',
        ),
        ('"speak"', '"speek"', 'linje 15: "speek" kan ikke gøres ("do") – mente du "speak"?'),
        ('who = "ida"', 'who = "idda"', 'linje 16: "who": ingen person har id "idda" – mente du "ida"?'),
        ('who = "ida"', 'who = "peter"', 'linje 16: "who": ingen person har id "peter" – brug et id fra [[person]].'),
        (
            "din-1",
            "din-2",
            f'linje 6: metoden "din-2" findes ikke – brug en af: {SHIPPED}.',
        ),
        ("[case]", "[sag]", "[case] mangler – skriv det afsnit i filen."),
        (
            "T16:00:00",
            "",
            (
                'linje 7: "starts" skal være dato og klokkeslæt uden tidszone (fx 2026-11-23T16:00:00), '
                "men er en dato uden klokkeslæt."
            ),
        ),
        ("T16:00:00", "T16:00", "linje 7: datoen eller klokkeslættet findes ikke – skriv fx 2026-11-23T16:00:00."),
        ('"Ida Holst"', '"   "', 'linje 11: "name" er tom – skriv noget.'),
        ('"Ida Holst"', '"Ida Holst', "linje 11: en tekst mangler sit sidste anførselstegn – sæt det på."),
        (
            'role = "barn"',
            'role = "informatør"',
            'linje 12: rollen ("role") "informatør" bruges ikke i din-1 – vælg en anden rolle.',
        ),
        (
            'role = "barn"',
            'role = "barn"\nplace = "bagest"',
            'linje 13: "place" kan ikke være "bagest" – skriv først, sidst, efter:ID, via:ID eller læses op.',
        ),
        (
            'role = "barn"',
            'role = "mødeleder"\nparty = "fagperson"',
            'linje 13: i din-1 har mødelederen ikke selv ordet som fagperson – slet linjen "party".',
        ),
        (
            'role = "barn"',
            'role = "barn"\nparty = "fagperson"',
            'linje 13: "party" er kun for en mødeleder, der selv er med – slet linjen.',
        ),
        (
            "[[step]]",
            '[[person]]\nid = "ida"\nname = "Bo"\nrole = "privat"\n[[step]]',
            'linje 15: id "ida" er også brugt i linje 10 – giv en af dem et andet.',
        ),
        ('"speak"\nwho = "ida"\nseconds = 30', '"pause"\nminutes = 0', 'linje 16: "minutes" er 0 – skriv mere end 0.'),
        (
            '"speak"\nwho = "ida"\nseconds = 30',
            '"follow_up"',
            'linje 14: næste møde mangler – skriv "at" med en dato eller "none" med en grund.',
        ),
        ("child", "x = 1\nx", "linje 4: det samme navn er brugt to gange – slet det ene."),
    ],
)
def test_a_slip_is_told_in_one_sentence(tmp_path: Path, repository: Path, old: str, new: str, told: str) -> None:
    assert old in SCENARIO
    sentence = _sentence(tmp_path, repository, SCENARIO.replace(old, new, 1).encode())
    assert sentence == f"prøve.toml{': ' if told.startswith('[') else ', '}{told}"


def test_a_file_that_cannot_be_read_at_all(tmp_path: Path, repository: Path) -> None:
    assert _sentence(tmp_path, repository, b"# \xe6\n") == (
        "prøve.toml, linje 1: filen er ikke gemt som UTF-8 – gem den igen som UTF-8."
    )


def test_the_sentence_stays_one_line_whatever_the_file_holds(tmp_path: Path, repository: Path) -> None:
    nasty = SCENARIO.replace('who = "ida"', 'who = """a\nb\\u001b{key}{0}' + "x" * 500 + '"""')
    sentence = _sentence(tmp_path, repository, nasty.encode())
    assert sentence.startswith('prøve.toml, linje 16: "who"')
    assert sentence.isprintable()
    assert len(sentence) < 200


def test_the_folder_of_the_file_is_not_told() -> None:
    told = input_wording.sentence(DANISH, Path("en") / "hemmelig" / "x.toml", None, "", "file-missing", {})
    assert told == "x.toml: filen findes ikke – se efter, om navnet er stavet rigtigt."


def test_every_code_has_a_sentence_and_no_sentence_is_without_a_code() -> None:
    told = {name.split(":")[0] for name in input_wording._SENTENCES}
    listed: set[str] = set()
    for module in (toml_input, method_reading, method_files, rule_file, scenario_file):
        listed |= set(re.findall(r"`([a-z][a-z0-9-]+)`", module.__doc__ or ""))
    assert listed == told


def test_every_kind_of_value_has_its_words() -> None:
    found = {"text", "whole-number", "number", "yes-no", "date", "date-time", "date-time-zone", "time", "list"}
    assert set(input_wording._FOUND) == found | {"table", "table-list"}
    for kind in input_wording._EXPECTED:
        told = input_wording.sentence(DANISH, Path("a"), 1, "k", "wrong-type", {"expected": kind, "found": "list"})
        assert told.endswith(", men er en liste.")


def test_every_sentence_ends_and_offers_a_mend() -> None:
    for sentence in input_wording._SENTENCES.values():
        assert sentence.endswith((".", "?"))
        assert " – " in sentence or "skal være" in sentence
