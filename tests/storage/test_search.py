"""The index in the vault finds whoever is in it now, in any spelling; what is deleted is in it no more."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import FactsOf, FoundCase, FoundPerson, StoredCase, StoredFacts
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import CASE, START

#: Given and family names that are nobody's, by language, with what is written for one another there.
NAMES = {
    "Danish": (
        "Åse Søren Ejvør Kjæld Bodil Thøger Mathæus Vigga",
        "Ågård Kjærsgaard Nørbæk Østerwang Bøckmand",
        "å=aa å=a ø=oe ø=o ø=ö æ=ae æ=ä æ=e v=w th=t kj=k ck=k",
    ),
    "Arabic": (
        "Yousra Khalidah Qassem Sharifah Nour Zaynab Jamilah",
        "Al-Khatouni Ben-Qadri Abou-Sharaf El-Zaidani",
        "ou=u kh=k q=k ss=s sh=s ay=aj ai=ay z=s ah=a -=",
    ),
    "Somali": (
        "Xaawiya Cabdiya Faadumiya Ceebla Maxadiin",
        "Xirsaani Cawaale Dheegle Guuleedi",
        "x=h aa=a ee=e dh=d uu=u",
    ),
    "Turkish": (
        "Ayşenaz Özgül İlkışık Çağrıye Gülşay",
        "Yıldızoğlu Şimşekli Kılıçhan",
        "ş=s ş=sh ö=o ü=u ı=i ğ=g ç=c z=s y=j",
    ),
    "Polish": (
        "Łucjana Małgosza Wojcisław Żanetta",
        "Wiśniecka Łąkowska Zieliński Kowalszyk",
        "ł=l ą=a ś=s ż=z w=v cj=ci sz=s ń=n",
    ),
    "Ukrainian": (
        "Oleksandryna Yuliiana Mykhaila Zhannina",
        "Shevchyna Kovalenkha Tymoshiv",
        "ks=x yu=iu y=i ii=i kh=k kh=ch zh=z v=w",
    ),
}
ROWS = 2000


def people() -> list[tuple[str, str]]:
    """Every given name with every family name of its language: the language and the name."""
    return [
        (language, f"{given} {family}")
        for language, (first, last, _) in NAMES.items()
        for given in first.split()
        for family in last.split()
    ]


def variants() -> Iterator[tuple[str, str]]:
    """Names and other spellings of them: each of up to four rules of the language at some of the places it fits."""
    draw = random.Random(5)
    known = people()
    for row in range(ROWS):
        language, name = known[row % len(known)]
        spelled = name.lower()
        rules = [rule.split("=") for rule in NAMES[language][2].split()]
        for written, other in draw.sample(rules, k=min(len(rules), draw.randint(1, 4))):
            parts = spelled.split(written)
            spelled = parts[0] + "".join(draw.choice((written, other, other)) + part for part in parts[1:])
        yield (
            name,
            draw.choice(
                (spelled, spelled.title(), spelled.upper().replace("I", "i") if language == "Turkish" else spelled)
            ),
        )


def put_people(store: Transaction) -> dict[str, str]:
    """Put each of them in a sag of their own, and return the sager by name."""
    case = store.cases.get(CASE)
    assert case is not None
    sager = {}
    for number, (_, name) in enumerate(people()):
        sager[name] = f"n{number}"
        put_person(store, case, f"n{number}", name)
    return sager


def put_person(store: Transaction, case: StoredCase, case_id: str, name: str) -> None:
    store.cases.put(replace(case, id=case_id, reference=f"X-{case_id}", child="Ida"))
    store.people.put(case_id, [Person("p", name, name.split()[0], Role.PRIVATE, relation="onkel")])


def found(store: Transaction, typed: str, limit: int = 9) -> list[str]:
    return [one.case_id for one in store.search.find(typed, limit)]


def test_two_thousand_spellings_are_found_among_the_first_five(vault: Vault) -> None:
    with vault.transaction() as store:
        sager = put_people(store)
        rows = list(variants())
        missed = [(name, typed) for name, typed in rows if sager[name] not in found(store, typed, 5)]
    assert len(rows) == ROWS
    assert sum(name.lower() != typed.lower() for name, typed in rows) > ROWS // 2, "the table says little"
    assert missed == []


def test_the_spelling_that_was_typed_comes_first_and_nobody_is_taken_for_another(vault: Vault) -> None:
    names = ("Søren Ravn", "Soeren Ravn", "Soren Ravn", "Sörén Raun", "Søren Ravn")
    with vault.transaction() as store:
        case = store.cases.get(CASE)
        assert case is not None
        for number, name in enumerate(names):
            put_person(store, case, f"s{number}", name)
        for number, name in enumerate(names[:3]):
            assert store.search.find(name, 9)[0].person == FoundPerson("p", name, "onkel")
            assert found(store, name)[0] == ("s4" if number == 0 else f"s{number}"), "of the same, the newest"
        assert sorted(found(store, "soren")) == ["s0", "s1", "s2", "s3", "s4"]
        assert [case_id for case_id, _ in store.people.named("Søren Ravn")] == ["s0", "s4"]


def test_it_is_found_as_it_is_typed(vault: Vault) -> None:
    with vault.transaction() as store:
        case = store.cases.get(CASE)
        assert case is not None
        put_person(store, case, "a", "Michael Aagaard")
        put_person(store, case, "b", "Mia Holm")
        for end in range(1, len("mikael ågård") + 1):
            assert "a" in found(store, "mikael ågård"[:end])
        assert found(store, "holm mia") == found(store, "m ho") == ["b"]
        assert found(store, "x-b") == found(store, "XB") == ["b"]
        assert found(store, "%") == found(store, "ukendt") == []


def test_what_changes_is_found_as_it_is_now(vault: Vault) -> None:
    with vault.transaction() as store:
        case = store.cases.get(CASE)
        assert case is not None
        put_person(store, case, "a", "Åse Krog")
        assert store.search.find("aase", 9) == [FoundCase("a", FoundPerson("p", "Åse Krog", "onkel"))]
        store.people.put("a", [Person("p", "Signe Krog", "Sille", Role.PRIVATE)])
        assert (found(store, "aase"), found(store, "signe"), found(store, "sille")) == ([], ["a"], ["a"])
        store.facts.put(StoredFacts("a", FactsOf.PERSON, "p", '{"phone":"12 34 56 78"}'))
        assert found(store, "1234 56") == found(store, "+45 12 34 56 78") == ["a"]
        store.facts.put(StoredFacts("a", FactsOf.PERSON, "p", '{"phone":"87 65 43 21"}'))
        assert (found(store, "1234"), found(store, "8765")) == ([], ["a"])
        store.facts.remove("a", FactsOf.PERSON, "p")
        assert found(store, "8765") == []
        store.cases.put(replace(case, id="a", reference="Y-9", child="Viggo"))
        assert store.search.find("wiggo", 9) == store.search.find("y-9", 9) == [FoundCase("a", None)]
        store.people.remove("a", "p")
        assert found(store, "signe") == []


def test_a_deleted_sag_leaves_no_word_in_the_index(vault: Vault) -> None:
    with vault.transaction() as store:
        case = store.cases.get(CASE)
        assert case is not None
        put_person(store, case, "a", "Qvintilius Zwrandt")
        assert found(store, "kvintilius") == ["a"]
    plain = vault._connection.plain
    assert {"qvintilius", "kvintilius", "svrandt"} <= words(plain), "the control: they were there"
    with vault.transaction() as store:
        store.deletions.delete_case("a", START)
    assert words(plain) & {"qvintilius", "kvintilius", "zwrandt", "svrandt"} == set()
    blocks = b"".join(row[0] for row in plain.execute("SELECT block FROM search_index_data").fetchall())
    assert b"vintilius" not in blocks
    vault.check()


def words(plain: Driver) -> set[str]:
    """Every word of the index, read through a table that is nowhere but in memory."""
    plain.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'search_index', 'row')")
    return {row[0] for row in plain.execute("SELECT term FROM temp.vocabulary").fetchall()}


def test_ten_times_the_people_are_no_more_work_for_a_key(vault: Vault) -> None:
    plain: Any = vault._connection.plain
    work: dict[str, list[int]] = {}
    with vault.transaction() as store:
        case = store.cases.get(CASE)
        assert case is not None
        for count in (60, 600):
            for number in range(count):
                put_person(store, case, f"{count}-{number}", f"Søren Ravn{number}gaard")
            store.search.find("soren", 1)
            for name, ask in {
                "search": lambda: store.search.find("soren rav", 9),
                "control": lambda: plain.execute("SELECT 1 FROM search_entry WHERE keys LIKE '% ravnx%'").fetchall(),
            }.items():
                work.setdefault(name, []).append(steps(plain, ask))
    assert work["search"][1] < 1.5 * work["search"][0]
    assert work["control"][1] > 5 * work["control"][0]


def steps(plain: Any, ask: Callable[[], object]) -> int:
    """Count the steps of the database while something is asked for."""
    counted = [0]

    def count() -> int:
        counted[0] += 1
        return 0

    plain.set_progress_handler(count, 1)
    ask()
    plain.set_progress_handler(None, 1)
    return counted[0]


@pytest.mark.parametrize("count", [1, 600])
def test_the_index_is_the_same_whether_it_grew_or_was_made_anew(vault: Vault, count: int) -> None:
    with vault.transaction() as store:
        case = store.cases.get(CASE)
        assert case is not None
        store.people.put(
            CASE, [Person(f"p{number}", f"Nr{number} Holm", "Nr", Role.PRIVATE) for number in range(count)]
        )
        assert found(store, f"nr{count - 1}") == [CASE]
    vault._connection.plain.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
