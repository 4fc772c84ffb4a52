"""`prepare`: a plan file becomes a sag and a planned meeting, and the same file twice changes nothing."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_file import read_plan_file
from netmoede_desktop.services.toml.table import TomlTable
from netmoede_desktop.storage.values import FactsOf
from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import Terminal
from tests.storage.vaults import PASSPHRASE, surroundings

RESOURCES = Path(__file__).parents[2] / "resources"
EXAMPLE = RESOURCES / "plans" / "example.toml"
SCHEMA = RESOURCES / "schemas" / "netmoede-plan-1.schema.json"


@pytest.fixture
def plan(terminal: Terminal) -> str:
    """The example, as the program prints it."""
    ran = terminal.run("prepare", "--example")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def prepared(terminal: Terminal, text: str, *more: str) -> dict[str, Any]:
    ran = terminal.real("prepare", terminal.file("plan.toml", text), "--recovery-out", "kode.txt", *more)
    assert (ran.code, ran.err) == (0, "")
    (answer,) = ran.answers
    assert list(answer) == ["case", "meeting"]
    found: dict[str, Any] = answer
    return found


def again(terminal: Terminal, text: str) -> dict[str, Any]:
    ran = terminal.real("prepare", terminal.file("plan.toml", text))
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = ran.answers[0]
    return found


def known(terminal: Terminal) -> dict[str, dict[str, Any]]:
    """All the facts in the vault, by kind, persons by name."""
    with Vault.open(terminal.profile, PASSPHRASE, surroundings()) as vault, vault.transaction() as store:
        (case,) = store.cases.all()
        names = {person.id: person.name for person in store.people.of_case(case.id)}
        return {
            kind.value: {
                names.get(subject, subject): json.loads(text)
                for subject, text in store.facts.of_case(case.id, kind).items()
            }
            for kind in FactsOf
        }


def test_the_example_becomes_a_meeting_with_all_that_is_known(terminal: Terminal, plan: str) -> None:
    made = prepared(terminal, plan)
    listed = terminal.real("meetings", "--json").answers[0]
    assert listed == [
        {
            "id": made["meeting"],
            "case": "M-2026-014",
            "method": "din-1",
            "starts": "2026-11-23T16:00:00",
            "state": "planlagt",
        }
    ]
    facts = known(terminal)
    assert facts["person"]["Kirsten Holm"]["circle"] == "tæt"
    assert facts["case"][made["case"]]["screening"] == "nej"
    [meeting] = facts["meeting"].values()
    assert meeting["child"]["own_words"].startswith("Jeg vil have, at der er stille")
    ali = next(one for one in meeting["invited"] if one.get("words"))
    assert (ali["reply"], bool(ali["reader"])) == ("sender ord", True)
    assert (terminal.folder / "kode.txt").read_text(encoding="utf-8").count("-") == 6


def test_the_same_plan_twice_changes_nothing(terminal: Terminal, plan: str) -> None:
    made = prepared(terminal, plan)
    before, store = known(terminal), _contents(terminal)
    assert again(terminal, plan) == made
    assert (known(terminal), _contents(terminal)) == (before, store)


def test_what_the_plan_does_not_say_stays(terminal: Terminal, plan: str) -> None:
    made = prepared(terminal, plan)
    before = known(terminal)
    short = plan[: plan.index("[preparation]")].replace('diet = "vegetar"\n', "").replace('phone = "20 30 40 51"\n', "")
    assert again(terminal, short) == made
    assert known(terminal) == before


def test_what_the_plan_says_anew_is_completed(terminal: Terminal, plan: str) -> None:
    prepared(terminal, plan)
    again(
        terminal, plan.replace("capacity = 14", "capacity = 24").replace('why = "Du er Mikkels mor."', 'why = "Mor."')
    )
    facts = known(terminal)
    [meeting] = facts["meeting"].values()
    assert (meeting["room"]["capacity"], meeting["room"]["evening_until"]) == (24, 20)
    assert facts["person"]["Lone Holm"]["why"] == "Mor."


def test_another_start_is_another_meeting_of_the_same_sag(terminal: Terminal, plan: str) -> None:
    first = prepared(terminal, plan)
    second = again(terminal, plan.replace("starts = 2026-11-23T16:00:00", "starts = 2027-01-18T16:00:00"))
    assert second["case"] == first["case"]
    assert second["meeting"] != first["meeting"]


def test_a_person_is_known_by_name_and_relation(terminal: Terminal, plan: str) -> None:
    prepared(terminal, plan)
    again(terminal, plan.replace('relation = "klasselærer"', 'relation = "nabo"'))
    names = list(known(terminal)["person"])
    assert names.count("Hanne Berg") == 1  # by name here; two of them in the sag
    with Vault.open(terminal.profile, PASSPHRASE, surroundings()) as vault, vault.transaction() as store:
        (case,) = store.cases.all()
        relations = [person.relation for person in store.people.of_case(case.id) if person.name == "Hanne Berg"]
    assert relations == ["klasselærer", "nabo"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('reference = "M-2026-014"', 'reference = "140315-1234"', "CPR-nummer"),
        ("[preparation]\n", "[preparation]\nklar = true\n", "klar"),
        ('method = "din-1"', 'method = "din-9"', "din-9"),
        ('supports = "mikkel"', 'supports = "kirsten"', "kirsten"),
        ("birth_year = 2015\nlanguages", "birth_year = 2031\nlanguages", "birth_year"),
        ('place = "først"\nbirth_year = 2015', 'place = "først"\nbirth_year = 2031', "birth_year"),
        ('circle = "fjern"', 'circle = "langt væk"', "langt væk"),
        ("knows_family = false", 'knows_family = "nej"', "knows_family"),
        ('read_by = "hanne"', 'read_by = "ingen"', "ingen"),
        ("until = 2027-05-31\n\n", "until = 2026-05-31\n\n", "until"),
    ],
)
def test_a_plan_that_cannot_be_used_is_one_sentence_and_changes_nothing(
    terminal: Terminal, plan: str, before: str, after: str, told: str
) -> None:
    assert before in plan
    file = terminal.file("plan.toml", plan.replace(before, after, 1))
    ran = terminal.real("prepare", file, "--recovery-out", "kode.txt")
    assert ran.code == 2
    assert "plan.toml" in ran.sentence
    assert told in ran.sentence
    assert not terminal.profile.exists()
    assert not (terminal.folder / "kode.txt").exists()


def test_an_empty_folder_needs_a_place_for_the_code(terminal: Terminal, plan: str) -> None:
    ran = terminal.real("prepare", terminal.file("plan.toml", plan))
    assert ran.code == 5
    assert "--recovery-out" in ran.sentence
    assert not terminal.profile.exists()


def test_the_code_is_not_written_over_a_file(terminal: Terminal, plan: str) -> None:
    terminal.file("kode.txt", "min egen")
    ran = terminal.real("prepare", terminal.file("plan.toml", plan), "--recovery-out", "kode.txt")
    assert ran.code == 2
    assert (terminal.folder / "kode.txt").read_text(encoding="utf-8") == "min egen"
    assert not terminal.profile.exists()


def test_a_plan_must_be_named(terminal: Terminal) -> None:
    ran = terminal.real("prepare")
    assert ran.code == 2
    assert "PLAN.toml" in ran.sentence


def test_a_meeting_that_is_held_is_not_planned_again(terminal: Terminal, meeting: str, plan: str) -> None:
    with Vault.open(terminal.profile, PASSPHRASE, surroundings()) as vault, vault.transaction() as store:
        held = store.meetings.required(meeting)
        reference = store.cases.required(held.case_id).reference
        planned = store.meetings.agreed_starts()[meeting]
    text = plan.replace("M-2026-014", reference).replace("2026-11-23T16:00:00", planned.isoformat())
    before = known(terminal)
    ran = terminal.real("prepare", terminal.file("plan.toml", text))
    assert ran.code == 5
    assert ran.sentence
    assert known(terminal) == before


def test_the_schema_knows_the_keys_of_the_reader_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, set[str]] = {}
    finish = TomlTable.finish

    def recording(table: TomlTable) -> None:
        asked.setdefault(table.header.strip("[]"), set()).update(table.asked)
        finish(table)

    monkeypatch.setattr(TomlTable, "finish", recording)
    methods = load_methods(RESOURCES / "methods", None)
    read_plan_file(EXAMPLE, methods)
    top = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]
    inner = top["preparation"]["properties"]
    expected = {
        name: set(_properties(schema))
        for name, schema in {**top, **inner}.items()
        if _properties(schema) and name != "override"
    }
    told = {name: asked[name] for name in expected if name not in ("agreement",)}
    del expected["agreement"]
    assert told == expected


def test_the_example_fits_the_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    plan = json.loads(json_text_of(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))))
    jsonschema.validate(plan, schema)
    plan["preparation"]["klar"] = True
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plan, schema)


def json_text_of(value: Any) -> str:
    """TOML values as JSON text, dates as text."""
    return json.dumps(value, default=str)


def _properties(schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schema.get("properties") or schema.get("items", {}).get("properties") or {}
    return found


def _contents(terminal: Terminal) -> object:
    """Every row of the vault."""
    with Vault.open(terminal.profile, PASSPHRASE, surroundings()) as vault:
        rows = vault._connection.plain.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        return {
            name: sorted(map(str, vault._connection.plain.execute(f"SELECT * FROM {name}").fetchall()))
            for (name,) in rows
            if not name.startswith("sqlite_")
        }
