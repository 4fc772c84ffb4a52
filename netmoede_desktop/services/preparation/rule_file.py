"""The table rule × method: the shipped one, and the municipality's own lines over it.

Codes beyond those of `toml.input`: `unknown-rule` (value, nearest, known) · `level-of-law` · `stop-not-given`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from netmoede_desktop.domain.preparation.readiness.rule import RuleTable
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Level, State
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.toml.input import InputError, InputProblem, TomlDocument, read_toml
from netmoede_desktop.services.toml.table import TomlTable

#: The name of the file among the shipped ones and in a profile.
FILE_NAME = "rules.toml"

_NOT = State.NOT_APPLICABLE.value
_WORDS = (*(level.value for level in Level), _NOT)


@dataclass(frozen=True, slots=True)
class RulesInUse:
    """The table in use. `municipal` is the profile's own file, None where it has none; `problems` are what is wrong
    with it: then the shipped table is in use alone.
    """

    table: RuleTable
    municipal: Path | None = None
    problems: tuple[InputProblem, ...] = ()


def rules_in_use(profile: Path) -> RulesInUse:
    """Return the table of a profile. Quick while its files stay as they are."""
    own = profile / FILE_NAME
    try:
        found = own.stat()
    except OSError:
        return RulesInUse(_shipped())
    return _read_again(own, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=4)
def _read_again(own: Path, _stamp: tuple[int, int, int]) -> RulesInUse:
    shipped = _shipped()
    try:
        table = _read(read_toml(own), shipped)
    except InputError as error:
        return RulesInUse(shipped, own, error.problems)
    return RulesInUse(table, own)


@lru_cache(maxsize=1)
def _shipped() -> RuleTable:
    return _read(read_toml(resource_folder() / FILE_NAME), None)


def _read(document: TomlDocument, shipped: RuleTable | None) -> RuleTable:
    """The table of a file, over the shipped one if there is one. Raises InputError with every problem found."""
    table = TomlTable(document, [], document.values)
    known = {rule.id for rule in RULES}
    levels = dict({} if shipped is None else shipped.levels)
    for name in document.values:
        if name in known:
            levels[name] = {**levels.get(name, {}), **_row(table.table(name), name, shipped)}
        else:
            table.unknown(name, name, sorted(known), "unknown-rule")
    if table.problems:
        raise InputError(table.problems)
    return RuleTable(levels)


def _row(row: TomlTable, rule_id: str, shipped: RuleTable | None) -> dict[str, Level | None]:
    found: dict[str, Level | None] = {}
    for column in row.values:
        word = row.text(column)
        if word not in _WORDS:
            row.unknown(column, word, _WORDS)
            continue
        level = None if word == _NOT else Level(word)
        if shipped is not None and shipped.heaviest(rule_id) is Level.STOP:
            row.problem(column, "level-of-law")
        elif shipped is not None and level is Level.STOP:
            row.problem(column, "stop-not-given")
        else:
            found[column] = level
    return found
