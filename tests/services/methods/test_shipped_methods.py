"""The shipped methods are what the sources say, word for word, and the format carries the four that come later."""

import json
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.domain.methods.method import LeaderRule, Limits, Method, PartKind, PartTask, SuggestedText
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.services.methods.method_files import Methods, load_methods

SHIPPED = ("din-1", "din-o", "hlb-1", "hlb-o", "pnm-1", "pnm-n", "um-1", "um-o", "um")
LATER = ("aad", "frd", "frl", "sos")

#: How Appendix A spells in words what a method file gives as groups.
_SPELLED = {"ØVRIGE": "øvrige", "NYE": "nye deltagere"}


@pytest.fixture(scope="module")
def methods(repository: Path) -> Methods:
    return load_methods(repository / "resources" / "methods")


@pytest.fixture(scope="module")
def all_eleven(repository: Path) -> Methods:
    return load_methods(repository / "resources" / "methods", repository / "tests" / "data" / "methods")


@pytest.fixture(scope="module")
def appendix(repository: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((repository / "tests" / "data" / "appendix_a.json").read_text(encoding="utf-8"))
    return data


def _order_in_words(method: Method, part_id: str) -> str:
    part = method.part(part_id)
    groups = ", ".join(_SPELLED.get(str(group), str(group)) for group in part.order)
    joint = {"1..n": " "}.get(part.order_note, " – ")
    return joint.join(text for text in (groups, part.order_note) if text) or "-"


@pytest.mark.parametrize("method_id", [*SHIPPED, *LATER])
def test_a_method_is_exactly_appendix_a(all_eleven: Methods, appendix: dict[str, Any], method_id: str) -> None:
    method, told = all_eleven[method_id], appendix[method_id]
    assert all_eleven.problems == ()
    assert method.name == told["name"]
    assert method.interpreter_factor == told["interpreterFactor"]
    assert method.hard_limit(interpreter=False) == told["hardMaxMin"]
    assert method.hard_limit(interpreter=True) == told["hardMaxWithInterpreter"]
    assert [
        {
            "id": part.id,
            "title": part.title,
            "kind": part.kind.value,
            "min": part.minutes.least,
            "target": part.minutes.target,
            "max": part.minutes.most,
            "order": _order_in_words(method, part.id),
            "prompts": list(part.prompts.say),
        }
        for part in method.parts
    ] == told["parts"]
    for name in ("min", "target", "max"):
        field = {"min": "least", "target": "target", "max": "most"}[name]
        assert sum(getattr(part.minutes, field) for part in method.parts) == told["totals"][name]


@pytest.mark.parametrize(
    ("method_id", "totals"),
    [
        ("din-1", (135, 180, 270)),
        ("din-o", (90, 135, 180)),
        ("pnm-1", (135, 165, 180)),
        ("pnm-n", (135, 165, 180)),
        ("hlb-1", (69, 90, 135)),
        ("hlb-o", (66, 90, 135)),
        ("um", (69, 90, 135)),
        ("um-1", (69, 90, 135)),
        ("um-o", (66, 90, 135)),
        ("frl", (144, 225, 399)),
    ],
)
def test_r076_with_a_tolk_the_sums_are_those_of_the_tables(
    all_eleven: Methods, method_id: str, totals: tuple[int, int, int]
) -> None:
    """Every part costs one and a half times its minutes, private family time its own."""
    method = all_eleven[method_id]
    spans = [(part.minutes, method.factor(part, interpreter=True)) for part in method.parts]
    assert (
        sum(span.least * factor for span, factor in spans),
        sum(span.target * factor for span, factor in spans),
        sum(span.most * factor for span, factor in spans),
    ) == totals
    assert {method.factor(part, interpreter=False) for part in method.parts} == {1.0}


def test_r091_r092_r093_hard_limits(methods: Methods) -> None:
    limits = {m.id: (m.hard_limit(interpreter=False), m.hard_limit(interpreter=True)) for m in methods}
    assert limits["pnm-1"] == limits["pnm-n"] == (120, 180)
    assert {limit for method, limit in limits.items() if not method.startswith("pnm")} == {(None, None)}
    under = {m.id: m.under("aalborg") for m in methods}
    assert under["din-1"].limits == under["din-o"].limits == Limits(120, 120)
    assert under["din-1"].practice == "Aalborg"
    assert {key for key, method in under.items() if method != methods[key]} == {"din-1", "din-o"}
    assert not any(SuggestedText.LIMITS in method.suggested for method in methods), "a limit comes from a source"


def test_r097_r098_din_has_its_three_phases_each_describing_and_reflecting_one_with_a_round(methods: Methods) -> None:
    for method_id in ("din-1", "din-o"):
        method = methods[method_id]
        assert [phase.id for phase in method.phases][1:4] == ["beskrivende", "reflekterende", "aftaler"]
        for phase in ("beskrivende", "reflekterende"):
            # Dropping what may be dropped still leaves a round.
            assert [p for p in method.parts if p.phase == phase and p.has_turns and not p.optional]
        assert any(part.task is PartTask.AGREEMENTS for part in method.parts)


def test_r101_the_first_round_about_content_is_what_goes_well(methods: Methods) -> None:
    rounds = [part for part in methods["din-1"].parts if part.has_turns and part.phase == "beskrivende"]
    assert rounds[0].id == "d4"


def test_r020_r036_who_may_lead(methods: Methods) -> None:
    initiator = {method.id for method in methods if method.leader is LeaderRule.INITIATOR}
    assert initiator == {"hlb-1", "hlb-o", "um-1", "um-o", "um"}


def test_r123_follow_up_windows(methods: Methods) -> None:
    windows = {m.id: (m.follow_up.earliest_days, m.follow_up.latest_days) for m in methods}
    assert windows["pnm-1"] == windows["pnm-n"] == (56, 77)
    assert windows["din-1"] == windows["din-o"] == (42, 70)
    assert windows["hlb-1"] == windows["um-1"] == windows["um"] == (None, None)
    assert all(method.follow_up.required for method in methods)


def test_r107_r109_holbaek_has_its_principles_and_statuses(methods: Methods) -> None:
    for method_id in ("hlb-1", "hlb-o", "um-1", "um-o"):
        assert methods[method_id].statuses == ("fortsætter", "ændres", "stopper")
        assert len(methods[method_id].principles) == 3
        assert not any(part.optional for part in methods[method_id].parts), "R108: the agenda is fixed"
    assert methods["din-o"].statuses == ("gjort", "i gang", "ikke nået", "ændret", "ikke aktuel")


def test_the_method_of_the_next_meeting(methods: Methods) -> None:
    following = {method.id: method.next_method for method in methods}
    assert following == {
        "din-1": "din-o",
        "din-o": "din-o",
        "pnm-1": "pnm-n",
        "pnm-n": "pnm-n",
        "hlb-1": "hlb-o",
        "hlb-o": "hlb-o",
        "um-1": "um-o",
        "um-o": "um-o",
        "um": "um-o",
    }
    with_status = {method.id for method in methods if method.has_status_part}
    assert with_status == {"din-o", "pnm-n", "hlb-1", "hlb-o", "um-1", "um-o"}
    assert {method.id for method in methods if not method.first_meeting} == {"din-o", "pnm-n", "hlb-o", "um-o"}
    assert {method.id for method in methods} - {method.id for method in methods.offered} == {"um"}


def test_childs_and_parents_own_time_and_the_agreements_are_protected(methods: Methods) -> None:
    family = {"BARN", "FOR", "PRIV"}
    for method in methods:
        for part in method.parts:
            of_the_family = bool(part.order) and {group.code.value for group in part.order} <= family
            assert part.protected == (of_the_family or part.task is PartTask.AGREEMENTS), part.id


def test_every_part_has_something_to_say_for_the_mødeleder_the_room_and_the_child(methods: Methods) -> None:
    for method in methods:
        for part in method.parts:
            assert part.prompts.say
            assert 1 <= len(part.prompts.tips) <= 3
            assert part.prompts.room
            if any(group.code.value == "BARN" for group in part.order):
                assert part.prompts.child, part.id


def test_the_child_friendly_questions_of_method_md(methods: Methods) -> None:
    din = methods["din-1"]
    assert [din.part(part).prompts.child for part in ("d4", "d5", "d6", "d9", "d10")] == [
        "Hvad er godt i dit liv lige nu?",
        "Hvad er svært eller træls?",
        "Hvis du kunne trylle – hvad var så anderledes?",
        "Sagde nogen noget, du blev glad for?",
        "Hvad kan de voksne gøre?",
    ]


@pytest.mark.parametrize(("without", "with_authority"), [("um-1", "hlb-1"), ("um-o", "hlb-o")])
def test_a_udviklingsmøde_has_the_form_of_the_network_meeting_without_the_authority(
    methods: Methods, without: str, with_authority: str
) -> None:
    one, other = methods[without], methods[with_authority]
    assert (one.called, other.called) == ("udviklingsmøde", "netværksmøde")
    assert "netværksmøde" not in one.name.lower() + one.short_name.lower()
    for mine, theirs in zip(one.parts, other.parts, strict=True):
        assert (mine.title, mine.heading, mine.kind, mine.minutes, mine.task, mine.phase) == (
            theirs.title,
            theirs.heading,
            theirs.kind,
            theirs.minutes,
            theirs.task,
            theirs.phase,
        )
        assert [str(group) for group in mine.order] == [str(group) for group in theirs.order if str(group) != "MYN"]
    assert (one.statuses, one.principles, one.follow_up) == (other.statuses, other.principles, other.follow_up)
    assert any("samtykke" in line for line in one.parts[0].prompts.say)
    tips = " ".join(tip for part in one.parts[2:5] for tip in part.prompts.tips)
    assert all(f"runde {letter}" in tips for letter in "ABC")


@pytest.mark.parametrize("method_id", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_point_four_is_a_heading_over_a_b_and_c(methods: Methods, method_id: str) -> None:
    method = methods[method_id]
    heading = "4. Drøftelse af de konkrete indsatser"
    assert [part.title[:2] for part in method.parts if part.heading == heading] == ["4a", "4b", "4c"]


@pytest.mark.parametrize("method_id", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_the_private_network_follows_the_parents_in_every_round(methods: Methods, method_id: str) -> None:
    for part in methods[method_id].parts:
        order = [str(group) for group in part.order]
        if "FOR" in order:
            assert order[order.index("FOR") + 1] == "PRIV", part.id


def test_nothing_of_one_municipality_is_promised_by_the_others(methods: Methods) -> None:
    for method in methods:
        for part in method.parts:
            assert not any("14 dage" in line for line in (*part.prompts.say, *part.prompts.tips, part.prompts.room))
    assert methods["din-1"].part("d12").prompts.say == (
        "Hvornår og hvor mødes vi igen? Aftalerne bliver sendt ud igen før næste møde.",
    )


def test_what_no_source_fixes_is_marked(methods: Methods) -> None:
    for method in methods:
        assert SuggestedText.PROMPTS in method.suggested
        assert SuggestedText.MINUTES in method.suggested
        assert method.source
    assert SuggestedText.LIMITS not in methods["pnm-1"].suggested
    assert SuggestedText.TITLES not in methods["hlb-1"].suggested


def test_the_other_four_bring_their_roles_and_kinds(all_eleven: Methods) -> None:
    assert all_eleven["frl"].roles == (Role.COORDINATOR, Role.INFORMANT)
    assert all_eleven["aad"].roles == (Role.REFLECTOR,)
    kinds = {part.kind for method in all_eleven for part in method.parts}
    assert kinds == set(PartKind)
    assert str(all_eleven["aad"].part("a2").order[0]) == "HOVED*"


def test_a_sentence_for_users_names_another_method_by_its_name_and_never_by_its_key(methods: Methods) -> None:
    names = {method.name for method in methods}
    for method in methods:
        assert not [key for key in SHIPPED if f"({key})" in method.note]
        assert all(part.split("«")[0] in names for part in method.note.split("»")[1:])
