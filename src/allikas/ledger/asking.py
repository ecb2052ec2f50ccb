"""Any question in SQL, answered without changing anything."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allikas.ledger.errors import QueryError
from allikas.ledger.store import Ledger

ALLOWED = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
PRAGMAS = frozenset({"data_version", "table_info", "table_list", "table_xinfo", "index_list", "index_info"})


@contextmanager
def sql(ledger: Ledger, command: str) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]]:
    """Answer a SELECT: the names of the columns, and the rows one by one. What would change it is refused.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     with sql(ledger, "SELECT count(*) AS n FROM said") as (names, rows):
    ...         names, list(rows)
    (('n',), [(0,)])
    """
    with ledger.view() as connection:
        connection.set_authorizer(_judge)
        try:
            cursor = connection.execute(command)
            if cursor.description is None:
                raise QueryError("SQL: there is no question; write a SELECT")
            yield tuple(column[0] for column in cursor.description), cursor
        except (sqlite3.DatabaseError, sqlite3.Warning, sqlite3.ProgrammingError) as error:
            _blame(error)
        finally:
            connection.set_authorizer(None)


def _judge(action: int, first: str | None, *_: str | None) -> int:
    allowed = action in ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first in PRAGMAS)
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _blame(error: sqlite3.Error | sqlite3.Warning) -> None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_AUTH:
        raise QueryError("only questions are answered: SELECT, WITH, VALUES; nothing is changed") from error
    if code in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE}:
        raise QueryError(f"SQL: {error}") from error
    raise error
