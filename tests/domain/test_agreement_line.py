"""One line of typing read as an agreement (R114). "Today" is Monday 23 November 2026."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netmoede_desktop.domain.agreement_line import LineCode, ParsedAgreement, SpanKind, parse_line
from netmoede_desktop.domain.owner_names import Candidate, candidates
from netmoede_desktop.domain.people import Person, Role

TODAY = date(2026, 11, 23)
FAMILY = (
    Person("mikkel", "Mikkel Holm", "Mikkel", Role.CHILD, "barnet"),
    Person("lone", "Lone Holm", "Lone", Role.PARENT, "mor"),
    Person("peter", "Peter Holm", "Peter", Role.PARENT, "far"),
    Person("kirsten", "Kirsten Holm", "Kirsten", Role.PRIVATE, "farmor"),
    Person("jonas", "Jonas Lund", "Jonas", Role.PRIVATE, "håndboldtræner"),
    Person("hanne", "Hanne Bak", "Hanne", Role.PROFESSIONAL, "klasselærer"),
    Person("birthe", "Birthe Kjær", "Birthe", Role.PROFESSIONAL, "psykolog, PPR"),
    Person("søren", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler"),
)
#: The others of the demo meeting.
MORE = (
    Person("soeren", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler"),
    Person("ali", "Ali Demir", "Ali", Role.PROFESSIONAL, "pædagog, SFO"),
    Person("maja", "Maja Lind", "Maja", Role.LEADER, "mødeleder"),
)
ROOM = candidates(FAMILY)


def parse(line: str, *more: Person) -> ParsedAgreement:
    parsed = parse_line(line, candidates((*FAMILY, *more)), TODAY)
    assert "".join(text for _, text in parsed.pieces()) == line
    return parsed


def fields(parsed: ParsedAgreement) -> tuple[str, str | None, date | None, date | None, str | None]:
    return parsed.text, parsed.owner, parsed.start, parsed.due, parsed.sign


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Kirsten henter Mikkel onsdage fra 2/12",
            ("Kirsten henter Mikkel onsdage", "kirsten", date(2026, 12, 2), None, None),
        ),
        (
            "Søren undersøger fritidspas senest 4. december",
            ("Søren undersøger fritidspas", "søren", None, date(2026, 12, 4), None),
        ),
        (
            "Hanne skriver til mor hver fredag fra på fredag, tegn: mor ved hvad der gik godt",
            ("Hanne skriver til mor hver fredag", "hanne", date(2026, 11, 27), None, "mor ved hvad der gik godt"),
        ),
        ("Peter laver kalender inden søndag", ("Peter laver kalender", "peter", None, date(2026, 11, 29), None)),
        ("Mikkel ringer til farmor i morgen", ("Mikkel ringer til farmor", "mikkel", None, date(2026, 11, 24), None)),
        (
            "Jonas kører fra 2/12 og senest 9/12.",
            ("Jonas kører", "jonas", date(2026, 12, 2), date(2026, 12, 9), None),
        ),
        ("fra 27. nov", ("fra 27. nov", None, date(2026, 11, 27), None, None)),
    ],
)
def test_r114_a_line_gives_who_does_what_from_or_by_when_and_the_sign(
    line: str, expected: tuple[str, str | None, date | None, date | None, str | None]
) -> None:
    parsed = parse(line)
    assert fields(parsed) == expected
    assert parsed.codes == ()


def test_the_spans_tell_which_words_gave_which_field() -> None:
    assert parse("Kirsten henter fra 2/12, tegn: han sover").pieces() == (
        (SpanKind.OWNER, "Kirsten"),
        (None, " henter "),
        (SpanKind.START, "fra 2/12"),
        (None, ", "),
        (SpanKind.SIGN, "tegn: han sover"),
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Kirsten henter fra 2/12 Mikkel i skolen", "Kirsten henter fra 2/12 Mikkel i skolen"),
        ("Kirsten henter fra 2/12 kl. 15, tegn: ro", "Kirsten henter fra 2/12 kl. 15"),
        ("Fra 2/12 henter Kirsten Mikkel", "Kirsten henter Mikkel"),
        ("fra 2/12 henter Kirsten Mikkel", "Kirsten henter Mikkel"),
        ("I morgen skal vi ikke ringe", "Vi skal ikke ringe"),
        ("I morgen kl. 9 ringer Kirsten", "Kl. 9 ringer Kirsten"),
        ("I morgen ringer nogle til Kirsten", "I morgen ringer nogle til Kirsten"),
        ("Kirsten ringer i morgen til skolen", "Kirsten ringer til skolen"),
        ("Kirsten ringer i morgen kl. 9", "Kirsten ringer kl. 9"),
        ("Kirsten ringer inden i morgen kl. 9", "Kirsten ringer inden i morgen kl. 9"),
        ("Kirsten ringer i morgen formiddag", "Kirsten ringer i morgen formiddag"),
        ("Kirsten henter (tegn: ro) hver dag", "Kirsten henter hver dag"),
        ("Kirsten henter lige efter nytår", "Kirsten henter lige efter nytår"),
        ("Kirsten ringer omkring den 4/12", "Kirsten ringer omkring den 4/12"),
        ("Kirsten fra 2/12", "Kirsten"),
        ("  Kirsten henter, fra 2/12, senest 9/12 .", "Kirsten henter"),
        ("senest 4/12, tegn: ro", "senest 4/12"),
        ("Kirsten henter (fra 2/12).", "Kirsten henter"),
        ("Kirsten henter [fra 2/12] (tegn: ro)", "Kirsten henter"),
        ("Kirsten henter (til skole) fra 2/12", "Kirsten henter (til skole)"),
        ("Kirsten henter og senest 4/12", "Kirsten henter"),
        ("(fra 2/12)", "(fra 2/12)"),
        ("", ""),
        (" \t ", ""),
    ],
)
def test_the_text_loses_only_clauses_that_stand_cleanly_at_its_end(line: str, text: str) -> None:
    assert parse(line).text == text


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


@pytest.mark.parametrize(
    ("line", "start", "due", "codes"),
    [
        ("Kirsten henter fra 31/2", None, None, (LineCode.DATE_IMPOSSIBLE,)),
        ("Kirsten henter næste fredag", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter senest torsdag 4/12", None, None, (LineCode.DATE_NOT_ON_THAT_WEEKDAY,)),
        ("Kirsten henter 2/12 og 9/12", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter fra 2/12 eller fra 9/12", None, None, (LineCode.DATE_TWICE,)),
        ("Kirsten henter fra 2/12, møde 9/12", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter før sommerferien", None, None, (LineCode.DATE_VAGUE,)),
        ("Kirsten henter fra 2/12 i 14 dage", None, None, (LineCode.DATE_UNCLEAR,)),
        ("Kirsten henter senest 4/12 og inden jul", None, None, (LineCode.DATE_UNCLEAR,)),
    ],
)
def test_a_date_that_cannot_be_read_stays_in_the_text_with_a_code(
    line: str, start: date | None, due: date | None, codes: tuple[LineCode, ...]
) -> None:
    parsed = parse(line)
    assert (parsed.start, parsed.due, parsed.codes) == (start, due, codes)
    assert parsed.text == line


def test_a_date_that_words_lead_goes_before_a_bare_one() -> None:
    parsed = parse("Søren ringer den 3/12 og skriver senest 4/12")
    assert (parsed.start, parsed.due, parsed.codes) == (None, date(2026, 12, 4), ())


@pytest.mark.parametrize(
    ("line", "sign", "due"),
    [
        ("Hanne skriver, tegn: mor ved det", "mor ved det", None),
        ("Hanne skriver. Tegn på, at det lykkes: mor ved det", "mor ved det", None),
        ("Hanne skriver; tegn er: ro", "ro", None),
        ("Hanne skriver, TEGN = ro.", "ro.", None),
        ("Hanne skriver, tegn: mor ved det, senest 4/12", "mor ved det", date(2026, 12, 4)),
        ("Hanne skriver fra 2/12, tegn: mor ved det, senest 4/12", "mor ved det", date(2026, 12, 4)),
        ("Hanne skriver senest 2/12, tegn: ro, senest 4/12", "ro, senest 4/12", date(2026, 12, 2)),
        ("Hanne skriver, tegn: i skole hver dag fra 4/12", "i skole hver dag fra 4/12", None),
        ("Hanne skriver, tegn: ro, fra 4/12 i skolen", "ro, fra 4/12 i skolen", None),
        ("Hanne skriver (tegn: mor ved det)", "mor ved det", None),
        ("Hanne skriver [tegn: ro (mest)]", "ro (mest)", None),
        ("Hanne skriver, tegn: ro (mest)", "ro (mest)", None),
        ("Hanne skriver (tegn: ro) senest 4/12", "ro", date(2026, 12, 4)),
        ("Hanne skriver (tegn: ro) hver dag", "ro", None),
        ("Hanne skriver dagligt. Tegn: Mikkel møder. Senest 4/12", "Mikkel møder", date(2026, 12, 4)),
        ("Hanne skriver (tegn:)", None, None),
        ("Hanne skriver, tegn:", None, None),
        ("Hanne skriver tegnene: a", None, None),
        ("Hanne laver kendetegn: a", None, None),
    ],
)
def test_the_sign_runs_to_the_end_or_to_the_dates_there(line: str, sign: str | None, due: date | None) -> None:
    parsed = parse(line)
    assert (parsed.sign, parsed.due) == (sign, due)


def test_a_date_within_the_sign_is_asked_about_where_there_is_no_other() -> None:
    assert parse("Hanne skriver, tegn: ro senest 4/12").codes == (LineCode.DATE_UNCLEAR,)
    assert parse("Hanne skriver, tegn: ro inden sommerferien").codes == (LineCode.DATE_VAGUE,)
    assert parse("Hanne skriver fra 2/12, tegn: ro senest 4/12").codes == ()


def test_two_dates_close_a_line_behind_the_sign() -> None:
    parsed = parse("Hanne skriver, tegn: ro, fra 2/12, senest 4/12")
    assert fields(parsed) == ("Hanne skriver", "hanne", date(2026, 12, 2), date(2026, 12, 4), "ro")


def test_nobody_in_the_room_and_a_person_without_a_name_are_no_owner() -> None:
    assert parse_line("Kirsten henter", (), TODAY).owner is None
    assert parse_line("Kirsten henter", [Candidate("x", " ", " ", " ", " , ")], TODAY).owner is None


def written_lines() -> list[tuple[str, ...]]:
    """The lines of the file: what was typed, then owner, from, by, sign, codes, who may be meant, and the text."""
    file = Path(__file__).parents[1] / "data" / "danish_lines.txt"
    rows = [row for row in file.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return [tuple(field.strip() for field in row.split("|")) for row in rows]


@pytest.mark.parametrize("row", written_lines(), ids=lambda row: row[0])
def test_a_line_as_a_hurried_hand_writes_it(row: tuple[str, ...]) -> None:
    line, *expected = row
    people = (*FAMILY[:-1], *MORE)
    read = parse_line(line, candidates(people), TODAY)
    days = (str(day) if day else "-" for day in (read.start, read.due))
    told = [read.owner or "-", *days, read.sign or "-", ",".join(read.codes) or "-", ",".join(read.meant) or "-"]
    assert [*told, "=" if read.text == line else read.text] == expected


VOCABULARY = """
Kirsten Hanne Hannes Mikkels mor vi fra senest inden til efter starter frist: tegn: tegn den d. 2/12 31/2 1/2 2/12-2027
2026-12-02 2.12.2026 4. december maj på fredag i morgen om 14 otte dage uge 49 nytår næste måned år kl. 8.30 - – , . og
juleaften jul inden før sommerferien mandag tors. uge 49-50 1.-4. december til i dag denne uge ultimo januar rute 5/7
eller sammen med hver henter ringer af hentes Peter Lone (tegn: ro) straks 1/2 månedens udgang
å a\u030a \u00ad \u200f İ ß ½ 🎈 ' ’s
"""
WORDS = st.sampled_from(VOCABULARY.split())
LINES = st.lists(WORDS, max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "", ", ", "\u00a0"]).map(lambda blank: blank.join(words))
)
TODAYS = st.dates(date(2000, 1, 1), date(2198, 12, 31))


def nothing_lost(parsed: ParsedAgreement) -> bool:
    """Whether every word that no field was read from stands in the text, and no other."""
    kept = Counter(re.findall(r"\w+", parsed.text.lower()))
    unread = Counter(
        re.findall(r"\w+", " ".join(text for kind, text in parsed.pieces() if kind in (None, SpanKind.OWNER)).lower())
    )
    unread["og"] = 0
    whole = Counter(re.findall(r"\w+", parsed.line.lower()))
    return not kept - whole and not {word for word in unread - kept if not _half(word, parsed)}


def _half(word: str, parsed: ParsedAgreement) -> bool:
    """Whether a word of a piece is only the end of one that reading has cut: `2/12` next to a letter."""
    return not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", parsed.line.lower())


@given(st.text() | LINES | LINES.map(str.upper) | LINES.map(lambda line: unicodedata.normalize("NFD", line)), TODAYS)
@example("\u0301fra 2/12", TODAY)
@example("\u200eKirsten", TODAY)
def test_any_line_is_read_and_not_a_character_is_lost(line: str, today: date) -> None:
    parsed = parse_line(line, ROOM, today)
    place = 0
    for span in parsed.spans:
        assert place <= span.start < span.end <= len(line)
        place = span.end
    assert "".join(text for _, text in parsed.pieces()) == line
    assert nothing_lost(parsed)
    assert (parsed.text == "") == (line.strip() == "")
    assert {kind for kind, _ in parsed.pieces()} >= {SpanKind.OWNER} if parsed.owner else True
    assert all(code in LineCode for code in parsed.codes)


@given(st.sampled_from(FAMILY), st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå ", max_size=30))
def test_a_line_that_begins_with_a_name_and_a_verb_has_that_owner(who: Person, rest: str) -> None:
    assert parse_line(f"{who.name} henter {rest}", ROOM, TODAY).owner == who.id


def steps(call: Callable[[], object]) -> int:
    """How many lines of the program a call runs."""
    count = 0

    def one(_frame: FrameType, event: str, _value: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return one

    before = sys.gettrace()
    sys.settrace(one)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Kirsten henter 2/12 ",
        "fra 2/12 til 4/12 ",
        "mandag og ",
        "hver mandag, ",
        "om 14 dage efter ",
        "Lone og Peter, ",
        "1.-4. december ",
        "mellem 1/12 og ",
        "(tegn: ro ",
        "den ",
        "i ",
    ],
)
def test_a_line_twice_as_long_takes_twice_the_steps(piece: str) -> None:
    parse_line(piece * 50, ROOM, TODAY)
    once, twice = (steps(lambda n=n: parse_line(piece * n, ROOM, TODAY)) for n in (200, 400))  # type: ignore[misc]
    assert twice < 2.2 * once


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    line = "Kirsten henter 2/12 næste fredag " * 3_000
    assert parse_line(line, ROOM, TODAY).owner == "kirsten"
