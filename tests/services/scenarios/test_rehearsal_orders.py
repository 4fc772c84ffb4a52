"""Who speaks after whom when a scenario is played: the child's own place, those who support, many people, a tolk."""

from pathlib import Path

import pytest

from tests.services.stories import CLOSING, FAMILY, OPENING, Step, Told, everyone, family, methods, speak, step, tell

SUPPORTERS: tuple[Step, ...] = (
    {"id": "ven", "name": "Ulla Ven", "role": "privat", "supports": "mor"},
    {"id": "bisidder", "name": "Bo Sid", "role": "bisidder"},
    {"id": "advokat", "name": "Ib Lov", "role": "bisidder", "supports": "far"},
)


def order(told: Told, part: str) -> list[str]:
    return [who for who, _, _ in told.turns(part)]


def _placed(place: str | None) -> tuple[Step, ...]:
    return tuple({**one, "place": place} if place and one["id"] == "ida" else one for one in FAMILY)


@pytest.mark.parametrize(
    ("place", "opening", "closing"),
    [
        (None, OPENING, CLOSING),
        ("først", OPENING, ("ida", *CLOSING[:-1])),
        ("sidst", (*OPENING[1:], "ida"), CLOSING),
        ("efter:far", ("mor", "far", "ida", "farmor", "lærer", "sag"), CLOSING),
        (
            "efter:lærer",
            ("mor", "far", "farmor", "lærer", "ida", "sag"),
            ("farmor", "lærer", "ida", "sag", "mor", "far"),
        ),
        ("via:farmor", OPENING, CLOSING),
        ("læses op", OPENING, CLOSING),
    ],
)
def test_the_child_speaks_where_it_has_chosen_to(
    tmp_path: Path, place: str | None, opening: tuple[str, ...], closing: tuple[str, ...]
) -> None:
    people = _placed(place)
    told = tell(tmp_path, speak("mor"), *[step("next_part")] * 7, speak("mor"), people=people)

    assert order(told, "d2") == list(opening)
    assert order(told, "d9") == list(closing)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (None, ["ida", "bisidder", "mor", "ven", "far", "advokat", "farmor", "lærer", "sag"]),
        ("sidst", ["mor", "ven", "far", "advokat", "farmor", "lærer", "sag", "ida", "bisidder"]),
        ("efter:mor", ["mor", "ida", "bisidder", "ven", "far", "advokat", "farmor", "lærer", "sag"]),
    ],
)
def test_a_stoetteperson_and_a_bisidder_speak_right_after_the_one_they_support(
    tmp_path: Path, place: str | None, expected: list[str]
) -> None:
    told = tell(tmp_path, speak("mor"), people=(*_placed(place), *SUPPORTERS))
    assert order(told, "d2") == expected


def test_the_seat_decides_inside_a_group_and_file_order_where_none_is_given(tmp_path: Path) -> None:
    people = tuple({**one, **({"seat": 1} if one["id"] == "far" else {"seat": 9})} for one in FAMILY[1:3])
    told = tell(tmp_path, speak("mor"), people=(FAMILY[0], *people, *FAMILY[3:]))
    assert order(told, "d2") == ["ida", "far", "mor", "farmor", "lærer", "sag"]


def test_who_is_not_there_is_in_no_order(tmp_path: Path) -> None:
    people = tuple({**one, "present": one["id"] not in ("mor", "ida")} for one in FAMILY)
    assert order(tell(tmp_path, speak("far"), people=people), "d2") == ["far", "farmor", "lærer", "sag"]


@pytest.mark.parametrize("method", ["din-1", "din-o", "hlb-1", "hlb-o", "pnm-1", "pnm-n", "um-1", "um-o", "um"])
def test_a_whole_meeting_by_every_method_offers_everyone_every_round_once(tmp_path: Path, method: str) -> None:
    """Speaking in the order of each round, and nothing else, leads through all rounds of the method.

    In the old UM the farmor's group stands in no order, in UM the sagsbehandler's neither: they come last, and it is
    recorded.
    """
    steps: list[Step] = []
    expected: dict[str, list[str]] = {}
    for part in methods()[method].parts:
        if not part.has_turns:
            continue
        codes = [str(group) for group in part.order]
        expected[part.id] = [
            who
            for code in codes
            for who in {
                "BARN*": ["ida"],
                "(BARN*)": ["ida"],
                "FOR": ["mor", "far"],
                "PRIV": ["farmor"],
                "FAG": ["lærer"],
                "MYN": ["sag"],
                "NYE": list(OPENING),
            }[code]
        ]
        if method == "um" and "FOR" in codes:
            expected[part.id].append("farmor")
        if method.startswith("um") and "FAG" in codes:
            expected[part.id].append("sag")
        steps += everyone(tuple(expected[part.id]), 7)
    told = tell(tmp_path, *steps, step("finish"), method=method)

    assert {part: told.spoke(part) for part in told.parts_with_turns()} == expected
    assert "not_everyone_offered" not in told.json["overridden"]
    assert ("not_in_any_order" in told.json["overridden"]) is method.startswith("um")


