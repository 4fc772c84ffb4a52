"""The list of steps and how they are run."""

from dataclasses import dataclass
from typing import Final

from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.migrations import (
    m0001_first,
    m0002_overview,
    m0003_begun_lines,
    m0004_held,
    m0005_facts,
    m0006_search,
)
from netmoede_desktop.storage.problems import NewerStore


@dataclass(frozen=True, slots=True)
class Migration:
    """One migration: it brings a store of schema `number - 1` to schema `number`. Never edited after release."""

    number: int
    statements: tuple[str, ...]


#: All steps, numbered from 1 without gaps.
STEPS: Final[tuple[Migration, ...]] = (
    Migration(1, m0001_first.STATEMENTS),
    Migration(2, m0002_overview.STATEMENTS),
    Migration(3, m0003_begun_lines.STATEMENTS),
    Migration(4, m0004_held.STATEMENTS),
    Migration(5, m0005_facts.STATEMENTS),
    Migration(6, m0006_search.STATEMENTS),
)


def schema_of(connection: Driver) -> int:
    """Return the number of the store's schema; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def newest_schema() -> int:
    """Return the number of the last step."""
    return STEPS[-1].number


def require_known(found: int) -> None:
    """Raise `NewerStore` if the schema is beyond the last step."""
    if found > newest_schema():
        raise NewerStore(found=found, supported=newest_schema(), part="store")


def migrate(connection: Driver) -> int:
    """Run the steps the store lacks in one transaction, and return how many ran.

    Foreign keys are off during the run and checked before the commit. On any error the store is as it was.
    Raises `NewerStore`; the caller has made a verified backup.
    """
    found = schema_of(connection)
    require_known(found)
    due = [step for step in STEPS if step.number > found]
    if not due:
        return 0
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in due:
            for statement in step.statements:
                connection.execute(statement)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise ValueError(f"a migration left a broken reference in {broken[0]}")
        connection.execute(f"PRAGMA user_version={due[-1].number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    return len(due)
