"""What the program's source can raise: codes and the names of their facts, read from the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "netmoede_desktop"


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of something with one of these names, with the place it stands in."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def facts_of(call: ast.Call) -> set[str]:
    """The names of the keywords; `**facts` adds nothing that can be known."""
    return {keyword.arg for keyword in call.keywords if keyword.arg is not None}


def text_of(node: ast.expr | None) -> str | None:
    """The text of a string in the source, or None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
