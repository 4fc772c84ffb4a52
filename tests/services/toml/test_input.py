"""Reading TOML files of people's own: every problem has its line, key and code."""

import tempfile
from pathlib import Path

import pytest

from netmoede_desktop.services.toml.input import LARGEST_FILE, InputError, InputProblem, nearest, parse_toml, read_toml
from netmoede_desktop.services.toml.table import LONGEST_LINE, LONGEST_TEXT, MOST_PROBLEMS, MOST_UNKNOWN, TomlTable

FILE = Path("prøve.toml")


def table_of(text: str) -> TomlTable:
    document = parse_toml(text, FILE)
    return TomlTable(document, [], document.values)


def only(table: TomlTable) -> tuple[int | None, str, str]:
    [problem] = table.problems
    return problem.line, problem.key, problem.code


def refused(data: bytes) -> InputProblem:
    with tempfile.TemporaryDirectory() as folder, pytest.raises(InputError) as caught:
        path = Path(folder) / FILE
        path.write_bytes(data)
        read_toml(path)
    [problem] = caught.value.problems
    return problem


def test_a_file_is_read_with_and_without_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for data in ('navn = "Åse"\n'.encode(), b"\xef\xbb\xbf" + 'navn = "Åse"\n'.encode()):
        path.write_bytes(data)
        document = read_toml(path)
        assert (document.values, document.lines) == ({"navn": "Åse"}, {("navn",): 1})


def test_a_file_that_cannot_be_opened_is_told_from_a_folder(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "nej.toml", "file-missing"),
        (tmp_path, "file-is-folder"),
        (tmp_path / ("x" * 4000), "file-unreadable"),
        (Path("a\0b"), "file-unreadable"),
    ):
        with pytest.raises(InputError) as caught:
            read_toml(path)
        assert [(problem.path, problem.code) for problem in caught.value.problems] == [(path, code)]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "stor.toml"
    path.write_bytes(b"#" * LARGEST_FILE)
    assert read_toml(path).values == {}
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(InputError, match="file-too-large"):
        read_toml(path)


def test_text_in_another_encoding_is_refused_with_its_line() -> None:
    problem = refused("a = 1\nb = 'Søren'\n".encode("latin-1"))
    assert (problem.line, problem.code) == (2, "not-utf8")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a = 1\na = 2\n", 2, "duplicate-key"),
        ("[a]\n[a]\n", 2, "duplicate-key"),
        ("a = {b = 1, b = 2}", 1, "duplicate-key"),
        ('a = 1\nb = "x\n', 2, "open-text"),
        ('a = """x\n\n\n', 1, "open-text"),
        ("a = 'x\n", 1, "open-text"),
        ("\na = [1, 2\n\n", 2, "open-list"),
        ("a\n", 1, "no-equals"),
        ('a = "C:\\mappe"', 1, "escape"),
        ('a = "\\ud800"', 1, "escape"),
        ("a = 2026-02-30", 1, "date"),
        ("a = 2026-02-01T16:00", 1, "date"),
        ("a = 2026-02-01 16:00", 1, "date"),
        ("a = " + "9" * 5000, None, "number"),
        ("a = 1 # \x07\n", 1, "character"),
        ("\n\n= 1", 3, "other"),
    ],
)
def test_broken_toml_names_its_line_and_what_is_broken(text: str, line: int | None, reason: str) -> None:
    problem = refused(text.encode())
    assert (problem.code, problem.line, problem.facts["reason"]) == ("syntax", line, reason)


@pytest.mark.parametrize("text", ["a = " + "[" * 20_000, "a = " + "{a=" * 20_000])
def test_endless_nesting_is_refused(text: str) -> None:
    assert refused(text.encode()).code == "too-deep"


def test_the_first_problem_of_a_file_is_the_one_highest_up() -> None:
    problems = [InputProblem(FILE, line, "", "blank") for line in (9, 3, 5)]
    assert [problem.line for problem in InputError(problems).problems] == [3, 5, 9]


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    table = table_of("[p]\nid = 'a'\n\nnote = 'b'\nseconsd = 3\n")
    inner = table.table("p")
    inner.text("id")
    inner.number("seconds", most=9)
    inner.finish()
    table.finish()
    first, second = table.problems
    assert (first.line, first.key, first.code, first.facts["nearest"]) == (4, "note", "unknown-key", "")
    assert (second.line, second.facts["nearest"], second.facts["table"]) == (5, "seconds", "[p]")
    assert first.facts["known"] == ("id", "seconds")


