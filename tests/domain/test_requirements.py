"""Each requirement of the meeting is named by a test that shows it, in its name or its first words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]

#: What the engine, the methods and the domain show (product.md §3, method.md §10).
ASKED = frozenset(
    {
        *range(26, 32),
        *range(74, 77),
        *range(91, 96),
        *range(97, 113),
        114,
        115,
        117,
        *range(119, 122),
        *range(123, 127),
        142,
    }
)


def numbers_in(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"(?<![A-Za-z0-9])[Rr](\d{3})(?![0-9])", text.replace("_", " "))}


def named_by_tests(root: Path) -> Iterator[tuple[int, str]]:
    """Each requirement named in the name or the docstring of a test function, with that function's name."""
    for path in sorted(root.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for number in numbers_in(f"{node.name} {ast.get_docstring(node) or ''}"):
                    yield number, node.name


def test_every_requirement_is_named_by_a_test_that_shows_it() -> None:
    missing = ASKED - {number for number, _ in named_by_tests(TESTS)}
    assert not missing, f"no test names {', '.join(f'R{number:03}' for number in sorted(missing))}"


def test_a_requirement_named_nowhere_would_be_missed(tmp_path: Path) -> None:
    tests = tmp_path / "test_x.py"
    tests.write_text(
        '"""R099"""\ndef helper_r098(): pass\ndef test_r097_x(): pass\ndef test_y():\n    """R028: time."""\n'
    )
    assert dict(named_by_tests(tmp_path)) == {97: "test_r097_x", 28: "test_y"}
