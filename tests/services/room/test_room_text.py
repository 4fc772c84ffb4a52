"""Words that are not for the room are found while typed, and taken out before they are shown; the rest stays whole."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.privacy.guard import ProtectedKind, ProtectedWord, RoomGuard, room_guard
from netmoede_desktop.services.meeting.view.build import meeting_view
from tests.domain.meeting.script import FAMILY, Told, plan

PEOPLE = (
    *FAMILY,
    Person("tran", "Tran Van Le", "Tran", Role.PRIVATE, "onkel"),
    Person("aase", "Åse Marie Nørgaard-Friis", "Åse", Role.PRIVATE, "moster"),
    Person("lee", "Nguyen Thi Lan", "Lan", Role.PRIVATE, "nabo"),
    Person("bedste", "Karen Dalsgård", "Bedste", Role.PRIVATE, "mormor"),
    Person("krogh", "Poul Krogh", "Krogh", Role.PROFESSIONAL, "lærer"),
    Person("lise", "Lise Krogh", "Lise", Role.PRIVATE, "moster"),
    Person("silva", "Maria de la Silva", "Maria", Role.PRIVATE, "nabo"),
)


def guard(*, protected: bool = False, place: str = "Egeskolen, lokale 4", reference: str = "M-2026-014") -> RoomGuard:
    people = [replace(person, protected_address=protected and person.id == "lone") for person in PEOPLE]
    told = Told(replace(plan(people, place=place), case_reference=reference)).starts()
    return room_guard(told.state)


def shown(text: str, *, protected: bool = False) -> str:
    return guard(protected=protected).checked(text).text


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mikkel Holm bor hos Kirsten Holm", "Mikkel … bor hos Kirsten …"),
        ("familien Holms hus og HOLM", "familien … hus og …"),
        ("hos holm's og Holm-Bak.", "hos …'s og …."),
        ("Hólm, Ho\u200blm, Hol\u00adm, H\u034folm", "…, …, …, …"),
        ("Nørgaard, Noergaard, NØRGÅRD, nørgard, Norgaard", "…, …, …, …, …"),
        ("A\u030ase No\u0308rgaard", "A\u030ase …"),
        ("Åse Marie sagde", "Åse … sagde"),
        ("Holm_Bak og 2Holm2", "…_… og 2…2"),
        ("Le kommer, men le lidt", "… kommer, men le lidt"),
        ("Nguyen og Thi, men Lan og Bedste", "… og …, men Lan og Bedste"),
        ("Karen Dalsgård, Dalsgaard", "Karen …, …"),
        ("Krogh henter Maria de la Silva", "Krogh henter Maria de la …"),
        ("de la ro", "de la ro"),
    ],
)
def test_surnames_are_taken_out_however_they_are_written(text: str, left: str) -> None:
    assert shown(text) == left


def test_someone_who_comes_unexpectedly_is_protected_too() -> None:
    told = Told().starts()
    assert room_guard(told.state).checked("Ole Vang").text == "Ole Vang"
    told.does(cmd.AddPerson(Person("ole", "Ole Vang", "Ole", Role.PRIVATE)))
    assert room_guard(told.state).checked("Ole Vang").text == "Ole …"


@pytest.mark.parametrize(
    "text", ["M-2026-014", "m-2026-014", "M 2026 014", "M2026014", "M–2026–014", "sag M-2026-014.", "(M/2026/014)"]
)
def test_the_case_reference_is_taken_out_however_it_is_parted(text: str) -> None:
    assert not any(sign.isdigit() for sign in shown(text))


def test_a_reference_inside_a_longer_word_or_too_short_to_be_one_is_left() -> None:
    assert shown("EM-2026-014 og M-2026-014x") == "EM-2026-014 og M-2026-014x"
    assert guard(reference="12").checked("den 12. og M-2026-014").text == "den 12. og M-2026-014"
    assert guard(reference="").checked("hvad som helst").text == "hvad som helst"


@pytest.mark.parametrize(
    "number",
    ["120307-1234", "120307 1234", "1203071234", "12 03 07 1234", "12.03.07-1234", "120307 - 1234", "120307–1234"],
)
def test_numbers_like_a_cpr_number_are_taken_out(number: str) -> None:
    assert shown(f"Mikkel {number} sover") == "Mikkel … sover"


@pytest.mark.parametrize(
    "number",
    [
        *(
            "12345678",
            "12 34 56 78",
            "12-34-56-78",
            "12.34.56.78",
            "12\u00a034\u00a056\u00a078",
            "1234 5678",
            "1234-5678",
        ),
        *("12 345 678", "123 45 678", "+45 12345678", "+45 12 34 56 78", "0045 12345678", "+46 (0)70-123 45 67"),
    ],
)
def test_phone_numbers_are_taken_out(number: str) -> None:
    assert shown(f"Ring {number}, tak") == "Ring …, tak"


@pytest.mark.parametrize("mail", ["maja@kommune.dk", "a.b-c+d@x.y", "MAJA@KOMMUNE.DK", "mailto:maja@kommune.dk"])
def test_mail_addresses_are_taken_out(mail: str) -> None:
    assert "@" not in shown(f"Skriv til {mail}.") and shown(f"Skriv til {mail}.").endswith(("….", "…."))


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Vi mødes på Birkevej 12, 2. tv. i dag", "Vi mødes på … i dag"),
        ("hos far på birkevej 12B", "hos far på …"),
        ("hun bor på Birkevej nu", "hun bor på … nu"),
        ("Birkevej 3 er lukket", "… er lukket"),
        ("Vester Farimagsgade 3 og H.C. Andersens Boulevard 10", "… og …"),
        ("Islands Brygge 5, st. th. kl. 15", "… kl. 15"),
        ("Lille Strandstræde, Egealléen 4", "…, …"),
        ("8000 Aarhus C og DK-2300 København S", "… og …"),
        ("1950 Frederiksberg C", "…"),
        ("Ahornparken nr. 7", "…"),
    ],
)
def test_addresses_are_taken_out(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Kirsten henter Mikkel onsdage fra 2/12",
        "d. 02-12-2026 kl. 16.00-17.30, senest 02.12.2026, 2/12 kl. 16.00",
        "skoleåret 2026-2027 og i 2026 Mikkel i 7. klasse",
        "Skolevejen skal være tryg. Omvejen også",
        "Vi er på vej, og Mikkel går 2 gange i haven om ugen",
        "1.500 kr. om måneden, 250 kr., 45 minutter hver 14. dag",
        "Torvet 3/12 og parken 12.15",
        "Palle og Kalle er glade, alle 12 er med",
        "Folkeskolen, SFO'en og klubben",
        "ring 112, 114 eller 116111",
        "",
        "👍🏽 لا أنام جيدا ไม่มี",
        "to\nlinjer\tog en tabulator",
    ],
)
def test_what_gives_nobody_away_is_left_as_it_is(text: str) -> None:
    assert shown(text) == text
    assert guard().found(text) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mikkel går på Egeskolen og i Lærkeklubben", "Mikkel går på … og i …"),
        ("Mor er på krisecenteret, på Byens Krisecenter", "Mor er på …, på Byens …"),
        ("Birkevej er tæt på", "… er tæt på"),
        ("Folkeskolen i byen og lokale 4", "Folkeskolen i byen og lokale 4"),
    ],
)
def test_where_an_address_is_protected_places_are_taken_out_too(text: str, left: str) -> None:
    assert shown(text, protected=True) == left
    assert shown(text) == text


def test_a_place_without_a_name_protects_its_longer_words() -> None:
    strict = guard(protected=True, place="sognegården, stuen")
    assert strict.checked("vi ses i sognegården i stuen").text == "vi ses i … i stuen"


def test_a_name_at_the_table_is_never_a_street() -> None:
    told = Told(plan((*FAMILY, Person("kalle", "Kalle Juhl", "Kalle", Role.CHILD)))).starts()
    assert room_guard(told.state).checked("Kalle 12 år").text == "Kalle 12 år"


def test_while_typing_each_word_is_told_with_its_reason_and_place() -> None:
    text = "Ho\u200blm ring 12 34 56 78"
    assert guard().found(text) == (
        ProtectedWord(ProtectedKind.SURNAME, "Ho\u200blm", 0, 5),
        ProtectedWord(ProtectedKind.PHONE, "12 34 56 78", 11, 22),
    )


def test_the_window_of_the_meeting_has_the_guard_of_the_moment() -> None:
    told = Told().starts()
    assert meeting_view(told.history).guard == room_guard(told.state)


PIECES = [
    "Holm",
    "holms",
    "Ho\u200blm",
    "M-2026-014",
    "120307-1234",
    "12 34 56 78",
    "a@b.dk",
    "Birkevej 12",
    "8000 Aarhus",
]
WORDS = [*PIECES, "Mikkel", "og", "ring", ".", "…", "\n", " ", "2/12", "å\u030a", "👍", "1", "-", "Vester", "kl. 16.00"]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(["", " ", ", "]), st.booleans())
def test_what_is_found_lies_in_order_and_what_is_shown_holds_none_of_it(
    words: list[str], between: str, protected: bool
) -> None:
    text, the_guard = between.join(words), guard(protected=protected)
    found = the_guard.found(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    checked = the_guard.checked(text).text
    assert the_guard.found(checked) == ()
    if between:
        assert not any(piece in checked for piece in PIECES if piece in words)


PASTED = [
    *("a", "@", "a@", "0", "00 ", "+1-", "12 ", " ", "M", "M 2", "Hans ", "Birkevej ", "Torvet 1 ", "\u200b"),
    *("1234 A", "å\u030a", "krise", "vej", "M-", "Le ", "a-", "a ", "a1", "ﬁ", "Ｈ"),
]


@given(st.text(max_size=60), st.booleans())
def test_any_text_can_be_asked_about(text: str, protected: bool) -> None:
    the_guard = guard(protected=protected)
    assert all(text[word.start : word.end] == word.text for word in the_guard.found(text))
    assert the_guard.found(the_guard.checked(text).text) == ()


@pytest.mark.parametrize("piece", PASTED)
def test_a_pasted_text_of_any_length_can_be_looked_through(piece: str) -> None:
    """How long it takes is measured by `room_text_bench`."""
    text = piece * (50_000 // len(piece))
    found = guard(protected=True).found(text)
    assert all(text[word.start : word.end] == word.text for word in found)


#: Ways to write a name so that it does not look like one.
DISGUISES: dict[str, Callable[[str], str]] = {
    "hyphen": lambda name: f"{name[:-3]}-{name[-3:]}",
    "hyphen at the end of a line": lambda name: f"{name[:-3]}-\n{name[-3:]}",
    "spelled": " ".join,
    "spelled with dashes": "-".join,
    "dots": ".".join,
    "underscore": lambda name: f"{name[:2]}_{name[2:]}",
    "wide": lambda name: "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in name),
    "ornamental": lambda name: "".join(chr(ord(sign) - 97 + 0x1D41A) if "a" <= sign <= "z" else sign for sign in name),
    "ligatures": lambda name: name.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "figures": lambda name: name.translate(str.maketrans("oeas", "0345")),
    "Cyrillic": lambda name: name.translate(str.maketrans("aeopcyx", "аеорсух")),
    "soft hyphens": "\u00ad".join,
    "a longer word": lambda name: f"{name}familien" if len(name) > 7 else name,
    "capitals": str.upper,
}
SURNAMES = ("Holm", "Dalsgård", "Nørgaard", "Krogholst", "Kanarieholst", "Fiflesen")
GOOD = ("Mikkel", "og", "mor", "sover", "hos", "farmor", "kl. 16.00", "2/12", "uge-planen", "mor/far", "fredag.", "–")


@given(
    st.sampled_from(SURNAMES),
    st.sampled_from(sorted(DISGUISES)),
    st.lists(st.sampled_from(GOOD), max_size=5),
    st.lists(st.sampled_from(GOOD), max_size=5),
)
def test_a_planted_surname_is_found_however_it_is_disguised(
    name: str, disguise: str, before: list[str], after: list[str]
) -> None:
    people = (*FAMILY, Person("ny", f"Ane {name}", "Ane", Role.PRIVATE))
    the_guard = room_guard(Told(plan(people)).starts().state)
    written = DISGUISES[disguise](name)
    text = " ".join([*before, written, *after])
    [found] = the_guard.found(text)
    assert written in found.text
    assert the_guard.checked(text).text == text.replace(written, "…")


@pytest.mark.parametrize(
    "text",
    [
        "Mor/far henter, og uge-planen hænger på køleskabet.",
        "Kl. 16.00-17.30, 2/12 eller 3/12. Far.Mor.Alle",
        "a b c, 1 2 3 og A-B-C",
        "Mødet på 1. sal om e-mail, SMS'er og 24-timers-vagten",
        "Hol mig i hånden, for m er et bogstav",
        "Holdet mødes i hallen; Bakken er lukket",
        "3D-print, H2O og MP3",
    ],
)
def test_good_text_is_left_in_peace(text: str) -> None:
    assert shown(text) == text
