"""Method files: what is wrong with a bad one, and municipal files beside the shipped ones."""

from pathlib import Path

import pytest

from netmoede_desktop.services.methods.method_files import Methods, check_file, load_methods
from netmoede_desktop.services.toml.input import InputError, InputProblem

SHIPPED = ("din-1", "din-o", "hlb-1", "hlb-o", "pnm-1", "pnm-n", "um-1", "um-o", "um")

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


@pytest.mark.smoke
def test_a_municipal_file_adds_a_method(tmp_path: Path, repository: Path) -> None:
    methods = _municipal(tmp_path, repository, by=GOOD)
    assert methods.ids == (*SHIPPED, "by-1")
    assert methods["by-1"].version == 2
    assert [file.municipal for file in methods.files] == [False] * len(SHIPPED) + [True]


def test_a_municipal_file_overrides_a_shipped_method_by_id(tmp_path: Path, repository: Path) -> None:
    methods = _municipal(tmp_path, repository, egen=GOOD.replace('"by-1"', '"din-1"'))
    assert methods.ids == SHIPPED
    assert methods["din-1"].name == "Byens eget møde"
    assert methods.files[0].municipal
    assert methods["din-o"].name.startswith("Det inddragende")


@pytest.mark.smoke
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
