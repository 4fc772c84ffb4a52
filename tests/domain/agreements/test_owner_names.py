"""Who takes an agreement on, as a line of typing says it (R115)."""

from datetime import date

import pytest

from netmoede_desktop.domain.agreements.agreement_line import LineCode, SpanKind, parse_line
from netmoede_desktop.domain.agreements.owner_names import Candidate, candidates
from netmoede_desktop.domain.people.people import Person, Role
from tests.domain.agreements.typed_lines import TODAY, parse


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Hanne ringer", "hanne"),
        ("HANNE: ringer", "hanne"),
        ("hanne bak ringer", "hanne"),
        ("Hanne B. ringer", "hanne"),
        ("Hanne klasselærer ringer", "hanne"),
        ("Klasselæreren ringer", "hanne"),
        ("klasselærer Hanne ringer", "hanne"),
        ("- Hanne ringer", "hanne"),
        ("3. Hanne ringer", "hanne"),
        ("Hanne, ring til mor", "hanne"),
        ("Hanne-", "hanne"),
        ("Soren ringer", "søren"),
        ("SOEREN ringer", "søren"),
        ("So\u0338ren ringer", "søren"),
        ("S\u00adøren ringer", "søren"),
        ("Birthe\u00a0 Kjær ringer", "birthe"),
        ("PPR ser på det", "birthe"),
        ("Mor ringer", "lone"),
        ("Farmor ringer", "kirsten"),
        ("Farmor Kirsten ringer", "kirsten"),
        ("Mikkels mor ringer", "lone"),
        ("Mikkels klasselærer ringer", "hanne"),
        ("Barnet vælger selv", "mikkel"),
        ("Mikkel vælger selv", "mikkel"),
        ("fra fredag skriver Hanne til mor", "hanne"),
        ("Senest 4/12: Hanne skriver", "hanne"),
        ("Det er Hanne, der ringer", "hanne"),
        ("Hannelore ringer", None),
        ("Hanne-Lise ringer", None),
        ("I morgen", None),
        ("fra fredag", None),
    ],
)
def test_the_owner_is_whom_the_line_begins_with(line: str, owner: str | None) -> None:
    parsed = parse(line)
    assert parsed.owner == owner
    assert parsed.codes == ()


def person(name: str, called: str = "", relation: str = "") -> Person:
    return Person("new", name, called or name.split()[0], Role.PRIVATE, relation)


@pytest.mark.parametrize(
    ("newcomer", "line"),
    [
        (person("José Åkesson"), "jose henter"),
        (person("Jose Akesson"), "José Åkesson henter"),
        (person("Åse Dahl"), "Aase henter"),
        (person("Åse Dahl"), "ase henter"),
        (person("Zoë Çelik"), "zoe celik henter"),
        (person("İpek Işık"), "ipek isik henter"),
        (person("Łukasz Żak"), "lukasz henter"),
        (person("Nguyễn Thị Vân", "Vân"), "Van henter"),
        (person("Nguyễn Thị Vân", "Vân"), "nguyen thi van henter"),
        (person("Weiß Groß"), "Weiss henter"),
        (person("محمد علي"), "محمد علي henter"),
        (person("Οδυσσέας Νίκου"), "οδυσσεας henter"),
        (person("Олена Коваль"), "ОЛЕНА henter"),
        (person("王芳"), "王芳 henter"),
        (person("राम कुमार"), "राम henter"),
        (person("Anne-Marie O’Brien"), "anne-marie o'brien henter"),
        (person("Anne Marie Holm", "Anne Marie"), "Anne Marie henter"),
        (person("Anne Marie Holm", "Anne Marie"), "Anne henter"),
        (person("Alexandra-Konstantina Papadopoulou"), "Alexandra henter"),
        (person("Alexandra-Konstantina Papadopoulou"), "konstantina henter"),
        (person("Papadopoulou Eva", "Mary\u2010Ann"), "Ann henter"),
        (person("Hannes Vad"), "Hannes henter"),
        (person("Vi Nguyen"), "Vi henter Mikkel"),
        (person("Man Li"), "Man henter Mikkel"),
        (person("Maj Friis"), "Maj henter Mikkel den 4. maj"),
        (person("Bo De Vries"), "Bo bor på Bo"),
        (person("De la Cruz", "De"), "De henter"),
        (person("Fra Angelico"), "Fra henter Mikkel fra 2/12"),
        (person("Rosa Blå", relation="tante"), "Tanten henter"),
        (person("Hans Smed", "Gubi"), "Hans henter"),
    ],
)
def test_names_of_many_languages_and_names_that_are_ordinary_words(newcomer: Person, line: str) -> None:
    parsed = parse(line, newcomer)
    assert parsed.owner == "new"
    assert parsed.codes == ()


