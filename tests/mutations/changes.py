"""The small wrong changes a module can be given: where they can be made, drawn by seed, and made in its text."""

import ast
import copy
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.architecture.import_graph import Module

Node = ast.expr | ast.stmt
_BESIDE: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
#: A number in one of these moves something by a little; no test is asked to see that.
_SPACING = frozenset(
    {
        "addSpacing",
        "addStretch",
        "px",
        "setColumnStretch",
        "setContentsMargins",
        "setHorizontalSpacing",
        "setRowStretch",
        "setSpacing",
        "setStretch",
        "setVerticalSpacing",
    }
)
#: The same, given by its name.
_SPACED = frozenset({"padding", "spacing"})
#: Calls that are not dropped: one is for the reader of the types alone, without the other nothing at all works.
_NEEDED = frozenset({"assert_never", "__init__"})


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one module: at `start` to `end` of its text, in characters, stands `after` in place of `before`."""

    module: str
    line: int
    kind: str
    before: str
    after: str
    start: int
    end: int

    def made_in(self, text: str) -> str:
        """The text of the module with the change."""
        return text[: self.start] + self.after + text[self.end :]

    def __str__(self) -> str:
        """Where, what kind, and the change on one line."""
        before, after = (" ".join(part.split()) for part in (self.before, self.after))
        return f"{self.module}:{self.line} {self.kind}: {before}  ->  {after}"


def drawn(modules: Sequence[Module], seed: int, count: int) -> list[Change]:
    """Draw changes by seed, each once: a module by its lines, a kind among those it has, a place of that kind.

    Fewer where the modules have fewer places.
    """
    luck = random.Random(seed)
    places = {module.name: list(changes(module)) for module in modules}
    weights = {module.name: module.text.count("\n") for module in modules if places[module.name]}
    found: list[Change] = []
    while len(found) < count and weights:
        [name] = luck.choices(list(weights), list(weights.values()))
        kind = luck.choice(sorted({change.kind for change in places[name]}))
        change = luck.choice([change for change in places[name] if change.kind == kind])
        places[name].remove(change)
        if not places[name]:
            del weights[name]
        found.append(change)
    return found


def changes(module: Module) -> Iterator[Change]:
    """Every change a module can be given, in the order of its text."""
    starts = _line_starts(module.text)
    lines = module.text.split("\n")

    def place(line: int, byte: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:byte].decode())

    for found in _behaviour(module.tree):
        for kind, node, new in _wrong(found):
            start, end = place(node.lineno, node.col_offset), place(node.end_lineno or 0, node.end_col_offset or 0)
            before, after = module.text[start:end], ast.unparse(new)
            after = f"({after})" if isinstance(node, ast.expr) else after
            yield Change(module.name, node.lineno, kind, before, after, start, end)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _behaviour(node: ast.AST) -> Iterator[Node]:
    """The nodes below one that say what happens: no types, no docstrings, nothing inside an f-string."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "bases", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            match child:
                case ast.JoinedStr() | ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Name(id="cast")):
                    continue
                case ast.If(test=test) if ast.unparse(test).endswith("TYPE_CHECKING"):
                    continue
                case ast.keyword(arg=str(name)) if name in _SPACED:
                    continue
                case ast.Expr(value=ast.Call() as call) if _called(call) in _SPACING:
                    yield from (inner for inner in _behaviour(call) if not _is_number(inner))
                case ast.Call() if _called(child) in _SPACING:
                    yield from (inner for inner in _behaviour(child) if not _is_number(inner))
                case ast.expr() | ast.stmt():
                    yield child
                    yield from _behaviour(child)
                case ast.AST():
                    yield from _behaviour(child)


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _wrong(node: Node) -> Iterator[tuple[str, Node, Node]]:
    """The kinds of change one node can be given; what is changed, it or its condition; what takes the place."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _BESIDE:
            yield "comparison", node, _with(node, ops=[_BESIDE[type(operator)]()])
        case ast.BoolOp(op=operator):
            yield "and/or", node, _with(node, op=ast.Or() if isinstance(operator, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub() as operator, operand=operand):
            yield "not" if isinstance(operator, ast.Not) else "sign", node, operand
        case ast.BinOp(op=ast.Add() | ast.Sub() as operator):
            yield "sign", node, _with(node, op=ast.Sub() if isinstance(operator, ast.Add) else ast.Add())
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            if isinstance(test, ast.Name | ast.Attribute | ast.Call):
                yield "not", test, ast.UnaryOp(ast.Not(), test)
        case ast.Constant(value=bool(value)):
            yield "constant", node, ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield "constant", node, ast.Constant(value + 1)
        case ast.Expr(value=ast.Call() as call) if _called(call) not in _NEEDED:
            yield "dropped call", node, ast.Pass()
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "dropped return", node, ast.Return(ast.Constant(None))
        case _:
            return


def _with(node: ast.expr, **fields: object) -> ast.expr:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
