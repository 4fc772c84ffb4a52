"""Every released schema's frozen vault opens today, with all that was in it."""

import re
import shutil
from pathlib import Path

import pytest

from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.migrations.steps import newest_schema, schema_of
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.vault import Vault
from tests.storage import museum_vault
from tests.storage.museum_vault import HELD, MOVED, MUSEUM, make
from tests.storage.vaults import CASE, MEETING, OTHER_PASSPHRASE, PASSPHRASE, files_of, note, surroundings

VAULTS = sorted(path.name for path in MUSEUM.glob("schema-*"))
CODES = {
    "schema-1": "4CCM-R7SZ-0RMC-JEG4-JS5W-NGMG-2PA1",
    "schema-2": "V1FK-3ZAV-3TZA-35JC-1XJF-MN75-MG1S",
    "schema-3": "6A03-2XKM-XE0D-QBW6-1TJQ-4DFS-JVVK",
    "schema-4": "6A03-2XKM-XE0D-QBW6-1TJQ-4DFS-JVVK",
    "schema-5": "CHR6-NCGW-3ZXQ-9D0R-WB3P-KW6D-GTVT",
    "schema-6": "WGJE-G69Q-WZ88-VA6T-J012-JAJF-1F2J",
}

FROZEN = {
    "schema-1/vault/store.db": "c67b5e3b08014118e2412422702578b4e75c57ed3581bf4d9b7e22dcc8e5f918",
    "schema-1/vault/key.json": "35128f93a8ed22a0311496bb14d5c24475fd5f5aa5b55f7808c54da87a46ada5",
    "schema-1/vault/key-copy.json": "35128f93a8ed22a0311496bb14d5c24475fd5f5aa5b55f7808c54da87a46ada5",
    "schema-2/vault/store.db": "62f0efb413d9b349941f12c23e4dfc773026b20168c1a607f15f7acb545bad6b",
    "schema-2/vault/key.json": "d15fe5f231b515442bff1794da3aaadc01d1d43a7df1daf61f51b7f33a52105d",
    "schema-2/vault/key-copy.json": "d15fe5f231b515442bff1794da3aaadc01d1d43a7df1daf61f51b7f33a52105d",
    "schema-3/vault/store.db": "4e9f1171c9b9492acf083b157f0369d60c109ea447c5de485704ae3bd45bbfdf",
    "schema-3/vault/key.json": "008c7322d4672e4f09c74ebe2c76892ceb23396a618a9b84ec65355b9ce19bde",
    "schema-3/vault/key-copy.json": "008c7322d4672e4f09c74ebe2c76892ceb23396a618a9b84ec65355b9ce19bde",
    "schema-4/vault/store.db": "1719be4f60b4724c2783a090809a340c7b21de0ca2bedc31e8f1531ace54fec4",
    "schema-4/vault/key.json": "8f65508099cbfe0fa44f5902a840db25eeffe4ce3bd623b078826da88ebc85ac",
    "schema-4/vault/key-copy.json": "8f65508099cbfe0fa44f5902a840db25eeffe4ce3bd623b078826da88ebc85ac",
    "schema-5/vault/store.db": "12237fb3960db49874bc615a985882b4857f3234643018afbb9b8e0e3aad9cb8",
    "schema-5/vault/key.json": "beb6a6468b1eca27ab5ec6c83391580dec61c30732caa15c060bf97e0f0b2bc5",
    "schema-5/vault/key-copy.json": "beb6a6468b1eca27ab5ec6c83391580dec61c30732caa15c060bf97e0f0b2bc5",
    "schema-6/vault/store.db": "256569b6f0a4e7f7166f6d64dd50640ab502f7cc829a40ef4fdebbc9d244ab10",
    "schema-6/vault/key.json": "6960b465670789e3cdba27468b0abd780582590e60fad6c855dbe9ee6597a6d3",
    "schema-6/vault/key-copy.json": "6960b465670789e3cdba27468b0abd780582590e60fad6c855dbe9ee6597a6d3",
}


def everything(transaction: Transaction) -> None:
    """What every exhibit holds."""
    case = transaction.cases.get(CASE)
    assert case is not None and case.languages == ("dansk", "somali")
    child, mother = transaction.people.of_case(CASE)
    assert child.place == ChildPlace(PlaceKind.FIRST)
    assert mother.protected_address
    entries = transaction.journal.read(MEETING)
    assert [entry.seq for entry in entries] == list(range(1, 41))
    assert entries[39].payload == {"text": "Ordet gik videre, æøå " + "…" * 40}
    assert transaction.private_notes.of_meeting(MEETING) == [note(3, "privat")]
    assert [minutes.content for minutes in transaction.minutes.of_meeting(MEETING)] == ['{"aftaler":[]}']
    assert transaction.minutes.is_whole(MEETING)
    assert [entry.act.name for entry in transaction.audit.about(case_id=CASE)] == ["viewed", "exported"]
    assert [deletion.case_id for deletion in transaction.deletions.all()] == ["case-2"]
    assert transaction.settings.get("theme") == "lys"


