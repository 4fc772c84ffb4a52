"""`netmoede ready`: whether a meeting is ready, as JSON, whatever the verdict."""

from dataclasses import replace
from datetime import datetime

import pytest

from netmoede_desktop.domain.cases.case_facts import Screening
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, change_facts, plan_meeting
from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import Terminal
from tests.services.stories import methods
from tests.storage.vaults import PASSPHRASE, START, surroundings

PEOPLE = (
    Person("ida", "Ida Holst", "Ida", Role.CHILD, seat=0),
    Person("mor", "Åse Holst", "Åse", Role.PARENT, "mor", seat=1),
    Person("leder", "Maja Lind", "Maja", Role.LEADER, seat=2),
)


@pytest.fixture
def planned(terminal: Terminal) -> str:
    vault, _ = Vault.create(terminal.profile, PASSPHRASE, surroundings())
    case_id = make_case(vault, CaseDetails("M-1", "Ida", 2015), START)
    with vault.transaction() as store:
        store.people.put(case_id, PEOPLE)
    wanted = NewMeeting(
        method_id="din-1",
        starts=datetime(2026, 12, 7, 16, 0),  # noqa: DTZ001 - a local wall time
        purpose="Ro i hverdagen",
        people=tuple(person.id for person in PEOPLE),
    )
    meeting = plan_meeting(vault, methods(), case_id, wanted, START)
    vault.close()
    return meeting


@pytest.mark.smoke
def test_each_rule_is_listed_with_its_state_what_it_rests_on_and_the_mend(terminal: Terminal, planned: str) -> None:
    ran = terminal.real("ready", planned)
    assert (ran.code, ran.err) == (0, "")
    [answer] = ran.answers
    assert list(answer) == ["meeting", "may_start", "rules"]
    assert (answer["meeting"], answer["may_start"]) == (planned, True)
    rows = {row["rule"]: row for row in answer["rules"]}
    assert rows["purpose"] == {
        "rule": "purpose",
        "requirement": "R050",
        "level": "begrund",
        "state": "på plads",
        "evidence": "Ro i hverdagen",
        "mend": "",
    }
    assert rows["child-talked-with"] == {
        "rule": "child-talked-with",
        "requirement": "R042",
        "level": "begrund",
        "state": "ikke set på",
        "evidence": "Ingen har talt med Ida før mødet",
        "mend": "Tal med Ida inden mødet, gerne alene, og skriv hvad der blev sagt.",
    }
    assert rows["known-answered"]["state"] == "gælder ikke"
    assert {row["level"] for row in rows.values()} == {"stop", "begrund", "råd"}
    assert terminal.real("ready", planned, "--json").answers == [answer]


def test_a_stop_says_so_and_the_exit_code_stays_0(terminal: Terminal, planned: str) -> None:
    vault = Vault.open(terminal.profile, PASSPHRASE, surroundings())

    def screened(known: KnownFacts) -> KnownFacts:
        return replace(known, case=replace(known.case, screening=Screening.YES))

    change_facts(vault, planned, screened, START)
    vault.close()
    ran = terminal.real("ready", planned)
    [answer] = ran.answers
    assert (ran.code, answer["may_start"]) == (0, False)
    [row] = [row for row in answer["rules"] if row["rule"] == "risk-assessed"]
    assert (row["level"], row["state"]) == ("stop", "mangler")


def test_an_unknown_meeting_is_a_wrong_argument(terminal: Terminal, planned: str) -> None:
    ran = terminal.real("ready", planned + "x")
    assert (ran.code, ran.out) == (2, "")
    assert ran.sentence.startswith("Der er intet møde med id")


def test_without_a_store_it_is_not_possible_now(terminal: Terminal) -> None:
    assert terminal.real("ready", "abc").code == 5


def test_a_bad_line_in_the_municipalitys_rules_is_said_and_the_shipped_ones_hold(
    terminal: Terminal, planned: str
) -> None:
    before = terminal.real("ready", planned).answers
    (terminal.profile / "rules.toml").write_text('[purpose]\nalle = "stop"\n', encoding="utf-8")
    ran = terminal.real("ready", planned)
    assert (ran.code, ran.answers) == (0, before)
    assert ran.sentence.startswith("rules.toml, linje 2")
    (terminal.profile / "rules.toml").write_text('[purpose]\nalle = "gælder ikke"\n', encoding="utf-8")
    ran = terminal.real("ready", planned)
    assert ran.err == ""
    assert [row["state"] for row in ran.answers[0]["rules"] if row["rule"] == "purpose"] == ["gælder ikke"]