def test_a_missing_key_has_the_line_of_its_table() -> None:
    table = table_of("\n[[p]]\n[[p]]\nx = 1\n")
    table.tables("p")[1].text("id", required=True)
    assert only(table) == (3, "id", "missing-key")


def test_a_missing_table_is_named_by_its_header() -> None:
    table = table_of("")
    table.table("case", required=True)
    assert only(table) == (None, "case", "missing-table")
    assert table.problems[0].facts["header"] == "[case]"


@pytest.mark.parametrize(
    ("text", "getter", "expected", "found"),
    [
        ("k = 3", "text", "text", "whole-number"),
        ("k = true", "whole", "whole-number", "yes-no"),
        ("k = 3.0", "whole", "whole-number", "number"),
        ("k = '3'", "number", "number", "text"),
        ("k = false", "number", "number", "yes-no"),
        ("k = 1", "yes_no", "yes-no", "whole-number"),
        ("k = 2026-01-02T10:00:00", "local_date", "date", "date-time"),
        ("k = 10:00:00", "local_date", "date", "time"),
        ("k = 2026-01-02", "local_time", "date-time", "date"),
        ("k = 2026-01-02T10:00:00+01:00", "local_time", "date-time", "date-time-zone"),
        ("k = 2026-01-02T10:00:00Z", "local_time", "date-time", "date-time-zone"),
        ("k = 'a'", "texts", "text-list", "text"),
        ("k = [{}]", "texts", "text", "table"),
        ("k = []", "table", "table", "list"),
        ("k = [{}]", "table", "table", "table-list"),
        ("k = {}", "tables", "table-list", "table"),
        ("k = [1]", "tables", "table-list", "list"),
    ],
)
def test_a_wrong_type_says_what_was_expected_and_what_was_found(
    text: str, getter: str, expected: str, found: str
) -> None:
    table = table_of(text)
    arguments: dict[str, dict[str, object]] = {
        "whole": {"least": 0, "most": 9},
        "number": {"most": 9},
        "yes_no": {"default": True},
    }
    getattr(table, getter)("k", **arguments.get(getter, {}))
    assert table.problems[0].code == "wrong-type"
    assert (table.problems[0].facts["expected"], table.problems[0].facts["found"]) == (expected, found)


def test_right_values_come_through() -> None:
    table = table_of(
        "a = ' Åse '\nb = 3\nc = 2.5\nd = true\ne = 2026-01-02\nf = 2026-01-02 10:00:00\n"
        "g = ['x', ' y']\nh = 'z'\ni = 4"
    )
    assert table.text("a") == "Åse"
    assert table.whole("b", least=3, most=3) == 3
    assert (table.number("c", most=9), table.number("i", most=9)) == (2.5, 4.0)
    assert table.yes_no("d", default=False) is True
    assert str(table.local_date("e")) == "2026-01-02"
    assert str(table.local_time("f")) == "2026-01-02 10:00:00"
    assert table.texts("g") == ("x", "y")
    assert table.texts("h", or_one=True) == ("z",)
    assert (table.optional_text("nej"), table.number("nej", most=1), table.yes_no("nej", default=True)) == (
        None,
        None,
        True,
    )
    table.finish()
    assert table.problems == []


@pytest.mark.parametrize("number", ["-1", "10", "-0.5", "9.5"])
def test_a_number_outside_its_bounds_is_refused(number: str) -> None:
    table = table_of(f"k = {number}")
    assert table.number("k", most=9) is None
    assert only(table)[2] == ("too-small" if number.startswith("-") else "too-large")


@pytest.mark.parametrize("number", ["inf", "-inf", "nan"])
def test_a_number_without_end_is_refused(number: str) -> None:
    table = table_of(f"k = {number}")
    assert table.number("k", most=9) is None
    assert only(table) == (1, "k", "not-finite")


