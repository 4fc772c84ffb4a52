"""`netmoede ready`: whether a meeting is ready, as JSON, whatever the verdict."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from netmoede_desktop.domain.cases.case_facts import Screening
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.preparation.edit_facts import change_facts
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, plan_meeting
from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import Terminal
from tests.services.stories import methods
from tests.storage.vaults import PASSPHRASE, START, surroundings

PEOPLE = (
    Person("ida", "Ida Holst", "Ida", Role.CHILD, seat=0),
    Person("mor", "Åse Holst", "Åse", Role.PARENT, "mor", seat=1),
    Person("leder", "Maja Lind", "Maja", Role.LEADER, seat=2),
)


def plan(terminal: Terminal, people: tuple[Person, ...] = PEOPLE, birth_year: int = 2015, **asked: Any) -> str:
    """A planned meeting in the terminal's profile."""
    vault, _ = Vault.create(terminal.profile, PASSPHRASE, surroundings())
    case_id = make_case(vault, CaseDetails("M-1", "Ida", birth_year), START)
    with vault.transaction() as store:
        store.people.put(case_id, people)
    wanted: dict[str, Any] = {
        "method_id": "din-1",
        "starts": datetime(2026, 12, 7, 16, 0),  # noqa: DTZ001 - a local wall time
        "purpose": "Ro i hverdagen",
        "people": tuple(person.id for person in people),
    }
    meeting = plan_meeting(vault, methods(), case_id, NewMeeting(**(wanted | asked)), START)
    vault.close()
    return meeting


def row(terminal: Terminal, meeting: str, rule: str) -> dict[str, str]:
    """What `ready` says of one rule."""
    [answer] = terminal.real("ready", meeting).answers
    return next(one for one in answer["rules"] if one["rule"] == rule)


@pytest.fixture
def planned(terminal: Terminal) -> str:
    return plan(terminal)


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


# --- requirements


@pytest.mark.parametrize(
    ("birth_year", "state", "said"),
    [
        (2015, "på plads", "11 i år"),
        (2020, "mangler", "Ida bliver 6 i år: metoden er lavet til 7–13 år"),
        (2011, "mangler", "Ida bliver 15 i år: fra 15 er virkningen mindre"),
    ],
)
def test_r009_r012_another_age_than_pnm_is_made_for_is_noticed_and_stops_nothing(
    terminal: Terminal, birth_year: int, state: str, said: str
) -> None:
    meeting = plan(terminal, birth_year=birth_year, method_id="pnm-1")
    found = row(terminal, meeting, "pnm-age")
    assert (found["level"], found["state"], found["evidence"]) == ("råd", state, said)
    assert terminal.real("ready", meeting).answers[0]["may_start"]


def test_r017_without_the_authority_holbaeks_meeting_is_a_udviklingsmoede(terminal: Terminal) -> None:
    found = row(terminal, plan(terminal, method_id="hlb-1"), "authority-listed")
    assert (found["level"], found["state"]) == ("begrund", "mangler")
    assert found["mend"] == "Skriv rådgiveren på listen, eller hold et udviklingsmøde."


def test_r020_the_sagsbehandler_comes_and_is_somebody_else_than_who_leads(terminal: Terminal) -> None:
    found = row(terminal, plan(terminal), "caseworker-listed")
    assert (found["state"], found["evidence"]) == ("mangler", "Familiens sagsbehandler er ikke på listen")


def test_r020_both_are_in_place_with_their_names(terminal: Terminal) -> None:
    adviser = Person("sag", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler", seat=3)
    meeting = plan(terminal, people=(*PEOPLE, adviser))
    for rule, name in (("leader-listed", "Maja Lind"), ("caseworker-listed", "Søren Friis")):
        assert row(terminal, meeting, rule)["evidence"] == name
    assert row(terminal, meeting, "leader-not-caseworker")["state"] == "på plads"


@pytest.mark.parametrize(
    ("starts", "state", "said"),
    [
        ((2026, 12, 7, 9), "på plads", "Kl. 9.00, i arbejdstiden"),
        ((2026, 12, 7, 16), "på plads", "Kl. 16.00, når familien kan"),
        ((2026, 12, 7, 3), "mangler", "Mødet begynder kl. 3.00 og ligger uden for dagen"),
        ((2026, 12, 12, 10), "mangler", "12. dec. er i weekenden"),
        ((2026, 12, 24, 10), "mangler", "24. dec. er Juleaftensdag"),
    ],
)
def test_r085_a_time_outside_working_hours_is_possible_and_an_odd_one_is_said(
    terminal: Terminal, starts: tuple[int, int, int, int], state: str, said: str
) -> None:
    found = row(terminal, plan(terminal, starts=datetime(*starts)), "hour-fits")  # noqa: DTZ001 - a local wall time
    assert (found["level"], found["state"], found["evidence"]) == ("råd", state, said)
