"""Methods as data: the shipped files against method.md's Appendix A, municipal files beside them, and bad ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.domain.method import LeaderRule, Method, PartKind, PartTask, SuggestedText
from netmoede_desktop.domain.people import Role
from netmoede_desktop.services.method_files import Methods, check_file, load_methods
from netmoede_desktop.services.toml_input import InputError, InputProblem

SHIPPED = ("din-1", "din-o", "hlb-1", "hlb-o", "pnm-1", "pnm-n", "um")
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
    assert limits["din-1"] == (180, 180)
    assert limits["pnm-1"] == limits["pnm-n"] == (120, 180)


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
    assert initiator == {"hlb-1", "hlb-o", "um"}


def test_r123_follow_up_windows(methods: Methods) -> None:
    windows = {m.id: (m.follow_up.earliest_days, m.follow_up.latest_days) for m in methods}
    assert windows["pnm-1"] == windows["pnm-n"] == (56, 77)
    assert windows["din-1"] == windows["din-o"] == (42, 70)
    assert windows["hlb-1"] == windows["um"] == (None, None)
    assert all(method.follow_up.required for method in methods)


def test_r107_r109_holbaek_has_its_principles_and_statuses(methods: Methods) -> None:
    for method_id in ("hlb-1", "hlb-o"):
        assert methods[method_id].statuses == ("fortsæt", "ændr", "stop")
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
        "um": "um",
    }
    with_status = {method.id for method in methods if method.has_status_part}
    assert with_status == {"din-o", "pnm-n", "hlb-1", "hlb-o"}
    assert {method.id for method in methods if not method.first_meeting} == {"din-o", "pnm-n", "hlb-o"}


def test_childs_and_parents_own_time_and_the_agreements_are_protected(methods: Methods) -> None:
    family = {"BARN", "FOR"}
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


GOOD = """\
id = "by-1"
version = 2
name = "Byens eget møde"
short_name = "By"
leader = "neutral"
interpreter_factor = 1.5
statuses = ["gjort"]

[limits]
minutes = 60
minutes_with_interpreter = 90

[follow_up]
required = false

[[phase]]
id = "start"
title = "Start"
plain = "Velkomst"

[[phase]]
id = "slut"
title = "Slut"
plain = "Tak"

[[part]]
id = "b1"
title = "Runde"
kind = "runde"
phase = "start"
minutes = { least = 10, target = 20, most = 30 }
order = [
    "BARN*",
    "FOR",
]
say = ["Hvad siger {barn}?"]

