"""The lines of keys, against `tomllib` and against a writer that knows where it put them."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.services.toml.places import Place, line_of, locate

#: Values that look like something else to a careless reader, some over several lines.
_VALUES = (
    "1",
    "true",
    "2026-01-02 10:00:00",
    '"[[x]] # = {"',
    "'c:\\'",
    '"\\"]"',
    '"""\nfoo = 1\n[[bar]]\n"""',
    "'''\n'' \\ x\n'''",
    '""""quoted""""',
    '"""\\\n   one \\"""\n"""',
    "[1, 2,\n  3,\n]",
    "[ # ] not yet\n \"#\", 'a',\n]",
    "{ p = 1, q.r = [1,\n 2] }",
    "[{ p = 1 },\n { p = 2 }]",
    "[]",
    "{}",
)
_KEYS = (("a", "a"), ("b-1", "b-1"), ('"c d"', "c d"), ("'e.f'", "e.f"), ('"\\u00e6\\"["', 'æ"['), ("3", "3"))


class _Writer:
    """Writes a valid TOML text and keeps the line of every key and header it wrote."""

    def __init__(self) -> None:
        self.text = ""
        self.expected: dict[Place, int] = {}
        self.counts: dict[str, int] = {}
        self.here: Place = ()
        self.number = 0

    def _line(self) -> int:
        return self.text.count("\n") + 1

    def _fresh(self, key: tuple[str, str]) -> tuple[str, str]:
        """The key made unique by a dotted second half."""
        self.number += 1
        return f"{key[0]} . n{self.number}", f"n{self.number}"

    def pair(self, key: tuple[str, str], value: str, *, comment: bool) -> None:
        raw, last = self._fresh(key)
        self.expected.setdefault((*self.here, key[1]), self._line())
        self.expected[(*self.here, key[1], last)] = self._line()
        self.text += f"  {raw} = {value}{' # [note]' if comment else ''}\n"

    def table(self, key: tuple[str, str]) -> None:
        raw, last = self._fresh((f"t.{key[0]}", key[1]))
        self.here = ("t", key[1], last)
        for end in (1, 2, 3):
            self.expected.setdefault(self.here[:end], self._line())
        self.text += f"[ {raw} ] # x = 1\n"

    def array(self, name: str) -> None:
        position = self.counts.get(name, 0)
        self.counts[name] = position + 1
        self.here = (name, position)
        self.expected.setdefault((name,), self._line())
        self.expected[self.here] = self._line()
        self.text += f"[[{name}]]\n"

    def under_array(self, name: str, key: tuple[str, str]) -> None:
        raw, last = self._fresh((f"{name}.u.{key[0]}", key[1]))
        self.here = (name, self.counts[name] - 1, "u", key[1], last)
        for end in (3, 4, 5):
            self.expected.setdefault(self.here[:end], self._line())
        self.text += f"[{raw}]\n"


@st.composite
def _documents(draw: st.DrawFn) -> _Writer:
    writer = _Writer()
    for _ in range(draw(st.integers(0, 12))):
        key = draw(st.sampled_from(_KEYS))
        match draw(st.sampled_from(["pair", "pair", "pair", "table", "array", "under", "space"])):
            case "pair":
                writer.pair(key, draw(st.sampled_from(_VALUES)), comment=draw(st.booleans()))
            case "table":
                writer.table(key)
            case "array":
                writer.array(draw(st.sampled_from(["x", "y"])))
            case "under" if writer.counts:
                writer.under_array(draw(st.sampled_from(sorted(writer.counts))), key)
            case _:
                writer.text += draw(st.sampled_from(["\n", "# [[x]]\n", "\t\n  \n"]))
    return writer


def _places(value: object, place: Place = ()) -> list[Place]:
    if isinstance(value, dict):
        inner = [(*place, key) for key in value]
        return inner + [deep for key in value for deep in _places(value[key], (*place, key))]
    if isinstance(value, list):
        inner = [(*place, position) for position in range(len(value))]
        return inner + [deep for i, item in enumerate(value) for deep in _places(item, (*place, i))]
    return []


@given(_documents(), st.sampled_from(["\n", "\r\n"]))
def test_every_key_is_found_on_the_line_where_it_was_written(writer: _Writer, line_end: str) -> None:
    text = writer.text.replace("\n", line_end)
    places = _places(tomllib.loads(text))
    lines = locate(text)
    assert {place: lines.get(place) for place in writer.expected} == writer.expected
    assert set(places) == set(lines)


@given(st.text(alphabet="ab=\"'[]{}.,#\n 1\\", max_size=40))
def test_whatever_tomllib_accepts_is_walked_whole(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = locate(text)
    assert set(lines) == set(_places(values))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@given(_documents())
def test_the_line_found_contains_the_key(writer: _Writer) -> None:
    rows = writer.text.split("\n")
    spelled = {meant: raw for raw, meant in _KEYS}
    for place, line in locate(writer.text).items():
        if isinstance(place[-1], str):
            assert spelled.get(place[-1], place[-1]) in rows[line - 1]


@pytest.mark.parametrize(
    ("place", "line"),
    [(("p", 1, "x"), 4), (("p", 1, "nothing"), 3), (("p", 7), 1), (("q",), None), ((), None)],
)
def test_a_place_without_a_line_takes_that_of_what_is_around_it(place: Place, line: int | None) -> None:
    assert line_of(locate("[[p]]\nx = 1\n[[p]]\nx = 2\n"), place) == line