def test_twenty_people_with_names_from_everywhere(tmp_path: Path) -> None:
    names = [
        "Nguyễn Thị Ánh Tuyết", "Şükrü Çağlayan", "Łucja Wójcik-Żak", "فاطمة الزهراء", "አበበ ቢቂላ", "李小龙", "김민준",
        "Þórdís Guðjónsdóttir", "О́льга Петро́вна", "Zoë 🦊", "Ιωάννης", "שרה כהן", "नीलम शर्मा", "Anne-Sofie von Ørsted",
        "D’Angelo O'Neill", "X Æ", "ԱՐՄԵՆ", "ไพลิน", "Åse", "Ñandú",
    ]  # fmt: skip
    roles = ["barn", "forælder", "forælder", *["privat"] * 9, *["fagperson"] * 7, "myndighed"]
    people = tuple({"id": f"p{i}", "name": name, "role": roles[i]} for i, name in enumerate(names))
    told = tell(tmp_path, *[speak(f"p{i}", 5, note=names[i]) for i in range(20)], step("finish"), people=people)

    assert [one["name"] for one in told.json["people"]] == names
    assert told.spoke("d2") == [f"p{i}" for i in range(20)]
    assert [text for _, _, text in told.notes()] == names
    assert [one["network"] for one in told.json["people"]] == ["privat"] * 12 + ["professionel"] * 8


@pytest.mark.parametrize(
    ("people", "meeting"),
    [
        (FAMILY, {"interpreter": "somali"}),
        ((*FAMILY, {"id": "tolk", "name": "Amina Ali", "role": "tolk"}), {}),
        (tuple({**one, "through_interpreter": one["id"] == "mor"} for one in FAMILY), {}),
    ],
)
def test_a_tolk_makes_the_plan_half_as_long_again(
    tmp_path: Path, people: tuple[Step, ...], meeting: dict[str, str]
) -> None:
    plain = tell(tmp_path).planned()
    interpreted = tell(tmp_path, people=people, **meeting).planned()

    assert sum(plain.values()) == 120 * 60
    assert sum(interpreted.values()) == 180 * 60
    assert interpreted["d4"] == plain["d4"] * 3 // 2


@pytest.mark.parametrize("minutes", [91, 100, 119, 120, 121, 150, 170])
def test_any_length_within_reach_is_planned_to_the_second(tmp_path: Path, minutes: int) -> None:
    planned = tell(tmp_path, planned_minutes=minutes).planned()
    assert sum(planned.values()) == minutes * 60
    for part in methods()["din-1"].parts:
        assert part.minutes.least * 60 <= planned[part.id] <= part.minutes.most * 60


def test_a_folded_scenario_says_nothing_of_its_own_ids(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida"))
    assert {one["id"] for one in told.json["people"]}.isdisjoint({str(one["id"]) for one in FAMILY})


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (None, ["mor", "far", "farmor", "ida", "lærer", "sag"]),
        ("fagperson", ["mor", "far", "farmor", "ida", "lærer", "leder", "sag"]),
        ("myndighed", ["mor", "far", "farmor", "ida", "lærer", "sag", "leder"]),
    ],
)
def test_r036_a_leading_initiator_who_is_a_party_keeps_a_turn(
    tmp_path: Path, party: str | None, expected: list[str]
) -> None:
    """In Holbæk's meeting, and of the professional network then; who only leads has no turn (R036)."""
    people = family(leder={} if party is None else {"party": party})
    told = tell(tmp_path, speak("mor"), method="hlb-1", people=people)
    assert order(told, "h2") == expected
    leading = [(one["role"], one["network"]) for one in told.json["people"] if one["name"] == "Maja Lind"]
    assert leading == [("mødeleder", "professionel" if party else None)]