[[part]]
id = "b2"
title = "Aftaler"
kind = "aftale"
phase = "slut"
minutes = { least = 10, target = 20, most = 30 }
order_note = "alle"
"""


def _problems(tmp_path: Path, text: str) -> list[InputProblem]:
    path = tmp_path / "by.toml"
    path.write_text(text, encoding="utf-8")
    return check_file(path, ["din-1", "din-o"])


def test_a_good_file_has_no_problems(tmp_path: Path) -> None:
    assert _problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "code"),
    [
        ('id = "by-1"', 'id = "By 1"', 1, "id", "bad-id"),
        ('id = "by-1"\n', "", None, "id", "missing-key"),
        ("version = 2", 'version = "2"', 2, "version", "wrong-type"),
        ('"Byens eget møde"', '"  "', 3, "name", "blank"),
        ('"neutral"', '"neutal"', 5, "leader", "unknown-choice"),
        ("factor = 1.5", "factor = 0.5", 6, "interpreter_factor", "too-small"),
        ('statuses = ["gjort"]', 'statuses = ["a", "a"]', 7, "statuses", "duplicate-value"),
        ("minutes = 60", "minutes = 39", 10, "minutes", "sum-over-limit"),
        ("minutes = 60", "minutes = 19", 10, "minutes", "sum-over-limit"),
        ("interpreter = 90", "interpreter = 59", 11, "minutes_with_interpreter", "sum-over-limit"),
        ("required = false", "required = false\nlatest_days = 3\nearliest_days = 9", 15, "latest_days", "window-order"),
        ('id = "slut"', 'id = "start"', 22, "id", "duplicate-id"),
        ('phase = "slut"', 'phase = "start"', 22, "id", "phase-unused"),
        ('phase = "start"', 'phase = "strat"', 30, "phase", "unknown-phase"),
        ('id = "b2"', 'id = "b1"', 39, "id", "duplicate-id"),
        ('title = "Runde"', 'title = ""', 28, "title", "blank"),
        ('kind = "runde"', 'kind = "rund"', 29, "kind", "unknown-choice"),
        (
            "least = 10, target = 20, most = 30 }\norder = ",
            "least = 21, target = 20, most = 30 }\norder = ",
            31,
            "minutes",
            "minutes-order",
        ),
        ("target = 20, most = 30 }\norder = ", "target = 20 }\norder = ", 31, "most", "missing-key"),
        ('order_note = "alle"', 'order = ["FOR"]', 44, "order", "order-without-turns"),
        ('order = [\n    "BARN*",\n    "FOR",\n]\n', "", 26, "order", "order-missing"),
        ('    "FOR"', '    "FORÆLDRE"', 34, "order", "unknown-group"),
        ('    "FOR"', '    "(FOR"', 34, "order", "unknown-group"),
        ('    "FOR"', '    "FOR*"', 34, "order", "star-not-allowed"),
        ('    "FOR"', '    "BARN*"', 34, "order", "duplicate-value"),
        ('    "FOR"', '    "INF"', 34, "order", "group-role-missing"),
        ("{barn}", "{navn}", 36, "say", "unknown-placeholder"),
        ("{barn}", "{barn", 36, "say", "loose-brace"),
        ("say = ", 'room = "Vi taler om {formål}"\nsay = ', 36, "room", "purpose-in-room"),
        (
            'kind = "aftale"',
            'kind = "aftale"\noptional = true\nprotected = true',
            42,
            "optional",
            "optional-and-protected",
        ),
        ("statuses", 'next_method = "din-2"\nstatuses', 7, "next_method", "unknown-next-method"),
        ("statuses", 'roles = ["barn"]\nstatuses', 7, "roles", "unknown-choice"),
        ("statuses", 'suggested = ["tiden"]\nstatuses', 7, "suggested", "unknown-choice"),
        ("statuses", "status = 1\nstatuses", 7, "status", "unknown-key"),
        ('order_note = "alle"', 'order_note = "alle"\ntips = [3]', 45, "tips", "wrong-type"),
        ('order_note = "alle"', 'order_note = "alle"\nroom = "{barn}}"', 45, "room", "loose-brace"),
    ],
)
def test_each_slip_in_a_method_file_is_named_with_its_line_and_key(
    tmp_path: Path, old: str, new: str, line: int | None, key: str, code: str
) -> None:
    assert old in GOOD
    problems = _problems(tmp_path, GOOD.replace(old, new, 1))
    assert (line, key, code) in [(problem.line, problem.key, problem.code) for problem in problems]


def test_going_back_to_an_earlier_phase_is_named(tmp_path: Path) -> None:
    third = GOOD[GOOD.index("[[part]]") : GOOD.rindex("[[part]]")].replace('"b1"', '"b3"')
    [problem] = [p for p in _problems(tmp_path, GOOD + third) if p.code == "phase-order"]
    assert (problem.line, problem.facts["phase"]) == (49, "start")


def test_a_file_without_phases_or_parts_says_so(tmp_path: Path) -> None:
    problems = _problems(tmp_path, GOOD[: GOOD.index("[[phase]]")])
    assert [(problem.code, problem.facts["header"]) for problem in problems] == [
        ("missing-table", "[[phase]]"),
        ("missing-table", "[[part]]"),
    ]


def test_a_faulty_word_in_a_list_is_told_of_once(tmp_path: Path) -> None:
    text = GOOD.replace('    "FOR"', "    3").replace("statuses", 'roles = [""]\nsuggested = ["", ""]\nstatuses')
    assert [(problem.key, problem.code) for problem in _problems(tmp_path, text)] == [
        ("roles", "blank"),
        ("suggested", "blank"),
        ("suggested", "blank"),
        ("order", "wrong-type"),
    ]


def test_a_wrong_kind_and_missing_minutes_are_told_of_once_each(tmp_path: Path) -> None:
    text = GOOD.replace('"runde"', '"rund"').replace(
        "minutes = { least = 10, target = 20, most = 30 }\norder = ", "order = "
    )
    assert [(problem.line, problem.key, problem.code) for problem in _problems(tmp_path, text)] == [
        (26, "minutes", "missing-key"),
        (29, "kind", "unknown-choice"),
    ]


def test_roles_a_method_asks_for_may_stand_in_its_orders(tmp_path: Path) -> None:
    text = GOOD.replace('    "FOR"', '    "INF"').replace("statuses", 'roles = ["informatør"]\nstatuses')
    assert _problems(tmp_path, text) == []


def test_several_slips_are_all_found(tmp_path: Path) -> None:
    text = GOOD.replace('"neutral"', '"ukendt"').replace("{barn}", "{x}").replace('id = "b2"', 'id = "b1"')
    assert [problem.code for problem in _problems(tmp_path, text)] == [
        "unknown-choice",
        "unknown-placeholder",
        "duplicate-id",
    ]


def _municipal(tmp_path: Path, repository: Path, **files: str) -> Methods:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_methods(repository / "resources" / "methods", tmp_path)


def test_a_municipal_file_adds_a_method(tmp_path: Path, repository: Path) -> None:
    methods = _municipal(tmp_path, repository, by=GOOD)
    assert methods.ids == (*SHIPPED, "by-1")
    assert methods["by-1"].version == 2
    assert [file.municipal for file in methods.files] == [False] * 7 + [True]


def test_a_municipal_file_overrides_a_shipped_method_by_id(tmp_path: Path, repository: Path) -> None:
    methods = _municipal(tmp_path, repository, egen=GOOD.replace('"by-1"', '"din-1"'))
    assert methods.ids == SHIPPED
    assert methods["din-1"].name == "Byens eget møde"
    assert methods.files[0].municipal
    assert methods["din-o"].name.startswith("Det inddragende")


def test_a_broken_municipal_file_leaves_the_shipped_method_in_use(tmp_path: Path, repository: Path) -> None:
    broken = GOOD.replace('"by-1"', '"din-1"').replace('"neutral"', '"ukendt"')
    methods = _municipal(tmp_path, repository, a=broken, b="id = ", c=GOOD)
    assert methods["din-1"].name == "Det inddragende netværksmøde – første møde"
    assert "by-1" in methods
    assert [(problem.path.name, problem.code) for problem in methods.problems] == [
        ("a.toml", "unknown-choice"),
        ("b.toml", "syntax"),
    ]


def test_two_municipal_files_with_one_id_are_told_of_and_the_first_is_used(tmp_path: Path, repository: Path) -> None:
    methods = _municipal(tmp_path, repository, a=GOOD, b=GOOD.replace("version = 2", "version = 3"))
    [problem] = methods.problems
    assert (problem.path.name, problem.code, problem.facts["file"]) == ("b.toml", "duplicate-method", "a.toml")
    assert methods["by-1"].version == 2


def test_setting_one_file_aside_sets_aside_the_one_that_needs_it(tmp_path: Path, repository: Path) -> None:
    first = GOOD.replace("statuses", 'next_method = "by-2"\nstatuses')
    second = GOOD.replace('"by-1"', '"by-2"').replace("statuses", 'next_method = "by-3"\nstatuses')
    methods = _municipal(tmp_path, repository, a=first, b=second)
    assert methods.ids == SHIPPED
    assert {problem.code for problem in methods.problems} == {"unknown-next-method"}
    assert len(methods.problems) == 2


def test_a_profile_without_methods_has_the_shipped_ones(tmp_path: Path, repository: Path) -> None:
    methods = load_methods(repository / "resources" / "methods", tmp_path / "findes-ikke")
    assert methods.ids == SHIPPED
    assert (methods.get("din-1"), methods.get("nej")) == (methods["din-1"], None)
    with pytest.raises(KeyError):
        methods["nej"]
    assert methods.check_file(repository / "resources" / "methods" / "um.toml") == []


def test_a_broken_shipped_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(GOOD.replace("statuses", 'next_method = "y"\nstatuses'), encoding="utf-8")
    with pytest.raises(InputError, match="unknown-next-method"):
        load_methods(tmp_path)
