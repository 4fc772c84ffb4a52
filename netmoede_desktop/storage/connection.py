"""The one long-lived connection, as a SQLAlchemy engine for the tables and as a plain connection for the journal."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import configure_mappers
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from netmoede_desktop.storage.driver import Driver, open_for_writing


@dataclass(frozen=True, slots=True)
class StoreConnection:
    """An open store: `plain` and `engine` share one SQLCipher connection, and so one transaction."""

    plain: Driver
    engine: Engine

    def close(self) -> None:
        """Close the store; the write-ahead log is folded into it."""
        self.engine.dispose()
        self.plain.close()


def connect(store: Path, key: bytes, salt: bytes) -> StoreConnection:
    """Open the store for writing. Raises the driver's errors; see `open_for_writing`.

    SQLAlchemy joins a transaction begun on `plain`, and begins one with `BEGIN IMMEDIATE` otherwise. Its errors hide
    the parameters, so that no row's values reach a log.
    """
    plain = open_for_writing(store, key, salt)
    engine = create_engine(
        "sqlite://",
        creator=lambda: plain,
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )

    def begin(_connection: Connection) -> None:
        if not plain.in_transaction:
            plain.execute("BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return StoreConnection(plain, engine)


def prepare_tables() -> None:
    """Work out how the tables that are loaded map to values; otherwise the first use of a session does it."""
    configure_mappers()