def test_who_is_called_just_so_goes_before_whose_name_has_it_as_a_part_and_two_parts_are_asked_about() -> None:
    lise = Person("lise", "Hanne-Lise Juul", "Hanne-Lise", Role.PRIVATE)
    assert parse("Hanne henter", lise).owner == "hanne"
    jens, ib = person("Jens-Ole Vad"), Person("ib", "Jens-Ib Vest", "Jens-Ib", Role.PRIVATE)
    asked = parse("Jens henter", jens, ib)
    assert (asked.owner, asked.codes, asked.meant) == (None, (LineCode.OWNER_UNCLEAR,), ("new", "ib"))
    assert parse("Jens-Ib henter", jens, ib).owner == "ib"
    assert parse("Jens-Per henter", jens, ib).owner is None


def test_half_a_letter_is_no_end_of_a_name() -> None:
    assert parse("राि henter", person("रा")).owner is None
    assert parse("På henter", person("Pa Sow")).owner is None


@pytest.mark.parametrize("line", ["Vi henter", "alle henter", "Man henter", "begge henter", "fra fredag skriver vi"])
def test_r115_vi_is_nobody(line: str) -> None:
    parsed = parse(line)
    assert parsed.owner is None
    assert parsed.codes == (LineCode.OWNER_IS_VI,)


def test_two_of_the_same_name_are_told_apart_or_asked_for() -> None:
    other = Person("hanne2", "Hanne Lund", "Hanne", Role.PROFESSIONAL, "lærer")
    assert parse("Hanne B. skriver", other).owner == "hanne"
    assert parse("Hanne L skriver", other).owner == "hanne2"
    assert parse("Hanne lærer skriver", other).owner == "hanne2"
    unclear = parse("Hanne skriver fra 2/12", other)
    assert (unclear.owner, unclear.codes) == (None, (LineCode.OWNER_UNCLEAR,))
    assert unclear.meant == ("hanne", "hanne2")
    assert unclear.start == date(2026, 12, 2)


def test_what_the_room_calls_a_person_goes_before_somebody_elses_relation() -> None:
    assert parse("Mor ringer", person("Mor Levi")).owner == "new"


def test_what_the_room_calls_a_person_goes_before_half_of_somebodys_name_and_that_before_a_relation() -> None:
    marie = Person("marie", "Anne Marie Vad", "Anne Marie", Role.PRIVATE)
    assert parse("Anne ringer", marie).owner == "marie"
    assert parse("Anne ringer", marie, person("Anne Dahl")).owner == "new"
    assert parse("Far ringer", person("Far Ali", "Gubi")).owner == "new"


def test_the_initial_and_its_dot_belong_to_the_name() -> None:
    assert parse("Lone H. ringer").pieces()[0] == (SpanKind.OWNER, "Lone H.")
    assert parse("Lone H ringer").pieces()[0] == (SpanKind.OWNER, "Lone H")


def test_de_is_a_word_unless_it_is_what_a_person_is_called() -> None:
    assert parse("De henter", person("De la Cruz", "Maria")).owner is None


def test_the_child_answers_to_barnet_whatever_else_is_written() -> None:
    child = Person("ida", "Ida Vad", "Ida", Role.CHILD)
    assert parse_line("Barnet vælger", candidates([child]), TODAY).owner == "ida"


