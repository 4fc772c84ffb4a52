"""The house in figures, as one row of the table in docs/measurements.md: `python -m tests.architecture.measures`.

Counted over every module of the package but the `__init__.py`s. A function is as long as from its `def` to its end,
docstring and signature in. A line of code is one that is neither blank, nor a comment alone, nor in a docstring.
"""

import ast
import io
import statistics
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.architecture.import_graph import Module, circles, class_places, folder_sizes, graph, modules_of

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "netmoede_desktop"
LONG_MODULE, LONG_FUNCTION = 400, 40
Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


@dataclass(frozen=True, slots=True)
class Measures:
    """What was counted; shares are parts of one, `None` where there is nothing to have a share of."""

    modules: int
    lines: int
    median_module: float
    longest_module: int
    long_modules: int
    functions: int
    long_functions: int
    longest_function: int
    typed_returns: float | None
    in_circles: int
    comments_per_100: float
    docstring_lines_per_100: float
    module_docstrings: float | None
    class_docstrings: float | None
    function_docstrings: float | None
    median_folder: float
    fullest_folder: int
    classes_of_one_name: int
    with_one_importer: int
    modules_of_one_name: int


def measured(root: Path, package: str = PACKAGE) -> Measures:
    """Count a package that lies in `root`."""
    everything = modules_of(root, package)
    modules = {name: module for name, module in everything.items() if not module.is_package}
    lengths = [module.text.count("\n") for module in modules.values()]
    nodes = list(chain.from_iterable(ast.walk(module.tree) for module in modules.values()))
    functions = [node for node in nodes if isinstance(node, Function)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    long = [_length(function) for function in functions]
    code, comments, docs = (sum(counts) for counts in zip(*map(lines_of, modules.values()), strict=True))
    folders = folder_sizes(modules.values()).values()
    return Measures(
        modules=len(modules),
        lines=sum(lengths),
        median_module=statistics.median(lengths),
        longest_module=max(lengths),
        long_modules=sum(length > LONG_MODULE for length in lengths),
        functions=len(functions),
        long_functions=sum(length > LONG_FUNCTION for length in long),
        longest_function=max(long, default=0),
        typed_returns=_share(function.returns is not None for function in functions),
        in_circles=len({*chain.from_iterable(circles(graph(everything, at_load=True)))} & modules.keys()),
        comments_per_100=100 * comments / code,
        docstring_lines_per_100=100 * docs / code,
        module_docstrings=_documented(module.tree for module in modules.values()),
        class_docstrings=_documented(classes),
        function_docstrings=_documented(chain.from_iterable(map(public_functions, modules.values()))),
        median_folder=statistics.median(folders),
        fullest_folder=max(folders),
        classes_of_one_name=sum(len(places) > 1 for places in class_places(modules.values()).values()),
        with_one_importer=_with_one_importer(everything, modules),
        modules_of_one_name=_shared(name.rpartition(".")[2] for name in modules),
    )


def lines_of(module: Module) -> tuple[int, int, int]:
    """The lines of code, the comments (beside code too) and the lines of docstrings of a module."""
    docs: set[int] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, Documented) and ast.get_docstring(node, clean=False) is not None:
            first = node.body[0]
            docs.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    tokens = tokenize.generate_tokens(io.StringIO(module.text).readline)
    comments = {
        token.start[0]: token.line.lstrip().startswith("#") for token in tokens if token.type == tokenize.COMMENT
    }
    alone = {number for number, by_itself in comments.items() if by_itself}
    filled = {number for number, line in enumerate(module.text.split("\n"), 1) if line.strip()}
    return len(filled - docs - alone), len(comments), len(docs)


def public_functions(module: Module) -> Iterator[Function]:
    """The functions at the top of a module, and of its public classes, whose names do not begin with `_`."""
    owners: list[ast.Module | ast.ClassDef] = [
        module.tree,
        *(node for node in module.tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")),
    ]
    for owner in owners:
        yield from (node for node in owner.body if isinstance(node, Function) and not node.name.startswith("_"))


def row(name: str, found: Measures) -> str:
    """One row of the table, under `HEADS`."""
    cells = (
        name,
        f"{found.modules}",
        f"{found.lines / 1000:.1f}k",
        f"{found.median_module:g} / {found.longest_module}",
        f"{found.long_modules}",
        f"{found.long_functions} of {found.functions:,}",
        f"{found.longest_function}",
        _percent(found.typed_returns),
        f"{found.in_circles}",
        f"{found.comments_per_100:.1f} / {found.docstring_lines_per_100:.1f}",
        " / ".join(map(_percent, (found.module_docstrings, found.class_docstrings, found.function_docstrings))),
        f"{found.median_folder:g} / {found.fullest_folder}",
        f"{found.classes_of_one_name}",
        f"{found.with_one_importer}",
        f"{found.modules_of_one_name}",
    )
    return _line(cells)


HEADS = (
    "when", "modules", "lines", "median / longest module", f"over {LONG_MODULE} lines",
    f"functions over {LONG_FUNCTION} lines", "longest function", "typed returns", "modules in circles of imports",
    "comments / docstring lines per 100 of code", "docstrings of modules / classes / public functions",
    "files a folder, median / most", "names of two classes or more", "modules with one importer",
    "names of two modules or more",
)  # fmt: skip


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _share(answers: Iterable[bool]) -> float | None:
    told = list(answers)
    return sum(told) / len(told) if told else None


def _documented(nodes: Iterable[Documented]) -> float | None:
    return _share(ast.get_docstring(node) is not None for node in nodes)


def _shared(names: Iterable[str]) -> int:
    """How many names are there twice or more."""
    return sum(count > 1 for count in Counter(names).values())


def _with_one_importer(everything: Mapping[str, Module], modules: Mapping[str, Module]) -> int:
    importers = Counter(chain.from_iterable(graph(everything).values()))
    return sum(importers[name] == 1 for name in modules)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def main(arguments: Sequence[str]) -> int:
    """Print the table with one row; an argument names another checkout than this one."""
    root = Path(arguments[0]) if arguments else ROOT
    print(_line(HEADS), _line(["---"] * len(HEADS)), row("now", measured(root)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
