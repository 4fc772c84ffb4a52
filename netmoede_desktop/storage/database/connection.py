"""The one long-lived connection, as a SQLAlchemy engine for the tables and as a plain connection for the journal."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import configure_mappers
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from netmoede_desktop.storage.database.driver import Driver, open_for_reading, open_for_writing


@dataclass(frozen=True, slots=True)
class StoreConnection:
    """An open store: `plain` and `engine` share one SQLCipher connection, and so one transaction."""

    plain: Driver
    engine: Engine
    beginning: str = "BEGIN IMMEDIATE"

    def begin(self) -> None:
        """Begin a transaction: it takes the write lock, where there may be writing."""
        self.plain.execute(self.beginning)

    def close(self) -> None:
        """Close the store; the write-ahead log is folded into it."""
        self.engine.dispose()
        self.plain.close()


def connect(store: Path, key: bytes, salt: bytes) -> StoreConnection:
    """Open the store for writing. Raises the driver's errors; see `open_for_writing`.

    SQLAlchemy joins a transaction begun on `plain`, and begins one with `BEGIN IMMEDIATE` otherwise. Its errors hide
    the parameters, so that no row's values reach a log.
    """
    return _around(open_for_writing(store, key, salt), "BEGIN IMMEDIATE")


def connect_for_reading(store: Path, key: bytes, salt: bytes, *, settled: bool) -> StoreConnection:
    """Open the store so that nothing is written, and nothing needed of the disk. Raises the driver's errors."""
    return _around(open_for_reading(store, key, salt, settled=settled, room=False), "BEGIN")


def _around(plain: Driver, beginning: str) -> StoreConnection:
    engine = create_engine(
        "sqlite://",
        creator=lambda: plain,
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    connection = StoreConnection(plain, engine, beginning)

    def begin(_connection: Connection) -> None:
        if not plain.in_transaction:
            connection.begin()

    event.listen(engine, "begin", begin)
    return connection


def prepare_tables() -> None:
    """Work out how the tables that are loaded map to values; otherwise the first use of a session does it."""
    configure_mappers()