def test_zero_is_refused_only_where_it_makes_no_sense() -> None:
    table = table_of("k = 0")
    assert table.number("k", most=9) == 0.0
    assert table.number("k", most=9, above_zero=True) is None
    assert only(table) == (1, "k", "too-small")


@pytest.mark.parametrize("text", ['""', '"   "', '"\\t"', '"\\u200b\\u200f"', '"\\u2028"'])
def test_a_text_with_nothing_to_see_is_blank(text: str) -> None:
    table = table_of(f"k = {text}")
    table.text("k")
    assert only(table) == (1, "k", "blank")


@pytest.mark.parametrize("text", ['"a\\u0000b"', '"a\\u001bb"', '"a\\u0085b"', '"a\\uffffb"', '"a\\nb"'])
def test_characters_no_paper_can_hold_are_refused(text: str) -> None:
    table = table_of(f"k = {text}")
    table.text("k")
    assert only(table) == (1, "k", "control-character")


@pytest.mark.parametrize("text", ["محمد", "👩‍👧", "Nguyễn Thị", "x" * 200, "é"])
def test_names_of_the_whole_world_are_kept(text: str) -> None:
    table = table_of(f'k = "{text}"')
    assert table.text("k") == text
    assert table.problems == []


def test_where_a_text_may_be_missing_an_empty_one_is_none() -> None:
    table = table_of('a = ""\nb = " \\u200b"\nc = "x\\ny"\nd = 3')
    assert [table.free_text(key) for key in ("a", "b", "c", "e")] == [None, None, "x\ny", None]
    assert table.problems == []
    table.free_text("d")
    assert only(table) == (4, "d", "wrong-type")


def test_a_text_longer_than_any_paper_holds_is_refused() -> None:
    table = table_of(f'a = "{"x" * LONGEST_LINE}"\nb = "{"x" * (LONGEST_LINE + 1)}"\nc = "{"x" * LONGEST_TEXT}"')
    assert len(table.text("a")) == LONGEST_LINE
    assert len(table.text("c", one_line=False)) == LONGEST_TEXT
    assert table.text("b") == ""
    assert only(table) == (2, "b", "text-too-long")


def test_a_note_may_have_several_lines() -> None:
    table = table_of('k = """\nFørst\nså"""')
    assert table.text("k", one_line=False) == "Først\nså"
    assert table.problems == []


def test_a_faulty_list_element_is_named_by_its_own_line_and_keeps_its_place() -> None:
    table = table_of("k = [\n'a',\n3,\n' ',\n'b',\n]")
    assert table.texts("k") == ("a", "", "", "b")
    assert [(problem.line, problem.code) for problem in table.problems] == [(3, "wrong-type"), (4, "blank")]


@pytest.mark.parametrize("year", ["0001", "1899", "2201", "9999"])
def test_a_year_that_must_be_a_slip_is_refused(year: str) -> None:
    table = table_of(f"d = {year}-05-05\nt = {year}-05-05T10:00:00")
    assert (table.local_date("d"), table.local_time("t")) == (None, None)
    assert [problem.code for problem in table.problems] == ["date-range", "date-range"]


def test_the_nearest_word_looks_past_capitals() -> None:
    assert nearest("DIN-1", ["din-1", "um"]) == "din-1"
    assert nearest("helt andet", ["din-1", "um"]) == ""
    assert nearest("din-2", ["din-1", "din-o"]) == "", "two equally near ones are no mend"


def test_a_file_of_another_kind_does_not_drown_in_problems() -> None:
    table = table_of("\n".join(f"k{number} = 1" for number in range(2 * MOST_PROBLEMS)))
    table.finish()
    assert len(table.problems) == MOST_UNKNOWN
    for _ in range(2 * MOST_PROBLEMS):
        table.unknown("k0", "x", ["y"])
    assert len(table.problems) == MOST_PROBLEMS


def test_among_very_many_words_no_nearest_one_is_looked_for() -> None:
    assert nearest("p1x", [f"p{number}" for number in range(2000)]) == ""


def test_a_key_of_endless_names_is_refused() -> None:
    assert refused((".".join(["a"] * 5000) + " = 1").encode()).code == "too-deep"
