"""Whatever is done to a good file, it is either read or refused in one clear sentence: never anything else."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.input_wording import sentence
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.methods.method_reading import method_of
from netmoede_desktop.services.scenarios.scenario_file import read_scenario, scenario_of
from netmoede_desktop.services.toml.input import InputError, parse_toml

FILE = Path("prøve.toml")
DANISH = load("da")

#: What a slip of the pen, or an ill will, puts in the place of a value.
_VALUES = (
    '""',
    '"  "',
    '"\\u0000"',
    '"{barn"',
    '"idda"',
    '"ret"',
    "'x'",
    "-1",
    "0",
    "1e400",
    "nan",
    "99999999999999999999",
    "true",
    "1979-05-27",
    "0001-01-01T00:00:00",
    "9999-12-31T23:59:59Z",
    "07:32:00",
    "[]",
    "[[], {}]",
    "{}",
    '{ least = "a" }',
    '["BARN*", "BARN*", "x", 3]',
)


@pytest.fixture(scope="module")
def methods(repository: Path) -> Methods:
    return load_methods(repository / "resources" / "methods")


def _lines(repository: Path, name: str) -> list[str]:
    return (repository / "resources" / name).read_text(encoding="utf-8").splitlines()


@st.composite
def _spoilt(draw: st.DrawFn, lines: list[str]) -> str:
    """The file with one to four lines given another value, dropped, doubled, cut or exchanged for another."""
    spoilt = list(lines)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(spoilt) - 1))
        match draw(st.sampled_from(["value", "value", "drop", "double", "cut", "move"])):
            case "value" if "=" in spoilt[at]:
                spoilt[at] = spoilt[at].split("=")[0] + "= " + draw(st.sampled_from(_VALUES))
            case "drop":
                spoilt[at] = ""
            case "double":
                spoilt.insert(at, spoilt[at])
            case "cut":
                spoilt[at] = spoilt[at][: draw(st.integers(0, 20))]
            case _:
                spoilt[at] = spoilt[draw(st.integers(0, len(spoilt) - 1))]
    return "\n".join(spoilt)


def _check(error: InputError, text: str) -> None:
    for problem in error.problems:
        told = sentence(DANISH, problem.path, problem.line, problem.key, problem.code, problem.facts)
        assert told.startswith("prøve.toml")
        assert told.isprintable()
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + 1


@given(data=st.data())
def test_a_spoilt_scenario_is_read_or_refused_in_words(repository: Path, methods: Methods, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["demo", "alt-gaar-galt", "opfoelgning"]))
    text = data.draw(_spoilt(_lines(repository, f"scenarios/{name}.toml")))
    try:
        scenario = scenario_of(parse_toml(text, FILE), methods)
    except InputError as error:
        _check(error, text)
        return
    rows = text.splitlines()
    assert all(rows[step.line - 1].strip() == "[[step]]" for step in scenario.steps)


@given(data=st.data())
def test_a_spoilt_method_is_read_or_refused_in_words(repository: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["din-1", "hlb-o", "um"]))
    text = data.draw(_spoilt(_lines(repository, f"methods/{name}.toml")))
    try:
        method = method_of(parse_toml(text, FILE))
    except InputError as error:
        _check(error, text)
        return
    assert all(part.minutes.least <= part.minutes.target <= part.minutes.most for part in method.parts)
    assert all(part.order or not part.has_turns for part in method.parts)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(methods: Methods, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.raises(InputError) as caught:
        path = Path(folder) / FILE
        path.write_bytes(data)
        read_scenario(path, methods)
    _check(caught.value, data.decode("utf-8", errors="replace"))
