"""The documents themselves: listed, counted, chosen."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from allikas.ledger.answers import Page
from allikas.ledger.paging import ALL, Key, Question, Window, answer
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query, storable

MANY = 500  # documents asked for at a time: a guess


@dataclass(frozen=True, slots=True)
class Listed:
    """A document with how much was found in it."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    revision: int
    statements: int
    events: int
    problems: int


def documents(ledger: Ledger, window: Window = ALL, *, outlet: str | None = None) -> Page[Listed]:
    """Return the documents that count, of one *outlet* if it is given, the newest first."""
    tables = "documents d" if outlet is None else "documents d INDEXED BY documents_outlet"
    condition = "" if outlet is None else "AND d.outlet = CAST(:outlet AS TEXT)"
    command = query("documents").replace("--tables", tables).replace("--filters", condition)
    given = {} if outlet is None else {"outlet": storable(outlet)}
    with ledger.view() as connection:
        return answer(connection, Question(command, given), window, lambda key: _listed(connection, key))


def _listed(connection: sqlite3.Connection, key: Key) -> Listed:
    return Listed(*connection.execute(query("document"), {"doc": key[0]}).fetchone())


def document_ids(ledger: Ledger, window: Window = ALL, *, outlet: str | None = None) -> Iterator[str]:
    """Yield the ids of all of them, page after page; what is added meanwhile does not disturb it.

    >>> from allikas.ledger.store import open_ledger
    >>> with open_ledger(":memory:") as ledger:
    ...     list(document_ids(ledger))
    []
    """
    page = documents(ledger, replace(window, limit=MANY), outlet=outlet)
    yield from (listed.id for listed in page.rows)
    while page.after:
        page = documents(ledger, replace(window, limit=MANY, after=page.after), outlet=outlet)
        yield from (listed.id for listed in page.rows)
