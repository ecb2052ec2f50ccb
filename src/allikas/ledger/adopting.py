"""The user's authority file taken into the ledger, and holding for every reading from then on."""

import sqlite3
from collections.abc import Iterable

from allikas.ledger.authority import Authority, Entry
from allikas.ledger.errors import ActorError
from allikas.ledger.names import fold, naming
from allikas.ledger.relinking import reachable, relink
from allikas.ledger.store import Ledger
from allikas.ledger.tables import Row, insert


def adopt(ledger: Ledger, authority: Authority, *, path: str = "authority") -> int:
    """Put *authority* in the place of what was adopted before; return how many actors it has.

    Raises ``ActorError`` with a line for every mistake, and changes nothing, where it has any.
    """
    if authority.mistakes:
        raise ActorError("\n".join(mistake.line(path) for mistake in authority.mistakes))
    with ledger.transaction() as connection:
        touched = _touched(connection)
        for table in ("authority", "offices"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names are our own
        insert(connection, "authority", (row for entry in authority.entries for row in _names(entry)))
        insert(connection, "offices", (row for entry in authority.entries for row in _offices(entry)))
        relink(connection, reachable(connection, touched | _touched(connection)))
    return len(authority.entries)


def _names(entry: Entry) -> Iterable[Row]:
    called = {fold(alias): alias for alias in (*entry.aliases, entry.name)}
    for folded, alias in called.items():
        yield (folded, entry.type, alias, entry.name, entry.country, _id(entry))


def _offices(entry: Entry) -> Iterable[Row]:
    for n, office in enumerate(entry.offices):
        yield (_id(entry), n, office.title, office.since, office.until)


def _id(entry: Entry) -> str:
    return naming(entry.name, entry.type)


def _touched(connection: sqlite3.Connection) -> set[str]:
    """Return the ids of the actors that the names in the authority file may be linked to now."""
    rows = connection.execute(
        "SELECT actor FROM authority UNION SELECT a.id FROM authority g"
        " JOIN namings n ON n.folded = g.folded JOIN actors a ON a.actor = n.actor"
    )
    return {str(row[0]) for row in rows}