def added_by_2(transaction: Transaction) -> None:
    outcome = transaction.outcomes.get(HELD)
    assert outcome is not None
    assert (outcome.approved, outcome.facts) == (0, {"ended": "2026-11-23T17:00:00+01:00"})
    assert transaction.minutes.of_pdf("ab" * 32) == (MEETING, 1)
    assert transaction.corrections.of_meeting(HELD) == {"purpose": "Ro i hverdagen, også om morgenen"}
    assert {meeting.id for meeting in transaction.meetings.without_approved_minutes(9)} - {MOVED} == {HELD}


def added_by_3(transaction: Transaction) -> None:
    begun = transaction.begun_lines.of_meeting(MEETING)
    assert [(line.field, line.text) for line in begun] == [("table.board", "Ro om morg"), ("table.private", "")]
    assert transaction.private_notes.begun(MEETING) == "Husk at spør"


def changed_by_4(transaction: Transaction) -> None:
    held = transaction.meetings.get(MOVED)
    assert held is not None
    agreed = transaction.meetings.agreed_starts()
    assert (held.starts.isoformat(), agreed[MOVED].isoformat()) == ("2026-11-30T14:57:00", "2026-12-03T15:30:00")


def added_by_5(transaction: Transaction) -> None:
    for subject, subject_id, content in museum_vault.FACTS:
        assert transaction.facts.get(CASE, subject, subject_id) == content


def added_by_6(transaction: Transaction) -> None:
    [found] = transaction.search.find("looneh", 9)
    assert found.person is not None
    assert (found.case_id, found.person.name) == (CASE, "Lone Holm")


#: What is looked for from each schema on, in its order.
CHECKS = (everything, added_by_2, added_by_3, changed_by_4, added_by_5, added_by_6)


@pytest.fixture(params=VAULTS)
def exhibit(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one frozen vault; the frozen one is never touched."""
    profile = tmp_path / str(request.param)
    shutil.copytree(MUSEUM / str(request.param), profile)
    for path in profile.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return profile


def check(exhibit: Path, world: Surroundings) -> None:
    """Open a vault and look for all that its schema had."""
    with Vault.open(exhibit, PASSPHRASE, world) as vault:
        vault.check()
        assert schema_of(vault._connection.plain) == newest_schema()
        with vault.transaction() as transaction:
            for looks in CHECKS[: int(exhibit.name.removeprefix("schema-"))]:
                looks(transaction)


@pytest.mark.smoke
def test_there_is_one_vault_per_schema() -> None:
    assert [f"schema-{number}" for number in range(1, newest_schema() + 1)] == VAULTS
    assert len(CHECKS) == newest_schema(), "a new schema has a check of what it brought"


def test_the_exhibits_are_as_they_were_made() -> None:
    assert {name: digest for name, digest in files_of(MUSEUM).items() if "/" in name} == FROZEN


def test_the_readme_tells_of_each_with_its_code() -> None:
    rows = re.findall(r"^\| `(schema-\d+)` \|.*", (MUSEUM / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == VAULTS == list(CODES)
    text = (MUSEUM / "README.md").read_text(encoding="utf-8")
    assert PASSPHRASE in text
    assert {code for code in CODES.values() if code not in text} == set()


@pytest.mark.smoke
def test_it_opens_with_everything_in_it(exhibit: Path, world: Surroundings) -> None:
    check(exhibit, world)


def test_the_script_makes_an_exhibit_like_those_there_are(tmp_path: Path, world: Surroundings) -> None:
    name, code = make(tmp_path, world)
    assert name == VAULTS[-1]
    assert sorted(files_of(tmp_path)) == sorted(path for path in FROZEN if path.startswith(name))
    check(tmp_path / name, world)
    Vault.recover(tmp_path / name, code, OTHER_PASSPHRASE, world).close()


def test_an_exhibit_is_never_made_again(
    tmp_path: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(museum_vault, "MUSEUM", tmp_path)
    assert museum_vault.main() == 0
    made, said = files_of(tmp_path), capsys.readouterr().out
    assert all(f'"{path}": "{digest}"' in said for path, digest in made.items())
    named = re.search(r'"schema-\d+": "([0-9A-Z-]+)",', said)
    assert named is not None
    Vault.recover(tmp_path / VAULTS[-1], RecoveryCode.parse(named[1]), OTHER_PASSPHRASE, surroundings()).close()
    made = files_of(tmp_path)
    assert museum_vault.main() == 1
    assert files_of(tmp_path) == made
    assert "is there already" in capsys.readouterr().out


def test_its_recovery_code_still_opens_it(exhibit: Path, world: Surroundings) -> None:
    code = RecoveryCode.parse(CODES[exhibit.name])
    Vault.recover(exhibit, code, OTHER_PASSPHRASE, world).close()
    Vault.open(exhibit, OTHER_PASSPHRASE, world).close()


def test_its_journal_goes_on(exhibit: Path, world: Surroundings) -> None:
    with Vault.open(exhibit, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 40
    with Vault.open(exhibit, PASSPHRASE, world) as vault:
        assert vault.backup_if_changed() is not None
