"""Every rule that can say no has a test that provokes it: the codes in the code are the codes in these tests."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENGINE = ROOT / "netmoede_desktop" / "domain"


def raised(root: Path) -> Iterator[str]:
    """The code of each `Refused(...)` that is raised under a folder."""
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                (code,) = (argument.value for argument in node.args[:1] if isinstance(argument, ast.Constant))
                yield str(code)


def test_every_refusal_is_provoked() -> None:
    tests = [path for path in (ROOT / "tests" / "domain").rglob("test_*.py") if path != Path(__file__)]
    told = "\n".join(path.read_text(encoding="utf-8") for path in tests)
    provoked = set(re.findall(r'(?:refuses\(\s*|match=|\.code == )"(\w+)"', told))
    codes = set(raised(ENGINE))
    assert len(codes) > 30
    assert codes <= provoked, f"never provoked: {sorted(codes - provoked)}"
