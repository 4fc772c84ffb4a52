"""The talerække: groups, seats, the child's place, støttepersoner (R074, R099)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.methods.method import GroupCode, OrderGroup
from netmoede_desktop.domain.methods.speaking_order import heard_when_away, held_to_the_end, in_no_order, speaking_order
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role

FIRST, LAST = ChildPlace(PlaceKind.FIRST), ChildPlace(PlaceKind.LAST)
ALOUD = ChildPlace(PlaceKind.READ_ALOUD)


def after(person: str) -> ChildPlace:
    return ChildPlace(PlaceKind.AFTER, person)


def child(key: str = "barn", **more: object) -> Person:
    return replace(Person(key, key, key, Role.CHILD), **more)  # type: ignore[arg-type]


def of(role: Role, key: str, seat: int = 0, **more: object) -> Person:
    return replace(Person(key, key, key, role, seat=seat), **more)  # type: ignore[arg-type]


def groups(words: str) -> tuple[OrderGroup, ...]:
    return tuple(
        OrderGroup(GroupCode(word.strip("()*")), "*" in word, word.startswith("(")) for word in words.split(", ")
    )


OPENING = "BARN*, FOR, PRIV, FAG, MYN"
CLOSING = "PRIV, FAG, MYN, FOR, BARN*"
MOR, FAR = of(Role.PARENT, "mor", 2), of(Role.PARENT, "far", 3)
FARMOR, NABO = of(Role.PRIVATE, "farmor", 4), of(Role.PRIVATE, "nabo", 5)
LÆRER, RÅDGIVER = of(Role.PROFESSIONAL, "lærer", 6), of(Role.AUTHORITY, "rådgiver", 7)
RING = (child(), MOR, FAR, FARMOR, NABO, LÆRER, RÅDGIVER)


def order(
    words: str,
    *people: Person,
    away: tuple[str, ...] = (),
    newcomers: tuple[str, ...] | None = None,
    by_seating: bool = False,
) -> str:
    present = [person.id for person in people if person.id not in away]
    return " ".join(speaking_order(groups(words), people, present, newcomers=newcomers, by_seating=by_seating))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (OPENING, "barn mor far farmor nabo lærer rådgiver"),
        (CLOSING, "farmor nabo lærer rådgiver mor far barn"),
        ("FOR, (BARN*), PRIV, FAG, MYN", "mor far barn farmor nabo lærer rådgiver"),
        ("FOR", "mor far"),
        ("FAG, ØVRIGE", "lærer barn mor far farmor nabo rådgiver"),
        ("HOVED, ØVRIGE", "barn mor far farmor nabo lærer rådgiver"),
        ("NYE", "barn mor far farmor nabo lærer rådgiver"),
        ("FOR, FOR", "mor far"),
    ],
)
def test_r099_the_groups_of_the_method_in_their_order(words: str, expected: str) -> None:
    assert order(words, *RING) == expected


def test_groups_of_other_methods() -> None:
    people = (of(Role.COORDINATOR, "sam"), of(Role.INFORMANT, "inf"), of(Role.REFLECTOR, "refl"), MOR)
    assert order("INF, REFL, SAM", *people) == "inf refl sam"


def test_inside_a_group_the_seat_decides_so_that_nobody_is_ranked() -> None:
    assert order("PRIV", replace(FARMOR, seat=9), NABO, of(Role.PRIVATE, "moster", 7)) == "nabo moster farmor"


def test_by_seating_the_people_of_the_groups_follow_the_seats() -> None:
    people = (replace(RING[0], seat=4), MOR, replace(FAR, seat=9), replace(LÆRER, seat=1), of(Role.LEADER, "leder", 3))
    assert order(OPENING, *people, by_seating=True) == "lærer mor barn far"
    assert order("FOR", *people, by_seating=True) == "mor far"
    assert order(CLOSING, replace(people[0], place=FIRST), *people[1:], by_seating=True) == "barn lærer mor far"


def test_leader_tolk_and_referent_are_in_no_order() -> None:
    people = (of(Role.LEADER, "leder"), of(Role.INTERPRETER, "tolk"), of(Role.SCRIBE, "referent"), MOR)
    assert order("ØVRIGE", *people) == "mor"


def test_only_those_in_the_room_are_in_the_order() -> None:
    assert order(OPENING, *RING, away=("mor", "nabo", "barn")) == "far farmor lærer rådgiver"


def test_only_newcomers_introduce_themselves_again() -> None:
    assert order("NYE", *RING, newcomers=("lærer", "mor")) == "mor lærer"
    assert order("NYE", *RING, newcomers=()) == ""


@pytest.mark.parametrize(
    ("place", "opening", "closing"),
    [
        (FIRST, "barn mor far farmor nabo lærer rådgiver", "barn farmor nabo lærer rådgiver mor far"),
        (LAST, "mor far farmor nabo lærer rådgiver barn", "farmor nabo lærer rådgiver mor far barn"),
        (after("mor"), "mor barn far farmor nabo lærer rådgiver", "farmor nabo lærer rådgiver mor barn far"),
        (after("rådgiver"), "mor far farmor nabo lærer rådgiver barn", "farmor nabo lærer rådgiver barn mor far"),
        (after("ingen"), "barn mor far farmor nabo lærer rådgiver", "farmor nabo lærer rådgiver mor far barn"),
        (after("barn"), "barn mor far farmor nabo lærer rådgiver", "farmor nabo lærer rådgiver mor far barn"),
        (ALOUD, "barn mor far farmor nabo lærer rådgiver", "farmor nabo lærer rådgiver mor far barn"),
    ],
)
def test_r074_the_child_takes_the_place_it_chose(place: ChildPlace, opening: str, closing: str) -> None:
    people = (child(place=place), *RING[1:])
    assert (order(OPENING, *people), order(CLOSING, *people)) == (opening, closing)


def test_r074_the_place_holds_only_where_the_method_lets_the_child_choose() -> None:
    assert order("BARN, FOR", child(place=LAST), MOR, FAR) == "barn mor far"
    assert order("FOR, FAG", child(place=FIRST), MOR, LÆRER) == "mor lærer"


def test_r074_several_children_each_have_their_own_place() -> None:
    people = (child("a", place=LAST), child("b", place=FIRST), child("c"), child("d", place=after("a")), MOR)
    assert order("BARN*, FOR", *people) == "b c mor a d"
    assert order("BARN*, FOR", child("a", place=LAST), child("b", place=LAST), MOR) == "mor a b"


def test_r074_children_after_each_other_form_a_chain_and_no_loop() -> None:
    chain = (child("a", place=after("b")), child("b", place=after("mor")), MOR, FAR)
    assert order("BARN*, FOR", *chain) == "mor b a far"
    loop = (child("a", place=after("b")), child("b", place=after("a")), MOR)
    assert sorted(order("BARN*, FOR", *loop).split()) == ["a", "b", "mor"]


def test_r074_a_child_that_is_heard_when_away_keeps_its_turn() -> None:
    for place in (ALOUD, ChildPlace(PlaceKind.THROUGH, "farmor")):
        assert order(OPENING, child(place=place), MOR, FARMOR, away=("barn",)) == "barn mor farmor"
        assert heard_when_away(child(place=place))
    for kept in (FIRST, LAST, after("mor"), None):
        assert order(OPENING, child(place=kept), MOR, away=("barn",)) == "mor"
        assert not heard_when_away(child(place=kept))


def test_a_støtteperson_speaks_right_after_the_one_they_support() -> None:
    støtte = of(Role.PRIVATE, "støtte", 1, supports="far")
    assert order(OPENING, *RING, støtte) == "barn mor far støtte farmor nabo lærer rådgiver"
    assert order(CLOSING, *RING, støtte) == "farmor nabo lærer rådgiver mor far støtte barn"
    two = of(Role.PROFESSIONAL, "anden", 9, supports="far")
    assert order(OPENING, *RING, støtte, two) == "barn mor far støtte anden farmor nabo lærer rådgiver"


def test_a_støtteperson_joins_no_round_that_is_not_theirs() -> None:
    assert order("FOR", *RING, of(Role.PRIVATE, "støtte", 1, supports="far")) == "mor far"
    assert order("PRIV", *RING, of(Role.PRIVATE, "støtte", 1, supports="far")) == "støtte farmor nabo"


def test_a_bisidder_speaks_right_after_the_child_wherever_it_is() -> None:
    bisidder = of(Role.ASSISTANT, "bisidder", 9)
    assert order(OPENING, *RING, bisidder) == "barn bisidder mor far farmor nabo lærer rådgiver"
    assert order(OPENING, child(place=LAST), MOR, NABO, bisidder) == "mor nabo barn bisidder"
    assert order(OPENING, child(place=after("mor")), MOR, FAR, bisidder) == "mor barn bisidder far"
    assert order("FOR, (BARN*)", *RING, bisidder) == "mor far barn bisidder"
    assert order("PRIV, FAG", *RING, bisidder) == "farmor nabo lærer"


def test_a_bisidder_of_another_speaks_after_that_one_and_without_anybody_among_the_private() -> None:
    assert order(OPENING, *RING, of(Role.ASSISTANT, "bisidder", 9, supports="mor")).startswith("barn mor bisidder far")
    assert order("FOR", *RING, of(Role.ASSISTANT, "bisidder", 9, supports="mor")) == "mor bisidder far"
    leader = of(Role.LEADER, "leder")
    assert order("PRIV, FAG", NABO, LÆRER, leader, of(Role.ASSISTANT, "b", 9, supports="leder")) == "nabo b lærer"
    assert order("PRIV, FAG", NABO, LÆRER, of(Role.ASSISTANT, "b", 1)) == "b nabo lærer"


def test_the_one_who_is_supported_is_away_and_the_other_speaks_in_that_place() -> None:
    støtte, bisidder = of(Role.PRIVATE, "støtte", 9, supports="far"), of(Role.ASSISTANT, "bisidder", 10)
    assert order(OPENING, *RING, støtte, bisidder, away=("far", "barn")).startswith("bisidder mor støtte farmor")


def test_a_chain_of_those_who_support_loses_nobody() -> None:
    first, second = of(Role.ASSISTANT, "første", 8), of(Role.ASSISTANT, "anden", 9, supports="første")
    third = of(Role.PRIVATE, "tredje", 1, supports="anden")
    assert order(OPENING, child(), MOR, first, second, third) == "barn første anden tredje mor"
    assert order("PRIV", child(), MOR, first, second, third) == "tredje"


def test_those_who_support_each_other_or_themselves_are_heard_all_the_same() -> None:
    a, b = of(Role.PRIVATE, "a", 1, supports="b"), of(Role.PRIVATE, "b", 2, supports="a")
    assert sorted(order("PRIV", a, b).split()) == ["a", "b"]
    assert order("PRIV", of(Role.PRIVATE, "a", 1, supports="a"), NABO) == "a nabo"
    assert order("PRIV", of(Role.PRIVATE, "a", 1, supports="ukendt"), NABO) == "a nabo"


def test_a_støtteperson_for_somebody_who_follows_the_child_comes_after_that_one() -> None:
    people = (child(place=after("mor")), MOR, FAR, of(Role.PRIVATE, "støtte", 1, supports="mor"))
    assert order(OPENING, *people) == "mor barn støtte far"


ROLES = st.sampled_from([role for role in Role if role is not Role.LEADER])
KEYS = [f"p{number}" for number in range(8)]


@st.composite
def rings(draw: st.DrawFn) -> tuple[Person, ...]:
    target = st.none() | st.sampled_from([*KEYS, "ukendt"])
    kinds = st.none() | st.builds(ChildPlace, st.sampled_from(PlaceKind), target)
    return tuple(
        Person(key, key, key, draw(ROLES), seat=draw(st.integers(0, 9)), supports=draw(target), place=draw(kinds))
        for key in KEYS
    )


@given(
    people=rings(),
    words=st.lists(st.sampled_from(list(GroupCode)), min_size=1, max_size=6),
    star=st.booleans(),
    away=st.sets(st.sampled_from(KEYS)),
    by_seating=st.booleans(),
)
def test_everyone_with_a_place_is_in_the_order_once(
    people: tuple[Person, ...], words: list[GroupCode], star: bool, away: set[str], by_seating: bool
) -> None:
    coded = tuple(OrderGroup(code, chooses_place=star) for code in words)
    everyone = [person.id for person in people]
    whole = speaking_order(coded, people, everyone, by_seating=by_seating)
    assert len(whole) == len(set(whole))
    by_id = {person.id: person for person in people}
    for person in people:
        if person.role is not Role.ASSISTANT and person.has_turn and GroupCode.OTHERS in words:
            assert person.id in whole
    present = [key for key in everyone if key not in away]
    smaller = speaking_order(coded, people, present, by_seating=by_seating)
    assert list(smaller) == [key for key in whole if key in present or heard_when_away(by_id[key])]


# -- those whose group stands in no order of the method


FAMILY_AND_STAFF, FAMILY_ALONE = "FOR, (BARN*), FAG, MYN", "(BARN*), FOR"
NO_PRIVATE = tuple(groups(words) for words in (FAMILY_AND_STAFF, FAMILY_ALONE, "NYE"))


def last_order(words: str, *people: Person, orders: tuple[tuple[OrderGroup, ...], ...] = NO_PRIVATE) -> str:
    present = [person.id for person in people]
    left_out = in_no_order(orders, people)
    return " ".join(speaking_order(groups(words), people, present, newcomers=(), without_group=left_out))


def test_whose_group_stands_in_no_order_comes_last_in_the_rounds_open_to_their_side() -> None:
    assert in_no_order(NO_PRIVATE, RING) == ("farmor", "nabo")
    assert last_order(FAMILY_AND_STAFF, *RING) == "mor far barn lærer rådgiver farmor nabo"
    assert last_order(FAMILY_ALONE, *RING) == "barn mor far farmor nabo"
    assert last_order("FOR", *RING) == "mor far"
    assert last_order("FAG, MYN", *RING) == "lærer rådgiver"
    assert last_order("NYE", *RING) == ""
    assert last_order(FAMILY_AND_STAFF, child(place=LAST), MOR, FARMOR) == "mor farmor barn"


def test_who_belongs_to_neither_side_comes_where_both_are() -> None:
    coordinator = of(Role.COORDINATOR, "sam")
    assert last_order(FAMILY_AND_STAFF, *RING, coordinator).endswith("sam farmor nabo")
    assert "sam" not in last_order(FAMILY_ALONE, *RING, coordinator)


def test_nobody_is_without_an_order_where_the_others_have_one_or_nobody_has() -> None:
    assert in_no_order((groups("FOR"), groups("FAG, ØVRIGE")), RING) == ()
    assert in_no_order((), RING) == ()
    assert in_no_order((groups(OPENING),), (*RING, of(Role.LEADER, "maja"))) == ()


def test_a_bisidder_follows_the_child_and_is_not_without_an_order() -> None:
    helper = of(Role.ASSISTANT, "bis")
    assert in_no_order(NO_PRIVATE, (child(), MOR, helper)) == ()
    assert in_no_order(NO_PRIVATE, (MOR, helper)) == ("bis",)


# -- sidst


def test_a_child_who_speaks_last_is_held_to_the_end_with_those_who_speak_right_after() -> None:
    helper, friend = of(Role.ASSISTANT, "bis"), of(Role.PRIVATE, "ven", supports="bis")
    people = (child(place=LAST), MOR, helper, friend, child("bror", place=after("ven")))
    assert held_to_the_end(groups(OPENING), people) == {"barn", "bis", "ven", "bror"}
    assert held_to_the_end(groups("BARN, FOR"), people) == frozenset()
    assert held_to_the_end(groups(OPENING), RING) == frozenset()
