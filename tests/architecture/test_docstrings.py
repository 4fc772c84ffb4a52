"""Docstrings are contracts: the value, the act, the error. No turn hides it."""

import ast
import re
from collections.abc import Iterator, Mapping

from tests.architecture.import_graph import Module, findings

_TURN = re.compile(
    r"\b(?:what (?:is|was)|nobody|anew|is gone to|lies|told of|stands|taken in|put away)\b|\blet the\b.*?\bbe\b"
    r"|; (?:and )?whether\b|^(?:What|Whether|Let)\b",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile("`[^`]*`")


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node) or ""
            decorators = getattr(node, "decorator_list", [])
            if any("property" in ast.unparse(decorator) for decorator in decorators):
                text = text.removeprefix("Whether ")  # of a property it is the noun
            yield text


def _mannered(tree: ast.Module) -> list[str]:
    return [text for text in _docstrings(tree) if _TURN.search(_NAME.sub("", text))]


def test_docstrings_name_what_is_returned(package: Mapping[str, Module]) -> None:
    """`Return True if …` in place of `Whether …; whether there was something`, a noun in place of `What is …`."""
    assert findings(package, _mannered) == {}


def test_a_mannered_docstring_is_found() -> None:
    assert len(_mannered(ast.parse('def f():\n    """Let go; whether there was something to keep."""\n'))) == 1
    assert not _mannered(ast.parse('@property\ndef f():\n    """Whether the window is open."""\n'))
    assert not _mannered(ast.parse('def f():\n    """Return True if the window was open, `nobody` if not."""\n'))
