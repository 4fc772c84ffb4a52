"""The table rule × method: the shipped one, and the municipality's own lines over it.

Codes beyond those of `toml.input`: `unknown-rule` and `unknown-method` (value, nearest, known) · `level-of-law`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from netmoede_desktop.domain.cases.case_facts import CaseType
from netmoede_desktop.domain.preparation.readiness.rule import EVERY_METHOD, RuleTable, family_of
from netmoede_desktop.domain.preparation.readiness.rule_input import Exclusion
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Level, State
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.toml.input import InputError, InputProblem, TomlDocument, read_toml
from netmoede_desktop.services.toml.table import TomlTable

#: The name of the file among the shipped ones and in a profile.
FILE_NAME = "rules.toml"

_EXCLUDED = "excluded"
_NOT = State.NOT_APPLICABLE.value
_WORDS = (*(level.value for level in Level), _NOT)


@dataclass(frozen=True, slots=True)
class RulesInUse:
    """The table in use. `municipal` is the profile's own file, None where it has none; `problems` are those of
    that file: then the shipped table is in use alone.
    """

    table: RuleTable
    municipal: Path | None = None
    problems: tuple[InputProblem, ...] = ()


def rules_in_use(profile: Path) -> RulesInUse:
    """Return the table of a profile. Quick while its files stay as they are."""
    own = profile / FILE_NAME
    try:
        found = own.stat()
    except FileNotFoundError:
        return RulesInUse(_shipped())
    except OSError:
        return RulesInUse(_shipped(), own, (InputProblem(own, None, "", "file-unreadable"),))
    return _read_again(own, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=4)
def _read_again(own: Path, _stamp: tuple[int, int, int]) -> RulesInUse:
    shipped = _shipped()
    try:
        table = _Reading(read_toml(own), _method_words(own.parent / "methods"), shipped).table()
    except InputError as error:
        return RulesInUse(shipped, own, error.problems)
    return RulesInUse(table, own)


@lru_cache(maxsize=1)
def _shipped() -> RuleTable:
    return _Reading(read_toml(resource_folder() / FILE_NAME), _method_words(None)).table()


def _method_words(municipal: Path | None) -> tuple[str, ...]:
    """The names a column may have: a method of either folder or the family of one; a file is called as its method."""
    folders = [resource_folder() / "methods", *([] if municipal is None else [municipal])]
    ids = sorted({file.stem for folder in folders for file in folder.glob("*.toml")})
    return (EVERY_METHOD, *dict.fromkeys([*(family_of(method) for method in ids), *ids]))


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of one file, over the shipped table where it is a municipality's."""

    document: TomlDocument
    methods: tuple[str, ...]
    shipped: RuleTable | None = None

    def table(self) -> RuleTable:
        """Return the table. Raises InputError with every problem found."""
        top = TomlTable(self.document, [], self.document.values)
        known = [rule.id for rule in RULES]
        levels = dict({} if self.shipped is None else self.shipped.levels)
        for name in self.document.values:
            if name in known:
                levels[name] = {**levels.get(name, {}), **self._row(top.table(name), name)}
            elif name != _EXCLUDED:
                top.unknown(name, name, known, "unknown-rule")
        exclusions = tuple(self._exclusion(one) for one in top.tables(_EXCLUDED))
        if top.problems:
            raise InputError(top.problems)
        return RuleTable(levels, exclusions)

    def _row(self, row: TomlTable, rule_id: str) -> dict[str, Level | None]:
        found: dict[str, Level | None] = {}
        for column in row.values:
            word = row.text(column)
            if column not in self.methods:
                row.unknown(column, column, self.methods, "unknown-method")
            elif word and word not in _WORDS:
                row.unknown(column, word, _WORDS)
            elif word:
                level = None if word == _NOT else Level(word)
                self._check_stop(row, rule_id, column, level)
                found[column] = level
        return found

    def _check_stop(self, row: TomlTable, rule_id: str, column: str, level: Level | None) -> None:
        """The rules of law cannot be made lighter, and no other as heavy."""
        if self.shipped is not None and (self.shipped.heaviest(rule_id) is Level.STOP) is not (level is Level.STOP):
            row.problem(column, "level-of-law")

    def _exclusion(self, one: TomlTable) -> Exclusion:
        method = one.text("method", required=True)
        if method and method not in self.methods:
            one.unknown("method", method, self.methods, "unknown-method")
        case_type = one.choice("case_type", CaseType, required=True)
        reason = one.text("reason", required=True)
        one.finish()
        return Exclusion(method, "" if case_type is None else case_type.value, reason)
