"""Who imports whom, read from the text: what the measures, the mutations and the checks of the house's shape share."""

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its dotted name, where it lies, its text, and its syntax tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        """Whether it is a folder's `__init__.py`."""
        return self.path.name == "__init__.py"


def modules_of(root: Path, *folders: str) -> dict[str, Module]:
    """Every module under the folders of `root`, by dotted name; a package by its folder's name."""
    found = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            text = path.read_text(encoding="utf-8")
            found[name] = Module(name, path, text, ast.parse(text))
    return found


def by_path(root: Path, *folders: str) -> dict[str, Module]:
    """Every module under the folders of `root`, by its path from there with `/`."""
    return {module.path.relative_to(root).as_posix(): module for module in modules_of(root, *folders).values()}


def inside(modules: Mapping[str, Module], *folders: str) -> dict[str, Module]:
    """The modules by path that lie in one of the folders, named from the top."""
    beginnings = tuple(f"{folder}/" for folder in folders)
    return {path: module for path, module in modules.items() if path.startswith(beginnings)}


def findings(modules: Mapping[str, Module], check: Callable[[ast.Module], Found]) -> dict[str, Found]:
    """The answers of a check of syntax trees that are not empty, by path."""
    answers = {path: check(module.tree) for path, module in modules.items()}
    return {path: answer for path, answer in answers.items() if answer}


def class_places(modules: Iterable[Module]) -> dict[str, list[str]]:
    """The names of the modules that define a class, by the name of the class; a module twice where it has two."""
    places: dict[str, list[str]] = {}
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(module.name)
    return places


def folder_sizes(modules: Iterable[Module]) -> Counter[Path]:
    """How many modules lie side by side in each folder, `__init__.py` not counted."""
    return Counter(module.path.parent for module in modules if not module.is_package)


def imports_of(module: Module, known: Iterable[str], *, at_load: bool = False) -> frozenset[str]:
    """The modules among `known` that a module imports; `from a import b` is `a.b` where that is a module, else `a`.

    With `at_load` only what is imported while the module itself is loaded: not inside a function, not for types alone.
    """
    names = known if isinstance(known, (set, frozenset, dict)) else set(known)
    found: set[str] = set()
    for node in _loaded(module.tree.body) if at_load else ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found.update(_nearest(alias.name, names) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            found.update(_nearest(f"{base}.{alias.name}", names) for alias in node.names)
    return frozenset(found - {"", module.name})


def _loaded(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is loaded, into conditions and classes, not into functions."""
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                continue
            case ast.If(test=test, orelse=rest) if ast.unparse(test).endswith("TYPE_CHECKING"):
                yield from _loaded(rest)
            case ast.If(body=one, orelse=other):
                yield from _loaded(one + other)
            case ast.With(body=inner) | ast.ClassDef(body=inner):
                yield from _loaded(inner)
            case ast.Try(body=one, handlers=handlers, orelse=other, finalbody=last):
                yield from _loaded([*one, *(line for each in handlers for line in each.body), *other, *last])
            case _:
                yield node


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    up = node.level - (1 if module.is_package else 0)
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])


def _nearest(name: str, known: Iterable[str]) -> str:
    """The longest beginning of a dotted name that is a module, or nothing."""
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name


def named_in(module: Module, known: Iterable[str]) -> frozenset[str]:
    """The modules among `known` that a module has as a text, by dotted name: loaded so, run as a program, patched."""
    names = known if isinstance(known, (set, frozenset, dict)) else set(known)
    texts = (node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant))
    dotted = (text for text in texts if isinstance(text, str) and "." in text and text.replace(".", "").isidentifier())
    return frozenset(_nearest(text, names) for text in dotted) - {"", module.name}


def graph(modules: Mapping[str, Module], *, at_load: bool = False) -> dict[str, frozenset[str]]:
    """Whom each module imports among the modules themselves."""
    return {name: imports_of(module, modules.keys(), at_load=at_load) for name, module in modules.items()}


def circles(edges: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """The groups of modules that import each other, each in order of their names; a module alone is none."""
    reached = {name: _reached(name, edges) for name in edges}
    groups = {frozenset(other for other in found if name in reached[other]) for name, found in reached.items()}
    return sorted(sorted(group) for group in groups if len(group) > 1)


def _reached(start: str, edges: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Everything that can be come to from a module, itself only where there is a way back."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in edges.get(waiting.pop(), frozenset()) - found:
            found.add(name)
            waiting.append(name)
    return frozenset(found)
