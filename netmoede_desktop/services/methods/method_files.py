"""All methods at hand: the shipped files, and the municipality's own, which override or add by id.

Codes beyond those of `method_reading`: `unknown-next-method` (value, nearest, known) ·
`duplicate-method` (value, file).
"""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.services.methods.method_reading import method_of
from netmoede_desktop.services.toml.input import InputError, InputProblem, TomlDocument, nearest, read_toml


@dataclass(frozen=True, slots=True)
class MethodFile:
    """A method and the file it came from. `municipal`: it is one of the profile's own files, not a shipped one."""

    method: Method
    path: Path
    municipal: bool


@dataclass(frozen=True, slots=True)
class Methods:
    """The methods in use, shipped ones first, and the problems of the municipal files that were left out."""

    files: tuple[MethodFile, ...]
    problems: tuple[InputProblem, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all methods."""
        return tuple(file.method.id for file in self.files)

    @property
    def offered(self) -> tuple[Method, ...]:
        """The methods a new meeting can be held by."""
        return tuple(method for method in self if method.offered)

    def __iter__(self) -> Iterator[Method]:
        """All methods, shipped ones first."""
        return (file.method for file in self.files)

    def __contains__(self, method_id: object) -> bool:
        """Return True if there is a method with that id."""
        return method_id in self.ids

    def __getitem__(self, method_id: str) -> Method:
        """Return the method with that id; KeyError if there is none."""
        for file in self.files:
            if file.method.id == method_id:
                return file.method
        raise KeyError(method_id)

    def get(self, method_id: str) -> Method | None:
        """Return the method with that id, or None."""
        return next((method for method in self if method.id == method_id), None)

    def check_file(self, path: Path) -> list[InputProblem]:
        """Return all problems of a method file that is to work beside these methods; empty when it is good."""
        return check_file(path, self.ids)


def load_methods(shipped: Path, municipal: Path | None = None) -> Methods:
    """Load every `*.toml` of the two folders; a municipal folder that does not exist is an empty one.

    Raises InputError when a shipped file is broken. A broken municipal file is set aside and reported in `problems`;
    the shipped method of the same id is then in use, so that a meeting can always be held.
    """
    own = [_Loaded.read(path) for path in _toml_files(shipped)]
    known = [loaded.method.id for loaded in own]
    problems = [problem for loaded in own for problem in _next_problems(loaded, known)]
    if problems:
        raise InputError(problems)
    added, set_aside = _municipal(municipal, known)
    by_id = {loaded.method.id: MethodFile(loaded.method, loaded.document.path, municipal=False) for loaded in own}
    by_id |= {loaded.method.id: MethodFile(loaded.method, loaded.document.path, municipal=True) for loaded in added}
    return Methods(tuple(by_id.values()), tuple(set_aside))


def check_file(path: Path, known: Collection[str] = ()) -> list[InputProblem]:
    """Return everything wrong with a method file; `known` are the ids its `next_method` may name beside its own."""
    try:
        loaded = _Loaded.read(path)
    except InputError as error:
        return list(error.problems)
    return _next_problems(loaded, known)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A method with the document it was read from, for problems that only show beside other methods."""

    method: Method
    document: TomlDocument

    @staticmethod
    def read(path: Path) -> "_Loaded":
        document = read_toml(path)
        return _Loaded(method_of(document), document)


def _toml_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.toml") if not path.is_dir())


def _municipal(folder: Path | None, shipped: Sequence[str]) -> tuple[list[_Loaded], list[InputProblem]]:
    """Read the municipality's files: those that can be used, and the problems of the others."""
    problems: list[InputProblem] = []
    good: dict[str, _Loaded] = {}
    if folder is not None and folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        problems.append(InputProblem(folder, None, "", "file-unreadable"))
    for path in [] if folder is None else _toml_files(folder):
        try:
            loaded = _Loaded.read(path)
        except InputError as error:
            problems += error.problems
            continue
        first = good.setdefault(loaded.method.id, loaded)
        if first is not loaded:
            name = first.document.path.name
            problems.append(loaded.document.problem(("id",), "duplicate-method", value=loaded.method.id, file=name))
    while wrong := [one for one in good.values() if _next_problems(one, [*shipped, *good])]:
        for loaded in wrong:
            problems += _next_problems(loaded, [*shipped, *good])
        for loaded in wrong:
            del good[loaded.method.id]
    return list(good.values()), problems


def _next_problems(loaded: _Loaded, known: Collection[str]) -> list[InputProblem]:
    following = loaded.method.next_method
    if following is None or following in known or following == loaded.method.id:
        return []
    choices = tuple(known)
    near = nearest(following, choices)
    place = ("next_method",)
    return [loaded.document.problem(place, "unknown-next-method", value=following, nearest=near, known=choices)]
