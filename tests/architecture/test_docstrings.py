"""Docstrings are contracts: the value, the act, the error. Turns that hide it may only become fewer."""

import ast
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.architecture.import_graph import Module, findings, inside

_TURN = re.compile(
    r"\b(?:what (?:is|was)|nobody|anew|is gone to|lies|told of|stands|taken in|put away)\b|\blet the\b.*?\bbe\b"
    r"|; (?:and )?whether\b|^(?:What|Whether|Let)\b",
    re.IGNORECASE | re.DOTALL,
)
#: How many docstrings of a layer may hold such a turn. A number here is only ever made smaller.
_CEILINGS = {
    "app": 0,
    "cli": 0,
    "documents": 44,
    "domain": 3,
    "gui": 18,
    "localization": 1,
    "services": 10,
    "storage": 0,
}


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node) or ""
            decorators = getattr(node, "decorator_list", [])
            if any("property" in ast.unparse(decorator) for decorator in decorators):
                text = text.removeprefix("Whether ")  # of a property it is the noun
            yield text


def _mannered(tree: ast.Module) -> list[str]:
    return [text for text in _docstrings(tree) if _TURN.search(text)]


@pytest.mark.parametrize("layer", sorted(_CEILINGS))
def test_docstrings_name_what_is_returned(layer: str, package: Mapping[str, Module]) -> None:
    """`Return True if …` in place of `Whether …; whether there was something`, a noun in place of `What is …`."""
    found = findings(inside(package, f"netmoede_desktop/{layer}"), _mannered)
    texts = [f"{path}: {text}" for path, mannered in found.items() for text in mannered]
    assert len(texts) <= _CEILINGS[layer], "\n\n".join(texts)


def test_a_mannered_docstring_is_found() -> None:
    assert len(_mannered(ast.parse('def f():\n    """Let go; whether there was something to keep."""\n'))) == 1
    assert not _mannered(ast.parse('@property\ndef f():\n    """Whether the window is open."""\n'))
    assert not _mannered(ast.parse('def f():\n    """Return True if the window was open."""\n'))
