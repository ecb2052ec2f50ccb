"""The door to the file: open it, make it, bring it up to date, and write to it whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from allikas.ledger.errors import (
    NewerLedgerError,
    NoLedgerError,
    NotALedgerError,
    OlderLedgerError,
    explained,
)
from allikas.ledger.migrating import MIGRATIONS, Migration, run
from allikas.ledger.tables import schema

APPLICATION = 0x416C6C69  # "Alli": marks the file as a ledger (PRAGMA application_id)
WAIT = 10.0  # seconds to wait for another writer; a document is written in milliseconds: a guess, generous
CACHE = 32_000  # kilobytes of pages kept in memory; SQLite's own 2,000 are few for a dozen indexes: a guess
LOG = 4000  # pages (16 MB) of the log before it is folded into the file; each folding waits for the disk


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger. Close it, or use it in a ``with`` statement."""

    path: str
    connection: sqlite3.Connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last one to close it folds the log into it."""
        with explained(self.path):
            self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of the block or, if anything goes wrong in it, nothing."""
        with explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def view(self) -> Iterator[sqlite3.Connection]:
        """Read everything in the block as of one moment, whatever is written meanwhile."""
        with explained(self.path):
            nested = self.connection.in_transaction
            if not nested:
                self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if not nested and self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")


def open_ledger(path: str | Path, *, migrations: tuple[Migration, ...] = MIGRATIONS) -> Ledger:
    """Open the ledger at *path* for writing; make it where there is none, bring an older one up to date.

    >>> with open_ledger(":memory:") as ledger:
    ...     ledger.connection.execute("SELECT count(*) FROM documents").fetchone()
    (0,)
    """
    name = str(path)
    with explained(name):
        connection = sqlite3.connect(name, timeout=WAIT, isolation_level=None)
        try:
            _prepare(name, connection, migrations)
        except BaseException:
            connection.close()
            raise
    return Ledger(name, connection)


def open_to_read(path: str | Path, *, migrations: tuple[Migration, ...] = MIGRATIONS) -> Ledger:
    """Open an existing ledger for reading only; a writer may go on writing.

    Where not even its folder can be written, a ledger that nobody writes to can still be read.

    >>> open_to_read("no/such.ledger")
    Traceback (most recent call last):
    allikas.ledger.errors.NoLedgerError: no/such.ledger: there is no such ledger; `allikas add` makes one
    """
    name = str(path)
    if not Path(name).is_file():
        raise NoLedgerError(f"{name}: there is no such ledger; `allikas add` makes one")
    with explained(name):
        connection = _connect_to_read(Path(name))
        try:
            _set_up(connection)
            _check_readable(name, connection, 1 + len(migrations))
        except BaseException:
            connection.close()
            raise
    return Ledger(name, connection)


def _connect_to_read(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        cannot = error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
        if not cannot or Path(f"{path}-wal").exists():
            raise
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _prepare(name: str, connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> None:
    _set_up(connection)
    _check_mark(name, connection)
    connection.execute("PRAGMA journal_mode = WAL")
    # NORMAL: a kill loses nothing; a power cut may lose the last documents, and they can be added again
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
    upgrade(name, connection, migrations)


def _set_up(connection: sqlite3.Connection) -> None:
    # texts may hold lone surrogates, which UTF-8 forbids; see rows.py, ``storable``
    connection.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _check_mark(name: str, connection: sqlite3.Connection) -> None:
    if _number(connection, "application_id") == APPLICATION or _is_empty(connection):
        return
    raise NotALedgerError(f"{name}: is a database, but no ledger; name another file")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _check_readable(name: str, connection: sqlite3.Connection, newest: int) -> None:
    if _number(connection, "application_id") != APPLICATION:
        raise NotALedgerError(f"{name}: is no ledger; name another file")
    _check_age(name, connection, newest)
    if _number(connection, "user_version") < newest:
        raise OlderLedgerError(f"{name}: an older Allikas made it; `allikas add` brings it up to date")


def _check_age(name: str, connection: sqlite3.Connection, newest: int) -> None:
    version = _number(connection, "user_version")
    if version > newest:
        raise NewerLedgerError(
            f"{name}: a newer Allikas made it (schema {version}, this one knows {newest}); update Allikas"
        )


def upgrade(name: str, connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> None:
    """Make the tables of a new ledger, or take the steps that an older one lacks: all or none."""
    newest = 1 + len(migrations)
    _check_age(name, connection, newest)
    if _number(connection, "user_version") == newest:
        return
    with Ledger(name, connection).transaction():
        version = _number(connection, "user_version") or _create(connection)  # another program may be ahead
        for step in migrations[version - 1 :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {newest}")


def _create(connection: sqlite3.Connection) -> int:
    """Make the tables as they are now, and return their version."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    run(connection, schema())
    return 1 + len(MIGRATIONS)