@pytest.mark.parametrize(
    "line",
    [
        "Hannes søster ringer",
        "Hannes mor ringer",
        "Hanne's søster ringer",
        "Jonas' far ringer",
        "Mikkels onkel ringer",
        "Hanne Baks søster ringer",
        "Farfar ringer",
        "Skolen ringer",
        "Jeg ringer",
        "Der ringes til Lone",
        "Mikkel hentes i skolen",
        "Hver fredag ringer skolen til Lone",
    ],
)
def test_somebody_who_is_not_at_the_table_is_asked_about(line: str) -> None:
    parsed = parse(line)
    assert (parsed.owner, parsed.codes, parsed.meant) == (None, (LineCode.OWNER_UNKNOWN,), ())


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Kirsten og Peter henter", ("kirsten", "peter")),
        ("Kirsten, Peter og Jonas henter", ("kirsten", "peter", "jonas")),
        ("Kirsten, Peter henter", ("kirsten", "peter")),
        ("Kirsten & far henter", ("kirsten", "peter")),
        ("Kirsten/far henter", ("kirsten", "peter")),
        ("Kirsten eller Peter henter", ("kirsten", "peter")),
        ("Enten Kirsten eller Peter henter", ("kirsten", "peter")),
        ("Kirsten sammen med Peter henter", ("kirsten", "peter")),
        ("Kirsten henter sammen med Peter", ("kirsten", "peter")),
        ("Kirsten henter, og Peter kører", ("kirsten", "peter")),
        ("Mandag henter Kirsten, tirsdag henter Peter", ("kirsten", "peter")),
        ("Kirsten og farfar henter", ("kirsten",)),
        ("Kirsten og Hannes søn henter", ("kirsten",)),
        ("Kirsten og Bente henter", ("kirsten",)),
        ("Skolen og Kirsten ringer", ("kirsten",)),
        ("mor og far henter", ("lone", "peter")),
        ("Begge forældre henter", ("lone", "peter")),
        ("Mikkels forældre henter", ("lone", "peter")),
    ],
)
def test_two_owners_of_one_agreement_are_asked_about_and_none_is_chosen(line: str, meant: tuple[str, ...]) -> None:
    parsed = parse(line)
    assert (parsed.owner, parsed.meant) == (None, meant)
    assert LineCode.OWNER_SHARED in parsed.codes
    assert parsed.text == line


@pytest.mark.parametrize(
    "line",
    [
        "Kirsten, farmor, henter",
        "Kirsten og ingen andre",
        "Kirsten henter og bringer",
        "Kirsten ringer til Hanne og Peter",
        "Kirsten går tur sammen med Mikkel",
        "Kirsten henter, når Peter arbejder",
    ],
)
def test_others_in_the_line_are_no_second_owner(line: str) -> None:
    parsed = parse(line)
    assert (parsed.owner, parsed.codes) == ("kirsten", ())


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Når Mikkel ringer, henter Lone", ("mikkel", "lone")),
        ("Kørsel til kamp: Jonas", ("jonas",)),
        ("Lone siger, at Peter henter", ("lone", "peter")),
        ("Lone får besked af Søren", ("søren", "lone")),
        ("Mikkel: Lone henter", ("mikkel", "lone")),
    ],
)
def test_where_nobody_is_surely_the_owner_those_who_are_named_are_asked_about(
    line: str, meant: tuple[str, ...]
) -> None:
    parsed = parse(line)
    assert (parsed.owner, parsed.codes, parsed.meant) == (None, (LineCode.OWNER_UNCLEAR,), meant)


def test_words_for_a_post_point_to_those_whose_post_ends_so() -> None:
    parsed = parse("Læreren ringer")
    assert (parsed.owner, parsed.codes, parsed.meant) == (None, (LineCode.OWNER_UNKNOWN,), ("hanne",))


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Hver mandag henter Lone", "lone"),
        ("På fredag ringer farmor", "kirsten"),
        ("Om fredagen henter klasselærer Hanne", "hanne"),
        ("En gang om ugen spiser Mikkel hos farmor", "mikkel"),
        ("Fremover ringer Hanne til Lone", "hanne"),
        ("Aftale: Lone henter", "lone"),
        ("Aftale 3: Lone henter", "lone"),
        ("Vi aftaler, at Lone henter", "lone"),
        ("Mikkel hentes af Lone", "lone"),
        ("Mikkel bliver hentet af Lone", "lone"),
        ("Ring til Lone", None),
    ],
)
def test_the_owner_is_found_where_danish_puts_it(line: str, owner: str | None) -> None:
    parsed = parse(line)
    assert (parsed.owner, {code for code in parsed.codes if code.value.startswith("owner")}) == (owner, set())


def test_nobody_in_the_room_and_a_person_without_a_name_are_no_owner() -> None:
    assert parse_line("Kirsten henter", (), TODAY).owner is None
    assert parse_line("Kirsten henter", [Candidate("x", " ", " ", " ", " , ")], TODAY).owner is None
